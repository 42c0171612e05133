"""Articles in the API: everything about them, and of their text no more than may be shown."""

from quotes.models import Article
from tests.api.resource_tests import WithdrawableTests
from tests.api.whole_rows import whole_article
from tests.factories import ARTICLE_DE, draft_article, published_article, withdraw


class TestArticles(WithdrawableTests):
    resource = "articles"
    component = "Article"
    make = whole_article
    make_hidden = draft_article
    parameters = {
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
