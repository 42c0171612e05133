"""Items with a state: what may be changed, the moves between states, the talk about them."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.editorial import deleting
from quotes.editorial.comments import comment
from quotes.editorial.history import present
from quotes.editorial.moves import check_seen
from quotes.editorial.permitted_moves import MOVES, Move, may_make, permitted_moves
from quotes.editorial.queues import comments_on
from quotes.editorial.recording import recorded
from quotes.models import State

from .editorial_admin import EditorialAdmin
from .submission import MOVE, VERSION, Submission
from .telling import tell_refusal

_LONGEST_COMMENT = 5000


class StatefulAdmin(EditorialAdmin):
    """Quotes, statements and articles."""

    preview: ClassVar[str]

    # Moves in the form: what was typed is saved first, in the same transaction.

    def after_saving(self, request: HttpRequest, form: Any) -> None:
        submission = Submission.of(request)
        item, text = form.instance, form.cleaned_data.get("comment", "")
        if text.strip():
            comment(item, request.user, text)
        if submission.move is not None:
            self._make(request, submission.move, item, submission.reason)

    def _make(self, request: HttpRequest, move: Move, item: Any, reason: str) -> None:
        if not may_make(move, item, request.user):
            raise PermissionDenied
        if move.needs_reason and not reason:
            raise ValidationError({"reason": [_("Say why: this step needs a reason.")]})
        move.make(item, request.user, reason)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._told(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._told(request, obj) or super().response_change(request, obj)

    def _told(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        submission = Submission.of(request)
        if submission.move is not None:
            messages.success(request, submission.move.done % {"item": obj})
        elif request.POST.get("comment", "").strip() and not submission.changed:
            messages.success(request, _("Your comment is kept."))
        else:
            return None
        return HttpResponseRedirect(self._url("change", obj))

    def form_context(self, request: HttpRequest, obj: Any, form: Any) -> dict[str, Any]:
        may_comment = request.user.has_perm("quotes.add_reviewcomment")
        if obj is None or obj.pk is None:
            return {"moves": [MOVES["submit"]], "move_name": MOVE}
        return {
            "moves": permitted_moves(obj, request.user),
            "move_name": MOVE,
            "comments": comments_on(obj),
            "comment_field": form["comment"] if may_comment else None,
            "preview_url": _preview_url(self.preview, obj),
            "show_delete": not deleting.why_kept(obj),
        }

    # Moves and comments by themselves: from the first page, and where the form is closed.

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path(
                "<path:object_id>/move/",
                self.admin_site.admin_view(self.move_view),
                name=f"{name}_move",
            ),
            path(
                "<path:object_id>/comment/",
                self.admin_site.admin_view(self.comment_view),
                name=f"{name}_comment",
            ),
            *super().get_urls(),
        ]

    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """POST: make one move and go back to where the editor came from."""
        item = self._posted_about(request, object_id)
        submission = Submission.of(request)
        if submission.move is None:
            raise PermissionDenied
        try:
            self._make_on_what_was_seen(request, submission.move, item, submission.reason)
        except ValidationError as refusal:
            tell_refusal(request, refusal, item)
        else:
            messages.success(request, submission.move.done % {"item": item})
        return HttpResponseRedirect(self._back(request, item))

    def _make_on_what_was_seen(
        self, request: HttpRequest, move: Move, item: Any, reason: str
    ) -> None:
        with recorded(request.user, reason):
            check_seen(item, request.user, Submission.of(request).seen)
            self._make(request, move, item, reason)

    def comment_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """POST: say something about an item that the editor may see."""
        item = self._posted_about(request, object_id)
        if not request.user.has_perm("quotes.add_reviewcomment"):
            raise PermissionDenied
        try:
            comment(item, request.user, request.POST.get("comment", "")[:_LONGEST_COMMENT])
        except ValidationError as refusal:
            tell_refusal(request, refusal)
        else:
            messages.success(request, _("Your comment is kept."))
        return HttpResponseRedirect(self._back(request, item))

    def _posted_about(self, request: HttpRequest, object_id: str) -> Any:
        item = self.get_object(request, unquote(object_id))
        if (
            request.method != "POST"
            or item is None
            or not self.has_view_or_change_permission(request, item)
        ):
            raise PermissionDenied
        return item

    def _back(self, request: HttpRequest, item: Any) -> str:
        wanted = request.POST.get("next", "")
        if url_has_allowed_host_and_scheme(wanted, None, request.is_secure()):
            return wanted
        return self._url("change", item)

    # Moves in the list

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        if "_popup" not in request.GET:
            blank = self.model()
            for move in MOVES.values():
                if may_make(move, blank, request.user):
                    actions[move.name] = (_action(move), move.name, move.label)
        return actions

    def move_selected(
        self, request: HttpRequest, queryset: models.QuerySet, move: Move
    ) -> HttpResponse | None:
        """Ask for the reason, then make the move on each item; each stands or falls by itself."""
        reason = Submission.of(request).reason
        reason_missing = move.needs_reason and not reason
        if "confirmed" not in request.POST or reason_missing:
            return TemplateResponse(
                request,
                "admin/items_move.html",
                {
                    **self.admin_site.each_context(request),
                    "title": move.label,
                    "opts": self.opts,
                    "move": move,
                    "items": queryset,
                    "version_name": VERSION,
                    "seen": request.POST.get(VERSION) or present(),
                    "reason_missing": reason_missing and "confirmed" in request.POST,
                    "checkbox_name": ACTION_CHECKBOX_NAME,
                },
            )
        done = 0
        for item in queryset:
            try:
                self._make_on_what_was_seen(request, move, item, reason)
            except ValidationError as refusal:
                tell_refusal(request, refusal, item)
            except PermissionDenied:
                tell_refusal(
                    request, ValidationError(_("You may not do this with it as it is now.")), item
                )
            else:
                done += 1
        if done:
            messages.success(
                request, _("%(move)s: done for %(count)s.") % {"move": move.label, "count": done}
            )
        return None


def _action(move: Move) -> Callable[[StatefulAdmin, HttpRequest, models.QuerySet], Any]:
    def make_selected(
        model_admin: StatefulAdmin, request: HttpRequest, queryset: models.QuerySet
    ) -> HttpResponse | None:
        return model_admin.move_selected(request, queryset, move)

    return make_selected


@admin.display(description=gettext_lazy("state"), ordering="state")
def state_label(item: Any) -> str:
    """The state as a label; marked where a change waits to be confirmed."""
    unseen = _("changed, not yet seen") if item.unseen_since is not None else ""
    return format_html(
        '<span class="state state-{}">{}</span>{}',
        item.state,
        item.get_state_display(),
        format_html(' <span class="state unseen">{}</span>', unseen) if unseen else "",
    )


def _preview_url(name: str, item: Any) -> str | None:
    if item.state == State.PUBLISHED:
        return None
    try:
        return reverse(f"pages:{name}", args=[item.pk])
    except NoReverseMatch:
        return None
