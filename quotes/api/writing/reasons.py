"""Why something is changed: member ``reason`` of a body, parameter ``reason`` of a DELETE."""

from typing import Any

from rest_framework import serializers

from quotes.editorial.reasons import LONGEST_REASON
from quotes.editorial.refusals import Findings
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText, check_storable


class ReasonSerializer(serializers.Serializer):
    """A step, and why it is taken."""

    reason = serializers.CharField(
        required=False, allow_blank=True, max_length=LONGEST_REASON, help_text="For the history."
    )


def read_reason(value: Any) -> str:
    """The reason, or "" for none; raises RefusedInPlaces for what history cannot keep."""
    findings = Findings()
    if not isinstance(value, str):
        findings.add(("reason",), "This is a text: put it in quotation marks.")
    elif len(value) > LONGEST_REASON:
        findings.add(("reason",), f"A reason has at most {LONGEST_REASON} characters.")
    else:
        try:
            check_storable(value)
        except UnstorableText:
            findings.add(("reason",), UNSTORABLE)
    findings.raise_if_any()
    return str(value).strip()
