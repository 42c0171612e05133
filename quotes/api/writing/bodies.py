"""Request bodies: JSON, limited in size and depth, each name once, text that can be kept."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NoReturn

from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser

from quotes.editorial.refusals import Findings, Path
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText, check_storable

LARGEST_BODY = 2 * 1024 * 1024  # bytes: the text of a thick book’s chapter many times over
DEEPEST = 12  # lists and objects in each other


class TooLarge(APIException):
    """413: the body has more bytes than the address takes."""

    status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, most: int) -> None:
        super().__init__(f"A body has at most {most} bytes here.")


class StrictJSONParser(BaseParser):
    """JSON as RFC 8259 has it. Raises TooLarge (413) or ParseError (400)."""

    media_type = "application/json"
    largest = LARGEST_BODY

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        meta = parser_context["request"].META if parser_context else {}
        try:
            length = int(meta.get("CONTENT_LENGTH") or 0)
        except ValueError:
            raise ParseError("The Content-Length is no number.") from None
        if length > self.largest:
            raise TooLarge(self.largest)
        body = stream.read(self.largest + 1)
        if len(body) > self.largest:
            raise TooLarge(self.largest)
        return parsed(body)


def parsed(body: bytes) -> Any:
    """The value of a JSON text; raises ParseError with what is wrong."""
    try:
        content = json.loads(
            body.decode("utf-8"), object_pairs_hook=_each_once, parse_constant=_no_number
        )
    except UnicodeDecodeError:
        raise ParseError("The body is not UTF-8.") from None
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise ParseError(f"The body is not JSON: {error}") from None
    _check_depth(content)
    return content


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    for name in found:
        try:
            check_storable(name)
        except UnstorableText:
            raise ValueError("a name holds a character that cannot be") from None
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _too_deep() -> ParseError:
    return ParseError(f"Lists and objects stand in each other at most {DEEPEST} deep.")


def _check_depth(content: Any) -> None:
    level = [content]
    for _depth in range(DEEPEST + 1):
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        if not inner:
            return
        level = inner
    raise _too_deep()


def read_object(content: Any) -> dict[str, Any]:
    """A body that is an object. Raises RefusedInPlaces for any other, and for broken characters."""
    findings = Findings()
    find_unstorable(content, findings)
    if not isinstance(content, dict):
        findings.add((), "The body is an object: {…}.")
    findings.raise_if_any()
    return dict(content)


def find_unstorable(content: Any, findings: Findings, path: Path = ()) -> None:
    """Note every text that holds NUL or half a surrogate pair."""
    if isinstance(content, str):
        try:
            check_storable(content)
        except UnstorableText:
            findings.add(path, UNSTORABLE, "unstorable")
    elif isinstance(content, Mapping):
        for name, value in content.items():
            find_unstorable(value, findings, (*path, name))
    elif isinstance(content, list):
        for place, value in enumerate(content):
            find_unstorable(value, findings, (*path, place))
