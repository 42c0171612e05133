"""The editors' site: Django's admin with our first page, our choices and our addresses."""

from typing import Any

from django.contrib.admin import AdminSite
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .known_choices import LabelledAutocompleteView
from .login_form import LoginForm
from .queue import queue


class EditorsSite(AdminSite):
    site_title = _("Wortlaut editors")
    site_header = _("Wortlaut")
    index_title = _("What waits")
    index_template = "admin/queue.html"
    password_change_template = None
    login_form = LoginForm

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The queue, then the list of models."""
        return super().index(request, {**queue(request), **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return LabelledAutocompleteView.as_view(admin_site=self)(request)

    def item_url(self, item: models.Model, view: str = "change") -> str:
        """The address of a page of ``item``: change, history, delete …"""
        opts = item._meta
        return reverse(
            f"admin:{opts.app_label}_{opts.model_name}_{view}",
            args=[item.pk],
            current_app=self.name,
        )


site = EditorsSite(name="admin")
