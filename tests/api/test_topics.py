"""Topics in the API."""

from tests.api.resource_tests import ResourceTests
from tests.api.whole_rows import whole_topic
from tests.factories import TopicFactory


class TestTopics(ResourceTests):
    resource = "topics"
    component = "Topic"
    make = whole_topic
    make_hidden = TopicFactory
    parameters = {"wikidata": "Q42"}

    def test_a_topic_is_found_by_its_wikidata_id(self, client):
        topic, _other = whole_topic(), whole_topic()
        topic.wikidata_id = "Q179289"
        topic.save()
        assert self.ids(client, "&wikidata=Q179289") == [topic.pk]
