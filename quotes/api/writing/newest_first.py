"""Pages of what tools alone see: rows from the newest to the oldest, by their ids."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from quotes.api.ids import LARGEST_ID, read_id

PAGE = 50  # rows
CURSOR = OpenApiParameter(
    "cursor",
    {"type": "integer", "format": "int64", "minimum": 1, "maximum": LARGEST_ID},
    description="The place where a page begins.",
)


def page_of(request: Request, rows: QuerySet[Any]) -> tuple[list[Any], str | None]:
    """The rows of the page that is asked for, and the address of the next one, None on the last.

    Raises ValueError for what is no cursor.
    """
    asked = request.query_params
    if "cursor" in asked:
        before = read_id(asked["cursor"])
        if before is None:
            raise ValueError("This is no cursor of this list.")
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    if len(found) <= PAGE:
        return found, None
    query = urlencode({**asked.dict(), "cursor": found[PAGE - 1].pk})
    return found[:PAGE], request.build_absolute_uri(f"{request.path}?{query}")
