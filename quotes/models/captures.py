"""Captures that were asked for, and what was read. Never public."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .editorial_model import Dated, EditorialModel
from .history import tracked
from .sources import Article, CaptureMethod, Snapshot


class CaptureState(models.TextChoices):
    WAITING = "waiting", _("waits for its turn")
    FETCHING = "fetching", _("is being fetched")
    READ = "read", _("read; to be looked through")
    KEPT = "kept", _("kept")
    REFUSED = "refused", _("could not be captured")
    DISCARDED = "discarded", _("discarded")


@tracked
class Capture(Dated, EditorialModel):
    """A text that somebody asked to capture: what was read, and the snapshot that it became.

    What was read is a proposal until an editor keeps it.
    """

    method = models.CharField(
        _("how captured"), max_length=8, choices=CaptureMethod.choices, editable=False
    )
    url = models.CharField(_("URL"), max_length=2000, blank=True, help_text=_("As it was given."))
    final_url = models.CharField(_("canonical URL"), max_length=2000, blank=True)
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=CaptureState.choices,
        default=CaptureState.WAITING,
        editable=False,
    )
    reason = models.CharField(
        _("reason"),
        max_length=40,
        blank=True,
        editable=False,
        help_text=_("Why it could not be captured, as a code."),
    )
    detail = models.CharField(_("detail"), max_length=500, blank=True, editable=False)
    text = models.TextField(_("text"), blank=True)
    reading = models.JSONField(
        _("what was read"),
        default=dict,
        editable=False,
        help_text=_("Headline, byline, date, language and outlet as read, with where they stood."),
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        verbose_name=_("article"),
        null=True,
        blank=True,
        related_name="captures",
        help_text=_("The article that is captured again, or that it became."),
    )
    snapshot = models.ForeignKey(
        Snapshot,
        models.CASCADE,
        verbose_name=_("snapshot"),
        null=True,
        blank=True,
        related_name="captures",
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    requested_by_name = models.CharField(_("editor’s name"), max_length=150, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="capture_of_an_address_or_a_text", condition=~Q(url="") | ~Q(text="")
            ),
            models.CheckConstraint(
                name="capture_refused_says_why",
                condition=Q(state=CaptureState.REFUSED) & ~Q(reason="")
                | ~Q(state=CaptureState.REFUSED) & Q(reason=""),
            ),
            models.CheckConstraint(
                name="capture_kept_has_a_snapshot",
                condition=Q(state=CaptureState.KEPT, snapshot__isnull=False)
                | ~Q(state=CaptureState.KEPT),
            ),
            models.CheckConstraint(
                name="capture_state_known", condition=Q(state__in=CaptureState.values)
            ),
        ]
        indexes = [
            # What an editor has under way.
            models.Index(
                fields=["-created_at", "-id"],
                name="capture_under_way",
                condition=Q(state__in=["waiting", "fetching", "read"]),
            ),
        ]

    def __str__(self) -> str:
        return self.url or self.reading.get("headline") or self.text[:60]
