"""What an output says of this site itself: its address, its name, on what terms it gives."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix

from quotes.models.addresses import Addressed


@dataclass(frozen=True)
class Site:
    """``address`` is scheme and host without a slash at the end; ``licence`` an address or ""."""

    address: str
    name: str = "Wortlaut"
    licence: str = ""
    attribution: str = ""

    @classmethod
    def at(cls, address: str) -> "Site":
        """This site at ``address``, with the terms that its settings name."""
        return cls(
            address,
            licence=settings.WORTLAUT_LICENCE_URL,
            attribution=settings.WORTLAUT_ATTRIBUTION,
        )

    def page(self, row: Addressed) -> str:
        """The whole address of a row's public page."""
        return self.address + row.get_absolute_url()

    def identity(self, row: Addressed) -> str:
        """The whole address by which a row is known for ever, whatever its slug becomes."""
        return self.address + row.permanent_address

    def data(self, resource: str, pk: int) -> str:
        """The whole address of a row in the API."""
        return f"{self.address}{get_script_prefix()}api/v1/{resource}/{pk}/"

    def terms(self) -> dict[str, Any]:
        """Licence and attribution, where the site has named any."""
        named = {"licence": self.licence, "attribution": self.attribution}
        return {name: text for name, text in named.items() if text}
