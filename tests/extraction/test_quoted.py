"""How likely a stretch between marks is a quotation, and whether it is a sentence."""

import pytest

from quotes.extraction.marks import stretches
from quotes.extraction.quoted import (
    Surroundings,
    is_sentence,
    likelihood,
    looks_like_title,
    words_of,
)

LOWEST = 0.5


def score(text: str, **around: bool) -> float:
    return likelihood(text, stretches(text)[0], Surroundings(**around))


@pytest.mark.parametrize(
    ("text", "verb", "sentence"),
    [
        ("Wir kommen morgen.", True, True),
        ("Komm!", False, True),
        ("Warum?", False, True),
        ("wir kommen morgen", True, False),
        ("Der große Tag", False, False),
        ("…", False, False),
    ],
)
def test_a_sentence_begins_with_a_capital_and_holds_a_verb_or_calls_or_asks(text, verb, sentence):
    assert is_sentence(text, verb) is sentence


@pytest.mark.parametrize("text", ["The Art of War", "Gorch Fock", "1984", "Die Welt"])
def test_titles_have_capitals(text):
    assert looks_like_title(text)


@pytest.mark.parametrize(
    "text", ["a disgrace", "Wir sind noch da", "We Are Not Afraid of Them At All.", "…"]
)
def test_other_words_are_no_titles(text):
    assert not looks_like_title(text)


def test_hyphens_and_apostrophes_join_a_word():
    assert words_of("Das E-Mail-Konto geht’s an") == ["Das", "E-Mail-Konto", "geht’s", "an"]


def test_what_a_reporting_phrase_takes_is_a_quotation_even_one_word():
    assert score("„schwierig“", governed=True) >= LOWEST
    assert score("„schwierig“") < LOWEST


def test_a_long_sentence_of_its_own_is_a_quotation():
    assert score("„Wir kommen alle morgen wieder her.“", verb=True, alone=True) >= LOWEST


def test_what_is_announced_as_a_name_is_none_however_long():
    assert score("„Gorch Fock“", named=True, near=True) < LOWEST
    assert score("„der lange Weg nach Hause und zurück“", named=True, near=True) < LOWEST


def test_unclosed_marks_count_only_where_somebody_says_more_than_a_few_words():
    assert score("„Wir kommen alle morgen wieder", governed=True, verb=True) >= LOWEST
    assert score("„Wir kommen", governed=True, verb=True) < LOWEST
    assert score("„Wir kommen alle morgen wieder", verb=True) < LOWEST


def test_marks_around_nothing_but_stops_are_worth_nothing():
    assert score("„…“", governed=True) == 0


@pytest.mark.parametrize("verb", [False, True])
@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("governed", [False, True])
def test_a_score_lies_between_nothing_and_certainty(governed, alone, verb):
    around = {"governed": governed, "alone": alone, "verb": verb, "colon": True, "called": True}

    assert 0 <= score("„Wir kommen alle morgen wieder her.“", **around) <= 0.98


def test_words_on_a_sign_are_cited_whatever_they_look_like():
    assert score("„Freiheit statt Angst“", cited=True) > LOWEST
    assert score("„Freiheit statt Angst“") < LOWEST
    assert score("„Freiheit“", cited=True) < LOWEST
