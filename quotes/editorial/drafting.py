"""New drafts, whole: a row, a quote with who said it and where it is printed, a joint statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from quotes.models import (
    Attribution,
    JointStatement,
    Occurrence,
    Provision,
    ProvisionText,
    Quote,
    Signatory,
    StatementVersion,
    Topic,
)

from .anchoring import anchor, locate, prefer
from .recording import recorded
from .refusals import Refused
from .statement_texts import locate_provision

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Printing:
    """An unsaved occurrence of a snapshot, and its passage as printed: one part a line."""

    occurrence: Occurrence
    passage: str


@dataclass(frozen=True)
class Point:
    """An unsaved provision, and its passage in each version that holds it."""

    provision: Provision
    passages: Sequence[tuple[StatementVersion, str]]


def keep(row: Row) -> Row:
    """Check a row by its model's rules and save it; raises Refused with every sentence at once.

    Columns that no editor fills (derived ones) are not checked. Must run inside ``recorded()``.
    """
    derived = {field.name for field in row._meta.concrete_fields if not field.editable}
    try:
        row.full_clean(exclude=derived)
    except ValidationError as error:
        reasons = [f"{row._meta.verbose_name}: {message}" for message in error.messages]
        raise Refused(reasons, rule="invalid") from error
    row.save()
    return row


def draft_quote(
    quote: Quote,
    *,
    attributions: Sequence[Attribution],
    printings: Sequence[Printing],
    topics: Iterable[Topic] = (),
    user: Any,
    reason: str = "",
) -> Quote:
    """Save a new quote with its unsaved attributions, in order, and its occurrences, anchored.

    The first occurrence is the preferred one. Raises Refused, and changes nothing, where a passage
    has no certain place in its snapshot or a rule is broken.
    """
    with recorded(user, reason):
        keep(quote)
        for position, attribution in enumerate(attributions, start=1):
            attribution.quote, attribution.position = quote, position
            keep(attribution)
        for printing in printings:
            occurrence = printing.occurrence
            occurrence.quote = quote
            spans = locate(occurrence.snapshot, printing.passage)
            keep(occurrence)
            anchor(occurrence, spans)
        if printings:
            prefer(printings[0].occurrence)
        quote.topics.set(topics)
    return quote


def draft_statement(
    statement: JointStatement,
    *,
    signatories: Sequence[Signatory],
    versions: Sequence[StatementVersion],
    points: Sequence[Point],
    topics: Iterable[Topic] = (),
    user: Any,
    reason: str = "",
) -> JointStatement:
    """Save a new statement with its unsaved signatories and versions, and its numbered points.

    Signatories stand in the order given; so do the points, whose numbers run from 1. Raises
    Refused, and changes nothing, where a passage has no certain place in its version or a
    rule is broken.
    """
    with recorded(user, reason):
        keep(statement)
        for position, signatory in enumerate(signatories, start=1):
            signatory.statement, signatory.position = statement, position
            keep(signatory)
        for version in versions:
            version.statement = statement
            keep(version)
        for number, point in enumerate(points, start=1):
            point.provision.statement, point.provision.number = statement, number
            keep(point.provision)
            for version, passage in point.passages:
                place = locate_provision(version, passage)
                keep(
                    ProvisionText(
                        provision=point.provision,
                        version=version,
                        start=place.start,
                        end=place.end,
                    )
                )
        statement.topics.set(topics)
    return statement
