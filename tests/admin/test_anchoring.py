"""A passage pasted into a form is anchored when it is saved, or refused with the reason."""

import pytest
from django.urls import reverse

from quotes.editorial.history import changes
from tests import factories

pytestmark = pytest.mark.django_db

TWICE = "Vertrauen ist gut. Kontrolle ist besser. Vertrauen ist gut.\n"


def change(item):
    return reverse(f"admin:quotes_{item._meta.model_name}_change", args=[item.pk])


def test_the_text_stands_beside_the_occurrence_with_the_passage_marked(edith, client_of):
    quote = factories.draft_quote(article=factories.draft_article())
    page = client_of(edith).get(change(quote)).content.decode()
    assert f'„<mark data-part="1">{factories.NAKATANI_DE}</mark>“, sagte Minister' in page
    assert 'tabindex="0"' in page


def test_markup_in_a_captured_text_is_shown_as_text(edith, client_of):
    article = factories.draft_article(text="<script>alert(1)</script> „so & so“")
    quote = factories.draft_quote("so & so", article=article)
    page = client_of(edith).get(change(quote)).content.decode()
    assert "<script>alert" not in page
    assert '<mark data-part="1">so &amp; so</mark>' in page


def test_a_corrected_passage_moves_the_anchor_and_the_wording(edith, client_of, edited):
    quote = factories.draft_quote("Vertrauen ist", article=factories.draft_article(text=TWICE[:41]))
    edited(client_of(edith), change(quote), occurrences__0__passage="Vertrauen ist gut")
    quote.refresh_from_db()
    segment = quote.occurrences.get().segments.get()
    assert (segment.start, segment.end, segment.exact) == (0, 17, "Vertrauen ist gut")
    assert quote.wording == "Vertrauen ist gut"


