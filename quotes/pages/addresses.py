"""Addresses like ``17-geduldig-vertrauen``: a number that counts and a slug that may be wrong."""

from typing import Any, ClassVar, NamedTuple

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from quotes.interchange.gone import gone_on, why_gone
from quotes.interchange.public_times import last_public_change
from quotes.interchange.schema_org import document
from quotes.models import Stateful
from quotes.text.prose_language import german_or_english

from .frame import Frame, Link, site_of
from .history import HISTORY, ShownHistory, shown_history
from .visible import Rows, public


class Address(NamedTuple):
    """The last part of a public address: the row's id, and the whole part as asked for."""

    pk: int
    text: str


class AddressConverter:
    """Takes any slug or none; which one is right, the row itself says."""

    regex = r"[0-9]{1,18}(?:-[^/]*)?"

    def to_python(self, value: str) -> Address:
        return Address(int(value.partition("-")[0]), value)

    def to_url(self, value: Address | str) -> str:
        return value.text if isinstance(value, Address) else value


class ItemAddress(View):
    """What there is of one row: found by its id, redirected to its right slug, gone with a reason.

    ``suffix`` follows the row's own address: "" for its page, "feed.atom" for something else.
    """

    http_method_names = ["get", "head", "options"]
    model: ClassVar[Any]
    suffix: ClassVar[str] = ""
    gone_template_name: ClassVar[str] = "410.html"
    # Whether what became of the row stands at the end, also where it is gone.
    ends_with_history: ClassVar[bool] = False

    def get(self, request: HttpRequest, address: Address) -> HttpResponse:
        item = self.items(public).filter(pk=address.pk).first()
        if item is None:
            return self._gone(request, address.pk)
        if address.text != item.address:
            return _moved(request, item.get_absolute_url() + self.suffix)
        return self.answer(request, item)

    def items(self, rows: Rows) -> QuerySet[Any]:
        """The rows of this kind, with what the page joins to each of them."""
        return rows(self.model)

    def answer(self, request: HttpRequest, item: Any) -> HttpResponse:
        """What is shown of a public row at its right address."""
        raise NotImplementedError

    def _history(self, request: HttpRequest, pk: int, said: str = "") -> ShownHistory | None:
        return shown_history(request, self.model, pk, said) if self.ends_with_history else None

    def _gone(self, request: HttpRequest, pk: int) -> HttpResponse:
        """410 with the reason for what was public once, at any slug; else 404.

        Nothing redirects to the slug of a withdrawn item, since the slug repeats its words.
        """
        reason = why_gone(self.model, pk)
        if reason is not None:
            context = {
                "kind": self.model._meta.verbose_name,
                "pk": pk,
                "reason": reason,
                "reason_language": german_or_english(reason),
                "withdrawn_on": gone_on(self.model, pk).isoformat(),
                "page": self.model(pk=pk).permanent_address,
                "near_address": reverse(f"pages:{self.model.address_root}"),
                "history": self._history(request, pk, reason),
            }
            return render(request, self.gone_template_name, context, status=410)
        raise Http404(_("There is no page at this address."))


class ItemPage(ItemAddress):
    """The page of one row."""

    template_name: ClassVar[str]
    open_graph_kind: ClassVar[str] = "article"
    # Those of the query that make another page of it.
    parameters: ClassVar[tuple[str, ...]] = ("after", "statements_after", HISTORY)

    def answer(self, request: HttpRequest, item: Any) -> HttpResponse:
        context = {
            **self.context(request, item, public),
            "frame": self.frame(request, item),
            "history": self._history(request, item.pk),
        }
        return render(request, self.template_name, context)

    def context(self, request: HttpRequest, item: Any, rows: Rows) -> dict[str, Any]:
        """What the template shows of ``item``, all of it taken from ``rows``."""
        raise NotImplementedError

    def frame(self, request: HttpRequest, item: Any) -> Frame:
        """What the page tells machines about ``item``."""
        stateful = isinstance(item, Stateful)
        return Frame(
            kind=self.open_graph_kind,
            published=item.first_published_at if stateful else None,
            modified=last_public_change(item) if stateful else None,
            data=document(item, site_of(request)),
            links=self.links(request, item),
            parameters=self.parameters,
        )

    def links(self, request: HttpRequest, item: Any) -> list[Link]:
        """The same in other formats, and what may be followed."""
        return []


def _moved(request: HttpRequest, address: str) -> HttpResponse:
    """301 to the right slug. Not kept by caches: a corrected wording gives another slug."""
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(address + (f"?{query}" if query else ""))
    response["Cache-Control"] = "no-cache"
    return response
