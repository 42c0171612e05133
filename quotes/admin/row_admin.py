"""Rows that are edited within their item, registered so that other forms can choose them."""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from .editorial_admin import EditorialAdmin


class RowAdmin(EditorialAdmin):
    """A list to look at; a row's own page leads to its item. Not in the menu."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id)) if object_id is not None else None
        if object_id is not None and row is None:
            return self.missing(request, object_id)
        if row is None or request.method == "POST" or not self.has_view_permission(request, row):
            raise PermissionDenied
        return HttpResponseRedirect(self.admin_site.item_url(self.root_of(row)))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # Asked for its permission when an item goes with its rows; by itself no row is deleted.
        raise PermissionDenied

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}


class OwnPageAdmin(EditorialAdmin):
    """A row with a page of its own for what its item's form cannot hold; changed with its item."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        raise PermissionDenied

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}
