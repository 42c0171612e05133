"""The link that leads a browser to the very words."""

from urllib.parse import unquote

import pytest

from quotes.text.anchors import selector
from quotes.text.fragments import text_fragment
from tests.text.writing import AHN, ARTICLE, NAKATANI, SCRIPTS


def parts(fragment: str) -> list[str]:
    assert fragment.startswith("#:~:text=")
    return [unquote(part) for part in fragment.removeprefix("#:~:text=").split(",")]


def test_a_passage_is_named_whole():
    assert text_fragment("geduldig Vertrauen") == "#:~:text=geduldig%20Vertrauen"


def test_signs_of_the_directive_itself_are_encoded():
    assert text_fragment("Nhật-Hàn, A & B") == "#:~:text=Nh%E1%BA%ADt%2DH%C3%A0n%2C%20A%20%26%20B"


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_is_encoded_and_comes_back(language):
    fragment = text_fragment(SCRIPTS[language][1])
    assert fragment.isascii()
    assert parts(fragment) == [SCRIPTS[language][1]]


def test_context_is_given_in_whole_words():
    start = ARTICLE.index("schwierigen")
    kept = selector(ARTICLE, start, start + len("schwierigen"))
    assert kept.prefix.startswith("yu Back räumte")
    assert parts(text_fragment(kept.exact, kept.prefix, kept.suffix)) == [
        "räumte unterdessen die „-",
        "schwierigen",
        "-“ bilateralen Beziehungen ein",
    ]


def test_a_word_that_may_be_cut_is_left_out_where_another_remains():
    assert parts(text_fragment("Vertrauen", "otwendig, geduldig ", " aufzub")) == [
        "geduldig-",
        "Vertrauen",
        "-aufzub",
    ]
    assert parts(text_fragment("Vertrauen", "war.\nEs ist geduldig ", " aufzubauen, sa"))[::2] == [
        "Es ist geduldig-",
        "-aufzubauen,",
    ]


def test_context_without_a_letter_is_left_out():
    start = ARTICLE.index(AHN)
    kept = selector(ARTICLE, start, start + len(AHN))
    assert kept.suffix.startswith("“.\n")
    assert parts(text_fragment(kept.exact, "", kept.suffix)) == [AHN]


def test_context_of_another_paragraph_is_left_out():
    start = ARTICLE.index(NAKATANI)
    kept = selector(ARTICLE, start, start + len(NAKATANI))
    assert "\n" in kept.prefix
    assert parts(text_fragment(kept.exact, kept.prefix, kept.suffix)) == [
        NAKATANI,
        "-“, sagte Minister Nakatani",
    ]


def test_a_long_passage_is_named_by_its_first_and_last_words():
    passage = " ".join(f"Wort{n}" for n in range(100))
    assert parts(text_fragment(passage)) == [
        "Wort0 Wort1 Wort2 Wort3 Wort4",
        "Wort95 Wort96 Wort97 Wort98 Wort99",
    ]


def test_a_passage_over_paragraphs_is_named_by_its_ends():
    assert parts(text_fragment("Erster Absatz.\n\nZweiter  Absatz.")) == [
        "Erster Absatz.",
        "Zweiter Absatz.",
    ]


def test_a_long_passage_without_spaces_is_named_by_its_clauses():
    passage = (
        "両大臣は訪韓が実現したことを歓迎しました、"
        + "日" * 300
        + "、今年に実現したことを歓迎した。"
    )
    assert parts(text_fragment(passage)) == [
        "両大臣は訪韓が実現したことを歓迎しました",
        "今年に実現したことを歓迎した。",
    ]
    assert parts(text_fragment("か\u3099" * 200)) == ["か\u3099" * 10, "か\u3099" * 10]


def test_nothing_has_no_fragment():
    assert text_fragment(" \n") == ""
