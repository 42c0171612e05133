"""Quotes, occurrences, segments and attributions, raw."""

import pytest

from quotes.models import QuoteRelation
from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql, value

pytestmark = pytest.mark.django_db

# Emoji of several code points, Korean, Vietnamese, a mark that NFC leaves apart, right to left.
MIXED = "👩‍👩‍👧 양측은 “Hai bên nhất trí” q̃ עברית"
SEGMENT = (
    'INSERT INTO quotes_segment (occurrence_id, position, start, "end", exact, prefix, suffix)'
    " VALUES (%s, %s, %s, %s, %s, '', '')"
)


def words(occurrence, wording):
    """Give an occurrence, and the quote that prefers it, a wording."""
    sql("UPDATE quotes_occurrence SET wording = %s WHERE id = %s", wording, occurrence.pk)
    if occurrence.preferred:
        sql("UPDATE quotes_quote SET wording = %s WHERE id = %s", wording, occurrence.quote_id)


@pytest.fixture
def occurrence():
    """Not preferred, in a text that holds several scripts."""
    return factories.OccurrenceFactory(snapshot=factories.SnapshotFactory(text=MIXED))


# Segments


@pytest.mark.parametrize(
    "exact", ["👩‍👩‍👧", "양측은", "Hai bên nhất trí", "q̃", "עברית", MIXED], ids=ascii
)
def test_a_segment_counts_in_code_points(occurrence, exact):
    start = MIXED.index(exact)
    end = start + len(exact)
    with allowed():
        sql(SEGMENT, occurrence.pk, 1, start, end, exact)
        words(occurrence, exact)
    sql("DELETE FROM quotes_segment")
    words(occurrence, "")
    for moved in (start - 1, start + 1):
        if moved >= 0 and moved + len(exact) <= len(MIXED):
            with refused("segment_is_what_the_snapshot_holds"):
                sql(SEGMENT, occurrence.pk, 1, moved, moved + len(exact), exact)


def test_a_segment_in_bytes_or_utf_16_is_refused(occurrence):
    exact = "양측은"
    for encoding, width in (("utf-8", 1), ("utf-16-le", 2)):
        start = len(MIXED[: MIXED.index(exact)].encode(encoding)) // width
        assert start != MIXED.index(exact)
        with refused("segment_is_what_the_snapshot_holds"):
            sql(SEGMENT, occurrence.pk, 1, start, start + 3, exact)


@pytest.mark.parametrize(
    ("start", "end", "rule"),
    [
        (5, 5, "segment_starts_before_it_ends"),
        (5, 4, "segment_starts_before_it_ends"),
        (len(MIXED) - 1, len(MIXED) + 1, "segment_within_the_snapshot"),
        (len(MIXED), len(MIXED) + 1, "segment_within_the_snapshot"),
    ],
)
def test_a_segment_lies_within_the_text(occurrence, start, end, rule):
    with refused(rule):
        sql(SEGMENT, occurrence.pk, 1, start, end, MIXED[start:end])


@pytest.mark.parametrize("column", ["start", "end"])
def test_no_offset_is_negative(occurrence, column):
    segment = factories.SegmentFactory(occurrence=occurrence, exact="양측은")
    with refused(f"quotes_segment_{column}_check"):
        sql(f'UPDATE quotes_segment SET "{column}" = -1 WHERE id = %s', segment.pk)


@pytest.mark.parametrize(
    "change",
    [
        "exact = 'Hai ben nhat tri'",
        "start = start + 1",
        '"end" = "end" - 1',
        "exact = replace(exact, 'ấ', 'a')",
    ],
)
def test_a_segment_never_says_other_words_than_its_text(occurrence, change):
    segment = factories.SegmentFactory(occurrence=occurrence, exact="Hai bên nhất trí")
    with refused("segment_is_what_the_snapshot_holds"):
        sql(f"UPDATE quotes_segment SET {change} WHERE id = %s", segment.pk)


