"""The link into a source, which only Python can write (``quotes/text/fragments.py``).

The database marks the place in the body and puts there what the link is made of; ``finished``
writes the links. The mark is made up anew by every process, so that no text can hold it.
"""

import json
import re
from functools import lru_cache
from secrets import token_hex
from typing import Any

from django.db.models import F, OuterRef
from django.db.models.functions import Left, Right
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from quotes.interchange.source_links import link_to_passage, link_to_words
from quotes.models import Occurrence, Segment
from quotes.models.rights import WIDEST_CONTEXT, shown_after, shown_before

from .expressions import JsonList, JsonRows, Param, WebAddress, joined, text
from .shapes import Expansion

MARK = f"link-{token_hex(16)}:"
_MARKED = re.compile(rb'"' + MARK.encode() + rb'((?:[^"\\]|\\.)*)"')
# Links kept; people and programs ask for the newest quotes again and again.
_KEPT = 4096


@extend_schema_field(OpenApiTypes.URI)
class SourceLinkField(serializers.Field):
    """The article’s address with a text fragment for each segment of an occurrence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, allow_null=True, **options)

    def to_representation(self, occurrence: Occurrence) -> str | None:
        passages = [
            # The link names the words around a passage, too, and so no more than may be shown.
            Segment(exact=row.exact, prefix=shown_before(row), suffix=shown_after(row))
            for row in occurrence.segments.all()
        ]
        return link_to_passage(occurrence.snapshot.article, passages) or None

    def in_sql(self, expansion: Expansion) -> Any:
        words = JsonList(
            F("exact"), Right("prefix", WIDEST_CONTEXT), Left("suffix", WIDEST_CONTEXT)
        )
        passages = JsonRows(Segment.objects.filter(occurrence=OuterRef("pk")), words)
        address = WebAddress(F("snapshot__article__url"))
        # NULL where there is no address.
        return joined(Param("mark"), address, "\n", text(JsonList(passages)))


def finished(body: bytes) -> bytes:
    """The body with its links."""
    return _MARKED.sub(_written, body) if MARK.encode() in body else body


def _written(place: re.Match[bytes]) -> bytes:
    return _link(place.group(1))


@lru_cache(_KEPT)
def _link(content: bytes) -> bytes:
    address, passages = json.loads(b'"' + content + b'"').split("\n", 1)
    return json.dumps(link_to_words(address, json.loads(passages)[0])).encode()
