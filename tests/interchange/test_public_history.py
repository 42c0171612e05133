"""Public history: what the public saw become of an item, and nothing else that was recorded."""

import json

import pytest
from django.urls import reverse

from quotes.editorial import moves
from quotes.editorial.anchoring import prefer
from quotes.editorial.recording import recorded
from quotes.interchange.public_history import HISTORIES, read_history
from quotes.interchange.public_history.reading import MalformedPlace
from quotes.models import Quote
from tests import factories
from tests.api.resource_tests import BUDGETS, check_against_schema, problem, queries
from tests.models.attacks import rules_hold

pytestmark = pytest.mark.django_db
SECRET = "Verschlusssache"


def history(item, kind="quote"):
    """Its entries, the oldest first."""
    return [entry.read() for entry in read_history(kind, item.pk).entries][::-1]


def kinds(item, kind="quote"):
    return [entry["kind"] for entry in history(item, kind)]


def changes(item, kind="quote"):
    """(part, what happened, field, before, after) of everything since the first publication."""
    return [
        (each["part"], each["change"], field["field"], field["before"], field["after"])
        for entry in history(item, kind)
        for each in entry["changes"]
        for field in each["fields"]
        if field["told"]
    ]


def change(item, user, reason=SECRET, **values):
    with recorded(user, reason):
        item.refresh_from_db()
        for name, value in values.items():
            setattr(item, name, value)
        item.save()


def step(user, work, *arguments):
    """One editorial step: what a test writes after another one would count as part of that."""
    with recorded(user, SECRET):
        work(*arguments)


@pytest.fixture
def quote():
    found = factories.published_quote(context="Im Mai.")
    rules_hold()
    return found


def test_what_was_never_public_has_no_history(edith):
    draft = factories.draft_quote(context=SECRET)
    change(draft, edith, context="anders")
    moves.submit(draft, edith)
    assert history(draft) == []


def test_what_was_changed_is_told_with_its_value_before_and_after(quote, edith):
    change(quote, edith, said_on="2025-09", context="Im Juni.")
    assert kinds(quote) == ["published", "changed"]
    assert changes(quote) == [
        ("quote", "changed", "context", "Im Mai.", "Im Juni."),
        ("quote", "changed", "said_on", "2025-09-08", "2025-09"),
    ]


def test_a_withdrawal_says_why_and_hides_the_words_till_it_is_public_again(quote, edith, rosa):
    change(quote, edith, context="Im Juni.")
    moves.withdraw(quote, edith, "Die Agentur zog ihren Bericht zurück.")
    assert kinds(quote) == ["published", "changed", "withdrawn"]
    assert history(quote)[-1]["reason"] == "Die Agentur zog ihren Bericht zurück."
    assert changes(quote) == []
    assert history(quote)[1]["changes"][0]["fields"][0]["told"] is False
    moves.reopen(quote, edith, SECRET)
    change(quote, edith, context="Zwischenstand, den niemand sah.")
    change(quote, edith, context="Im Juli.")
    # What is reviewed now is not told.
    assert kinds(quote) == ["published", "changed", "withdrawn"]
    moves.publish(quote, rosa)
    assert kinds(quote) == ["published", "changed", "withdrawn", "reopened", "published"]
    assert changes(quote) == [
        ("quote", "changed", "context", "Im Mai.", "Im Juni."),
        ("quote", "changed", "context", "Im Juni.", "Im Juli."),
    ]


def test_what_one_step_wrote_and_took_back_was_never_seen(quote, edith):
    with recorded(edith, SECRET):
        quote.refresh_from_db()
        for context in ("Zwischenstand", "Im Mai."):
            quote.context = context
            quote.save()
    assert kinds(quote) == ["published"]