def test_an_occurrence_does_not_move_to_a_text_that_lacks_its_words(occurrence):
    factories.SegmentFactory(occurrence=occurrence, exact="양측은")
    for text in ("양측", MIXED.replace("양", "량"), "–" + MIXED):
        other = factories.SnapshotFactory(text=text)
        with refused("segment_is_what_the_snapshot_holds"):
            sql(
                "UPDATE quotes_occurrence SET snapshot_id = %s WHERE id = %s",
                other.pk,
                occurrence.pk,
            )
    longer = factories.SnapshotFactory(text=MIXED + " …")
    with allowed():
        sql("UPDATE quotes_occurrence SET snapshot_id = %s WHERE id = %s", longer.pk, occurrence.pk)


def test_a_segment_does_not_slip_in_before_its_occurrence():
    snapshot, quote = factories.SnapshotFactory(text="양측"), factories.QuoteFactory()
    with refused("segment_within_the_snapshot"):
        sql(SEGMENT, 9001, 1, 0, 3, "양측은")
        sql(
            "INSERT INTO quotes_occurrence (id, quote_id, snapshot_id, preferred, speech_type,"
            " language, wording, wording_origin, reporting_phrase, locator, orphan, withdrawn)"
            " VALUES (9001, %s, %s, false, 'direct', 'ko', '양측은', 'unknown', '', '', false,"
            " false)",
            quote.pk,
            snapshot.pk,
        )


def test_the_wording_of_an_occurrence_is_that_of_its_segments(occurrence):
    segment = factories.SegmentFactory(occurrence=occurrence, exact="양측은")
    rule = "occurrence_wording_is_its_segments"
    with refused(rule):
        words(occurrence, "양측")
    with refused(rule):
        sql("DELETE FROM quotes_segment WHERE id = %s", segment.pk)
    with refused(rule):
        sql(SEGMENT, occurrence.pk, 2, MIXED.index("עברית"), len(MIXED), "עברית")
    with refused(rule):
        sql(
            "UPDATE quotes_segment SET occurrence_id = %s",
            factories.OccurrenceFactory(snapshot=occurrence.snapshot).pk,
        )
    with allowed():
        sql(SEGMENT, occurrence.pk, 2, MIXED.index("עברית"), len(MIXED), "עברית")
        words(occurrence, "양측은 … עברית")


def test_segments_follow_each_other_without_overlapping(occurrence):
    factories.SegmentFactory(occurrence=occurrence, exact="Hai bên")
    place = MIXED.index("nhất trí")
    with refused("segments_in_order"):
        sql(SEGMENT, occurrence.pk, 2, MIXED.index("bên"), place, "bên ")
        words(occurrence, "Hai bên … bên ")
    with refused("segments_in_order"):
        sql(SEGMENT, occurrence.pk, 2, 0, 5, MIXED[:5])
        words(occurrence, f"Hai bên … {MIXED[:5]}")
    with allowed():
        sql(SEGMENT, occurrence.pk, 2, place, place + 8, "nhất trí")
        words(occurrence, "Hai bên … nhất trí")
    with refused("segments_in_order"):
        sql("UPDATE quotes_segment SET position = 3 - position")
        words(occurrence, "nhất trí … Hai bên")
    with refused("segment_position", UNIQUE_VIOLATION):
        sql("UPDATE quotes_segment SET position = 1")
        words(occurrence, "Hai bên … nhất trí")


# The preferred occurrence


def test_a_quote_has_one_preferred_occurrence_at_most():
    quote = factories.draft_quote()
    other = factories.anchored_occurrence(quote, factories.draft_article())
    with refused("occurrence_one_preferred", UNIQUE_VIOLATION):
        sql("UPDATE quotes_occurrence SET preferred = true WHERE id = %s", other.pk)
    with allowed():
        sql("UPDATE quotes_occurrence SET preferred = false")
        sql("UPDATE quotes_occurrence SET preferred = true WHERE id = %s", other.pk)


@pytest.mark.parametrize("state", ["draft", "in_review", "published", "withdrawn"])
@pytest.mark.parametrize(
    "change", ["wording = 'geduldig Vertrauen'", "wording = wording || ' '", "language = 'en'"]
)
def test_the_wording_of_a_quote_is_never_an_invention(change, state):
    quote = factories.brought_to(factories.published_quote(), state)
    with refused("quote_wording_is_preferred_occurrences"):
        sql(f"UPDATE quotes_quote SET {change} WHERE id = %s", quote.pk)


