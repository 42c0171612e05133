"""Whose name a mention gives, and which names are no person's."""

import pytest

from quotes.extraction import extract
from quotes.extraction.mentions import is_body


def resolved(text):
    return [found.speaker_resolved for found in extract(text, "en")][-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Ann Berg of Uppsala University said: "It is very warm."', "Ann Berg"),
        ('Ann Berg works at Uppsala University. She said: "It is very warm."', "Ann Berg"),
        ('Tom Hill left New Mexico and Ann Berg stayed in New Mexico. She said: "No."', "Ann Berg"),
        ('Ann Berg left. A spokesman for Berg said: "She is well."', ""),
        ('Ann Berg left. Berg\'s lawyer said: "She is well."', ""),
        ('Ann Berg\'s plan failed. Berg said: "It was a good plan."', "Ann Berg"),
    ],
)
def test_a_mention_is_resolved_to_the_person_who_speaks(text, name):
    assert resolved(text) == name


def test_bodies_and_events_are_known_by_their_last_word():
    assert is_body("Uppsala University")
    assert is_body("Norddeutscher Rundfunk")
    assert not is_body("Ann Berg")
