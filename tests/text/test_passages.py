"""The wording of an interrupted quotation, and the words around a passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.normalising import is_boundary
from quotes.text.passages import JOIN, context, join_segments
from tests.text.writing import AHN, ARTICLE, NAKATANI, SCRIPTS, texts


def test_an_interrupted_wording_shows_where_it_was_interrupted():
    assert (
        join_segments(["Um zu stärken", "ist es notwendig"]) == "Um zu stärken … ist es notwendig"
    )
    assert join_segments([NAKATANI]) == NAKATANI
    assert JOIN == " … "


def test_the_context_stays_within_the_paragraph():
    start = ARTICLE.index(AHN)
    before, after = context(ARTICLE, start, start + len(AHN))
    assert before == (
        "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und "
        "betonte, dass es „"
    )
    assert after == "“."


def test_it_says_whether_the_paragraph_goes_on():
    start = ARTICLE.index("bilateralen Beziehungen ein")
    around = context(ARTICLE, start, start + 11, width=30)
    assert (around.before, around.cut_before) == ("unterdessen die „schwierigen“ ", True)
    assert (around.after, around.cut_after) == (" Beziehungen ein und betonte,", True)
    around = context(ARTICLE, start, start + 11, width=200)
    assert (around.cut_before, around.cut_after) == (False, False)


def test_white_space_alone_is_nothing_cut():
    text = "   geduldig Vertrauen aufzubauen   "
    around = context(text, 12, 21, width=11)
    assert tuple(around) == ("geduldig ", " aufzubauen")
    assert (around.cut_before, around.cut_after) == (False, False)


def test_a_script_without_spaces_is_cut_between_characters():
    text = "日" * 300 + "信頼" + "か\u3099本" * 200
    around = context(text, 300, 302, width=49)
    assert around.before == "日" * 49
    assert around.after == "か\u3099本" * 16
    assert around.cut_before
    assert around.cut_after


@given(texts, st.data(), st.integers(0, 60))
def test_the_context_is_what_stands_there_at_most_so_wide_and_whole(text, data, width):
    edges = [i for i in range(len(text) + 1) if is_boundary(text, i)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    around = context(text, start, end, width)
    begin, stop = start - len(around.before), end + len(around.after)
    assert text[begin:start] == around.before
    assert text[end:stop] == around.after
    assert max(len(around.before), len(around.after)) <= width
    assert "\n" not in around.before + around.after
    assert is_boundary(text, begin)
    assert is_boundary(text, stop)
    line_before, line_after = text[:begin].rsplit("\n", 1)[-1], text[stop:].split("\n", 1)[0]
    assert around.cut_before == bool(line_before.strip())
    assert around.cut_after == bool(line_after.strip())


@pytest.mark.parametrize("language", ["de", "en", "ru", "vi", "ka"])
def test_no_word_is_cut_where_words_are_set_apart(language):
    text = " ".join([SCRIPTS[language][0]] * 10)
    middle = text.index(" ", len(text) // 2) + 1
    around = context(text, middle, middle + 1, width=50)
    words = set(text.split())
    assert around.before.split()[0] in words
    assert around.after[1:].split()[-1] in words
