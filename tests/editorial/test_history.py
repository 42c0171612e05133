"""What happened to an item, as editors read it."""

import datetime

import pytest

from quotes.editorial import moves
from quotes.editorial.history import changes, names_of, version_token
from quotes.editorial.recording import display_name, recorded
from quotes.models import (
    Attribution,
    EventParticipant,
    Occurrence,
    Quote,
    QuoteTopic,
    Segment,
    Speaker,
)
from tests.factories import (
    ARTICLE_DE,
    EventFactory,
    SpeakerFactory,
    TopicFactory,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
)

pytestmark = pytest.mark.django_db


def fields(row):
    return {change.field.name: (change.before, change.after) for change in row.fields}


def test_a_change_names_field_before_and_after(edith):
    quote = draft_quote()
    with recorded(edith, "only the month is certain"):
        quote.said_on = "2025-09"
        quote.save()
    change = changes(quote)[0]
    assert (change.user_name, change.reason) == (display_name(edith), "only the month is certain")
    (row,) = change.rows
    assert (row.model, row.kind) == (Quote, "update")
    assert fields(row) == {"said_on": ("2025-09-08", "2025-09")}


def test_parts_belong_to_the_history_of_the_whole(edith):
    quote = draft_quote()
    with recorded(edith, "second speaker"):
        added = Attribution.objects.create(
            quote=quote, position=2, speaker=SpeakerFactory(name="Ahn Gyu-back")
        )
        quote.topics.add(TopicFactory())
    with recorded(edith, "was wrong"):
        added.delete()
    newest, before = changes(quote)[:2]
    assert [(row.model, row.kind) for row in newest.rows] == [(Attribution, "delete")]
    assert {row.model for row in before.rows} == {Attribution, QuoteTopic}


def test_the_segments_of_a_deleted_occurrence_are_still_told(edith):
    quote = draft_quote()
    with recorded(edith, "not this source"):
        occurrence = quote.occurrences.get()
        occurrence.delete()
        Quote.objects.filter(pk=quote.pk).update(wording="", language="")
    deleted = {row.model for row in changes(quote)[0].rows if row.kind == "delete"}
    assert deleted == {Occurrence, Segment}


def test_participants_belong_to_an_event(edith):
    event = EventFactory()
    with recorded(edith):
        event.participants.add(SpeakerFactory())
    assert changes(event)[0].rows[0].model is EventParticipant


def test_names_are_looked_up_for_what_foreign_keys_point_to(edith):
    quote = draft_quote()
    attribution = quote.attributions.get()
    new = SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
    old = attribution.speaker
    with recorded(edith, "wrong speaker"):
        attribution.speaker = new
        attribution.save()
    rows = changes(quote)[0].rows
    assert names_of(rows) == {(Speaker, old.pk): "Gen Nakatani", (Speaker, new.pk): "Ahn Gyu-back"}


def test_the_name_of_a_deleted_user_stays(edith, rosa):
    article = draft_article()
    moves.submit(article, edith, "please check")
    name = edith.get_full_name() or edith.username
    edith.delete()
    assert changes(article)[0].user_name == name


def test_since_leaves_out_what_one_has_seen(edith, rosa):
    quote = draft_quote()
    seen = datetime.datetime.fromisoformat(version_token(quote))
    with recorded(rosa, "addressee"):
        quote.addressee = "Reporter"
        quote.save()
    assert [change.reason for change in changes(quote, since=seen)] == ["addressee"]


@pytest.mark.parametrize(
    "change",
    [
        lambda quote: Quote.objects.filter(pk=quote.pk).update(context="Seoul"),
        lambda quote: quote.attributions.update(name_as_printed="中谷氏"),
        lambda quote: Segment.objects.filter(occurrence__quote=quote).update(prefix=""),
        lambda quote: quote.topics.add(TopicFactory()),
    ],
    ids=["root", "attribution", "segment", "topic"],
)
def test_the_token_changes_with_the_item_and_each_part(change, edith):
    quote = draft_quote()
    other = draft_quote()
    token, others = version_token(quote), version_token(other)
    with recorded(edith):
        change(quote)
    assert version_token(quote) > token
    assert version_token(other) == others


def test_history_takes_as_many_queries_for_many_changes_as_for_few(
    edith, django_assert_num_queries
):
    quote = draft_quote()
    for n in range(15):
        with recorded(edith, f"change {n}"):
            quote.addressee = f"Reporter {n}"
            quote.save()
    with django_assert_num_queries(8):
        assert len(changes(quote)) >= 15


def test_no_history_is_mixed_up_between_kinds_of_items(edith):
    statement = draft_statement()
    article = published_article(text=ARTICLE_DE)
    assert {row.model._meta.model_name for c in changes(article) for row in c.rows} == {
        "article",
        "snapshot",
    }
    assert {row.model._meta.model_name for c in changes(statement) for row in c.rows} == {
        "jointstatement",
        "signatory",
        "statementversion",
        "provision",
        "provisiontext",
    }
