"""One editorial change: a transaction whose history says who made it and why."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pghistory
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from psycopg.errors import DeadlockDetected

from quotes.models import TouchedItems

from .refusals import InEachOthersWay, as_refusal


def display_name(user: Any) -> str:
    """What history keeps of a user when the account is gone."""
    return user.get_full_name() or user.get_username()


@contextmanager
def recorded(user: Any, reason: str = "") -> Iterator[uuid.UUID]:
    """Everything inside happens whole or not at all, and is recorded as ``user``'s.

    Gives the number of the change, by which history knows it; within another it is that one's.

    Ends by checking the deferred rules of the database, so that a broken one is raised here as
    ``Refused`` and never when the transaction commits. Raises InEachOthersWay where the database
    gave the change up for another one of the same moment.
    """
    context = pghistory.context(user=user.pk, user_name=display_name(user), reason=reason.strip())
    with context as change:
        try:
            with transaction.atomic():
                yield change.id
                check_rules_now()
        except IntegrityError as error:
            raise as_refusal(error) from error
        except OperationalError as error:
            if isinstance(error.__cause__, DeadlockDetected):
                raise InEachOthersWay from error
            raise


def check_rules_now() -> None:
    """Check the deferred rules at once and defer them again for what follows.

    All but the change feed, which is written at the commit itself: its lock, under which all
    commits stand in line, must not be held while editing goes on.
    """
    with connection.cursor() as cursor:
        rules = _rules(connection.alias)
        cursor.execute(f"SET CONSTRAINTS {rules} IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@cache
def _rules(alias: str) -> str:
    """The names of all deferred rules but the change feed, as SQL."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(DISTINCT format('%%I.%%I', n.nspname, c.conname), ', ')"
            " FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
            " WHERE c.condeferrable AND c.conrelid <> %s::regclass",
            [TouchedItems._meta.db_table],
        )
        names: str = cursor.fetchone()[0]
        return names