@pytest.mark.parametrize(
    "change",
    ["language = 'en'", "preferred = false"],
)
def test_a_preferred_occurrence_does_not_leave_its_quote_behind(change):
    quote = factories.draft_quote()
    with refused("quote_wording_is_preferred_occurrences"):
        sql(f"UPDATE quotes_occurrence SET {change} WHERE quote_id = %s", quote.pk)


def test_a_quote_without_a_preferred_occurrence_has_no_wording():
    quote = factories.QuoteFactory()
    for change in ("wording = 'Vertrauen'", "language = 'de'"):
        with refused("quote_wording_is_preferred_occurrences"):
            sql(f"UPDATE quotes_quote SET {change} WHERE id = %s", quote.pk)
    quote = factories.draft_quote()
    with refused("quote_wording_is_preferred_occurrences"):
        quote.occurrences.all().delete()
    with allowed():
        quote.occurrences.all().delete()
        sql("UPDATE quotes_quote SET wording = '', language = '' WHERE id = %s", quote.pk)


def test_another_occurrence_becomes_preferred_with_its_wording_and_language():
    quote = factories.published_quote()
    article = factories.published_article(text=factories.NAKATANI_JA, language="ja")
    other = factories.anchored_occurrence(quote, article, factories.NAKATANI_JA)
    with refused("quote_wording_is_preferred_occurrences"):
        sql("UPDATE quotes_occurrence SET preferred = false WHERE quote_id = %s", quote.pk)
        sql("UPDATE quotes_occurrence SET preferred = true WHERE id = %s", other.pk)
    with allowed():
        sql("UPDATE quotes_occurrence SET preferred = false WHERE quote_id = %s", quote.pk)
        sql("UPDATE quotes_occurrence SET preferred = true WHERE id = %s", other.pk)
        sql(
            "UPDATE quotes_quote SET wording = %s, language = 'ja' WHERE id = %s",
            factories.NAKATANI_JA,
            quote.pk,
        )


def test_a_withdrawn_occurrence_is_not_preferred():
    quote = factories.draft_quote()
    with refused("occurrence_preferred_is_not_withdrawn"):
        sql("UPDATE quotes_occurrence SET withdrawn = true WHERE quote_id = %s", quote.pk)


def test_an_occurrence_of_a_published_quote_stays_with_it():
    draft, published = factories.draft_quote(), factories.published_quote()
    second = factories.anchored_occurrence(published, factories.published_article())
    move = "UPDATE quotes_occurrence SET quote_id = %s WHERE id = %s"
    with refused("occurrence_stays_with_its_quote"):
        sql(move, draft.pk, second.pk)
    free = factories.anchored_occurrence(factories.QuoteFactory(), factories.published_article())
    with allowed():
        sql(move, draft.pk, free.pk)


# What a published quote rests upon


@pytest.mark.parametrize("state", ["withdrawn", "draft", "in_review"])
def test_a_quote_is_not_published_without_a_published_article(state):
    quote = factories.draft_quote()
    factories.brought_to(quote.occurrences.get().snapshot.article, state)
    with refused("quote_published_has_a_public_source"):
        factories.publish(quote)


def test_a_published_quote_keeps_its_published_article():
    quote = factories.published_quote()
    article = quote.occurrences.get().snapshot.article
    away = "UPDATE quotes_article SET state = 'withdrawn', withdrawal_reason = '–' WHERE id = %s"
    with refused("quote_published_has_a_public_source"):
        sql(away, article.pk)
    with allowed():
        factories.withdraw(quote)
        sql(away, article.pk)


def test_withdrawing_an_article_may_prefer_another_occurrence_at_once():
    quote = factories.published_quote()
    first = quote.occurrences.get()
    second = factories.anchored_occurrence(quote, factories.published_article())
    with allowed():
        factories.withdraw(first.snapshot.article)
        sql("UPDATE quotes_occurrence SET preferred = false WHERE id = %s", first.pk)
        sql("UPDATE quotes_occurrence SET preferred = true WHERE id = %s", second.pk)
    assert value("SELECT state FROM quotes_quote WHERE id = %s", quote.pk) == "published"


