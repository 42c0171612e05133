"""Quotation marks around a pasted passage are left out of it; those inside stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.anchors import strip_quotation_marks
from quotes.text.normalising import QUOTATION_MARKS
from tests.text.writing import SCRIPTS

PAIRS = ["„“", "“”", "””", "«»", "»«", "‹›", "「」", "『』", "‚‘", "‘’", '""', "''", "〝〟"]


@pytest.mark.parametrize("pair", PAIRS)
def test_an_outer_pair_goes(pair):
    assert strip_quotation_marks(f"{pair[0]}geduldig Vertrauen{pair[1]}") == "geduldig Vertrauen"


@pytest.mark.parametrize(
    ("pasted", "passage"),
    [
        (" „geduldig Vertrauen aufzubauen“,\n", "geduldig Vertrauen aufzubauen"),
        ("«\u202fgeduldig\u202f»", "geduldig"),
        ("「信頼関係が必要だ」。", "信頼関係が必要だ"),
        ("geduldig Vertrauen aufzubauen“", "geduldig Vertrauen aufzubauen"),
        ("„geduldig Vertrauen aufzubauen", "geduldig Vertrauen aufzubauen"),
        ('"Next time, I will visit South Korea,"', "Next time, I will visit South Korea,"),
        ("„‚Nein‘“", "‚Nein‘"),
        ("“It’s time”", "It’s time"),
        ("‘It’s time’", "It’s time"),
        ('"He said "no" to me"', 'He said "no" to me'),
        ("„Er sagte „nein“ zu mir“", "Er sagte „nein“ zu mir"),
        ("„“", ""),
        ("„", ""),
        (" \u3000", ""),
    ],
)
def test_what_surrounds_the_words_goes(pasted, passage):
    assert strip_quotation_marks(pasted) == passage


@pytest.mark.parametrize(
    "passage",
    [
        "schwierigen",
        "die „schwierigen“ Beziehungen",
        "„schwierigen“ bilateralen Beziehungen",
        "es „lange gedauert hat“",
        "„Ja“, sagte Ahn, „gern“",
        '"A" and "B"',
        "the ministers’",
        "’s ist Zeit",
        "'s ist Zeit",
        "‘n Abend",
        "Nakatani’s and Ahn’s",
        "Say 'yes'",
    ],
)
def test_what_belongs_to_the_words_stays(passage):
    assert strip_quotation_marks(passage) == passage


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_passage_without_marks_around_it_stays_as_it_is(language):
    assert strip_quotation_marks(SCRIPTS[language][1]) == SCRIPTS[language][1]


@given(st.text(st.sampled_from("„“”«»\"'’‘「」 ab,")))
def test_only_the_ends_are_touched(pasted):
    passage = strip_quotation_marks(pasted)
    assert passage in pasted
    before, after = pasted.split(passage, 1) if passage else (pasted, "")
    assert not set(before + after) - QUOTATION_MARKS - set(" ,")
    if passage:
        assert sum(character in QUOTATION_MARKS for character in before + after) <= 2
