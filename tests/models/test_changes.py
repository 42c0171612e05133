"""The change feed: what it notes, what it leaves out, and that nobody alters it."""

import pytest
from django.apps import apps

from quotes.models import Change, Quote, TouchedItems
from quotes.models.changes import public_version
from quotes.models.public_rule import RESOURCES
from tests import factories
from tests.models.attacks import refused, rules_hold, sql

pytestmark = pytest.mark.django_db


def noted(after=0):
    """What the feed says of everything since, as it would at a commit."""
    rules_hold()
    return [
        (change.kind, change.resource, change.item_id)
        for change in Change.objects.filter(id__gt=after)
    ]


def place():
    """The end of the feed."""
    rules_hold()
    last = Change.objects.last()
    return last.pk if last else 0


def public_now():
    """What ``published()`` finds."""
    return {
        (resource, key)
        for resource, model in RESOURCES.items()
        for key in apps.get_model("quotes", model).objects.published().values_list("pk", flat=True)
    }


def public_by_the_feed():
    """Who reads the feed from its beginning holds this."""
    rules_hold()
    held = set()
    for change in Change.objects.order_by("id"):
        item = (change.resource, change.item_id)
        assert (item in held) == (change.kind != "published"), change
        (held.discard if change.kind == "withdrawn" else held.add)(item)
    return held


def test_a_draft_is_not_noted_whatever_happens_to_it():
    quote = factories.draft_quote()
    Quote.objects.filter(pk=quote.pk).update(context="Am Tag nach dem Gespräch")
    factories.brought_to(quote, "in_review")
    assert noted() == []
    assert not TouchedItems.objects.exists()


def test_publishing_notes_the_item_and_whoever_comes_into_view_with_it():
    event = factories.EventFactory(parent=factories.EventFactory())
    topic, speaker = factories.TopicFactory(), factories.SpeakerFactory()
    article = factories.published_article()
    quote = factories.draft_quote(article=article, speaker=speaker, event=event, topics=[topic])
    assert set(noted()) == {
        ("published", "article", article.pk),
        ("published", "outlet", article.outlet_id),
    }
    before = place()
    factories.publish(quote)
    assert noted(before) == [
        ("published", "quote", quote.pk),
        ("published", "event", event.parent_id),
        ("published", "event", event.pk),
        ("published", "speaker", speaker.pk),
        ("published", "topic", topic.pk),
    ]


def test_withdrawing_says_why_and_notes_whoever_goes_out_of_view():
    quote = factories.published_quote()
    speaker = quote.attributions.get().speaker_id
    before = place()
    factories.withdraw(quote)
    assert noted(before) == [("withdrawn", "quote", quote.pk), ("withdrawn", "speaker", speaker)]
    assert list(Change.objects.filter(id__gt=before).values_list("reason", flat=True)) == [
        "The source has taken its report back.",
        "",
    ]


def test_an_item_is_noted_once_however_often_a_transaction_writes_it():
    quote = factories.published_quote()
    before = place()
    sql("UPDATE quotes_quote SET context = 'eins'")
    sql("UPDATE quotes_quote SET context = 'zwei'")
    sql("UPDATE quotes_attribution SET name_as_printed = '中谷氏'")
    assert noted(before) == [("changed", "quote", quote.pk)]


def test_what_comes_and_goes_within_a_transaction_has_changed():
    quote = factories.published_quote()
    before = place()
    factories.withdraw(quote)
    factories.publish(quote)
    assert noted(before) == [("changed", "quote", quote.pk)]


def test_what_no_reader_sees_is_no_change():
    quote = factories.published_quote()
    before = place()
    quote.save()
    factories.confirm(quote)
    sql("UPDATE quotes_quote SET unseen_since = now()")
    factories.ReviewCommentFactory(quote=quote)
    sql("UPDATE quotes_quote SET context = context")
    # A link to a draft, and a source that is not public.
    factories.QuoteRelationFactory(from_quote=quote, to_quote=factories.draft_quote())
    factories.anchored_occurrence(quote, factories.draft_article())
    assert noted(before) == []


def test_the_feed_is_never_altered():
    factories.published_quote()
    rules_hold()
    for attack in (
        "UPDATE quotes_change SET kind = 'changed'",
        "DELETE FROM quotes_change",
        "UPDATE quotes_change SET id = id + 100",
    ):
        with refused("change_stays"):
            sql(attack)


def test_nobody_writes_the_feed_by_hand():
    with refused("change_is_written_by_the_database"):
        sql(
            "INSERT INTO quotes_change (at, kind, resource, item_id, reason)"
            " VALUES (now(), 'published', 'quote', 17, '')"
        )


def test_the_version_stands_still_until_something_public_changes():
    quote = factories.draft_quote(article=factories.published_article())
    rules_hold()
    before = public_version()
    sql("UPDATE quotes_quote SET context = 'Entwurf'")
    rules_hold()
    assert public_version() == before
    factories.publish(quote)
    rules_hold()
    assert public_version() != before


def test_without_anything_public_there_is_a_version_too():
    assert public_version() == "0"
