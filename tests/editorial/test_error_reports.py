"""Readers' reports: taken within limits, answered by e-mail, and their senders forgotten."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from quotes.editorial import error_reports
from quotes.editorial.error_reports import Reader, TooMany
from quotes.editorial.refusals import Refused
from quotes.models import ErrorReport
from tests.factories import ErrorReportFactory, published_quote, published_statement

pytestmark = pytest.mark.django_db
WRONG = "„Vertrauen aufzubauen“ ist zu schwach: 醸成 heißt, es wachsen zu lassen."
PAGE = "https://wortlaut.example/quotes/17/"


def reported(item=None, **reader):
    known = {"language": "de", "email": "lea@example.org", "address": "203.0.113.7", **reader}
    return error_reports.report(item or published_quote(), "translation", WRONG, Reader(**known))


class BrokenServer:
    def __init__(self, *args, **kwargs): ...

    def send_messages(self, messages):
        raise ConnectionRefusedError


@pytest.fixture
def broken_mail(settings):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenServer"


def test_a_report_is_kept_with_its_item_and_without_the_readers_network_address():
    statement = published_statement()
    written = reported(statement)
    written.refresh_from_db()
    assert (written.item, written.message, written.state) == (statement, WRONG, "open")
    assert "203.0.113.7" not in str(ErrorReport.objects.values().get())


def test_the_reader_gets_the_answer_in_his_language(edith):
    row = error_reports.answer(reported(name="Lea"), edith, "Stimmt, wir ändern es.", PAGE)
    [letter] = mail.outbox
    assert letter.to == ["lea@example.org"]
    for part in ("Stimmt, wir ändern es.", WRONG, PAGE, "Lea"):
        assert part in letter.body
    assert "\n" not in letter.subject
    row.refresh_from_db()
    assert (row.state, row.delivery, row.closed_by) == ("answered", "sent", edith)


def test_without_an_address_the_answer_is_only_kept(edith):
    row = error_reports.answer(reported(email=""), edith, "Stimmt.", PAGE)
    assert (row.answer, row.delivery, mail.outbox) == ("Stimmt.", "none", [])


def test_a_mail_server_that_fails_loses_no_answer(edith, broken_mail, settings, caplog):
    row = error_reports.answer(reported(), edith, "Stimmt.", PAGE)
    row.refresh_from_db()
    assert (row.state, row.answer, row.delivery) == ("answered", "Stimmt.", "failed")
    assert "lea@example.org" not in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert error_reports.send_answer(row, edith, PAGE).delivery == "sent"
    with pytest.raises(Refused, match="no answer to send"):
        error_reports.send_answer(row, edith, PAGE)
    assert len(mail.outbox) == 1


def test_a_report_is_closed_once(edith, rosa):
    row = reported()
    with pytest.raises(Refused, match="Write an answer"):
        error_reports.answer(row, edith, "  ", PAGE)
    error_reports.dismiss(row, edith)
    for step in (
        lambda: error_reports.answer(row, rosa, "Stimmt.", PAGE),
        lambda: error_reports.dismiss(row, rosa),
    ):
        with pytest.raises(Refused, match="meanwhile"):
            step()
    assert mail.outbox == []
    assert error_reports.reopen(row, rosa).state == "open"
    assert error_reports.answer(row, rosa, "Stimmt.", PAGE).closed_by == rosa
    with pytest.raises(Refused, match="Only a dismissed"):
        error_reports.reopen(row, rosa)


def test_an_open_report_waits_in_the_order_of_its_coming(edith):
    first, second, third = reported(), reported(), reported()
    error_reports.dismiss(second, edith)
    assert error_reports.open_reports(20) == [first, third]


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        ("203.0.113.7", "203.0.113.7", "203.0.113.8"),
        # Whoever has one IPv6 address has a whole network of them.
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", "2001:db8:1:3::1"),
    ],
)
def test_one_address_reports_five_times_an_hour(time_machine, one, same, other):
    time_machine.move_to("2026-03-02T10:00:00Z")
    quote = published_quote()
    for _ in range(error_reports.MOST_OF_ONE):
        reported(quote, address=one)
    with pytest.raises(TooMany):
        reported(quote, address=same)
    assert reported(quote, address=other).pk
    time_machine.move_to("2026-03-02T11:00:01Z")
    assert reported(quote, address=same).pk


def test_everybody_together_is_limited_too(monkeypatch):
    monkeypatch.setattr(error_reports, "MOST_OF_ALL", 2)
    quote = published_quote()
    reported(quote, address="203.0.113.1")
    reported(quote, address="203.0.113.2")
    with pytest.raises(TooMany):
        reported(quote, address="203.0.113.3")


def test_the_mark_of_a_sender_is_another_one_every_day(time_machine):
    time_machine.move_to("2026-03-02T10:00:00Z")
    first = reported().sender
    assert reported().sender == first
    time_machine.move_to("2026-03-03T10:00:00Z")
    assert reported().sender not in ("", first)


def test_who_reported_is_forgotten_after_a_month_and_what_was_said_is_not(edith):
    row = error_reports.answer(reported(name="Lea"), edith, "Stimmt.", PAGE)
    waiting = reported(name="Max")
    now = timezone.now()
    ErrorReport.objects.filter(pk=row.pk).update(closed_at=now - timedelta(days=29))
    assert error_reports.forget_readers() == 0
    ErrorReport.objects.filter(pk=row.pk).update(closed_at=now - timedelta(days=31))
    call_command("forget_readers", verbosity=0)
    row.refresh_from_db()
    waiting.refresh_from_db()
    assert (row.name, row.email, row.answer) == ("", "", "Stimmt.")
    assert waiting.email == "lea@example.org"


def test_the_next_report_forgets_the_readers_of_old_ones(time_machine):
    time_machine.move_to("2026-03-02T10:00:00Z")
    old = reported()
    time_machine.move_to("2026-03-05T10:00:00Z")
    reported()
    old.refresh_from_db()
    assert (old.sender, old.email) == ("", "lea@example.org")


def test_a_report_that_says_nothing_is_refused():
    with pytest.raises(Refused):
        error_reports.report(published_quote(), "other", "   ", Reader("de"))
    with pytest.raises(Refused):
        error_reports.report(published_quote(), "other", "NUL \x00 byte", Reader("de"))
    assert not ErrorReport.objects.exists()


def test_factories_report_about_something_public():
    assert ErrorReportFactory().item.state == "published"
