"""Errors as RFC 9457 problem details (``application/problem+json``)."""

import json
import math
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, NotFound
from rest_framework.exceptions import PermissionDenied as NotAllowed
from rest_framework.response import Response

from .problem_types import BAD_PARAMETERS, SET_BACK, ProblemType, of_status

MEDIA_TYPE = "application/problem+json"


class BadParameters(APIException):
    """Query parameters that are unknown or cannot be read: 400.

    ``errors`` has the messages of each parameter; ``valid`` the names of all that exist here.
    """

    type = BAD_PARAMETERS
    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, errors: Mapping[str, Iterable[str]], valid: Iterable[str]) -> None:
        self.errors = [
            {"parameter": name, "detail": str(message)}
            for name, messages in errors.items()
            for message in messages
        ]
        self.valid = sorted(valid)
        super().__init__(" ".join(f"{e['parameter']}: {e['detail']}" for e in self.errors))

    @property
    def members(self) -> dict[str, Any]:
        return {"errors": self.errors, "valid_parameters": self.valid}


class Withdrawn(APIException):
    """What was published and is no longer: 410, with the reason that the editors gave."""

    status_code = status.HTTP_410_GONE

    def __init__(self, kind: str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"This {kind} was withdrawn: {reason}")

    @property
    def members(self) -> dict[str, Any]:
        return {"withdrawal_reason": self.reason}


class FeedSetBack(APIException):
    """A cursor whose place the change feed no longer has: 410."""

    type = SET_BACK
    status_code = status.HTTP_410_GONE
    default_detail = (
        "The change feed does not have the place where this cursor stands: the database was set "
        "back to an earlier state. Begin anew, with the files of all rows or without a cursor."
    )


class ProblemParameterSerializer(serializers.Serializer):
    """What is wrong with one query parameter, or with one place of the body."""

    parameter = serializers.CharField(required=False, help_text="Name of the query parameter.")
    pointer = serializers.CharField(
        required=False, help_text="JSON Pointer (RFC 6901) into the body that was sent."
    )
    detail = serializers.CharField(help_text="What is wrong with it, and what would be right.")


class ProblemSerializer(serializers.Serializer):
    """An error (RFC 9457)."""

    type = serializers.CharField(
        help_text="What kind of problem it is: an address at `/api/` that explains it."
    )
    title = serializers.CharField(help_text="The kind of problem in words.")
    status = serializers.IntegerField(help_text="The HTTP status.")
    detail = serializers.CharField(help_text="What happened here, for people.")
    errors = ProblemParameterSerializer(  # type: ignore[assignment]
        many=True,
        required=False,
        help_text="Each parameter (400), each place of the body (409, 422) that was refused.",
    )
    valid_parameters = serializers.ListField(
        child=serializers.CharField(),
        required=False,
        help_text="With 400: every parameter that this address knows.",
    )
    scope = serializers.CharField(
        required=False, help_text="With 403: the scope that the token lacks."
    )
    withdrawal_reason = serializers.CharField(
        required=False, help_text="With 410: why the item was withdrawn."
    )


def problem(error: APIException, request: HttpRequest) -> HttpResponse:
    """The answer that tells of ``error``."""
    response = HttpResponse(
        json.dumps(_members(error, request), ensure_ascii=False),
        status=error.status_code,
        content_type=MEDIA_TYPE,
    )
    for name, value in _headers(error).items():
        response.headers[name] = value
    return response


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's EXCEPTION_HANDLER. None, and so a 500, for what is a fault of ours."""
    if isinstance(error, Http404):
        error = NotFound("There is nothing public at this address.")
    elif isinstance(error, PermissionDenied):
        error = NotAllowed()
    if not isinstance(error, APIException):
        return None
    return Response(
        _members(error, context["request"]),
        status=error.status_code,
        content_type=MEDIA_TYPE,
        headers=_headers(error),
    )


def _members(error: APIException, request: Any) -> dict[str, Any]:
    kind: ProblemType | None = getattr(error, "type", of_status(error.status_code))
    return {
        "type": kind.uri(request) if kind else "about:blank",
        "title": kind.title if kind else HTTPStatus(error.status_code).phrase,
        "status": error.status_code,
        "detail": str(error.detail),
        **getattr(error, "members", {}),
    }


def _headers(error: APIException) -> dict[str, str]:
    headers: dict[str, str] = dict(getattr(error, "headers", {}))
    if getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header  # type: ignore[attr-defined]
    if getattr(error, "wait", None):
        headers["Retry-After"] = str(math.ceil(error.wait))  # type: ignore[attr-defined]
    return headers
