"""What is added to a resource that editors' tools write: items as editors see them, and changes.

Everything here needs a token; a request without one is the public resource's alone.
"""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from quotes.api.ids import read_id
from quotes.api.parameters import check_parameters
from quotes.api.views import ResourceViewSet
from quotes.editorial import deleting, editing
from quotes.editorial.permitted_moves import MOVES, may_make
from quotes.editorial.reasons import check_reason
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Findings
from quotes.editorial.roles import is_settled
from quotes.editorial.wishes import Wish
from quotes.models import Scope

from .authentication import is_tool
from .bodies import read_object
from .described import EDITING
from .edited import EditedItemSerializer
from .idempotency import answered_once
from .manners import ForTools, by_token
from .preconditions import check_version, etag_of, need_version
from .reading import Reading
from .reasons import read_reason
from .scopes import has_scope, need_scope


class Editable(ForTools, ResourceViewSet):  # type: ignore[misc]
    """Names ``edited``, the serializer of the item as editors see it."""

    edited: ClassVar[type[EditedItemSerializer]]
    tools_see_more = True

    # Manners

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        # What is read, the readers' way negotiates; what is written has one form.
        return JSONRenderer(), JSONRenderer.media_type

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(response, ["Accept", "Authorization"])
        if is_tool(request) or request.method not in ("GET", "HEAD", "OPTIONS"):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    # Reading

    def retrieve(self, request: Request, pk: str) -> Any:
        """A single row. With a token for drafts also what is not public, and with the media type
        of editing anything as editors see it."""
        if EDITING in request.META.get("HTTP_ACCEPT", ""):
            need_scope(request, Scope.READ_DRAFTS)
            return self._shown(request)
        response: HttpResponse = self.read(request._request, pk)
        if response.status_code == HTTPStatus.NOT_FOUND and has_scope(request, Scope.READ_DRAFTS):
            return self._shown(request)
        return response

    def _shown(self, request: Request) -> HttpResponse:
        editing.permit(request.user, "view", self._model)
        pk = self._pk()
        if not self._model._base_manager.filter(pk=pk).exists():
            raise self._nothing()
        return self._answer(request, pk)

    # Writing

    def create(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Make a draft, or a row without a state. Who may add such items in the admin may do it
        here. Needs a token with the scope `drafts:write`."""
        self._begin(request)
        editing.permit(request.user, "add", self._model)
        body, reason = self._body(request)

        def work() -> HttpResponse:
            made = editing.create(
                self._model, self._reading(request, body), user=request.user, reason=reason
            )
            answer = self._answer(request, made.pk, HTTPStatus.CREATED)
            answer["Location"] = self._told(request, made.pk)["api_url"]
            return answer

        return self._once(request, work)

    def update(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Replace an item: members that the body leaves out become empty or what they are by
        default; a row of a list that is named by its `id` keeps what is not named. Otherwise as
        `PATCH`."""
        return self._change(request, whole=True)

    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Change what the body names. A list that is named replaces the list that is there; a
        row in it with its `id` keeps what is not named, one without is new, one that is missing
        goes. Drafts need the scope `drafts:write`; what is in review or public needs
        `published:write`, an editor’s account and a `reason`."""
        return self._change(request, whole=False)

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Delete a draft that was never published, or an unused row without a state."""
        reason = self._begin(request, "reason")
        need_version(request)
        editing.permit(request.user, "delete", self._model)
        with by_token(request), recorded(request.user, reason):
            item = self._locked(request)
            check_reason(item, reason)
            deleting.delete(item, request.user, reason)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)

    def _change(self, request: Request, whole: bool) -> HttpResponse:
        self._begin(request)
        need_version(request)
        editing.permit(request.user, "change", self._model)
        body, reason = self._body(request)
        with by_token(request), transaction.atomic():
            try:
                changed = editing.change(
                    self._model,
                    self._pk(),
                    self._reading(request, body, whole),
                    user=request.user,
                    reason=reason,
                    admit=lambda item: self._admit(request, item),
                )
            except self._model.DoesNotExist:
                raise self._nothing() from None
            return self._answer(request, changed.pk)

    # Parts of it

    @property
    def _model(self) -> Any:
        meta: Any = self.edited.Meta
        return meta.model

    def _pk(self) -> int:
        pk = read_id(self.kwargs["pk"])
        if pk is None:
            raise self._nothing()
        return pk

    def _nothing(self) -> NotFound:
        return NotFound(f"There is no {self._model._meta.verbose_name} with this id.")

    def _begin(self, request: Request, *parameters: str) -> str:
        """Whether the token may write; the reason, where it is a parameter."""
        need_scope(request, Scope.WRITE_DRAFTS)
        check_parameters(request.query_params, parameters)
        return read_reason(request.query_params.get("reason", ""))

    def _body(self, request: Request) -> tuple[dict[str, Any], str]:
        """The body without its ``reason``, and the reason. Raises RefusedInPlaces."""
        body = read_object(request.data)
        return body, read_reason(body.pop("reason", ""))

    def _reading(
        self, request: Request, body: dict[str, Any], whole: bool = False
    ) -> Callable[[Any, Findings], Wish]:
        def read(item: Model, findings: Findings) -> Wish:
            held = self._told(request, item.pk) if item.pk is not None else None
            serializer = self.edited(context={"request": request})
            return Reading(findings, whole).wish(serializer, body, held=held)

        return read

    def _admit(self, request: Request, item: Any) -> None:
        """Whether the token reaches an item, and in the version that it knows. It is locked."""
        if is_settled(item):
            need_scope(request, Scope.WRITE_PUBLIC)
        check_version(request, item)

    def _locked(self, request: Request) -> Any:
        item = self._model._base_manager.select_for_update().filter(pk=self._pk()).first()
        if item is None:
            raise self._nothing()
        self._admit(request, item)
        return item

    def _told(self, request: Request, pk: int) -> dict[str, Any]:
        """The item as editors see it."""
        item = self._model._base_manager.prefetch_related(*self.edited.reads).get(pk=pk)
        told = self.edited(item, context={"request": request}).data
        return json.loads(json.dumps(told, cls=DjangoJSONEncoder))

    def _answer(
        self, request: Request, pk: int, status: HTTPStatus = HTTPStatus.OK
    ) -> HttpResponse:
        # The version first: whoever changes the item meanwhile makes it a stale one.
        etag = etag_of(self._model(pk=pk))
        body = json.dumps(self._told(request, pk), ensure_ascii=False, separators=(",", ":"))
        return HttpResponse(body, status=status, content_type=EDITING, headers={"ETag": etag})

    def _once(self, request: Request, work: Callable[[], HttpResponse]) -> HttpResponse:
        with by_token(request):
            return answered_once(request, work)


class Submittable(Editable):
    """For items with a state: the one move that a tool makes."""

    @action(detail=True, methods=["post"], url_path="submit")
    def submit(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a draft to review. Editors do the rest, in the admin."""
        self._begin(request)
        need_version(request)
        body, reason = self._body(request)
        findings = Findings()
        for name in body:
            findings.add((name,), "This member is not known here. Known is: reason.", "unknown")
        findings.raise_if_any()

        def work() -> HttpResponse:
            with recorded(request.user, reason):
                item = self._model._base_manager.select_for_update().filter(pk=self._pk()).first()
                if item is None:
                    raise self._nothing()
                check_version(request, item)
                move = MOVES["submit"]
                if not may_make(move, item, request.user):
                    editing.check_may_change(request.user, item)
                move.make(item, request.user, reason)
            return self._answer(request, item.pk)

        return self._once(request, work)
