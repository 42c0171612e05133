"""Occasions at which people speak."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from .addresses import Addressed
from .dates import EdtfField, edtf_columns, edtf_constraints
from .editorial_model import Dated, EditorialModel, in_reader_language
from .history import tracked
from .refusals import checked_now, refuse_if
from .touching import changes, reaches, reaches_event, touches
from .visibility import EventQuerySet
from .workflow import kept_once_public


class EventKind(models.TextChoices):
    MEETING = "meeting", _("meeting")
    PRESS_CONFERENCE = "press_conference", _("press conference")
    INTERVIEW = "interview", _("interview")
    SPEECH = "speech", _("speech")
    CONFERENCE = "conference", _("conference")
    SITTING = "sitting", _("sitting")
    OTHER = "other", _("other occasion")


@tracked
class Event(Dated, Addressed, EditorialModel):
    """A meeting, press conference, interview or speech, perhaps part of a larger one."""

    address_root = "events"

    title_de = models.CharField(_("German title"), max_length=200, blank=True)
    title_en = models.CharField(_("English title"), max_length=200, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=EventKind.choices, default=EventKind.MEETING
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    held_on = EdtfField(_("date"))
    held_on_earliest, held_on_latest, held_on_sort = edtf_columns()
    participants = models.ManyToManyField(
        "quotes.Speaker", verbose_name=_("participants"), blank=True, related_name="events"
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("part of"),
        null=True,
        blank=True,
        related_name="parts",
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-held_on_sort", "-id"]
        constraints = [
            *edtf_constraints("event", "held_on"),
            models.CheckConstraint(
                name="event_has_a_title",
                condition=~models.Q(title_de="") | ~models.Q(title_en=""),
                violation_error_message=_("Give a title, in German or in English."),
            ),
            models.CheckConstraint(
                name="event_not_part_of_itself",
                condition=~models.Q(parent=models.F("id")),
                violation_error_message=_("An event is not part of itself."),
            ),
        ]
        # List of events, newest first.
        indexes = [models.Index(fields=["-held_on_sort", "-id"], name="event_newest_first")]
        triggers = [
            checked_now(
                "event_not_part_of_itself",
                pgtrigger.Insert | pgtrigger.Update,
                refuse_if(
                    "NEW.parent_id IS NOT NULL AND EXISTS (WITH RECURSIVE above (id) AS"
                    " (SELECT NEW.parent_id UNION SELECT e.parent_id FROM quotes_event e"
                    " JOIN above ON e.id = above.id) SELECT 1 FROM above WHERE id = NEW.id)",
                    "event_not_part_of_itself",
                    "An event is not part of itself.",
                ),
            ),
            kept_once_public(
                "event_public_is_kept",
                ("quotes_quoteevent", "event_id", "pgh_obj_id", "quotes_quote"),
                (
                    "quotes_jointstatementevent",
                    "event_id",
                    "pgh_obj_id",
                    "quotes_jointstatement",
                ),
            ),
            *touches(changes("event", "r.id"), *reaches_event("r.parent_id")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return in_reader_language(self, "title")


@tracked
class EventParticipant(Event.participants.through):  # type: ignore[name-defined]
    """History of who took part."""

    class Meta:
        proxy = True
        triggers = touches(changes("event", "r.event_id"), reaches("speaker", "r.speaker_id"))
