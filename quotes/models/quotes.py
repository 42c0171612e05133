"""Quotes: speech acts, who made them, and how each source prints them."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .addresses import Addressed
from .dates import EdtfField, edtf_columns, edtf_constraints
from .editorial_model import Dated, EditorialModel
from .history import tracked
from .languages import LanguageField
from .quote_rules import (
    PUBLISHED_HAS_SOURCE,
    PUBLISHED_HAS_SPEAKER,
    QUOTE_HAS_PREFERRED_WORDING,
)
from .refusals import checked_at_commit
from .speakers import InRole, Speaker, Tenure, tenure_of_speaker
from .topics import Topic
from .touching import changes, reaches, reaches_event, touches, with_public
from .visibility import (
    OfQuoteQuerySet,
    QuoteQuerySet,
    QuoteRelationQuerySet,
)
from .workflow import (
    State,
    Stateful,
    marks_unseen,
    queue_indexes,
    state_constraints,
    state_triggers,
)


class DateBasis(models.TextChoices):
    STATED = "stated", _("the source names the date")
    DERIVED = "derived", _("derived from a printed expression")
    PUBLICATION = "publication", _("from the date of publication")
    INFERRED = "inferred", _("an editor’s inference")
    UNKNOWN = "unknown", _("not known")


_DATE_WITHOUT_BASIS = _("Say how the date is known, or leave the date empty and say “not known”.")


@tracked
class Quote(Dated, Stateful, Addressed, EditorialModel):
    """A speech act, one in all languages (schema.org: Quotation)."""

    address_root = "quotes"

    wording = models.TextField(
        _("wording"),
        blank=True,
        editable=False,
        help_text=_("That of the preferred occurrence."),
    )
    language = LanguageField(_("language"), blank=True, editable=False, default="")
    said_on = EdtfField(_("said on"))
    said_on_earliest, said_on_latest, said_on_sort = edtf_columns()
    said_on_basis = models.CharField(
        _("how the date is known"),
        max_length=11,
        choices=DateBasis.choices,
        blank=True,
        help_text=_("“Not known” is an answer, too; without one the quote cannot be published."),
    )
    said_on_expression = models.CharField(
        _("printed expression of the date"),
        max_length=200,
        blank=True,
        help_text=_("As printed: “einen Tag nach der Ankündigung”."),
    )
    event = models.ForeignKey(
        "quotes.Event",
        models.PROTECT,
        verbose_name=_("occasion"),
        null=True,
        blank=True,
        related_name="quotes",
    )
    addressee = models.CharField(
        _("said to"), max_length=200, blank=True, help_text=_("As the source has it.")
    )
    context = models.TextField(
        _("context"), blank=True, help_text=_("What a reader must know to understand the words.")
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="quotes"
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        permissions = [("publish_quote", _("Can review, publish and withdraw quotes"))]
        ordering = ["-said_on_sort", "-id"]
        constraints = [
            *edtf_constraints("quote", "said_on"),
            *state_constraints("quote"),
            models.CheckConstraint(
                name="quote_date_has_a_basis",
                condition=Q(said_on="", said_on_basis__in=["", DateBasis.UNKNOWN])
                | (~Q(said_on="") & ~Q(said_on_basis__in=["", DateBasis.UNKNOWN])),
                violation_error_message=_DATE_WITHOUT_BASIS,
            ),
            models.CheckConstraint(
                name="quote_published_has_words",
                condition=~Q(state=State.PUBLISHED) | ~Q(wording=""),
            ),
            models.CheckConstraint(
                name="quote_published_says_when",
                condition=~Q(state=State.PUBLISHED) | ~Q(said_on_basis=""),
            ),
        ]
        indexes = [
            # List of quotes, newest first, by keyset.
            models.Index(
                fields=["-said_on_sort", "-id"],
                name="quote_newest_first",
                condition=Q(state="published"),
            ),
            # What was published last: the first page, and what is new.
            models.Index(
                fields=["-first_published_at", "-id"],
                name="quote_last_published",
                condition=Q(state="published"),
            ),
            *queue_indexes("quote"),
        ]
        triggers = [
            *state_triggers(
                "quote",
                (
                    "wording",
                    "language",
                    "said_on",
                    "said_on_earliest",
                    "said_on_latest",
                    "said_on_sort",
                    "said_on_basis",
                    "event_id",
                    "addressee",
                    "context",
                ),
            ),
            checked_at_commit(
                "quote_whole",
                pgtrigger.Insert | pgtrigger.Update,
                (
                    QUOTE_HAS_PREFERRED_WORDING + PUBLISHED_HAS_SOURCE + PUBLISHED_HAS_SPEAKER
                ).replace("{quotes}", "NEW.id"),
            ),
            *touches(changes("quote", "r.id"), *reaches_event("r.event_id")),
        ]

    def __str__(self) -> str:
        return self.wording or str(_("quote without a wording"))

    def validate_constraints(self, exclude=None):
        """A date and how it is known do not fit: told at the field that has to give way."""
        known = self.said_on_basis not in ("", DateBasis.UNKNOWN)
        judged = {"said_on", "said_on_basis"}.isdisjoint(exclude or ())
        if judged and bool(self.said_on) != known:
            raise ValidationError({"said_on_basis": _DATE_WITHOUT_BASIS})
        super().validate_constraints(exclude=exclude)


@tracked
class QuoteTopic(Quote.topics.through):  # type: ignore[name-defined]
    """History of a quote's topics."""

    class Meta:
        proxy = True
        triggers = touches(changes("quote", "r.quote_id"), reaches("topic", "r.topic_id"))


