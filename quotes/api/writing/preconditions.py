"""Nobody writes over what he has not seen: ``If-Match`` (RFC 9110, RFC 6585)."""

from http import HTTPStatus

from django.db.models import Model
from django.utils.http import parse_etags
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from quotes.editorial.history import version_token


class VersionAsked(APIException):
    """428: the request does not say which version it changes."""

    status_code = HTTPStatus.PRECONDITION_REQUIRED
    default_detail = "Say which version you change: If-Match with the ETag of your last answer."


class VersionGone(APIException):
    """412: somebody changed the item since."""

    status_code = HTTPStatus.PRECONDITION_FAILED

    def __init__(self, etag: str) -> None:
        self.headers = {"ETag": etag}
        super().__init__("This was changed since you read it: read it again, then change it.")


def etag_of(item: Model) -> str:
    """A strong ETag of the item with its parts, as editors see it."""
    return f'"{version_token(item)}"'


def need_version(request: Request) -> None:
    """Raise VersionAsked where there is no ``If-Match``."""
    if not request.headers.get("If-Match", "").strip():
        raise VersionAsked


def check_version(request: Request, item: Model) -> None:
    """Raise VersionGone where ``item`` (locked) is none of the versions that are named.

    ``*`` means: whatever it is.
    """
    asked = parse_etags(request.headers["If-Match"])
    current = etag_of(item)
    if asked != ["*"] and current not in asked:
        raise VersionGone(current)
