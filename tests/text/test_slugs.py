"""The readable part of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.normalising import is_boundary
from quotes.text.slugs import slug
from tests.text.writing import NAKATANI, WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geduldig Vertrauen aufzubauen", "geduldig-vertrauen-aufzubauen"),
        ("„Geduldig – Vertrauen!“", "geduldig-vertrauen"),
        ("Straße der Größe", "straße-der-größe"),
        ("Ahn Gyu-back", "ahn-gyu-back"),
        ("粘り強く醸成することが必要だ", "粘り強く醸成することが必要だ"),
        ("한·일 협력", "한-일-협력"),
        ("नरेन्द्र मोदी", "नरेन्द्र-मोदी"),
        ("ประยุทธ์ จันทร์โอชา", "ประยุทธ์-จันทร์โอชา"),
        ("Hợp tác quốc phòng", "hợp-tác-quốc-phòng"),
        ("إنّ بناء الثقة", "إنّ-بناء-الثقة"),
        ("it’s time", "its-time"),
        ("ﬁnden", "finden"),
        ("60. Jahrestag (1965–2025)", "60-jahrestag-1965-2025"),
        ("a/b?c#d%e_f\\g\n..", "a-b-c-d-e-f-g"),
        ("👍🏽 …", ""),
        ("", ""),
    ],
)
def test_letters_of_every_script_are_kept(text, expected):
    assert slug(text) == expected


def test_a_slug_is_cut_between_words():
    assert slug(NAKATANI) == "um-die-zusammenarbeit-zwischen-den-verteidigungsbehörden"
    assert slug("eins zwei drei", limit=9) == "eins-zwei"
    assert slug("eins zwei drei", limit=8) == "eins"


def test_one_long_word_is_cut_between_characters():
    assert slug("か\u3099" * 50, limit=5) == "ががががが"
    assert slug("x\u0302" * 50, limit=5) == "x\u0302x\u0302"


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=40))
def test_a_slug_is_its_own_slug_and_safe_in_a_path(text):
    made = slug(text, limit=20)
    assert len(made) <= 20
    assert slug(made, limit=20) == made
    assert not set(made) & set(" /?#%&.\\\"'<>")
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made
    assert all(is_boundary(made, offset) for offset in (0, len(made)))