@tracked
class Attribution(InRole, EditorialModel):
    """Who said it, in order; a role that was held then; or an anonymous source as described."""

    quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("quote"), related_name="attributions"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        verbose_name=_("speaker"),
        null=True,
        blank=True,
        related_name="attributions",
        help_text=_("Leave empty for an anonymous source."),
    )
    description = models.CharField(
        _("description as printed"),
        max_length=300,
        blank=True,
        help_text=_("For a source without a name: “ein hoher Beamter”."),
    )
    tenure = models.ForeignKey(
        Tenure,
        models.PROTECT,
        verbose_name=_("role then"),
        null=True,
        blank=True,
        related_name="attributions",
    )
    name_as_printed = models.CharField(_("name as printed"), max_length=200, blank=True)

    objects = OfQuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "position"],
                name="attribution_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["quote", "speaker"],
                name="attribution_once_a_speaker",
                violation_error_message=_("This speaker is named already."),
            ),
            models.CheckConstraint(
                name="attribution_names_or_describes",
                condition=Q(speaker__isnull=False) | ~Q(description=""),
                violation_error_message=_(
                    "Choose a speaker, or describe an anonymous source as it is printed."
                ),
            ),
        ]
        triggers = [
            tenure_of_speaker("attribution_tenure_of_speaker"),
            checked_at_commit(
                "attribution_of_published",
                pgtrigger.Update | pgtrigger.Delete,
                PUBLISHED_HAS_SPEAKER.replace("{quotes}", "OLD.quote_id"),
            ),
            marks_unseen("attribution_marks_quote", "quotes_quote", "SELECT ROW.quote_id"),
            *touches(changes("quote", "r.quote_id"), reaches("speaker", "r.speaker_id")),
        ]

    def __str__(self) -> str:
        return str(self.speaker or self.description)


class RelationKind(models.TextChoices):
    REPEATS = "repeats", _("repeats")
    CONTRADICTS = "contradicts", _("contradicts")
    RETRACTS = "retracts", _("retracts")
    ANSWERS = "answers", _("answers")


@tracked
class QuoteRelation(EditorialModel):
    """How one speech act stands to another, different one."""

    from_quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("quote"), related_name="relations"
    )
    kind = models.CharField(_("kind"), max_length=11, choices=RelationKind.choices)
    to_quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("other quote"), related_name="relations_to"
    )

    objects = QuoteRelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["from_quote", "kind", "to_quote"], name="quoterelation_once"
            ),
            models.CheckConstraint(
                name="quoterelation_between_two",
                condition=~Q(from_quote=models.F("to_quote")),
                violation_error_message=_("A quote is not related to itself."),
            ),
        ]
        triggers = touches(
            changes("quote", "r.from_quote_id", with_public("quote", "r.to_quote_id")),
            changes("quote", "r.to_quote_id", with_public("quote", "r.from_quote_id")),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.to_quote}"
