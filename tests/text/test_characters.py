"""NUL bytes and lone surrogates are refused before they reach the database."""

import pytest

from quotes.text.characters import UnstorableText, check_storable


@pytest.mark.parametrize(
    ("text", "kind", "offset"),
    [
        ("Vertrauen\x00", "NUL byte", 9),
        ("\x00", "NUL byte", 0),
        ("👍🏽 \ud83d!", "lone surrogate", 3),
        ("\udfff", "lone surrogate", 0),
    ],
)
def test_the_refusal_names_the_character_and_its_place(text, kind, offset):
    with pytest.raises(UnstorableText) as refused:
        check_storable(text)
    assert (refused.value.kind, refused.value.offset) == (kind, offset)
    assert kind in str(refused.value)
    assert str(offset) in str(refused.value)


@pytest.mark.parametrize("text", ["", "中谷元", "👩‍👩‍👧‍👦", "\t\n\x7f\ufeff\uffff", "\U0010ffff"])
def test_everything_else_is_storable(text):
    check_storable(text)
    text.encode()
