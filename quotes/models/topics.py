"""Subject headings."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .addresses import Addressed
from .editorial_model import Dated, EditorialModel, in_reader_language
from .history import tracked
from .touching import changes, touches
from .visibility import TopicQuerySet
from .workflow import kept_once_public

validate_wikidata_id = RegexValidator(
    r"^Q[1-9][0-9]*\Z", _("A Wikidata id is a Q and a number, for example Q42.")
)


class WikidataField(models.CharField):
    """A Wikidata item, entered only where an editor has checked it; unique, NULL where none."""

    default_validators = [validate_wikidata_id]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("Wikidata id"))
        kwargs.setdefault("max_length", 20)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("unique", True)
        kwargs.setdefault("help_text", _("Only where you have checked it."))
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value):
        return super().get_prep_value(value) or None


@tracked
class Topic(Dated, Addressed, EditorialModel):
    """What quotes and statements are about."""

    address_root = "topics"

    name_de = models.CharField(_("German name"), max_length=120, unique=True)
    name_en = models.CharField(_("English name"), max_length=120, unique=True)
    wikidata_id = WikidataField()

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name_en", "id"]
        triggers = [
            kept_once_public(
                "topic_public_is_kept",
                ("quotes_quotetopicevent", "topic_id", "quote_id", "quotes_quote"),
                (
                    "quotes_jointstatementtopicevent",
                    "topic_id",
                    "jointstatement_id",
                    "quotes_jointstatement",
                ),
            ),
            *touches(changes("topic", "r.id")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return in_reader_language(self, "name")
