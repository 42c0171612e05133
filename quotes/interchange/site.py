"""What an output says of this site itself: its address, its name, on what terms it gives."""

from dataclasses import dataclass
from typing import Any

from quotes.models.addresses import Addressed


@dataclass(frozen=True)
class Site:
    """``address`` is scheme and host without a slash at the end; ``licence`` an address or ""."""

    address: str
    name: str = "Wortlaut"
    licence: str = ""
    attribution: str = ""

    def page(self, row: Addressed) -> str:
        """The whole address of a row's public page."""
        return self.address + row.get_absolute_url()

    def identity(self, row: Addressed) -> str:
        """The whole address by which a row is known for ever, whatever its slug becomes."""
        return self.address + row.permanent_address

    def terms(self) -> dict[str, Any]:
        """Licence and attribution, where the site has named any."""
        named = {"licence": self.licence, "attribution": self.attribution}
        return {name: text for name, text in named.items() if text}
