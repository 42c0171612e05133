"""The first page: what waits, and what to do about it from there."""

import pytest
from django.urls import reverse

from quotes.models import State
from tests import factories

pytestmark = pytest.mark.django_db
INDEX = "/admin/"


def url(item, view="change"):
    return reverse(f"admin:quotes_{item._meta.model_name}_{view}", args=[item.pk])


def test_it_shows_what_waits_for_review_with_what_was_said(edith, rosa, client_of, edited):
    quote = factories.draft_quote()
    edited(client_of(edith), url(quote), _move="submit", comment="Wer hat übersetzt?")
    page = client_of(rosa).get(INDEX)
    assert [row.item for row in page.context["reviewing"]] == [quote]
    assert "Wer hat übersetzt?" in page.content.decode()


def test_an_item_goes_back_to_its_author_from_there(edith, rosa, client_of):
    quote = factories.brought_to(factories.draft_quote(), State.IN_REVIEW)
    move = {"_move": "return", "next": INDEX}
    page = client_of(rosa).post(url(quote, "move"), move, follow=True)
    assert "Say why: this step needs a reason." in page.content.decode()
    client_of(rosa).post(url(quote, "move"), {**move, "reason": "Sprecher fehlt"})
    quote.refresh_from_db()
    assert quote.state == State.DRAFT


def test_it_shows_changes_that_nobody_has_seen_and_confirms_them(edith, rosa, client_of, edited):
    quote = factories.published_quote()
    edited(client_of(edith), url(quote), addressee="Reporter", reason="steht in D")
    assert [row.item for row in client_of(rosa).get(INDEX).context["unseen"]] == [quote]
    move = {"_move": "confirm", "next": INDEX}
    page = client_of(edith).post(url(quote, "move"), move, follow=True)
    assert "a second person confirms it" in page.content.decode()
    client_of(rosa).post(url(quote, "move"), move)
    assert client_of(rosa).get(INDEX).context["unseen"] == []


def test_nobody_confirms_what_he_has_not_seen(edith, rosa, client_of, edited):
    quote = factories.published_quote()
    edited(client_of(edith), url(quote), addressee="Reporter", reason="steht in D")
    page = client_of(rosa).get(INDEX)
    seen = {"_move": "confirm", "next": INDEX, "_version": page.context["seen"]}
    assert f'value="{page.context["seen"]}"' in page.content.decode()
    edited(client_of(edith), url(quote), addressee="Journalisten", reason="steht auch in H")
    refused = client_of(rosa).post(url(quote, "move"), seen, follow=True)
    assert "Somebody changed this after you opened the page" in refused.content.decode()
    quote.refresh_from_db()
    assert quote.unseen_since is not None
    again = {**seen, "_version": refused.context["seen"]}
    client_of(rosa).post(url(quote, "move"), again)
    quote.refresh_from_db()
    assert quote.unseen_since is None


def test_the_list_publishes_only_what_was_shown(edith, rosa, client_of, edited):
    quote = factories.draft_quote(article=factories.published_article())
    edited(client_of(edith), url(quote), _move="submit")
    listed = reverse("admin:quotes_quote_changelist")
    chosen = {"action": "publish", "_selected_action": quote.pk}
    asked = client_of(rosa).post(listed, chosen)
    edited(client_of(edith), url(quote), addressee="Reporter", reason="steht in D")
    confirmed = {**chosen, "confirmed": "yes", "_version": asked.context["seen"]}
    client_of(rosa).post(listed, confirmed)
    quote.refresh_from_db()
    assert quote.state == State.IN_REVIEW
    client_of(rosa).post(listed, {**chosen, "confirmed": "yes"})
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED


def test_it_shows_my_drafts_and_nobody_elses(carl, edith, client_of, edited):
    mine, other = factories.draft_quote(), factories.draft_quote()
    edited(client_of(carl), url(mine), addressee="Reporter")
    edited(client_of(edith), url(other), addressee="Reporter")
    assert [row.item for row in client_of(carl).get(INDEX).context["my_drafts"]] == [mine]


def test_a_contributor_sees_the_queue_without_buttons(carl, client_of):
    factories.brought_to(factories.draft_quote(), State.IN_REVIEW)
    page = client_of(carl).get(INDEX)
    assert len(page.context["reviewing"]) == 1
    assert 'name="_move"' not in page.content.decode()


def test_it_shows_texts_with_open_candidates_the_newest_first(carl, client_of):
    first, second = factories.SnapshotFactory(), factories.SnapshotFactory()
    for snapshot, start in ((first, 0), (first, 20), (second, 0)):
        factories.CandidateFactory(snapshot=snapshot, start=start, end=start + 12)
    head = first.candidates.first()
    factories.CandidateFactory(snapshot=first, start=40, end=50, part_of=head)
    client = client_of(carl)
    assert list(client.get(INDEX).context["texts"]) == [second, first]
    factories.DecisionFactory(candidate=head)
    page = client.get(INDEX)
    assert "1 of 2 open" in page.content.decode()
    assert f"/admin/quotes/snapshot/{first.pk}/workbench/" in page.content.decode()
    # The whole text is not read for its line.
    assert all("text" in snapshot.get_deferred_fields() for snapshot in page.context["texts"])
    factories.DecisionFactory(candidate=second.candidates.get())
    assert list(client.get(INDEX).context["texts"]) == [first]


def test_who_may_not_decide_on_candidates_is_not_shown_them(client_of):
    factories.CandidateFactory()
    page = client_of(factories.UserFactory()).get(INDEX)
    assert page.context["texts"] == []
    assert "Texts with open candidates" not in page.content.decode()


def test_of_many_texts_with_open_candidates_the_newest_are_shown(edith, client_of):
    newest = [factories.CandidateFactory().snapshot for _more in range(22)][:1:-1]
    page = client_of(edith).get(INDEX)
    assert list(page.context["texts"]) == newest
    assert "Older ones follow when these are done." in page.content.decode()


def test_each_list_is_short(edith, client_of):
    for _more in range(22):
        factories.brought_to(factories.QuoteFactory(), State.IN_REVIEW)
    page = client_of(edith).get(INDEX)
    assert len(page.context["reviewing"]) == 20
    assert "/admin/quotes/quote/?state__exact=in_review" in page.content.decode()


def test_empty_queues_say_so(edith, client_of):
    page = client_of(edith).get(INDEX).content.decode()
    for sentence in ("Nothing waits for review.", "You have no drafts."):
        assert sentence in page
