"""The forms of a capture: what to capture, and what of it to keep."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.editorial.refusals import Refused
from quotes.ingest.articles import article_at
from quotes.ingest.giving import LARGEST_FILE, TOO_LARGE, request_file, request_given
from quotes.ingest.keeping import Corrections, as_read, keep
from quotes.models import Article, Capture, Extent, Genre, Outlet, Snapshot
from quotes.models.dates import validate_edtf
from quotes.models.languages import validate_language

from .item_form import LinesField, validate_storable
from .known_choices import KnownChoiceSelect, LabelledChoiceField
from .origin_forms import OriginFormSet, proposed

# Names the known article that the editor was asked about.
KNOWN = "known_article"
# Where a value was read, as `quotes.ingest.reading.Origin` has it, in words for editors.
_READ_IN = {
    "meta": gettext_lazy("said by the page"),
    "json-ld": gettext_lazy("said by the page"),
    "text": gettext_lazy("read in the text"),
    "address": gettext_lazy("told by the address"),
    "guess": gettext_lazy("a guess: look at it"),
    "said": gettext_lazy("said when it was asked for"),
}
_NOT_READ = gettext_lazy("not found")


class AskForm(forms.Form):
    """One box for an address or a text, or a file."""

    given = LinesField(
        label=gettext_lazy("Address or text"),
        required=False,
        max_length=LARGEST_FILE,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("or a file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".html,.htm,.xhtml,.txt,text/html,text/plain"}),
        help_text=gettext_lazy("A saved page (HTML) or a plain text."),
    )
    url = forms.CharField(
        label=gettext_lazy("where the text stands"),
        required=False,
        max_length=2000,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vURLField", "inputmode": "url"}),
        help_text=gettext_lazy("For a text or a file: its address, if it has one. Not fetched."),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is not None and file.size > LARGEST_FILE:
            raise ValidationError(TOO_LARGE % {"megabytes": LARGEST_FILE // 1_000_000})
        return file

    def ask(self, user: Any, article: Article | None) -> Capture | None:
        """The capture; None, with errors of the form, where it is refused."""
        asked = self.cleaned_data
        where = {"url": asked["url"], "article": article}
        try:
            if asked["file"] is not None:
                return request_file(user, asked["file"].read(), **where)
            return request_given(user, asked["given"], **where)
        except Refused as refusal:
            self.add_error("file" if asked["file"] else "given", ValidationError(refusal.messages))
            return None


class KeepForm(forms.Form):
    """What was read of a capture, to be corrected. Says of each value where it was read."""

    headline = forms.CharField(
        label=gettext_lazy("headline"),
        required=False,
        max_length=500,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    outlet = LabelledChoiceField(
        label=gettext_lazy("outlet"), queryset=Outlet.objects.all(), required=False
    )
    new_outlet = forms.CharField(
        label=gettext_lazy("or a new outlet"),
        required=False,
        max_length=200,
        validators=[validate_storable],
    )
    url = forms.CharField(
        label=gettext_lazy("URL"),
        required=False,
        max_length=2000,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vURLField", "inputmode": "url"}),
        help_text=gettext_lazy("Empty for print and broadcast."),
    )
    archive_url = forms.URLField(
        label=gettext_lazy("archived copy"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    published_on = forms.CharField(
        label=gettext_lazy("date of publication"),
        required=False,
        max_length=60,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "edtf", "size": 22}),
        help_text=gettext_lazy("EDTF, for example 2025-09-08, 2025-09 or 2025~"),
    )
    language = forms.CharField(
        label=gettext_lazy("language"),
        max_length=35,
        validators=[validate_storable, validate_language],
        widget=forms.TextInput(attrs={"class": "language", "size": 12}),
        help_text=gettext_lazy("BCP 47, for example de, ja or ko-Latn"),
    )
    genre = forms.ChoiceField(label=gettext_lazy("genre"), choices=Genre.choices)
    byline = forms.CharField(
        label=gettext_lazy("byline"),
        required=False,
        max_length=300,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    extent = forms.ChoiceField(
        label=gettext_lazy("extent"), choices=Extent.choices, initial=Extent.WHOLE
    )

    def __init__(self, *args: Any, capture: Capture, admin_site: Any, **kwargs: Any) -> None:
        self.capture = capture
        self.read = as_read(capture)
        # The key of the known article whose address was typed, once it is asked about.
        self.asked_about: int | None = None
        kwargs["initial"] = {
            name: getattr(self.read, name) for name in self.base_fields if name != "new_outlet"
        } | {"new_outlet": "" if self.read.outlet else self.read.new_outlet}
        super().__init__(*args, **kwargs)
        select = KnownChoiceSelect(Article._meta.get_field("outlet"), admin_site)
        select.known = self.read.outlet
        outlet: Any = self.fields["outlet"]
        select.choices = outlet.choices
        outlet.widget = select
        if capture.article is not None:
            # The article is there, and stays as it is.
            self.fields = {"extent": self.fields["extent"]}
        data = args[0] if args else None
        self.origins = OriginFormSet(data, initial=proposed(self.read), prefix="origins")

    def read_in(self, name: str) -> str:
        """Where the value of a field was read; empty for what no page says."""
        if name not in ("headline", "outlet", "url", "published_on", "language", "byline"):
            return ""
        key = "canonical_url" if name == "url" else name
        origin = self.capture.reading.get("from", {}).get(key)
        if origin is None:
            return "" if name == "url" else str(_NOT_READ)
        return str(_READ_IN.get(origin, ""))

    def rows(self) -> list[tuple[forms.BoundField, str]]:
        """The fields in order, each with where its value was read."""
        return [(field, self.read_in(field.name)) for field in self]

    def clean_published_on(self) -> str:
        date = self.cleaned_data["published_on"].strip()
        if date:
            validate_edtf(date)
        return date

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._ask_about(article_at(cleaned.get("url", "")))
        lacks_outlet = not (cleaned.get("outlet") or cleaned.get("new_outlet"))
        if lacks_outlet and self.capture.article is None:
            self.add_error("outlet", _("Choose the outlet, or name a new one."))
        return cleaned

    def _ask_about(self, known: Article | None) -> None:
        """Where the address is that of a known article, show that one, and what its text has
        otherwise, before the text is kept as its newest. Asked once of each article."""
        if known is None or self.capture.article is not None:
            return
        # For the page only: the address may be mistyped, and be corrected yet.
        self.capture.article, self.asked_about = known, known.pk
        if self.data.get(KNOWN) != str(known.pk):
            self.add_error(
                "url",
                _(
                    "This is the address of an article that is held already. Keep once more to add"
                    " this text to it, as its newest one. If another article is meant, correct the"
                    " address."
                ),
            )

    def is_valid(self) -> bool:
        # Both are looked at, so that every error is told at once.
        return all([super().is_valid(), self.origins.is_valid()])

    def keep(self, user: Any) -> Snapshot | None:
        """The snapshot; None, with errors of the form, where it is refused."""
        origins = [form.value() for form in self.origins if form.cleaned_data.get("kept")]
        given = {"language": self.read.language, **self.cleaned_data, "origins": origins}
        try:
            return keep(self.capture, Corrections(**given), user)
        except Refused as refusal:
            self.add_error(None, ValidationError(refusal.messages))
            return None
