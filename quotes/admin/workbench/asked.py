"""What the workbench is asked to do, read from JSON or from a plain form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText, check_storable

# Longer than any field; the database says the rest.
LONGEST = 2000
# As many as a text has at most, and more.
MOST_CANDIDATES = 10_000
_BIGGEST = 2**63


class Malformed(Exception):
    """What was sent cannot be understood; the message says why."""


@dataclass(frozen=True)
class Asked:
    """A named action with its members."""

    members: Mapping[str, Any]
    as_json: bool

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """Raises Malformed for what is no JSON object."""
        if request.content_type != "application/json":
            return cls(request.POST.dict(), as_json=False)
        try:
            members = json.loads(request.body)
        except (ValueError, RecursionError) as error:
            raise Malformed(_("This is not JSON.")) from error
        if not isinstance(members, dict):
            raise Malformed(_("Send a JSON object."))
        return cls(members, as_json=True)

    def has(self, name: str) -> bool:
        return name in self.members

    def text(self, name: str, longest: int = LONGEST) -> str:
        """A text of at most ``longest`` code points; empty where it is not given."""
        value = self.members.get(name, "")
        if not isinstance(value, str) or len(value) > longest:
            raise Malformed(_("“%(name)s” is a short text.") % {"name": name})
        try:
            check_storable(value)
        except UnstorableText as error:
            raise Malformed(str(UNSTORABLE)) from error
        return value.strip()

    def number(self, name: str) -> int:
        """A number from 0; raises Malformed where there is none."""
        value = _whole(self.members.get(name))
        if value is None:
            raise Malformed(_("“%(name)s” is a whole number.") % {"name": name})
        return value

    def key(self, name: str) -> int | None:
        """The key of a row; None where it is empty or missing."""
        return None if self.members.get(name) in (None, "") else self.number(name)

    def truth(self, name: str) -> bool:
        return self.members.get(name) in (True, "on", "true", "1")

    def row(self, name: str, model: type[models.Model]) -> Any:
        """The row that is named by its key, or None where none is; raises Malformed for a key that
        no row has."""
        key = self.key(name)
        return None if key is None else one_of(model, key)

    def rows(self, name: str, model: type[models.Model]) -> list[Any]:
        """The rows named in a list of keys."""
        return [one_of(model, _needed(key, name)) for key in self.entries(name)]

    def numbers(self, name: str) -> list[int]:
        """Whole numbers from 0; those of all candidates of a long text."""
        return [_needed(value, name) for value in self.entries(name, MOST_CANDIDATES)]

    def entries(self, name: str, most: int = 100) -> list[Any]:
        value = self.members.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise Malformed(_("“%(name)s” is a list.") % {"name": name})
        return value


def one_of(model: type[models.Model], key: int) -> Any:
    """The row of this key; raises Malformed where there is none."""
    found = model._base_manager.filter(pk=key).first()
    if found is None:
        raise Malformed(
            _("There is no %(kind)s of this number.") % {"kind": model._meta.verbose_name}
        )
    return found


def _needed(value: Any, name: str) -> int:
    number = _whole(value)
    if number is None:
        raise Malformed(_("“%(name)s” is a whole number.") % {"name": name})
    return number


def whole_or_none(value: Any) -> int | None:
    """A whole number from 0 that PostgreSQL holds, or None."""
    return _whole(value)


def _whole(value: Any) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 19:
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _BIGGEST:
        return value
    return None
