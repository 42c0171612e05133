"""The form of one item: its own fields, and why it is changed."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from quotes.text.characters import UnstorableText, check_storable

from .submission import Submission


def validate_storable(value: str) -> None:
    """Refuse NUL bytes and lone surrogates in what is no field of a model."""
    try:
        check_storable(value)
    except UnstorableText as error:
        raise ValidationError(
            _("This text holds a character that cannot be stored (NUL or half a pair)."),
            code="unstorable",
        ) from error


class LinesField(forms.CharField):
    """Text of several lines. Browsers send CRLF; that alone is no change."""

    widget = forms.Textarea
    default_validators = [validate_storable]

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class ReasonField(forms.CharField):
    """Why something is changed."""

    default_validators = [validate_storable]

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Reason"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 500)
        super().__init__(**kwargs)


class ItemForm(forms.ModelForm):
    """The main form of an item. ``submission`` is set on a subclass made for each request."""

    submission = Submission()
    reason = ReasonField()
    comment = LinesField(
        label=_("Comment for the other editors"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def changed_data(self) -> list[str]:
        """What of the item changed; a reason or a comment alone changes nothing."""
        return [name for name in super().changed_data if name not in ("reason", "comment")]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for error in self.submission.errors:
            self._take_over(error)
        return cleaned

    def _take_over(self, error: ValidationError) -> None:
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            known = name in self.fields and name != NON_FIELD_ERRORS
            self.add_error(name if known else None, ValidationError(errors))
