"""Links that leave the site: to a source, and in it to the very words."""

from collections.abc import Iterable, Sequence

from quotes.models import Article, Segment
from quotes.models.rights import shown_after, shown_before
from quotes.text.fragments import text_fragment


def web_address(url: str | None) -> str:
    """``url`` if it is one that a browser fetches (http, https), else nothing to link to."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def link_to_passage(article: Article, segments: Sequence[Segment]) -> str:
    """The article's URL with a text fragment for each segment; empty where there is no URL."""
    words = [(row.exact, shown_before(row), shown_after(row)) for row in segments]
    return link_to_words(web_address(article.url), words)


def link_to_words(url: str, words: Iterable[tuple[str, str, str]]) -> str:
    """The same for what stands at ``url``: words, what stands before them and after them."""
    if not url:
        return ""
    fragments = (text_fragment(exact, before, after) for exact, before, after in words)
    directives = [fragment.removeprefix("#:~:") for fragment in fragments if fragment]
    if not directives:
        return url
    # A fragment of the address itself stays; the directive follows it.
    return url + (":~:" if "#" in url else "#:~:") + "&".join(directives)
