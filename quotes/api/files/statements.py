"""What files are asked of the database with; each statement is made once."""

from collections.abc import Iterable
from functools import lru_cache

from quotes.api.bodies.expressions import Param
from quotes.api.bodies.statements import Statement
from quotes.api.paging import Ordering
from quotes.api.questions import ListQuestion, list_statement
from quotes.api.resource import resources
from quotes.interchange.tables import TABLES

_KEPT = 200


@lru_cache(_KEPT)
def table_statement(name: str, filters: frozenset[str], ordering: str) -> Statement:
    """Columns: those of the resource's table. Parameters: ``site`` and those of the filters."""
    resource = resources[name]
    order = Ordering(ordering, resource.orderings[ordering])
    rows = resource.narrowed(filters).order_by(*order.fields())
    return Statement.of(TABLES[name].asked_of(rows, Param("site")))


def body_statement(
    name: str, filters: Iterable[str] = (), ordering: str = "", expand: str = ""
) -> Statement:
    """Columns: the row's body, as a list shows it, and more. Parameters: also ``mark``."""
    return list_statement(ListQuestion(name, frozenset(filters), ordering, expand=expand))
