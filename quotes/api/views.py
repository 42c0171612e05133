"""The views of a resource. Reading takes the short way; what else comes goes through DRF."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from .parameters import PublicView
from .reading import answer, read_item, read_list
from .resource import Resource
from .writing.authentication import is_tool

_READING = ("GET", "HEAD")


class ResourceViewSet(PublicView, GenericViewSet):
    """A list and its single rows, published ones only. Needs a ``resource``."""

    resource: ClassVar[Resource]

    @classmethod
    def as_view(cls, actions: Any = None, **initkwargs: Any) -> Callable[..., Any]:  # type: ignore[override]
        through_drf: Any = super().as_view(actions, **initkwargs)
        # What is only written at has nothing to read: DRF refuses it with what there is.
        is_read = "get" in (actions or {})

        def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if is_read and request.method in _READING and not is_tool(request):
                return cls.read(request, **kwargs)
            return through_drf(request, *args, **kwargs)

        # The short way of config/lean_reads.py is open to it.
        view.lean = is_read  # type: ignore[attr-defined]
        # What DRF, its router and the schema look for at a view.
        view.__dict__.update(through_drf.__dict__)
        view.__name__ = through_drf.__name__
        return view

    @classmethod
    def read(cls, request: HttpRequest, pk: str | None = None) -> HttpResponse:
        """Answer a reader."""
        if pk is None:
            return answer(request, lambda: read_list(request, cls.resource))
        return answer(request, lambda: read_item(request, cls.resource, pk))

    def get_queryset(self) -> Any:
        return self.resource.rows()

    def list(self, request: Request) -> Response:
        """The rows, page by page. Answered by ``read``; here for the schema."""
        raise NotImplementedError

    def retrieve(self, request: Request, pk: str) -> Response:
        """A single row. Answered by ``read``; here for the schema."""
        raise NotImplementedError
