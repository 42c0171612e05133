"""``manage.py extract``: the quotations of texts, as JSON Lines. Needs no database."""

import json
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quotes.extraction import extract
from quotes.text.languages import MalformedLanguage, canonical


class Unreadable(Exception):
    """An input that is none, with the reason."""


@dataclass(frozen=True)
class Given:
    """A text to read, as it was given; `lang` is "" where it has to be guessed."""

    id: str | int
    text: str
    lang: str
    published: date | None


class Command(BaseCommand):
    help = "Print the quotations of a text, or of many, as JSON Lines. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a text in UTF-8; - reads standard input")
        parser.add_argument(
            "--lang", type=_lang, help="such as de or en; guessed where it is missing"
        )
        parser.add_argument(
            "--published",
            type=_day,
            metavar="YYYY-MM-DD",
            help="the day of publication, from which “yesterday” counts",
        )
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help="the file holds lines of {id, text} with, optionally, lang and date",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self._lang, self._published = options["lang"] or "", options["published"]
        with _ending_quietly(), _opened(options["file"]) as file:
            if options["jsonl"]:
                self._read_lines(file)
            else:
                self._read_text(file.read(), options["file"])
            self.stdout.flush()

    def _read_text(self, content: bytes, name: str) -> None:
        try:
            # Line ends become those of a snapshot, by which offsets count.
            text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
        except Unreadable as unreadable:
            raise CommandError(f"{name}: {unreadable}") from unreadable
        self._print(Given(Path(name).name, text, self._lang, self._published), name)

    def _read_lines(self, lines: Iterable[bytes]) -> None:
        bad = 0
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                given = self._given(line)
            except Unreadable as unreadable:
                bad += 1
                self.stderr.write(f"line {number}: {unreadable}")
                continue
            self._print(given, f"line {number}")
        if bad:
            self.stdout.flush()
            raise CommandError(f"{bad} of {number} lines could not be read.")

    def _given(self, line: bytes) -> Given:
        """What a line gives; raises Unreadable."""
        try:
            row = json.loads(_decoded(line))
        except (ValueError, RecursionError) as error:
            raise Unreadable(f"no JSON ({error})") from error
        if not isinstance(row, dict):
            raise Unreadable("no JSON object")
        if not isinstance(row.get("id"), str | int):
            raise Unreadable("“id” is no text or number" if "id" in row else "“id” is missing")
        if not isinstance(row.get("text"), str):
            raise Unreadable("“text” is no text" if "text" in row else "“text” is missing")
        try:
            row["text"].encode()
            lang = _lang(row["lang"]) if row.get("lang") else self._lang
            published = _day(row["date"]) if row.get("date") else self._published
        except UnicodeEncodeError as error:
            raise Unreadable(f"“text” holds half a character at {error.start}") from error
        except (ArgumentTypeError, TypeError) as error:
            raise Unreadable(str(error)) from error
        return Given(row["id"], row["text"], lang, published)

    def _print(self, given: Given, name: str) -> None:
        lang = given.lang
        if not lang:
            lang = _guess(given.text)
            self.stderr.write(f"{name}: language guessed: {lang}")
        found = extract(given.text, lang, given.published)
        answer = {"id": given.id, "quotes": [candidate.as_dict() for candidate in found]}
        self.stdout.write(json.dumps(answer, ensure_ascii=False))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"no UTF-8 (byte {error.start}: {error.reason})") from error


def _lang(tag: Any) -> str:
    try:
        return canonical(tag)
    except (AttributeError, TypeError, MalformedLanguage) as error:
        raise ArgumentTypeError(f"“{tag}” is no language tag such as de or en-GB") from error


def _day(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise ArgumentTypeError(f"“{text}” is no day such as 2025-09-08") from error


def _guess(text: str) -> str:
    # Loads its model, which takes a while: only where it is needed.
    import py3langid

    return py3langid.classify(text)[0]


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """The file of that name; raises CommandError where it cannot be read."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from error


@contextmanager
def _ending_quietly() -> Iterator[None]:
    """Where the reader of a pipe goes away (``| head``), nothing is left to be said."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes standard output once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
