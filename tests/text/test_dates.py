"""Imprecise dates: what is read, its strict bounds, and how it is said."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.dates import ImpreciseDate, MalformedDate, machine, parse, show

FIRST, LAST = date.min, date.max


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025-09-08", "2025-09-08", "2025-09-08"),
        ("2025-09", "2025-09-01", "2025-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-09?", "2025-09-01", "2025-09-30"),
        ("2025-09-08%", "2025-09-08", "2025-09-08"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2025-09-XX", "2025-09-01", "2025-09-30"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22~", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2020/2021-06", "2020-01-01", "2021-06-30"),
        ("2025-09-08/2025-09-09", "2025-09-08", "2025-09-09"),
        ("1984~/2004-06?", "1984-01-01", "2004-06-30"),
        ("2025-24/2026-03", "2025-12-01", "2026-03-31"),
        ("2020/..", "2020-01-01", ""),
        ("../2020", "", "2020-12-31"),
        ("2020/", "2020-01-01", ""),
        ("/2020-05", "", "2020-05-31"),
    ],
)
def test_a_date_has_strict_bounds(edtf, earliest, latest):
    assert parse(edtf) == ImpreciseDate(edtf, day(earliest), day(latest))


@pytest.mark.parametrize(
    ("text", "canonical"), [(" 2025-09 \n", "2025-09"), ("2025/2025", "2025"), ("2025~", "2025~")]
)
def test_a_date_is_kept_in_one_form(text, canonical):
    assert parse(text).edtf == canonical


@pytest.mark.parametrize(
    ("edtf", "key"),
    [
        ("2025-09", "2025-09-01"),
        ("../2020", "2020-12-31"),
        ("2020/..", "2020-01-01"),
        ("/2020-05", "2020-05-31"),
    ],
)
def test_every_date_can_be_sorted(edtf, key):
    assert parse(edtf).sort_key == day(key)


def test_what_has_no_bounds_sorts_first():
    assert ImpreciseDate("", None, None).sort_key == FIRST


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "gestern",
        "8.9.2025",
        "8. September 2025",
        "2025-9-8",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "1900-02-29",
        "2025-04-31",
        "25",
        "20250908",
        "2025-09-08T10:00:00Z",
        "0000",
        "-0044",
        "10000",
        "Y12345",
        "XXXX",
        "1XXX",
        "X025",
        "19X5",
        "156X-12-25",
        "2025-XX-08",
        "2025-25",
        "2025-41",
        "2004-06-~01",
        "2025~?",
        "{2020,2021}",
        "[2020..2021]",
        "2021/2020",
        "2020/2021/2022",
        "..",
        "/",
        "../..",
        "/..",
        "2025 - 09",
        "２０２５",
        "2025\x00",
        "2" * 10_000,
        "(" * 10_000,
    ],
)
def test_anything_else_is_refused_with_three_valid_examples(text):
    with pytest.raises(MalformedDate) as refused:
        parse(text)
    assert len(refused.value.examples) == 3
    for example in refused.value.examples:
        assert example in str(refused.value)
        assert parse(example).edtf == example
    assert len(str(refused.value)) < 300


@given(st.text(st.sampled_from("0123456789-/.X~?% YST:{}[]+"), max_size=24) | st.text(max_size=12))
def test_whatever_is_typed_is_a_date_or_malformed(text):
    try:
        read = parse(text)
    except MalformedDate:
        return
    assert parse(read.edtf) == read
    assert show(read.edtf, "de")
    assert show(read.edtf, "en")
    assert read.earliest is None or read.latest is None or read.earliest <= read.latest
    assert read.earliest or read.latest


REFERENCE = (
    "2025-09-08 2024-02 2025 2025~ 2025-09? 198X 19XX 2025-XX 2025-XX-XX 2025-09-XX 2025-21 "
    "2025-22 2025-23 2020/2021-06 1984~/2004-06?"
)


@pytest.mark.parametrize("edtf", REFERENCE.split())
def test_the_bounds_are_those_of_the_edtf_library(edtf):
    reference = parse_edtf(edtf)
    bounds = [reference.lower_strict(), reference.upper_strict()]
    read = parse(edtf)
    assert [date(*bound[:3]) for bound in bounds] == [read.earliest, read.latest]


@given(st.dates())
def test_every_day_is_a_date_within_its_month_and_its_year(some_day):
    iso = some_day.isoformat()
    exact = parse(iso)
    assert (exact.earliest, exact.latest) == (some_day, some_day)
    for wider in (iso[:7], iso[:4], f"{iso[:4]}-XX-XX", f"{iso[:7]}-XX", f"{iso[:4]}~"):
        bounds = parse(wider)
        assert bounds.earliest <= some_day <= bounds.latest


@given(st.dates(), st.dates())
def test_an_interval_reaches_from_its_start_to_its_end(one, other):
    start, end = sorted((one, other))
    interval = parse(f"{start}/{end}")
    assert (interval.earliest, interval.latest) == (start, end)


@pytest.mark.parametrize(
    ("edtf", "german", "english"),
    [
        ("2025-09-08", "8. September 2025", "8 September 2025"),
        ("2025-03", "März 2025", "March 2025"),
        ("2025", "2025", "2025"),
        ("0800", "800", "800"),
        ("2025~", "um 2025", "about 2025"),
        ("2025-09~", "um September 2025", "about September 2025"),
        ("2025-09-08~", "um den 8. September 2025", "about 8 September 2025"),
        ("2025?", "vermutlich 2025", "possibly 2025"),
        ("2025-09-08?", "vermutlich 8. September 2025", "possibly 8 September 2025"),
        ("2025%", "vermutlich um 2025", "possibly about 2025"),
        ("198X", "1980er Jahre", "1980s"),
        ("198X~", "um die 1980er Jahre", "about the 1980s"),
        ("200X", "zwischen 2000 und 2009", "between 2000 and 2009"),
        ("19XX", "zwischen 1900 und 1999", "between 1900 and 1999"),
        ("19XX~", "ungefähr zwischen 1900 und 1999", "roughly between 1900 and 1999"),
        ("2025-XX", "2025", "2025"),
        ("2025-09-XX", "September 2025", "September 2025"),
        ("2025-XX-XX", "2025", "2025"),
        ("2025-21", "Frühjahr 2025", "spring 2025"),
        ("2025-22~", "um den Sommer 2025", "about summer 2025"),
        ("2025-23?", "vermutlich Herbst 2025", "possibly autumn 2025"),
        ("2025-24", "Winter 2025/26", "winter 2025/26"),
        ("1999-24", "Winter 1999/2000", "winter 1999/2000"),
        ("2020/2021", "zwischen 2020 und 2021", "between 2020 and 2021"),
        (
            "2025-08/2025-09",
            "zwischen August und September 2025",
            "between August and September 2025",
        ),
        (
            "2025-12/2026-01",
            "zwischen Dezember 2025 und Januar 2026",
            "between December 2025 and January 2026",
        ),
        (
            "2025-09-08/2025-09-10",
            "zwischen dem 8. und 10. September 2025",
            "between 8 and 10 September 2025",
        ),
        (
            "2025-08-31/2025-09-02",
            "zwischen dem 31. August 2025 und dem 2. September 2025",
            "between 31 August 2025 and 2 September 2025",
        ),
        (
            "1984~/2004-06?",
            "zwischen etwa 1984 und vermutlich Juni 2004",
            "between about 1984 and possibly June 2004",
        ),
        ("198X/1995", "zwischen den 1980er Jahren und 1995", "between the 1980s and 1995"),
        ("2020/..", "ab 2020", "from 2020"),
        ("2025-09-08/..", "ab 8. September 2025", "from 8 September 2025"),
        ("2020~/..", "ab etwa 2020", "from about 2020"),
        ("../2020", "bis 2020", "until 2020"),
        ("../198X", "bis zu den 1980er Jahren", "until the 1980s"),
        ("2020/", "ab 2020, Ende unbekannt", "from 2020, end unknown"),
        ("/2020-05", "bis Mai 2020, Beginn unbekannt", "until May 2020, beginning unknown"),
    ],
)
def test_a_date_is_said_in_words(edtf, german, english):
    assert show(edtf, "de") == german
    assert show(edtf, "en") == english


def test_other_languages_read_english_and_kinds_of_german_german():
    assert show("2025-09-08", "de-AT") == "8. September 2025"
    assert show("2025-09-08", "fr") == "8 September 2025"


def test_no_date_is_said_as_the_caller_wants():
    assert show("", "de") == ""
    assert show("", "de", unknown="Datum unbekannt") == "Datum unbekannt"


def test_a_malformed_date_is_not_said():
    with pytest.raises(MalformedDate):
        show("gestern", "de")


@pytest.mark.parametrize("edtf", ["2025-09-08", "2025-09", "2025"])
def test_a_plain_date_is_its_own_machine_value(edtf):
    assert machine(edtf) == edtf


@pytest.mark.parametrize(
    "edtf", ["", "2025~", "2025-21", "198X", "2025-XX", "2020/2021", "2020/.."]
)
def test_an_imprecise_date_has_no_machine_value(edtf):
    assert machine(edtf) == ""
