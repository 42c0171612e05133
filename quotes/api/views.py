"""The views of a resource. Reading takes the short way; what else comes goes through DRF."""

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.viewsets import GenericViewSet

from .parameters import PublicView
from .reading import ITEM_PARAMETERS, LIST_PARAMETERS, answer, read_item, read_list
from .resource import Resource
from .writing.authentication import is_tool

_READING = ("GET", "HEAD")


class LeanView(PublicView):
    """Answers readers by ``read``. Where a tool with a token may see more, its requests are DRF's
    (``tools_see_more``); elsewhere a token changes nothing."""

    tools_see_more: ClassVar[bool] = False

    @classmethod
    def as_view(cls, *arguments: Any, **initkwargs: Any) -> Callable[..., Any]:  # type: ignore[override]
        through_drf: Any = super().as_view(*arguments, **initkwargs)
        # Of a set of views, what is only written at has nothing to read: DRF refuses it with what
        # there is.
        actions = arguments[0] if arguments else initkwargs.get("actions")
        is_read = actions is None or "get" in actions

        def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            is_lean = is_read and not (cls.tools_see_more and is_tool(request))
            if is_lean and request.method in _READING:
                return cls.read(request, **kwargs)
            return through_drf(request, *args, **kwargs)

        # The short way of config/lean_reads.py is open to it.
        view.lean = is_read  # type: ignore[attr-defined]
        # What DRF, its router and the schema look for at a view.
        view.__dict__.update(through_drf.__dict__)
        view.__name__ = through_drf.__name__
        return view

    @classmethod
    def read(cls, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Answer a reader. ``kwargs`` are the parts of the address."""
        raise NotImplementedError


class ResourceViewSet(LeanView, GenericViewSet):  # type: ignore[misc]
    """A list and its single rows, published ones only. Needs a ``resource``."""

    resource: ClassVar[Resource]

    @classmethod
    def read(cls, request: HttpRequest, pk: str | None = None) -> HttpResponse:  # type: ignore[override]
        """Answer a reader."""
        if pk is None:
            return answer(request, lambda: read_list(request, cls.resource), tagged=True)
        return answer(request, lambda: read_item(request, cls.resource, pk), tagged=True)

    def valid_parameters(self) -> Collection[str]:
        """Those of reading, whichever way it goes."""
        if self.action == "list":
            return (*self.resource.filters, *LIST_PARAMETERS)
        return ITEM_PARAMETERS

    def get_queryset(self) -> Any:
        return self.resource.rows()

    def list(self, request: Request) -> HttpResponse:
        """The rows, page by page: for whoever brings a token as for any reader."""
        return self.read(request._request)

    def retrieve(self, request: Request, pk: str) -> HttpResponse:
        """A single row: for whoever brings a token as for any reader."""
        return self.read(request._request, pk)
