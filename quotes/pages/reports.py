"""“Report an error”: a form about one public item that needs neither script nor cookie.

There is no session that a foreign site could abuse, and so no CSRF token: a signed time in the
form, and the browser's word on which site it was sent from, do instead.
"""

from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from config.client_address import client_address
from quotes.editorial.error_reports import KEPT, WINDOW, Reader, TooMany, report
from quotes.models import ErrorKind

from .addresses import Address, ItemPage
from .frame import Frame
from .visible import Rows, public

# Seconds: nobody reads, writes and sends faster; and so long a page may lie open.
SHORTEST, LONGEST = 3, 24 * 60 * 60
LONGEST_MESSAGE = 4_000
MOST_LINKS = 3
_SIGNER = signing.TimestampSigner(salt="quotes.pages.reports")


class ReportForm(forms.Form):
    """What is wrong; ``item`` is what the page is about, "quotes/17"."""

    kind = forms.ChoiceField(
        label=_("What is wrong?"), choices=ErrorKind.choices, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=_("What should it say, and how do you know?"),
        help_text=_("A source that we can look up helps most."),
        min_length=10,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    name = forms.CharField(
        label=_("Your name (if you like)"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail address (if you want an answer)"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    # Hidden from people; programs that fill in whatever they find give themselves away.
    homepage = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, item: str, data: Any = None) -> None:
        super().__init__(data, label_suffix="", initial={"kind": ErrorKind.WORDING})
        self._item = item

    def clean_message(self) -> str:
        message = self.cleaned_data["message"]
        if message.lower().count("://") > MOST_LINKS:
            raise ValidationError(
                _("Give at most %(count)s links: more look like advertising to us."),
                params={"count": MOST_LINKS},
            )
        return message

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise ValidationError(_("A field that is to stay empty was filled in. Send it again."))
        return ""

    def clean_opened(self) -> str:
        opened = self.cleaned_data["opened"]
        again = _("Please look it over and send it again.")
        try:
            if _SIGNER.unsign(opened, max_age=LONGEST) != self._item:
                raise signing.BadSignature
        except signing.SignatureExpired as error:
            raise ValidationError([_("This page had been open for a day."), again]) from error
        except signing.BadSignature as error:
            raise ValidationError([_("This form was not complete."), again]) from error
        try:
            _SIGNER.unsign(opened, max_age=SHORTEST)
        except signing.SignatureExpired:
            return opened
        raise ValidationError([_("That was faster than anybody reads."), again])

    def opened_now(self) -> str:
        """What goes into ``opened`` of a form that is shown now."""
        return _SIGNER.sign(self._item)


@method_decorator(csrf_exempt, name="dispatch")
class ReportPage(ItemPage):
    """The form at ``/quotes/17-…/report/``; where the item has no page, it has none either."""

    http_method_names = ["get", "head", "post", "options"]
    model: ClassVar[Any] = None
    template_name = "pages/report.html"
    suffix = "report/"

    def context(self, request: HttpRequest, item: Any, rows: Rows) -> dict[str, Any]:
        return self._shown(item, ReportForm(_name(item)))

    def frame(self, request: HttpRequest, item: Any) -> Frame:
        return Frame()

    def post(self, request: HttpRequest, address: Address) -> HttpResponse:
        item = self.items(public).filter(pk=address.pk).first()
        if item is None:
            return self._gone(request, address.pk)
        form = ReportForm(_name(item), request.POST)
        if not _from_here(request):
            form.add_error(None, _("This was sent from another site. Send it from here."))
        if not form.is_valid():
            return self._again(request, item, form, 400)
        given = form.cleaned_data
        reader = Reader(
            language=(get_language() or "en")[:2],
            name=given["name"],
            email=given["email"],
            address=client_address(request),
        )
        try:
            report(item, given["kind"], given["message"], reader)
        except ValidationError as refused:
            form.add_error(None, refused)
            return self._again(request, item, form, 400)
        except TooMany:
            form.add_error(
                None,
                _("Many reports came within an hour. Keep this page open, and send it later."),
            )
            response = self._again(request, item, form, 429)
            response["Retry-After"] = str(int(WINDOW.total_seconds()))
            return response
        return HttpResponseRedirect(f"{item.get_absolute_url()}report/sent/", status=303)

    def _again(
        self, request: HttpRequest, item: Any, form: ReportForm, status: int
    ) -> HttpResponse:
        response = render(request, self.template_name, self._shown(item, form), status=status)
        response["Cache-Control"] = "no-store"
        return response

    def _shown(self, item: Any, form: ReportForm) -> dict[str, Any]:
        return {
            "item": item,
            "kind": item._meta.verbose_name,
            "form": form,
            "kept": KEPT.days,
        }


class ReportSentPage(ItemPage):
    """What becomes of a report, at ``/quotes/17-…/report/sent/``."""

    model: ClassVar[Any] = None
    template_name = "pages/report_sent.html"
    suffix = "report/sent/"

    def context(self, request: HttpRequest, item: Any, rows: Rows) -> dict[str, Any]:
        return {"item": item}

    def frame(self, request: HttpRequest, item: Any) -> Frame:
        return Frame()


def _name(item: Any) -> str:
    return f"{item.address_root}/{item.pk}"


def _from_here(request: HttpRequest) -> bool:
    """Browsers say where a form was sent from; what says nothing is no browser."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()
