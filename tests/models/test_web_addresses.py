"""Articles are kept under the canonical form of their address, however they are written."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Value
from django.db.models.functions import Concat

from quotes.models import Article
from quotes.models.changes import public_version
from tests import factories
from tests.models.attacks import rules_hold, sql
from tests.plans import plan_of_look_up

pytestmark = pytest.mark.django_db

PAGE = "https://www.example.org/2025/09/gespraech"
FILL = import_module("quotes.migrations.0006_canonical_urls")


def canonical_of(article):
    return Article.objects.values_list("canonical_url", flat=True).get(pk=article.pk)


def test_the_canonical_form_is_written_with_the_address():
    article = factories.ArticleFactory(url=f"{PAGE}?utm_source=x#kommentare")
    assert article.url == f"{PAGE}?utm_source=x#kommentare"
    assert canonical_of(article) == PAGE
    article.url = f"{PAGE}/2?fbclid=x"
    article.save()
    assert canonical_of(article) == f"{PAGE}/2"
    article.url = None
    article.save()
    assert canonical_of(article) is None


def test_many_articles_written_at_once_get_it_too():
    outlet = factories.OutletFactory()
    Article.objects.bulk_create(
        Article(outlet=outlet, language="de", url=f"{PAGE}/{number}?gclid=x") for number in (1, 2)
    )
    found = Article.objects.order_by("pk").values_list("canonical_url", flat=True)
    assert list(found) == [f"{PAGE}/1", f"{PAGE}/2"]


def test_a_change_of_many_at_once_changes_it_too():
    article = factories.ArticleFactory(url=PAGE)
    for url, form in ((f"{PAGE}/2?gclid=x", f"{PAGE}/2"), (None, None), ("mailto:x", "mailto:x")):
        assert Article.objects.filter(pk=article.pk).update(url=url) == 1
        assert canonical_of(article) == form
    # Two spellings of one address have one form.
    for spelling in (PAGE, f"{PAGE}?utm_source=x"):
        Article.objects.update(url=spelling)
        assert canonical_of(article) == PAGE
    article.url = f"{PAGE}/3?fbclid=x"
    Article.objects.bulk_update([article], ["url"])
    assert canonical_of(article) == f"{PAGE}/3"


def test_an_address_that_the_database_computes_names_its_form_beside_it():
    article = factories.ArticleFactory(url=PAGE)
    longer = Concat("url", Value("/4"))
    with pytest.raises(TypeError, match="canonical_url"):
        Article.objects.update(url=longer)
    Article.objects.update(url=longer, canonical_url=longer)
    assert canonical_of(article) == f"{PAGE}/4"


@pytest.mark.parametrize(
    "other",
    [f"{PAGE}?utm_medium=mail", f"{PAGE}#top", PAGE.replace("www", "WWW"), f"{PAGE}/amp"],
)
def test_a_second_article_of_a_page_is_refused_by_name(other):
    first = factories.ArticleFactory(url=PAGE)
    second = factories.ArticleFactory.build(outlet=first.outlet, url=other)
    with pytest.raises(ValidationError) as refusal:
        second.full_clean()
    (sentence,) = refusal.value.message_dict["url"]
    assert sentence.endswith(f"no. {first.pk}.")
    with pytest.raises(IntegrityError, match="article_once_a_url"), transaction.atomic():
        second.save()


def test_an_article_is_no_second_one_of_itself_and_articles_without_address_are_many():
    article = factories.ArticleFactory(url=PAGE)
    article.url = f"{PAGE}?utm_source=x"
    article.full_clean()
    for article in (factories.ArticleFactory(url=None), factories.ArticleFactory(url=None)):
        article.full_clean()


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "https://edith:secret@example.org/", "https://example.org:0/"]
)
def test_what_is_no_address_of_the_web_is_refused(url):
    article = factories.ArticleFactory.build(outlet=factories.OutletFactory(), url=url)
    with pytest.raises(ValidationError) as refusal:
        article.full_clean()
    assert "no address of the web" in " ".join(refusal.value.message_dict["url"])


def test_a_page_is_found_by_an_index():
    factories.published_article(url=PAGE)
    same = Article.objects.order_by().filter(canonical_url=PAGE)
    assert "article_once_a_url" in plan_of_look_up(same)


def test_filling_is_history_but_no_public_change():
    [article] = as_before(PAGE)
    rules_hold()
    version, recorded = public_version(), article.history.count()
    fill()
    rules_hold()
    assert public_version() == version
    assert article.history.count() == recorded + 1
    assert article.history.latest("pgh_id").canonical_url == PAGE


def as_before(*urls):
    """Articles as they were before the column was there."""
    sql("ALTER TABLE quotes_article DROP CONSTRAINT article_once_a_url")
    sql("ALTER TABLE quotes_article DROP CONSTRAINT article_canonical_url_with_url")
    made = [factories.published_article(url=url) for url in urls]
    sql("UPDATE quotes_article SET canonical_url = NULL")
    return made


def fill():
    FILL.fill(apps, SimpleNamespace(connection=connection))
    articles = Article.objects.order_by("pk")
    return [(each.url, each.canonical_url) for each in articles]


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_articles_that_were_there_before_get_it_in_batches(batch, monkeypatch):
    monkeypatch.setattr(FILL, "BATCH", batch)
    as_before(f"{PAGE}?utm_source=x", None, "ftp://example.org/a#b", f"{PAGE}/2", f"{PAGE}/3#x")
    assert [form for _url, form in fill()] == [
        PAGE,
        None,
        "ftp://example.org/a#b",
        f"{PAGE}/2",
        f"{PAGE}/3",
    ]


@pytest.mark.parametrize("batch", [1, 2, 1000])
@pytest.mark.parametrize("first", [PAGE, f"{PAGE}?utm_source=a"])
def test_a_page_that_was_there_twice_goes_to_one_and_the_others_stay_as_they_are(
    batch, first, monkeypatch, caplog
):
    monkeypatch.setattr(FILL, "BATCH", batch)
    articles = as_before(first, f"{PAGE}?utm_source=b", f"{PAGE}#c")
    assert [form for _url, form in fill()] == [PAGE, f"{PAGE}?utm_source=b", f"{PAGE}#c"]
    for article in articles[1:]:
        assert f"Article {article.pk} " in caplog.text
        # It can be edited as before.
        article.refresh_from_db()
        article.full_clean()
        article.save()
        assert canonical_of(article) == article.url


def test_whoever_is_written_in_the_canonical_form_has_it_though_others_are_older():
    as_before(f"{PAGE}?utm_source=a", PAGE)
    assert [form for _url, form in fill()] == [f"{PAGE}?utm_source=a", PAGE]
