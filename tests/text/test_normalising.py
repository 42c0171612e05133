"""What a snapshot holds, and the folded form in which passages are sought."""

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.characters import UnstorableText
from quotes.text.normalising import fold, is_boundary, snapshot_text
from tests.text.writing import SCRIPTS, disturbed, texts

anything = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "a ﬁ\n\u00a0\u00ad\u0301\u0308\u200b\u200d👩👍🏽🇩🇪中　。-–„“ｶﾞกำ\u1100\u1161"
        ),
    ),
    max_size=40,
)


def test_a_snapshot_has_line_feeds_and_composed_characters():
    raw = "Gesprächen\r\nnach\rden".replace("ä", "a\u0308")
    assert snapshot_text(raw) == "Gesprächen\nnach\nden"


def test_a_snapshot_refuses_what_cannot_be_stored():
    with pytest.raises(UnstorableText) as refused:
        snapshot_text("\r\n\x00")
    assert refused.value.offset == 2


@given(anything)
def test_a_snapshot_is_its_own_snapshot(text):
    text = text.replace("\x00", "")
    held = snapshot_text(text)
    assert snapshot_text(held) == held
    assert unicodedata.is_normalized("NFC", held)
    assert "\r" not in held


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("„A“ «B» 「C」 ‚D‘ ’E’", '"A" "B" "C" "D" "E"'),
        ("1965–2025 — so", "1965-2025 - so"),
        ("(Jiji Press)--Japan", "(Jiji Press)-Japan"),
        ("1965–\u03332025", "1965-\u03332025"),
        ("a\u00a0\u2009 \n\n\tb", "a b"),
        ("Zu\u00adsam\u200bmen\u2060arbeit", "Zusammenarbeit"),
        ("ﬁnden, ﬂieﬀen", "finden, flieffen"),
        ("ＡＩ２０２５（ｶﾞｯｺｳ）", "AI2025(ガッコウ)"),
        ("한ㆍ미・일·중", "한·미·일·중"),
        ("…", "..."),
        ("意思\n疎通　強化", "意思疎通強化"),
        ("\u200fשלום\u200f", "שלום"),
        ("می\u200cخواهم", "میخواهم"),
        ("محـــمد", "محمد"),
        ("❤️", "❤"),
    ],
)
def test_what_typesetting_changes_is_folded(printed, folded):
    assert fold(printed).text == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ja", "ja"),
        ("schon", "schön"),
        ("10²", "102"),
        ("H₂O", "H2O"),
        ("5½", "51/2"),
        ("ガ", "カ"),
        ("中谷 Gen", "中谷Gen"),
        ("👩\u200d👧", "👩👧"),
        ("コ-ヒ", "コーヒ"),
        ("a b", "ab"),
    ],
)
def test_what_is_said_is_not_folded(one, other):
    assert fold(one).text != fold(other).text


@given(anything)
def test_every_folded_character_leads_back_to_whole_characters(text):
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert is_boundary(text, start)
        assert is_boundary(text, end)
    assert list(folded.starts) == sorted(folded.starts)


@given(anything)
def test_a_piece_between_two_characters_folds_as_it_does_in_the_whole(text):
    folded = fold(text)
    edges = [i for i in range(len(folded.text) + 1) if folded.is_edge(i)]
    for first, last in pairwise(edges):
        piece = text[folded.starts[first] : folded.ends[last - 1]]
        assert fold(piece).text == folded.text[first:last]


@given(texts, st.integers())
def test_two_typesettings_of_a_text_fold_to_the_same(text, seed):
    assert fold(disturbed(text, seed)).text == fold(text).text


@pytest.mark.parametrize("language", SCRIPTS)
def test_composed_and_decomposed_fold_to_the_same(language):
    sentence, _ = SCRIPTS[language]
    decomposed = unicodedata.normalize("NFD", sentence)
    assert fold(decomposed).text == fold(sentence).text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("ȳ̌", [1]),
        ("👩‍👩‍👧", [1, 2, 3, 4]),
        ("👍🏽!", [1]),
        ("🇯🇵🇰🇷", [1, 3]),
        ("น้ำ", [1, 2]),
        ("ｶﾞ", [1]),
        ("ab", []),
    ],
)
def test_no_boundary_inside_a_character(text, inside):
    assert [i for i in range(len(text) + 1) if not is_boundary(text, i)] == inside


def test_a_long_run_of_what_nobody_sees_before_a_mark_takes_no_long_time():
    text = "a  " + "\u200b" * 500_000 + "\u0301"
    began = time.process_time()

    # The space bears the mark, whatever stands between them. The square took half a minute.
    assert fold(text).text == "a  \u0301"
    assert time.process_time() - began < 10
