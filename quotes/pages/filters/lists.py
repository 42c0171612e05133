"""A list that readers narrow, page by page: the view that all lists share."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from quotes.pages.frame import Frame, Link
from quotes.pages.keyset import Order, listing

from .asked import Filters
from .fields import Field


def filtered_list(
    request: HttpRequest,
    template: str,
    fields: Sequence[Field],
    rows: Callable[[dict[str, Any]], QuerySet[Any]],
    order: Order,
    *,
    links: Sequence[Link] = (),
) -> HttpResponse:
    """The page of a list. ``rows`` gives what the values of the filters leave of it.

    What cannot be read stays in the form with a message, and the answer is a 400 without a list:
    one that ignores what was asked would mislead. Raises BadCursor.
    """
    filters = Filters(request, fields)
    if filters.tidier:
        return HttpResponseRedirect(filters.tidier)
    page = listing(rows(filters.values), request, order) if filters.can_be_answered else None
    return render(
        request,
        template,
        {
            "page": page,
            "filters": filters,
            "frame": Frame(links=links, parameters=("after", *(each.name for each in fields))),
        },
        status=400 if filters.are_malformed else 200,
    )
