"""What editors refuse, as problem details: 422 with places, or 409 for the state of the item."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework.exceptions import APIException

from quotes.editorial.refusals import Findings, Path, Refused, RefusedInPlaces

_LONGEST_NAME = 100


class RefusedProblem(APIException):
    """422 where the request could be put right, 409 where the state of the item refuses it."""

    def __init__(self, refusal: ValidationError) -> None:
        found = Findings()
        if isinstance(refusal, Refused) and not isinstance(refusal, RefusedInPlaces):
            for sentence in refusal.messages:
                found.add((), sentence, refusal.rule)
        else:
            found.take(refusal, ())
        findings = found.found
        self.status_code = (
            HTTPStatus.CONFLICT
            if all(_is_conflict(finding.rule) for finding in findings)
            else HTTPStatus.UNPROCESSABLE_ENTITY
        )
        self.errors = [
            {"pointer": pointer(finding.path), "detail": finding.sentence} for finding in findings
        ]
        super().__init__(" ".join(dict.fromkeys(error["detail"] for error in self.errors)))

    @property
    def members(self) -> dict[str, Any]:
        return {"errors": self.errors}


def _is_conflict(rule: str) -> bool:
    """Whether a rule speaks of what the item is, not of what was sent. Moves refuse without one."""
    return (
        rule in ("", "kept", "protected", "in_each_others_way")
        or rule.endswith(("_is_kept", "_state_moves"))
        or rule.startswith("quote_published_")
    )


def pointer(path: Path) -> str:
    """A JSON Pointer (RFC 6901) into the body."""
    return "".join(f"/{_escaped(str(part))}" for part in path)


def _escaped(name: str) -> str:
    return name[:_LONGEST_NAME].replace("~", "~0").replace("/", "~1")
