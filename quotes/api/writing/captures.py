"""Captures: what tools give to be captured, and what became of it."""

from collections.abc import Collection
from http import HTTPStatus
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from quotes.api.ids import read_id
from quotes.api.parameters import check_parameters
from quotes.editorial import editing
from quotes.ingest.giving import LARGEST_FILE
from quotes.models import Capture, CaptureState, Scope

from .asking import ask
from .bodies import StrictJSONParser, read_object
from .capture_bodies import AskedCaptureSerializer, CapturePageSerializer, CaptureSerializer
from .captured import row_of, whole
from .idempotency import answered_once
from .manners import by_token
from .newest_first import CURSOR, NewestFirst
from .scopes import need_scope


class CaptureJSONParser(StrictJSONParser):
    """Takes a page as large as the admin takes a file; JSON writes some characters longer."""

    largest = 2 * LARGEST_FILE


class CapturesViewSet(NewestFirst, GenericViewSet):
    """Captures, the newest first: texts that somebody asked to capture, until an editor keeps or
    discards what was read.

    Needs a token with the scope `drafts:read`. Who may not see captures in the admin is shown the
    captures that he asked for himself.
    """

    parser_classes = [CaptureJSONParser]
    queryset = Capture.objects.all()
    # For the schema: what is taken, and what is answered when it is done.
    taken: ClassVar[type[Serializer]] = AskedCaptureSerializer
    made: ClassVar[dict[int, type[Serializer]]] = {
        HTTPStatus.CREATED.value: CaptureSerializer,
        HTTPStatus.ACCEPTED.value: CaptureSerializer,
    }

    def get_serializer_class(self) -> type[Serializer]:
        return CapturePageSerializer if self.action == "list" else CaptureSerializer

    def valid_parameters(self) -> Collection[str]:
        return ("state", "cursor") if self.action == "list" else ()

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        if request.method == "POST":
            # What is written has one form.
            return JSONRenderer(), JSONRenderer.media_type
        return super().perform_content_negotiation(request, force)

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "state",
                enum=CaptureState.values,
                description="Captures in this state; left out: in every state.",
            ),
            CURSOR,
        ]
    )
    def list(self, request: Request) -> Response:
        need_scope(request, Scope.READ_DRAFTS)
        rows = self._seen_by(request).defer("text").annotate(beginning=Left("text", 120))
        state = request.query_params.get("state")
        if state is not None:
            rows = rows.filter(state=self.one_of("state", state, CaptureState.values))
        found, following = self.page_of(request, rows)
        results = [row_of(capture, request) for capture in found]
        return Response({"next": following, "results": results})

    def create(self, request: Request) -> HttpResponse:
        """Ask for a page to be captured, or give its source or its text. Who may do so in the
        admin may do it here. Needs a token with the scope `drafts:write`.

        An address is fetched in the background (202): ask at the `Location` what became of it.
        A source or a text is read at once (201). What was read is a proposal, which an editor
        corrects and keeps in the admin.
        """
        need_scope(request, Scope.WRITE_DRAFTS)
        check_parameters(request.query_params, ())
        editing.permit(request.user, "add", Capture)
        body = read_object(request.data)

        def work() -> HttpResponse:
            capture = ask(request.user, body)
            is_read = capture.state != CaptureState.WAITING
            told = whole(capture, request)
            return HttpResponse(
                JSONRenderer().render(told),
                status=HTTPStatus.CREATED if is_read else HTTPStatus.ACCEPTED,
                content_type=JSONRenderer.media_type,
                headers={"Location": told["api_url"]},
            )

        with by_token(request):
            return answered_once(request, work)

    def retrieve(self, request: Request, pk: str) -> Response:
        """One capture: how far it is, what was read, why it was refused, what it became. Needs a
        token with the scope `drafts:read`."""
        need_scope(request, Scope.READ_DRAFTS)
        number = read_id(pk)
        capture = None if number is None else self._seen_by(request).filter(pk=number).first()
        if capture is None:
            raise NotFound("There is no capture with this id.")
        return Response(whole(capture, request))

    def _seen_by(self, request: Request) -> QuerySet[Capture]:
        user: Any = request.user
        if user.has_perm("quotes.view_capture"):
            return Capture.objects.all()
        return Capture.objects.filter(requested_by=user)
