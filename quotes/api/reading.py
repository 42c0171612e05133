"""Reading the API: from the address asked for to the bytes of the answer, in one statement.

Nothing here goes through DRF: its requests, negotiation and serializers would cost more than the
statement. What a body looks like is said by the serializers all the same (``bodies``).
"""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from rest_framework.exceptions import APIException, NotAcceptable, NotFound

from quotes.interchange.gone import why_gone

from .bodies.expansion import UnknownExpansion, read_expansion, written_expansion
from .bodies.source_link import MARK, finished
from .counting import count
from .ids import read_id
from .licence import licence
from .linked_data import JSON, Form, asked_form
from .paging import DEFAULT_SIZE, Cursor, MalformedCursor, Ordering, read_size
from .parameters import check_parameters
from .problems import BadParameters, Withdrawn, problem
from .questions import ListQuestion, item_statement, list_statement
from .rate_limit import spend
from .resource import Resource
from .validators import entity_tag, is_known
from .values import site_address

LIST_PARAMETERS = ("cursor", "page_size", "ordering", "expand", "count")
ITEM_PARAMETERS = ("expand",)
NOTHING_LEADS_HERE = "Nothing public leads here any more."


def answer(
    request: HttpRequest, read: Callable[[], HttpResponse], *, tagged: bool = False
) -> HttpResponse:
    """What ``read`` gives, or the problem that it raises, with the headers that both share.

    ``tagged`` says that its answer has its entity tag already.
    """
    left: dict[str, str] = {}
    try:
        left = spend(request)
        response = _unless_known(request, read, tagged)
    except APIException as error:
        response = problem(error, request)
    for name, value in left.items():
        response.headers[name] = value
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Content-Language"] = "en"
    response.headers["Vary"] = "Accept"
    return response


def read_list(request: HttpRequest, resource: Resource) -> HttpResponse:
    """A page of a list, with its entity tag. Raises APIException."""
    query = request.GET
    check_parameters(query, (*resource.filters, *LIST_PARAMETERS))
    check_json(request)
    asked = Asked(resource, query)
    values = {**asked.values, "site": site_address(request), "mark": MARK}
    statement = list_statement(asked.question)
    rows = statement.run(values)
    if rows:
        tag = entity_tag(request, rows[0][-1])
    else:
        # No row tells the version.
        tag = entity_tag(request)
        rows = statement.run(values)
    more = len(rows) > asked.size
    rows = rows[: asked.size]
    if asked.question.backward:
        rows.reverse()
    following, preceding = asked.neighbours(rows, more)
    number = b""
    if asked.count:
        found = count(resource.name, asked.question.filters, values)
        number = b',"count":' + found
    whole = b"".join(
        (
            b'{"next":',
            page_address(request, following),
            b',"previous":',
            page_address(request, preceding),
            b',"licence":',
            licence(),
            number,
            b',"results":[',
            finished(b",".join(row[0] for row in rows)),
            b"]}",
        )
    )
    return json_answer(whole, tag)


def read_item(request: HttpRequest, resource: Resource, pk: str) -> HttpResponse:
    """One public row, with its entity tag. Raises Withdrawn (410) where it was public once,
    NotFound where not."""
    check_parameters(request.GET, ITEM_PARAMETERS)
    form = None if _wants_json(request) else asked_form(request, resource)
    number = read_id(pk)
    expand = _expand(resource, request.GET, item=True)
    if number is not None:
        found = (
            _written(form, request, number) if form else _item(request, resource, number, expand)
        )
        if found:
            return found
        _raise_if_withdrawn(resource, number)
    raise NotFound(f"There is no public {resource.singular} with this id.")


def _item(
    request: HttpRequest, resource: Resource, number: int, expand: str
) -> HttpResponse | None:
    values = {"item": str(number), "site": site_address(request), "mark": MARK}
    rows = item_statement(resource.name, expand).run(values)
    if not rows:
        return None
    body = finished(rows[0][0])
    # The last brace is that of the object.
    whole = b"".join((body[:-1], b', "licence": ', licence(), b"}"))
    return json_answer(whole, entity_tag(request, rows[0][-1]))


def _written(form: Form, request: HttpRequest, number: int) -> HttpResponse | None:
    tag = entity_tag(request)
    content = form.of(number, request)
    if content is None:
        return None
    headers = {**form.headers, "ETag": tag}
    return HttpResponse(content, content_type=form.media_type, headers=headers)


def _raise_if_withdrawn(resource: Resource, pk: int) -> None:
    reason = why_gone(resource.model, pk)
    if reason is not None:
        raise Withdrawn(resource.singular, reason or NOTHING_LEADS_HERE)


