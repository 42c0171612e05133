"""Passages are fixed in their snapshots, and the wordings follow."""

import pytest

from quotes.editorial.anchoring import anchor, locate, passage_parts, prefer
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.sources import add_snapshot
from quotes.models import Article, Occurrence
from tests.factories import (
    AHN_JA,
    ArticleFactory,
    QuoteFactory,
    SnapshotFactory,
    anchored_occurrence,
    published_quote,
)

pytestmark = pytest.mark.django_db

AHN = (
    "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und betonte,"
    " dass es „lange gedauert hat, bis die beiden Seiten wieder auf diese Weise zusammenkommen"
    " konnten“."
)
INTERRUPTED = "„Es ist notwendig“, sagte Minister Nakatani 🎌, „geduldig Vertrauen aufzubauen“."


def occurrence_in(text, user, passage, **fields):
    with recorded(user):
        quote = fields.pop("quote", None) or QuoteFactory()
        snapshot = SnapshotFactory(text=text)
        occurrence = Occurrence.objects.create(
            quote=quote, snapshot=snapshot, language="de", **fields
        )
        anchor(occurrence, locate(snapshot, passage))
    return occurrence


def test_the_quotation_marks_are_left_out(edith):
    occurrence = occurrence_in(AHN, edith, " „schwierigen“ ", speech_type="fragment")
    segment = occurrence.segments.get()
    assert segment.exact == "schwierigen"
    assert AHN[segment.start : segment.end] == "schwierigen"
    assert segment.prefix.endswith("die „")
    assert segment.suffix.startswith("“ bilateralen")


def test_a_line_a_part_for_an_interrupted_passage(edith):
    occurrence = occurrence_in(
        INTERRUPTED, edith, "„Es ist notwendig“\n\n„geduldig Vertrauen aufzubauen“", preferred=True
    )
    assert [s.exact for s in occurrence.segments.all()] == [
        "Es ist notwendig",
        "geduldig Vertrauen aufzubauen",
    ]
    occurrence.quote.refresh_from_db()
    assert occurrence.quote.wording == "Es ist notwendig … geduldig Vertrauen aufzubauen"
    assert occurrence.quote.language == "de"


def test_a_passage_pasted_over_two_lines_is_one(edith):
    occurrence = occurrence_in(AHN, edith, "„lange gedauert hat,\nbis die beiden Seiten“")
    assert occurrence.segments.get().exact == "lange gedauert hat, bis die beiden Seiten"


def test_typing_other_quotation_marks_and_dashes_does_not_matter(edith):
    occurrence = occurrence_in(
        "Er sagte: „Das ist – so oder so – ein ‚großer‘ Tag.“", edith, '"Das ist - so oder so -'
    )
    assert occurrence.segments.get().exact == "Das ist – so oder so –"


@pytest.mark.parametrize(
    ("passage", "rule"),
    [
        ("Das hat er nie gesagt", "passage_not_found"),
        ("die", "passage_ambiguous"),
        (" \n ", "passage_empty"),
    ],
)
def test_a_passage_without_one_place_is_refused_with_the_reason(passage, rule):
    snapshot = SnapshotFactory(text="Erst die eine, dann die andere Seite.")
    with pytest.raises(Refused) as refused:
        locate(snapshot, passage)
    assert refused.value.rule == rule
    assert len(refused.value.messages) == 1


def test_what_stands_before_chooses_among_several_places():
    snapshot = SnapshotFactory(text="Erst die eine, dann die andere Seite.")
    (span,) = locate(snapshot, "die", prefix="dann ")
    assert snapshot.text[span.start :].startswith("die andere")


def test_anchoring_anew_replaces_the_segments(edith):
    occurrence = occurrence_in(INTERRUPTED, edith, "Es ist notwendig\nVertrauen", preferred=True)
    with recorded(edith, "wrong passage"):
        anchor(occurrence, locate(occurrence.snapshot, "geduldig Vertrauen aufzubauen"))
    occurrence.quote.refresh_from_db()
    assert occurrence.quote.wording == "geduldig Vertrauen aufzubauen"
    assert occurrence.segments.count() == 1


def test_preferring_another_occurrence_changes_wording_and_language(edith):
    quote = published_quote()
    japanese = anchored_occurrence(quote, ArticleFactory(language="ja"), AHN_JA)
    japanese.snapshot.article.refresh_from_db()
    with recorded(edith):
        Article.objects.filter(pk=japanese.snapshot.article_id).update(state="in_review")
    with pytest.raises(Refused) as refused, recorded(edith):
        prefer(japanese)
    assert refused.value.rule == "quote_published_has_a_public_source"


def test_passage_parts_skips_empty_lines():
    assert passage_parts("„a b“\r\n\r\n  “c d” ") == ["a b", "c d"]


# A newer text of the article


def test_a_newer_text_without_the_passage_makes_it_an_orphan(edith):
    occurrence = occurrence_in(AHN, edith, "schwierigen")
    article = occurrence.snapshot.article
    add_snapshot(article, "Ahn räumte „angespannte“ Beziehungen ein.", user=edith)
    occurrence.refresh_from_db()
    assert occurrence.orphan
    assert occurrence.segments.get().exact == "schwierigen"
    add_snapshot(article, AHN + "\nKommentar (0)", user=edith)
    occurrence.refresh_from_db()
    assert not occurrence.orphan


def test_a_newer_excerpt_says_nothing_about_what_it_leaves_out(edith):
    occurrence = occurrence_in(AHN, edith, "schwierigen")
    add_snapshot(occurrence.snapshot.article, "Anderes.", user=edith, extent="excerpt")
    occurrence.refresh_from_db()
    assert not occurrence.orphan


def test_a_lookalike_in_the_newer_text_is_no_anchor(edith):
    occurrence = occurrence_in(AHN, edith, "schwierigen")
    newer = "Der Präsident sprach gestern in Tokio von einer „schwierigen“ Lage auf dem Markt."
    add_snapshot(occurrence.snapshot.article, newer, user=edith)
    occurrence.refresh_from_db()
    assert occurrence.orphan


@pytest.mark.parametrize("text", ["", "ein\x00Zeichen", "halb \ud83d"])
def test_a_text_that_cannot_be_kept_is_refused(edith, text):
    with pytest.raises(Refused):
        add_snapshot(ArticleFactory(), text, user=edith)


def test_line_ends_and_unicode_forms_are_settled_once(edith):
    snapshot = add_snapshot(ArticleFactory(), "a\r\nSu\u0308dkorea\rb", user=edith)
    assert snapshot.text == "a\nSüdkorea\nb"
    assert snapshot.length == 12


def test_the_same_text_is_not_captured_twice(edith):
    article = ArticleFactory()
    add_snapshot(article, "Laut VNA", user=edith)
    with pytest.raises(Refused) as refused:
        add_snapshot(article, "Laut VNA", user=edith)
    assert refused.value.messages == ["This article has a snapshot with this text already."]
