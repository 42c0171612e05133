"""A long condition whose SQL is written once and then kept.

To put a rule such as "this speaker is public" together takes Django ten milliseconds, and a page
asks for it several times; to look it up takes the database a tenth of one.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models import BooleanField, Expression, F, Q

# Aliases inside the condition, which must not hide those of the statement around it.
_ALIAS = re.compile(r"\b([T-Z]{1,2}\d+)\b")
_KEY = "{the key}"

Rule = Callable[[str], Q]


class CompiledOnce(Expression):
    """Whether the row of ``model`` whose primary key is ``key`` fulfils ``rule``.

    ``rule`` takes the name of a column and gives the condition in other tables' rows alone.
    """

    output_field = BooleanField()
    conditional = True
    contains_subquery = True

    def __init__(self, rule: Rule, model: str, key: str) -> None:
        super().__init__()
        self.rule, self.model = rule, model
        self.key: Any = F(key)

    def get_source_expressions(self) -> list[Any]:
        return [self.key]

    def set_source_expressions(self, exprs: Any) -> None:
        [self.key] = exprs

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        key, none = compiler.compile(self.key)
        if none:
            raise TypeError("The key of a condition that is compiled once is a column.")
        written, parameters = _compiled(self.rule, self.model, connection.alias)
        return written.replace(_KEY, key), parameters


@cache
def _compiled(rule: Rule, model: str, using: str) -> tuple[str, tuple[Any, ...]]:
    rows = apps.get_model("quotes", model)
    query = rows._base_manager.filter(rule("pk")).query
    written, parameters = query.get_compiler(connection=connections[using]).compile(query.where)
    key = f'"{rows._meta.db_table}"."{rows._meta.pk.column}"'
    if not isinstance(written, str) or key not in written:
        raise TypeError("The condition does not ask for the row’s key.")
    apart = _ALIAS.sub(r"of_\1", written.replace(key, _KEY))
    return f"({apart})", tuple(parameters)
