"""Links that leave the site: to a source, and in it to the very words."""

from collections.abc import Sequence

from quotes.models import Article, Segment
from quotes.models.rights import shown_after, shown_before
from quotes.text.fragments import text_fragment


def web_address(url: str | None) -> str:
    """``url`` if it is one that a browser fetches (http, https), else nothing to link to."""
    return url if url and url.lower().startswith(("https://", "http://")) else ""


def link_to_passage(article: Article, segments: Sequence[Segment]) -> str:
    """The article's URL with a text fragment for each segment; empty where there is no URL."""
    url = web_address(article.url)
    if not url:
        return ""
    fragments = (text_fragment(row.exact, shown_before(row), shown_after(row)) for row in segments)
    directives = [fragment.removeprefix("#:~:") for fragment in fragments if fragment]
    if not directives:
        return url
    # A fragment of the address itself stays; the directive follows it.
    return url + (":~:" if "#" in url else "#:~:") + "&".join(directives)
