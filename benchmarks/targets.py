"""What is measured, and how much of the bare program's speed it is to reach."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quotes.models import Quote, Speaker

from .servers import ask

LIST = "/api/v1/quotes/?page_size=50"
# Rows before the deep page.
DEEP = 50_000


@dataclass(frozen=True)
class Target:
    """An address of the site; ``beside`` names that of the bare program, if there is one."""

    name: str
    address: str
    at_least: float | None = None
    beside: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def targets(port: int) -> Iterator[Target]:
    """Asks the site at ``port`` for what only it knows: cursors, entity tags, addresses."""
    quote = Quote.objects.published().order_by("pk")[DEEP]
    deep, one = _deep_page(), f"/api/v1/quotes/{quote.pk}/"
    yield Target("list of 50", LIST, 0.5, LIST)
    yield Target("list of 50, a deep page", deep, 0.5, deep)
    yield Target("one quote", one, 0.25, one)
    _, headers, _ = ask(port, LIST)
    if "etag" in headers:
        yield Target("304 to the list", LIST, 1.5, LIST, {"If-None-Match": headers["etag"]})
    speaker = Speaker.objects.get(name="Volker Kauder")
    yield Target("page of quotes (HTML)", "/quotes/")
    yield Target("page of one quote (HTML)", quote.get_absolute_url())
    yield Target("page of a speaker (HTML)", speaker.get_absolute_url())


def _deep_page() -> str:
    from quotes.api.paging import Cursor

    row = Quote.objects.published().order_by("-said_on_sort", "-pk")[DEEP]
    cursor = Cursor("-said_on", False, row.said_on_sort.isoformat(), row.pk)
    return f"{LIST}&cursor={cursor.written()}"
