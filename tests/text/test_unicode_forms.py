"""Unicode's forms, also of letters that bear thousands of marks."""

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.anchors import find
from quotes.text.names import fold_name
from quotes.text.normalising import fold, snapshot_text
from quotes.text.slugs import slug
from quotes.text.unicode_forms import _MANY_MARKS, normalised

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
# Marks of several classes; some are two in one, some letters by their category.
MARKS = "\u0301\u0316\u0323\u0344\u0345\u05b0\u064b\u0f73\u0f71\u3099\uff9e\uff9f\u094d\U0001d165"
OTHERS = st.text(st.sampled_from("aéệが각.…\u00b4 "), max_size=4)
MANY_MARKS = st.text(st.sampled_from(MARKS), min_size=31, max_size=60)
MARKED = st.lists(st.one_of(MANY_MARKS, OTHERS), max_size=5).map("".join)
MANY = 60_000


@given(MARKED, st.sampled_from(FORMS))
def test_a_form_is_that_of_the_standard_library(text, form):
    assert normalised(form, text) == unicodedata.normalize(form, text)


def test_no_mark_is_left_out():
    for number in range(sys.maxunicode + 1):
        first = unicodedata.normalize("NFKD", chr(number))[0]
        if unicodedata.combining(first):
            assert _MANY_MARKS.fullmatch(chr(number) * 31)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u0f73", "\uff9e\u0301"], ids=ascii)
def test_many_marks_upon_a_letter_take_no_long_time(marks, form):
    text = "a" + marks * (MANY * 5 // len(marks))
    began = time.process_time()
    normalised(form, text)

    # A second; the square of the length took minutes.
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "read", [snapshot_text, fold, fold_name, slug, lambda text: find(text, text)]
)
def test_whoever_reads_text_reads_many_marks(read):
    began = time.process_time()
    read("a" + "\u0301" * MANY + "\u0316" * MANY)

    assert time.process_time() - began < 10
