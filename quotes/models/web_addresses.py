"""Addresses of the web in the database: as written, and beside that in the one form of a page."""

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

    No column of PostgreSQL's own making: its rules are Python's. A ``QuerySet.update()`` of the
    address has to name it, too.
    """
    return models.CharField(_("canonical URL"), max_length=LONGEST, null=True, editable=False)
