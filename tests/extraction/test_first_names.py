"""Pronouns and the first names that they may stand for."""

import pytest

from quotes.extraction import extract
from quotes.extraction.first_names import may_mean


@pytest.mark.parametrize(
    ("pronoun", "name", "may"),
    [
        ("she", "Anna Berg", True),
        ("she", "Tom Hill", False),
        ("he", "Tom Hill", True),
        ("he", "Anna Berg", False),
        ("er", "Angela Berg", False),
        ("sie", "Tom Hill", True),
        ("she", "Nakatani Gen", True),
        ("he", "Jean Todt", True),
    ],
)
def test_a_pronoun_may_mean_whom_the_first_name_allows(pronoun, name, may):
    assert may_mean(pronoun, name) is may


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Anna Berg met Tom Hill. "It was a good talk," she said.', "Anna Berg"),
        ('Tom Hill met Anna Berg. "It was a good talk," he said.', "Tom Hill"),
        ('Anna Berg met Tom Hill. "It was a good talk," he said.', "Tom Hill"),
    ],
)
def test_a_pronoun_is_resolved_past_a_person_of_the_other_sex(text, name):
    (found,) = extract(text, "en")

    assert found.speaker_resolved == name