def test_speakers_and_topics_that_come_and_go_are_told(quote, edith):
    other, topic = factories.SpeakerFactory(), factories.TopicFactory()
    with recorded(edith, SECRET):
        row = factories.AttributionFactory(quote=quote, speaker=other)
        quote.topics.add(topic)
    assert ("attribution", "added", "speaker", None, other.pk) in changes(quote)
    assert ("topic", "added", "topic", None, topic.pk) in changes(quote)
    with recorded(edith, SECRET):
        row.delete()
    assert history(quote)[-1]["changes"][0]["change"] == "removed"
    # Nothing public leads to the other speaker any more: who it was is not told.
    assert not [each for each in changes(quote) if other.pk in each[3:] and each[0] != "topic"]


def test_a_source_is_seen_from_when_its_article_is_public(quote, edith):
    article = factories.draft_article(text=f"{SECRET}, sagte er.")
    with recorded(edith, SECRET):
        row = factories.anchored_occurrence(quote, article, SECRET, reporting_phrase=SECRET)
    assert kinds(quote) == ["published"]
    step(edith, factories.publish, article)
    assert kinds(quote) == ["published", "changed"]
    assert ("occurrence", "added", "article", None, article.pk) in changes(quote)
    assert SECRET in json.dumps(history(quote))
    step(edith, factories.withdraw, article)
    assert kinds(quote) == ["published", "changed"]
    assert SECRET not in json.dumps(history(quote))
    step(edith, factories.publish, article)
    row.refresh_from_db()
    row.withdrawn = True
    step(edith, row.save)
    assert history(quote)[-1]["changes"][0]["change"] == "removed"
    assert SECRET not in json.dumps(history(quote))


def test_words_that_only_a_withdrawn_source_printed_are_told_no_more(quote, edith):
    own = quote.occurrences.get()
    other = factories.anchored_occurrence(
        quote, factories.published_article(language="en", text=factories.NAKATANI_EN),
        factories.NAKATANI_EN,
    )  # fmt: skip
    rules_hold()
    with recorded(edith, SECRET):
        prefer(other)
    told = ("quote", "changed", "wording", factories.NAKATANI_DE, factories.NAKATANI_EN)
    assert told in changes(quote)
    moves.withdraw(own.snapshot.article, edith, "–")
    assert told not in changes(quote)
    assert factories.NAKATANI_DE not in json.dumps(history(quote), ensure_ascii=False)


@pytest.mark.parametrize("link", ["hop", "relation", "statement"])
def test_what_leads_to_a_draft_is_not_told_before_that_is_public(quote, edith, link):
    with recorded(edith, SECRET):
        if link == "hop":
            other = factories.draft_article(headline=SECRET)
            factories.HopFactory(
                article=None,
                occurrence=quote.occurrences.get(),
                source_article=other,
                evidence=SECRET,
            )
        elif link == "relation":
            other = factories.draft_quote(SECRET)
            factories.QuoteRelationFactory(from_quote=quote, to_quote=other)
        else:
            other = factories.draft_statement(title_de=SECRET)
            factories.StatementLinkFactory(quote=quote, statement=other)
    assert kinds(quote) == ["published"]
    if link == "relation":
        factories.publish(other.occurrences.get().snapshot.article)
    if link == "statement":
        factories.publish(other.versions.get().snapshot.article)
    factories.publish(other)
    assert other.pk in [each[4] for each in changes(quote)]


def relation_of(*, by, to, kind="retracts", user):
    with recorded(user, SECRET):
        return factories.QuoteRelationFactory(from_quote=by, to_quote=to, kind=kind)


def test_both_quotes_tell_of_a_retraction_when_it_was_seen_and_no_third_one(quote, edith):
    by, third = factories.published_quote("Ich nehme das zurück"), factories.published_quote()
    rules_hold()
    row = relation_of(by=by, to=quote, user=edith)
    added = [("kind", None, "retracts"), ("from_quote", None, by.pk)]
    assert sorted(changes(quote)) == sorted(("relation_to", "added", *each) for each in added)
    assert ("relation", "added", "to_quote", None, quote.pk) in changes(by)
    assert changes(third) == []
    with recorded(edith, SECRET):
        row.delete()
    last = history(quote)[-1]["changes"]
    assert [(each["part"], each["change"]) for each in last] == [("relation_to", "removed")]
    # Nobody sees any more who it was.
    assert str(by.pk) not in json.dumps(last)


