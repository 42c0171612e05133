"""Events in the API."""

from tests.api.resource_tests import ResourceTests
from tests.api.whole_rows import whole_event
from tests.factories import EventFactory, published_quote


class TestEvents(ResourceTests):
    resource = "events"
    component = "Event"
    make = whole_event
    make_hidden = EventFactory
    parameters = {
        "kind": "meeting",
        "participant": "17",
        "parent": "17",
        "year": "2025",
        "held_from": "2025-09",
        "held_to": "2025~",
    }

    def test_events_are_found_by_who_took_part_and_by_what_they_were_part_of(self, client):
        event, _other = whole_event(), whole_event()
        assert self.ids(client, f"&participant={event.participants.get().pk}") == [event.pk]
        assert self.ids(client, f"&parent={event.parent_id}") == [event.pk]

    def test_events_are_found_by_date(self, client):
        seoul = whole_event()
        yokosuka = EventFactory(title_en="Yokosuka", title_de="Yokosuka", held_on="2026-01-30")
        published_quote(event=yokosuka)
        assert self.ids(client, "&held_from=2026") == [yokosuka.pk]
        assert self.ids(client, "&held_to=2025-09-08") == [seoul.pk, seoul.parent_id]
        assert self.ids(client, "&held_to=2025-09-07") == []
