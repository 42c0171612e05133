"""Where texts came from (PROV), and printed credits that say nothing about that."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .editorial_model import EditorialModel
from .history import tracked
from .refusals import checked_now, refuse_if
from .sources import Article, Outlet
from .touching import changes, of_public_occurrence, reaches, touches
from .visibility import HopQuerySet, OfArticleQuerySet
from .workflow import marks_unseen

# Of an origin only what was public itself is shown.
_SOURCES_PUBLIC = (
    " LEFT JOIN quotes_article source ON source.id = r.source_article_id"
    " LEFT JOIN quotes_article evidence ON evidence.id = r.evidence_in_id"
    " WHERE (source.id IS NULL OR source.first_published_at IS NOT NULL)"
    " AND (evidence.id IS NULL OR evidence.first_published_at IS NOT NULL)"
)


class HopKind(models.TextChoices):
    QUOTES = "quotes", pgettext_lazy("where a text came from", "quotes")
    REPRINTS = "reprints", _("reprints")
    TRANSLATES = "translates", _("translates")
    SUMMARISES = "summarises", _("summarises")


class HopAgent(models.TextChoices):
    HUMAN = "human", _("by a person")
    MACHINE = "machine", _("by machine")
    UNKNOWN = "unknown", _("by whom is not known")


@tracked
class Hop(EditorialModel):
    """Where an article, or one occurrence in it, got its text from (PROV: wasDerivedFrom)."""

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        verbose_name=_("article"),
        null=True,
        blank=True,
        related_name="hops",
    )
    occurrence = models.ForeignKey(
        "quotes.Occurrence",
        models.CASCADE,
        verbose_name=_("occurrence"),
        null=True,
        blank=True,
        related_name="hops",
    )
    source_article = models.ForeignKey(
        Article,
        models.PROTECT,
        verbose_name=_("source article"),
        null=True,
        blank=True,
        related_name="hops_from",
    )
    source_outlet = models.ForeignKey(
        Outlet,
        models.PROTECT,
        verbose_name=_("source outlet"),
        null=True,
        blank=True,
        related_name="hops_from",
        help_text=_("Where only the outlet is known. Leave both empty for an unknown source."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=HopKind.choices)
    agent = models.CharField(
        _("done"), max_length=8, choices=HopAgent.choices, default=HopAgent.UNKNOWN
    )
    evidence = models.CharField(
        _("words that say so"), max_length=500, blank=True, help_text=_("As printed: “Laut VNA”.")
    )
    evidence_in = models.ForeignKey(
        Article,
        models.PROTECT,
        verbose_name=_("printed in"),
        null=True,
        blank=True,
        related_name="evidence_for",
        help_text=_("Where these words stand, if not in the text itself that came this way."),
    )
    inferred = models.BooleanField(
        _("an editor’s inference"),
        default=False,
        help_text=_("The source does not say so itself."),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    objects = HopQuerySet.as_manager()

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="hop_of_an_article_or_an_occurrence",
                condition=Q(article__isnull=False, occurrence=None)
                | Q(article=None, occurrence__isnull=False),
            ),
            models.CheckConstraint(
                name="hop_from_one_source",
                condition=Q(source_article=None) | Q(source_outlet=None),
                violation_error_message=_("Name an article or an outlet as the source, not both."),
            ),
            models.CheckConstraint(
                name="hop_not_from_itself",
                condition=~Q(source_article=models.F("article")),
                violation_error_message=_("An article is not its own source."),
            ),
            models.CheckConstraint(
                name="hop_has_evidence_or_is_inferred",
                condition=~Q(evidence="") | Q(inferred=True),
                violation_error_message=_(
                    "Give the words that say so, or mark it as an editor’s inference."
                ),
            ),
            models.CheckConstraint(
                name="hop_evidence_elsewhere_is_words",
                condition=Q(evidence_in=None) | ~Q(evidence=""),
                violation_error_message=_("Give the words that stand there."),
            ),
            models.UniqueConstraint(
                fields=["article", "position"],
                name="hop_article_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["occurrence", "position"],
                name="hop_occurrence_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]
        triggers = [
            checked_now(
                "hop_not_from_itself",
                pgtrigger.Insert | pgtrigger.Update,
                refuse_if(
                    "NEW.source_article_id = (SELECT t.article_id FROM quotes_occurrence o"
                    " JOIN quotes_snapshot t ON t.id = o.snapshot_id"
                    " WHERE o.id = NEW.occurrence_id)",
                    "hop_not_from_itself",
                    "An article is not its own source.",
                ),
            ),
            marks_unseen(
                "hop_marks_quote",
                "quotes_quote",
                "SELECT o.quote_id FROM quotes_occurrence o WHERE o.id = ROW.occurrence_id",
            ),
            marks_unseen("hop_marks_article", "quotes_article", "SELECT ROW.article_id"),
            *touches(
                changes("article", "r.article_id", _SOURCES_PUBLIC),
                changes(
                    "quote", "o.quote_id", of_public_occurrence("r.occurrence_id") + _SOURCES_PUBLIC
                ),
                reaches("outlet", "r.source_outlet_id"),
            ),
        ]

    def __str__(self) -> str:
        source = self.source_article or self.source_outlet or _("unknown")
        return f"{self.get_kind_display()}: {source}"


class CreditKind(models.TextChoices):
    PHOTO = "photo", _("photo")
    AGENCY = "agency", _("agency")
    TRANSLATION = "translation", _("translation")
    OTHER = "other", _("other")


@tracked
class Credit(EditorialModel):
    """A printed credit that says nothing of where the words came from (a photo's, say)."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="credits"
    )
    kind = models.CharField(_("kind"), max_length=11, choices=CreditKind.choices)
    text = models.CharField(_("as printed"), max_length=300)
    outlet = models.ForeignKey(
        Outlet,
        models.PROTECT,
        verbose_name=_("outlet"),
        null=True,
        blank=True,
        related_name="credits",
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    objects = OfArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "position"],
                name="credit_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(name="credit_says_something", condition=~Q(text="")),
        ]
        triggers = touches(changes("article", "r.article_id"), reaches("outlet", "r.outlet_id"))

    def __str__(self) -> str:
        return self.text
