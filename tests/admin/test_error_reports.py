"""Editors answer what readers report: from the first page, by e-mail, or not at all."""

import pytest
from django.core import mail
from django.urls import reverse

from quotes.models import ErrorReport
from tests.factories import ErrorReportFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/quotes/errorreport/"


@pytest.fixture
def report():
    return ErrorReportFactory(name="Lea", email="lea@example.org")


def page(report):
    return reverse("admin:quotes_errorreport_change", args=[report.pk])


def step(client, report, name, **data):
    address = reverse("admin:quotes_errorreport_step", args=[report.pk])
    return client.post(address, {"_step": name, **data}, follow=True)


def test_the_first_page_leads_to_what_waits_and_it_says_what_it_is_about(edith, client_of, report):
    client = client_of(edith)
    assert page(report) in client.get("/admin/").text
    shown = client.get(page(report)).text
    for part in (report.message, "Lea", "lea@example.org", report.item.get_absolute_url()):
        assert part in shown
    assert reverse("admin:quotes_quote_change", args=[report.quote_id]) in shown


def test_an_answer_is_sent_and_closes_the_report(edith, client_of, report):
    client = client_of(edith)
    told = step(client, report, "answer", answer="Stimmt, wir ändern es.")
    assert "The answer is kept and was sent." in told.text
    [letter] = mail.outbox
    assert f"http://testserver{report.item.get_absolute_url()}" in letter.body
    assert page(report) not in client.get("/admin/").text
    assert 'value="answer"' not in client.get(page(report)).text


def test_a_failing_mail_server_is_told_of_and_the_answer_sent_again(
    edith, client_of, report, settings
):
    client = client_of(edith)
    works, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp"
    settings.EMAIL_BACKEND += ".EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    told = step(client, report, "answer", answer="Stimmt.")
    assert "the mail server did not take it" in told.text
    assert "Stimmt." in told.text
    settings.EMAIL_BACKEND = works
    assert "was sent" in step(client, report, "send").text
    assert len(mail.outbox) == 1


def test_what_was_typed_stays_when_somebody_was_faster(edith, rosa, client_of, report):
    step(client_of(rosa), report, "dismiss")
    told = step(client_of(edith), report, "answer", answer="Eine lange Antwort.")
    assert "Somebody has answered or dismissed this report meanwhile." in told.text
    assert "Eine lange Antwort." in told.text
    assert mail.outbox == []


def test_an_empty_answer_is_refused(edith, client_of, report):
    told = step(client_of(edith), report, "answer", answer=" ")
    assert "Write an answer, or dismiss the report." in told.text


def test_spam_is_dismissed_in_the_list_and_can_be_opened_again(edith, client_of, report):
    client, other = client_of(edith), ErrorReportFactory()
    chosen = {"action": "dismiss_selected", "_selected_action": [report.pk, other.pk]}
    assert "2 reports were dismissed." in client.post(LIST, chosen, follow=True).text
    assert set(ErrorReport.objects.values_list("state", flat=True)) == {"dismissed"}
    step(client, report, "reopen")
    report.refresh_from_db()
    assert report.state == "open"


def test_the_list_has_open_ones_first_and_filters(edith, client_of, report):
    client, newer = client_of(edith), ErrorReportFactory(kind="date", language="en")
    step(client, newer, "dismiss")
    assert list(client.get(LIST).context["cl"].result_list) == [report, newer]
    for query in ("state__exact=dismissed", "kind__exact=date", "language__exact=en"):
        assert list(client.get(f"{LIST}?{query}").context["cl"].result_list) == [newer]


def test_nobody_writes_or_deletes_a_report(ada, client_of, report):
    client = client_of(ada)
    assert client.get(f"{LIST}add/").status_code == 403
    delete = reverse("admin:quotes_errorreport_delete", args=[report.pk])
    assert client.post(delete, {"post": "yes"}, follow=True).status_code == 403
    client.post(page(report), {"message": "Alles richtig.", "_version": ""})
    report.refresh_from_db()
    assert report.message.startswith("„Vertrauen")


def test_contributors_see_nothing_of_readers(carl, client_of, report):
    client = client_of(carl)
    assert "Reports to answer" not in client.get("/admin/").text
    for address in (LIST, page(report)):
        assert client.get(address).status_code == 403
    assert step(client, report, "dismiss").status_code == 403
    report.refresh_from_db()
    assert report.state == "open"


def test_steps_are_posted_and_known(edith, client_of, report):
    client = client_of(edith)
    address = reverse("admin:quotes_errorreport_step", args=[report.pk])
    assert client.get(address).status_code == 403
    assert step(client, report, "publish").status_code == 403
    assert (
        client.post(address.replace(str(report.pk), "10000000"), {"_step": "dismiss"}).status_code
        == 403
    )
