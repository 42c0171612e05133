"""Languages in the database: BCP 47 tags in their canonical form."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from quotes.text.languages import MalformedLanguage, canonical


def validate_language(value: str) -> None:
    """Refuse what is not a well-formed BCP 47 tag."""
    try:
        canonical(value)
    except MalformedLanguage as error:
        raise ValidationError(
            _("“%(value)s” is not a language tag. Valid are, for example: de, ja, ko-Latn."),
            code="malformed_language",
            params={"value": value},
        ) from error


class LanguageField(models.CharField):
    """A BCP 47 language tag, brought into canonical case when saved."""

    default_validators = [validate_language]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 35)
        kwargs.setdefault("help_text", _("BCP 47, for example de, ja or ko-Latn"))
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if value:
            value = canonical(value)
            setattr(model_instance, self.attname, value)
        return value
