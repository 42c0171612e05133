"""What an editor keeps of a capture, for a new article and for one that is captured again."""

from dataclasses import replace

import pytest

from quotes.editorial.refusals import Refused
from quotes.ingest.capturing import request
from quotes.ingest.keeping import Corrections, KeptOrigin, as_read, keep
from quotes.ingest.recapturing import changes, orphans
from quotes.models import (
    Article,
    CaptureMethod,
    CaptureState,
    CreditKind,
    Extent,
    Outlet,
    OutletKind,
    Snapshot,
    State,
)
from tests import factories

pytestmark = pytest.mark.django_db

URL = "https://www.example.org/artikel"
TEXT = (
    "Die Minister in Seoul. (Quelle: AFP)\n"
    "„Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen“, sagte Gen Nakatani nach"
    " den Gesprächen gegenüber Reportern.\n"
    "Laut VNA\n"
    "Quelle: https://quelle.example/artikel-1.htm"
)


@pytest.fixture
def capture(edith):
    return request(edith, text=TEXT, url=URL)


@pytest.fixture
def corrections():
    return Corrections(
        language="de",
        new_outlet="Beispielzeitung",
        headline="Treffen in Seoul",
        published_on="2025-09-09",
        url=URL,
    )


def test_it_becomes_a_draft_with_a_snapshot_and_candidates(capture, corrections, edith):
    snapshot = keep(capture, corrections, edith)
    article = snapshot.article
    assert (article.state, article.headline, article.url) == (State.DRAFT, "Treffen in Seoul", URL)
    assert (article.language, article.published_on) == ("de", "2025-09-09")
    assert (snapshot.text, snapshot.method) == (TEXT, CaptureMethod.PASTED)
    assert snapshot.extent == Extent.WHOLE
    assert snapshot.candidates.count() == 1
    capture.refresh_from_db()
    assert (capture.state, capture.article, capture.snapshot) == ("kept", article, snapshot)


def test_the_history_says_who_kept_it(capture, corrections, rosa):
    article = keep(capture, corrections, rosa).article
    [event] = article.history.all()
    assert event.pgh_context["user"] == rosa.pk


def test_a_new_outlet_is_made_with_the_homepage_of_the_page(capture, corrections, edith):
    outlet = keep(capture, corrections, edith).article.outlet
    assert (outlet.name, outlet.homepage) == ("Beispielzeitung", "https://www.example.org/")


def test_an_outlet_of_that_name_is_not_made_twice(capture, corrections, edith):
    outlet = factories.OutletFactory(name="BEISPIELZEITUNG")
    assert keep(capture, corrections, edith).article.outlet == outlet


def test_who_may_not_add_outlets_chooses_one(capture, corrections, django_user_model):
    somebody = django_user_model.objects.create_user("x")
    with pytest.raises(Refused):
        keep(capture, corrections, somebody)
    chosen = replace(corrections, outlet=factories.OutletFactory())
    assert keep(capture, chosen, somebody).article.outlet == chosen.outlet


@pytest.mark.parametrize(
    "wrong",
    [
        {"new_outlet": "  "},
        {"language": ""},
        {"language": "deutsch!"},
        {"published_on": "neulich"},
        {"url": "ftp://example.org"},
        {"genre": "gedicht"},
    ],
)
def test_a_wrong_correction_is_refused_and_nothing_is_kept(capture, corrections, edith, wrong):
    with pytest.raises(Refused) as refusal:
        keep(capture, replace(corrections, **wrong), edith)
    assert refusal.value.messages
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()
    capture.refresh_from_db()
    assert capture.state == CaptureState.READ


def test_it_is_kept_once(capture, corrections, edith):
    keep(capture, corrections, edith)
    with pytest.raises(Refused):
        keep(capture, corrections, edith)
    assert Article.objects.count() == 1


def test_the_address_is_kept_in_its_canonical_form(capture, corrections, edith):
    wanted = replace(corrections, url=f"{URL}?utm_source=mail#oben")
    assert keep(capture, wanted, edith).article.url == URL


def test_without_an_address_it_is_an_article_all_the_same(edith, corrections):
    capture = request(edith, text=TEXT)
    assert keep(capture, replace(corrections, url=""), edith).article.url is None


def test_an_excerpt_is_kept_as_one(capture, corrections, edith):
    assert keep(capture, replace(corrections, extent="excerpt"), edith).extent == Extent.EXCERPT


# Origins


def test_what_was_found_is_proposed_to_be_kept(capture):
    read = as_read(capture)
    assert [(origin.text, origin.is_hop, origin.source) for origin in read.origins] == [
        ("(Quelle: AFP)", False, "AFP"),
        ("Laut VNA", True, "VNA"),
        (
            "Quelle: https://quelle.example/artikel-1.htm",
            True,
            "https://quelle.example/artikel-1.htm",
        ),
    ]
    assert read.language == "de"
    assert read.url == URL


def test_the_same_words_are_proposed_once_for_each_kind(edith):
    text = f"{TEXT}\nLaut VNA\n(Quelle: AFP)\nLaut VNA"
    printed = [origin.text for origin in as_read(request(edith, text=text)).origins]
    assert sorted(printed) == sorted(set(printed))
    assert {"Laut VNA", "(Quelle: AFP)"} <= set(printed)


