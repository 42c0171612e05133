"""What holds of date expressions whatever the text and the day of publication."""

import gc
import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.date_phrases import RESOLVED, STATED, find
from quotes.text.dates import parse
from tests.text.date_phrases import test_english, test_german
from tests.text.date_phrases.expressions import PUBLISHED, read

_EXPRESSIONS = {
    "de": test_german,
    "en": test_english,
}
# The least days between the first and the last day of a date whose words count in such units.
_LEAST_DAYS = {
    "day": 0,
    "night": 1,
    "weekend": 1,
    "week": 6,
    "month": 27,
    "season": 88,
    "year": 364,
    "decade": 3651,
    "century": 36523,
}
_JOINTS = (" ", ", ", ". ", "\n\n", " und ", " by ", "-", "", " seit ", " the ", " am ")


def _printed(lang: str) -> list[str]:
    module = _EXPRESSIONS[lang]
    tables = (
        *module.STATED_EXPRESSIONS,
        *module.RESOLVED_EXPRESSIONS,
        *module.OPEN_EXPRESSIONS,
    )
    return [row[0] for row in tables] + module.NO_DATES


@st.composite
def _articles(draw: st.DrawFn) -> tuple[str, str]:
    """A language, and a text that is dense in its expressions, cut and joined anyhow."""
    lang = draw(st.sampled_from(["de", "en"]))
    words = st.sampled_from(_printed(lang)) | st.text(max_size=8) | st.sampled_from(_JOINTS)
    return lang, "".join(draw(st.lists(words, max_size=12)))


@given(_articles(), st.dates() | st.none())
def test_every_phrase_is_the_text_at_its_place_with_a_date_that_can_be_read(article, published):
    lang, text = article
    phrases = find(text, lang, published)
    reached = 0
    for phrase in phrases:
        assert reached <= phrase.start < phrase.end <= len(text)
        assert phrase.text == text[phrase.start : phrase.end]
        assert phrase.basis in (STATED, RESOLVED)
        assert not phrase.date or parse(phrase.date).edtf == phrase.date
        assert phrase.date or phrase.basis == RESOLVED
        assert phrase.hangs_on in phrase.text
        reached = phrase.end
    assert phrases == find(text, lang, published)


@pytest.mark.parametrize("lang", _EXPRESSIONS)
@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=ascii)
def test_a_space_that_breaks_no_line_is_a_space(lang, space):
    for printed in _printed(lang):
        dates = [phrase.date for phrase in find(printed, lang, PUBLISHED)]
        spaced = find(printed.replace(" ", space), lang, PUBLISHED)
        assert [phrase.date for phrase in spaced] == dates, printed


def test_words_with_two_spaces_between_them_are_read():
    found = find(
        "He spoke the  day before yesterday, two days prior  to the vote.", "en", PUBLISHED
    )
    assert [(phrase.date, phrase.offset) for phrase in found] == [("2025-09-06", None), ("", -2)]


@pytest.mark.parametrize(
    ("printed", "lang"),
    [("on laſt Monday", "en"), ("just thırty weekſ ago", "en"), ("am geſtrigen Sonntag", "de")],
)
def test_letters_that_patterns_take_for_others_are_read_as_these(printed, lang):
    plain = printed.translate(str.maketrans("ſı", "si"))
    [found] = find(printed, lang, PUBLISHED)
    assert found.date == find(plain, lang, PUBLISHED)[0].date != ""


@given(_articles(), st.dates())
def test_no_date_is_more_precise_than_the_unit_of_its_words(article, published):
    lang, text = article
    for phrase in find(text, lang, published):
        if phrase.date and ".." not in phrase.date:
            bounds = parse(phrase.date)
            length = bounds.latest - bounds.earliest
            assert length >= timedelta(days=_LEAST_DAYS[phrase.unit])


@given(_articles(), _articles(), st.dates())
def test_what_stands_in_a_later_paragraph_changes_nothing_before(article, later, published):
    lang, text = article
    found = find(text, lang, published)
    longer = find(f"{text}\n\n{later[1]}", lang, published)
    assert longer[: len(found)] == found
    assert all(phrase.start >= len(text) for phrase in longer[len(found) :])


@given(_articles(), st.dates(), st.data())
def test_only_what_lies_between_the_two_places_is_found(article, published, data):
    lang, text = article
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for phrase in find(text, lang, published, start, end):
        assert start <= phrase.start < phrase.end <= end
        assert phrase.text == text[phrase.start : phrase.end]


@given(_articles(), st.dates())
def test_without_a_publication_date_the_same_words_are_stated(article, published):
    lang, text = article
    dated = [phrase for phrase in find(text, lang, published) if phrase.basis == STATED]
    undated = [phrase for phrase in find(text, lang, None) if phrase.basis == STATED]
    assert {(phrase.text, phrase.date) for phrase in dated} <= {
        (phrase.text, phrase.date) for phrase in undated
    }
    assert all(phrase.date == "" for phrase in find(text, lang, None) if phrase.basis == RESOLVED)


@pytest.mark.parametrize("lang", ["fr", "ja", "", "x-private"])
def test_of_other_languages_full_iso_dates_alone_are_read(lang):
    text = "Le 2025-09-08 à Séoul; hier, Monday, 9. September, 2019; 2025-02-30, 12025-01-01."
    assert read(text, lang) == [("2025-09-08", "2025-09-08")]


@pytest.mark.parametrize("lang", ["de-AT", "DE", "de"])
def test_a_regional_tag_reads_as_its_language(lang):
    assert read("am Montag", lang) == [("am Montag", "2025-09-08")]


def test_of_overlapping_expressions_the_longest_is_kept():
    text = "a day after he resigned on Sunday in July"
    assert read(text, "en") == [(text, "")]


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("lang", ["de", "en"])
def test_at_the_ends_of_the_calendar_nothing_breaks(lang, published):
    for words in _printed(lang):
        for phrase in find(words, lang, published):
            assert not phrase.date or parse(phrase.date)


@pytest.mark.parametrize(
    ("lang", "piece"),
    [
        ("de", "am Montag wird "),
        ("de", "einen Tag nach der Ankündigung des "),
        ("de", "in der Nacht zum 9. "),
        ("en", "a day after the "),
        ("en", "May 9 "),
        ("en", "1 "),
        ("en", "the "),
        ("de", "1990–"),
    ],
)
def test_the_time_grows_with_the_length_and_no_faster(lang, piece):
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        took = []
        # What other tests left in memory, and their threads, are not counted.
        gc.disable()
        try:
            for _ in range(3):
                began = time.thread_time()
                find(text, lang, PUBLISHED)
                took.append(time.thread_time() - began)
        finally:
            gc.enable()
        return max(min(took), 0.005)

    # Eight times the length; its square would take 64 times the time.
    assert seconds(160_000) < 32 * seconds(20_000)
