"""A pasted text is taken as it is; of what it might mean, little is guessed."""

import subprocess
import sys

import pytest

from quotes.ingest.reading import Origin
from quotes.ingest.reading_text import MOST_TEXT, read_text
from quotes.ingest.unreadable import Unreadable, UnreadableReason
from quotes.ingest.written_language import declared_tag, language_against, language_of
from tests.ingest.pages import ENGLISH, PARAGRAPHS
from tests.text.writing import ARTICLE, SCRIPTS


def test_the_text_is_kept_as_it_was_pasted():
    reading = read_text("\n\r\n" + ARTICLE.replace("\n", "\r\n") + "\r\n")
    assert reading.text == ARTICLE
    assert (reading.language, reading.origins["language"]) == ("de", Origin.TEXT)
    assert reading.headline == reading.byline == reading.published == reading.canonical_url == ""


@pytest.mark.parametrize(
    "line",
    [
        "Gespräch in Seoul endet mit Erklärung",
        "Was wird aus den Beziehungen?",
        "Nakatani: „Geduldig Vertrauen aufbauen“",
        "Japan and South Korea agree on yearly visits",
        "日韓防衛相会談、年次訪問で合意",
    ],
)
def test_a_first_line_that_looks_like_a_headline_is_one_and_stays_in_the_text(line):
    text = f"{line}\n\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"
    reading = read_text(text)
    assert reading.text == text
    assert (reading.headline, reading.origins["headline"]) == (line, Origin.GUESS)


@pytest.mark.parametrize(
    "line",
    [
        PARAGRAPHS[2],
        "Das Gespräch endete am Montag.",
        "„Vertrauen braucht Geduld",
        "(Quelle: AFP)",
        "SEOUL (Kyodo)",
        "Quelle: AFP",
        "https://www.zeitung.example/a",
        "8. September 2025, 10:12 Uhr",
        "Seoul",
        "Und so weiter …",
    ],
)
def test_other_first_lines_are_not(line):
    assert read_text(f"{line}\n\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}").headline == ""


def test_a_line_alone_is_a_text_and_no_headline():
    assert read_text("Gespräch in Seoul endet mit Erklärung").headline == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", UnreadableReason.NO_TEXT),
        (" \n–…", UnreadableReason.NO_TEXT),
        ("Wort\x00", UnreadableReason.UNSTORABLE),
        ("Wort \ud800", UnreadableReason.UNSTORABLE),
        ("x" * (MOST_TEXT + 1), UnreadableReason.TOO_LARGE),
    ],
)
def test_what_is_no_text_says_why(text, reason):
    with pytest.raises(Unreadable) as unreadable:
        read_text(text)
    assert unreadable.value.reason is reason


@pytest.mark.parametrize("language", [name for name in SCRIPTS if len(name) == 2])
def test_the_language_of_a_sentence_is_known(language):
    assert language_of(SCRIPTS[language][0]) == language


@pytest.mark.parametrize("text", ["", "Seoul", "1965–2025", "Nakatani, Ahn"])
def test_of_a_few_letters_no_language_is_told(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("text", "declared", "against"),
    [
        (ENGLISH, "de", "en"),
        (ENGLISH, "en-GB", ""),
        (PARAGRAPHS[0], "de-AT", ""),
        (ENGLISH[:60], "de", ""),
        ("Statsministeren sa at tillit krever tålmodighet. " * 5, "nb", ""),
    ],
)
def test_a_text_contradicts_only_where_it_is_clear(text, declared, against):
    assert language_against(text, declared) == against


@pytest.mark.parametrize(
    ("written", "tag"),
    [("de_DE", "de-DE"), ("en-GB, de", "en-GB"), ("de_DE.UTF-8", "de-DE"), ("?", ""), ("", "")],
)
def test_what_pages_write_as_their_language_becomes_a_tag(written, tag):
    assert declared_tag(written) == tag


def test_the_model_of_languages_is_loaded_when_it_is_needed():
    asked = (
        "import sys, quotes.ingest.written_language as w; assert 'py3langid' not in sys.modules;"
        " w.language_of('Wort'); assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
