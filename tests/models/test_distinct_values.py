"""The values of a column are looked up one after the other, and only where rows are public."""

import pytest
from django.db import connection

from quotes.models import Article, Occurrence
from quotes.models.distinct_values import distinct_values
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_value_once_in_order_and_none_of_what_is_hidden():
    for language in ("ja", "de", "ko-Latn", "de"):
        factories.published_article(language=language)
    factories.draft_article(language="vi")
    articles = Article.objects.published()
    assert distinct_values(articles, "language") == ["de", "ja", "ko-Latn"]
    assert distinct_values(articles.filter(language="de"), "language") == ["de"]


def test_a_language_of_withdrawn_occurrences_is_not_there():
    quote = factories.published_quote(factories.NAKATANI_DE)
    vietnamese = factories.anchored_occurrence(
        quote, factories.published_article(language="vi", text="Tin tưởng"), "Tin tưởng"
    )
    occurrences = Occurrence.objects.published()
    assert distinct_values(occurrences, "language") == ["de", "vi"]
    vietnamese.withdrawn = True
    vietnamese.save()
    assert distinct_values(occurrences, "language") == ["de"]


def test_the_index_is_asked_and_not_the_table():
    """Without the index each step would read and sort the whole table."""
    sql, parameters = (
        Occurrence.objects.order_by("language").values("language")[:1].query.sql_with_params()
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        # Nor any other index, to be sorted afterwards.
        cursor.execute("SET LOCAL enable_sort = off")
        cursor.execute(f"EXPLAIN {sql}", parameters)
        assert "occurrence_by_language" in str(cursor.fetchall())
