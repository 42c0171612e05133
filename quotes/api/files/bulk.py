"""Everything public as files: JSON Lines, CSV and Parquet, of one moment, with their checksums."""

import gzip
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from django.db import connection, transaction
from django.utils import timezone

from quotes.api.bodies.source_link import MARK
from quotes.api.licence import licence
from quotes.interchange.tables import TABLES, Table
from quotes.models.changes import public_version

from .bulk_texts import checksums, licence_text, readme
from .formats import csv_pieces, json_pieces
from .parquet import ParquetFile
from .rows import stream
from .statements import body_statement, table_statement

FORMATS = ("jsonl", "csv", "parquet")
SCHEMA_VERSION = "1"
# Rows that are held in memory together.
BATCH = 5_000
ORDERING = "id"

# Told the name of a resource and how many of its rows were read, again and again.
Progress = Callable[[str, int], None]


@dataclass(frozen=True)
class Wanted:
    """What is to be written; ``site`` is scheme and host of the addresses in it."""

    site: str
    formats: Sequence[str] = FORMATS
    compress: bool = False
    progress: Progress = field(default=lambda name, rows: None)


def write_all(directory: Path, wanted: Wanted) -> dict[str, Any]:
    """Write everything into ``directory``, which must not exist, and return the manifest.

    It appears when it is complete. All files show the database at one moment.
    """
    if directory.exists():
        raise FileExistsError(f"{directory} exists.")
    directory.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        with transaction.atomic(durable=not connection.in_atomic_block):
            _one_moment()
            manifest = _write(unfinished, wanted)
        unfinished.chmod(0o755)
        unfinished.rename(directory)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return manifest


def _one_moment() -> None:
    """All that the transaction reads is of this moment (within a test's, it is as it is)."""
    if len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _write(folder: Path, wanted: Wanted) -> dict[str, Any]:
    manifest: dict[str, Any] = {
        "site": wanted.site,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "public_version": public_version(),
        "schema_version": SCHEMA_VERSION,
        "schema": f"{wanted.site}/api/v1/schema/",
        "licence": json.loads(licence()),
        "resources": {name: _resource(folder, name, wanted) for name in TABLES},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    (folder / "LICENSE.txt").write_text(licence_text(manifest), encoding="utf-8")
    (folder / "README.md").write_text(readme(manifest), encoding="utf-8")
    (folder / "SHA256SUMS").write_text(checksums(folder), encoding="utf-8")
    return manifest


def _resource(folder: Path, name: str, wanted: Wanted) -> dict[str, Any]:
    table = TABLES[name]
    counts: dict[str, int] = {}
    paths: dict[str, Path] = {}
    if "jsonl" in wanted.formats:
        paths["jsonl"] = folder / f"{name}.jsonl{'.gz' if wanted.compress else ''}"
        counts["jsonl"] = _bodies(paths["jsonl"], name, wanted)
    flat = [form for form in ("csv", "parquet") if form in wanted.formats]
    if flat:
        for form in flat:
            ending = ".gz" if form == "csv" and wanted.compress else ""
            paths[form] = folder / f"{name}.{form}{ending}"
        counts |= dict.fromkeys(flat, _rows(paths, name, table, wanted))
    if len(set(counts.values())) > 1:
        raise RuntimeError(f"The files of {name} differ in their rows: {counts}.")
    return {
        "rows": next(iter(counts.values())),
        "files": [_file(form, paths[form]) for form in wanted.formats],
        "columns": [
            {"name": each.name, "type": each.kind.value, "meaning": each.text}
            for each in table.columns
        ],
    }


def _bodies(path: Path, name: str, wanted: Wanted) -> int:
    statement = body_statement(name, (), ORDERING)
    values = {"site": wanted.site, "mark": MARK}
    with closing(stream(statement, values, as_bytes=True)) as rows, _opened(path) as file:
        counted = Counted(rows, lambda count: wanted.progress(name, count))
        for piece in json_pieces(iter(counted)):
            file.write(piece)
    return counted.count


def _rows(paths: dict[str, Path], name: str, table: Table, wanted: Wanted) -> int:
    statement = table_statement(name, frozenset(), ORDERING)
    about = {"licence": licence().decode(), "source": f"{wanted.site}/api/v1/{name}/"}
    with ExitStack() as stack:
        rows = stack.enter_context(closing(stream(statement, {"site": wanted.site})))
        counted = Counted(rows, lambda count: wanted.progress(name, count))
        read: Iterator[Sequence[Any]] = iter(counted)
        if "parquet" in paths:
            typed = stack.enter_context(closing(ParquetFile(paths["parquet"], table, about)))
            read = _through(read, typed)
        if "csv" in paths:
            file = stack.enter_context(_opened(paths["csv"]))
            for piece in csv_pieces(table, read):
                file.write(piece)
        else:
            for _row in read:
                pass
    return counted.count


def _through(rows: Iterator[Sequence[Any]], file: ParquetFile) -> Iterator[Sequence[Any]]:
    """The rows, each batch of which goes into ``file`` on its way."""
    while batch := list(islice(rows, BATCH)):
        file.write(batch)
        yield from batch


class Counted:
    """Rows that are counted as they are read."""

    def __init__(self, rows: Iterator[Any], tell: Callable[[int], None]) -> None:
        self._rows = rows
        self._tell = tell
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            if self.count % BATCH == 0:
                self._tell(self.count)
            yield row
        self._tell(self.count)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """To be written, compressed if its name says so; the same content makes the same bytes."""
    with path.open("wb") as file:
        if path.suffix != ".gz":
            yield file
            return
        # Neither name nor time in the head of the file.
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as compressed:
            yield cast("IO[bytes]", compressed)


def _file(form: str, path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "format": form, "bytes": path.stat().st_size, "sha256": digest}
