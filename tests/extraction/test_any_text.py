"""Whatever the text: candidates keep their promises, and time grows with its length alone."""

from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.extraction import Candidate, Kind, extract
from quotes.extraction.origins import origins
from quotes.extraction.word_lists import words

LANGUAGES = ("de", "en", "fr")
NAMES = ("Rita Holm", "中谷元", "An Na")
DAY = date(2025, 9, 8)
MARKS = tuple("„“”\"'’‚‘«»‹›「」『』〝〞＂.,;:!?…–()\n\u2028\u200b\x01\x02😀")
WORDS = sorted(
    words(
        """er sie Er Holm Rita Ministerin der die und dass sagte sagten sei habe so laut nach
        zufolge
        Angaben teilte mit hat gesagt für beide Seiten von zu wie hieß es in einer Erklärung nannte
        als gestern am 9. said says that he she told reporters according to the report by was
        called for adding who Mr with Monday 中谷元 说 a\u0301"""
    )
)
PIECES = st.lists(st.sampled_from([*MARKS, *WORDS]), max_size=60)
TEXTS = st.one_of(st.text(), PIECES.map(" ".join), PIECES.map("".join))


def assert_promises(text: str, found: list[Candidate]) -> None:
    for number, each in enumerate(found):
        exact = text[each.start : each.end]
        assert 0 <= each.start < each.end <= len(text)
        assert exact == exact.strip()
        assert 0 <= each.score <= 1
        assert (each.speaker_start is None) == (each.speaker_end is None)
        if each.speaker_start is not None:
            assert each.speaker_text
            assert text[each.speaker_start : each.speaker_end] == each.speaker_text
        else:
            assert each.speaker_text == ""
        if each.cue_start is not None:
            assert text[each.cue_start :].startswith(each.cue)
        assert each.addressee in text
        assert each.date_text in text
        for earlier in (each.within, each.continues):
            assert earlier is None or earlier < number
        if each.within is not None:
            assert found[each.within].kind == Kind.INDIRECT
            assert found[each.within].start <= each.start
    assert found == sorted(found, key=lambda each: (each.start, -each.end))
    quoted = [each for each in found if each.kind != Kind.INDIRECT]
    for before, after in pairwise(quoted):
        assert before.end <= after.start


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_candidates_keep_their_promises(text, lang):
    assert_promises(text, extract(text, lang, DAY, NAMES))


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_the_same_text_gives_the_same_candidates(text, lang):
    assert extract(text, lang, DAY, NAMES) == extract(text, lang, DAY, list(NAMES))


LONG = {
    "unclosed marks": "„Offen sagte er. ",
    "unclosed marks, a paragraph each": "„Offen sagte er.\n",
    "clauses that never end": "Er sagte, dass er ",
    "verbs without anybody": ", sagte ",
    "English verbs": "said ",
    "one word": "a",
    "names": "Ab ",
    "stops without spaces": "aa.Aa",
    "pronouns": "Tom Hill met Ann Hall. He said that both ministers said it. ",
    "quotations": '"It is so" ',
    "marks within marks": '„A ‚B «C "D ',
    "sources": "laut der ",
    "attributes within attributes": "der in der ",
    "apostrophes": "the ministers' ",
    "dates": "am 9. September 2025 ",
    "empty lines": "\n",
    "marks alone": "„“",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_no_text_takes_the_square_of_its_length(piece, lang):
    text = piece * (40_000 // len(piece))
    before = process_time()
    extract(text, lang, DAY, NAMES)

    # Half a second on a busy machine; the square of the length took minutes.
    assert process_time() - before < 20


# A long run of one thing between two others.
RUNS = {
    "blank lines": ("Er kam.", "\n", "x"),
    "blanks behind a stop": ("Er kam.", " ", "x"),
    "dots": ("", ".", "x"),
    "blanks": ("", " ", "x"),
    "tabs in a credit": ("Foto:", "\t", "(AFP"),
    "blanks in a credit": ("Foto:", " ", "(AFP"),
    "blanks in a copyright": ("©", " ", "(AFP"),
    "blanks in a source": ("(Quelle:", " ", "AFP"),
    "blanks before an agency": ("nach Angaben der", " ", "dpa"),
    "agencies in a list": ("", "dpa, ", "x"),
    "agencies in lines": ("", "dpa\n", "x"),
    "blanks behind a speaker": ("Holm", " ", "sagte, er komme."),
}


@pytest.mark.parametrize(("before", "piece", "after"), RUNS.values(), ids=RUNS)
def test_no_run_takes_the_square_of_its_length(before, piece, after):
    text = before + piece * 100_000 + after
    began = process_time()
    for lang in LANGUAGES:
        extract(text, lang, DAY, NAMES)
    origins(text)

    # One or two seconds; the square of the length took minutes, its cube years.
    assert process_time() - began < 30


def test_a_text_in_one_line_is_read_as_well():
    text = "Die Ministerin sagte, sie komme. " * 3000

    assert len(extract(text, "de")) == 3000
