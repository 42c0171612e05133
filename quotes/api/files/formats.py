"""How rows are written: RFC 4180 CSV and JSON Lines.

CSV is for spreadsheets, too, which take a cell that begins with =, +, -, @ for a formula: such a
text gets an apostrophe before it, and the last column of its row names each column where that was
done. JSON Lines carry everything as it is.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from typing import Any

from quotes.api.bodies.source_link import finished
from quotes.interchange.tables import Kind, Table

# Bytes that are gathered before they are sent.
PIECE = 64 * 1024
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
BETWEEN = "; "
PREFIXED = "prefixed"


class Gathered:
    """A file to write to, whose content is taken away again and again."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0

    def write(self, text: str) -> int:
        self.parts.append(text)
        self.size += len(text)
        return len(text)

    def take(self) -> bytes:
        text = "".join(self.parts)
        self.parts, self.size = [], 0
        return text.encode()


def csv_pieces(table: Table, rows: Iterator[Sequence[Any]]) -> Iterator[bytes]:
    """A header and a record for each row, lines ended by CRLF, in UTF-8."""
    file = Gathered()
    writer = csv.writer(file)
    writer.writerow([*table.names, PREFIXED])
    kinds = [column.kind for column in table.columns]
    for row in rows:
        cells = [_cell(value, kind) for value, kind in zip(row, kinds, strict=True)]
        prefixed = []
        for number, kind in enumerate(kinds):
            if kind in (Kind.TEXT, Kind.TEXTS) and cells[number].startswith(FORMULA):
                cells[number] = f"'{cells[number]}"
                prefixed.append(table.columns[number].name)
        writer.writerow([*cells, BETWEEN.join(prefixed)])
        if file.size >= PIECE:
            yield file.take()
    yield file.take()


def _cell(value: Any, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.TRUTH:
        return "true" if value else "false"
    if kind in (Kind.TEXTS, Kind.INTEGERS):
        return BETWEEN.join("" if each is None else str(each) for each in value)
    return str(value)


def json_pieces(rows: Iterator[Sequence[bytes]]) -> Iterator[bytes]:
    """Each row's body, which is its first column, in a line of its own."""
    lines: list[bytes] = []
    size = 0
    for row in rows:
        lines.append(row[0])
        size += len(row[0])
        if size >= PIECE:
            yield _lines(lines)
            lines, size = [], 0
    if lines:
        yield _lines(lines)


def _lines(bodies: list[bytes]) -> bytes:
    return finished(b"\n".join([*bodies, b""]))


def broken_csv(address: str) -> bytes:
    """What ends a file that is not complete: a quoted cell without its end, and no line break."""
    return f'"INTERRUPTED: this file is not complete, see {address}'.encode()


def broken_json(address: str) -> bytes:
    """The same for JSON Lines: an object without its end."""
    return f'{{"type":{json.dumps(address)},"title":"Interrupted","status":500'.encode()
