"""Where the database is found: at ``DATABASE_URL``, or else in the project's own embedded server.

This is the one place that decides. The embedded server is started by the first connection that
anything opens (see ``config.embedded``), so that whatever needs no database starts none.
"""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


def database(env: environ.Env, project: Path) -> dict[str, Any]:
    """Django's settings for the one database of the project that lies at ``project``.

    Connections are kept for ``CONN_MAX_AGE`` seconds and checked before they are used again.
    ``server_side_binding`` stays off: pghistory's context does not bear it.
    Raises ImproperlyConfigured for an address that is not PostgreSQL's.
    """
    if env.str("DATABASE_URL", default=""):
        found = env.db("DATABASE_URL")
        if found.get("ENGINE") != "django.db.backends.postgresql":
            raise ImproperlyConfigured(
                "DATABASE_URL names no PostgreSQL. It looks like this: "
                "postgres://USER:PASSWORD@HOST:5432/NAME"
            )
    else:
        found = {
            "ENGINE": "config.embedded",
            "NAME": "wortlaut",
            "USER": "wortlaut",
            "EMBEDDED_FOLDER": project / "var" / "postgres",
        }
    # Statements of the API are prepared by the server (quotes/api/bodies); Django's own cursors
    # never are. Off for a pooler that shares connections between transactions and forgets them.
    prepare = env.bool("DATABASE_PREPARE", default=True)
    return {
        **found,
        "OPTIONS": {**found.get("OPTIONS", {}), "prepare_threshold": 5 if prepare else None},
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
    }
