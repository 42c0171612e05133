"""Only what was never published is deleted; the rest says why it stays."""

import pytest
from django.urls import reverse

from quotes.models import Article, Quote, Speaker, State
from tests import factories

pytestmark = pytest.mark.django_db


def url(item, view="delete"):
    return reverse(f"admin:quotes_{item._meta.model_name}_{view}", args=[item.pk])


def delete(client, item, **data):
    return client.post(url(item), {"post": "yes", **data}, follow=True)


def test_a_draft_is_deleted_with_its_parts_and_keeps_its_history(edith, client_of):
    quote = factories.draft_quote()
    key = quote.pk
    delete(client_of(edith), quote, reason="doppelt")
    assert not Quote.objects.exists()
    last = Quote.pgh_event_model.objects.filter(pgh_obj_id=key).latest("pgh_created_at")
    assert (last.pgh_label, last.pgh_context["reason"]) == ("delete", "doppelt")


def test_a_draft_article_goes_with_its_unused_captures(edith, client_of):
    article = factories.draft_article()
    delete(client_of(edith), article)
    assert not Article.objects.exists()


def test_a_draft_article_with_an_occurrence_stays(edith, client_of):
    article = factories.draft_quote().occurrences.get().snapshot.article
    page = delete(client_of(edith), article)
    assert page.status_code == 200
    assert Article.objects.exists()


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.IN_REVIEW, "Only a draft is deleted: return it to its author first."),
        (State.PUBLISHED, "What is or was published is never deleted; withdraw it instead."),
        (State.WITHDRAWN, "What is or was published is never deleted; withdraw it instead."),
    ],
)
def test_everything_else_stays_and_says_why(state, sentence, edith, client_of):
    quote = factories.draft_quote(article=factories.published_article())
    factories.brought_to(quote, state)
    assert sentence in delete(client_of(edith), quote, reason="weg").content.decode()
    assert Quote.objects.filter(pk=quote.pk).exists()
    page = client_of(edith).get(url(quote, "change")).content.decode()
    assert 'class="deletelink"' not in page


def test_a_speaker_with_words_stays_and_says_why(edith, client_of):
    speaker = factories.draft_quote().attributions.get().speaker
    page = delete(client_of(edith), speaker, reason="doppelt")
    assert page.status_code == 200
    assert Speaker.objects.filter(pk=speaker.pk).exists()


def test_a_row_without_a_state_is_deleted_for_a_reason(edith, client_of):
    speaker = factories.SpeakerFactory()
    page = delete(client_of(edith), speaker).content.decode()
    assert "Say why: this change needs a reason." in page
    delete(client_of(edith), speaker, reason="doppelt")
    assert not Speaker.objects.exists()


def test_of_several_chosen_in_the_list_one_that_stays_keeps_all(edith, client_of):
    draft, public = factories.draft_quote(), factories.published_quote()
    data = {"action": "delete_selected", "_selected_action": [draft.pk, public.pk], "post": "yes"}
    address = reverse("admin:quotes_quote_changelist")
    page = client_of(edith).post(address, {**data, "reason": "weg"}, follow=True)
    assert "What is or was published is never deleted" in page.content.decode()
    assert Quote.objects.count() == 2
    data["_selected_action"] = [draft.pk]
    client_of(edith).post(address, {**data, "reason": "weg"})
    assert Quote.objects.get() == public
