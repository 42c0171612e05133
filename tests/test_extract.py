"""``manage.py extract``: JSON Lines of what is found, and what goes wrong said by its line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

PROJECT = Path(__file__).resolve().parents[1]
SEED = PROJECT / "quotes" / "demo" / "seoul_2025" / "a_vietnam_vn_de.txt"
FIELDS = [
    "start",
    "end",
    "kind",
    "speaker_text",
    "speaker_start",
    "speaker_end",
    "speaker_resolved",
    "cue",
    "addressee",
    "from_document",
    "date_text",
    "date",
    "score",
]
GERMAN = "„Wir kommen alle wieder“, sagte Rita Holm gestern gegenüber Reportern."
ENGLISH = '"We will all come back," Rita Holm told reporters yesterday.'


@pytest.fixture
def extract(capsys):
    """Run the command; gives the lines that it printed."""

    def run(*arguments: Any, **options: Any) -> list[dict[str, Any]]:
        call_command("extract", *map(str, arguments), **options)
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


@pytest.fixture
def lines(tmp_path):
    """A file with one row in each line; bytes are written as they are."""

    def write(*rows: Any) -> Path:
        path = tmp_path / "rows.jsonl"
        written = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
        path.write_bytes(b"\n".join(written))
        return path

    return write


def started(*arguments: str, given: str = "", **environment: str) -> subprocess.CompletedProcess:
    """The command as its users start it, with a database address where nothing listens."""
    return subprocess.run(
        [sys.executable, "manage.py", "extract", *arguments],
        cwd=PROJECT,
        input=given,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            "WORTLAUT_LOCAL": "1",
            **environment,
        },
    )


def test_a_text_is_read_from_a_file(extract, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(GERMAN)

    (row,) = extract(path, "--lang=de", "--published=2025-09-08")

    assert row["id"] == "article.txt"
    (quote,) = row["quotes"]
    assert list(quote) == FIELDS
    assert GERMAN[quote["start"] : quote["end"]] == "Wir kommen alle wieder"
    assert (quote["kind"], quote["cue"], quote["addressee"]) == ("direct", "sagte", "Reportern")
    assert (quote["speaker_text"], quote["from_document"]) == ("Rita Holm", False)
    assert (quote["date_text"], quote["date"]) == ("gestern", "2025-09-07")


def test_the_seed_article_gives_its_pieces(extract):
    (row,) = extract(SEED, lang="de")

    assert len(row["quotes"]) == 15
    assert {"direct", "fragment", "indirect"} == {quote["kind"] for quote in row["quotes"]}


def test_line_ends_and_a_byte_order_mark_do_not_move_the_offsets(extract, tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbfErste Zeile.\r\n" + GERMAN.encode())

    (row,) = extract(path, lang="de")

    assert row["quotes"][0]["start"] == len("Erste Zeile.\n") + 1


def test_lines_are_answered_in_their_order(extract, lines):
    path = lines(
        {"id": "a", "lang": "de", "text": GERMAN, "date": "2025-09-08"},
        {"id": 7, "lang": "en", "text": ENGLISH, "date": None},
        {"id": "c", "lang": "en", "text": ""},
    )

    rows = extract(path, jsonl=True)

    assert [(row["id"], len(row["quotes"])) for row in rows] == [("a", 1), (7, 1), ("c", 0)]
    assert [row["quotes"][0]["date"] for row in rows[:2]] == ["2025-09-07", ""]


def test_what_the_lines_do_not_say_is_taken_from_the_options(extract, lines):
    path = lines({"id": "a", "text": ENGLISH})

    (row,) = extract(path, "--jsonl", "--lang=en", "--published=2025-09-08")

    assert row["quotes"][0]["date"] == "2025-09-07"


def test_a_language_that_is_not_told_is_guessed_and_said(lines, capsys):
    path = lines({"id": "a", "text": ENGLISH * 3}, {"id": "b", "text": GERMAN * 3, "lang": None})

    call_command("extract", str(path), jsonl=True)

    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "line 1: language guessed: en",
        "line 2: language guessed: de",
    ]
    assert len(told.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[1]", "no JSON object"),
        (b"\xff", "no UTF-8 (byte 0"),
        ({"text": "a"}, "“id” is missing"),
        ({"id": None, "text": "a"}, "“id” is no text or number"),
        ({"id": "a"}, "“text” is missing"),
        ({"id": "a", "text": 3}, "“text” is no text"),
        ({"id": "a", "text": "ab\ud800"}, "“text” holds half a character at 2"),
        ({"id": "a", "text": "a", "lang": "!"}, "“!” is no language tag"),
        ({"id": "a", "text": "a", "lang": 3}, "“3” is no language tag"),
        ({"id": "a", "text": "a", "lang": "de", "date": "yesterday"}, "“yesterday” is no day"),
        ({"id": "a", "text": "a", "lang": "de", "date": 3}, "“3” is no day"),
    ],
)
def test_a_bad_line_gives_its_number_and_reason_after_the_good_ones(lines, capsys, line, reason):
    good = {"id": "good", "lang": "en", "text": ENGLISH}

    with pytest.raises(CommandError, match=r"1 of 4 lines could not be read\."):
        call_command("extract", str(lines(good, b"", line, good)), jsonl=True)

    told = capsys.readouterr()
    assert told.err.startswith(f"line 3: {reason}")
    assert len(told.out.splitlines()) == 2


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("extract", str(tmp_path / "none.txt"), lang="de")
    with pytest.raises(CommandError, match="directory"):
        call_command("extract", str(tmp_path), lang="de")
    (tmp_path / "latin.txt").write_bytes("Größe".encode("latin-1"))
    with pytest.raises(CommandError, match=r"no UTF-8 \(byte 2"):
        call_command("extract", str(tmp_path / "latin.txt"), lang="de")


def test_standard_input_is_read_and_no_database_needed():
    done = started("-", "--lang", "en", "--published", "2025-09-08", given=ENGLISH)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["quotes"][0]["date"] == "2025-09-07"


def test_bad_lines_end_with_1():
    done = started("-", "--jsonl", given='{"id": 1, "lang": "en", "text": "a"}\n{\n')

    assert done.returncode == 1
    assert json.loads(done.stdout) == {"id": 1, "quotes": []}
    assert "line 2: no JSON" in done.stderr


@pytest.mark.parametrize("option", [("--lang", "!"), ("--published", "gestern")])
def test_an_option_that_is_none_is_refused(option):
    done = started("-", *option)

    assert done.returncode != 0
    assert option[1] in done.stderr


def test_a_closed_pipe_ends_quietly(lines):
    path = lines(*[{"id": number, "lang": "en", "text": ENGLISH} for number in range(2000)])
    command = f"{sys.executable} manage.py extract --jsonl {path} | head -n 1"

    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=PROJECT, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
