"""Captures: what is asked for, what was read, and the step from there to an article."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.cache import patch_cache_control
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quotes.ingest import capturing
from quotes.ingest.recapturing import changed_back_to, changes, held_elsewhere, orphans
from quotes.models import Article, Capture, CaptureState, Snapshot

from .capture_forms import AskForm, KeepForm
from .editorial_admin import EditorialAdmin
from .known_choices import is_key
from .site import site
from .telling import tell_refusal

_UNDER_WAY = (CaptureState.WAITING, CaptureState.FETCHING)
_STEPS = {"discard": capturing.discard, "again": capturing.again}


@admin.register(Capture, site=site)
class CaptureAdmin(EditorialAdmin):
    """Nothing of a capture is edited but what of it is kept."""

    list_display = ("what", "state", "method", "requested_by_name", "created_at")
    list_filter = ("state", "method")
    search_fields = ("url", "final_url")
    fields = ("url", "state")
    ordering = ("-created_at", "-id")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).defer("text").annotate(beginning=Left("text", 120))

    @admin.display(description=gettext_lazy("what"), ordering="url")
    def what(self, capture: Any) -> str:
        named = capture.reading.get("headline") or capture.url or capture.beginning
        return Truncator(named).chars(120)

    # Who may do what

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Asked when an article goes with its captures; by itself none is deleted, but discarded.
        return request.user.has_perm("quotes.delete_capture")

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self.message_user(request, _("A capture is discarded, not deleted."), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:quotes_capture_changelist"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    # Asking

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        article = self._article(request)
        if request.method == "POST":
            form = AskForm(request.POST, request.FILES)
            capture = form.ask(request.user, article) if form.is_valid() else None
            if capture is not None:
                return HttpResponseRedirect(self._url("change", capture))
        else:
            form = AskForm(initial={"given": (article and article.url) or ""})
        context = {"form": form, "article": article, "title": _("Capture")}
        return self._page(request, "admin/capture_ask.html", context)

    def _article(self, request: HttpRequest) -> Article | None:
        """The article that is to be captured again, as the address says."""
        key = request.GET.get("article", "")
        if not (is_key(key) and request.user.has_perm("quotes.view_article")):
            return None
        return Article.objects.select_related("outlet").filter(pk=key).first()

    # The page of one capture

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/progress/",
                view(self.progress_view),
                name="quotes_capture_progress",
            ),
            path("<path:object_id>/step/", view(self.step_view), name="quotes_capture_step"),
            *super().get_urls(),
        ]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What became of it; POST keeps what was read, as corrected."""
        capture = self._capture(request, object_id)
        if capture is None:
            return self.missing(request, object_id)
        if not self.has_view_permission(request, capture):
            raise PermissionDenied
        if request.method == "POST":
            return self._keep(request, capture)
        form = None
        if capture.state == CaptureState.READ:
            form = KeepForm(capture=capture, admin_site=self.admin_site)
        return self._capture_page(request, capture, form)

    def _keep(self, request: HttpRequest, capture: Capture) -> HttpResponse:
        if not self._may_change(request):
            raise PermissionDenied
        if capture.state != CaptureState.READ:
            messages.error(request, _("Somebody kept or discarded this meanwhile."))
            return HttpResponseRedirect(self._url("change", capture))
        form = KeepForm(request.POST, capture=capture, admin_site=self.admin_site)
        snapshot = form.keep(request.user) if form.is_valid() else None
        if snapshot is None:
            return self._capture_page(request, capture, form)
        number = snapshot.candidates.count()
        messages.success(
            request,
            ngettext(
                "Kept, with %(number)s passage that may be a quote.",
                "Kept, with %(number)s passages that may be quotes.",
                number,
            )
            % {"number": number},
        )
        self._tell_orphans(request, capture, snapshot.article)
        return HttpResponseRedirect(workbench_url(snapshot) or self._url("change", capture))

    def _tell_orphans(self, request: HttpRequest, capture: Capture, article: Article) -> None:
        number = len(orphans(article))
        if number:
            sentence = ngettext(
                "The newest text no longer holds %(number)s passage.",
                "The newest text no longer holds %(number)s passages.",
                number,
            )
            link = format_html(
                '<a href="{}">{}</a>', self._url("change", capture), sentence % {"number": number}
            )
            messages.warning(request, link)

    def _capture_page(
        self, request: HttpRequest, capture: Capture, form: KeepForm | None
    ) -> HttpResponse:
        article = capture.article
        is_kept = capture.state == CaptureState.KEPT
        context = {
            "capture": capture,
            "form": form,
            "title": Truncator(str(capture)).chars(120),
            "is_under_way": capture.state in _UNDER_WAY,
            "may_change": self._may_change(request),
            "may_try_again": capture.state == CaptureState.REFUSED and bool(capture.url),
            "why": capturing.why(capture),
            "differences": changes(capture) if form is not None else [],
            "changed_back_to": changed_back_to(capture) if form is not None else None,
            "held_elsewhere": held_elsewhere(capture) if form is not None else [],
            "returned": is_kept and capture.reading.get("returned"),
            "unchanged": is_kept and capture.reading.get("unchanged"),
            "orphans": orphans(article) if is_kept and article else [],
            "candidates": capture.snapshot.candidates.count() if capture.snapshot else 0,
            "article_url": site.item_url(article) if article else "",
            "workbench_url": workbench_url(capture.snapshot) if capture.snapshot else "",
            "media": self.media + (form.media if form is not None else AskForm().media),
            "ask": AskForm(initial={"url": capture.url}),
        }
        return self._page(request, "admin/capture.html", context)

    def progress_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """How far it is, for the page's script to ask: `state`, its words, whether it is done."""
        capture = self._capture(request, object_id)
        if capture is None or not self.has_view_permission(request, capture):
            return JsonResponse({"done": True}, status=404)
        answer = JsonResponse(
            {
                "state": capture.state,
                "says": str(capture.get_state_display()),
                "done": capture.state not in _UNDER_WAY,
            }
        )
        patch_cache_control(answer, private=True, no_store=True)
        return answer

    def step_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """POST: discard it, or try it once more."""
        capture = self._capture(request, object_id)
        step = _STEPS.get(request.POST.get("_step", ""))
        if capture is None or step is None or not self._may_change(request):
            raise PermissionDenied
        try:
            step(capture, request.user)
        except ValidationError as refusal:
            tell_refusal(request, refusal)
        return HttpResponseRedirect(self._url("change", capture))

    def _capture(self, request: HttpRequest, object_id: str) -> Capture | None:
        key = unquote(object_id)
        if not is_key(key):
            return None
        found = Capture.objects.select_related("article__outlet", "snapshot__article")
        return found.filter(pk=key).first()

    def _may_change(self, request: HttpRequest) -> bool:
        return request.user.has_perm("quotes.change_capture")

    def _page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, template, {**shared, **context})


def workbench_url(snapshot: Snapshot) -> str:
    """Where the snapshot's candidates are decided; empty where the site has no such page."""
    try:
        return reverse("admin:quotes_snapshot_workbench", args=[snapshot.pk])
    except NoReverseMatch:
        return ""
