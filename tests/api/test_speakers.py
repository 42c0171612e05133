"""Speakers in the API: people, organisations and groups."""

from urllib.parse import quote

import pytest

from quotes.models import Speaker
from tests.api.resource_tests import ResourceTests
from tests.api.whole_rows import whole_speaker
from tests.factories import (
    SpeakerFactory,
    SpeakerNameFactory,
    TenureFactory,
    draft_quote,
    withdraw,
)


def speaker_of_a_draft() -> Speaker:
    return draft_quote().attributions.get().speaker


class TestSpeakers(ResourceTests):
    resource = "speakers"
    component = "Speaker"
    make = whole_speaker
    make_hidden = speaker_of_a_draft
    parameters = {
        "kind": "person",
        "name": "中谷元",
        "organisation": "17",
        "wikidata": "Q42",
    }

    @pytest.mark.parametrize(
        "name", ["中谷元", "Gen Nakatani", "GEN NAKATANI", "gen naka", "Nakatani Gen", "nakatani"]
    )
    def test_a_speaker_is_found_by_any_form_of_the_name(self, client, name):
        nakatani = whole_speaker()
        found = self.ids(client, f"&name={quote(name)}")
        assert nakatani.pk in found
        assert set(Speaker.objects.filter(pk__in=found).values_list("name", flat=True)) == {
            "Gen Nakatani"
        }

    def test_a_name_without_letters_is_refused(self, client):
        assert client.get(self.address, {"name": "—"}).status_code == 400

    def test_a_name_form_that_is_not_the_main_one_is_found_with_accents_or_without(self, client):
        ahn = whole_speaker()
        SpeakerNameFactory(speaker=ahn, text="An Gyu-baek", language="ko-Latn", kind="alias")
        assert self.ids(client, "&name=an%20gyu%20b%C3%A6k") == [ahn.pk]

    def test_who_held_a_role_in_an_organisation_is_found_by_it(self, client):
        speaker, _other = whole_speaker(), whole_speaker()
        ministry = speaker.tenures.get().organisation_id
        assert self.ids(client, f"&organisation={ministry}") == [speaker.pk]
        assert ministry in self.ids(client, "&kind=organisation")

    def test_a_role_keeps_silent_about_a_source_that_was_withdrawn(self, client):
        speaker = whole_speaker()
        source = speaker.tenures.get().source
        shown = client.get(f"{self.address}{speaker.pk}/").json()["tenures"][0]
        assert shown["source"] == source.pk
        withdraw(source)
        shown = client.get(f"{self.address}{speaker.pk}/").json()["tenures"][0]
        assert shown["source"] is None
        assert shown["title_en"] == "Minister of Defense"

    def test_an_open_role_says_null_and_nothing_made_up(self, client):
        speaker = whole_speaker()
        tenure = client.get(f"{self.address}{speaker.pk}/").json()["tenures"][0]
        assert tenure["since"] == {"edtf": None, "earliest": None, "latest": None}

    def test_speakers_stand_by_family_name(self, client):
        whole_speaker()
        names = [
            row["sort_name"]
            for row in client.get(self.address, {"page_size": 100}).json()["results"]
        ]
        assert names == sorted(names)
        assert "nakatani gen" in names

    def test_an_organisation_that_nothing_public_reaches_is_not_named(self, client):
        ministry = whole_speaker().tenures.get().organisation
        government = SpeakerFactory(kind="organisation", name="Government of Japan")
        TenureFactory(speaker=ministry, organisation=government)
        answer = client.get(f"{self.address}{ministry.pk}/").json()
        assert [tenure["organisation"] for tenure in answer["tenures"]] == [None]
        assert client.get(f"{self.address}{government.pk}/").status_code == 404