def test_a_published_quote_keeps_a_preferred_occurrence_and_words():
    quote = factories.published_quote()
    with refused("quote_published_has_a_public_source"):
        factories.anchored_occurrence(quote, factories.draft_article(), preferred=True)
    with refused("quote_published_has_words"):
        sql("DELETE FROM quotes_segment")
        words(quote.occurrences.get(), "")


def test_a_published_quote_keeps_a_speaker_or_the_description_of_one():
    quote = factories.published_quote()
    factories.AttributionFactory(quote=quote, speaker=None, description="ein hoher Beamter")
    with allowed():
        sql("DELETE FROM quotes_attribution WHERE speaker_id IS NOT NULL")
    for attack in (
        "DELETE FROM quotes_attribution WHERE quote_id = %s",
        "UPDATE quotes_attribution SET quote_id ="
        f" {factories.QuoteFactory().pk} WHERE quote_id = %s",
    ):
        with refused("quote_published_has_a_speaker"):
            sql(attack, quote.pk)
    draft = factories.draft_quote(article=factories.published_article())
    draft.attributions.all().delete()
    with refused("quote_published_has_a_speaker"):
        factories.publish(draft)


def test_a_published_quote_says_when_or_that_it_is_not_known():
    quote = factories.published_quote(said_on="")
    assert quote.said_on_basis == "unknown"
    with refused("quote_published_says_when"):
        sql("UPDATE quotes_quote SET said_on_basis = '' WHERE id = %s", quote.pk)


@pytest.mark.parametrize(
    ("said_on", "basis"), [("2025-09-08", ""), ("2025-09-08", "unknown"), ("", "stated")]
)
def test_a_date_and_the_way_it_is_known_go_together(said_on, basis):
    quote = factories.draft_quote(said_on="")
    with refused("quote_date_has_a_basis"):
        sql(
            "UPDATE quotes_quote SET said_on = %s, said_on_basis = %s WHERE id = %s",
            said_on,
            basis,
            quote.pk,
        )


# Attributions and relations


def test_an_attribution_names_somebody_or_describes_him():
    attribution = factories.AttributionFactory()
    with refused("attribution_names_or_describes"):
        sql("UPDATE quotes_attribution SET speaker_id = NULL WHERE id = %s", attribution.pk)
    with allowed():
        sql(
            "UPDATE quotes_attribution SET speaker_id = NULL, description = 'ein hoher Beamter'"
            " WHERE id = %s",
            attribution.pk,
        )


def test_attributions_stand_in_one_order_and_can_change_places():
    first = factories.AttributionFactory()
    factories.AttributionFactory(quote=first.quote, speaker__name="Ahn Gyu-back")
    with refused("attribution_position", UNIQUE_VIOLATION):
        sql("UPDATE quotes_attribution SET position = 1")
    with allowed():
        sql("UPDATE quotes_attribution SET position = 2 WHERE id = %s", first.pk)
        sql("UPDATE quotes_attribution SET position = 1 WHERE id <> %s", first.pk)


def test_a_speaker_is_named_once_and_anonymous_sources_as_often_as_printed():
    first = factories.AttributionFactory()
    with refused("attribution_once_a_speaker", UNIQUE_VIOLATION):
        factories.AttributionFactory(quote=first.quote, speaker=first.speaker)
    with allowed():
        for description in ("ein hoher Beamter", "ein zweiter Beamter"):
            factories.AttributionFactory(quote=first.quote, speaker=None, description=description)


def test_a_relation_is_between_two_quotes_and_said_once():
    relation = factories.QuoteRelationFactory()
    with refused("quoterelation_between_two"):
        sql("UPDATE quotes_quoterelation SET to_quote_id = from_quote_id")
    with refused("quoterelation_once", UNIQUE_VIOLATION):
        factories.QuoteRelationFactory(
            from_quote=relation.from_quote, to_quote=relation.to_quote, kind=relation.kind
        )
    with allowed():
        factories.QuoteRelationFactory(
            from_quote=relation.to_quote, to_quote=relation.from_quote, kind=relation.kind
        )
    assert QuoteRelation.objects.count() == 2
