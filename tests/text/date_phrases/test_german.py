"""German date expressions, read on Monday, 8 September 2025 unless another day is named."""

from datetime import date

import pytest

from quotes.text.date_phrases import RESOLVED, STATED
from quotes.text.dates import parse
from tests.text.date_phrases.expressions import only, read

STATED_EXPRESSIONS = [
    ("9. September 2025", "2025-09-09"),
    ("am 9. September 2025", "2025-09-09"),
    ("9. Sept. 2025", "2025-09-09"),
    ("1. Jänner 1990", "1990-01-01"),
    ("2025-09-08", "2025-09-08"),
    ("08.09.2025", "2025-09-08"),
    ("8. 9. 2025", "2025-09-08"),
    ("am Montag, dem 06.12.2004", "2004-12-06"),
    ("am Freitag, den 9. September 2005", "2005-09-09"),
    ("am letzten Freitag, dem 17. März 2006", "2006-03-17"),
    ("vom 9. bis 12. September 2024", "2024-09-09/2024-09-12"),
    ("im April 2005", "2005-04"),
    ("Oktober 2004", "2004-10"),
    ("Ende August 2021", "2021-08"),
    ("im Jahr 2019", "2019"),
    ("im Jahre 900", "0900"),
    ("2019", "2019"),
    ("Ende 2019", "2019"),
    ("seit 1996", "1996/.."),
    ("bis 2011", "../2011"),
    ("1965–2025", "1965/2025"),
    ("von 2005 bis 2015", "2005/2015"),
    ("zwischen 2015 und 2017", "2015/2017"),
    ("um das Jahr 1900", "1900~"),
    ("in den 1990er Jahren", "199X"),
    ("Ende der 1990er Jahre", "199X"),
    ("in den achtziger Jahren", "198X"),
    ("im 19. Jahrhundert", "18XX"),
    ("im Sommer 2020", "2020-22"),
    ("im Winter 2020/21", "2020-24"),
]
RESOLVED_EXPRESSIONS = [
    ("heute", "2025-09-08"),
    ("gestern", "2025-09-07"),
    ("gestern Abend", "2025-09-07"),
    ("vorgestern", "2025-09-06"),
    ("übermorgen", "2025-09-10"),
    ("heute Morgen", "2025-09-08"),
    ("gestrigen", "2025-09-07"),
    ("am heutigen Montag", "2025-09-08"),
    ("am gestrigen Sonntag", "2025-09-07"),
    ("am Montag", "2025-09-08"),
    ("am Dienstag", "2025-09-02"),
    ("Donnerstag", "2025-09-04"),
    ("am Sonntagabend", "2025-09-07"),
    ("am Samstag früh", "2025-09-06"),
    ("am kommenden Montag", "2025-09-15"),
    ("am vergangenen Montag", "2025-09-01"),
    ("nächsten Freitag", "2025-09-12"),
    ("bis Freitag", "../2025-09-05"),
    ("seit Mittwoch", "2025-09-03/.."),
    ("in der Nacht zum Dienstag", "2025-09-01/2025-09-02"),
    ("in der Nacht von Samstag auf Sonntag", "2025-09-06/2025-09-07"),
    ("in der vergangenen Nacht", "2025-09-07/2025-09-08"),
    ("am Wochenende", "2025-09-06/2025-09-07"),
    ("am kommenden Wochenende", "2025-09-13/2025-09-14"),
    ("letzte Woche", "2025-09-01/2025-09-07"),
    ("in der vergangenen Woche", "2025-09-01/2025-09-07"),
    ("zum Wochenbeginn", "2025-09-08/2025-09-14"),
    ("Ende vorletzter Woche", "2025-08-25/2025-08-31"),
    ("im kommenden Monat", "2025-10"),
    ("Mitte des Monats", "2025-09"),
    ("im vergangenen Jahr", "2024"),
    ("dieses Jahr", "2025"),
    ("Ende nächsten Jahres", "2026"),
    ("zum Jahresende", "2025"),
    ("am 9. September", "2025-09-09"),
    ("am 28. November", "2025-11-28"),
    ("am 28. Januar", "2025-01-28"),
    ("am 8. und 9. September", "2025-09-08/2025-09-09"),
    ("Anfang August", "2025-08"),
    ("im Juli", "2025-07"),
    ("im September", "2025-09"),
    ("im Oktober", "2024-10"),
    ("im vergangenen Juli", "2025-07"),
    ("seit vergangenem Juli", "2025-07/.."),
    ("im vergangenen September", "2024-09"),
    ("im kommenden Februar", "2026-02"),
    ("im Juli letzten Jahres", "2024-07"),
    ("im Juli des vergangenen Jahres", "2024-07"),
    ("im vergangenen Winter", "2024-24"),
    ("diesen Sommer", "2025-22"),
    ("vor drei Tagen", "2025-09-05"),
    ("vor zwei Wochen", "2025-08-25/2025-08-31"),
    ("vor sieben Monaten", "2025-02"),
    ("vor zwei Jahren", "2023"),
    ("vor knapp zwei Jahren", "2023~"),
    ("vor mehr als 20 Jahren", "../2005"),
    ("vor drei Jahrzehnten", "199X"),
    ("vor 900 Jahren", "1125~"),
]
OPEN_EXPRESSIONS = [
    ("einen Tag nach der Ankündigung des Rücktritts", "day", 1, "der Ankündigung des Rücktritts"),
    ("zwei Monate nach dem Urteil", "month", 2, "dem Urteil"),
    ("eine Woche vor der geplanten Wahl", "week", -1, "der geplanten Wahl"),
    ("drei Tage nach Ishibas Rücktritt", "day", 3, "Ishibas Rücktritt"),
    ("einen Tag, nachdem er zurückgetreten war", "day", 1, "er zurückgetreten war"),
    ("am Tag nach der Wahl", "day", 1, "der Wahl"),
    ("am Tag der Wahl", "day", 0, "der Wahl"),
    ("in der Woche vor dem Absturz", "week", -1, "dem Absturz"),
    ("am Wochenende vor der Notlandung", "weekend", -1, "der Notlandung"),
    ("zwei Tage später", "day", 2, ""),
    ("am Vortag", "day", -1, ""),
    ("tags darauf", "day", 1, ""),
    ("am selben Tag", "day", 0, ""),
    ("im Vorjahr", "year", -1, ""),
]
NO_DATES = [
    "im Rahmen der Gespräche",
    "Karl Mai und Ernst August von Hannover",
    "2019 Menschen kamen",
    "rund 1950 verletzte Tiere",
    "2.800 Meter und 1999,50 Euro",
    "1500 demonstrierten",
    "die Agenda 2010 und die Resolution 1973",
    "jeden Montag und montags",
    "Das schrieb die „Welt am Sonntag“.",
    "der heute 77-jährige Küng",
    "Guten Morgen, zum dritten Mal",
    "am 31. Februar 2025",
    "die Montag-Ausgabe, das Juli-Heft",
    "Nummer 12.09.20255",
    "das heutige Polen",
    "Anfang der Sitzung, Ende gut",
    "vor Gericht, in zwei Fällen, nach drei Stunden",
    "am\nMontagmittagessen",
]


