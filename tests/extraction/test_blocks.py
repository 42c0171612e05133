"""Quotations without marks, set as a paragraph and signed."""

import pytest

from quotes.extraction.blocks import with_blocks
from quotes.extraction.marks import stretches

WORDS = "The bridge is to be closed at once, said or not"


def found(text):
    outermost = [stretch for stretch in stretches(text) if stretch.depth == 0]
    return [text[each.start : each.end] for each in with_blocks(text, outermost)]


@pytest.mark.parametrize("dash", ["–", "—", "―"])
def test_a_signed_paragraph_behind_a_colon_is_a_quotation(dash):
    assert found(f"The court ruled:\n\n {WORDS}\n\n {dash} The court\n\nSo it was.") == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        f"The court ruled.\n{WORDS}\n– The court\n",
        f"The court ruled:\n{WORDS}\nThe court went home.\n",
        f"The court ruled:\n{WORDS}\n– the judges had gone home by then.\n",
        f"The court ruled:\n– {WORDS}\n– The court\n",
    ],
)
def test_without_colon_or_signature_it_is_none(text):
    assert found(text) == []


def test_marks_within_it_are_a_part_of_it_and_others_stay():
    text = f'He "saw" it:\n{WORDS} "now"\n– The court\nShe "left".\n'

    assert found(text) == ["saw", f'{WORDS} "now"', "left"]


def test_many_colons_take_no_longer_than_their_number():
    assert found(":\n" * 20_000) == []
