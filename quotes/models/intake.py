"""Passages of a captured text that may be quotes, and what an editor made of them. Never public."""

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .dates import validate_edtf
from .editorial_model import EditorialModel
from .events import Event
from .history import tracked
from .occurrences import Occurrence, SpeechType
from .quotes import DateBasis
from .refusals import checked_now, refuse_if
from .sources import Snapshot
from .speakers import InRole, Speaker, Tenure, tenure_of_speaker
from .statements import JointStatement
from .topics import Topic


class CandidateOrigin(models.TextChoices):
    EXTRACTED = "extracted", _("proposed by extraction")
    MARKED = "marked", _("marked by an editor")


@tracked
class Candidate(InRole, EditorialModel):
    """A passage of a snapshot that may be a quote, with what is proposed and chosen for it.

    Speaker, date, occasion and so on are the editor's choices so far: nothing is lost when the
    workbench is closed. What became of it is its ``Decision``; without one it is open.
    """

    snapshot = models.ForeignKey(
        Snapshot, models.CASCADE, verbose_name=_("snapshot"), related_name="candidates"
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("In code points, from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("In code points, exclusive."))
    origin = models.CharField(
        _("origin"),
        max_length=9,
        choices=CandidateOrigin.choices,
        default=CandidateOrigin.EXTRACTED,
        editable=False,
    )
    kind = models.CharField(
        _("speech type"), max_length=8, choices=SpeechType.choices, default=SpeechType.DIRECT
    )
    score = models.FloatField(
        _("certainty"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text=_("Between 0 and 1; empty for what an editor marked."),
    )
    part_of = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name=_("part of"),
        null=True,
        blank=True,
        related_name="parts",
        help_text=_("The first part of a quotation that a reporting phrase interrupts."),
    )
    within = models.ForeignKey(
        "self",
        models.CASCADE,
        verbose_name=_("within"),
        null=True,
        blank=True,
        related_name="fragments",
        help_text=_("The indirect passage that holds this fragment."),
    )
    speaker_text = models.CharField(_("name as printed"), max_length=200, blank=True)
    speaker_start = models.PositiveIntegerField(_("start of the name"), null=True, blank=True)
    speaker_name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        help_text=_("The fullest name that the text gives for the speaker."),
    )
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        verbose_name=_("speaker"),
        null=True,
        blank=True,
        related_name="candidates",
    )
    tenure = models.ForeignKey(
        Tenure,
        models.PROTECT,
        verbose_name=_("role then"),
        null=True,
        blank=True,
        related_name="candidates",
    )
    reporting_phrase = models.CharField(_("reporting phrase"), max_length=500, blank=True)
    addressee = models.CharField(_("said to"), max_length=200, blank=True)
    from_document = models.BooleanField(
        _("from a document"),
        default=False,
        help_text=_("The words stand in a statement, a report or the like."),
    )
    said_on = models.CharField(
        _("said on"), max_length=60, blank=True, default="", validators=[validate_edtf]
    )
    said_on_basis = models.CharField(
        _("how the date is known"), max_length=11, choices=DateBasis.choices, blank=True
    )
    said_on_expression = models.CharField(
        _("printed expression of the date"), max_length=200, blank=True
    )
    hangs_on = models.CharField(
        _("hangs on"),
        max_length=200,
        blank=True,
        help_text=_("The printed words for the event from which the date counts."),
    )
    counts_from = models.ForeignKey(
        Event,
        models.PROTECT,
        verbose_name=_("counts from"),
        null=True,
        blank=True,
        related_name="candidates_counted",
        help_text=_("The event from which the date counts; not the occasion of the words."),
    )
    said_on_counted = models.BooleanField(
        _("date counted"),
        default=False,
        editable=False,
        help_text=_("The date was worked out from that event, and follows its date."),
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        verbose_name=_("occasion"),
        null=True,
        blank=True,
        related_name="candidates",
    )
    statement = models.ForeignKey(
        JointStatement,
        models.PROTECT,
        verbose_name=_("joint statement"),
        null=True,
        blank=True,
        related_name="candidates",
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="candidates"
    )
    decided = models.BooleanField(
        _("decided"),
        default=False,
        editable=False,
        help_text=_("Whether there is a decision; kept by the database."),
    )

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ["start", "-end", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "start", "end"], name="candidate_once_a_place"
            ),
            models.CheckConstraint(
                name="candidate_starts_before_it_ends",
                condition=Q(start__gte=0, start__lt=F("end")),
            ),
            models.CheckConstraint(
                name="candidate_score_between_0_and_1",
                condition=Q(score=None) | Q(score__gte=0, score__lte=1),
            ),
            models.CheckConstraint(
                name="candidate_counted_date_has_its_event",
                condition=Q(said_on_counted=False) | Q(counts_from__isnull=False) & ~Q(said_on=""),
            ),
            models.CheckConstraint(
                name="candidate_is_not_part_of_itself",
                condition=(Q(part_of=None) | ~Q(part_of=F("id")))
                & (Q(within=None) | ~Q(within=F("id"))),
            ),
        ]
        # Texts with open candidates, however many are decided.
        indexes = [
            models.Index(
                fields=["snapshot"],
                name="candidate_open",
                condition=Q(decided=False, part_of=None),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="candidate_knows_its_decision",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func='NEW."decided" := EXISTS'
                " (SELECT 1 FROM quotes_decision WHERE candidate_id = NEW.id); RETURN NEW;",
            ),
            checked_now(
                "candidate_within_the_snapshot",
                pgtrigger.Insert | pgtrigger.Update,
                refuse_if(
                    'NEW."end" > (SELECT length FROM quotes_snapshot WHERE id = NEW.snapshot_id)',
                    "candidate_within_the_snapshot",
                    "A candidate ends within the snapshot’s text.",
                )
                + refuse_if(
                    "EXISTS (SELECT 1 FROM quotes_candidate c"
                    " WHERE c.id IN (NEW.part_of_id, NEW.within_id)"
                    " AND c.snapshot_id <> NEW.snapshot_id)",
                    "candidate_parts_in_one_snapshot",
                    "The parts of a quotation stand in one snapshot.",
                ),
            ),
            tenure_of_speaker("candidate_tenure_of_speaker"),
        ]

    def __str__(self) -> str:
        return self.exact

    @property
    def exact(self) -> str:
        """The words, as the snapshot holds them."""
        return self.snapshot.text[self.start : self.end]


