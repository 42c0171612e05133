"""Credits and origin lines: told from each other, from sentences, and with their very words."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from quotes.extraction.agencies import agency_called
from quotes.extraction.origins import Origin, origins

DOSSIER = Path(__file__).parents[2] / "quotes" / "demo" / "seoul_2025"
SENTENCE = "Japan und Südkorea bekräftigten die Bedeutung ihrer Zusammenarbeit."


def the_one(text) -> Origin:
    [found] = origins(text)
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("line", "words", "agency"),
    [
        ("Laut VNA", "Laut VNA", "VNA"),
        ("(Laut VNA)", "(Laut VNA)", "VNA"),
        ("Quelle: VNA", "Quelle: VNA", "VNA"),
        ("Quelle: dpa/AFP", "Quelle: dpa/AFP", "dpa"),
        ("Quellen: AFP, dpa", "Quellen: AFP, dpa", "AFP"),
        ("Source: The Associated Press", "Source: The Associated Press", "AP"),
        ("Theo TTXVN", "Theo TTXVN", "VNA"),
        ("dpa/AFP", "dpa/AFP", "dpa"),
        ("(dpa)", "(dpa)", "dpa"),
        ("— Kyodo", "— Kyodo", "Kyodo"),
        ("Reuters", "Reuters", "Reuters"),
        ("Mit Material von dpa", "Mit Material von dpa", "dpa"),
        ("With material from AFP", "With material from AFP", "AFP"),
        ("SEOUL (Kyodo) – Japanese Defense Minister", "SEOUL (Kyodo) –", "Kyodo"),
        ("TOKYO (Reuters) - Japan said", "TOKYO (Reuters) -", "Reuters"),
        ("Berlin (dpa) - Der Minister", "Berlin (dpa) -", "dpa"),
        ("Berlin (dpa/AFP) — Der Minister", "Berlin (dpa/AFP) —", "dpa"),
        ("Wien (APA): Der Kanzler", "Wien (APA):", "APA"),
        ("(dpa) - Der Minister", "(dpa) -", "dpa"),
        ("(Jiji Press)--Japan said", "(Jiji Press)--", "Jiji Press"),
        ("Tokyo, Sept. 8 (Jiji Press)--Japan", "Tokyo, Sept. 8 (Jiji Press)--", "Jiji Press"),
        ("SEOUL – (Yonhap) The ministers", "SEOUL – (Yonhap)", "Yonhap"),
    ],
)
def test_a_dateline_or_a_line_of_its_own_is_an_origin(line, words, agency):
    found = the_one(f"{SENTENCE}\n{line}\n{SENTENCE}")
    assert (found.kind, found.text, found.agency, found.about) == ("hop", words, agency, "")


@pytest.mark.parametrize(
    ("sentence", "words", "agency"),
    [
        (
            "Nach Angaben der Nachrichtenagentur Kyodo trafen sie sich.",
            "Nach Angaben der Nachrichtenagentur Kyodo",
            "Kyodo",
        ),
        (
            "Er trat zurück, nach Angaben der südkoreanischen Nachrichtenagentur Yonhap.",
            "nach Angaben der südkoreanischen Nachrichtenagentur Yonhap",
            "Yonhap",
        ),
        ("Sie trafen sich, wie dpa berichtete.", "wie dpa berichtete", "dpa"),
        (
            "Laut einem Bericht von Reuters trafen sie sich.",
            "Laut einem Bericht von Reuters",
            "Reuters",
        ),
        ("The talks went well, according to Kyodo.", "according to Kyodo", "Kyodo"),
        (
            "According to the Xinhua, they met.",
            "According to the Xinhua",
            "Xinhua",
        ),
        (
            "They met, according to South Korea's Yonhap News Agency.",
            "according to South Korea's Yonhap News Agency",
            "Yonhap",
        ),
        ("They met, Reuters reported.", "Reuters reported", "Reuters"),
        ("Kyodo News reported on Monday that they met.", "Kyodo News reported", "Kyodo"),
        (
            "Die Nachrichtenagentur AFP meldete das Treffen.",
            "Die Nachrichtenagentur AFP meldete",
            "AFP",
        ),
        ("Sie trafen sich. (AFP)", "(AFP)", "AFP"),
    ],
)
def test_a_phrase_in_a_sentence_that_names_an_agency_is_an_origin(sentence, words, agency):
    found = origins(sentence)
    assert [(origin.kind, origin.text, origin.agency) for origin in found] == [
        ("hop", words, agency)
    ]


@pytest.mark.parametrize(
    ("line", "agency", "outlet", "about"),
    [
        ("Die Minister in Seoul. (Quelle: AFP)", "AFP", "", "photo"),
        ("Die Minister in Seoul. (Foto: dpa)", "dpa", "", "photo"),
        ("Foto: dpa", "dpa", "", "photo"),
        ("Foto: Max Muster/dpa", "dpa", "", "photo"),
        ("Die Minister in Seoul. (Foto: dpa )", "dpa", "", "photo"),
        ("Foto: Erika Muster\u00a0", "", "Erika Muster", "photo"),
        ("Foto: X", "", "X", "photo"),
        ("Bild: IMAGO / Yonhap News", "Yonhap", "", "photo"),
        ("Photo: Ministry of Defense", "", "Ministry of Defense", "photo"),
        ("Photo by Erika Muster", "", "Erika Muster", "photo"),
        ("The ministers. [Photo: Reuters]", "Reuters", "", "photo"),
        ("The ministers shake hands. (AP Photo)", "", "", "photo"),
        ("© dpa", "dpa", "", "agency"),
        ("© 2025 AFP", "AFP", "", "agency"),
        ("© Beispielzeitung GmbH", "", "Beispielzeitung GmbH", "other"),
        ("Copyright The Jiji Press, Ltd.", "Jiji Press", "", "agency"),
        ("(c) 2024-2025 Example Media", "", "Example Media", "other"),
        ("Übersetzung: Erika Muster", "", "Erika Muster", "translation"),
        ("Translated from the Korean by Max Muster", "", "Max Muster", "translation"),
    ],
)
def test_a_picture_a_copyright_a_translation_is_a_credit(line, agency, outlet, about):
    found = the_one(f"{SENTENCE}\n{line}\n{SENTENCE}")
    assert (found.kind, found.agency, found.outlet, found.about) == (
        "credit",
        agency,
        outlet,
        about,
    )


@pytest.mark.parametrize(
    ("line", "url", "host"),
    [
        (
            "Quelle: https://baothanhhoa.vn/bo-truong-260949.htm",
            "https://baothanhhoa.vn/bo-truong-260949.htm",
            "baothanhhoa.vn",
        ),
        ("Source: http://www.example.org/a.", "http://www.example.org/a", "example.org"),
        ("(Quelle: https://example.org/a)", "https://example.org/a", "example.org"),
    ],
)
def test_an_address_given_as_source_is_an_origin(line, url, host):
    found = the_one(f"{SENTENCE}\n{line}")
    assert (found.kind, found.url, found.outlet) == ("hop", url, host)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Quelle: Beispielzeitung", "Beispielzeitung"),
        ("This article was first published in The Example Times", "The Example Times"),
        ("Dieser Artikel erschien zuerst in Die Beispielzeitung", "Die Beispielzeitung"),
        (
            "Das sagte er nach Angaben der Nachrichtenagentur Beispiel Press am Montag.",
            "Beispiel Press",
        ),
    ],
)
def test_an_origin_that_is_no_known_agency_is_named_as_printed(line, outlet):
    found = the_one(line)
    assert (found.kind, found.agency, found.outlet) == ("hop", "", outlet)


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCE,
        "Laut dem japanischen Verteidigungsministerium streben die Länder jährliche Besuche an.",
        "Laut der Erklärung werden Japan und Südkorea das Potenzial ausschöpfen.",
        "According to the press release, they affirmed their commitment.",
        "Nach Peking",
        "Er nannte die Quelle: ein alter Brunnen im Hof des Klosters, an dem er lange saß.",
        "Reuters employs 2,500 journalists.",
        "The word (apart from others) is plain.",
        "Sie zeigte Fotos von der Reise.",
        "Er ging laut singend nach Hause.",
        "The app (AP) said",
        "",
    ],
)
def test_plain_sentences_hold_none(sentence):
    assert origins(sentence) == []


def test_the_seed_article_names_its_photo_its_agency_and_its_source():
    text = (DOSSIER / "a_vietnam_vn_de.txt").read_text(encoding="utf-8")
    photo, agency, source = origins(text)
    assert (photo.kind, photo.text, photo.agency) == ("credit", "(Quelle: AFP)", "AFP")
    assert (agency.kind, agency.text, agency.agency) == ("hop", "Laut VNA", "VNA")
    assert source.kind == "hop"
    assert source.url.startswith("https://baothanhhoa.vn/bo-truong")


def test_the_dateline_of_jiji_is_its_origin():
    text = (DOSSIER / "l_jiji_en.txt").read_text(encoding="utf-8")
    assert [origin.text for origin in origins(text)] == [
        "Yokosuka, Kanagawa Pref., Jan. 30 (Jiji Press)--"
    ]


def test_nothing_is_proposed_twice():
    found = origins("Foto: dpa\nQuelle: dpa/AFP\n© dpa\n(Foto: AFP)")
    assert len(found) == 4
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_an_agency_is_known_by_whole_words():
    assert agency_called("The Jiji Press, Ltd.") == "Jiji Press"
    assert agency_called("APA und AP") == "APA"
    assert agency_called("Apfel, sapa, dpaX, epd-Bild-Archiv") == ""


@pytest.mark.parametrize("piece", ["(", "Foto: ", "Quelle: ", "a ", "(AFP ", "© ", "nach Angaben "])
def test_it_takes_time_linear_in_the_length(piece):
    def seconds(times):
        began = time.process_time()
        origins(piece * times)
        return time.process_time() - began

    seconds(10)
    assert seconds(40_000) < 3
