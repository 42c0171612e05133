"""Looking a page up by its address, however that was come by."""

from quotes.text.web_addresses import LONGEST, canonical

from .filters import Filter, storable


class WebAddressFilter(Filter):
    """An address of the web, compared in its canonical form."""

    json_schema = {
        "type": "string",
        "format": "uri",
        "minLength": 1,
        "maxLength": LONGEST,
        "examples": ["https://www.example.org/talks?utm_source=newsletter"],
    }

    def read(self, text: str) -> str:
        return canonical(storable(text))
