"""The dossier's files: printed text and nothing else, as the sources have it."""

import re
import unicodedata
from pathlib import Path

import pytest

from quotes.demo.dossier import SEOUL_2025, read

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
FILES = sorted(path.name for path in SEOUL_2025.iterdir() if path.is_file())
needs_seed = pytest.mark.skipif(
    not (SEED / "dossier.md").exists(), reason="the dossier's own text is not here to compare with"
)


def article_text(key: str) -> str:
    dossier = read()
    name = next(article["text"] for article in dossier.articles if article["key"] == key)
    return dossier.text(name)


def runs_held(key: str) -> list[str]:
    """The runs of sentences that dossier.md quotes of a source, in the order they are printed."""
    held = re.search(
        rf"^### Sentences? held of {key}\b.*?\n(.*?)(?=^##|\Z)",
        (SEED / "dossier.md").read_text(),
        re.DOTALL | re.MULTILINE,
    )
    assert held, key
    first, _, between = held[1].partition("(and, between the two:)")
    paragraphs = re.findall(r"^> (.+)$", first, re.MULTILINE)
    paragraphs[1:1] = re.findall(r"^> (.+)$", between, re.MULTILINE)
    return [run.strip() for text in paragraphs for run in text.split("[…]") if run.strip()]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_nfc_and_marks_no_omission(name):
    text = (SEOUL_2025 / name).read_bytes().decode()
    assert unicodedata.is_normalized("NFC", text)
    assert "[…]" not in text
    assert "\r" not in text


def test_every_text_belongs_to_one_article():
    named = [article["text"] for article in read().articles if "text" in article]
    assert sorted([*named, "dossier.toml"]) == FILES


def test_nothing_is_taken_from_wikidata_or_made_up_for_a_headline():
    text = (SEOUL_2025 / "dossier.toml").read_text()
    assert "wikidata" not in text
    assert "headline" not in text


@needs_seed
def test_source_a_is_the_whole_text_to_the_last_byte():
    whole = (SEED / "000_5b1dc8bd4701ac9a.txt").read_bytes()
    assert (SEOUL_2025 / "a_vietnam_vn_de.txt").read_bytes() == whole
    assert article_text("A") == whole.decode()


@needs_seed
@pytest.mark.parametrize("key", list("BCDEFGHIJKLM"))
def test_an_excerpt_is_the_sentences_held_each_run_a_paragraph(key):
    assert article_text(key).split("\n\n") == runs_held(key)


@needs_seed
def test_urls_and_dates_are_those_of_the_table_of_sources():
    rows = re.findall(
        r"^\| ([A-M]) \| .*?, (\w\w) \| (\S+) \| ([\d-]+) \|",
        (SEED / "dossier.md").read_text(),
        re.MULTILINE,
    )
    assert len(rows) == 13
    ours = [
        (a["key"], a["language"], a["url"], a["published_on"])
        for a in read().articles
        if "url" in a
    ]
    assert sorted(ours) == sorted(rows)
