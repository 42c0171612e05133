"""Sentences in the Konjuktiv go on with what somebody said; others refer back to it."""

import pytest

from quotes.extraction import Kind, extract
from tests.extraction.sentences import assert_found


def test_a_sentence_in_the_konjunktiv_is_that_of_who_spoke_before():
    assert_found("{Holm} sagte, [sie komme am Abend]. [Man habe lange gewartet].", "de")


def test_it_reaches_into_the_next_paragraph():
    assert_found("{Holm} sagte, [sie komme am Abend].\n\n[Man habe lange gewartet].", "de")


def test_the_indicative_is_the_reporters_own():
    assert_found("{Holm} sagte, [sie komme am Abend]. Alle haben lange gewartet.", "de")


def test_a_first_person_is_no_konjunktiv():
    assert_found("Dort sagte niemand ein Wort, doch ich habe gewartet.", "de")


def test_nach_demnach_the_word_itself_is_left_out():
    found = extract("Holm sagte, sie komme. Demnach sei die Brücke frei.", "de")

    assert [each.start for each in found] == [12, 31]


@pytest.mark.parametrize("verb", ["teilte die Polizei mit", "berichtete die Zeitung"])
def test_the_sentence_before_is_meant(verb):
    text = f"Die Brücke bleibt bis Mai gesperrt. Das {verb}."

    (found,) = extract(text, "de")

    assert text[found.start : found.end] == "Die Brücke bleibt bis Mai gesperrt"
    assert found.kind == Kind.INDIRECT


def test_what_was_said_without_a_name_ends_before_hiess_es():
    assert_found("[Niemand sei am Abend verletzt worden], hieß es.", "de")


@pytest.mark.parametrize(
    "sentence",
    [
        "Dort leben Leute, die anderswo keine Wohnung hätten.",
        "Der Turm ist hoch, als sei er von heute.",
        "Im Laufe des Tages kam Wind auf.",
    ],
)
def test_the_mood_of_a_clause_within_is_not_that_of_its_sentence(sentence):
    assert_found(sentence, "de")


def test_a_verb_on_no_list_reports_where_the_konjunktiv_follows():
    assert_found("{Holm} setzte dagegen, [dass die Zeit nicht reiche, was alle sähen].", "de")


def test_nobody_said_what_a_verb_on_no_list_tells_of_it():
    assert_found("Es steht zu vermuten, dass die Zeit nicht reiche.", "de")
