"""Names, titles and scare quotes are told from quotations in German."""

import pytest

from quotes.extraction import german
from tests.extraction.sentences import assert_found


@pytest.mark.parametrize(
    "sentence",
    [
        "Die „Titanic“ sank im Jahr 1912.",
        "Der Film „Das letzte Ufer“ läuft seit Montag.",
        "Der Spielfilm „Wir sind noch da“ läuft seit Montag.",
        "Die sogenannte „Achse“ traf sich am Montag.",
        "Der Frachter „Gorch Fock“ lief am Montag aus.",
        "Das Magazin „Der Spiegel“ erscheint am Montag.",
        "Der Hurrikan „Katrina“ zog nach Norden.",
        "Die Gruppe „Rote Hilfe“ traf sich am Montag.",
        "Der Roman „Die Blechtrommel“ wurde verfilmt.",
        "Die Operation „Weiße Nacht“ begann am Montag.",
        "Auf „Anna Sophie Holm“ (1912) folgte ein zweites Schiff.",
        "Mit der „Linie Acht“ kommt man dorthin.",
        "Ein Prediger mit dem Beinamen „Abu Holm“ sprach am Montag.",
    ],
)
def test_names_and_titles_are_no_quotations(sentence):
    assert_found(sentence, "de")


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Wir sind noch da", True),
        ("die Brücke sei sicher", True),
        ("alle arbeiteten weiter", True),
        ("ein guter Anfang", False),
        ("Rote Hilfe", False),
        ("", False),
    ],
)
def test_a_finite_verb_is_known_by_its_form(words, holds):
    assert german.holds_verb(words) is holds


def test_a_well_known_name_is_no_quotation_even_where_somebody_speaks():
    assert_found("Laut {dem Leiter} [hilft „Ärzte ohne Grenzen“ vielen Menschen].", "de")


@pytest.mark.parametrize("word", ["bundesminister", "polizei", "vorstandssprecherin"])
def test_offices_and_bodies_are_roles(word):
    assert german.is_role(word)


def test_a_family_name_is_no_role():
    assert not german.is_role("nakatani")


@pytest.mark.parametrize(
    "sentence",
    [
        "{Die Demonstranten} riefen Parolen wie „[Stoppt den Bau der Brücke]“.",
        "Auf Transparenten standen Sprüche wie „[Nieder mit der Brücke]“.",
    ],
)
def test_what_is_chanted_or_stands_on_a_sign_is_cited(sentence):
    assert_found(sentence, "de")
