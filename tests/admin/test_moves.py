"""Moves between states, from the form, the list and the first page; and who may make them."""

import pytest
from django.urls import reverse

from quotes.editorial.history import changes
from quotes.models import State
from tests import factories

pytestmark = pytest.mark.django_db

MAKERS = {
    "article": factories.draft_article,
    "quote": factories.draft_quote,
    "jointstatement": factories.draft_statement,
}


def url(item, view="change"):
    return reverse(f"admin:quotes_{item._meta.model_name}_{view}", args=[item.pk])


def offered(response):
    return [move.name for move in response.context["moves"]]


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize(
    ("state", "editors", "contributors"),
    [
        (State.DRAFT, ["submit"], ["submit"]),
        (State.IN_REVIEW, ["publish", "return"], []),
        (State.PUBLISHED, ["withdraw"], []),
        (State.WITHDRAWN, ["reopen"], []),
    ],
)
def test_each_sees_the_steps_that_are_his(
    kind, state, editors, contributors, edith, carl, client_of
):
    item = factories.brought_to(MAKERS[kind](**_with_published_article(kind)), state)
    factories.confirm(item)
    assert offered(client_of(edith).get(url(item))) == editors
    page = client_of(carl).get(url(item))
    assert offered(page) == contributors
    assert page.context["has_change_permission"] is (state == State.DRAFT)
    assert ('name="_move"' in page.content.decode()) is bool(contributors)


def _with_published_article(kind):
    return {} if kind == "article" else {"article": factories.published_article(text=None)}


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN])
def test_a_contributor_cannot_change_what_is_no_draft(state, carl, client_of):
    quote = factories.brought_to(factories.published_quote(), State.WITHDRAWN)
    if state != State.WITHDRAWN:
        factories.brought_to(quote, state)
    client = client_of(carl)
    seen = client.get(url(quote)).context["version"]
    typed = {"reason": "so", "addressee": "x", "_version": seen}
    assert client.post(url(quote), typed).status_code == 403
    client.post(url(quote), {**typed, "_version": ""})
    assert (
        client.post(url(quote, "restore"), {"at": "2025-01-01T00:00:00+00:00"}).status_code == 403
    )
    for name in ("publish", "return", "withdraw", "reopen", "confirm", "submit"):
        answer = client.post(url(quote, "move"), {"_move": name, "reason": "so"})
        assert answer.status_code == 403, name
    quote.refresh_from_db()
    assert (quote.state, quote.addressee) == (state, "")


def test_a_contributor_publishes_nothing_through_his_own_draft(carl, client_of, edited):
    quote = factories.draft_quote()
    assert edited(client_of(carl), url(quote), _move="publish").status_code == 403
    assert edited(client_of(carl), url(quote), _move="submit").status_code == 302
    quote.refresh_from_db()
    assert quote.state == State.IN_REVIEW


@pytest.mark.parametrize("kind", ["speaker", "outlet", "topic", "event"])
def test_nobody_without_a_role_gets_in(kind, client_of, django_user_model):
    nobody = django_user_model.objects.create_user("nobody", is_staff=True)
    reader = django_user_model.objects.create_user("reader")
    address = reverse(f"admin:quotes_{kind}_changelist")
    assert client_of(nobody).get(address).status_code == 403
    assert client_of(reader).get(address).status_code == 302


def test_a_contributor_deletes_no_item(carl, client_of):
    quote = factories.draft_quote()
    answer = client_of(carl).post(url(quote, "delete"), {"post": "yes"})
    assert answer.status_code == 403
    assert 'class="deletelink"' not in client_of(carl).get(url(quote)).content.decode()


