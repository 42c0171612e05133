"""The speeches of ``../shared/data``, as publications with spans that are quoted from them."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from quotes.text.normalising import snapshot_text

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = (
    "bundestag_wp18.jsonl.gz",
    "parlamint_at.jsonl.gz",
    "whitehouse_statements.jsonl.gz",
    "whitehouse_turns.jsonl.gz",
)
# Code points after which a long sitting goes on in its next part.
LONGEST_PART = 20_000
# Code points of a passage: a sentence, or as many short ones as make a thought.
SHORTEST, LONGEST = 60, 600
_SENTENCE = re.compile(r"\S[^\n]*?[.!?…]+[“”\"’»)]*(?=\s|\Z)")


@dataclass(frozen=True)
class Speech:
    """Who spoke, and where his words stand in the publication's text."""

    row: dict[str, Any]
    start: int
    passages: tuple[tuple[int, int], ...]


@dataclass
class Publication:
    """A statement, or a part of a transcript: one article with one snapshot."""

    row: dict[str, Any]
    number: int
    text: str = ""
    speeches: list[Speech] = field(default_factory=list)

    def add(self, row: dict[str, Any]) -> None:
        spoken = snapshot_text(row["text"]).strip()
        label = row.get("speaker_label") or row["speaker"]
        before = ("\n\n" if self.text else "") + (f"{label}: " if label else "")
        start = len(self.text) + len(before)
        self.text += before + spoken
        self.speeches.append(
            Speech(row, start, tuple((start + a, start + b) for a, b in passages(spoken)))
        )


def missing() -> list[str]:
    """The names of the files that are not there."""
    return [name for name in FILES if not (DATA / name).is_file()]


def fingerprint() -> str:
    """What tells one state of the data from another."""
    return " ".join(str((DATA / name).stat().st_size) for name in FILES)


def publications() -> Iterator[Publication]:
    for name in FILES:
        for _, rows in groupby(_rows(name), key=lambda row: (row["doc_id"], row["title"])):
            yield from _parts(rows)


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Spans of whole sentences within one paragraph; the whole of a text that is short itself."""
    if len(text) <= SHORTEST:
        yield 0, len(text)
        return
    start = end = -1
    for sentence in _SENTENCE.finditer(text):
        if start < 0 or "\n" in text[start : sentence.start()]:
            start = sentence.start()
        end = sentence.end()
        if end - start >= SHORTEST:
            if end - start <= LONGEST:
                yield start, end
            start = -1


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[Publication]:
    part = None
    for row in rows:
        if part is None or len(part.text) > LONGEST_PART:
            if part is not None:
                yield part
            part = Publication(row, part.number + 1 if part else 1)
        part.add(row)
    if part is not None:
        yield part
