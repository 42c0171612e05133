"""How the sources print a quote: occurrences, and the characters they consist of."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .editorial_model import EditorialModel
from .history import tracked
from .languages import LanguageField
from .quote_rules import (
    OCCURRENCE_HAS_ITS_SEGMENTS,
    PUBLISHED_HAS_SOURCE,
    QUOTE_HAS_PREFERRED_WORDING,
    SEGMENTS_HOLD,
    SEGMENTS_IN_ORDER,
)
from .quotes import Quote
from .refusals import checked_at_commit, checked_now, refuse_if
from .same_words import words_key
from .sources import Snapshot
from .touching import changes, in_public_article, of_public_occurrence, reaches, touches
from .visibility import (
    OccurrenceQuerySet,
    SegmentQuerySet,
)
from .workflow import (
    kept_with,
    marks_unseen,
)


class SpeechType(models.TextChoices):
    DIRECT = "direct", _("direct")
    FRAGMENT = "fragment", _("fragment")
    MIXED = "mixed", _("mixed")
    INDIRECT = "indirect", _("indirect")


class WordingOrigin(models.TextChoices):
    ORIGINAL = "original", _("original wording")
    OFFICIAL_TRANSLATION = "official_translation", _("official translation")
    MEDIA_TRANSLATION = "media_translation", _("translated by the media")
    MACHINE_TRANSLATION = "machine_translation", _("translated by machine")
    UNKNOWN = "unknown", _("not known whether translated")


@tracked
class Occurrence(EditorialModel):
    """How one source prints a quote: a place in one snapshot (W3C Web Annotation)."""

    quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("quote"), related_name="occurrences"
    )
    snapshot = models.ForeignKey(
        Snapshot, models.PROTECT, verbose_name=_("snapshot"), related_name="occurrences"
    )
    preferred = models.BooleanField(
        _("preferred"),
        default=False,
        help_text=_("The quote takes its wording and language from this occurrence."),
    )
    speech_type = models.CharField(
        _("speech type"), max_length=8, choices=SpeechType.choices, default=SpeechType.DIRECT
    )
    language = LanguageField(_("language"))
    wording = models.TextField(
        _("wording"), blank=True, editable=False, help_text=_("Its segments, joined by “…”.")
    )
    wording_origin = models.CharField(
        _("origin of the wording"),
        max_length=20,
        choices=WordingOrigin.choices,
        default=WordingOrigin.UNKNOWN,
    )
    reporting_phrase = models.CharField(
        _("reporting phrase"), max_length=500, blank=True, help_text=_("As printed: “sagte …”.")
    )
    locator = models.CharField(
        _("page or timecode"),
        max_length=100,
        blank=True,
        help_text=_("For print and broadcast: “p. 17”, “00:12:40”."),
    )
    orphan = models.BooleanField(
        _("orphan"),
        default=False,
        editable=False,
        help_text=_("The newest text of the article no longer holds this passage."),
    )
    withdrawn = models.BooleanField(
        _("withdrawn"),
        default=False,
        help_text=_("No longer shown; kept, since it was published."),
    )

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("occurrence")
        verbose_name_plural = _("occurrences")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote"],
                condition=Q(preferred=True),
                name="occurrence_one_preferred",
                violation_error_message=_("One occurrence of a quote is preferred, not several."),
            ),
            models.CheckConstraint(
                name="occurrence_preferred_is_not_withdrawn",
                condition=~Q(preferred=True, withdrawn=True),
                violation_error_message=_("A withdrawn occurrence cannot be the preferred one."),
            ),
        ]
        indexes = [
            # The queue of orphans.
            models.Index(fields=["id"], name="occurrence_orphans", condition=Q(orphan=True)),
            # Which languages there are, and the quotes printed in a rare one.
            models.Index(fields=["language", "quote"], name="occurrence_by_language"),
            # Whether these very words are held already, however they are printed.
            models.Index(words_key("wording"), name="occurrence_words_key"),
        ]
        triggers = [
            checked_at_commit(
                "occurrence_whole",
                pgtrigger.Insert | pgtrigger.Update,
                (OCCURRENCE_HAS_ITS_SEGMENTS + SEGMENTS_HOLD + QUOTE_HAS_PREFERRED_WORDING)
                .replace("{occurrences}", "NEW.id")
                .replace("{quotes}", "NEW.quote_id"),
            ),
            checked_at_commit(
                "occurrence_gone",
                pgtrigger.Update | pgtrigger.Delete,
                (QUOTE_HAS_PREFERRED_WORDING + PUBLISHED_HAS_SOURCE).replace(
                    "{quotes}", "OLD.quote_id"
                ),
            ),
            checked_now(
                "occurrence_stays_with_its_quote",
                pgtrigger.UpdateOf("quote_id"),
                refuse_if(
                    "OLD.quote_id <> NEW.quote_id AND EXISTS (SELECT 1 FROM quotes_quote"
                    " WHERE id = OLD.quote_id AND first_published_at IS NOT NULL)",
                    "occurrence_stays_with_its_quote",
                    "What belongs to a published quote stays with it.",
                ),
            ),
            kept_with("occurrence_published_is_kept", "quotes_quote", "quote_id"),
            marks_unseen(
                "occurrence_marks_quote",
                "quotes_quote",
                "SELECT ROW.quote_id",
                ignoring=("orphan",),
            ),
            *touches(
                changes("quote", "r.quote_id", f"{in_public_article('r')} AND NOT r.withdrawn"),
                reaches(
                    "outlet", "h.source_outlet_id", "JOIN quotes_hop h ON h.occurrence_id = r.id"
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.wording or str(_("occurrence without a passage"))


@tracked
class Segment(EditorialModel):
    """The characters of an occurrence; several where a reporting clause interrupts them."""

    occurrence = models.ForeignKey(
        Occurrence, models.CASCADE, verbose_name=_("occurrence"), related_name="segments"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    start = models.PositiveIntegerField(_("start"), help_text=_("In code points, from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("In code points, exclusive."))
    exact = models.TextField(_("exact"))
    prefix = models.TextField(_("prefix"), blank=True)
    suffix = models.TextField(_("suffix"), blank=True)

    objects = SegmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence", "position"],
                name="segment_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="segment_starts_before_it_ends",
                condition=Q(start__gte=0, start__lt=models.F("end")),
            ),
        ]
        triggers = [
            checked_now(
                "segment_holds",
                pgtrigger.Insert | pgtrigger.Update,
                "SELECT t.text, t.length INTO held FROM quotes_occurrence o"
                " JOIN quotes_snapshot t ON t.id = o.snapshot_id WHERE o.id = NEW.occurrence_id;"
                + refuse_if(
                    'NEW."end" > COALESCE(held.length, 0)',
                    "segment_within_the_snapshot",
                    "A segment ends within the snapshot’s text.",
                )
                + refuse_if(
                    'NEW.start < NEW."end" AND NEW.start >= 0 AND'
                    ' NEW.exact <> substr(held.text, NEW.start + 1, NEW."end" - NEW.start)',
                    "segment_is_what_the_snapshot_holds",
                    "A segment is what the snapshot holds at its place.",
                ),
                held="RECORD",
            ),
            checked_at_commit(
                "segment_changed",
                pgtrigger.Insert | pgtrigger.Update,
                (OCCURRENCE_HAS_ITS_SEGMENTS + SEGMENTS_IN_ORDER).replace(
                    "{occurrences}", "NEW.occurrence_id"
                ),
            ),
            checked_at_commit(
                "segment_gone",
                pgtrigger.Update | pgtrigger.Delete,
                OCCURRENCE_HAS_ITS_SEGMENTS.replace("{occurrences}", "OLD.occurrence_id"),
            ),
            marks_unseen(
                "segment_marks_quote",
                "quotes_quote",
                "SELECT o.quote_id FROM quotes_occurrence o WHERE o.id = ROW.occurrence_id",
            ),
            *touches(changes("quote", "o.quote_id", of_public_occurrence("r.occurrence_id"))),
        ]

    def __str__(self) -> str:
        return self.exact
