"""The way words came: the origins of articles, followed upstream as far as they are public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from quotes.models import Article, Hop

from .visible import Rows

# Every article upstream of some others. UNION drops what was met before, so a circle ends. It
# only says where to look: which hops are shown, the rows themselves decide.
_UPSTREAM = """
    WITH RECURSIVE upstream (id) AS (
        SELECT unnest(%s::bigint[])
        UNION
        SELECT hop.source_article_id FROM quotes_hop hop
        JOIN upstream ON hop.article_id = upstream.id
        WHERE hop.source_article_id IS NOT NULL
    )
    SELECT id FROM upstream
"""
DEEPEST = 20


@dataclass(frozen=True)
class Step:
    """One hop, the language of the words that say so, and the steps before it, nearest first."""

    hop: Hop
    language: str
    earlier: list["Step"]


class Provenance:
    """Public origins of some articles and of everything upstream of them, in one query."""

    def __init__(self, articles: Iterable[int], rows: Rows) -> None:
        hops = with_sources(rows(Hop)).filter(
            article_id__in=RawSQL(_UPSTREAM, [sorted(set(articles))])  # noqa: S611
        )
        self._by_article: dict[int | None, list[Hop]] = {}
        for hop in hops:
            self._by_article.setdefault(hop.article_id, []).append(hop)

    def of_article(self, article: Article) -> list[Step]:
        return self._of(article, {article.pk}, DEEPEST)

    def of_occurrence(self, hops: list[Hop], article: Article) -> list[Step]:
        """The occurrence's own origins, or else those of its article."""
        if not hops:
            return self.of_article(article)
        return self._steps(hops, article.language, {article.pk}, DEEPEST)

    def _of(self, article: Article, met: set[int], depth: int) -> list[Step]:
        return self._steps(self._by_article.get(article.pk, []), article.language, met, depth)

    def _steps(self, hops: list[Hop], language: str, met: set[int], depth: int) -> list[Step]:
        """``met`` holds the articles named so far: each is followed upstream once."""
        steps = []
        for hop in hops:
            source = hop.source_article
            earlier: list[Step] = []
            if source is not None and source.pk not in met and depth:
                met.add(source.pk)
                earlier = self._of(source, met, depth - 1)
            printed_in = hop.evidence_in.language if hop.evidence_in else language
            steps.append(Step(hop, printed_in, earlier))
        return steps


def with_sources(hops: QuerySet[Any]) -> QuerySet[Any]:
    return hops.select_related("source_article__outlet", "source_outlet", "evidence_in__outlet")
