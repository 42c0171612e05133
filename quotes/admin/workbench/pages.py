"""The page of the workbench, and the two addresses that its script talks to."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from quotes.editorial.anchoring import whole_texts
from quotes.editorial.candidate_rows import AlreadyDecided
from quotes.editorial.refusals import InEachOthersWay
from quotes.models import Candidate, Snapshot
from quotes.models.done_actions import LONGEST_KEY

from .actions import ACTIONS
from .asked import Asked, Malformed, whole_or_none
from .doing import Doing, Done
from .once import done_once
from .panel import Panel
from .showing import Workbench


class WorkbenchPages:
    """For the admin of snapshots: the workbench of each."""

    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/workbench/",
                wrap(never_cache(self.workbench_view)),
                name="quotes_snapshot_workbench",
            ),
            path(
                "<int:pk>/workbench/state/",
                never_cache(self.workbench_state_view),
                name="quotes_snapshot_workbench_state",
            ),
            path(
                "<int:pk>/workbench/do/",
                never_cache(self.workbench_do_view),
                name="quotes_snapshot_workbench_do",
            ),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def workbench_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: the page. POST: one action from a plain form, then the page again."""
        if not may_work(request.user):
            raise PermissionDenied
        snapshot = _snapshot(pk)
        if snapshot is None:
            return HttpResponse(status=404)
        if request.method == "POST":
            return self._act_and_go_on(request, snapshot)
        workbench = Workbench(snapshot, whole_or_none(request.GET.get("candidate")))
        context = {
            **self.admin_site.each_context(request),
            **_shown(workbench),
            "lines": workbench.lines(),
            "title": _("Workbench"),
            "subtitle": None,
            "workbench": workbench,
            "snapshot": snapshot,
            "article": snapshot.article,
            "state_url": reverse("admin:quotes_snapshot_workbench_state", args=[pk]),
            "do_url": reverse("admin:quotes_snapshot_workbench_do", args=[pk]),
            "find_url": reverse("admin:autocomplete"),
        }
        return TemplateResponse(request, "admin/workbench/page.html", context)

    def _act_and_go_on(self, request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
        stay = whole_or_none(request.POST.get("candidate"))
        try:
            done = _act(request, snapshot, Asked.of(request))
        except ValidationError as refusal:
            for sentence in refusal.messages:
                messages.error(request, sentence)
        except Malformed as error:
            messages.error(request, str(error))
        else:
            messages.success(request, done.sentence)
            current = _after(snapshot, done).current
            stay = current.pk if current else None
        address = reverse("admin:quotes_snapshot_workbench", args=[snapshot.pk])
        return HttpResponseRedirect(f"{address}?candidate={stay}" if stay else address)

    def workbench_state_view(self, request: HttpRequest, pk: int) -> JsonResponse:
        """GET: what is shown of ``candidate``; short where ``version`` is what the page has."""
        refused = _refused(request, "GET")
        if refused is not None:
            return refused
        snapshot = _snapshot(pk)
        if snapshot is None:
            return _error(404, [_("This text is no longer there.")])
        workbench = Workbench(snapshot, whole_or_none(request.GET.get("candidate")))
        version = workbench.version
        if request.GET.get("version") == version:
            return JsonResponse({"version": version, "same": True})
        return JsonResponse(_state(request, workbench, request.GET.get("outline", "")))

    def workbench_do_view(self, request: HttpRequest, pk: int) -> JsonResponse:
        """POST: one action as JSON; answers with what the page shows then: the text and the lines
        of all candidates only where ``outline`` is not what the page has. With a ``key`` it is
        done once, however often it is sent.

        400: not understood; 401: signed out, or somebody else is signed in; 403: not permitted;
        409: somebody decided otherwise meanwhile; 422: refused, in words; 503: to be sent again.
        """
        refused = _refused(request, "POST")
        if refused is not None:
            return refused
        snapshot = _snapshot(pk)
        if snapshot is None:
            return _error(404, [_("This text is no longer there.")])
        stay, outline = None, ""
        try:
            asked = Asked.of(request)
            outline = asked.text("outline")
            if asked.key("user") not in (None, request.user.pk):
                return _error(401, [_("Somebody else is signed in now.")], login=True)
            stay = asked.key("candidate")
            key = asked.text("key", LONGEST_KEY)
            done = done_once(request.user, key, lambda: _act(request, snapshot, asked))
        except Malformed as error:
            return _error(400, [str(error)])
        except PermissionDenied as error:
            return _error(403, [str(error) or _("You may not do this.")])
        except AlreadyDecided as refusal:
            state = _state(request, Workbench(snapshot, stay), outline)
            return _error(409, refusal.messages, **state)
        except InEachOthersWay as refusal:
            # The page sends it again by itself.
            return _error(503, refusal.messages)
        except ValidationError as refusal:
            return _error(422, refusal.messages, rule=getattr(refusal, "rule", ""))
        except Candidate.DoesNotExist:
            return _error(400, [_("There is no such candidate in this text.")])
        state = _state(request, _after(snapshot, done), outline)
        return JsonResponse({**state, "sentence": done.sentence, "undo": done.undo})


def may_work(user: Any) -> bool:
    """Whether the user may decide on candidates."""
    return bool(user.has_perm("quotes.change_candidate") and user.has_perm("quotes.view_snapshot"))


def _refused(request: HttpRequest, method: str) -> JsonResponse | None:
    """The answer to who may not ask, for a script: no redirection to the page for signing in."""
    user: Any = request.user
    if not (user.is_active and user.is_staff):
        return _error(401, [_("You are signed out.")], login=True)
    if request.method != method:
        return _error(405, [_("This address answers %(method)s.") % {"method": method}])
    if not may_work(request.user):
        return _error(403, [_("You may not do this.")])
    return None


def _error(status: int, sentences: list[str], **more: Any) -> JsonResponse:
    return JsonResponse({"sentences": sentences, **more}, status=status)


def _snapshot(pk: int) -> Snapshot | None:
    newest = whole_texts().filter(article=models.OuterRef("article")).values("pk")[:1]
    found: models.QuerySet[Snapshot] = Snapshot.objects.select_related("article__outlet")
    found = found.annotate(newest=models.Subquery(newest))
    return found.filter(pk=pk).first() if whole_or_none(pk) is not None else None


def _act(request: HttpRequest, snapshot: Snapshot, asked: Asked) -> Done:
    action = ACTIONS.get(asked.text("action"))
    if action is None:
        raise Malformed(_("There is no such action."))
    return action(Doing(request.user, snapshot, asked))


def _after(snapshot: Snapshot, done: Done) -> Workbench:
    """The workbench after an action, at the candidate that is to be at hand then."""
    workbench = Workbench(snapshot, done.stay)
    if done.go_on_from is not None:
        workbench.stand_at(workbench.next_open(done.go_on_from))
    return workbench


def _shown(workbench: Workbench) -> dict[str, Any]:
    current = workbench.current
    return {
        "panel": Panel(workbench, current).context() if current else {"candidate": None},
        "drafts": workbench.drafts(),
        "progress": workbench.progress,
    }


def _state(request: HttpRequest, workbench: Workbench, outline: str) -> dict[str, Any]:
    """The page's changing pieces, as the script puts them in.

    A long text is not sent again where its marks stand as they do in the page's ``outline``.
    """
    context = {"workbench": workbench, "article": workbench.article, **_shown(workbench)}
    current = workbench.current
    pieces = {} if workbench.outline == outline else _outlined(request, workbench, context)
    return {
        **pieces,
        "version": workbench.version,
        "outline": workbench.outline,
        "states": workbench.states,
        "candidate": current.pk if current else None,
        "progress": workbench.progress.sentence,
        "decisions": workbench.decisions,
        "panel": render_to_string("admin/workbench/panel.html", context, request),
        "drafts": render_to_string("admin/workbench/drafts.html", context, request),
    }


def _outlined(
    request: HttpRequest, workbench: Workbench, context: dict[str, Any]
) -> dict[str, str]:
    shown = {**context, "lines": workbench.lines()}
    return {
        "text": workbench.text,
        "lines": render_to_string("admin/workbench/lines.html", shown, request),
    }
