"""Addresses of the web in the database: as written, and beside that in the one form of a page."""

from collections.abc import Container, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from quotes.text.web_addresses import LONGEST, MalformedAddress, canonical


def canonical_or_same(url: str | None) -> str | None:
    """The canonical form of an address; itself where it is none of the web, None for none."""
    try:
        return canonical(url) if url else None
    except MalformedAddress:
        return url


def kept_under(url: str | None, held: str | None) -> str | None:
    """The form under which an address is kept; ``held`` is the one until now."""
    # An article that was there twice before addresses had one form is kept under its own.
    return url if url and url == held else canonical_or_same(url)


def validate_web_address(value: str) -> None:
    """Refuse what has no canonical form."""
    try:
        canonical(value)
    except MalformedAddress as error:
        raise ValidationError(
            _(
                "“%(value)s” is no address of the web: http:// or https://, without user name and"
                " password, at most %(longest)s characters once written in ASCII."
            ),
            code="malformed_address",
            params={"value": error.address[:80], "longest": LONGEST},
        ) from error


class WebAddressField(models.URLField):
    """The http(s) address of a page as it was come by; NULL where there is none.

    A sibling column ``canonical_<name>``, declared after it with ``canonical_column()``, is filled
    when the row is saved.
    """

    default_validators = [*models.URLField.default_validators, validate_web_address]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", LONGEST)
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        beside = f"canonical_{self.name}"
        setattr(model_instance, beside, kept_under(value, getattr(model_instance, beside)))
        return value


def canonical_column() -> models.Field:
    """The canonical form (``quotes.text.web_addresses.canonical``), by which pages are found.

    No column of PostgreSQL's own making: its rules are Python's. Nor can the database refuse a
    new address under the old canonical form: two spellings of one address have the same.
    """
    return models.CharField(_("canonical URL"), max_length=LONGEST, null=True, editable=False)


class UpdatesWebAddresses(models.QuerySet):
    """A change of many rows at once keeps each canonical form with its address."""

    def update(self, **columns: Any) -> int:
        """As Django's; raises TypeError where an address comes out of an expression, of which the
        canonical form cannot be known, and that is not given beside it."""
        for name, beside in self._among(columns):
            if beside in columns:
                continue
            address = columns[name]
            if address is not None and not isinstance(address, str):
                raise TypeError(f"Name “{beside}”, too, where “{name}” is computed.")
            columns[beside] = canonical_or_same(address)
        return super().update(**columns)

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], *args: Any, **kwargs: Any):
        """As Django's."""
        rows, columns = list(objs), list(fields)
        for name, beside in self._among(columns):
            for row in rows:
                setattr(row, beside, kept_under(getattr(row, name), getattr(row, beside)))
            columns = list(dict.fromkeys([*columns, beside]))
        return super().bulk_update(rows, columns, *args, **kwargs)

    bulk_update.alters_data = True  # type: ignore[attr-defined]

    def _among(self, columns: Container[str]) -> list[tuple[str, str]]:
        """The addresses among these columns, each with the column of its canonical form."""
        return [
            (field.name, f"canonical_{field.name}")
            for field in self.model._meta.concrete_fields
            if isinstance(field, WebAddressField) and field.name in columns
        ]
