"""Drafts of publications and of the quotes in them, written set by set."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from quotes.models import (
    Article,
    Attribution,
    CaptureMethod,
    DateBasis,
    Event,
    EventKind,
    Extent,
    Genre,
    Hop,
    HopAgent,
    HopKind,
    JointStatement,
    LinkKind,
    Occurrence,
    Provision,
    ProvisionKind,
    ProvisionText,
    Quote,
    QuoteRelation,
    QuoteTopic,
    RelationKind,
    Rights,
    Segment,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerKind,
    SpeechType,
    StatementLink,
    StatementVersion,
    WordingOrigin,
)

from .people import Names
from .speeches import Publication, Speech

# Code points kept around a passage.
AROUND = 40
# Every so manieth quote is printed a second time, and answers the one before it.
PRINTED_TWICE, ANSWERS = 8, 20
MOST_PROVISIONS = 8
TRANSCRIPTS = {
    "speech": EventKind.SITTING,
    "interjection": EventKind.SITTING,
    "turn": EventKind.PRESS_CONFERENCE,
    "question": EventKind.PRESS_CONFERENCE,
}
# A passage that becomes a quote: by whom, from where to where.
Chosen = tuple[Speech, int, int]


class Drafts:
    """Writes publications together with those of their passages that become quotes."""

    def __init__(self) -> None:
        self.names = Names()
        self._events: dict[str, Event] = {}

    def write(self, chosen: list[tuple[Publication, list[Chosen]]]) -> None:
        """Drafts of everything in ``chosen``, each kind of row in one statement."""
        publications = [publication for publication, _ in chosen]
        snapshots = self._captured(publications, [self._article(it) for it in publications])
        quotes: list[Quote] = []
        printed: list[tuple[Snapshot, int, int]] = []
        speeches: list[Speech] = []
        for (publication, passages), snapshot in zip(chosen, snapshots, strict=True):
            for speech, start, end in passages:
                quotes.append(self._quote(publication, publication.text[start:end]))
                printed.append((snapshot, start, end))
                speeches.append(speech)
        Quote.objects.bulk_create(quotes)
        _print(quotes, printed, preferred=True)
        self._attribute(quotes, speeches)
        QuoteTopic.objects.bulk_create(
            QuoteTopic(quote=quote, topic=topic)
            for quote in quotes
            for topic in self.names.topics(quote.wording)
        )
        QuoteRelation.objects.bulk_create(
            QuoteRelation(from_quote=later, to_quote=earlier, kind=RelationKind.ANSWERS)
            for earlier, later in list(pairwise(quotes))[::ANSWERS]
        )
        self._print_again(quotes[::PRINTED_TWICE], printed[::PRINTED_TWICE])
        self._statements(publications, snapshots, quotes, printed)

    def _article(self, publication: Publication) -> Article:
        row, part = publication.row, publication.number
        statement = row["kind"] not in TRANSCRIPTS
        address = row["source_url"]
        if not statement:
            # Each part of a transcript is an article of its own, and so has an address of its own.
            address += f"{'&' if '?' in address else '?'}part={row['seq']}"
        return Article(
            headline=((row["title"] or row["source"]) + (f" ({part})" if part > 1 else ""))[:500],
            outlet=self.names.outlet(row["source"]),
            language=row["lang"],
            published_on=row["date"],
            genre=Genre.PRESS_RELEASE if statement else Genre.TRANSCRIPT,
            url=address,
            rights=Rights.WHOLE,
            rights_note=row["licence"],
        )

    def _captured(
        self, publications: Iterable[Publication], articles: list[Article]
    ) -> list[Snapshot]:
        Article.objects.bulk_create(articles)
        return _snapshots(
            (article, publication.text)
            for article, publication in zip(articles, publications, strict=True)
        )

    def _quote(self, publication: Publication, wording: str) -> Quote:
        row = publication.row
        return Quote(
            wording=wording,
            language=row["lang"],
            said_on=row["date"],
            said_on_basis=DateBasis.STATED,
            event=self._event(row),
        )

    def _event(self, row: dict[str, Any]) -> Event | None:
        if row["kind"] not in TRANSCRIPTS:
            return None
        if row["doc_id"] not in self._events:
            # A sitting's lines are titled by the items of its agenda.
            title = row["source"] if "Plenarprotokoll" in row["source"] else row["title"]
            self._events[row["doc_id"]] = Event.objects.create(
                kind=TRANSCRIPTS[row["kind"]],
                held_on=row["date"],
                **{f"title_{row['lang']}": title[:200]},
            )
        return self._events[row["doc_id"]]

    def _attribute(self, quotes: list[Quote], speeches: list[Speech]) -> None:
        attributions = []
        for quote, speech in zip(quotes, speeches, strict=True):
            row = speech.row
            printed = (row.get("speaker_label") or row["speaker"] or "")[:200]
            if row["kind"] == "question" or row.get("collective"):
                attributions.append(Attribution(quote=quote, description=printed or "a reporter"))
                continue
            speaker = self._speaker(row)
            attributions.append(
                Attribution(
                    quote=quote,
                    speaker=speaker,
                    tenure=self.names.tenure(speaker, row),
                    name_as_printed=printed,
                )
            )
        Attribution.objects.bulk_create(attributions)

    def _speaker(self, row: dict[str, Any]) -> Speaker:
        name = row["speaker"] or "The White House"
        whole = name == "The White House" or row["kind"] == "readout"
        kind = SpeakerKind.ORGANISATION if whole else SpeakerKind.PERSON
        return self.names.speaker(name, row["lang"], kind)

    def _print_again(self, quotes: list[Quote], printed: list[tuple[Snapshot, int, int]]) -> None:
        """One digest with these passages, which names its sources."""
        text, places = "", []
        for quote in quotes:
            start = len(text) + 1
            text += f"„{quote.wording}“\n"
            places.append((start, start + len(quote.wording)))
        article = Article.objects.create(
            headline=f"Reden im Auszug, {quotes[0].said_on} bis {quotes[-1].said_on}",
            outlet=self.names.digest(),
            language=quotes[0].language,
            published_on=max(quote.said_on for quote in quotes),
        )
        [snapshot] = _snapshots([(article, text)])
        _print(quotes, [(snapshot, *place) for place in places], preferred=False)
        sources = {snapshot.article_id for snapshot, _, _ in printed}
        Hop.objects.bulk_create(
            Hop(
                article=article,
                source_article_id=source,
                kind=HopKind.QUOTES,
                agent=HopAgent.HUMAN,
                evidence="Aus dem Protokoll",
                position=position,
            )
            for position, source in enumerate(sorted(sources)[:5], 1)
        )

    def _statements(
        self,
        publications: list[Publication],
        snapshots: list[Snapshot],
        quotes: list[Quote],
        printed: list[tuple[Snapshot, int, int]],
    ) -> None:
        for publication, snapshot in zip(publications, snapshots, strict=True):
            row = publication.row
            if not row.get("joint"):
                continue
            statement = JointStatement.objects.create(
                title_en=row["title"][:300], issued_on=row["date"]
            )
            issuer = self.names.speaker("The White House", "en", SpeakerKind.ORGANISATION)
            named = dict.fromkeys(row["speakers"] or [])
            signing = [self.names.speaker(name, "en") for name in named] or [issuer]
            Signatory.objects.bulk_create(
                Signatory(statement=statement, speaker=speaker, position=position)
                for position, speaker in enumerate(signing, 1)
            )
            version = StatementVersion.objects.create(
                statement=statement,
                issuer=issuer,
                language="en",
                official=True,
                snapshot=snapshot,
                start=0,
                end=len(publication.text),
            )
            _provisions(statement, version, publication.text)
            StatementLink.objects.bulk_create(
                StatementLink(quote=quote, statement=statement, kind=LinkKind.STATES)
                for quote, (source, _, _) in zip(quotes, printed, strict=True)
                if source is snapshot
            )


def _snapshots(texts: Iterable[tuple[Article, str]]) -> list[Snapshot]:
    snapshots = [
        Snapshot(article=article, text=text, method=CaptureMethod.UPLOADED, extent=Extent.WHOLE)
        for article, text in texts
    ]
    for snapshot in snapshots:
        snapshot.take()
    return Snapshot.objects.bulk_create(snapshots)


def _print(
    quotes: list[Quote], places: list[tuple[Snapshot, int, int]], *, preferred: bool
) -> None:
    occurrences = Occurrence.objects.bulk_create(
        Occurrence(
            quote=quote,
            snapshot=snapshot,
            preferred=preferred,
            speech_type=SpeechType.DIRECT,
            language=quote.language,
            wording=quote.wording,
            wording_origin=WordingOrigin.ORIGINAL,
        )
        for quote, (snapshot, _, _) in zip(quotes, places, strict=True)
    )
    Segment.objects.bulk_create(
        Segment(
            occurrence=occurrence,
            start=start,
            end=end,
            exact=snapshot.text[start:end],
            prefix=snapshot.text[max(0, start - AROUND) : start],
            suffix=snapshot.text[end : end + AROUND],
        )
        for occurrence, (snapshot, start, end) in zip(occurrences, places, strict=True)
    )


def _provisions(statement: JointStatement, version: StatementVersion, text: str) -> None:
    """The first paragraphs of a statement as its points."""
    points = list(_paragraphs(text))[:MOST_PROVISIONS]
    provisions = Provision.objects.bulk_create(
        Provision(statement=statement, number=number, kind=ProvisionKind.AFFIRMS)
        for number, _ in enumerate(points, 1)
    )
    ProvisionText.objects.bulk_create(
        ProvisionText(provision=provision, version=version, start=start, end=end)
        for provision, (start, end) in zip(provisions, points, strict=True)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for paragraph in text.split("\n\n"):
        if len(paragraph) > 80:
            yield start, start + len(paragraph)
        start += len(paragraph) + 2
