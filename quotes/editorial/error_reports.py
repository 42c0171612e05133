"""Errors that readers report: taken in, answered by e-mail or dismissed, their senders forgotten.

A name and an e-mail address are kept for the answer and ``KEPT`` after it; of the network address
only a keyed digest of the day, for the limits, and that for two days.
"""

import ipaddress
import logging
import smtplib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from quotes.models import Article, Delivery, ErrorReport, JointStatement, Quote, ReportState

from .recording import display_name, recorded
from .refusals import Refused, checked

# How long name and e-mail address stay after a report was answered or dismissed.
KEPT = timedelta(days=30)
SENDER_KEPT = timedelta(days=2)
# Reports in one hour: from one address, and from everybody.
WINDOW = timedelta(hours=1)
MOST_OF_ONE, MOST_OF_ALL = 5, 200
# Any number that no other lock in this database has.
_COUNTING = 0x5245504F
_COLUMN: dict[type, str] = {Article: "article", Quote: "quote", JointStatement: "statement"}
logger = logging.getLogger(__name__)


class TooMany(Exception):
    """So many reports came in the last hour that no more are taken from there."""


@dataclass(frozen=True)
class Reader:
    """Who reports: all of it may be empty but the language of the form ("de", "en")."""

    language: str
    name: str = ""
    email: str = ""
    address: str | None = None


def report(
    item: Article | Quote | JointStatement, kind: str, message: str, reader: Reader
) -> ErrorReport:
    """Keep a report about a public item. Raises TooMany, and Refused where it is not whole."""
    written = ErrorReport(
        kind=kind,
        message=message.strip(),
        name=reader.name.strip(),
        email=reader.email.strip(),
        language=reader.language,
        sender=_mark(reader.address),
        **{_COLUMN[type(item)]: item},
    )
    checked(written)
    with transaction.atomic():
        with connection.cursor() as cursor:
            # One after the other, so that no two are counted as one.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_COUNTING])
        lately = ErrorReport.objects.filter(reported_at__gt=timezone.now() - WINDOW)
        mine = lately.filter(sender=written.sender)
        if mine.count() >= MOST_OF_ONE or lately.count() >= MOST_OF_ALL:
            raise TooMany
        written.save()
        forget_readers()
    return written


def answer(waiting: ErrorReport, user: Any, text: str, page: str) -> ErrorReport:
    """Answer an open report, and send the answer where the reader left an address.

    The answer is kept before it is sent: ``delivery`` of what is returned says whether it was.
    ``page`` is the address of the item for the reader. Raises Refused.
    """
    if not text.strip():
        raise Refused([_("Write an answer, or dismiss the report.")])
    with recorded(user):
        row = _closed(waiting, user, ReportState.ANSWERED)
        row.answer = text.strip()
        row.delivery = Delivery.WAITING if row.email else Delivery.NONE
        row.save()
    return send_answer(row, user, page) if row.email else row


def send_answer(answered: ErrorReport, user: Any, page: str) -> ErrorReport:
    """Send an answer, for the first time or once more; what went wrong is logged and noted."""
    with recorded(user):
        row = ErrorReport.objects.select_for_update().get(pk=answered.pk)
        if row.delivery not in (Delivery.WAITING, Delivery.FAILED) or not row.email:
            raise Refused([_("There is no answer to send.")])
        try:
            _letter(row, page).send()
        except (OSError, smtplib.SMTPException) as error:
            # An address is nothing for a log.
            logger.warning("The answer to report %s was not sent: %s", row.pk, type(error).__name__)
            row.delivery = Delivery.FAILED
        else:
            row.delivery = Delivery.SENT
        row.save()
    return row


def dismiss(waiting: ErrorReport, user: Any) -> ErrorReport:
    """Put aside what needs no answer: spam, and what was reported twice. Raises Refused."""
    with recorded(user):
        row = _closed(waiting, user, ReportState.DISMISSED)
        row.save()
    return row


def reopen(dismissed: ErrorReport, user: Any) -> ErrorReport:
    """Take a dismissed report into the queue again. Raises Refused."""
    with recorded(user):
        row = ErrorReport.objects.select_for_update().get(pk=dismissed.pk)
        if row.state != ReportState.DISMISSED:
            raise Refused([_("Only a dismissed report can be opened again.")])
        row.state, row.closed_at, row.closed_by, row.closed_by_name = (
            ReportState.OPEN,
            None,
            None,
            "",
        )
        row.save()
    return row


def open_reports(length: int) -> list[ErrorReport]:
    """What waits for an answer, the oldest first, each with its item."""
    return list(
        ErrorReport.objects.filter(state=ReportState.OPEN)
        .select_related("quote", "statement", "article__outlet")
        .order_by("reported_at", "id")[:length]
    )


def forget_readers() -> int:
    """Erase what may no longer be kept of readers; the number of rows that named one."""
    now = timezone.now()
    marked = ErrorReport.objects.exclude(sender="")
    marked.filter(reported_at__lt=now - SENDER_KEPT).update(sender="")
    named = ErrorReport.objects.exclude(name="", email="")
    return named.filter(closed_at__lt=now - KEPT).update(name="", email="")


def _closed(waiting: ErrorReport, user: Any, state: ReportState) -> ErrorReport:
    row = ErrorReport.objects.select_for_update().get(pk=waiting.pk)
    if row.state != ReportState.OPEN:
        raise Refused([_("Somebody has answered or dismissed this report meanwhile.")])
    row.state, row.closed_at = state, timezone.now()
    row.closed_by, row.closed_by_name = user, display_name(user)
    return row


def _letter(row: ErrorReport, page: str) -> EmailMessage:
    with translation.override(row.language):
        subject = " ".join(_("Your report about “%(item)s”").split()) % {
            "item": " ".join(str(row.item).split())[:80]
        }
        text = render_to_string("email/report_answered.txt", {"report": row, "page": page})
    return EmailMessage(subject, text, to=[row.email])


def _mark(address: str | None) -> str:
    """A digest of network and day, which only this site can make; of IPv6 the /64 counts."""
    if not address:
        return ""
    try:
        network = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if network.version == 6:
        network = ipaddress.ip_network((network, 64), strict=False).network_address
    value = f"{timezone.now():%Y-%m-%d} {network}"
    return salted_hmac("quotes.error_reports", value, algorithm="sha256").hexdigest()[:32]
