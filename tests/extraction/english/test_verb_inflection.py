"""The forms of English verbs of saying."""

import pytest

from quotes.extraction.english.reporting_verbs import CUES
from quotes.extraction.english.verb_inflection import inflected, past_and_ing


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("murmur", {"murmurs", "murmured", "murmuring"}),
        ("muse", {"muses", "mused", "musing"}),
        ("stress", {"stresses", "stressed", "stressing"}),
        ("imply", {"implies", "implied", "implying"}),
        ("portray", {"portrays", "portrayed", "portraying"}),
        ("slam", {"slams", "slammed", "slamming"}),
        ("beg", {"begs", "begged", "begging"}),
        ("echo", {"echoes", "echoed", "echoing"}),
    ],
)
def test_a_verb_has_three_forms_beside_the_plain_one(verb, forms):
    assert inflected(verb) == forms


def test_a_third_person_that_is_rather_a_plural_noun_is_left_out():
    assert past_and_ing("protest object") == {"protested", "protesting", "objected", "objecting"}


def test_verbs_on_the_lists_double_their_last_letter_where_english_does():
    assert {"begged", "banned", "expelling", "extolled", "panned", "snapped"} <= CUES
    assert not CUES & {"beged", "baned", "expeling", "extoled", "paned", "snaped"}


def test_no_noun_of_the_everyday_is_a_reporting_verb():
    assert not CUES & {"protests", "fires", "charges", "messages", "questions", "bans", "fines"}
