"""What an unpublished item's public page will be, shown to editors only."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from .addresses import ItemPage
from .articles import ArticlePage
from .quotes import QuotePage
from .statements import StatementPage
from .visible import previewed


@method_decorator([never_cache, login_required], name="dispatch")
class Preview(View):
    """The page of one item in any state. For staff who may view such items; 403 for others."""

    http_method_names = ["get", "head", "options"]
    page: type[ItemPage] = ItemPage

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = self.page()
        options = page.model._meta
        may_view = request.user.has_perm(f"{options.app_label}.view_{options.model_name}")
        if not (request.user.is_staff and may_view):
            raise PermissionDenied
        item = get_object_or_404(page.items(previewed), pk=pk)
        context: dict[str, Any] = {**page.context(request, item, previewed), "preview": item}
        response = render(request, page.template_name, context)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response


preview_quote = Preview.as_view(page=QuotePage)
preview_statement = Preview.as_view(page=StatementPage)
preview_article = Preview.as_view(page=ArticlePage)
