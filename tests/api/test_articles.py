"""Articles in the API: everything about them, and of their text no more than may be shown."""

import json
from urllib.parse import urlencode

import pytest

from quotes.models import Article
from tests.api.resource_tests import BUDGETS, WithdrawableTests, problem, queries
from tests.api.whole_rows import whole_article
from tests.factories import ARTICLE_DE, draft_article, published_article, withdraw


class TestArticles(WithdrawableTests):
    resource = "articles"
    component = "Article"
    make = whole_article
    make_hidden = draft_article
    parameters = {
        "url": "https://www.example.org/2025/09/gespraech",
        "outlet": "17",
        "carried_by": "17",
        "language": "de",
        "genre": "agency_report",
        "rights": "excerpt",
        "year": "2025",
        "published_from": "2025-09-08",
        "published_to": "2025-09",
    }

    def test_articles_are_found_by_outlet_language_genre_and_date(self, client):
        article = published_article(language="ko-Latn", genre="book", published_on="2025-10")
        whole_article()
        for query in (
            f"outlet={article.outlet_id}",
            "language=ko",
            "language=KO-LATN",
            "genre=book",
            "published_from=2025-10-31",
        ):
            assert self.ids(client, f"&{query}") == [article.pk], query
        assert article.pk not in self.ids(client, "&published_to=2025-09-30")
        assert self.ids(client, "&language=kok") == []

    def test_a_copy_is_found_by_the_site_that_carries_it(self, client):
        article = whole_article()
        assert self.ids(client, f"&carried_by={article.carried_by_id}") == [article.pk]

    def test_the_whole_text_is_given_only_where_the_rights_say_so(self, client):
        article = whole_article()
        address = f"{self.address}{article.pk}/"
        answer = client.get(address)
        assert answer.json()["snapshots"][0]["text"] is None
        assert answer.json()["snapshots"][0]["length"] == len(ARTICLE_DE)
        assert "schwierigen" not in answer.content.decode()
        Article.objects.filter(pk=article.pk).update(rights="whole")
        assert client.get(address).json()["snapshots"][0]["text"] == ARTICLE_DE
        assert "schwierigen" not in client.get(self.address).content.decode()

    def test_its_origins_and_credits_are_told_apart(self, client):
        address = f"{self.address}{whole_article().pk}/"
        article = client.get(address, {"expand": "hops"}).json()
        assert [credit["text"] for credit in article["credits"]] == ["(Quelle: AFP)"]
        first, second = article["hops"]
        assert first["source_article"]
        assert first["source_outlet"] is None
        assert second["source_outlet"]
        assert second["evidence"] == "Laut VNA"

    def test_an_origin_in_an_article_that_was_withdrawn_is_not_named(self, client):
        article = whole_article()
        withdraw(article.hops.get(position=1).source_article)
        address = f"{self.address}{article.pk}/"
        hops = client.get(address, {"expand": "hops"}).json()["hops"]
        assert [hop["source_article"] for hop in hops] == [None]

    def test_print_and_broadcast_have_no_address(self, client):
        article = published_article(url=None, genre="broadcast")
        assert client.get(f"{self.address}{article.pk}/").json()["source_url"] is None

    @pytest.mark.parametrize(
        ("kept", "asked"),
        [
            ("https://www.example.org/a", "https://www.example.org/a?utm_source=x&fbclid=y"),
            ("https://www.example.org/a?utm_source=x", "https://www.example.org/a"),
            ("https://www.example.org/a?id=7&gclid=x", "https://www.example.org/a?id=7#kommentare"),
            ("https://www.example.org/a#top", "HTTPS://WWW.Example.ORG:443/b/../a"),
            ("https://www.example.org/a.html", "https://www.example.org/a.amp.html"),
            ("https://www.welt.de/a", "https://www.google.com/amp/s/amp.welt.de/a"),
            ("https://www.example.org/a/amp/", "https://www.example.org/a/"),
            ("https://münchen.example/gespräch", "https://xn--mnchen-3ya.example/gespr%c3%a4ch"),
            ("https://example.org/%67espr%C3%A4ch?q=a%20b", "https://EXAMPLE.org/gespräch?q=a b"),
        ],
    )
    def test_an_article_is_found_by_its_address_in_whatever_form(self, client, kept, asked):
        article = published_article(url=kept)
        whole_article()
        body = client.get(self.address, {"url": asked}).json()
        assert [row["id"] for row in body["results"]] == [article.pk]
        assert body["results"][0]["source_url"] == kept
        assert "canonical_url" not in body["results"][0]

    @pytest.mark.parametrize(
        "asked",
        [
            "http://www.example.org/a",
            "https://example.org/a",
            "https://www.example.org/A",
            "https://www.example.org/a?id=7",
            "https://www.example.org/a/b",
        ],
    )
    def test_another_page_is_not_taken_for_it(self, client, asked):
        published_article(url="https://www.example.org/a")
        assert client.get(self.address, {"url": asked}).json()["results"] == []

    def test_an_article_that_is_not_public_is_not_found_by_its_address(self, client):
        for article in (draft_article(), withdraw(published_article())):
            assert client.get(self.address, {"url": article.url}).json()["results"] == []

    @pytest.mark.parametrize(
        "asked",
        ["example.org/a", "ftp://example.org/a", "https://", "https://a@example.org/", "17"],
    )
    def test_what_is_no_address_is_refused_with_the_reason(self, client, asked):
        body = problem(client.get(self.address, {"url": asked}), 400)
        (error,) = body["errors"]
        assert error["parameter"] == "url"
        assert "is not a web address" in error["detail"]

    def test_a_look_up_by_address_costs_no_more_than_a_list(self, client):
        budget = json.loads(BUDGETS.read_text())["api.articles.list"]
        address = f"{self.address}?{urlencode({'url': published_article().url})}"
        assert queries(client, address) == budget
        for _ in range(4):
            whole_article()
        assert queries(client, address) == budget
