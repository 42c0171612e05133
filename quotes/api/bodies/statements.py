"""Statements with named parameters: compiled once, prepared by the server, answered as bytes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections
from django.db.models import QuerySet
from psycopg.sql import Literal

from .expressions import Slot

# A literal "%" is doubled in what Django compiles.
_PLACE = re.compile(r"%s|%%")


@dataclass(frozen=True)
class Statement:
    """SQL in which ``$1`` stands for the value of the first of ``names``, and so on."""

    sql: bytes
    names: tuple[str, ...]
    prepare: bool = True

    @classmethod
    def of(cls, rows: QuerySet) -> "Statement":
        """The statement that ``rows`` (a queryset of values) would ask.

        Constants stand in it as they are, so that the planner sees them (a partial index is used
        only where its condition is); what is left are the parameters.
        """
        compiled, params = rows.query.get_compiler(rows.db).as_sql()
        names: dict[str, int] = {}
        values = iter(params)

        def put(place: re.Match) -> str:
            if place.group() == "%%":
                return "%"
            value = next(values)
            if isinstance(value, Slot):
                return f"${names.setdefault(value.name, len(names) + 1)}"
            return Literal(value).as_string()

        return cls(_PLACE.sub(put, compiled).encode(), tuple(names))

    def run(self, values: Mapping[str, str], using: str = DEFAULT_DB_ALIAS) -> list[list[Any]]:
        """The rows, each a list of its columns as bytes in PostgreSQL's text format (or None).

        ``values`` are texts in PostgreSQL's notation; more than are needed may be given.
        """
        arguments = [values[name] for name in self.names]
        result = self._asked(arguments, using)
        columns = range(result.nfields)
        return [
            [result.get_value(row, column) for column in columns] for row in range(result.ntuples)
        ]

    def _asked(self, arguments: list[str], using: str) -> Any:
        connection = connections[using]
        began = monotonic()
        try:
            result = self._execute(connection, arguments)
        except OperationalError:
            # The server may have gone since the last request. Reading twice does no harm, and
            # costs less than asking before each request whether it is there.
            if connection.in_atomic_block or not connection.connection.closed:
                raise
            connection.close()
            result = self._execute(connection, arguments)
        if connection.queries_logged:
            connection.queries_log.append(
                {"sql": self.sql.decode(), "time": f"{monotonic() - began:.3f}"}
            )
        return result

    def _execute(self, connection: Any, arguments: list[str]) -> Any:
        if connection.connection is None:
            connection.ensure_connection()
        with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
            cursor.execute(self.sql, arguments, prepare=self.prepare)
            return cursor.pgresult