def test_what_was_typed_is_saved_with_the_step(edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(client_of(edith), url(quote), _move="submit", addressee="Reporter")
    assert answer.status_code == 302
    quote.refresh_from_db()
    assert (quote.state, quote.addressee) == (State.IN_REVIEW, "Reporter")


def test_a_refused_publication_names_everything_that_is_missing(edith, rosa, client_of, edited):
    quote = factories.QuoteFactory(said_on="", said_on_basis="")
    edited(client_of(edith), url(quote), _move="submit")
    answer = edited(client_of(rosa), url(quote), _move="publish", reason="geprüft")
    page = answer.content.decode()
    assert answer.status_code == 200
    for missing in (
        "No occurrence is marked as preferred: the quote has no wording yet.",
        "It has neither a speaker nor the description of an anonymous source.",
        "It has no date; say so if the date is not known.",
    ):
        assert missing in page
    assert 'value="geprüft"' in page
    quote.refresh_from_db()
    assert quote.state == State.IN_REVIEW


def test_the_author_does_not_publish_and_a_second_person_does(edith, rosa, client_of, edited):
    quote = factories.draft_quote(article=factories.published_article())
    edited(client_of(edith), url(quote), _move="submit")
    refused = edited(client_of(edith), url(quote), _move="publish")
    assert "a second person publishes it" in refused.content.decode()
    assert edited(client_of(rosa), url(quote), _move="publish").status_code == 302
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED


def test_changing_and_publishing_in_one_go_makes_an_author(edith, rosa, client_of, edited):
    quote = factories.draft_quote(article=factories.published_article())
    edited(client_of(edith), url(quote), _move="submit")
    answer = edited(
        client_of(rosa), url(quote), _move="publish", addressee="Reporter", reason="ergänzt"
    )
    assert "a second person publishes it" in answer.content.decode()
    assert 'value="Reporter"' in answer.content.decode()
    quote.refresh_from_db()
    assert (quote.state, quote.addressee) == (State.IN_REVIEW, "")


@pytest.mark.parametrize("name", ["return", "withdraw", "reopen"])
def test_steps_back_ask_for_a_reason_at_its_field(name, edith, client_of, edited):
    quote = factories.published_quote()
    if name == "return":
        quote = factories.brought_to(factories.draft_quote(), State.IN_REVIEW)
    if name == "reopen":
        factories.withdraw(quote)
    before = quote.state
    answer = edited(client_of(edith), url(quote), _move=name)
    assert answer.context["reason_field"].errors
    quote.refresh_from_db()
    assert quote.state == before
    answer = edited(client_of(edith), url(quote), _move=name, reason="Quelle fehlt")
    assert answer.status_code == 302
    assert changes(quote)[0].reason == "Quelle fehlt"


def test_a_second_editor_confirms_a_change_and_the_first_cannot(edith, rosa, client_of, edited):
    quote = factories.published_quote()
    edited(client_of(edith), url(quote), addressee="Reporter", reason="steht in D")
    assert "confirm" not in offered(client_of(edith).get(url(quote)))
    assert "confirm" in offered(client_of(rosa).get(url(quote)))
    assert edited(client_of(rosa), url(quote), _move="confirm").status_code == 302
    quote.refresh_from_db()
    assert quote.unseen_since is None


def test_the_list_makes_the_step_for_each_and_says_which_failed(edith, rosa, client_of):
    whole = factories.draft_quote(article=factories.published_article())
    bare = factories.QuoteFactory(said_on="", said_on_basis="")
    for quote in (whole, bare):
        client_of(edith).post(url(quote, "move"), {"_move": "submit"})
    client = client_of(rosa)
    address = reverse("admin:quotes_quote_changelist")
    chosen = {"action": "publish", "_selected_action": [whole.pk, bare.pk]}
    asked = client.post(address, {**chosen, "index": 0})
    assert str(whole)[:40] in asked.content.decode()
    told = client.post(address, {**chosen, "confirmed": "yes"}, follow=True).content.decode()
    assert "Publish: done for 1." in told
    assert "It has no date; say so if the date is not known." in told
    whole.refresh_from_db()
    bare.refresh_from_db()
    assert (whole.state, bare.state) == (State.PUBLISHED, State.IN_REVIEW)


def test_the_list_asks_again_where_a_step_needs_a_reason(edith, client_of):
    quote = factories.published_quote()
    address = reverse("admin:quotes_quote_changelist")
    chosen = {"action": "withdraw", "_selected_action": [quote.pk], "confirmed": "yes"}
    answer = client_of(edith).post(address, chosen)
    assert "Say why: this step needs a reason." in answer.content.decode()
    client_of(edith).post(address, {**chosen, "reason": "Quelle zog zurück"})
    quote.refresh_from_db()
    assert (quote.state, quote.withdrawal_reason) == (State.WITHDRAWN, "Quelle zog zurück")


def test_the_list_offers_only_what_one_may_do(edith, carl, client_of):
    factories.draft_quote()
    address = reverse("admin:quotes_quote_changelist")

    def choices(user):
        form = client_of(user).get(address).context["action_form"]
        return [name for name, _label in form.fields["action"].choices if name]

    assert choices(carl) == ["submit"]
    assert choices(edith) == [
        "delete_selected", "submit", "publish", "return", "confirm", "withdraw", "reopen",
    ]  # fmt: skip


def test_comments_are_kept_and_shown_also_where_the_form_is_closed(edith, carl, client_of, edited):
    quote = factories.brought_to(factories.draft_quote(), State.IN_REVIEW)
    edited(client_of(edith), url(quote), comment="Wer hat übersetzt?")
    answer = client_of(carl).post(url(quote, "comment"), {"comment": "Die Agentur\nselbst."})
    assert answer.status_code == 302
    page = client_of(carl).get(url(quote)).content.decode()
    assert "Wer hat übersetzt?" in page
    assert "Die Agentur<br>selbst." in page
    assert [comment.author_name for comment in quote.review_comments.all()] == ["edith", "carl"]
    assert not changes(quote)[0].user_id


def test_a_draft_can_be_looked_at_as_the_page_it_will_be(edith, client_of):
    quote = factories.draft_quote(article=factories.published_article())
    client = client_of(edith)
    address = client.get(url(quote)).context["preview_url"]
    assert factories.NAKATANI_DE in client.get(address).content.decode()
    assert client_of(edith).get(url(factories.published_quote())).context["preview_url"] is None


def test_nobody_is_sent_away_to_another_site(edith, client_of):
    quote = factories.draft_quote()
    answer = client_of(edith).post(
        url(quote, "move"), {"_move": "submit", "next": "https://example.org/"}
    )
    assert answer.url == url(quote)


def test_who_may_only_look_sees_the_passage_in_its_text_and_no_empty_boxes(carl, client_of):
    quote = factories.published_quote()
    page = client_of(carl).get(url(quote)).content.decode()
    assert f'<mark data-part="1">{factories.NAKATANI_DE}</mark>' in page
    for typed_in in ("field-passage", "field-place", "field-before"):
        assert typed_in not in page
