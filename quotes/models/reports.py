"""Errors that readers report, and what the editors answer them. Never public."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .editorial_model import EditorialModel
from .history import tracked
from .refusals import checked_now, refuse_if


class ErrorKind(models.TextChoices):
    WORDING = "wording", _("the words are not those of the source")
    SPEAKER = "speaker", _("somebody else said it, or in another role")
    DATE = "date", _("the date or the occasion is wrong")
    TRANSLATION = "translation", _("the translation is wrong")
    SOURCE = "source", _("the source or the link to it is wrong")
    OTHER = "other", _("something else")


class ReportState(models.TextChoices):
    OPEN = "open", _("open")
    ANSWERED = "answered", _("answered")
    DISMISSED = "dismissed", _("dismissed")


class Delivery(models.TextChoices):
    NONE = "none", _("nothing to send")
    WAITING = "waiting", _("not sent yet")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")


# Who reported is forgotten after a while, and so never enters the history.
FORGOTTEN = ("name", "email", "sender")


@tracked(exclude=FORGOTTEN)
class ErrorReport(EditorialModel):
    """What a reader says is wrong with one published item, and what became of it."""

    article = models.ForeignKey(
        "quotes.Article",
        models.PROTECT,
        verbose_name=_("article"),
        null=True,
        blank=True,
        related_name="error_reports",
    )
    quote = models.ForeignKey(
        "quotes.Quote",
        models.PROTECT,
        verbose_name=_("quote"),
        null=True,
        blank=True,
        related_name="error_reports",
    )
    statement = models.ForeignKey(
        "quotes.JointStatement",
        models.PROTECT,
        verbose_name=_("statement"),
        null=True,
        blank=True,
        related_name="error_reports",
    )
    kind = models.CharField(_("what is wrong"), max_length=11, choices=ErrorKind.choices)
    message = models.TextField(_("message"))
    name = models.CharField(_("reader’s name"), max_length=100, blank=True)
    email = models.EmailField(_("reader’s e-mail address"), blank=True)
    sender = models.CharField(
        _("mark of the sender"),
        max_length=32,
        blank=True,
        editable=False,
        help_text=_("Tells that reports of one day came from one address, but not from which."),
    )
    language = models.CharField(
        _("reader’s language"), max_length=10, choices=settings.LANGUAGES, default="en"
    )
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)
    state = models.CharField(
        _("state"), max_length=9, choices=ReportState.choices, default=ReportState.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    delivery = models.CharField(
        _("e-mail with the answer"),
        max_length=7,
        choices=Delivery.choices,
        default=Delivery.NONE,
    )
    closed_at = models.DateTimeField(_("answered or dismissed"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    closed_by_name = models.CharField(_("editor’s name"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["-reported_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="errorreport_about_one_item",
                condition=Q(article__isnull=False, quote=None, statement=None)
                | Q(article=None, quote__isnull=False, statement=None)
                | Q(article=None, quote=None, statement__isnull=False),
            ),
            models.CheckConstraint(
                name="errorreport_says_something",
                condition=~Q(message="") & Q(kind__in=ErrorKind.values),
            ),
            models.CheckConstraint(
                name="errorreport_state_known",
                condition=Q(state=ReportState.OPEN, answer="", closed_at=None, closed_by_name="")
                | Q(state=ReportState.ANSWERED, closed_at__isnull=False) & ~Q(answer="")
                | Q(state=ReportState.DISMISSED, closed_at__isnull=False, answer=""),
            ),
            models.CheckConstraint(
                name="errorreport_sends_only_answers",
                condition=Q(delivery=Delivery.NONE)
                | Q(state=ReportState.ANSWERED, delivery__in=Delivery.values),
            ),
        ]
        indexes = [
            # The queue, and the editors' list with it.
            models.Index(
                fields=["reported_at", "id"],
                name="errorreport_open",
                condition=Q(state=ReportState.OPEN),
            ),
            # How many came lately, from one sender and in all.
            models.Index(fields=["reported_at", "sender"], name="errorreport_lately"),
        ]
        triggers = [
            checked_now(
                "errorreport_stays_as_written",
                pgtrigger.Update,
                refuse_if(
                    "(OLD.article_id, OLD.quote_id, OLD.statement_id, OLD.kind, OLD.message,"
                    " OLD.language, OLD.reported_at) IS DISTINCT FROM (NEW.article_id,"
                    " NEW.quote_id, NEW.statement_id, NEW.kind, NEW.message, NEW.language,"
                    " NEW.reported_at)"
                    + "".join(
                        f" OR NEW.{column} NOT IN ('', OLD.{column})" for column in FORGOTTEN
                    ),
                    "errorreport_stays_as_written",
                    "A report stays as its reader wrote it.",
                ),
            )
        ]

    def __str__(self) -> str:
        return self.message

    @property
    def item(self) -> Any:
        """What the report is about: an article, a quote or a statement."""
        return self.article or self.quote or self.statement
