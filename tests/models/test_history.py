"""History, whoever writes: every insert, update and delete, lossless, with context, for ever."""

import pghistory
import pghistory.models
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from quotes.editorial.recording import recorded
from quotes.models import (
    Event,
    JointStatement,
    Outlet,
    Provision,
    Quote,
    Topic,
)
from tests import factories
from tests.models.attacks import rules_hold, sql
from tests.test_completeness import WITHOUT_HISTORY

pytestmark = pytest.mark.django_db

EVENTS = [
    model
    for model in apps.get_app_config("quotes").get_models()
    if issubclass(model, pghistory.models.Event)
]
ROW_EVENTS = [events for events in EVENTS if not events.pgh_tracked_model._meta.proxy]
WHO = {"user": 17, "user_name": "Edith", "reason": "Der Name war falsch geschrieben."}
CHANGES = {
    "Article": "headline = 'Anders'",
    "Attribution": "name_as_printed = '中谷氏'",
    "Credit": "text = 'AFP'",
    "Candidate": "addressee = 'Reporter'",
    "Capture": "detail = 'Statuscode 503'",
    "Decision": "decided_by_name = 'Edith'",
    "ErrorReport": "state = 'dismissed', closed_at = now()",
    "Event": "place = 'Yokosuka'",
    "FurtherSpeaker": "tenure_id = NULL",
    "Hop": "agent = 'machine'",
    "JointStatement": "title_en = 'Otherwise'",
    "Occurrence": "locator = 'S. 17'",
    "Outlet": "homepage = 'https://www.jiji.com/'",
    "Provision": "kind = 'commits'",
    "ProvisionText": '"end" = "end" - 1',
    "Quote": "context = 'Nach dem Gespräch 🗣️'",
    "QuoteRelation": "kind = 'retracts'",
    "ReviewComment": "author_id = NULL",
    "Segment": "prefix = 'Er sagte: „'",
    "Signatory": "capacity = '국방부 장관'",
    "Snapshot": "extent = 'whole'",
    "Speaker": "family_name = '中谷'",
    "SpeakerName": "kind = 'short'",
    "StatementLink": "kind = 'concerns'",
    "StatementVersion": "official = false",
    "Tenure": "note = '–'",
    "Topic": "name_de = 'Anders'",
}


def recorded_rows(events, **lookup):
    return list(events.objects.filter(**lookup).order_by("pgh_id"))


def columns(row, model):
    return {
        field.attname: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if (model._meta.model_name, field.name) not in WITHOUT_HISTORY
    }


@pytest.fixture(params=ROW_EVENTS, ids=lambda events: events.pgh_tracked_model.__name__)
def tracked(request):
    """A new row of one editorial model, its model and the model of its history."""
    model = request.param.pgh_tracked_model
    with pghistory.context(**WHO):
        row = getattr(factories, f"{model.__name__}Factory")()
    return row, model, request.param


def test_an_insert_is_recorded_with_every_column(tracked):
    row, model, events = tracked
    first = recorded_rows(events, pgh_obj_id=row.pk)[0]
    assert first.pgh_label == "insert"
    assert first.pgh_context == WHO
    assert set(columns(row, model)) <= {field.attname for field in events._meta.concrete_fields}


def test_an_update_by_raw_sql_is_recorded_with_every_column(tracked):
    row, model, events = tracked
    before = len(recorded_rows(events, pgh_obj_id=row.pk))
    with pghistory.context(**WHO):
        sql(f"UPDATE {model._meta.db_table} SET {CHANGES[model.__name__]} WHERE id = %s", row.pk)
    new = recorded_rows(events, pgh_obj_id=row.pk)[before:]
    assert [(event.pgh_label, event.pgh_context) for event in new] == [("update", WHO)]
    assert columns(new[0], model) == columns(model._base_manager.get(pk=row.pk), model)


def test_a_delete_by_raw_sql_is_recorded_with_every_column(tracked):
    row, model, events = tracked
    last = columns(model._base_manager.get(pk=row.pk), model)
    with pghistory.context(**WHO):
        sql(f"DELETE FROM {model._meta.db_table} WHERE id = %s", row.pk)
    event = recorded_rows(events, pgh_obj_id=row.pk)[-1]
    assert (event.pgh_label, event.pgh_context) == ("delete", WHO)
    assert columns(event, model) == last
    # What hung upon the row would be refused now; this test is about the record.
    transaction.set_rollback(True)


def test_an_update_that_changes_nothing_is_no_event(tracked):
    row, model, events = tracked
    before = len(recorded_rows(events, pgh_obj_id=row.pk))
    sql(f"UPDATE {model._meta.db_table} SET id = id WHERE id = %s", row.pk)
    assert len(recorded_rows(events, pgh_obj_id=row.pk)) == before


@pytest.mark.parametrize("change", ["UPDATE {} SET pgh_label = 'insert'", "DELETE FROM {}"])
def test_history_itself_never_changes(tracked, change):
    _, _, events = tracked
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        sql(change.format(events._meta.db_table))


