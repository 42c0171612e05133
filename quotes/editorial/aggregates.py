"""What an editor thinks of as one thing: a row with the rows that belong to it.

Conflicts, authorship, history and restoring all look at the same parts, listed here once.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models

from quotes.models import (
    Article,
    Attribution,
    Capture,
    Credit,
    ErrorReport,
    Event,
    EventParticipant,
    Hop,
    JointStatement,
    JointStatementTopic,
    Occurrence,
    Outlet,
    Provision,
    ProvisionParty,
    ProvisionText,
    Quote,
    QuoteRelation,
    QuoteTopic,
    Segment,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerName,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)


@dataclass(frozen=True)
class Part:
    """A model whose rows belong to a root through ``foreign_key``, directly or via ``parent``."""

    model: type[models.Model]
    foreign_key: str
    parent: type[models.Model] | None = None


PARTS: dict[type[models.Model], tuple[Part, ...]] = {
    Speaker: (Part(SpeakerName, "speaker"), Part(Tenure, "speaker")),
    Outlet: (),
    Topic: (),
    Capture: (),
    ErrorReport: (),
    Event: (Part(EventParticipant, "event"),),
    Article: (Part(Snapshot, "article"), Part(Credit, "article"), Part(Hop, "article")),
    Quote: (
        Part(Attribution, "quote"),
        Part(Occurrence, "quote"),
        Part(Segment, "occurrence", parent=Occurrence),
        Part(Hop, "occurrence", parent=Occurrence),
        Part(QuoteTopic, "quote"),
        Part(StatementLink, "quote"),
        Part(QuoteRelation, "from_quote"),
    ),
    JointStatement: (
        Part(Signatory, "statement"),
        Part(StatementVersion, "statement"),
        Part(Provision, "statement"),
        Part(ProvisionParty, "provision", parent=Provision),
        Part(ProvisionText, "provision", parent=Provision),
        Part(JointStatementTopic, "jointstatement"),
    ),
}


def event_model(model: type[Any]) -> type[Any]:
    """The history table of an editorial model."""
    return model.pgh_event_model  # set by pghistory.track


def root_model(item: models.Model) -> type[models.Model]:
    """The aggregate that ``item`` is the root of; KeyError where it is none."""
    model = type(item)
    if model not in PARTS:
        raise KeyError(model)
    return model


def root_events(item: models.Model) -> models.QuerySet[Any]:
    """The recorded versions of the root row itself."""
    return event_model(root_model(item)).objects.filter(pgh_obj_id=item.pk)


def part_events(item: models.Model, part: Part) -> models.QuerySet[Any]:
    """The recorded versions of the part's rows that belong, or once belonged, to ``item``."""
    if part.parent is None:
        return event_model(part.model).objects.filter(**{f"{part.foreign_key}_id": item.pk})
    parents = next(p for p in PARTS[type(item)] if p.model is part.parent)
    return event_model(part.model).objects.filter(
        **{f"{part.foreign_key}_id__in": part_events(item, parents).values("pgh_obj_id")}
    )


def all_events(item: models.Model) -> list[models.QuerySet[Any]]:
    """Every recorded version of the root and of its parts, one queryset a table."""
    return [root_events(item), *(part_events(item, part) for part in PARTS[root_model(item)])]
