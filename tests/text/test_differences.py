"""What changed between two captures of one text, word by word."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.differences import Difference, differences, shortened

WORDS = st.lists(
    st.sampled_from(["Vertrauen", "Seoul", ",", " ", "\n", "10-jährig", "3,5", "。", "国", "“"])
).map("".join)


def kinds(before, after):
    return [(piece.kind, piece.text) for piece in differences(before, after)]


def test_equal_texts_are_one_stretch():
    assert kinds("Ein Satz.\nNoch einer.", "Ein Satz.\nNoch einer.") == [
        ("same", "Ein Satz.\nNoch einer.")
    ]


def test_empty_texts_have_no_stretch():
    assert kinds("", "") == []
    assert kinds("", "neu") == [("added", "neu")]
    assert kinds("alt", "") == [("removed", "alt")]


def test_a_changed_word_is_told_from_its_neighbours():
    assert kinds("sagte Minister Nakatani heute.", "sagte Minister Ahn heute.") == [
        ("same", "sagte Minister "),
        ("removed", "Nakatani"),
        ("added", "Ahn"),
        ("same", " heute."),
    ]


def test_several_changed_words_are_one_change():
    assert kinds("a eins zwei b", "a drei vier b") == [
        ("same", "a "),
        ("removed", "eins zwei"),
        ("added", "drei vier"),
        ("same", " b"),
    ]


def test_a_new_paragraph_is_added_whole():
    before = "Erster.\nDritter.\n"
    assert kinds(before, "Erster.\nZweiter.\nDritter.\n") == [
        ("same", "Erster.\n"),
        ("added", "Zweiter.\n"),
        ("same", "Dritter.\n"),
    ]


@pytest.mark.parametrize("number", ["3,5", "10-jährig", "12:30"])
def test_a_number_changes_as_one_word(number):
    [removed] = [p for p in differences(f"um {number} Uhr", "um 7 Uhr") if p.kind == "removed"]
    assert removed.text == number


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_differences(before, after):
    found = differences(before, after)
    assert "".join(piece.text for piece in found if piece.kind != "added") == before
    assert "".join(piece.text for piece in found if piece.kind != "removed") == after
    assert all(one.kind != two.kind for one, two in pairwise(found))


def test_long_texts_without_a_common_line_take_no_long_time():
    began = time.process_time()
    differences("a b c d " * 20_000, "b a d c " * 20_000)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (range(900), range(5000, 5900)),
        (range(9_000), range(30_000, 30_049)),
        ([1, *range(2, 900)], [1, *range(5000, 5900)]),
    ],
    ids=["a paragraph written anew", "a long one for a short one", "all but its beginning"],
)
@pytest.mark.parametrize("beside", ["", "und "])
def test_a_paragraph_written_anew_takes_no_long_time(before, after, beside):
    old, new = (" ".join(f"{beside}w{each}" for each in some) for some in (before, after))
    began = time.process_time()
    found = differences(old, new)

    # A few seconds at most; blanks sought among blanks took minutes.
    assert time.process_time() - began < 10
    assert "w899" in "".join(piece.text for piece in found if piece.kind == "removed")


def test_many_paragraphs_written_anew_take_no_long_time():
    old = "".join(f"{number}\n" + "und x " * 70 + "\n" for number in range(300))
    new = "".join(f"{number}\n" + "und y " * 20 + "\n" for number in range(300))
    began = time.process_time()
    found = differences(old, new)

    assert time.process_time() - began < 10
    assert sum(piece.kind == "same" for piece in found) >= 300


def test_a_word_changed_in_a_long_paragraph_is_the_only_change():
    before = " ".join(f"und w{number}" for number in range(1500))
    assert kinds(before, before.replace("w700 ", "neu "))[1:3] == [
        ("removed", "w700"),
        ("added", "neu"),
    ]


def test_long_unchanged_stretches_are_shortened_beside_changes():
    found = shortened([Difference("same", "x" * 500), Difference("added", "neu")], 80)
    assert found[0] == Difference("same", "", 420, "x" * 80)
    assert found[1] == Difference("added", "neu")
    middle = shortened(
        [Difference("removed", "a"), Difference("same", "x" * 500), Difference("added", "b")], 80
    )[1]
    assert (len(middle.text), middle.left_out, len(middle.rest)) == (80, 340, 80)


def test_short_unchanged_stretches_stay_whole():
    piece = Difference("same", "x" * 200)
    assert shortened([Difference("removed", "a"), piece, Difference("added", "b")], 80)[1] == piece
