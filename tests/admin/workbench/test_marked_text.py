"""Marks in a text nest, cross and stand side by side, and never change the text."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotes.admin.workbench.marked_text import Mark, with_marks

TEXT = "Er sagte <b>„ja“ & „𝔘nd nein“</b> 👩‍🚀\nEnde"


def marked(*places, text=TEXT):
    return with_marks(
        text,
        [Mark(start, end, number, "direct", "open", "direct", "open") for number, (start, end) in
         enumerate(places, start=1)],
    )  # fmt: skip


def shape(html):
    """The marks by their numbers, as brackets."""
    short = re.sub(r'<mark [^>]*data-candidate="(\d)"[^>]*>', r"\1[", html)
    return short.replace("</mark>", "]")


def test_a_passage_within_another_is_nested():
    assert shape(marked((0, 5), (1, 3), text="abcdef")) == "1[a2[bc]de]f"
    assert shape(marked((1, 3), (1, 5), text="abcdef")) == "a2[1[bc]de]f"


def test_passages_that_cross_are_split():
    assert shape(marked((0, 3), (2, 5), text="abcdef")) == "1[ab2[c]]2[de]f"


def test_neighbours_touch():
    assert shape(marked((0, 2), (2, 4), text="abcd")) == "1[ab]2[cd]"


def test_only_the_first_piece_says_its_kind():
    assert marked((0, 3), (2, 5), text="abcdef").count("data-first") == 2


def test_markup_in_the_text_stays_text():
    assert "<b>" not in marked((0, 12))
    assert "&lt;b&gt;" in marked((0, 12))


@given(some.lists(some.tuples(*[some.integers(0, len(TEXT))] * 2), max_size=8))
def test_the_text_is_never_changed_and_every_mark_is_closed(places):
    wanted = [(min(pair), max(pair)) for pair in places if pair[0] != pair[1]]
    html = marked(*wanted)
    assert unescape(re.sub(r"</?mark[^>]*>", "", html)) == TEXT
    depth = 0
    for tag in re.findall(r"</?mark", html):
        depth += 1 if tag == "<mark" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("number", [1, 2])
def test_the_words_of_each_mark_are_its_own(number):
    html = marked((0, 12), (4, 20))
    held, depth = "", []
    for mine, words in re.findall(r'<(?:/mark|mark[^>]*data-candidate="(\d)"[^>]*)>([^<]*)', html):
        depth = [*depth, int(mine)] if mine else depth[:-1]
        held += words if number in depth else ""
    start, end = [(0, 12), (4, 20)][number - 1]
    assert unescape(held) == TEXT[start:end]
