"""The date of an expression once an editor has picked the event on which it hangs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.date_phrases import resolve_after
from quotes.text.dates import MalformedDate, parse
from tests.text.date_phrases import test_english, test_german
from tests.text.date_phrases.expressions import only


@pytest.mark.parametrize(
    ("words", "event", "edtf"),
    [
        ("einen Tag nach der Ankündigung", "2025-09-07", "2025-09-08"),
        ("am Tag der Ankündigung", "2025-09-07", "2025-09-07"),
        ("drei Tage vor der Wahl", "2025-03-02", "2025-02-27"),
        ("eine Woche nach der Wahl", "2025-09-01", "2025-09-08/2025-09-14"),
        ("zwei Monate nach der Wahl", "2025-12-31", "2026-02"),
        ("zwei Jahre nach der Wahl", "2024-02-29", "2026"),
        ("am Wochenende vor der Wahl", "2005-09-09", "2005-09-03/2005-09-04"),
        ("am Wochenende vor der Wahl", "2025-09-07", "2025-08-30/2025-08-31"),
        ("am Wochenende nach der Wahl", "2025-09-01", "2025-09-06/2025-09-07"),
        ("am Vortag", "2025-09-08", "2025-09-07"),
    ],
)
def test_the_event_moved_by_the_distance_is_no_more_precise_than_the_words(words, event, edtf):
    assert resolve_after(only(words, "de"), event) == edtf


@pytest.mark.parametrize(
    ("words", "event", "edtf"),
    [
        ("a day after the vote", "2025-09", "2025-09-02/2025-10-01"),
        ("a day after the vote", "2025-09-07~", "2025-09-08~"),
        ("a day after the vote", "2025-09-07/2025-09-09?", "2025-09-08?/2025-09-10?"),
        ("a day after the vote", "2025-09-07/..", "2025-09-08/.."),
        ("a day after the vote", "../2025-09-07", "../2025-09-08"),
        ("a day after the vote", "/2025-09-07", "/2025-09-08"),
        ("a month after the vote", "2025", "2025-02/2026-01"),
        ("a year after the vote", "2025", "2026"),
        ("a year after the vote", "202X", "2021/2030"),
        ("a week before the vote", "2025-09-08/2025-09-10", "2025-09-01/2025-09-07"),
    ],
)
def test_an_imprecise_event_gives_an_imprecise_date(words, event, edtf):
    assert resolve_after(only(words, "en"), event) == edtf


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("a day after the vote", 1),
        ("two weeks before the vote", -14),
        ("a year after the vote", None),
        ("on Monday", None),
    ],
)
def test_the_distance_in_days_is_told_where_the_words_count_days(words, days):
    assert only(words, "en").offset_days == days


def test_what_hangs_on_no_event_is_refused():
    with pytest.raises(ValueError, match="on Monday"):
        resolve_after(only("on Monday", "en"), "2025-09-07")


@pytest.mark.parametrize("event", ["", "yesterday", "2025-02-30"])
def test_a_malformed_event_date_is_refused(event):
    with pytest.raises(MalformedDate):
        resolve_after(only("a day after the vote", "en"), event)


@given(
    st.sampled_from([*test_german.OPEN_EXPRESSIONS, *test_english.OPEN_EXPRESSIONS]),
    st.dates(date(1000, 1, 1), date(3000, 1, 1)),
    st.sampled_from(["{day}", "{month}", "{year}", "{month}~", "{day}/..", "../{year}?"]),
)
def test_every_date_of_an_event_gives_a_date_that_can_be_read(row, day, shape):
    lang = "de" if row in test_german.OPEN_EXPRESSIONS else "en"
    event = shape.format(day=day, month=day.isoformat()[:7], year=day.year)
    resolved = resolve_after(only(row[0], lang), event)
    assert parse(resolved).edtf == resolved


@pytest.mark.parametrize("event", ["9999-12-31", "9999"])
def test_a_date_beyond_the_calendar_is_refused(event):
    with pytest.raises(ValueError, match="9999"):
        resolve_after(only("a day after the vote", "en"), event)