def test_an_address_that_is_too_long_is_not_proposed_by_half(edith):
    address = "https://quelle.example/" + "a" * 2100
    *_others, found = as_read(request(edith, text=f"{TEXT}\nQuelle: {address}")).origins
    assert found.text == f"Quelle: {address}"[:500]
    assert found.source in ("", "quelle.example")


def test_credits_and_origins_are_kept_with_their_words(capture, corrections, edith):
    known = factories.OutletFactory(name="VNA")
    article = keep(capture, replace(corrections, origins=as_read(capture).origins), edith).article
    [credit] = article.credits.all()
    assert (credit.kind, credit.text) == (CreditKind.PHOTO, "(Quelle: AFP)")
    assert (credit.outlet.name, credit.outlet.kind) == ("AFP", OutletKind.AGENCY)
    agency, source = article.hops.all()
    assert (agency.evidence, agency.source_outlet, agency.inferred) == ("Laut VNA", known, False)
    assert source.source_outlet is None
    assert source.evidence.startswith("Quelle: https://")


def test_an_origin_with_the_address_of_a_known_article_names_it(capture, corrections, edith):
    source = factories.ArticleFactory(url="https://quelle.example/artikel-1.htm")
    article = keep(
        capture, replace(corrections, origins=as_read(capture).origins[2:]), edith
    ).article
    assert article.hops.get().source_article == source


def test_an_origin_with_an_address_names_the_outlet_of_its_domain(capture, corrections, edith):
    outlet = factories.OutletFactory(homepage="https://www.quelle.example/")
    article = keep(
        capture, replace(corrections, origins=as_read(capture).origins[2:]), edith
    ).article
    assert article.hops.get().source_outlet == outlet


def test_a_name_that_is_no_agency_makes_no_outlet(capture, corrections, edith):
    origin = KeptOrigin("© Max Muster", is_hop=False, source="Max Muster")
    article = keep(capture, replace(corrections, origins=[origin]), edith).article
    assert article.credits.get().outlet is None


# Captured again


@pytest.fixture
def held():
    """An article whose text the capture reads anew, with a quote that stands in both."""
    article = factories.ArticleFactory(url=URL, language="de")
    text = TEXT.replace("Gen Nakatani", "Minister Nakatani").replace("in Seoul", "in Busan")
    factories.SnapshotFactory(article=article, text=text, extent=Extent.WHOLE)
    return article


def test_a_changed_text_shows_its_changes(held, edith):
    capture = request(edith, text=TEXT, url=URL)
    assert (capture.state, capture.article) == (CaptureState.READ, held)
    shown = [(piece.kind, piece.text) for piece in changes(capture) if piece.kind != "same"]
    assert shown == [
        ("removed", "Busan"),
        ("added", "Seoul"),
        ("removed", "Minister"),
        ("added", "Gen"),
    ]


def test_it_becomes_a_second_snapshot_and_the_article_stays_as_it_is(held, edith, corrections):
    capture = request(edith, text=TEXT, url=URL)
    snapshot = keep(capture, corrections, edith)
    assert snapshot.article == held
    assert held.snapshots.count() == 2
    before = held.headline
    held.refresh_from_db()
    assert held.headline == before


def test_passages_that_the_new_text_lacks_are_listed_as_orphans(held, edith, corrections):
    gone = factories.draft_quote("in Busan", article=held)
    stays = factories.draft_quote("Geduldig Vertrauen aufzubauen", article=held)
    keep(request(edith, text=TEXT, url=URL), corrections, edith)
    assert [occurrence.quote for occurrence in orphans(held)] == [gone]
    assert not stays.occurrences.get().orphan


def test_an_unchanged_text_is_kept_at_once_and_adds_nothing(edith, corrections):
    article = keep(request(edith, text=TEXT, url=URL), corrections, edith).article
    again = request(edith, text=TEXT, url=URL)
    assert (again.state, again.snapshot) == (CaptureState.KEPT, article.snapshots.get())
    assert again.reading["unchanged"]
    assert Snapshot.objects.count() == 1


def test_the_second_snapshot_adds_no_origin_twice(edith, corrections):
    first = request(edith, text=TEXT, url=URL)
    article = keep(first, replace(corrections, origins=as_read(first).origins), edith).article
    second = request(edith, text=TEXT + "\nNachtrag.", url=URL)
    keep(second, replace(corrections, origins=as_read(second).origins), edith)
    assert (article.credits.count(), article.hops.count()) == (1, 2)


def test_a_public_article_is_captured_again_by_editors_only(edith, carl, corrections):
    article = factories.published_article(url=URL, text="Alter Text.")
    capture = request(carl, text=TEXT, url=URL)
    with pytest.raises(Refused):
        keep(capture, corrections, carl)
    keep(capture, corrections, edith)
    article.refresh_from_db()
    assert article.snapshots.count() == 2
    assert article.unseen_since is not None


def test_an_article_that_came_in_between_is_found(capture, corrections, edith):
    article = factories.ArticleFactory(url=URL, language="de")
    assert keep(capture, corrections, edith).article == article
