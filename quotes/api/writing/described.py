"""How writing is described in the OpenAPI schema: the token, the headers, every status."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import OpenApiParameter
from rest_framework.renderers import JSONRenderer

from quotes.editorial.reasons import LONGEST_REASON

from .idempotency import KEY
from .reasons import ReasonSerializer

EDITING = "application/vnd.wortlaut.editing+json"
WRITING = ("create", "update", "partial_update", "destroy", "submit")
_BODY = ("create", "update", "partial_update", "submit")
# 400 and 429 can meet every request, 401 every one with a token.
ANYWHERE = (400, 401, 429)


class BearerScheme(OpenApiAuthenticationExtension):
    """The token, as OpenAPI names it."""

    target_class = "quotes.api.writing.authentication.BearerAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token that an editor made in the admin. Reading needs none.",
        }


def is_writing(view: Any) -> bool:
    """Whether an operation changes something."""
    return getattr(view, "action", None) in WRITING


def needs_token(view: Any) -> bool:
    """Whether an operation is for tools alone."""
    return is_writing(view) or getattr(view, "needs_token", False)


def problems_of(view: Any) -> list[int]:
    """The statuses of the problems that a writing operation may answer with."""
    found = [*ANYWHERE, 403, 409, 422]
    if view.action in _BODY:
        found += [413, 415]
    if view.action != "create":
        found += [404, 412, 428]
    return sorted(found)


def done(view: Any) -> dict[Any, Any]:
    """What a writing operation answers when it is done."""
    if view.action == "destroy":
        return {204: None}
    if hasattr(view, "made"):
        return {(status, JSONRenderer.media_type): each for status, each in view.made.items()}
    return {(201 if view.action == "create" else 200, EDITING): view.edited}


def taken(view: Any) -> Any:
    """What a writing operation takes."""
    if hasattr(view, "taken"):
        return view.taken
    return ReasonSerializer if view.action == "submit" else view.edited


def parameters_of(view: Any) -> list[OpenApiParameter]:
    """The headers of a writing operation, and the reason of a deletion."""
    action = getattr(view, "action", None)
    found = []
    if action in WRITING and action != "create":
        found.append(
            OpenApiParameter(
                "If-Match",
                {"type": "string", "minLength": 1},
                OpenApiParameter.HEADER,
                required=True,
                description="The `ETag` of the version that you read; `*` for whatever it is now.",
            )
        )
    if action in ("create", "submit"):
        found.append(
            OpenApiParameter(
                "Idempotency-Key",
                {"type": "string", "pattern": f"^({KEY.pattern})$"},
                OpenApiParameter.HEADER,
                description="A word of your own for this request. Sent again with the same word "
                "within 24 hours, it is done once and answered as the first time.",
            )
        )
    if action == "destroy":
        found.append(
            OpenApiParameter(
                "reason",
                {"type": "string", "maxLength": LONGEST_REASON},
                OpenApiParameter.QUERY,
                description=(
                    "Why; needed for what is no draft. What has no state is none. At most 500"
                    " characters."
                ),
            )
        )
    return found
