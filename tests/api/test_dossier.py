"""The dossier through the API: one utterance is one quote, and no text leaves beyond its rights."""

from collections.abc import Iterator
from typing import Any

from django.test import TestCase

from quotes.api.bodies.expansion import expandable
from quotes.api.resource import resources
from quotes.demo.dossier import read
from quotes.demo.loading import load
from quotes.models import Article, ProvisionText, Segment, Snapshot
from tests.factories import NAKATANI_JA

# Code points of a run by which it would be recognised wherever it stands.
RECOGNISABLE = 25
CONTEXT = 200


class TestDossier(TestCase):
    @classmethod
    def setUpTestData(cls):
        load(read())

    def rows(self, name: str, **parameters: str) -> list[dict[str, Any]]:
        answer = self.client.get(f"/api/v1/{name}/", {"page_size": "100", **parameters})
        assert answer.status_code == 200, answer.content
        assert answer.json()["next"] is None
        return answer.json()["results"]

    def test_nakatanis_sentence_has_four_occurrences_in_three_languages(self):
        for name in ("中谷元", "Gen Nakatani", "nakatani gen"):
            found = [
                quote
                for quote in self.rows(
                    "quotes", speaker_name=name, expand="occurrences.article.outlet"
                )
                if quote["wording"] == NAKATANI_JA
            ]
            assert len(found) == 1
            occurrences = found[0]["occurrences"]
            assert sorted(each["language"] for each in occurrences) == ["de", "en", "en", "ja"]
            assert {each["article"]["outlet"]["name"] for each in occurrences} >= {"vietnam.vn"}

    def test_the_statements_central_passage_is_one_quote_in_five_languages(self):
        languages = [
            sorted({each["language"] for each in quote["occurrences"]})
            for quote in self.rows("quotes", language="vi", expand="occurrences")
        ]
        assert languages.count(["de", "en", "ja", "ko", "vi"]) == 1

    def test_the_way_that_an_article_came_is_told_step_by_step(self):
        articles = self.rows("articles", language="de", expand="outlet,hops")
        by_outlet = {row["outlet"]["name"]: row for row in articles}
        steps = by_outlet["vietnam.vn"]["hops"]
        assert all(step["evidence"] or step["inferred"] for step in steps)
        assert any(step["source_article"] for step in steps)

    def test_no_text_leaves_beyond_the_quoted_passages_and_their_context(self):
        """Runs of characters that are neither quoted, nor a provision, nor near to one."""
        told = "\n\n".join(strings(list(self.everything())))
        addresses = " ".join(Article.objects.exclude(url=None).values_list("url", flat=True))
        hidden = 0
        for snapshot in Snapshot.objects.filter(article__rights="excerpt"):
            for run in runs_out_of_reach(snapshot):
                hidden += 1
                assert run not in told or run.strip() in addresses, snapshot
        assert hidden > 50

    def everything(self) -> Iterator[Any]:
        for name, resource in resources.items():
            expand = ",".join(expandable(resource.serializer))
            for row in self.rows(name, **({"expand": expand} if expand else {})):
                yield row
                yield self.client.get(f"/api/v1/{name}/{row['id']}/").json()


def strings(answer: Any) -> Iterator[str]:
    """Every string in an answer."""
    if isinstance(answer, str):
        yield answer
    elif isinstance(answer, list | dict):
        for value in answer.values() if isinstance(answer, dict) else answer:
            yield from strings(value)


def runs_out_of_reach(snapshot: Snapshot) -> Iterator[str]:
    """Pieces of the snapshot that nobody may see, each long enough to be recognised."""
    within_reach = set()
    for segment in Segment.objects.published().filter(occurrence__snapshot=snapshot):
        within_reach.update(range(segment.start - CONTEXT, segment.end + CONTEXT))
    for text in ProvisionText.objects.published().filter(version__snapshot=snapshot):
        within_reach.update(range(text.start, text.end))
    for start in range(snapshot.length - RECOGNISABLE):
        if within_reach.isdisjoint(range(start, start + RECOGNISABLE)):
            yield snapshot.text[start : start + RECOGNISABLE]
