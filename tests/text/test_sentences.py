"""The sentence around a passage, in news text with all its short forms."""

import pytest

from quotes.text.sentences import sentence_around


def around(text, passage):
    start = text.index(passage)
    first, last = sentence_around(text, start, start + len(passage))
    return text[first:last]


@pytest.mark.parametrize(
    "text",
    [
        "Davor. „Es ist nötig“, sagte er am 9. September in Seoul. Danach.",
        "Davor! „Es ist nötig“, sagte Dr. Müller am Montag. Danach.",
        "Davor.“ „Es ist nötig“, sagte J. Müller. „Danach“, hieß es.",
        "Davor\n„Es ist nötig“, sagte er bzw. Sie am Montag\nDanach.",
        "Davor? „Es ist nötig“, sagte er … und ging.",
    ],
)
def test_it_ends_at_stops_and_lines_but_not_at_short_forms(text):
    found = around(text, "Es ist nötig")
    assert found.startswith("„Es ist nötig“")
    assert "Danach" not in found
    assert found.endswith((".", "Montag"))


def test_a_stop_within_the_passage_ends_nothing():
    text = 'On Monday he said: "We agree. We will go on." Then he left.'
    assert around(text, "We agree. We will go on.").startswith("On Monday he said:")


def test_a_stop_before_a_small_letter_ends_nothing():
    assert around("Er rief: „Halt!“ und lief.", "und lief") == "Er rief: „Halt!“ und lief."


def test_japanese_stops_need_no_space():
    assert around("前。「必要だ」と述べた。次。", "必要だ") == "「必要だ」と述べた。"


def test_without_any_stop_it_reaches_no_further_than_a_sentence_would():
    text = "ein Wort " * 2_000
    first, last = sentence_around(text, 9_000, 9_008)
    assert last - first <= 4_008


def test_at_the_ends_of_the_text():
    assert sentence_around("Nur das", 0, 7) == (0, 7)
    assert sentence_around("", 0, 0) == (0, 0)
