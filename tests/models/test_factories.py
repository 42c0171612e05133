"""The factories themselves: what they make is as whole as the database asks, in any order."""

import pytest

from quotes.models import State
from tests import factories
from tests.models.attacks import rules_hold

pytestmark = pytest.mark.django_db

ROW_FACTORIES = [
    member
    for name, member in vars(factories).items()
    if name.endswith("Factory") and isinstance(member, type)
]


@pytest.mark.parametrize("row_factory", ROW_FACTORIES, ids=lambda member: member.__name__)
def test_every_factory_makes_rows_that_the_database_accepts(row_factory):
    row_factory()
    row_factory()
    rules_hold()


def test_a_published_quote_is_seen_and_anchored_in_a_published_article():
    quote = factories.published_quote(("geduldig", "Vertrauen aufzubauen"))
    quote.refresh_from_db()
    occurrence = quote.occurrences.get()
    assert quote.wording == "geduldig … Vertrauen aufzubauen"
    assert occurrence.snapshot.article.state == State.PUBLISHED
    assert occurrence.snapshot.article.unseen_since is None
    assert quote.unseen_since is None
    rules_hold()


def test_an_occurrence_is_anchored_in_the_snapshot_that_holds_it():
    article = factories.published_article()
    quote = factories.published_quote(article=article)
    assert article.snapshots.count() == 1
    japanese = factories.published_article(text=factories.NAKATANI_JA, language="ja")
    factories.anchored_occurrence(quote, japanese, factories.NAKATANI_JA, preferred=True)
    quote.refresh_from_db()
    assert (quote.wording, quote.language) == (factories.NAKATANI_JA, "ja")


def test_a_published_statement_has_signatories_a_version_and_provisions():
    statement = factories.published_statement()
    statement.refresh_from_db()
    assert statement.unseen_since is None
    assert [str(signatory) for signatory in statement.signatories.all()] == [
        "Gen Nakatani",
        "Ahn Gyu-back",
    ]
    texts = [provision.texts.get().text for provision in statement.provisions.all()]
    assert texts == list(factories.STATEMENT_JA)
    rules_hold()


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("made", [factories.draft_quote, factories.draft_statement])
def test_an_item_is_brought_to_any_state(made, state):
    item = made()
    if made is factories.draft_quote:
        factories.publish(item.occurrences.get().snapshot.article)
    factories.brought_to(item, state)
    item.refresh_from_db()
    assert item.state == state
    rules_hold()
