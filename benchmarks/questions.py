"""What the bare program is to ask: the statement by which the site answered, caught in the act."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection
from django.test import Client

Executed = list[tuple[psycopg.Cursor[Any], bytes | str, list[str]]]


def question(address: str, host: str) -> dict[str, Any] | None:
    """The statement that holds the body of ``address``, and what stands around its rows.

    None where the body is not made by one statement.
    """
    client = Client(headers={"host": host})
    with _caught() as executed:
        body = client.get(address).content
    for result, sql, values in executed:
        rows = [result.get_value(row, 0) or b"" for row in range(result.ntuples)]  # type: ignore[attr-defined]
        # The last row may only tell that there is a next page.
        for count in range(len(rows), max(len(rows) - 2, 0), -1):
            # A single row may be opened at its end, for what follows.
            for cut in (0, 1):
                joined = b",".join(rows[:count])
                joined = joined[: len(joined) - cut]
                before, found, after = body.partition(joined)
                if found and len(joined) > len(body) / 2:
                    return {
                        "sql": _first_column(sql if isinstance(sql, str) else sql.decode(), result),
                        "values": values,
                        "rows": count,
                        "cut": cut,
                        "before": before.decode(),
                        "after": after.decode(),
                    }
    return None


def _first_column(sql: str, result: Any) -> str:
    """``sql`` without what stands beside the bodies, which the site alone needs."""
    names = [f"c{column}" for column in range(result.nfields)]
    return f"SELECT c0 FROM ({sql}) AS asked ({', '.join(names)})"  # noqa: S608


def database() -> str:
    """How the bare program reaches the database of the site, as JSON."""
    connection.ensure_connection()
    known = connection.get_connection_params()
    names = ("host", "port", "dbname", "user", "password", "options")
    return json.dumps({name: known[name] for name in names if known.get(name)})


@contextmanager
def _caught() -> Iterator[Executed]:
    """Everything that psycopg executes meanwhile, with its result."""
    executed: Executed = []
    execute = psycopg.Cursor.execute

    def remember(cursor: Any, query: Any, params: Any = None, **options: Any) -> Any:
        done = execute(cursor, query, params, **options)
        executed.append((cursor.pgresult, query, params))
        return done

    psycopg.Cursor.execute = remember  # type: ignore[method-assign, assignment]
    try:
        yield executed
    finally:
        psycopg.Cursor.execute = execute  # type: ignore[method-assign]
