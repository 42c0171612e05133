"""What the database keeps of a reader's report, and what it lets nobody change."""

import pytest

from quotes.models import ErrorReport
from tests.factories import ErrorReportFactory, published_quote, published_statement

from .attacks import allowed, refused, sql

pytestmark = pytest.mark.django_db
ANSWERED = "UPDATE quotes_errorreport SET state = 'answered', answer = 'Danke', closed_at = now()"


@pytest.fixture
def report():
    return ErrorReportFactory(name="Ada", email="ada@example.org", sender="0123")


def test_a_report_is_about_one_item():
    with refused("errorreport_about_one_item"):
        ErrorReportFactory(quote=None)
    with refused("errorreport_about_one_item"):
        ErrorReportFactory(statement=published_statement())


@pytest.mark.parametrize("nothing", [{"message": ""}, {"kind": "spam"}])
def test_a_report_says_something_of_a_known_kind(nothing):
    with refused("errorreport_says_something"):
        ErrorReportFactory(**nothing)


@pytest.mark.parametrize(
    "state",
    [
        "state = 'gone'",
        "state = 'answered', closed_at = now()",
        "state = 'answered', answer = 'Danke'",
        "state = 'dismissed'",
        "state = 'dismissed', closed_at = now(), answer = 'Danke'",
        "answer = 'Danke'",
        "closed_at = now()",
        "closed_by_name = 'Edith'",
    ],
)
def test_its_state_agrees_with_what_became_of_it(report, state):
    with refused("errorreport_state_known"):
        sql(f"UPDATE quotes_errorreport SET {state}")
    with allowed():
        sql(ANSWERED)


def test_only_an_answer_is_sent(report):
    with refused("errorreport_sends_only_answers"):
        sql("UPDATE quotes_errorreport SET delivery = 'sent'")
    with refused("errorreport_sends_only_answers"):
        sql(f"{ANSWERED}, delivery = 'pigeon'")
    with allowed():
        sql(f"{ANSWERED}, delivery = 'failed'")


@pytest.mark.parametrize(
    "change",
    [
        "message = 'Alles richtig.'",
        "kind = 'other'",
        "language = 'en'",
        "reported_at = reported_at - interval '1 day'",
        "email = 'other@example.org'",
        "name = 'Bob'",
        "sender = '4567'",
    ],
)
def test_it_stays_as_its_reader_wrote_it(report, change):
    with refused("errorreport_stays_as_written"):
        sql(f"UPDATE quotes_errorreport SET {change}")


def test_it_stays_with_what_it_is_about(report):
    with refused("errorreport_stays_as_written"):
        sql("UPDATE quotes_errorreport SET quote_id = %s", published_quote().pk)


def test_its_reader_can_be_forgotten_without_a_trace(report):
    with allowed():
        sql("UPDATE quotes_errorreport SET name = '', email = '', sender = ''")
    kept = str(list(ErrorReport.pgh_event_model.objects.values()))
    assert "醸成" in kept
    for trace in ("Ada", "ada@example.org", "0123"):
        assert trace not in kept
