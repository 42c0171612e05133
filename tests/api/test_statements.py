"""Joint statements in the API: signatories, versions, provisions, quotes from them."""

from quotes.models import Article
from tests.api.resource_tests import WithdrawableTests
from tests.api.whole_rows import whole_statement
from tests.factories import (
    STATEMENT_JA,
    SpeakerFactory,
    StatementLinkFactory,
    draft_quote,
    draft_statement,
    published_quote,
    published_statement,
    withdraw,
)


class TestStatements(WithdrawableTests):
    resource = "statements"
    component = "Statement"
    make = whole_statement
    make_hidden = draft_statement
    parameters = {
        "kind": "press_release",
        "signatory": "17",
        "event": "17",
        "topic": "17",
        "language": "ja",
        "year": "2025",
        "issued_from": "2025-09-08",
        "issued_to": "2025-09-08",
    }

    def test_statements_are_found_by_signatory_event_topic_language_and_date(self, client):
        statement = whole_statement()
        published_statement(issued_on="2024-06", language="ko")
        for query in (
            f"signatory={statement.signatories.first().speaker_id}",
            f"event={statement.event_id}",
            f"topic={statement.topics.get().pk}",
        ):
            assert self.ids(client, f"&{query}") == [statement.pk], query
        assert statement.pk in self.ids(client, "&language=ja&issued_from=2025")
        assert len(self.ids(client, "&language=ko&issued_to=2024-06-01")) == 1

    def test_signatories_stand_in_order_with_their_capacity(self, client):
        statement = published_statement()
        address = f"{self.address}{statement.pk}/"
        answer = client.get(address, {"expand": "signatories.speaker"}).json()
        assert [
            (each["position"], each["speaker"]["name"], each["capacity"])
            for each in answer["signatories"]
        ] == [(1, "Gen Nakatani", "日本国防衛大臣"), (2, "Ahn Gyu-back", "日本国防衛大臣")]

    def test_provisions_carry_their_words_in_each_version_and_the_quotes_that_state_them(
        self, client
    ):
        statement = published_statement()
        provision = statement.provisions.get(number=2)
        stating, draft, about = published_quote(), draft_quote(), published_quote()
        StatementLinkFactory(quote=stating, statement=statement, provision=provision)
        StatementLinkFactory(quote=draft, statement=statement, provision=provision)
        StatementLinkFactory(quote=about, statement=statement, kind="concerns")
        elsewhere = StatementLinkFactory(quote=published_quote(), statement=statement)
        address = f"{self.address}{statement.pk}/"
        answer = client.get(address, {"expand": "provisions"}).json()
        first, second = answer["provisions"]
        assert (first["number"], first["quotes"]) == (1, [])
        assert [text["wording"] for text in second["texts"]] == [STATEMENT_JA[1]]
        assert second["texts"][0]["language"] == "ja"
        assert second["quotes"] == [stating.pk]
        assert answer["quotes"] == [
            {"kind": "states", "quote": stating.pk, "provision": provision.pk},
            {"kind": "concerns", "quote": about.pk, "provision": None},
            {"kind": "states", "quote": elsewhere.quote_id, "provision": None},
        ]

    def test_a_versions_whole_text_is_given_only_where_the_rights_say_so(self, client):
        statement = published_statement()
        address = f"{self.address}{statement.pk}/"
        assert client.get(address).json()["versions"][0]["text"] is None
        article = statement.versions.get().snapshot.article
        Article.objects.filter(pk=article.pk).update(rights="whole")
        assert client.get(address).json()["versions"][0]["text"] == "\n".join(STATEMENT_JA)

    def test_a_version_goes_with_its_article(self, client):
        statement = published_statement()
        StatementLinkFactory(quote=published_quote(), statement=statement)
        withdraw(statement.versions.get().snapshot.article)
        address = f"{self.address}{statement.pk}/"
        answer = client.get(address, {"expand": "provisions"}).json()
        assert answer["versions"] == []
        assert [provision["texts"] for provision in answer["provisions"]] == [[], []]

    def test_parties_are_named_where_not_all_signatories_are_bound(self, client):
        statement = published_statement()
        party = statement.signatories.first().speaker
        statement.provisions.get(number=1).parties.set([party, SpeakerFactory()][:1])
        address = f"{self.address}{statement.pk}/"
        first, second = client.get(address, {"expand": "provisions"}).json()["provisions"]
        assert first["parties"] == [party.pk]
        assert second["parties"] == []
