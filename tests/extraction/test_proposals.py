"""Candidates know their date, what holds them, and what they continue."""

from datetime import date

import pytest

from quotes.extraction import Kind, extract

MONDAY = date(2025, 9, 8)


def test_a_fragment_knows_the_indirect_passage_around_it():
    whole, fragment = extract("Holm betonte, dass die Lage „schwierig“ bleibe.", "de")

    assert (whole.kind, fragment.kind) == (Kind.INDIRECT, Kind.FRAGMENT)
    assert (whole.within, fragment.within) == (None, 0)


def test_an_interrupted_quotation_knows_its_first_part():
    first, second = extract(
        "„Die Brücke wird teuer“, sagte Holm, „aber sie wird schön und sie wird lang.“", "de"
    )

    assert (first.continues, second.continues) == (None, 0)


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "Holm sagte: „Wir kommen alle morgen.\n„Wir bleiben dann auch alle hier.“"

    first, second = extract(text, "de")

    assert (first.continues, second.continues) == (None, 0)
    assert second.speaker_text == "Holm"


def test_so_does_one_that_goes_on_behind_the_reporting_sentence():
    _, second = extract("„Wir kommen morgen“, sagte Holm. „Wir bleiben auch alle hier.“", "de")

    assert second.continues == 0
    assert second.speaker_text == "Holm"


def test_words_of_another_speaker_continue_nothing():
    _, second = extract("„Wir kommen morgen“, sagte Holm. „Wir bleiben hier“, sagte Tal.", "de")

    assert second.continues is None
    assert second.speaker_text == "Tal"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("„Wir kommen alle wieder“, sagte Holm am Sonntag.", "am Sonntag", "2025-09-07"),
        ("„Wir kommen alle wieder“, sagte Holm gestern.", "gestern", "2025-09-07"),
        ("Holm sagte am 3. September: „Wir kommen alle wieder.“", "am 3. September", "2025-09-03"),
        ("Anfang August sagte Holm, sie komme wieder.", "Anfang August", "2025-08"),
        ("„Wir kommen alle wieder“, sagte Holm.", "", ""),
        ("Holm sagte, sie komme am Sonntag.", "", ""),
        ("Gestern regnete es. „Wir kommen alle wieder“, sagte Holm.", "", ""),
    ],
)
def test_when_it_was_said_in_german(text, words, edtf):
    (found,) = extract(text, "de", MONDAY)

    assert (found.date_text.removesuffix(" "), found.date) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ('"We will all come back," Holm said on Sunday.', "on Sunday", "2025-09-07"),
        ('"We will all come back," Holm said yesterday.', "yesterday", "2025-09-07"),
        ("Holm said she would come on Sunday.", "", ""),
    ],
)
def test_when_it_was_said_in_english(text, words, edtf):
    (found,) = extract(text, "en", MONDAY)

    assert (found.date_text, found.date) == (words, edtf)


def test_without_a_day_of_publication_the_words_stay_and_the_date_is_open():
    (found,) = extract("„Wir kommen alle wieder“, sagte Holm gestern.", "de")

    assert (found.date_text, found.date, found.date_basis) == ("gestern", "", "")


def test_what_hangs_on_an_event_stays_open():
    (found,) = extract(
        "Einen Tag nach dem Treffen sagte Holm: „Wir kommen alle wieder.“", "de", MONDAY
    )

    assert found.date == ""
    assert found.hangs_on


def test_of_two_reports_of_the_same_words_one_is_kept():
    found = extract("Laut Holm sagte Tal, dass die Brücke bleibe.", "de")

    assert len({(each.start, each.kind) for each in found}) == len(found)
