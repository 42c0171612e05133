"""The limit: a program that sends one statement to PostgreSQL and hands its answer on.

One connection a worker, kept; statements prepared; no framework, no headers but the two needed.
"""

import json
import os
from collections.abc import Callable, Iterable
from typing import Any

import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Loader


class AsSent(Loader):
    """A value as PostgreSQL sends it."""

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


QUESTIONS = json.loads(os.environ["WORTLAUT_BARE_QUESTIONS"])
connection = psycopg.connect(
    **json.loads(os.environ["WORTLAUT_BARE_DATABASE"]),
    autocommit=True,
    cursor_factory=psycopg.RawCursor,
)
for kind in ("json", "jsonb", "text", "bytea"):
    connection.adapters.register_loader(kind, AsSent)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    asked = QUESTIONS[f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}"]
    rows = connection.execute(asked["sql"], asked["values"], prepare=True).fetchmany(asked["rows"])
    body = b",".join([row[0] for row in rows])
    body = body[: len(body) - asked["cut"]]
    body = asked["before"].encode() + body + asked["after"].encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
