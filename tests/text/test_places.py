"""Every place of a passage is found, also of one that overlaps with itself."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.places import places

# Words that come back within themselves, so long that they are sought in one pass.
REPEATED = st.builds(
    lambda piece, times, end: piece * times + end,
    st.text(st.sampled_from("ab "), min_size=1, max_size=6),
    st.integers(40, 130),
    st.text(st.sampled_from("ab"), max_size=4),
)


def starts(text: str, wanted: str) -> list[int]:
    return [place.start for place in places(text, wanted)]


@given(REPEATED, st.integers(0, 100), st.integers(101, 300), st.sampled_from(["", "b", " a"]))
def test_no_place_is_left_out(text, begin, length, between):
    text = " ".join((text + between + text + between + text[begin:]).split())
    wanted = text[begin : begin + length].strip()
    found = [at for at in range(len(text)) if wanted and text.startswith(wanted, at)]

    assert starts(text, wanted) == found


@pytest.mark.parametrize("piece", ["a", "ha ", "…", "ab" * 2000 + "c"])
def test_words_that_overlap_with_themselves_take_no_long_time(piece):
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    found = starts(text, text[: len(text) // 2])

    # A second; comparing all words anew at each place took minutes.
    assert time.process_time() - began < 10
    assert len(found) == len(text) // len(piece) // 2 + 1
