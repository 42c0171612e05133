"""Raw SQL against the database's rules: what is refused, in whose name, and what passes."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

CHECK_VIOLATION = "23514"
UNIQUE_VIOLATION = "23505"
FOREIGN_KEY_VIOLATION = "23503"


def sql(statement: str, *parameters: object) -> int:
    """Execute and say how many rows it met."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.rowcount


def value(statement: str, *parameters: object) -> object:
    """The first column of the first row."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone()[0]


def rules_hold() -> None:
    """Check now what waits for the commit, as an editorial function does at its end."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def refused(rule: str, sqlstate: str = CHECK_VIOLATION) -> Iterator[None]:
    """What happens inside is refused by the database in the name of ``rule``, and undone."""
    rules_hold()
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        yield
        rules_hold()
    error = caught.value.__cause__
    assert (error.diag.constraint_name, error.sqlstate) == (rule, sqlstate)


@contextmanager
def allowed() -> Iterator[None]:
    """What happens inside breaks no rule, not even at its commit."""
    rules_hold()
    yield
    rules_hold()
