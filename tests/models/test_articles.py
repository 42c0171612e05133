"""Articles, hops, credits and outlets, raw."""

import pytest

from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql, value

pytestmark = pytest.mark.django_db

HOP = (
    "INSERT INTO quotes_hop (article_id, occurrence_id, source_article_id, source_outlet_id,"
    " kind, agent, evidence, inferred, position)"
    " VALUES (%s, %s, %s, %s, 'translates', 'machine', %s, %s, %s)"
)


def hop(
    article=None,
    occurrence=None,
    source=None,
    outlet=None,
    evidence="Laut VNA",
    inferred=False,
    position=1,
):
    ids = [row and row.pk for row in (article, occurrence, source, outlet)]
    return sql(HOP, *ids, evidence, inferred, position)


def test_an_article_has_a_url_or_none_and_never_an_empty_one():
    article = factories.ArticleFactory()
    with refused("article_url_null_or_given"):
        sql("UPDATE quotes_article SET url = '' WHERE id = %s", article.pk)
    with allowed():
        sql("UPDATE quotes_article SET url = NULL, canonical_url = NULL WHERE id = %s", article.pk)
        factories.ArticleFactory(url=None)


@pytest.mark.parametrize("columns", ["url = NULL", "canonical_url = NULL", "canonical_url = ''"])
def test_an_article_has_a_canonical_url_exactly_where_it_has_a_url(columns):
    article = factories.ArticleFactory()
    with refused("article_canonical_url_with_url"):
        sql(f"UPDATE quotes_article SET {columns} WHERE id = %s", article.pk)


def test_a_page_is_one_article():
    article, other = factories.ArticleFactory(), factories.ArticleFactory()
    with refused("article_once_a_url", UNIQUE_VIOLATION):
        sql(
            "UPDATE quotes_article SET url = %s, canonical_url = %s WHERE id = %s",
            *(f"{article.url}?utm_source=x", article.canonical_url, other.pk),
        )


def test_an_outlet_has_a_name():
    outlet = factories.OutletFactory()
    with refused("outlet_has_a_name"):
        sql("UPDATE quotes_outlet SET name = '' WHERE id = %s", outlet.pk)


def test_a_hop_belongs_to_an_article_or_to_an_occurrence():
    article, occurrence = factories.ArticleFactory(), factories.OccurrenceFactory()
    with refused("hop_of_an_article_or_an_occurrence"):
        hop()
    with refused("hop_of_an_article_or_an_occurrence"):
        hop(article=article, occurrence=occurrence)
    with allowed():
        hop(article=article)
        hop(occurrence=occurrence)


def test_a_hop_comes_from_an_article_an_outlet_or_nobody_knows():
    article, source = factories.ArticleFactory(), factories.ArticleFactory()
    outlet = factories.OutletFactory(name="VNA")
    with refused("hop_from_one_source"):
        hop(article=article, source=source, outlet=outlet)
    with allowed():
        hop(article=article, source=source, position=1)
        hop(article=article, outlet=outlet, position=2)
        hop(article=article, position=3)


def test_an_article_is_not_its_own_source():
    article = factories.ArticleFactory()
    with refused("hop_not_from_itself"):
        hop(article=article, source=article)


def test_an_occurrence_does_not_come_from_the_article_that_prints_it():
    occurrence = factories.OccurrenceFactory()
    with refused("hop_not_from_itself"):
        hop(occurrence=occurrence, source=occurrence.snapshot.article)
    with allowed():
        hop(occurrence=occurrence, source=factories.ArticleFactory())


def test_a_hop_shows_the_words_that_say_so_or_is_marked_as_an_inference():
    article = factories.ArticleFactory()
    with refused("hop_has_evidence_or_is_inferred"):
        hop(article=article, evidence="")
    with allowed():
        hop(article=article, evidence="", inferred=True)


def test_an_article_said_to_print_the_evidence_needs_words():
    hop = factories.HopFactory(evidence_in=factories.ArticleFactory())
    with refused("hop_evidence_elsewhere_is_words"):
        sql("UPDATE quotes_hop SET evidence = '', inferred = true WHERE id = %s", hop.pk)


@pytest.mark.parametrize("owner", ["article", "occurrence"])
def test_hops_stand_in_one_order_and_can_change_places(owner):
    row = {"article": factories.ArticleFactory, "occurrence": factories.OccurrenceFactory}[owner]()
    hop(**{owner: row}, position=1)
    hop(**{owner: row}, position=2)
    with refused(f"hop_{owner}_position", UNIQUE_VIOLATION):
        sql("UPDATE quotes_hop SET position = 1")
    with allowed():
        sql("UPDATE quotes_hop SET position = 3 - position, evidence = position::text")
    assert value("SELECT string_agg(evidence, '' ORDER BY position) FROM quotes_hop") == "21"


def test_credits_stand_in_one_order_and_can_change_places():
    first = factories.CreditFactory()
    factories.CreditFactory(article=first.article, text="(Foto: Yonhap)")
    with refused("credit_position", UNIQUE_VIOLATION):
        sql("UPDATE quotes_credit SET position = 1")
    with allowed():
        sql("UPDATE quotes_credit SET position = 3 - position")
    assert value("SELECT position FROM quotes_credit WHERE id = %s", first.pk) == 2


def test_a_credit_says_something():
    credit = factories.CreditFactory()
    with refused("credit_says_something"):
        sql("UPDATE quotes_credit SET text = '' WHERE id = %s", credit.pk)
