"""``/api/v1/quotes.csv`` and ``.jsonl``: a list with all its rows, sent as they are read."""

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from hashlib import blake2b
from typing import ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import APIException, MethodNotAllowed, NotFound

from quotes.api.bodies.source_link import MARK
from quotes.api.parameters import check_parameters
from quotes.api.problem_types import INTERRUPTED
from quotes.api.problems import BadParameters, problem
from quotes.api.rate_limit import spend
from quotes.api.reading import Asked
from quotes.api.resource import Resource, resources
from quotes.api.validators import program
from quotes.api.values import site_address
from quotes.interchange.tables import TABLES
from quotes.models.changes import public_version

from .formats import broken_csv, broken_json, csv_pieces, json_pieces
from .places import Place
from .rows import stream
from .statements import body_statement, table_statement

MEDIA_TYPES = {"csv": "text/csv; charset=utf-8; header=present", "jsonl": "application/jsonl"}
PARAMETERS = {"csv": ("ordering",), "jsonl": ("ordering", "expand")}
_BROKEN = {"csv": broken_csv, "jsonl": broken_json}

logger = logging.getLogger(__name__)


class OnlyRead(MethodNotAllowed):
    """405: nothing can be sent to a file."""

    headers: ClassVar[dict[str, str]] = {"Allow": "GET, HEAD"}


# Not to ask for a token of ours where only 405 can follow.
@csrf_exempt
def file_of_list(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Every row of a list that its filters let through, in its order, as ``form``."""
    left: dict[str, str] = {}
    try:
        left = spend(request)
        response = _file(request, name, form)
    except APIException as error:
        response = problem(error, request)
    for header, value in left.items():
        response.headers[header] = value
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Content-Language"] = "en"
    return response


def _file(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    if request.method not in ("GET", "HEAD"):
        raise OnlyRead(str(request.method))
    resource = resources.get(name)
    if resource is None or name not in TABLES:
        raise NotFound("There is nothing at this address. Begin at /api/v1/.")
    asked = _asked(request, resource, form)
    # Before the rows: they are then never older than the tag says.
    etag = _etag(request)
    if etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        unchanged = StreamingHttpResponse(status=304, headers={"ETag": etag})
        del unchanged.headers["Content-Type"]
        return unchanged
    headers = {
        "ETag": etag,
        "Content-Disposition": f'attachment; filename="{_file_name(name, form)}"',
    }
    if settings.WORTLAUT_LICENCE_URL:
        headers["Link"] = f'<{settings.WORTLAUT_LICENCE_URL}>; rel="license"'
    if request.method == "HEAD":
        # Streamed as well: of what is not streamed Django tells the length, here that of nothing.
        return StreamingHttpResponse(headers=headers, content_type=MEDIA_TYPES[form])
    address = INTERRUPTED.uri(request)
    content = SentFile(lambda: _pieces(request, asked, form), lambda: _BROKEN[form](address))
    return StreamingHttpResponse(content, headers=headers, content_type=MEDIA_TYPES[form])


def _asked(request: HttpRequest, resource: Resource, form: str) -> Asked:
    valid = (*resource.filters, *PARAMETERS[form])
    check_parameters(request.GET, valid)
    try:
        return Asked(resource, request.GET.dict())
    except BadParameters as error:
        found = {each["parameter"]: [each["detail"]] for each in error.errors}
        raise BadParameters(found, valid) from error


def _pieces(request: HttpRequest, asked: Asked, form: str) -> Generator[bytes]:
    question = asked.question
    values = {**asked.values, "site": site_address(request), "mark": MARK}
    if form == "csv":
        statement = table_statement(question.resource, question.filters, question.ordering)
        with closing(stream(statement, values)) as rows:
            yield from csv_pieces(TABLES[question.resource], rows)
    else:
        statement = body_statement(
            question.resource, question.filters, question.ordering, question.expand
        )
        with closing(stream(statement, values, as_bytes=True)) as rows:
            yield from json_pieces(rows)


class SentFile:
    """What is sent, in pieces. Takes a place; gives it and the connection back when closed.

    A fault after the first piece cannot be told by the status any more, and a server may end the
    answer as if nothing had happened. So the content ends with what no reader of the format
    takes for a whole file.
    """

    def __init__(self, read: Callable[[], Generator[bytes]], broken: Callable[[], bytes]) -> None:
        """Raises Busy, and whatever goes wrong before the first piece is there."""
        self._broken = broken
        self._place = Place()
        self._pieces = read()
        try:
            self._first = next(self._pieces, b"")
        except BaseException:
            self.close()
            raise

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield self._first
            yield from self._pieces
        except Exception:
            logger.exception("A file broke off while it was being sent.")
            yield self._broken()
        finally:
            self.close()

    def close(self) -> None:
        try:
            self._pieces.close()
        finally:
            self._place.give_back()


def _etag(request: HttpRequest) -> str:
    """Another one whenever the data, the question, or the program and its terms are others."""
    asked = f"{public_version()} {request.build_absolute_uri()}"
    return f'"{blake2b(program() + asked.encode(), digest_size=16).hexdigest()}"'


def _file_name(name: str, form: str) -> str:
    return f"wortlaut-{name}-{timezone.localdate():%Y-%m-%d}.{form}"