def test_a_retraction_by_a_draft_is_told_when_that_is_published_and_hidden_with_it(quote, edith):
    by = factories.draft_quote(SECRET)
    relation_of(by=by, to=quote, user=edith)
    assert kinds(quote) == ["published"]
    factories.publish(by.occurrences.get().snapshot.article)
    factories.publish(by)
    assert ("relation_to", "added", "from_quote", None, by.pk) in changes(quote)
    step(edith, factories.withdraw, by)
    assert changes(quote) == []
    assert kinds(quote) == ["published", "changed"]


def test_a_retraction_that_was_noted_at_the_wrong_quote_leaves_it(quote, edith):
    by, other = factories.published_quote(), factories.published_quote()
    rules_hold()
    row = relation_of(by=by, to=quote, user=edith)
    change(row, edith, to_quote=other)
    assert [entry["changes"][0]["change"] for entry in history(quote)[1:]] == ["added", "removed"]
    (arrived,) = history(other)[1:]
    assert [(each["part"], each["change"]) for each in arrived["changes"]] == [
        ("relation_to", "added")
    ]
    assert ("relation", "changed", "to_quote", quote.pk, other.pk) in changes(by)


def test_statements_and_articles_have_histories_of_their_own(edith):
    statement = factories.published_statement()
    article = statement.versions.get().snapshot.article
    rules_hold()
    change(statement, edith, title_de="Gemeinsame Erklärung, berichtigt")
    change(article, edith, headline="Neue Überschrift")
    with recorded(edith, SECRET):
        statement.signatories.first().delete()
    assert kinds(statement, "statement") == ["published", "changed", "changed"]
    assert changes(statement, "statement")[0][4] == "Gemeinsame Erklärung, berichtigt"
    (headline,) = changes(article, "article")
    assert headline[:3] == ("article", "changed", "headline")
    assert headline[4] == "Neue Überschrift"


def test_every_column_that_is_told_exists_and_no_working_of_the_editors_is():
    for each in HISTORIES.values():
        for part in each.parts:
            model = part.model._meta.concrete_model
            names = {field.name for field in model._meta.get_fields()}
            assert {column.named_by for column in part.columns.values()} <= names
            assert not {"unseen_since", "confirmed_at", "state", "text"} & {*part.columns} or (
                part.name == "credit"
            )


class TestPages:
    def test_a_long_history_is_read_page_by_page(self, quote, edith, client):
        for number in range(7):
            change(quote, edith, context=f"Fassung {number}")
        address, found = f"/api/v1/quotes/{quote.pk}/history/?page_size=3", []
        while address:
            page = client.get(address).json()
            check_against_schema(page, "HistoryPage")
            found += page["results"]
            address = page["next"]
        assert found == history(quote)[::-1]
        assert len(found) == 8

    @pytest.mark.parametrize("place", ["x", "1", "9" * 20, "٣" * 20, "2025090812000012345\n"])
    def test_a_made_up_place_is_refused(self, quote, client, place):
        with pytest.raises(MalformedPlace):
            read_history("quote", quote.pk, place)
        body = problem(client.get(f"/api/v1/quotes/{quote.pk}/history/", {"cursor": place}), 400)
        assert body["errors"][0]["parameter"] == "cursor"
        assert client.get(quote.get_absolute_url(), {"history": place}).status_code == 400


