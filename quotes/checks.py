"""What Wortlaut asks of the place that it runs in; ids as in Django's own checks.

E001 and E002 are asked of the database by ``migrate`` and ``check --database default``; the
warnings are for production (``check --deploy``, W002 with ``--database default``).
"""

from collections.abc import Sequence
from typing import Any

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

# Server versions as PostgreSQL itself counts them.
OLDEST_POSTGRESQL = 150000


@register(Tags.database)
def check_postgresql(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """E001: PostgreSQL 15 or newer. E002: text in UTF-8."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('server_version_num')::int,"
                " current_setting('server_version'), current_setting('server_encoding')"
            )
            number, version, encoding = cursor.fetchone()
        if number < OLDEST_POSTGRESQL:
            found.append(
                Error(
                    f"Wortlaut needs PostgreSQL 15 or newer; the database {alias!r} is {version}.",
                    hint="Upgrade the server, or name another one by DATABASE_URL.",
                    id="wortlaut.E001",
                )
            )
        if encoding != "UTF8":
            found.append(
                Error(
                    f"The database {alias!r} keeps its text in {encoding}; quotes come in every "
                    "script there is.",
                    hint="Make the database with ENCODING 'UTF8' TEMPLATE template0.",
                    id="wortlaut.E002",
                )
            )
    return found


@register(Tags.security, deploy=True)
def check_local_use(**kwargs: Any) -> list[CheckMessage]:
    """W001: a public site must not be told that it is in local use."""
    if not settings.LOCAL:
        return []
    return [
        Warning(
            "WORTLAUT_LOCAL is set, or DATABASE_URL is not: this is local use, without HTTPS and "
            "with e-mails printed instead of sent.",
            hint="Set DATABASE_URL and leave WORTLAUT_LOCAL out.",
            id="wortlaut.W001",
        )
    ]


@register(deploy=True)
def check_imprint(**kwargs: Any) -> list[CheckMessage]:
    """W003: a public site says who is behind it."""
    if settings.WORTLAUT_IMPRINT:
        return []
    return [
        Warning(
            "The site has no imprint: readers do not learn who is responsible for it.",
            hint="Set WORTLAUT_IMPRINT, or WORTLAUT_IMPRINT_FILE: see docs/production.md.",
            id="wortlaut.W003",
        )
    ]


@register(Tags.security, Tags.database, deploy=True)
def check_truncate(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """W002: the tables of the history are append-only, but for TRUNCATE."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, pghistory.models.Event)
    ]
    found: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_class WHERE relname = ANY(%s) AND pg_table_is_visible(oid)"
                " AND has_table_privilege(oid, 'TRUNCATE')",
                [tables],
            )
            (emptiable,) = cursor.fetchone()
        if emptiable:
            found.append(
                Warning(
                    f"The site's role may empty {emptiable} tables of the history at once.",
                    hint="Revoke TRUNCATE from it: see docs/production.md.",
                    id="wortlaut.W002",
                )
            )
    return found
