"""Which values a column holds, without reading the whole table (a “loose index scan”).

PostgreSQL's DISTINCT reads every row. Here an index is asked for the first value, then for the
next one beyond it, and so on: as many look-ups as there are values. The column needs an index.
"""

from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL


def distinct_values(rows: QuerySet[Any], column: str) -> list[Any]:
    """The values of ``column`` in ``rows``, in order, each once."""
    found = rows.order_by(column).values(column)
    beyond = found.filter(**{f"{column}__gt": RawSQL("held.value", [])})
    first, first_parameters = found[:1].query.sql_with_params()
    following, following_parameters = beyond[:1].query.sql_with_params()
    with connections[rows.db].cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE held (value) AS (({first}) UNION ALL"
            f" SELECT ({following}) FROM held WHERE held.value IS NOT NULL)"
            " SELECT value FROM held WHERE value IS NOT NULL",
            [*first_parameters, *following_parameters],
        )
        return [value for (value,) in cursor.fetchall()]
