"""How many rows a list has: counted up to 10,000, above that as the planner estimates it."""

import json
from collections.abc import Mapping
from functools import lru_cache

from django.db.models import IntegerField, Value
from rest_framework import serializers

from .bodies.statements import Statement
from .resource import resources

MOST_COUNTED = 10_000


class CountSerializer(serializers.Serializer):
    """How many rows a list has, on all its pages."""

    value = serializers.IntegerField(min_value=0, help_text="The number of rows.")
    exact = serializers.BooleanField(
        help_text=f"False where there are more than {MOST_COUNTED} and the number is estimated."
    )


def count(resource: str, filters: frozenset[str], values: Mapping[str, str]) -> bytes:
    """The number of rows that these filters let through, as JSON."""
    counted, explained = _statements(resource, filters)
    number = int(counted.run(values)[0][0])
    if number <= MOST_COUNTED:
        return json.dumps({"value": number, "exact": True}).encode()
    (plan,) = json.loads(explained.run(values)[0][0])
    # The planner may not know better than we do: there are more than were counted.
    estimate = max(int(plan["Plan"]["Plan Rows"]), number)
    return json.dumps({"value": estimate, "exact": False}).encode()


@lru_cache(500)
def _statements(resource: str, filters: frozenset[str]) -> tuple[Statement, Statement]:
    rows = resources[resource].narrowed(filters).order_by()
    rows = rows.values_list(Value(1, IntegerField()))
    some, every = Statement.of(rows[: MOST_COUNTED + 1]), Statement.of(rows)
    return (
        Statement(b"SELECT count(*) FROM (" + some.sql + b") AS counted", some.names),
        Statement(b"EXPLAIN (FORMAT JSON) " + every.sql, every.names, prepare=False),
    )
