"""English date expressions, read on Monday, 8 September 2025 unless another day is named."""

from datetime import date

import pytest

from quotes.text.date_phrases import RESOLVED, STATED
from quotes.text.dates import parse
from tests.text.date_phrases.expressions import only, read

STATED_EXPRESSIONS = [
    ("September 9, 2025", "2025-09-09"),
    ("on September 9th, 2025", "2025-09-09"),
    ("Sept. 9, 2025", "2025-09-09"),
    ("9 Sept. 2025", "2025-09-09"),
    ("Monday, September 8, 2025", "2025-09-08"),
    ("the 4th of July, 1776", "1776-07-04"),
    ("2025-09-08", "2025-09-08"),
    ("from 9 to 12 May 2024", "2024-05-09/2024-05-12"),
    ("in March of 2016", "2016-03"),
    ("May 2019", "2019-05"),
    ("in Jan. 2019", "2019-01"),
    ("since July 2023", "2023-07/.."),
    ("in 2019", "2019"),
    ("in the year 2000", "2000"),
    ("until 2011", "../2011"),
    ("by 1946", "../1946"),
    ("mid-2019", "2019"),
    ("at the end of 2019", "2019"),
    ("around 1900", "1900~"),
    ("from 2005 through 2015", "2005/2015"),
    ("between 2015 and 2017", "2015/2017"),
    ("the 1990s", "199X"),
    ("in the late 1980s", "198X"),
    ("the ’90s", "199X"),
    ("in the nineties", "199X"),
    ("the 1900s", "19XX"),
    ("in the 13th century", "12XX"),
    ("the nineteenth century", "18XX"),
    ("in the spring of 2021", "2021-21"),
    ("in the fall of 2001", "2001-23"),
    ("the winter of 2006–2007", "2006-24"),
]
RESOLVED_EXPRESSIONS = [
    ("today", "2025-09-08"),
    ("this morning", "2025-09-08"),
    ("tonight", "2025-09-08"),
    ("yesterday", "2025-09-07"),
    ("yesterday afternoon", "2025-09-07"),
    ("the day before yesterday", "2025-09-06"),
    ("tomorrow", "2025-09-09"),
    ("last night", "2025-09-07/2025-09-08"),
    ("overnight", "2025-09-07/2025-09-08"),
    ("on Monday", "2025-09-08"),
    ("Monday", "2025-09-08"),
    ("Tuesday night", "2025-09-02"),
    ("late Sunday", "2025-09-07"),
    ("as of Thursday", "2025-09-04"),
    ("last Monday", "2025-09-01"),
    ("this past Friday", "2025-09-05"),
    ("this Friday", "2025-09-12"),
    ("next Monday", "2025-09-15"),
    ("since Wednesday", "2025-09-03/.."),
    ("by Friday", "../2025-09-05"),
    ("on the night of Monday to Tuesday", "2025-09-01/2025-09-02"),
    ("over the weekend", "2025-09-06/2025-09-07"),
    ("last weekend", "2025-09-06/2025-09-07"),
    ("next weekend", "2025-09-13/2025-09-14"),
    ("last week", "2025-09-01/2025-09-07"),
    ("earlier this week", "2025-09-08/2025-09-14"),
    ("next week", "2025-09-15/2025-09-21"),
    ("last month", "2025-08"),
    ("earlier in the month", "2025-09"),
    ("last year", "2024"),
    ("early next year", "2026"),
    ("by the end of the year", "../2025"),
    ("on Sept. 9", "2025-09-09"),
    ("December 22, last year", "2024-12-22"),
    ("Sept. 9-12", "2025-09-09/2025-09-12"),
    ("in July", "2025-07"),
    ("in early August", "2025-08"),
    ("mid-August", "2025-08"),
    ("last July", "2025-07"),
    ("last October", "2024-10"),
    ("in July last year", "2024-07"),
    ("in June of this year", "2025-06"),
    ("in May", "2025-05"),
    ("until December", "../2024-12"),
    ("last summer", "2025-22"),
    ("next spring", "2026-21"),
    ("two days ago", "2025-09-06"),
    ("a week ago", "2025-09-01/2025-09-07"),
    ("three months ago", "2025-06"),
    ("a year ago", "2024"),
    ("about ten years ago", "2015~"),
    ("more than ten years ago", "../2015"),
    ("two decades ago", "200X"),
]
OPEN_EXPRESSIONS = [
    ("a day after the announcement", "day", 1, "the announcement"),
    ("a day after Shigeru Ishiba announced his resignation", "day", 1,
     "Shigeru Ishiba announced his resignation"),
    ("two weeks before the vote", "week", -2, "the vote"),
    ("three years after U.S. troops left", "year", 3, "U.S. troops left"),
    ("the day before the blast", "day", -1, "the blast"),
    ("on the day of the vote", "day", 0, "the vote"),
    ("the weekend after the vote", "weekend", 1, "the vote"),
    ("the previous day", "day", -1, ""),
    ("the next day", "day", 1, ""),
    ("on the same day", "day", 0, ""),
    ("that day", "day", 0, ""),
    ("two days later", "day", 2, ""),
    ("a year earlier", "year", -1, ""),
    ("the following week", "week", 1, ""),
]  # fmt: skip
NO_DATES = [
    "Theresa May and May herself",
    "He may go. May he rest in peace.",
    "signed by April Smith and by May",
    "They march on; March forth, said June.",
    "2019 people and 1999 of them",
    "in 1950 cases, of 2019 votes, from 2010 feet",
    "a second, the second man, a minute",
    "10–19 year olds, in a month, over the years",
    "over the last month, within the last week",
    "every Monday, on Mondays, each Friday",
    "Black Friday, the Sunday Times, USA Today",
    "for two years, a two-year term, in two weeks",
    "in 3,019 villages and 2.2019",
    "on February 30, 2025",
    "the fall of Kabul, a spring in the step",
    "at 19:45 the 100 men",
    "the day was long",
]