class Asked:
    """What the parameters of a list ask for. Raises BadParameters that names all that is wrong."""

    def __init__(self, resource: Resource, query: Mapping[str, str]) -> None:
        self.resource = resource
        errors: dict[str, list[str]] = {}
        self.values: dict[str, str] = {}
        filters = [name for name in query if name in resource.filters]
        for name in filters:
            try:
                self.values |= resource.filters[name].values(name, query[name])
            except ValueError as error:
                errors[name] = [str(error)]
        self.size = DEFAULT_SIZE
        cursor = None
        expand = ""
        name = query.get("ordering", next(iter(resource.orderings)))
        if name not in resource.orderings:
            errors["ordering"] = [f"“{name}” is none of: {', '.join(resource.orderings)}."]
        else:
            cursor = self._cursor(query, name, errors)
        self.count = query.get("count") == "true"
        if query.get("count", "true") not in ("true", "false"):
            errors["count"] = [f"“{query['count']}” is none of: true, false."]
        if "page_size" in query:
            try:
                self.size = read_size(query["page_size"])
            except ValueError as error:
                errors["page_size"] = [str(error)]
        try:
            expand = _expand(resource, query)
        except BadParameters as error:
            errors["expand"] = [each["detail"] for each in error.errors]
        if errors:
            raise BadParameters(errors, (*resource.filters, *LIST_PARAMETERS))
        self.cursor = cursor
        if cursor:
            self.values |= {"after": cursor.value, "after_id": str(cursor.pk)}
        self.question = ListQuestion(
            resource.name,
            frozenset(filters),
            name,
            from_cursor=cursor is not None,
            backward=cursor is not None and cursor.backward,
            expand=expand,
            limit=self.size + 1,
        )

    def _cursor(
        self, query: Mapping[str, str], name: str, errors: dict[str, list[str]]
    ) -> Cursor | None:
        text = query.get("cursor")
        if text is None:
            return None
        ordering = Ordering(name, self.resource.orderings[name])
        try:
            return Cursor.read(text, ordering, self.resource.model)
        except MalformedCursor:
            errors["cursor"] = [
                "Not a cursor of this list in this order. Take it from “next” or “previous” of "
                "an answer, or leave it out to begin with the first page."
            ]
            return None

    def neighbours(self, rows: list[Any], more: bool) -> tuple[str | None, str | None]:
        """Cursors of the next page and of the one before, "" for the first page of all."""
        if not rows:
            # Nothing is left where the cursor points: only the beginning is sure to be there.
            backward = self.cursor is not None and self.cursor.backward
            return ("" if backward else None), None
        backward = self.question.backward
        following = self._at(rows[-1], False) if more or backward else None
        before = more if backward else self.cursor is not None
        return following, self._at(rows[0], True) if before else None

    def _at(self, row: list[Any], backward: bool) -> str:
        value, pk = row[1].decode(), int(row[2])
        return Cursor(self.question.ordering, backward, value, pk).written()


def _expand(resource: Resource, query: Mapping[str, str], item: bool = False) -> str:
    text = query.get("expand")
    if text is None:
        return ""
    serializer = (item and resource.item_serializer) or resource.serializer
    try:
        return written_expansion(read_expansion(text, serializer))
    except UnknownExpansion as error:
        valid = ITEM_PARAMETERS if item else (*resource.filters, *LIST_PARAMETERS)
        raise BadParameters({"expand": [str(error)]}, valid) from error


def page_address(request: HttpRequest, cursor: str | None) -> bytes:
    """The address asked for with another cursor, as JSON; null for None."""
    if cursor is None:
        return b"null"
    query = {name: value for name, value in request.GET.items() if name != "cursor"}
    if cursor:
        query["cursor"] = cursor
    address = f"{request.scheme}://{request.get_host()}{request.path}"
    return json.dumps(f"{address}?{urlencode(query)}" if query else address).encode()


def json_answer(body: bytes, tag: str | None = None) -> HttpResponse:
    """``body`` as it is, which is JSON."""
    return HttpResponse(body, content_type=JSON, headers={"ETag": tag} if tag else None)


def _wants_json(request: HttpRequest) -> bool:
    """The short way to the usual answer."""
    return request.META.get("HTTP_ACCEPT", "*/*") in ("*/*", JSON)


def check_json(request: HttpRequest) -> None:
    """Raise NotAcceptable (406) where the client takes no JSON."""
    if not _wants_json(request) and request.get_preferred_type([JSON]) is None:
        raise NotAcceptable("This address answers with application/json.")


def _unless_known(
    request: HttpRequest, read: Callable[[], HttpResponse], tagged: bool
) -> HttpResponse:
    """What ``read`` gives; 304 without a body, and without reading, where the client has it."""
    if tagged and "HTTP_IF_NONE_MATCH" not in request.META:
        return read()
    tag = entity_tag(request)
    if is_known(tag, request):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        response = read()
    response.headers.setdefault("ETag", tag)
    return response
