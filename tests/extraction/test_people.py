"""Who is meant: the fullest name that an article gives for a mention."""

import pytest

from quotes.extraction import english, extract, german
from quotes.extraction.people import People
from quotes.extraction.tokens import tokenise

GRAMMARS = {"de": german, "en": english}
GERMAN = (
    "Der japanische Verteidigungsminister Gen Nakatani und sein südkoreanischer Amtskollege "
    "Ahn Gyu Back trafen sich. "
)
ENGLISH = (
    "Defense Minister Gen Nakatani and his counterpart Ahn Gyu Back met on Monday. "
    "President Anna Hill was there. "
)


def resolved(lang: str, text: str, mention: str, known: tuple[str, ...] = ()) -> str:
    """What the last place of a mention in a text is resolved to."""
    tokens = tokenise(text, [], GRAMMARS[lang].ABBREVIATIONS)
    start = text.rindex(mention)
    first = tokens.starts.index(start)
    last = tokens.ends.index(start + len(mention)) + 1
    return People(tokens, GRAMMARS[lang], known).fullest(first, last)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (GERMAN + "Nakatani kam.", "Nakatani", "Gen Nakatani"),
        (GERMAN + "Minister Nakatani kam.", "Minister Nakatani", "Gen Nakatani"),
        (GERMAN + "Minister Ahn kam.", "Minister Ahn", "Ahn Gyu Back"),
        (GERMAN + "Herr Ahn Gyu Back kam.", "Herr Ahn Gyu Back", "Ahn Gyu Back"),
        (GERMAN + "Er kam.", "Er", "Ahn Gyu Back"),
        (GERMAN + "Beide Minister kamen.", "Beide Minister", "Gen Nakatani; Ahn Gyu Back"),
        (
            GERMAN + "Dann kamen die beiden Seiten.",
            "die beiden Seiten",
            "Gen Nakatani; Ahn Gyu Back",
        ),
        (GERMAN + "Beide kamen.", "Beide", "Gen Nakatani; Ahn Gyu Back"),
        ("Ministerin Rita Holm kam. Dann kam die Ministerin.", "die Ministerin", "Rita Holm"),
        ("Ursula von Holm kam. Holm blieb.", "Holm", "Ursula von Holm"),
        ("Prof. Dr. Rita Holm kam. Holm blieb.", "Holm", "Rita Holm"),
        ("Der Vorsitzende Uwe Tal (SPD) kam.", "Der Vorsitzende Uwe Tal (SPD)", "Uwe Tal"),
        ("Ein Sprecher der Polizei kam.", "Ein Sprecher der Polizei", ""),
        ("Es kam die Ministerin.", "die Ministerin", ""),
        ("Dann kam er.", "er", ""),
        ("Niemand kam, auch beide Seiten nicht.", "beide Seiten", ""),
    ],
)
def test_german_mentions(text, mention, name):
    assert resolved("de", text, mention) == name


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (ENGLISH + "Nakatani left.", "Nakatani", "Gen Nakatani"),
        (ENGLISH + "Minister Ahn left.", "Minister Ahn", "Ahn Gyu Back"),
        (ENGLISH + "Hill's plan failed.", "Hill's", "Anna Hill"),
        (ENGLISH + "Then she left.", "she", "Anna Hill"),
        (ENGLISH + "Both ministers left.", "Both ministers", "Gen Nakatani; Ahn Gyu Back"),
        (ENGLISH + "The president left.", "The president", "Anna Hill"),
        ("The police left.", "The police", ""),
        ("Then he left.", "he", ""),
    ],
)
def test_english_mentions(text, mention, name):
    assert resolved("en", text, mention) == name


def test_a_name_that_the_database_knows_is_resolved_though_the_text_never_gives_it_in_full():
    assert resolved("de", "Dann kam Nakatani.", "Nakatani") == ""
    assert resolved("de", "Dann kam Nakatani.", "Nakatani", ("Gen Nakatani",)) == "Gen Nakatani"


def test_known_names_that_the_text_does_not_print_change_nothing():
    known = tuple(f"Vorname Nachname{number}" for number in range(1000))

    assert resolved("de", GERMAN + "Nakatani kam.", "Nakatani", known) == "Gen Nakatani"


def test_the_pair_is_the_one_that_is_named_together_most_often():
    text = (
        "Anna Berg traf Uwe Tal. Rita Holm traf Jan Moor. Holm und Moor gingen. "
        "Holm und Moor blieben. Beide Seiten schwiegen."
    )

    assert resolved("de", text, "Beide Seiten") == "Rita Holm; Jan Moor"


def test_the_speaker_of_a_candidate_is_resolved():
    (found,) = extract(GERMAN + "„Wir kommen jetzt wieder“, sagte Nakatani.", "de")

    assert (found.speaker_text, found.speaker_resolved) == ("Nakatani", "Gen Nakatani")