@pytest.mark.parametrize(("words", "edtf"), STATED_EXPRESSIONS)
@pytest.mark.parametrize("published", [date(2025, 9, 8), date(1995, 1, 1), None])
def test_words_that_name_a_date_in_full_need_no_publication_date(words, edtf, published):
    phrase = only(f"They met {words}.", "en", published)
    assert (phrase.text, phrase.date, phrase.basis) == (words, edtf, STATED)
    assert parse(edtf).edtf == edtf


@pytest.mark.parametrize(("words", "edtf"), RESOLVED_EXPRESSIONS)
def test_relative_words_are_read_against_the_publication_date(words, edtf):
    phrase = only(f"They met {words}.", "en")
    assert (phrase.text, phrase.date, phrase.basis) == (words, edtf, RESOLVED)
    assert parse(edtf).edtf == edtf


@pytest.mark.parametrize(("words", "edtf"), RESOLVED_EXPRESSIONS)
def test_relative_words_stay_open_without_a_publication_date(words, edtf):
    phrase = only(f"They met {words}.", "en", None)
    assert (phrase.text, phrase.date, phrase.basis) == (words, "", RESOLVED)


@pytest.mark.parametrize(("words", "unit", "offset", "event"), OPEN_EXPRESSIONS)
def test_what_hangs_on_an_event_stays_open_and_names_the_event(words, unit, offset, event):
    phrase = only(f"They met {words}.", "en")
    assert (phrase.text, phrase.date, phrase.basis) == (words, "", RESOLVED)
    assert (phrase.unit, phrase.offset, phrase.hangs_on) == (unit, offset, event)
    assert phrase.awaits_event


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_are_no_dates_are_left_alone(text):
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("They will meet on Friday.", "2025-09-12"),
        ("They met on Friday.", "2025-09-05"),
        ("He said Friday he will resign.", "2025-09-05"),
        ("He said he will resign Friday.", "2025-09-12"),
        ("the announcement on Sunday that he will resign", "2025-09-07"),
        ("The book is due out in May.", "2026-05"),
        ("The talks are scheduled for March 1.", "2026-03-01"),
        ("The talks began on March 1.", "2025-03-01"),
        ("He will speak in two weeks.", "2025-09-22/2025-09-28"),
        ("The offer stands until December.", "../2025-12"),
    ],
)
def test_the_verb_of_the_clause_tells_what_is_to_come(sentence, edtf):
    assert only(sentence, "en").date == edtf


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Monday’s talks", "Monday"),
        ("The 1973 building was home to many.", "1973"),
        ("the statement (2019)", "2019"),
        ("In August Nakatani left.", "In August"),
    ],
)
def test_only_the_words_of_the_date_are_marked(text, found):
    assert [words for words, _ in read(text, "en")] == [found]
