"""An earlier version comes back whole, as a new change."""

import datetime

import pytest

from quotes.editorial.anchoring import anchor, locate
from quotes.editorial.history import changes, version_token
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.restoring import restore
from quotes.models import Attribution, Hop, Quote, State, Tenure
from tests.factories import (
    NAKATANI_EN,
    HopFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    TenureFactory,
    TopicFactory,
    anchored_occurrence,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
)

pytestmark = pytest.mark.django_db


def now(item):
    return datetime.datetime.fromisoformat(version_token(item))


def state_of(quote):
    quote.refresh_from_db()
    return (
        quote.wording,
        quote.said_on,
        quote.said_on_earliest,
        list(quote.topics.values_list("pk", flat=True)),
        list(quote.attributions.values_list("pk", "position", "speaker_id", "name_as_printed")),
        list(
            quote.occurrences.values_list("pk", "wording", "preferred", "segments__exact").order_by(
                "pk", "segments__position"
            )
        ),
    )


def test_a_draft_comes_back_with_all_its_parts(edith, rosa):
    quote = draft_quote(topics=[TopicFactory()])
    before, at = state_of(quote), now(quote)
    with recorded(edith, "everything else"):
        quote.said_on = "2025"
        quote.save()
        quote.topics.set([TopicFactory()])
        quote.attributions.all().delete()
        Attribution.objects.create(quote=quote, speaker=SpeakerFactory(name="Ahn Gyu-back"))
        occurrence = quote.occurrences.get()
        anchor(occurrence, locate(occurrence.snapshot, "geduldig Vertrauen aufzubauen"))
    assert state_of(quote) != before
    restore(quote, at, rosa, "the old one was right")
    assert state_of(quote) == before
    newest = changes(quote)[0]
    assert newest.reason == "the old one was right"
    assert newest.user_id == rosa.pk


def test_a_deleted_occurrence_comes_back_under_its_number_with_its_hops(edith):
    quote = draft_quote()
    second = anchored_occurrence(quote, draft_article(text=NAKATANI_EN, language="en"), NAKATANI_EN)
    HopFactory(article=None, occurrence=second)
    at = now(quote)
    before = state_of(quote)
    with recorded(edith):
        second.delete()
    restore(quote, at, edith, "deleted by mistake")
    assert state_of(quote) == before
    assert Hop.objects.filter(occurrence_id=second.pk or before[5][-1][0]).count() == 1


def test_the_state_stays(edith):
    quote = draft_quote(article=published_article())
    at = now(quote)
    Quote.objects.filter(pk=quote.pk).update(state=State.IN_REVIEW)
    restore(quote, at, edith, "back")
    assert quote.state == State.IN_REVIEW


def test_on_a_published_quote_a_newer_occurrence_is_withdrawn_not_deleted(edith):
    quote = published_quote()
    before, at = state_of(quote), now(quote)
    newer = anchored_occurrence(
        quote, published_article(text=NAKATANI_EN, language="en"), NAKATANI_EN, preferred=True
    )
    with recorded(edith):
        quote.refresh_from_db()
    restore(quote, at, edith, "the first source is the better one")
    newer.refresh_from_db()
    assert newer.withdrawn
    assert not newer.preferred
    assert newer.segments.count() == 1
    quote.refresh_from_db()
    assert quote.wording == before[0]
    assert quote.unseen_since is not None


def test_a_speaker_with_names_and_tenures(edith):
    speaker = SpeakerFactory()
    SpeakerNameFactory(speaker=speaker)
    tenure = TenureFactory(speaker=speaker)
    at = now(speaker)
    with recorded(edith):
        speaker.name = "Nakatani Gen"
        speaker.save()
        speaker.names.all().delete()
        tenure.title_en = "Defense Minister"
        tenure.save()
        TenureFactory(speaker=speaker, title_en="Member of parliament")
    restore(speaker, at, edith, "as before")
    assert (speaker.name, speaker.names.get().text) == ("Gen Nakatani", "中谷元")
    assert Tenure.objects.get(speaker=speaker).title_en == "Minister of Defense"


def test_a_statement_with_provisions(edith):
    statement = draft_statement()
    at = now(statement)
    texts = [text.text for p in statement.provisions.all() for text in p.texts.all()]
    with recorded(edith):
        statement.provisions.all().delete()
        statement.signatories.first().delete()
    restore(statement, at, edith, "as before")
    assert [t.text for p in statement.provisions.all() for t in p.texts.all()] == texts
    assert statement.signatories.count() == 2


def test_an_article_keeps_its_newer_snapshots(edith):
    article = draft_article()
    at = now(article)
    with recorded(edith):
        article.snapshots.create(text="Eine neue Fassung")
        article.byline = "Jiji"
        article.save()
    restore(article, at, edith, "byline was wrong")
    assert article.byline == ""
    assert article.snapshots.count() == 2


def test_what_a_rule_forbids_is_refused_and_nothing_changes(edith):
    tenure = TenureFactory()
    quote = published_quote(tenure=tenure)
    at = now(quote)
    with recorded(edith, "the role was another man’s"):
        quote.attributions.update(tenure=None)
        tenure.speaker = SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
        tenure.save()
    with pytest.raises(Refused) as refused:
        restore(quote, at, edith, "back to a role that is not his")
    assert refused.value.messages == ["The role is not one of this speaker."]
    assert quote.attributions.get().tenure is None


def test_before_its_beginning_there_is_nothing_to_restore(edith):
    article = draft_article()
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(Refused) as refused:
        restore(article, long_ago, edith, "why not")
    assert refused.value.messages == ["At that time the item did not exist yet."]
