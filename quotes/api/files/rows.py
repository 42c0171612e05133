"""The rows of a statement one after the other, in constant memory on both sides.

libpq hands them on as they arrive (chunked rows mode); no cursor is declared and no transaction
begun, so that nothing is left open when a reader goes away: the statement is cancelled then.
"""

from collections.abc import Generator, Mapping
from contextlib import closing
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections

from quotes.api.bodies.statements import Statement

# Rows that are fetched together, where libpq can (17 and newer).
CHUNK = 100 if psycopg.capabilities.has_stream_chunked() else 1


class _Bytes(psycopg.adapt.Loader):
    """Texts as they come, in UTF-8."""

    def load(self, data: Any) -> bytes:
        return bytes(data)


def stream(
    statement: Statement,
    values: Mapping[str, str],
    using: str = DEFAULT_DB_ALIAS,
    *,
    as_bytes: bool = False,
) -> Generator[tuple[Any, ...]]:
    """Each row with its columns as Python values; texts as UTF-8 bytes if ``as_bytes``.

    Close the iterator when it is not read to its end.
    """
    connection = connections[using]
    connection.ensure_connection()
    if connection.queries_logged:
        connection.queries_log.append({"sql": statement.sql.decode(), "time": "0"})
    arguments = [values[name] for name in statement.names]
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        if as_bytes:
            cursor.adapters.register_loader("text", _Bytes)
        rows: Any = cursor.stream(statement.sql, arguments, size=CHUNK)
        with closing(rows):
            yield from rows
