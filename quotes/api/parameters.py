"""Query parameters are never silently ignored: what an address does not know, it refuses."""

from collections.abc import Collection
from typing import Any

from django.http import QueryDict
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .problems import BadParameters
from .rate_limit import spend


def check_parameters(query: QueryDict, valid: Collection[str]) -> None:
    """Raise BadParameters for a parameter that is unknown, empty or given twice."""
    errors = {}
    for name, values in query.lists():
        if name not in valid:
            known = ", ".join(sorted(valid)) or "none"
            errors[name] = [f"This parameter is not known here. Known are: {known}."]
        elif len(values) > 1:
            errors[name] = ["This parameter is given more than once."]
        elif not values[0].strip():
            errors[name] = ["This parameter is empty: give it a value or leave it out."]
    if errors:
        raise BadParameters(errors, valid)


@method_decorator(conditional_page, name="dispatch")
class PublicView(APIView):
    """What all addresses of the API share: strict parameters, English messages, an ETag.

    An answer may be kept but is asked for again each time: what is withdrawn disappears at once.
    """

    def valid_parameters(self) -> Collection[str]:
        """Names of the query parameters that this address knows."""
        return ()

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        # Names and titles are given in both languages, messages and slugs in one: an answer
        # depends on its address alone.
        with translation.override("en"):
            return super().dispatch(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        self.headers |= spend(request._request)
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            check_parameters(request.query_params, self.valid_parameters())

    def finalize_response(
        self, request: Request, response: Any, *args: Any, **kwargs: Any
    ) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_cache_control(response, public=True, no_cache=True)
        response.headers.setdefault("Content-Language", "en")
        return response
