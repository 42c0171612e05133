"""Rows as Apache Parquet: typed columns, days as date32, lists as lists, compressed by zstd."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from quotes.interchange.tables import Kind, Table

_TYPES = {
    Kind.INTEGER: pyarrow.int64(),
    Kind.TEXT: pyarrow.string(),
    Kind.DATE: pyarrow.date32(),
    Kind.TRUTH: pyarrow.bool_(),
    Kind.INTEGERS: pyarrow.list_(pyarrow.int64()),
    Kind.TEXTS: pyarrow.list_(pyarrow.string()),
}


def schema_of(table: Table, about: dict[str, str]) -> pyarrow.Schema:
    """The table's columns, each with its meaning; ``about`` is told of the file."""
    fields = [
        pyarrow.field(column.name, _TYPES[column.kind], metadata={"description": column.text})
        for column in table.columns
    ]
    return pyarrow.schema(fields, metadata=about)


class ParquetFile:
    """A file that takes batches of rows, each of which becomes a row group."""

    def __init__(self, path: Path, table: Table, about: dict[str, str]) -> None:
        self._schema = schema_of(table, about)
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Sequence[Sequence[Any]]) -> None:
        columns = [
            pyarrow.array([row[number] for row in rows], type=field.type)
            for number, field in enumerate(self._schema)
        ]
        self._writer.write_batch(pyarrow.record_batch(columns, schema=self._schema))

    def close(self) -> None:
        self._writer.close()