@pytest.mark.parametrize(("words", "edtf"), STATED_EXPRESSIONS)
@pytest.mark.parametrize("published", [date(2025, 9, 8), date(1995, 1, 1), None])
def test_words_that_name_a_date_in_full_need_no_publication_date(words, edtf, published):
    phrase = only(f"Man traf sich {words}.", "de", published)
    assert (phrase.text, phrase.date, phrase.basis) == (words, edtf, STATED)
    assert parse(edtf).edtf == edtf


@pytest.mark.parametrize(("words", "edtf"), RESOLVED_EXPRESSIONS)
def test_relative_words_are_read_against_the_publication_date(words, edtf):
    phrase = only(f"Man traf sich {words}.", "de")
    assert (phrase.text, phrase.date, phrase.basis) == (words, edtf, RESOLVED)
    assert parse(edtf).edtf == edtf


@pytest.mark.parametrize(("words", "edtf"), RESOLVED_EXPRESSIONS)
def test_relative_words_stay_open_without_a_publication_date(words, edtf):
    phrase = only(f"Man traf sich {words}.", "de", None)
    assert (phrase.text, phrase.date, phrase.basis) == (words, "", RESOLVED)


@pytest.mark.parametrize(("words", "unit", "offset", "event"), OPEN_EXPRESSIONS)
def test_what_hangs_on_an_event_stays_open_and_names_the_event(words, unit, offset, event):
    phrase = only(f"Man traf sich {words}.", "de")
    assert (phrase.text, phrase.date, phrase.basis) == (words, "", RESOLVED)
    assert (phrase.unit, phrase.offset, phrase.hangs_on) == (unit, offset, event)
    assert phrase.awaits_event


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_are_no_dates_are_left_alone(text):
    assert read(text, "de") == []


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("Er wird am Freitag nach Japan reisen.", "2025-09-12"),
        ("Er ist am Freitag nach Japan gereist.", "2025-09-05"),
        ("Er sagte am Freitag, er werde reisen.", "2025-09-05"),
        ("Er soll am Freitag sprechen.", "2025-09-12"),
        ("Er soll am Freitag einen Mann getötet haben.", "2025-09-05"),
        ("Die Wahl wird im Oktober wiederholt.", "2025-10"),
        ("Am Wochenende wird gewählt.", "2025-09-13/2025-09-14"),
        ("Sie kommt am 1. März.", "2026-03-01"),
        ("Sie kam am 1. März.", "2025-03-01"),
        ("Der Vertrag wird in zwei Wochen unterzeichnet.", "2025-09-22/2025-09-28"),
        ("Morgen wird gewählt.", "2025-09-09"),
        ("Das gilt bis Freitag.", "../2025-09-12"),
        ("Es war bis Freitag offen.", "../2025-09-05"),
    ],
)
def test_the_verb_of_the_clause_tells_what_is_to_come(sentence, edtf):
    assert only(sentence, "de").date == edtf


