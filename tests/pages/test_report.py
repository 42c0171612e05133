"""“Report an error”: for people without script and cookies, not for programs."""

import re

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from quotes.editorial.error_reports import MOST_OF_ONE
from quotes.models import ErrorReport
from quotes.pages.reports import LONGEST, LONGEST_MESSAGE
from tests import factories

pytestmark = pytest.mark.django_db
WRONG = "„Vertrauen aufzubauen“ ist zu schwach: 醸成 heißt, es wachsen zu lassen."


@pytest.fixture
def quote():
    return factories.published_quote()


@pytest.fixture
def send(quote, time_machine):
    """Opens the form, takes ``seconds``, fills it in and sends it."""

    def fill_in(item=quote, seconds=60, headers=None, client=None, **fields):
        browser = client or Client()
        address = f"{item.get_absolute_url()}report/"
        time_machine.move_to("2026-03-02T10:00:00Z")
        opened = opened_in(browser.get(address))
        time_machine.shift(seconds)
        data = {"kind": "translation", "message": WRONG, "opened": opened, "homepage": ""}
        return browser.post(address, data | fields, headers=headers)

    return fill_in


def opened_in(page):
    return re.search(r'name="opened" value="([^"]+)"', page.text)[1]


@pytest.mark.parametrize(
    "make",
    [factories.published_quote, factories.published_statement, factories.published_article],
)
def test_every_item_has_a_form_that_its_page_leads_to(make, client):
    item = make()
    address = f"{item.get_absolute_url()}report/"
    assert f'href="{address}"' in client.get(item.get_absolute_url()).text
    page = client.get(address)
    assert page.status_code == 200
    assert '<meta name="robots" content="noindex">' in page.text
    assert "30 days after we close the report" in page.text


def test_a_report_is_kept_and_thanked_for_without_script_or_cookie(send, quote, client):
    client = Client(enforce_csrf_checks=True)
    sent = send(client=client, name="Lea", email="lea@example.org")
    assert (sent.status_code, sent["Location"]) == (
        303,
        f"{quote.get_absolute_url()}report/sent/",
    )
    row = ErrorReport.objects.get()
    assert (row.item, row.kind, row.message) == (quote, "translation", WRONG)
    assert (row.name, row.email, row.language) == ("Lea", "lea@example.org", "en")
    thanks = client.get(sent["Location"])
    assert f'href="{quote.get_absolute_url()}"' in thanks.text
    assert not client.cookies


def test_what_was_typed_stays_when_something_is_wrong(send):
    page = send(message="zu kurz", name="Lea", email="lea@example", kind="date")
    assert page.status_code == 400
    assert page["Cache-Control"] == "no-store"
    for typed in ("zu kurz", 'value="Lea"', 'value="lea@example"'):
        assert typed in page.text
    assert re.search(r'value="date"[^>]*checked', page.text)
    assert "at least 10 characters" in page.text
    assert "valid email address" in page.text
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"homepage": "https://spam.example"}, "to stay empty"),
        ({"seconds": 1}, "faster than anybody reads"),
        ({"seconds": LONGEST + 1}, "open for a day"),
        ({"opened": "2026"}, "not complete"),
        ({"opened": signing.TimestampSigner().sign("quotes/1")}, "not complete"),
        ({"message": "https://a.example https://b.example " * 2}, "at most 3 links"),
        ({"message": "x" * (LONGEST_MESSAGE + 1)}, "at most 4000 characters"),
        ({"message": "NUL \x00 and more"}, "Null characters"),
        ({"kind": "spam"}, "Select a valid choice"),
        ({"headers": {"Sec-Fetch-Site": "cross-site"}}, "another site"),
        ({"headers": {"Origin": "https://elsewhere.example"}}, "another site"),
    ],
)
def test_programs_are_told_why_and_nothing_is_kept(send, fields, said):
    page = send(**fields)
    assert page.status_code == 400
    assert said in page.text
    assert not ErrorReport.objects.exists()
    # A person only sends it again: nothing that he cannot see stays filled in.
    assert "spam.example" not in page.text


def test_a_form_of_one_item_is_none_for_another(send, quote):
    other = factories.published_quote()
    opened = opened_in(Client().get(f"{other.get_absolute_url()}report/"))
    assert send(opened=opened).status_code == 400


def test_markup_comes_back_as_text(send):
    page = send(message="<script>", name='"><script>')
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


def test_a_flood_from_one_address_is_told_to_wait(send):
    for _ in range(MOST_OF_ONE):
        assert send().status_code == 303
    page = send()
    assert (page.status_code, page["Retry-After"]) == (429, "3600")
    assert "醸成" in page.text
    assert ErrorReport.objects.count() == MOST_OF_ONE


@pytest.mark.parametrize("suffix", ["report/", "report/sent/"])
def test_what_has_no_page_has_no_form(suffix, client):
    draft = factories.draft_quote()
    gone = factories.brought_to(factories.published_quote(), "withdrawn")
    for item, status in ((draft, 404), (gone, 410)):
        address = f"/quotes/{item.pk}/{suffix}"
        answers = [client.get(address), client.get(f"/quotes/{item.pk}-falsch/{suffix}")]
        if suffix == "report/":
            answers.append(client.post(address, {"message": WRONG, "kind": "other"}))
        assert {answer.status_code for answer in answers} == {status}
        for answer in answers:
            assert item.wording not in answer.text
    assert not ErrorReport.objects.exists()


def test_another_slug_leads_to_the_right_one(quote, client):
    answer = client.get(f"/quotes/{quote.pk}-falsch/report/?lang=de")
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"{quote.get_absolute_url()}report/?lang=de",
    )


def test_reports_are_nowhere_public(client):
    report = factories.ErrorReportFactory(message="Streng vertraulich", email="lea@example.org")
    for address in (
        report.item.get_absolute_url(),
        f"{report.item.get_absolute_url()}report/",
        f"{report.item.get_absolute_url()}report/sent/",
        reverse("api:quotes-detail", args=[report.item.pk]),
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert "vertraulich" not in page.text
        assert "lea@" not in page.text
