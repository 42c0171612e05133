"""Imprecise dates in the database: an EDTF string with strict bounds and a sort key beside it."""

import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from quotes.text.dates import MalformedDate, parse

UNDATED = datetime.date(1, 1, 1)


def validate_edtf(value: str) -> None:
    """Refuse what is not EDTF level 1, with three valid examples."""
    try:
        parse(value)
    except MalformedDate as error:
        raise ValidationError(
            _("“%(value)s” is not a date in EDTF. Valid are, for example: %(examples)s."),
            code="malformed_date",
            params={"value": value, "examples": ", ".join(error.examples)},
        ) from error


class EdtfField(models.CharField):
    """An EDTF level 1 string (ISO 8601-2); empty where nothing is known.

    Sibling columns ``<name>_earliest``, ``<name>_latest`` and ``<name>_sort``, declared after it
    with ``edtf_columns()``, are filled when the row is saved.
    """

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 60)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault("help_text", _("EDTF, for example 2025-09-08, 2025-09 or 2025~"))
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance, add):
        value = (super().pre_save(model_instance, add) or "").strip()
        date = parse(value) if value else None
        if date:
            setattr(model_instance, self.attname, date.edtf)
        setattr(model_instance, f"{self.name}_earliest", date.earliest if date else None)
        setattr(model_instance, f"{self.name}_latest", date.latest if date else None)
        setattr(model_instance, f"{self.name}_sort", date.sort_key if date else UNDATED)
        return date.edtf if date else ""


def edtf_columns() -> tuple[models.Field, models.Field, models.Field]:
    """Earliest day, latest day (both NULL where unknown or open) and the sort key (never NULL)."""
    return (
        models.DateField(_("earliest day"), null=True, editable=False),
        models.DateField(_("latest day"), null=True, editable=False),
        models.DateField(_("sort key"), default=UNDATED, editable=False),
    )


def edtf_constraints(model: str, field: str) -> list[models.BaseConstraint]:
    """The rules of an EDTF date: bounds in order, a sort key that follows from them."""
    earliest, latest = models.F(f"{field}_earliest"), models.F(f"{field}_latest")
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_bounds_in_order",
            condition=models.Q(**{f"{field}_earliest__lte": latest})
            | models.Q(**{f"{field}_earliest": None})
            | models.Q(**{f"{field}_latest": None}),
        ),
        models.CheckConstraint(
            name=f"{model}_{field}_sort_key",
            condition=models.Q(
                **{f"{field}_sort": Coalesce(earliest, latest, models.Value(UNDATED))}
            ),
        ),
        models.CheckConstraint(
            name=f"{model}_{field}_unknown_has_no_bounds",
            condition=~models.Q(**{field: ""})
            | models.Q(**{f"{field}_earliest": None, f"{field}_latest": None}),
        ),
    ]
