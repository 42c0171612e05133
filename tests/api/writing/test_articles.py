"""A tool's article is the only one at its address."""

import pytest

from quotes.models import Article
from tests import factories
from tests.api.writing.conftest import places

pytestmark = pytest.mark.django_db

ARTICLES = "/api/v1/articles/"
PAGE = "https://www.example.org/2025/09/gespraech"


@pytest.mark.parametrize("state", ["draft", "published"])
def test_a_page_that_is_there_already_is_refused_at_its_address(ediths, state):
    made = factories.draft_article if state == "draft" else factories.published_article
    first = made(url=f"{PAGE}#top")
    body = {"outlet": first.outlet_id, "language": "de", "source_url": f"{PAGE}?utm_source=x"}
    wrong = places(ediths.post(ARTICLES, body))
    assert set(wrong) == {"/source_url"}
    assert f"no. {first.pk}." in wrong["/source_url"]
    assert Article.objects.count() == 1


def test_an_article_does_not_move_to_the_address_of_another(ediths):
    first, other = factories.draft_article(url=PAGE), factories.draft_article()
    address = f"{ARTICLES}{other.pk}/"
    assert "/source_url" in places(ediths.patch(address, {"source_url": f"{PAGE}/amp"}))
    answer = ediths.patch(f"{ARTICLES}{first.pk}/", {"source_url": f"{PAGE}?gclid=x"})
    assert answer.json()["source_url"] == f"{PAGE}?gclid=x"
    assert "canonical_url" not in answer.json()


def test_what_is_no_address_of_the_web_is_refused(ediths):
    body = {"outlet": factories.OutletFactory().pk, "language": "de"}
    for url in ("ftp://example.org/a", "https://edith:secret@example.org/", "example.org"):
        assert set(places(ediths.post(ARTICLES, {**body, "source_url": url}))) == {"/source_url"}


def test_articles_without_an_address_are_many(ediths):
    body = {"outlet": factories.OutletFactory().pk, "language": "de", "source_url": ""}
    assert [ediths.post(ARTICLES, body).status_code for _ in range(2)] == [201, 201]
