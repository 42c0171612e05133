"""Quotes in the API: the speech act, its speakers, how each source prints it."""

from urllib.parse import quote as escaped

import pytest

from quotes.models import Article, Occurrence
from tests.api.resource_tests import WithdrawableTests, problem
from tests.api.whole_rows import whole_quote
from tests.factories import (
    NAKATANI_DE,
    NAKATANI_EN,
    NAKATANI_JA,
    AttributionFactory,
    QuoteRelationFactory,
    SnapshotFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    StatementLinkFactory,
    anchored_occurrence,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
    withdraw,
)


class TestQuotes(WithdrawableTests):
    resource = "quotes"
    component = "Quote"
    make = whole_quote
    make_hidden = draft_quote
    parameters = {
        "speaker": "17",
        "speaker_name": "中谷元",
        "outlet": "17",
        "article": "17",
        "language": "de",
        "speech_type": "direct",
        "topic": "17",
        "event": "17",
        "organisation": "17",
        "date_basis": "stated",
        "year": "2025",
        "statement": "17",
        "said_from": "2025-09-08",
        "said_to": "2025-09~",
    }

    def one(self, client, quote):
        expand = "occurrences.article,attributions.speaker,attributions.role.organisation"
        expand += ",relations.quote,relations_to.quote,statements.provision"
        return client.get(f"{self.address}{quote.pk}/", {"expand": expand}).json()

    # What a quote carries

    def test_a_quote_says_who_said_it_in_which_role(self, client):
        named, described = self.one(client, whole_quote())["attributions"]
        assert named["speaker"]["name"] == "Gen Nakatani"
        assert named["role"]["title_de"] == "Verteidigungsminister"
        assert named["role"]["organisation"]["name"] == "Ministry of Defense of Japan"
        assert described["speaker"] is None
        assert described["description"] == "ein hoher Beamter"

    def test_a_quote_says_when_and_how_that_is_known(self, client):
        exact, vague = published_quote(), published_quote(said_on="2025-08")
        unknown = published_quote(said_on="")
        assert self.one(client, exact)["said_on"] == {
            "edtf": "2025-09-08",
            "earliest": "2025-09-08",
            "latest": "2025-09-08",
            "basis": "stated",
            "expression": "",
        }
        assert self.one(client, vague)["said_on"]["latest"] == "2025-08-31"
        assert self.one(client, unknown)["said_on"]["edtf"] is None
        assert self.one(client, unknown)["said_on"]["basis"] == "unknown"

    def test_its_wording_is_that_of_the_preferred_occurrence_which_stands_first(self, client):
        quote = whole_quote()
        other = quote.occurrences.get(preferred=False)
        answer = self.one(client, quote)
        assert [row["preferred"] for row in answer["occurrences"]] == [True, False]
        assert answer["wording"] == answer["occurrences"][0]["wording"] == NAKATANI_DE
        assert answer["occurrences"][1]["id"] == other.pk
        assert answer["occurrences"][1]["wording"] == NAKATANI_JA
        assert answer["occurrences"][1]["language"] == "ja"

    def test_an_interrupted_wording_has_its_segments_and_a_link_to_each(self, client):
        parts = ["Um die Zusammenarbeit nachhaltig zu stärken", "geduldig Vertrauen aufzubauen"]
        quote = published_quote(parts)
        occurrence = self.one(client, quote)["occurrences"][0]
        assert [segment["exact"] for segment in occurrence["segments"]] == parts
        text = quote.occurrences.get().snapshot.text
        for segment in occurrence["segments"]:
            assert text[segment["start"] : segment["end"]] == segment["exact"]
        address, fragment = occurrence["source_link"].split("#:~:")
        assert address == occurrence["article"]["source_url"]
        assert fragment.count("text=") == 2

    def test_what_is_printed_without_an_address_has_no_link(self, client):
        quote = published_quote(article=draft_article(url=None, genre="book"))
        occurrence = self.one(client, quote)["occurrences"][0]
        assert occurrence["source_link"] is None
        assert occurrence["article"]["source_url"] is None

    def test_no_more_than_200_code_points_around_a_passage_leave_the_house(self, client):
        before = "前" * 500
        after = "後" * 500
        article = draft_article(text=f"{before}{NAKATANI_JA}{after}", language="ja")
        quote = published_quote(NAKATANI_JA, article=article, language="ja")
        segment = quote.occurrences.get().segments.get()
        # A selector that had to go far to tell two places apart.
        segment.prefix, segment.suffix = before, after
        segment.save()
        answer = self.one(client, quote)
        assert answer["occurrences"][0]["segments"][0]["prefix"] == "前" * 200
        assert answer["occurrences"][0]["segments"][0]["suffix"] == "後" * 200
        for address in (self.address, f"{self.address}{quote.pk}/"):
            body = client.get(address, {"expand": "occurrences"}).content.decode()
            assert quote.occurrences.get().segments.get().exact in body
            for character in "前後":
                assert character * 201 not in body
                assert escaped(character) * 201 not in body

    def test_a_quote_names_its_relations_in_both_directions(self, client):
        quote = whole_quote()
        answer = self.one(client, quote)
        assert [each["kind"] for each in answer["relations"]] == ["answers"]
        assert [each["kind"] for each in answer["relations_to"]] == ["repeats"]
        assert answer["relations"][0]["quote"]["wording"] == NAKATANI_DE

    def test_a_quote_names_its_statements_with_the_provision_where_it_is_one(self, client):
        links = self.one(client, whole_quote())["statements"]
        assert [
            (link["kind"], link["provision"] and link["provision"]["number"]) for link in links
        ] == [("states", 1), ("states", None)]

    # What it keeps to itself

    def test_drafts_around_a_quote_stay_hidden(self, client):
        quote = published_quote()
        QuoteRelationFactory(from_quote=quote, to_quote=draft_quote())
        QuoteRelationFactory(from_quote=draft_quote(), to_quote=quote)
        StatementLinkFactory(quote=quote, statement=draft_statement())
        anchored_occurrence(quote, draft_article(language="en"), NAKATANI_EN)
        answer = self.one(client, quote)
        assert answer["relations"] == answer["relations_to"] == answer["statements"] == []
        assert [row["language"] for row in answer["occurrences"]] == ["de"]
        assert quote.pk not in self.ids(client, "&language=en")

    def test_an_occurrence_that_was_withdrawn_is_neither_shown_nor_found(self, client):
        quote = whole_quote()
        Occurrence.objects.filter(quote=quote, language="ja").update(withdrawn=True)
        assert [row["language"] for row in self.one(client, quote)["occurrences"]] == ["de"]
        assert quote.pk not in self.ids(client, "&language=ja")

    def test_an_occurrence_goes_with_its_article(self, client):
        quote = whole_quote()
        withdraw(
            Article.objects.get(snapshots__occurrences__in=quote.occurrences.filter(language="ja"))
        )
        assert [row["language"] for row in self.one(client, quote)["occurrences"]] == ["de"]

    # Filters

    def test_quotes_are_found_by_speaker_topic_event_and_statement(self, client):
        quote, _other = whole_quote(), whole_quote()
        for query in (
            f"speaker={quote.attributions.first().speaker_id}",
            f"topic={quote.topics.get().pk}",
            f"event={quote.event_id}",
            f"statement={quote.statement_links.first().statement_id}",
        ):
            assert self.ids(client, f"&{query}") == [quote.pk], query

    def test_a_statement_that_is_not_public_finds_nothing(self, client):
        quote, statement = published_quote(), draft_statement()
        StatementLinkFactory(quote=quote, statement=statement)
        assert self.ids(client, f"&statement={statement.pk}") == []

    @pytest.mark.parametrize("name", ["中谷元", "Gen Nakatani", "NAKATANI gen", "nakatani"])
    def test_quotes_are_found_by_any_form_of_a_speakers_name(self, client, name):
        nakatani = SpeakerFactory()
        SpeakerNameFactory(speaker=nakatani)
        ahn = SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
        quote = published_quote(speaker=nakatani)
        published_quote(speaker=ahn)
        together = published_quote(speaker=ahn)
        AttributionFactory(quote=together, speaker=nakatani)
        found = self.ids(client, f"&speaker_name={escaped(name)}")
        assert found == [together.pk, quote.pk]

    def test_language_type_and_outlet_match_any_occurrence_but_one_and_the_same(self, client):
        quote = published_quote()
        article = published_article(language="ja", text=NAKATANI_JA)
        anchored_occurrence(quote, article, NAKATANI_JA, speech_type="indirect")
        ours = quote.occurrences.get(preferred=True).snapshot.article
        published_quote(language="fr")
        for query in (
            "language=ja",
            "language=JA",
            "speech_type=indirect",
            f"outlet={article.outlet_id}",
            f"article={article.pk}",
            f"language=ja&speech_type=indirect&outlet={article.outlet_id}&article={article.pk}",
            f"language=de&outlet={ours.outlet_id}",
        ):
            assert self.ids(client, f"&{query}") == [quote.pk], query
        for query in (
            "language=ja&speech_type=direct",
            f"language=de&outlet={article.outlet_id}",
            f"outlet={ours.outlet_id}&article={article.pk}",
        ):
            assert self.ids(client, f"&{query}") == [], query

    def test_a_language_includes_its_scripts_and_regions_and_no_other_language(self, client):
        swiss = published_quote(language="de-CH")
        published_quote(language="den")
        assert self.ids(client, "&language=de") == [swiss.pk]
        assert self.ids(client, "&language=de-CH") == [swiss.pk]
        assert self.ids(client, "&language=de-AT") == []

    @pytest.mark.parametrize(
        ("said_on", "query", "found"),
        [
            ("2025-09-08", "said_from=2025-09-08&said_to=2025-09-08", True),
            ("2025-09-08", "said_from=2025-09-09", False),
            ("2025-09-08", "said_to=2025-09-07", False),
            ("2025-09-08", "said_from=2025-09&said_to=2025-09", True),
            ("2025-09-08", "said_from=2025~", True),
            ("2025-08", "said_from=2025-08-31", True),
            ("2025-08", "said_to=2025-08-01", True),
            ("2025-08", "said_from=2025-09-01", False),
            ("2025-08/..", "said_from=2030", True),
            ("2025-08/..", "said_to=2025-07", False),
            ("../2025-08", "said_to=1990", True),
            ("../2025-08", "said_from=2025-09", False),
            ("", "said_from=0001", False),
            ("", "said_to=9999", False),
        ],
    )
    def test_dates_match_what_may_lie_within_them(self, client, said_on, query, found):
        quote = published_quote(said_on=said_on)
        assert self.ids(client, f"&{query}") == ([quote.pk] if found else [])

    @pytest.mark.parametrize("date", ["yesterday", "2025-13", "8.9.2025", "2025-09-31", "\x00"])
    def test_a_malformed_date_is_refused_with_three_valid_examples(self, client, date):
        for name in ("said_from", "said_to"):
            body = problem(client.get(self.address, {name: date}), 400)
            assert body["errors"][0]["parameter"] == name
            if date != "\x00":
                assert all(each in body["detail"] for each in ("2025-09-08", "2025-09", "2025~"))

    def test_an_open_date_is_refused_where_its_open_end_is_asked_for(self, client):
        assert client.get(self.address, {"said_from": "2025/.."}).status_code == 200
        problem(client.get(self.address, {"said_to": "2025/.."}), 400)

    def test_what_cannot_be_an_id_is_refused(self, client):
        for value in ("0", "017", "+17", "1.0", "٣", str(2**63)):
            body = problem(client.get(self.address, {"speaker": value}), 400)
            assert body["errors"][0]["parameter"] == "speaker"
        assert client.get(self.address, {"speaker": str(2**63 - 1)}).json()["results"] == []

    def test_a_wrong_word_is_refused_and_the_right_ones_named(self, client):
        body = problem(client.get(self.address, {"speech_type": "loud"}), 400)
        assert "direct, fragment, mixed, indirect" in body["detail"]
        body = problem(client.get(self.address, {"language": "Deutsch!"}), 400)
        assert "de-AT" in body["detail"]
        body = problem(client.get(self.address, {"ordering": "wording"}), 400)
        assert "-said_on, said_on" in body["detail"]

    def test_the_newest_stand_first_unless_asked_otherwise(self, client):
        old, new = published_quote(said_on="1999"), published_quote(said_on="2025-09")
        undated = published_quote(said_on="")
        assert self.ids(client) == [new.pk, old.pk, undated.pk]
        assert self.ids(client, "&ordering=said_on") == [undated.pk, old.pk, new.pk]

    def test_one_utterance_in_several_sources_is_one_quote(self, client):
        """Nakatani's sentence: A in German, D and its reprint M in English, H in Japanese."""
        speaker = SpeakerFactory()
        SpeakerNameFactory(speaker=speaker)
        quote = published_quote(NAKATANI_DE, speaker=speaker)
        for language, words in (("en", NAKATANI_EN), ("en", NAKATANI_EN), ("ja", NAKATANI_JA)):
            article = published_article(language=language, text=None)
            SnapshotFactory(article=article, text=words)
            anchored_occurrence(quote, article, words)
        asked = {"speaker_name": "中谷元", "language": "ja", "expand": "occurrences"}
        answer = client.get(self.address, asked).json()
        occurrences = answer["results"][0]["occurrences"]
        assert len(occurrences) == 4
        assert {row["language"] for row in occurrences} == {"de", "en", "ja"}
