"""``manage.py export``: files that agree with each other and with the API, of one moment."""

import csv
import gzip
import hashlib
import json
import subprocess
from pathlib import Path
from threading import Thread
from typing import Any

import pyarrow
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from pyarrow import parquet

from quotes.api.files import bulk
from quotes.api.files.rows import stream
from quotes.interchange.tables import TABLES, Kind
from tests.api.test_nothing_unpublished import SECRET, secrets  # noqa: F401 (a fixture)
from tests.api.whole_rows import whole_article, whole_quote, whole_statement
from tests.factories import published_quote

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def export(folder: Path, **options: Any) -> dict[str, Any]:
    call_command("export", str(folder), site=SITE, verbosity=0, **options)
    return json.loads((folder / "manifest.json").read_text())


@pytest.fixture
def everything() -> None:
    whole_quote(), whole_statement(), whole_article()


def read_json(path: Path) -> list[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.usefixtures("everything")
def test_the_files_agree_with_each_other_and_with_the_api(tmp_path: Path, client: Client):
    manifest = export(tmp_path / "all")
    for name, table in TABLES.items():
        listed = client.get(f"/api/v1/{name}/?page_size=100&ordering=id").json()["results"]
        rows = read_json(tmp_path / "all" / f"{name}.jsonl")
        assert rows == listed != []
        flat = read_csv(tmp_path / "all" / f"{name}.csv")
        typed = parquet.read_table(tmp_path / "all" / f"{name}.parquet").to_pylist()
        assert manifest["resources"][name]["rows"] == len(rows) == len(flat) == len(typed)
        for line, row in zip(flat, typed, strict=True):
            for column in table.columns:
                assert line[column.name] == as_cell(row[column.name]), column.name


def as_cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(as_cell(each) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@pytest.mark.usefixtures("everything")
def test_parquet_is_typed_and_says_what_its_columns_mean(tmp_path: Path):
    export(tmp_path / "all", formats="parquet")
    schema = parquet.read_schema(tmp_path / "all" / "quotes.parquet")
    assert schema.field("said_on_earliest").type == pyarrow.date32()
    assert schema.field("speaker_ids").type == pyarrow.list_(pyarrow.int64())
    assert schema.field("speakers").type == pyarrow.list_(pyarrow.string())
    assert b"EDTF" in schema.field("said_on").metadata[b"description"]
    assert b"CC BY" in schema.metadata[b"licence"]
    kinds = {column.kind for table in TABLES.values() for column in table.columns}
    assert kinds == set(Kind)


@pytest.mark.usefixtures("everything")
def test_the_manifest_and_the_checksums_are_true(tmp_path: Path):
    manifest = export(tmp_path / "all")
    folder = tmp_path / "all"
    named = {file["name"] for each in manifest["resources"].values() for file in each["files"]}
    beside = {"manifest.json", "LICENSE.txt", "README.md", "SHA256SUMS"}
    assert {path.name for path in folder.iterdir()} == named | beside
    for each in manifest["resources"].values():
        for file in each["files"]:
            content = (folder / file["name"]).read_bytes()
            assert (file["bytes"], file["sha256"]) == (
                len(content),
                hashlib.sha256(content).hexdigest(),
            )
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    assert manifest["licence"]["name"] in (folder / "LICENSE.txt").read_text()
    assert manifest["public_version"]


@pytest.mark.usefixtures("everything")
def test_the_same_rows_make_the_same_files(tmp_path: Path):
    for name in ("one", "two"):
        export(tmp_path / name, compress=True)
    for path in (tmp_path / "one").iterdir():
        if path.name not in ("manifest.json", "README.md", "SHA256SUMS"):
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    rows = read_json(tmp_path / "one" / "quotes.jsonl.gz")
    assert rows


@pytest.mark.usefixtures("secrets")
def test_nothing_unpublished_is_exported(tmp_path: Path):
    export(tmp_path / "all")
    for path in (tmp_path / "all").iterdir():
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content = str(parquet.read_table(path).to_pylist()).encode()
        assert SECRET.casefold() not in content.decode().casefold(), path.name


def test_an_export_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch):
    published_quote()

    def failing(statement: Any, *args: Any, **options: Any) -> Any:
        if b"quotes_occurrence" in statement.sql:
            raise OSError("No space left on device")
        return stream(statement, *args, **options)

    monkeypatch.setattr(bulk, "stream", failing)
    with pytest.raises(CommandError, match="No space left"):
        export(tmp_path / "all")
    assert list(tmp_path.iterdir()) == []


def test_no_directory_is_written_over(tmp_path: Path):
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "thesis.txt").write_text("finished")
    with pytest.raises(CommandError, match="exists"):
        export(tmp_path / "all")
    assert [path.name for path in (tmp_path / "all").iterdir()] == ["thesis.txt"]


def test_what_cannot_be_meant_is_refused(tmp_path: Path):
    with pytest.raises(CommandError, match="jsonl, csv, parquet"):
        export(tmp_path / "all", formats="xml")
    with pytest.raises(CommandError, match="is no site"):
        call_command("export", str(tmp_path / "all"), site="wortlaut.example", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_all_files_are_of_one_moment(tmp_path: Path, monkeypatch):
    """A quote that is published while the export runs is in none of its files."""
    with transaction.atomic():
        published_quote()
    begun: list[bool] = []

    def publishing(name: str, rows: int) -> None:
        if not begun:
            begun.append(True)
            another_publishes()

    wanted = bulk.Wanted(site=SITE, progress=publishing)
    manifest = bulk.write_all(tmp_path / "all", wanted)
    assert manifest["resources"]["quotes"]["rows"] == 1
    assert manifest["resources"]["occurrences"]["rows"] == 1
    later = bulk.write_all(tmp_path / "later", bulk.Wanted(site=SITE))
    assert later["resources"]["quotes"]["rows"] == 2
    assert later["public_version"] != manifest["public_version"]


def another_publishes() -> None:
    """Another connection publishes a quote and commits."""

    def publish() -> None:
        with transaction.atomic():
            published_quote()
        connection.close()

    thread = Thread(target=publish)
    thread.start()
    thread.join()
