"""What every editorial model shares: a time stamp, and text that PostgreSQL can hold."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quotes.text.characters import UnstorableText, check_storable

UNSTORABLE = _("This text holds a character that cannot be stored (NUL or half a pair).")


class EditorialModel(models.Model):
    """A row that editors keep. Its history is recorded (see ``history.py``)."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        """Refuse NUL bytes and lone surrogates by the field's name, before any other check."""
        errors = {}
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if isinstance(value, str):
                try:
                    check_storable(value)
                except UnstorableText:
                    errors[field.name] = ValidationError(UNSTORABLE, code="unstorable")
        if errors:
            raise ValidationError(errors)
        super().clean_fields(exclude=exclude)


class Dated(models.Model):
    """When a row was made and last changed, for feeds and caches."""

    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        abstract = True


def in_reader_language(row: models.Model, field: str) -> str:
    """The German or English form of a bilingual field, the other where one is missing."""
    first = "de" if (get_language() or "en").startswith("de") else "en"
    second = "en" if first == "de" else "de"
    return getattr(row, f"{field}_{first}") or getattr(row, f"{field}_{second}")
