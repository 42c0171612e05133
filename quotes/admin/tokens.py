"""Tokens for editors' tools: made here, shown once, revoked here."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.debug import sensitive_variables

from quotes.editorial import tokens
from quotes.editorial.refusals import Refused
from quotes.models import ApiToken, Scope

from .item_form import validate_storable
from .site import site
from .telling import tell_refusal


class TokenForm(forms.Form):
    """What a new token is for. Offers no more than its maker may do."""

    name = forms.CharField(
        label=ApiToken._meta.get_field("name").verbose_name.capitalize(),
        max_length=100,
        validators=[validate_storable],
        help_text=ApiToken._meta.get_field("name").help_text,
    )
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("May be used to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Each includes those above it. None at all: the token only reads what is public."
            " Whatever is ticked, it never does more than you may do yourself at that moment."
        ),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Expires after"),
        coerce=int,
        initial=90,
        choices=[
            (days, ngettext_lazy("%(days)s day", "%(days)s days", days) % {"days": days})
            for days in tokens.LIFETIMES
        ],
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        scopes: Any = self.fields["scopes"]
        scopes.choices = [
            (scope.value, format_html("<code>{}</code> {}", scope.value, scope.label))
            for scope in tokens.scopes_for(user)
        ]

    @sensitive_variables("secret")
    def make(self) -> tuple[ApiToken, str] | None:
        """The token and its secret; None, with errors of the form, where it is refused."""
        asked = self.cleaned_data
        try:
            return tokens.make_token(
                self.user, asked["name"], asked["scopes"], timedelta(days=asked["days"])
            )
        except Refused as refusal:
            self.add_error(None, ValidationError(refusal.messages))
            return None


@admin.register(ApiToken, site=site)
class TokenAdmin(admin.ModelAdmin):
    """One's own tokens; an administrator sees everybody's. Nothing of a token is ever changed."""

    list_display = (
        "name",
        "user",
        "begins_with",
        "shown_scopes",
        "expiry",
        "last_used",
        "standing",
    )
    list_filter = ()
    search_fields = ("name", "user__username")
    actions = ("revoke_selected",)
    list_per_page = 50
    show_full_result_count = False
    fields = (
        *("name", "user", "begins_with", "shown_scopes", "created", "expiry", "last_used"),
        "standing",
    )
    readonly_fields = fields

    # Who sees what

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        found = tokens.seen_by(request.user)
        return found.order_by(*self.get_ordering(request) or ApiToken._meta.ordering)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Asked when an account goes with its tokens; by itself none is deleted, but revoked.
        return request.user.has_perm("quotes.administer_apitoken")

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        self.message_user(request, _("A token is revoked, not deleted."), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:quotes_apitoken_changelist"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    # Making

    @sensitive_variables("made", "secret")
    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """POST answers with the token itself: it is in no address, no message, no session."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = TokenForm(request.POST or None, user=request.user)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "form": form}
        made = form.make() if request.method == "POST" and form.is_valid() else None
        if made is None:
            title = {"title": _("New API token")}
            return TemplateResponse(request, "admin/token_form.html", {**context, **title})
        token, secret = made
        response = TemplateResponse(
            request,
            "admin/token_made.html",
            {**context, "title": _("Your new token"), "token": token, "secret": secret},
        )
        patch_cache_control(response, private=True, no_store=True)
        return response

    # Revoking

    def get_urls(self) -> list[URLPattern]:
        revoke = path(
            "<path:object_id>/revoke/",
            self.admin_site.admin_view(self.revoke_view),
            name="quotes_apitoken_revoke",
        )
        return [revoke, *super().get_urls()]

    def revoke_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        token = self.get_object(request, unquote(object_id))
        if request.method != "POST" or token is None:
            raise PermissionDenied
        self._revoke(request, token)
        return HttpResponseRedirect(reverse("admin:quotes_apitoken_changelist"))

    @admin.action(description=gettext_lazy("Revoke the chosen tokens"))
    def revoke_selected(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        for token in queryset:
            self._revoke(request, token)

    def _revoke(self, request: HttpRequest, token: ApiToken) -> None:
        try:
            tokens.revoke(token, request.user)
        except Refused as refusal:
            tell_refusal(request, refusal, token)
        else:
            messages.success(request, _("Revoked: “%(token)s”.") % {"token": token})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        token = self.get_object(request, unquote(object_id))
        extra = {"token": token, "title": str(token), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra)

    change_form_template = "admin/token_page.html"

    # Columns

    @admin.display(description=gettext_lazy("begins with"), ordering="token_key")
    def begins_with(self, token: ApiToken) -> str:
        return format_html("<code>{}…</code>", token.token_key)

    @admin.display(description=gettext_lazy("may be used to"))
    def shown_scopes(self, token: ApiToken) -> str:
        labels = dict(Scope.choices)
        return "; ".join(str(labels[scope]) for scope in token.scopes) or _("read what is public")

    @admin.display(
        description=ApiToken._meta.get_field("last_used_at").verbose_name, ordering="last_used_at"
    )
    def last_used(self, token: ApiToken) -> Any:
        return token.last_used_at or _("never")

    @admin.display(description=gettext_lazy("state"))
    def standing(self, token: ApiToken) -> str:
        if token.revoked_at is not None:
            return _("revoked by %(who)s") % {"who": token.revoked_by_name}
        if token.expiry <= timezone.now():
            return _("expired")
        return _("in use") if token.user.is_active and token.user.is_staff else _("account closed")

    # Django's own log would vanish with the user; who made and revoked a token stands in its row.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        return None
