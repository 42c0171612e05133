"""Public addresses: a short number that never changes and a slug that may (``/quotes/17-…/``)."""

from functools import lru_cache
from urllib.parse import quote

from django.db import models
from django.urls import get_script_prefix
from django.utils import translation

from quotes.text.slugs import slug

# Letters of other scripts are escaped byte by byte, and a page names the same rows many times.
_escaped = lru_cache(maxsize=4096)(quote)


class Addressed(models.Model):
    """A row with a public page at ``/<address_root>/<id>-<slug>/``."""

    address_root: str

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return f"{get_script_prefix()}{self.address_root}/{_escaped(self.address)}/"

    @property
    def permanent_address(self) -> str:
        """The address that never changes, whatever the slug becomes; it leads to the page."""
        return f"{get_script_prefix()}{self.address_root}/{self.pk}/"

    @property
    def slug(self) -> str:
        """Unicode words of the row's name, joined by hyphens; may be empty.

        Of the English name where a row has one in two languages: one page has one address,
        whoever reads it.
        """
        with translation.override("en"):
            return slug(str(self))

    @property
    def address(self) -> str:
        """The last part of the address, unescaped: ``17-geduldig-vertrauen`` or ``17``."""
        words = self.slug
        return f"{self.pk}-{words}" if words else str(self.pk)