def test_a_change_of_many_rows_is_recorded_row_by_row():
    with pghistory.context(**WHO):
        outlets = Outlet.objects.bulk_create(Outlet(name=f"Jiji {n}") for n in range(3))
        Outlet.objects.update(kind="broadcaster")
        outlets[0].name, outlets[1].name = "A", "B"
        Outlet.objects.bulk_update(outlets[:2], ["name"])
        Outlet.objects.all().delete()
    events = apps.get_model("quotes", "OutletEvent")
    labels = [event.pgh_label for event in recorded_rows(events, pgh_context=WHO)]
    assert labels == ["insert"] * 3 + ["update"] * 3 + ["update"] * 2 + ["delete"] * 3
    deleted = recorded_rows(events, pgh_label="delete")
    assert sorted(event.name for event in deleted) == ["A", "B", "Jiji 2"]


def test_a_change_within_the_database_is_recorded_too():
    """The mark that a trigger sets is a change of the quote."""
    quote = factories.published_quote()
    events = apps.get_model("quotes", "QuoteEvent")
    with pghistory.context(**WHO):
        sql("UPDATE quotes_attribution SET name_as_printed = '中谷氏'")
    last = recorded_rows(events, pgh_obj_id=quote.pk)[-1]
    assert last.unseen_since is not None
    assert last.pgh_context == WHO


@pytest.mark.parametrize(
    ("model", "field", "made", "other", "name"),
    [
        (Quote, "topics", factories.QuoteFactory, factories.TopicFactory, "QuoteTopicEvent"),
        (
            JointStatement,
            "topics",
            factories.JointStatementFactory,
            factories.TopicFactory,
            "JointStatementTopicEvent",
        ),
        (
            Event,
            "participants",
            factories.EventFactory,
            factories.SpeakerFactory,
            "EventParticipantEvent",
        ),
        (
            Provision,
            "parties",
            factories.ProvisionFactory,
            factories.SpeakerFactory,
            "ProvisionPartyEvent",
        ),
    ],
    ids=["topics of a quote", "topics of a statement", "participants", "parties"],
)
def test_links_to_many_are_recorded(model, field, made, other, name):
    row, one, two, three = made(), other(), other(), other()
    events = apps.get_model("quotes", name)
    whole, part = (
        f"{model._meta.model_name}_id",
        f"{getattr(model, field).rel.model._meta.model_name}_id",
    )

    def since(count):
        return [
            (event.pgh_label, getattr(event, part), event.pgh_context)
            for event in recorded_rows(events, **{whole: row.pk})[count:]
        ]

    links = getattr(row, field)
    with pghistory.context(**WHO):
        links.add(one, two)
    assert sorted(since(0)) == [("insert", one.pk, WHO), ("insert", two.pk, WHO)]
    with pghistory.context(**WHO):
        links.remove(one)
    assert since(2) == [("delete", one.pk, WHO)]
    with pghistory.context(**WHO):
        links.set([three])
    assert sorted(since(3)) == [("delete", two.pk, WHO), ("insert", three.pk, WHO)]
    with pghistory.context(**WHO):
        links.clear()
    assert since(5) == [("delete", three.pk, WHO)]
    with pghistory.context(**WHO):
        sql(
            f"INSERT INTO {links.through._meta.db_table} ({whole}, {part}) VALUES (%s, %s)",
            row.pk,
            one.pk,
        )
    assert since(6) == [("insert", one.pk, WHO)]


def test_links_taken_away_with_the_other_side_are_recorded():
    topic = factories.TopicFactory()
    quote = factories.QuoteFactory(topics=[topic])
    key = topic.pk
    Topic.objects.get(pk=key).delete()
    events = apps.get_model("quotes", "QuoteTopicEvent")
    last = recorded_rows(events, quote_id=quote.pk)[-1]
    assert (last.pgh_label, last.topic_id) == ("delete", key)


def test_what_is_rolled_back_leaves_no_history():
    events = apps.get_model("quotes", "OutletEvent")
    with transaction.atomic():
        factories.OutletFactory()
        assert events.objects.exists()
        transaction.set_rollback(True)
    assert not events.objects.exists()


def test_without_a_context_a_change_is_recorded_all_the_same():
    outlet = factories.OutletFactory()
    event = apps.get_model("quotes", "OutletEvent").objects.get(pgh_obj_id=outlet.pk)
    assert event.pgh_context is None


def test_deleting_a_user_keeps_his_history_and_his_name_in_it():
    edith = factories.UserFactory(username="edith", last_name="Wolf")
    key = edith.pk
    with recorded(edith, "Nach Rückfrage"):
        quote = factories.QuoteFactory()
    edith.delete()
    rules_hold()
    event = apps.get_model("quotes", "QuoteEvent").objects.get(pgh_obj_id=quote.pk)
    assert event.pgh_context == {
        "user": key,
        "user_name": "Edith Wolf",
        "reason": "Nach Rückfrage",
    }


def test_nothing_in_the_database_hangs_history_upon_a_user_or_a_row():
    """No foreign key leads out of a history table, so nothing can take it along."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype = 'f' AND conrelid::regclass::text = ANY(%s)",
            [[events._meta.db_table for events in EVENTS]],
        )
        assert cursor.fetchall() == []