class TestApi:
    def test_it_answers_for_what_was_withdrawn_and_not_for_what_was_never_public(
        self, quote, client
    ):
        factories.withdraw(quote)
        for item, kind in ((quote, "quotes"), (factories.published_statement(), "statements")):
            rules_hold()
            page = client.get(f"/api/v1/{kind}/{item.pk}/history/")
            assert page.status_code == 200
            check_against_schema(page.json(), "HistoryPage")
        draft = factories.draft_quote()
        for pk in (draft.pk, 2**63, "0", "x"):
            problem(client.get(f"/api/v1/quotes/{pk}/history/"), 404)
        problem(
            client.get(f"/api/v1/quotes/{draft.pk}/history/", {"cursor": "20250908120000123456"}),
            404,
        )
        body = problem(client.get(f"/api/v1/quotes/{quote.pk}/history/", {"colour": "red"}), 400)
        assert body["valid_parameters"] == ["cursor", "page_size"]

    def test_a_longer_history_costs_no_more_queries(self, quote, edith, client):
        budget = json.loads(BUDGETS.read_text())["api.history"]
        for _ in range(2):
            assert queries(client, f"/api/v1/quotes/{quote.pk}/history/") == budget
            for number in range(5):
                change(quote, edith, context=f"Fassung {number}")
                with recorded(edith, SECRET):
                    factories.AttributionFactory(quote=quote)

    def test_an_unchanged_history_is_not_sent_again(self, quote, edith, client):
        address = f"/api/v1/quotes/{quote.pk}/history/"
        tag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
        change(quote, edith, context="Im Juni.")
        rules_hold()
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


class TestShown:
    def shown(self, client, item, **parameters):
        page = client.get(item.get_absolute_url(), {"lang": "en", **parameters})
        return page.text.partition('id="history"')[2].partition("</section>")[0], page

    def test_the_page_of_each_kind_ends_with_its_history(self, client, edith):
        statement = factories.published_statement()
        quote = factories.published_quote()
        article = quote.occurrences.get().snapshot.article
        rules_hold()
        for item in (quote, statement, article):
            assert "published" in self.shown(client, item)[0]
        change(quote, edith, said_on="2025-09", said_on_basis="inferred")
        text, page = self.shown(client, quote)
        for words in ("8 September 2025", "September 2025", "an editor’s inference", "Said on"):
            assert words in text
        for private in (SECRET, "edith", "Edith"):
            assert private not in page.text
        german = client.get(quote.get_absolute_url(), {"lang": "de"}).text
        assert "8. September 2025" in german.partition('id="history"')[2]

    def test_a_page_tells_what_the_api_tells(self, client, edith, quote):
        other = factories.SpeakerFactory()
        with recorded(edith, SECRET):
            factories.AttributionFactory(quote=quote, speaker=other)
        change(quote, edith, context="Im Juni.")
        text, _page = self.shown(client, quote)
        entries = client.get(f"/api/v1/quotes/{quote.pk}/history/").json()["results"]
        assert text.count("<time") == len(entries) == 3
        assert other.display_name in text
        assert "Im Juni." in text

    def test_a_withdrawn_page_keeps_its_history_without_its_words(self, client, edith, quote):
        change(quote, edith, context="Im Juni.")
        moves.withdraw(quote, edith, "Die Quelle irrte.")
        text, page = self.shown(client, quote)
        assert page.status_code == 410
        # The page has said the reason already, above its history.
        assert page.text.count("Die Quelle irrte.") == 1
        assert "Die Quelle irrte." not in text
        assert "public no longer" in text
        assert "Im Juni." not in page.text
        assert "Im Mai." not in page.text

    def test_a_long_history_goes_on_on_another_page(self, client, edith, quote):
        for number in range(25):
            change(quote, edith, context=f"Fassung {number}.")
        text, _page = self.shown(client, quote)
        assert "Fassung 24." in text
        assert "Fassung 1." not in text
        following = read_history("quote", quote.pk).following
        older, _page = self.shown(client, quote, history=following)
        assert "Fassung 1." in older
        assert f"history={following}" in text

    def test_editors_previews_have_none(self, client, edith):
        draft = factories.draft_quote()
        client.force_login(edith)
        page = client.get(reverse("pages:preview-quote", args=[draft.pk]))
        assert 'id="history"' not in page.text
        assert Quote.objects.published().count() == 0
