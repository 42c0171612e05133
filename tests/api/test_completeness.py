"""A column is either shown by the API or kept back on purpose; none is forgotten."""

import pytest
from django.db.models import Model
from rest_framework.serializers import ModelSerializer

from quotes.api.articles import ArticleSerializer, CreditSerializer, SnapshotWithTextSerializer
from quotes.api.events import EventSerializer
from quotes.api.hops import HopSerializer
from quotes.api.occurrences import OccurrenceSerializer, SegmentSerializer
from quotes.api.outlets import OutletSerializer
from quotes.api.provisions import ProvisionSerializer
from quotes.api.quotes import AttributionSerializer, QuoteSerializer, QuoteStatementSerializer
from quotes.api.speakers import NameFormSerializer, SpeakerSerializer, TenureSerializer
from quotes.api.statements import (
    SignatorySerializer,
    StatementQuoteSerializer,
    StatementSerializer,
    VersionWithTextSerializer,
)
from quotes.api.topics import TopicSerializer

# The workings of the editors’ house, and what a row’s place in its parent says already.
KEPT_BACK = {
    *("created_at", "updated_at", "state", "published_at"),
    *("withdrawal_reason", "unseen_since", "confirmed_at"),
}
KEPT_BACK_IN = {
    # Only to be found by: what is public is the address as published.
    "Article": {"canonical_url"},
    "Attribution": {"id", "quote"},
    "Credit": {"id", "article", "position"},
    "Occurrence": {"withdrawn"},
    "Segment": {"id", "occurrence", "position"},
    "Signatory": {"id", "statement"},
    "Snapshot": {"article"},
    "SpeakerName": {"id", "speaker", "folded"},
    "StatementLink": {"id", "quote", "statement"},
    # The offsets of a version would tell nothing without the text that they count in.
    "StatementVersion": {"statement", "start", "end"},
    "Tenure": {"speaker"},
}
# Shown under another name or by a method.
SHOWN_AS = {
    "Segment": {"prefix", "suffix"},
    "Snapshot": {"text"},
    "StatementVersion": {"snapshot"},
}


@pytest.mark.parametrize(
    "serializer",
    [
        *(ArticleSerializer, AttributionSerializer, CreditSerializer, EventSerializer),
        *(HopSerializer, NameFormSerializer, OccurrenceSerializer, OutletSerializer),
        *(ProvisionSerializer, QuoteSerializer, QuoteStatementSerializer, SegmentSerializer),
        *(SignatorySerializer, SnapshotWithTextSerializer, SpeakerSerializer),
        *(StatementQuoteSerializer, StatementSerializer, TenureSerializer),
        *(TopicSerializer, VersionWithTextSerializer),
    ],
)
def test_every_column_is_shown_or_kept_back_on_purpose(serializer: type[ModelSerializer]):
    model: type[Model] = serializer.Meta.model
    columns = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    dates = {name for name in columns if f"{name}_sort" in columns}
    parts = {f"{name}_{part}" for name in dates for part in ("earliest", "latest", "sort")}
    parts |= {name for name in columns for date in dates if name.startswith(f"{date}_")}
    fields = serializer().fields.values()
    shown = {getattr(field, "path", field.source).split(".")[0] for field in fields}
    shown |= set(serializer().fields) | SHOWN_AS.get(model.__name__, set())
    shown |= {name.removesuffix("_id") for name in shown}
    kept_back = KEPT_BACK | KEPT_BACK_IN.get(model.__name__, set())
    assert columns - parts - kept_back - shown == set()
    other_end = {"StatementLink": {"quote", "statement"}}.get(model.__name__, set())
    assert not shown & kept_back & columns - other_end
