"""Articles that are known already: by their address, however it is written."""

from quotes.models import Article
from quotes.text.web_addresses import MalformedAddress, canonical


def article_at(url: str) -> Article | None:
    """The article of the page with this address, whatever form either is written in."""
    try:
        return Article.objects.filter(canonical_url=canonical(url)).first()
    except MalformedAddress:
        return None


def stands_at(article: Article, url: str) -> bool:
    """Whether this is the address of the article's page, whatever form either is written in."""
    try:
        return article.canonical_url is not None and article.canonical_url == canonical(url)
    except MalformedAddress:
        return False
