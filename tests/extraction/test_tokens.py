"""Words, stops and whole quotations, in sentences."""

import pytest

from quotes.extraction import german
from quotes.extraction.marks import stretches
from quotes.extraction.tokens import Tokens, tokenise


def read(text: str) -> Tokens:
    outermost = [each for each in stretches(text) if not each.depth]
    return tokenise(text, outermost, german.ABBREVIATIONS)


def sentences(text: str) -> list[str]:
    tokens = read(text)
    return [tokens.print(each.first, each.last) for each in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Er kam.", ["Er", "kam", "."]),
        ("AT&T und E-Mail", ["AT&T", "und", "E-Mail"]),
        ("der U.S-Senat", ["der", "U.S-Senat"]),
        ("zu 3,5% mehr", ["zu", "3", ",", "5%", "mehr"]),
        ("geht’s", ["geht’s"]),
        ("a__b", ["a", "__", "b"]),
        ("", []),
    ],
)
def test_words(text, words):
    assert read(text).words == words


def test_a_quotation_is_one_token_whatever_it_holds():
    tokens = read("Er rief „Komm. Bleib!“ laut")

    assert tokens.words == ["Er", "rief", "", "laut"]
    assert tokens.is_quotation(2)
    assert tokens.quotation(2) == "Komm. Bleib!"
    assert tokens.print(2, 3) == "„Komm. Bleib!“"


def test_control_characters_of_the_text_are_no_quotations():
    tokens = read("a \x02\x01 b „c“")

    assert tokens.words == ["a", "b", ""]
    assert tokens.quotation(2) == "c"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er kam. Sie ging.", 2),
        ("Er kam am 9. September an.", 1),
        ("Er kam mit Dr. Holm an.", 1),
        ("Papst Benedikt XVI. Reise war lang.", 1),
        ("Jürgen R. Holm kam.", 1),
        ("Er kam! Sie ging? Alle blieben… Ende", 4),
        ("Er kam.Sie ging.", 2),
        ("Er kam\nSie ging", 2),
        ("„Er kam.“ Sie ging.", 2),
        ("„Er kam“, sagte sie.", 1),
        ("Im Jahr 1912. Dann kam sie.", 2),
        ("", 0),
    ],
)
def test_sentences(text, count):
    assert len(sentences(text)) == count


def test_a_line_opens_a_paragraph():
    assert [each.opens_paragraph for each in read("A kam. B ging.\n\nC blieb.").sentences] == [
        True,
        False,
        True,
    ]


def test_the_stop_at_the_end_is_left_out():
    text = "Er kam?!"
    tokens = read(text)

    assert tokens.without_stop(tokens.sentences[0]) == (0, 6)


def test_so_long_no_sentence_is():
    tokens = read("wort " * 1000)

    assert max(each.last - each.first for each in tokens.sentences) == 160
    assert sum(each.last - each.first for each in tokens.sentences) == 1000