@tracked
class CandidateTopic(Candidate.topics.through):  # type: ignore[name-defined]
    """History of a candidate's topics."""

    class Meta:
        proxy = True


@tracked
class Decision(EditorialModel):
    """What an editor made of a candidate: an occurrence, or nothing.

    It goes with its occurrence: a draft that is deleted leaves an open candidate behind.
    """

    candidate = models.OneToOneField(
        Candidate, models.CASCADE, verbose_name=_("candidate"), related_name="decision"
    )
    occurrence = models.ForeignKey(
        Occurrence,
        models.CASCADE,
        verbose_name=_("occurrence"),
        null=True,
        blank=True,
        related_name="decisions",
        help_text=_("Empty where the candidate was rejected."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    decided_by_name = models.CharField(_("editor’s name"), max_length=150, blank=True)
    decided_at = models.DateTimeField(_("decided"), auto_now_add=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["decided_at", "id"]
        triggers = [
            checked_now(
                "decision_in_the_candidates_snapshot",
                pgtrigger.Insert | pgtrigger.Update,
                refuse_if(
                    "NEW.occurrence_id IS NOT NULL AND (SELECT snapshot_id FROM quotes_occurrence"
                    " WHERE id = NEW.occurrence_id) IS DISTINCT FROM"
                    " (SELECT snapshot_id FROM quotes_candidate WHERE id = NEW.candidate_id)",
                    "decision_in_the_candidates_snapshot",
                    "A candidate becomes an occurrence of its own snapshot.",
                ),
            ),
            pgtrigger.Trigger(
                name="decision_tells_its_candidate",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Delete | pgtrigger.UpdateOf("candidate_id"),
                # What is written is found out by "candidate_knows_its_decision".
                func="IF TG_OP <> 'INSERT' THEN UPDATE quotes_candidate SET decided = false"
                " WHERE id = OLD.candidate_id; END IF;"
                " IF TG_OP <> 'DELETE' THEN UPDATE quotes_candidate SET decided = true"
                " WHERE id = NEW.candidate_id; END IF; RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return str(self.occurrence or _("rejected"))

    @property
    def is_accepted(self) -> bool:
        return self.occurrence_id is not None
