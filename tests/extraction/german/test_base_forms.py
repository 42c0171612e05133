"""German bodies are resolved to their nominative, or to nothing."""

import pytest

from quotes.extraction import extract, german
from quotes.extraction.tokens import tokenise


def base_form_of(phrase: str) -> str:
    tokens = tokenise(phrase, [], german.ABBREVIATIONS)
    return german.base_form(tokens, 0, len(tokens.words))


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("des Verteidigungsministeriums", "Verteidigungsministerium"),
        ("dem japanischen Verteidigungsministerium", "japanisches Verteidigungsministerium"),
        ("des Auswärtigen Amtes", "Auswärtiges Amt"),
        ("des Bundesamts", "Bundesamt"),
        ("des Bündnisses", "Bündnis"),
        ("des Bundesrates", "Bundesrat"),
        ("des Bundesrats", "Bundesrat"),
        ("dem Deutschen Bundestag", "Deutscher Bundestag"),
        ("der französischen Regierung", "französische Regierung"),
        ("der Polizei", "Polizei"),
    ],
)
def test_a_body_in_another_case_gets_its_nominative(printed, nominative):
    assert base_form_of(printed) == nominative


@pytest.mark.parametrize(
    "printed",
    [
        "das Ministerium",  # the nominative itself
        "der Präsident",
        "der Behörden",  # a plural
        "des Zeugen",
        "des Ministeriums für Verkehr",
        "dem sehr alten Amt",
        "Ministeriums",
        "des",
    ],
)
def test_what_is_no_single_body_stays_unresolved(printed):
    assert base_form_of(printed) == ""


def test_a_candidate_names_the_ministry_in_the_nominative():
    (found,) = extract("Nach Angaben des Verteidigungsministeriums bleibt die Brücke zu.", "de")

    assert found.speaker_text == "des Verteidigungsministeriums"
    assert found.speaker_resolved == "Verteidigungsministerium"
