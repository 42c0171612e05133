"""How every address for editors' tools behaves: who asks, what is taken, how it says no."""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from quotes.api.parameters import PublicView
from quotes.editorial.refusals import NotPermitted

from .authentication import BearerAuthentication
from .bodies import StrictJSONParser
from .refused import RefusedProblem
from .scopes import token_of


class ForTools(PublicView):
    """Knows tools by their token, takes JSON, and tells the refusals of editors as problems."""

    authentication_classes = [BearerAuthentication]
    parser_classes = [StrictJSONParser]

    def handle_exception(self, exc: Exception) -> Any:
        if isinstance(exc, ValidationError):
            exc = RefusedProblem(exc)
        elif isinstance(exc, NotPermitted):
            exc = PermissionDenied(str(exc))
        return super().handle_exception(exc)

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """What can be done here stands in ``Allow``; how, in the schema."""
        return HttpResponse(status=HTTPStatus.OK, headers=self.headers)


class ForToolsAlone(ForTools):
    """Has nothing for readers: no answer is the same for two who ask, and none is kept."""

    needs_token = True

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(response, ["Authorization"])
        response.headers["Cache-Control"] = "private, no-store"
        return response


@contextmanager
def by_token(request: Request) -> Iterator[None]:
    """History says with which token something was done."""
    token = token_of(request)
    with pghistory.context(token=token.pk, token_name=token.name):
        yield
