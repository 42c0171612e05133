"""Articles annotated by hand: annotations beside this file, texts in ``../shared/data``."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ANNOTATIONS = Path(__file__).parent / "annotations"
DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
LANGUAGES = ("de", "en")
SPLITS = ("look", "score")
MISSING = f"The texts of Wikinews are not here: {DATA}/wikinews_*.jsonl.gz"


@dataclass(frozen=True)
class Article:
    """An article and its quotations, as ``annotations/README.md`` describes them."""

    id: str
    lang: str
    split: str
    published: date
    text: str
    quotes: list[dict[str, Any]]


class TextChanged(Exception):
    """The text of an article is another than the one that was annotated."""


def have_texts() -> bool:
    return all((DATA / f"wikinews_{lang}.jsonl.gz").exists() for lang in LANGUAGES)


def rows(lang: str) -> Iterator[dict[str, Any]]:
    """The annotations of a language, without texts."""
    with (ANNOTATIONS / f"{lang}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def articles(lang: str) -> list[Article]:
    """The annotated articles of a language with their texts; raises TextChanged."""
    with gzip.open(DATA / f"wikinews_{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
        sources = {source["id"]: source for source in map(json.loads, lines)}
    found = []
    for row in rows(lang):
        source = sources[row["id"]]
        if hashlib.sha256(source["text"].encode()).hexdigest() != row["sha256"]:
            raise TextChanged(row["id"])
        published = date.fromisoformat(source["date"])
        found.append(
            Article(row["id"], lang, row["split"], published, source["text"], row["quotes"])
        )
    return found
