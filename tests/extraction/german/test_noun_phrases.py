"""Where a German noun phrase ends."""

import pytest

from quotes.extraction import german
from quotes.extraction.german.noun_phrases import noun_phrase
from quotes.extraction.marks import stretches
from quotes.extraction.tokens import Tokens, tokenise


def tokens_of(text: str) -> Tokens:
    return tokenise(
        text, [each for each in stretches(text) if not each.depth], german.ABBREVIATIONS
    )


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("der Minister", "sagte"),
        ("er", "sagte"),
        ("der neue japanische Minister", "sagte"),
        ("der Minister für Verkehr", "sagte"),
        ("ein Sprecher der Polizei", "sagte"),
        ("die Sprecherin des Instituts", "sagte"),
        ("der für die Region zuständige Beamte", "sagte"),
        ("Rita Holm (FDP)", "sagte"),
        ("Prof. Dr. Rita Holm", "sagte"),
        ("Jürgen R. Holm", "sagte"),
        ("Ursula von Holm", "sagte"),
        ("Rita Holm und ihr Kollege Tal", "sagten"),
        ("Holms wissenschaftlicher Mitarbeiter", "sagte"),
        ("das Magazin „Der Spiegel“", "schrieb"),
        ("drei Männer", "sagten"),
        ("die Ministerin", "am Montag"),
        ("Rita Holm", "der Zeitung"),  # a dative: told to it
        ("die Ministerin", ", die kam"),
        ("der Sprecher", "„Wir gehen jetzt“"),
    ],
)
def test_a_phrase_ends_where_something_else_begins(phrase, rest):
    tokens = tokens_of(f"{phrase} {rest}")

    found = noun_phrase(tokens, 0, len(tokens.words))

    assert found
    assert tokens.print(*found) == phrase


@pytest.mark.parametrize("text", ["sagte der Minister", "in Berlin", "und er", ", der", "der sehr"])
def test_no_phrase_begins_with_a_verb_or_a_preposition(text):
    tokens = tokens_of(text)

    assert noun_phrase(tokens, 0, len(tokens.words)) is None


def test_an_empty_stretch_holds_none():
    assert noun_phrase(tokens_of("der Minister"), 2, 2) is None


def test_the_subject_is_found_past_what_prepositions_govern():
    tokens = tokens_of("In der Stadt will die Ministerin bleiben.")

    found = german.subject_of(tokens, tokens.sentences[0], len(tokens.words))

    assert found
    assert tokens.print(*found) == "die Ministerin"
