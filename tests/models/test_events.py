"""Events, topics and outlets, raw: what a published item has named is kept, too."""

import pytest

from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql

pytestmark = pytest.mark.django_db


def test_an_event_has_a_title_in_one_language_at_least():
    event = factories.EventFactory()
    with allowed():
        sql("UPDATE quotes_event SET title_de = '' WHERE id = %s", event.pk)
    with refused("event_has_a_title"):
        sql("UPDATE quotes_event SET title_en = '' WHERE id = %s", event.pk)


def test_an_event_is_not_part_of_itself():
    event, dialogue = factories.EventFactory(), factories.EventFactory()
    with refused("event_not_part_of_itself"):
        sql("UPDATE quotes_event SET parent_id = id WHERE id = %s", event.pk)
    with allowed():
        sql("UPDATE quotes_event SET parent_id = %s WHERE id = %s", dialogue.pk, event.pk)


def test_a_topic_and_a_wikidata_item_are_held_once():
    topic, other = factories.TopicFactory(wikidata_id="Q42"), factories.TopicFactory()
    for column, held in (("name_de", topic.name_de), ("name_en", topic.name_en)):
        with refused(f"quotes_topic_{column}_key", UNIQUE_VIOLATION):
            sql(f"UPDATE quotes_topic SET {column} = %s WHERE id = %s", held, other.pk)
    with refused("quotes_topic_wikidata_id_key", UNIQUE_VIOLATION):
        sql("UPDATE quotes_topic SET wikidata_id = 'Q42' WHERE id = %s", other.pk)


def test_no_wikidata_item_is_null_and_may_be_missing_often():
    with allowed():
        assert factories.TopicFactory(wikidata_id="").pk
        assert factories.TopicFactory(wikidata_id="").pk


NAMED = pytest.mark.parametrize(
    ("rule", "made", "named", "forgotten"),
    [
        (
            "event_public_is_kept",
            factories.EventFactory,
            lambda event: factories.draft_quote(event=event),
            "UPDATE quotes_quote SET event_id = NULL",
        ),
        (
            "event_public_is_kept",
            factories.EventFactory,
            lambda event: factories.draft_statement(event=event),
            "UPDATE quotes_jointstatement SET event_id = NULL",
        ),
        (
            "topic_public_is_kept",
            factories.TopicFactory,
            lambda topic: factories.draft_quote(topics=[topic]),
            "DELETE FROM quotes_quote_topics",
        ),
        (
            "topic_public_is_kept",
            factories.TopicFactory,
            lambda topic: factories.draft_statement(topics=[topic]),
            "DELETE FROM quotes_jointstatement_topics",
        ),
        (
            "outlet_public_is_kept",
            factories.OutletFactory,
            lambda outlet: factories.draft_article(outlet=outlet),
            "UPDATE quotes_article SET outlet_id = (SELECT max(id) FROM quotes_outlet)",
        ),
        (
            "outlet_public_is_kept",
            factories.OutletFactory,
            lambda outlet: factories.draft_article(carried_by=outlet),
            "UPDATE quotes_article SET carried_by_id = NULL",
        ),
    ],
    ids=[
        "event of a quote",
        "event of a statement",
        "topic of a quote",
        "topic of a statement",
        "outlet of an article",
        "carrier of an article",
    ],
)


@NAMED
def test_what_a_published_item_has_named_is_kept(rule, made, named, forgotten):
    row = made()
    item = named(row)
    factories.OutletFactory()
    if rule.startswith(("event", "topic")) and hasattr(item, "occurrences"):
        factories.publish(item.occurrences.get().snapshot.article)
    factories.publish(item)
    delete = f"DELETE FROM {row._meta.db_table} WHERE id = %s"
    with refused(rule):
        sql(delete, row.pk)
    sql(forgotten)
    with refused(rule):
        sql(delete, row.pk)


@NAMED
def test_what_only_drafts_have_named_can_be_discarded(rule, made, named, forgotten):
    row = made()
    named(row)
    factories.OutletFactory()
    sql(forgotten)
    with allowed():
        row.delete()


def test_an_event_is_not_part_of_its_own_parts():
    dialogue = factories.EventFactory()
    day = factories.EventFactory(parent=dialogue)
    meeting = factories.EventFactory(parent=day)
    for part in (day, meeting):
        with refused("event_not_part_of_itself"):
            sql("UPDATE quotes_event SET parent_id = %s WHERE id = %s", part.pk, dialogue.pk)
    with allowed():
        sql("UPDATE quotes_event SET parent_id = %s WHERE id = %s", dialogue.pk, meeting.pk)
