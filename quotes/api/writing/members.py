"""The members of a body: strictly of their type, naming the valid values where they are few."""

from typing import Any

from rest_framework import serializers

from quotes.api.ids import LARGEST_ID
from quotes.models import DateBasis


class Text(serializers.CharField):
    """Text, with line ends as LF; white space at its ends is left out."""

    default_error_messages = {"not_text": "This is a text: put it in quotation marks."}

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if data is not None and not isinstance(data, str):
            self.fail("not_text")
        return super().run_validation(data)

    def to_internal_value(self, data: str) -> str:
        return super().to_internal_value(data).replace("\r\n", "\n").replace("\r", "\n")


class WholeText(Text):
    """Text of which nothing is left out."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "trim_whitespace": False})


class Number(serializers.IntegerField):
    """A whole number."""

    default_error_messages = {"not_number": "This is a whole number."}

    def to_internal_value(self, data: Any) -> int:
        if type(data) is not int:
            self.fail("not_number")
        return super().to_internal_value(data)


class YesNo(serializers.BooleanField):
    """true or false."""

    default_error_messages = {"not_boolean": "This is true or false."}

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if not isinstance(data, bool):
            self.fail("not_boolean")
        return data


class OneOf(serializers.ChoiceField):
    """One of a closed list of words, which the refusal names."""

    def to_internal_value(self, data: Any) -> Any:
        words = [word for word in self.choices if word != ""]
        if data == "" and self.allow_blank:
            return ""
        if not isinstance(data, str) or data not in words:
            shown = f"“{data[:40]}”" if isinstance(data, str) else "This"
            raise serializers.ValidationError(f"{shown} is none of: {', '.join(words)}.")
        return data


class RowId(serializers.PrimaryKeyRelatedField):
    """The id of another row; the row itself when read."""

    def to_internal_value(self, data: Any) -> Any:
        rows: Any = self.get_queryset()
        kind = rows.model._meta.verbose_name
        if type(data) is not int:
            raise serializers.ValidationError(f"The id of this {kind} is a whole number.")
        row = rows.filter(pk=data).first() if 1 <= data <= LARGEST_ID else None
        if row is None:
            raise serializers.ValidationError(f"There is no {kind} with the id {str(data)[:20]}.")
        return row


class EdtfText(Text):
    """An EDTF date; null or empty where none is known."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_blank", True)
        options.setdefault("max_length", 60)
        super().__init__(
            allow_null=True,
            help_text="EDTF, for example 2025-09-08, 2025-09 or 2025~; null: not known.",
            **options,
        )

    def run_validation(self, data: Any = serializers.empty) -> Any:
        return super().run_validation(data) or ""

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return value or None


class DateSerializer(serializers.Serializer):
    """A date as exact as it is known; the days follow from ``edtf``.

    Stands for the columns that begin with its own name.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", required=False, **options)

    def get_fields(self) -> dict[str, serializers.Field]:
        column = self.field_name or "date"
        day: dict[str, Any] = {"read_only": True, "allow_null": True}
        return {
            "edtf": EdtfText(source=column, required=False),
            "earliest": serializers.DateField(
                source=f"{column}_earliest", help_text="No earlier day is possible.", **day
            ),
            "latest": serializers.DateField(
                source=f"{column}_latest", help_text="No later day is possible.", **day
            ),
        }


class SaidDateSerializer(DateSerializer):
    """When something was said, and how that is known."""

    def get_fields(self) -> dict[str, serializers.Field]:
        column = self.field_name or "date"
        return {
            **super().get_fields(),
            "basis": OneOf(
                source=f"{column}_basis",
                choices=DateBasis.choices,
                allow_blank=True,
                required=False,
                help_text="How the date is known; “unknown” where there is none to be found.",
            ),
            "expression": Text(
                source=f"{column}_expression",
                max_length=200,
                allow_blank=True,
                required=False,
                help_text="The date as printed, where it had to be worked out.",
            ),
        }


class PlaceSerializer(serializers.Serializer):
    """A stretch of a captured text: by offsets, by its words, or by both, which are compared.

    Of several places that hold the words, those before and after tell which is meant.
    """

    start = Number(
        required=False, min_value=0, max_value=2**31 - 1, help_text="In code points, from 0."
    )
    end = Number(
        required=False, min_value=1, max_value=2**31 - 1, help_text="In code points, exclusive."
    )
    exact = WholeText(
        required=False, allow_blank=True, help_text="The words, without the quotation marks."
    )
    prefix = WholeText(required=False, allow_blank=True, help_text="Words just before it.")
    suffix = WholeText(required=False, allow_blank=True, help_text="Words just after it.")

    def to_representation(self, row: Any) -> dict[str, Any]:
        exact = row.exact if hasattr(row, "exact") else row.text
        return {
            "start": row.start,
            "end": row.end,
            "exact": exact,
            "prefix": getattr(row, "prefix", ""),
            "suffix": getattr(row, "suffix", ""),
        }
