"""German or English, told from the little words."""

import pytest

from quotes.text.prose_language import german_or_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Agentur hat den Bericht zurückgezogen.", "de"),
        ("Zweimal erfasst; siehe Zitat 17, das bleibt.", "de"),
        ("ÜBERSETZUNGSFEHLER", "de"),
        ("The agency has withdrawn its report.", "en"),
        ("Captured twice: this is quote 17.", "en"),
        ("", ""),
        ("17", ""),
        ("Kyodo", ""),
        ("誤訳のため", ""),
    ],
)
def test_it_is_told_by_the_words_that_fill_each_of_them(text: str, expected: str):
    assert german_or_english(text) == expected
