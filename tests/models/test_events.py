"""Events and topics, raw."""

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
