"""What every resource of the API has in common, said once for lists, items, files and schema."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from rest_framework.serializers import Serializer

from .bodies.expressions import Param
from .filters import Filter, IdsFilter

# By name, in the order in which the API's root names them.
resources: dict[str, "Resource"] = {}


@dataclass(frozen=True, eq=False)
class Resource:
    """A list of public rows and the rows by themselves.

    ``rows`` gives the published rows, ``serializer`` their contract (``item_serializer`` that of
    single rows, where they carry more). ``orderings`` are columns by parameter value, the default
    one first; a ``-`` means descending; all end in the primary key.
    """

    name: str
    about: str
    rows: Callable[[], QuerySet]
    serializer: type[Serializer]
    orderings: Mapping[str, str]
    own_filters: Mapping[str, Filter] = field(default_factory=dict)
    item_serializer: type[Serializer] | None = None

    def __post_init__(self) -> None:
        resources[self.name] = self

    @cached_property
    def filters(self) -> dict[str, Filter]:
        """All filters by name: the resource's own, and the look-up by ids."""
        return {"id": IdsFilter(), **self.own_filters}

    @property
    def model(self) -> type[Model]:
        return self.rows().model

    @property
    def singular(self) -> str:
        return str(self.model._meta.verbose_name)

    def narrowed(self, names: Iterable[str]) -> QuerySet:
        """The public rows that the filters of these names let through, with parameters in the
        place of values."""
        rows = self.rows()
        together: dict[Any, dict[str, Param]] = {}
        for name in sorted(names):
            each = self.filters[name]
            together.setdefault(each.narrow, {})[name] = each.param(name)
        for narrow, params in together.items():
            rows = narrow(rows, **params)
        return rows