def test_a_passage_that_is_not_there_is_refused_and_kept(edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(
        client_of(edith),
        change(quote),
        occurrences__0__passage="ungeduldig Vertrauen aufzubauen",
        addressee="Reporter",
    )
    page = answer.content.decode()
    assert "This passage does not stand in the text." in page
    assert "ungeduldig Vertrauen aufzubauen</textarea>" in page
    assert 'value="Reporter"' in page
    quote.refresh_from_db()
    assert quote.wording == factories.NAKATANI_DE


def test_of_several_places_the_words_around_choose_one(edith, client_of, edited):
    article = factories.draft_article(text=TWICE)
    quote = factories.draft_quote("Kontrolle ist besser", article=article)
    client = client_of(edith)
    answer = edited(client, change(quote), occurrences__0__passage="Vertrauen ist gut")
    assert "stands in the text 2 times" in answer.content.decode()
    answer = edited(
        client,
        change(quote),
        occurrences__0__passage="Vertrauen ist gut",
        occurrences__0__before="besser. ",
    )
    assert answer.status_code == 302, answer.context["errors"]
    assert quote.occurrences.get().segments.get().start == TWICE.rindex("Vertrauen")


def test_an_interrupted_passage_is_one_part_a_line(edith, client_of, edited):
    text = "„Vertrauen“, sagte er, „ist gut“.\n"
    quote = factories.draft_quote("Vertrauen", article=factories.draft_article(text=text))
    edited(client_of(edith), change(quote), occurrences__0__passage="„Vertrauen“\r\n„ist gut“")
    occurrence = quote.occurrences.get()
    assert [segment.exact for segment in occurrence.segments.all()] == ["Vertrauen", "ist gut"]
    assert occurrence.wording == "Vertrauen … ist gut"


def test_saving_something_else_leaves_an_anchor_alone_that_could_not_be_found_again(
    edith, client_of, edited
):
    quote = factories.draft_quote("Vertrauen ist gut", article=factories.draft_article(text=TWICE))
    before = quote.occurrences.get().segments.get()
    answer = edited(client_of(edith), change(quote), occurrences__0__reporting_phrase="sagte er")
    assert answer.status_code == 302, answer.context["errors"]
    after = quote.occurrences.get().segments.get()
    assert (after.pk, after.start) == (before.pk, before.start)
    assert "Segment" not in {row.model.__name__ for row in changes(quote)[0].rows}


def test_another_snapshot_is_searched_for_the_passage(edith, client_of, edited):
    quote = factories.draft_quote()
    elsewhere = factories.draft_article(text=f"Gestern: „{factories.NAKATANI_DE}.“")
    edited(client_of(edith), change(quote), occurrences__0__snapshot=elsewhere.snapshots.get().pk)
    assert quote.occurrences.get().segments.get().start == 10


def test_a_new_capture_reports_the_passages_it_no_longer_holds(edith, client_of, edited):
    quote = factories.published_quote(article=(article := factories.published_article()))
    answer = edited(
        client_of(edith),
        change(article),
        snapshots__TOTAL_FORMS=2,
        snapshots__1__text="Der Artikel wurde berichtigt.\r\nNichts davon steht mehr hier.",
        snapshots__1__method="pasted",
        snapshots__1__extent="whole",
        reason="neu abgerufen",
    )
    assert answer.status_code == 302, answer.context["errors"]
    snapshot = article.snapshots.last()
    assert snapshot.text == "Der Artikel wurde berichtigt.\nNichts davon steht mehr hier."
    assert quote.occurrences.get().orphan
    told = client_of(edith).get(reverse("admin:index"))
    assert factories.NAKATANI_DE[:40] in told.content.decode()


def test_a_text_that_is_there_already_is_refused_at_its_field(edith, client_of, edited):
    article = factories.draft_article()
    answer = edited(
        client_of(edith),
        change(article),
        snapshots__TOTAL_FORMS=2,
        snapshots__1__text=factories.ARTICLE_DE.replace("\n", "\r\n"),
        snapshots__1__method="pasted",
        snapshots__1__extent="whole",
    )
    assert "This article has a snapshot with this text already." in answer.content.decode()
    assert article.snapshots.count() == 1


def test_a_captured_text_is_looked_at_and_never_changed(edith, client_of, edited):
    article = factories.draft_article()
    edited(client_of(edith), change(article), snapshots__0__text="anders", headline="Neu")
    article.refresh_from_db()
    assert article.headline == "Neu"
    assert article.snapshots.get().text == factories.ARTICLE_DE


def test_the_pane_of_a_chosen_snapshot_is_served_alone(edith, client_of):
    snapshot = factories.draft_article().snapshots.get()
    answer = client_of(edith).get(reverse("admin:quotes_snapshot_text", args=[snapshot.pk]))
    assert answer.content.decode().startswith('<div class="snapshot-text" tabindex="0"')


def test_a_version_and_a_provision_stand_where_their_text_stands(edith, client_of, edited):
    statement, client = factories.draft_statement(), client_of(edith)
    second = factories.STATEMENT_JA[1]
    provision = statement.provisions.get(number=1)
    answer = edited(client, change(provision), texts__0__passage=second)
    assert answer.status_code == 302, answer.context["errors"]
    assert provision.texts.get().text == second
    version = statement.versions.get()
    answer = edited(client, change(statement), versions__0__passage=factories.STATEMENT_JA[0])
    assert "A provision’s text lies within the version’s." in answer.content.decode()
    answer = edited(client, change(provision), texts__0__passage="東京で会談した")
    assert "This passage does not stand in the text." in answer.content.decode()
    assert version.text == "\n".join(factories.STATEMENT_JA)


def test_an_occurrence_has_a_page_for_its_own_origins(edith, client_of, edited):
    occurrence = factories.draft_quote().occurrences.get()
    answer = edited(
        client_of(edith),
        change(occurrence),
        hops__TOTAL_FORMS=1,
        hops__0__kind="translates",
        hops__0__agent="machine",
        hops__0__inferred="on",
    )
    assert answer.status_code == 302, answer.context["errors"]
    assert occurrence.hops.get().position == 1
    assert changes(occurrence.quote)[0].rows[0].model.__name__ == "Hop"