def test_what_takes_two_weeks_is_no_date():
    assert read("Das gelang ihm in zwei Wochen.", "de") == []


def test_a_weekday_tells_the_year_of_a_day():
    text = "Das Flugzeug zerschellte am Sonntag, den 14. August um 12:03 Uhr."
    assert only(text, "de", date(2006, 3, 19)).date == "2005-08-14"


def test_a_weekday_that_contradicts_the_publication_date_stays_open():
    assert read("Am gestrigen Mittwoch begann es.", "de") == [("Am gestrigen Mittwoch", "")]


def test_the_second_of_two_months_gives_both_their_year():
    text = "nachdem im September und Oktober 2004 alle verhaftet wurden"
    assert read(text, "de") == [("im September", "2004-09"), ("Oktober 2004", "2004-10")]


def test_some_days_ago_are_found_and_stay_open():
    assert read("Vor einigen Tagen traf man sich.", "de") == [("Vor einigen Tagen", "")]


def test_the_expressions_of_the_seed_article_are_read():
    text = (
        "Das Treffen fand einen Tag nach der Ankündigung des Rücktritts des Premierministers "
        "statt, wegen des Verlusts der Mehrheit im Juli. Zuvor hatte er im August Japan besucht. "
        "Dies ist das erste Treffen seit seinem Amtsantritt im vergangenen Juli, nachdem beide "
        "Anfang August getagt hatten. Er wird voraussichtlich am 9. September am Dialog "
        "teilnehmen."
    )
    assert read(text, "de") == [
        ("einen Tag nach der Ankündigung des Rücktritts", ""),
        ("im Juli", "2025-07"),
        ("im August", "2025-08"),
        ("im vergangenen Juli", "2025-07"),
        ("Anfang August", "2025-08"),
        ("am 9. September", "2025-09-09"),
    ]
