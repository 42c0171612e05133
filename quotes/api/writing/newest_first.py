"""Pages of what tools alone see: rows from the newest to the oldest, by their ids."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from quotes.api.ids import LARGEST_ID, read_id
from quotes.api.problems import BadParameters

from .manners import ForToolsAlone

PAGE = 50  # rows
CURSOR = OpenApiParameter(
    "cursor",
    {"type": "integer", "format": "int64", "minimum": 1, "maximum": LARGEST_ID},
    description="The place where a page begins.",
)


class NewestFirst(ForToolsAlone):
    """A list whose parameters choose among the rows, and the page of them."""

    def page_of(self, request: Request, rows: QuerySet[Any]) -> tuple[list[Any], str | None]:
        """The rows of the page that is asked for, and the address of the next one, None on the
        last. Raises BadParameters for what is no cursor."""
        asked = request.query_params
        if "cursor" in asked:
            before = read_id(asked["cursor"])
            if before is None:
                raise self.refusal("cursor", "This is no cursor of this list.")
            rows = rows.filter(pk__lt=before)
        found = list(rows.order_by("-pk")[: PAGE + 1])
        if len(found) <= PAGE:
            return found, None
        query = urlencode({**asked.dict(), "cursor": found[PAGE - 1].pk})
        return found[:PAGE], request.build_absolute_uri(f"{request.path}?{query}")

    def one_of(self, name: str, value: str, valid: Collection[str]) -> str:
        """The value of a parameter. Raises BadParameters, which names the valid ones."""
        if value not in valid:
            raise self.refusal(name, f"This is one of: {', '.join(valid)}.")
        return value

    def refusal(self, name: str, sentence: str) -> BadParameters:
        """What is wrong with one parameter."""
        return BadParameters({name: [sentence]}, self.valid_parameters())
