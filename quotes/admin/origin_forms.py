"""The forms for credits and origins that a captured text names."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from quotes.ingest.keeping import (
    LONGEST_ORIGIN,
    LONGEST_SOURCE,
    MOST_ORIGINS,
    Corrections,
    KeptOrigin,
)
from quotes.models import CreditKind

from .item_form import validate_storable

_HOP = "hop"


class OriginForm(forms.Form):
    """A credit or an origin that was found in the text: whether it is kept, and as what."""

    kept = forms.BooleanField(label=gettext_lazy("Keep"), required=False)
    text = forms.CharField(
        label=gettext_lazy("as printed"),
        max_length=LONGEST_ORIGIN,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("kept as"),
        choices=[
            (_HOP, gettext_lazy("origin of the words")),
            *(
                (kind.value, format_lazy(gettext_lazy("credit: {kind}"), kind=kind.label))
                for kind in CreditKind
            ),
        ],
    )
    source = forms.CharField(
        label=gettext_lazy("source"),
        required=False,
        max_length=LONGEST_SOURCE,
        validators=[validate_storable],
        help_text=gettext_lazy("An outlet’s name, or an address."),
    )

    def value(self) -> KeptOrigin:
        given = self.cleaned_data
        is_hop = given["kind"] == _HOP
        about = CreditKind.OTHER if is_hop else given["kind"]
        return KeptOrigin(given["text"], is_hop, given["source"].strip(), about)


OriginFormSet = forms.formset_factory(
    OriginForm, extra=0, max_num=MOST_ORIGINS, absolute_max=MOST_ORIGINS
)


def proposed(read: Corrections) -> list[dict[str, Any]]:
    """What the forms begin with: every origin that was found, to be kept."""
    return [
        {
            "kept": True,
            "text": origin.text,
            "kind": _HOP if origin.is_hop else origin.about,
            "source": origin.source,
        }
        for origin in read.origins
    ]
