"""The way words came: the origins of articles, followed upstream as far as they are public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from quotes.models import Article, Hop

from .visible import Rows

# The hops of some occurrences, of some articles and of every article upstream of them. UNION drops
# what was met before, so a circle ends. It only says where to look: which hops are shown, the rows
# themselves decide.
_UPSTREAM = """
    WITH RECURSIVE upstream (id) AS (
        SELECT unnest(%s::bigint[])
        UNION
        SELECT source_article_id FROM quotes_hop
        WHERE occurrence_id = ANY(%s::bigint[]) AND source_article_id IS NOT NULL
        UNION
        SELECT hop.source_article_id FROM quotes_hop hop
        JOIN upstream ON hop.article_id = upstream.id
        WHERE hop.source_article_id IS NOT NULL
    )
    SELECT hop.id FROM quotes_hop hop JOIN upstream ON hop.article_id = upstream.id
    UNION ALL
    SELECT id FROM quotes_hop WHERE occurrence_id = ANY(%s::bigint[])
"""
DEEPEST = 20


@dataclass(frozen=True)
class Step:
    """One hop, the language of the words that say so, and the steps before it, nearest first."""

    hop: Hop
    language: str
    earlier: list["Step"]


class Provenance:
    """Public origins of some articles and occurrences and of everything upstream of them, in one
    query; the arguments are ids."""

    def __init__(
        self, articles: Iterable[int], rows: Rows, occurrences: Iterable[int] = ()
    ) -> None:
        own = sorted(set(occurrences))
        upstream = RawSQL(_UPSTREAM, [sorted(set(articles)), own, own])  # noqa: S611
        self._by_article: dict[int | None, list[Hop]] = {}
        self._by_occurrence: dict[int, list[Hop]] = {}
        for hop in with_sources(rows(Hop)).filter(pk__in=upstream):
            if hop.occurrence_id is None:
                self._by_article.setdefault(hop.article_id, []).append(hop)
            else:
                self._by_occurrence.setdefault(hop.occurrence_id, []).append(hop)

    def of_article(self, article: Article) -> list[Step]:
        return self._of(article, {article.pk}, DEEPEST)

    def of_occurrence(self, occurrence: int, article: Article) -> list[Step]:
        """The occurrence's own origins, or else those of its article."""
        hops = self._by_occurrence.get(occurrence)
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
