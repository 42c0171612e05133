"""People are found by any form of their name, and sorted by the family name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.names import fold_name, sort_name
from tests.text.writing import WORDS


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ahn Gyu-back", "ahn gyu back"),
        ("AHN GYU BACK", "ahn gyu back"),
        ("Ahn Gyu‑back", "ahn gyu back"),
        ("  Gen\u00a0 Nakatani ", "gen nakatani"),
        ("J. R. R. Tolkien", "j r r tolkien"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("Đỗ Mười", "do muoi"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Søren Ærø", "soren aero"),
        ("Weiß", "weiss"),
        ("WEIẞ", "weiss"),
        ("İlber Ortaylı", "ilber ortayli"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("アン・ギュベク", "アン ギュベク"),
        ("ｱﾝ･ｷﾞｭﾍﾞｸ", "アン ギュベク"),
        ("안규백", "안규백"),
        ("中谷元", "中谷元"),
        ("Αλέξης Τσίπρας", "αλεξησ τσιπρασ"),
        ("ΑΛΈΞΗΣ ΤΣΊΠΡΑΣ", "αλεξησ τσιπρασ"),
        ("Фёдор Йовков", "федор йовков"),
        ("Володи́мир Зеле́нський", "володимир зеленський"),
        ("أَحْمَد", "احمد"),
        ("שִׁמְעוֹן", "שמעון"),
        ("नरेन्द्र मोदी", "नरेन्द्र मोदी"),
        ("ประยุทธ์", "ประยุทธ์"),
        ("", ""),
        ("–", ""),
    ],
)
def test_a_name_is_folded_for_search(name, folded):
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("ガク", "カク"), ("パク", "バク"), ("Йод", "Иод"), ("안", "아"), ("मोदी", "मद")],
)
def test_letters_whose_mark_makes_another_letter_stay_apart(one, other):
    assert fold_name(one) != fold_name(other)


@given(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=20))
def test_a_folded_name_is_its_own_folded_name(name):
    folded = fold_name(name)
    assert fold_name(folded) == folded
    assert folded == " ".join(folded.split())


@given(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))
def test_decomposed_names_fold_to_the_same(name):
    assert fold_name(unicodedata.normalize("NFD", name)) == fold_name(name)


@pytest.mark.parametrize(
    ("name", "family", "sorted_by"),
    [
        ("Gen Nakatani", "Nakatani", "nakatani gen"),
        ("Ahn Gyu-back", "Ahn", "ahn gyu back"),
        ("中谷元", "中谷", "中谷 元"),
        ("안규백", "안", "안 규백"),
        ("Kim Leeds Lee", "Lee", "lee kim leeds"),
        ("Ursula von der Leyen", "von der Leyen", "von der leyen ursula"),
        ("Lee Lee", "Lee", "lee lee"),
        ("Ministry of Defense", None, "ministry of defense"),
        ("Ministry of Defense", "", "ministry of defense"),
        ("Gen Nakatani", "Ishiba", "gen nakatani"),
        ("Pelé", "Pelé", "pele"),
    ],
)
def test_the_family_name_sorts(name, family, sorted_by):
    assert sort_name(name, family) == sorted_by
