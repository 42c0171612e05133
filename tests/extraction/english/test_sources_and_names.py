"""“according to X”; names and titles told from quotations in English."""

import pytest

from quotes.extraction import english
from quotes.extraction.english.noun_phrases import noun_phrase
from quotes.extraction.tokens import tokenise
from tests.extraction.sentences import assert_found


@pytest.mark.parametrize(
    "sentence",
    [
        "According to {the police}, [no one was injured].",
        "According to {Rita Holm}, the minister, [no one was injured].",
        "[No one was injured], according to {the police}.",
        "[The bridge, according to {the police}, was closed].",
    ],
)
def test_a_source_beside_what_it_says(sentence):
    assert_found(sentence, "en")


def test_according_to_nobody_is_no_source():
    assert_found("The work went according to", "en")
    assert_found("according", "en")


@pytest.mark.parametrize(
    "sentence",
    [
        'The ship "Sea Lion" left on Monday.',
        'The film "The Last Shore" opened on Monday.',
        'A band called "The Bridges" played on Monday.',
        'The novel "Tin Drum" was filmed.',
        'The yacht "Sea Lion" sank.',
        'Operation "White Night" began on Monday.',
        'He was nicknamed "Sparky".',
    ],
)
def test_names_and_titles_are_no_quotations(sentence):
    assert_found(sentence, "en")


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("We will go", True),
        ("it's over", True),
        ("they went home", True),
        ("a disgrace", False),
        ("Sea Lion", False),
        ("", False),
    ],
)
def test_a_finite_verb_is_known_by_its_form(words, holds):
    assert english.holds_verb(words) is holds


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("the minister", "said"),
        ("he", "said"),
        ("a spokesman for the ministry", "said"),
        ("Tom Hill of the council", "said"),
        ("Dr. Tom Hill", "said"),
        ("William S. Hill", "said"),
        ("Rita Holm and Tom Hill", "said"),
        ("Tom Hill", "on Monday"),
        ("Tom Hill", "Monday"),
        ("the council", ", which left"),
        ("all the ministers", "agreed"),
    ],
)
def test_a_noun_phrase_ends_where_something_else_begins(phrase, rest):
    tokens = tokenise(f"{phrase} {rest}", [], english.ABBREVIATIONS)

    found = noun_phrase(tokens, 0, len(tokens.words))

    assert found
    assert tokens.print(*found) == phrase


def test_nothing_tells_english_sentences_that_go_on():
    tokens = tokenise("This was reported by the police.", [], english.ABBREVIATIONS)

    assert not english.is_reported(tokens, tokens.sentences[0])
    assert not english.refers_back(tokens, tokens.sentences[0])
