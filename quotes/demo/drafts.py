"""The rows of a dossier, drafted through the editorial functions; entries refer to them by key."""

from typing import Any

from quotes.editorial.drafting import Point, Printing, draft_quote, draft_statement, keep
from quotes.editorial.recording import recorded
from quotes.editorial.sources import add_snapshot
from quotes.editorial.statement_texts import locate_version
from quotes.models import (
    Article,
    Attribution,
    CaptureMethod,
    Credit,
    Event,
    Extent,
    Hop,
    JointStatement,
    Occurrence,
    Outlet,
    Provision,
    Quote,
    QuoteRelation,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerName,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)

from .dossier import Dossier, Entry


class Drafts:
    """Drafts of everything a dossier holds, by the keys of its file."""

    def __init__(self, dossier: Dossier, user: Any, reason: str) -> None:
        self.dossier = dossier
        self.user = user
        self.reason = reason
        self.speakers: dict[str, Speaker] = {}
        self.tenures: dict[str, Tenure] = {}
        self.outlets: dict[str, Outlet] = {}
        self.articles: dict[str, Article] = {}
        self.snapshots: dict[str, Snapshot] = {}
        self.events: dict[str, Event] = {}
        self.topics: dict[str, Topic] = {}
        self.statements: dict[str, JointStatement] = {}
        self.quotes: dict[str, Quote] = {}

    def write(self) -> None:
        """Draft everything, each thing after what it refers to. Raises Refused."""
        with recorded(self.user, self.reason):
            for entry in self.dossier.speakers:
                self._speaker(**entry)
            for entry in self.dossier.outlets:
                self._outlet(**entry)
            for entry in self.dossier.topics:
                self._topic(**entry)
            for entry in self.dossier.articles:
                self._article(**entry)
            for entry in self.dossier.articles:
                self._hops(entry["key"], entry.get("hops", []))
            for entry in self.dossier.speakers:
                self._tenures(entry["key"], entry.get("tenures", []))
            for entry in self.dossier.events:
                self._event(**entry)
            for entry in self.dossier.statements:
                self._statement(**entry)
            for entry in self.dossier.quotes:
                self._quote(**entry)
            for entry in self.dossier.quotes:
                self._relations(entry["key"], entry.get("relations", []))

    def _speaker(
        self, key: str, names: list[Entry], tenures: list[Entry] | None = None, **fields: Any
    ) -> None:
        # Tenures come later: the articles that say so must be there.
        speaker = self.speakers[key] = keep(Speaker(**fields))
        for name in names:
            keep(SpeakerName(speaker=speaker, **name))

    def _tenures(self, speaker: str, entries: list[Entry]) -> None:
        for entry in entries:
            fields = dict(entry)
            key, source = fields.pop("key"), self.articles[fields.pop("source")]
            if "organisation" in fields:
                fields["organisation"] = self.speakers[fields["organisation"]]
            self.tenures[key] = keep(
                Tenure(speaker=self.speakers[speaker], source=source, **fields)
            )

    def _outlet(self, key: str, name: str, organisation: str | None = None, **fields: Any) -> None:
        """An outlet of that name may be known already; it stays as it is."""
        self.outlets[key] = Outlet.objects.filter(name=name).first() or keep(
            Outlet(
                name=name,
                organisation=self.speakers[organisation] if organisation else None,
                **fields,
            )
        )

    def _topic(self, key: str, name_de: str, name_en: str) -> None:
        """A topic of these names may be known already; it stays as it is."""
        self.topics[key] = Topic.objects.filter(name_de=name_de, name_en=name_en).first() or keep(
            Topic(name_de=name_de, name_en=name_en)
        )

    def _article(
        self,
        key: str,
        outlet: str,
        carried_by: str | None = None,
        text: str | None = None,
        extent: str = Extent.EXCERPT,
        credits: list[Entry] | None = None,
        hops: list[Entry] | None = None,
        **fields: Any,
    ) -> None:
        # Hops come later: the articles that they come from must be there.
        article = self.articles[key] = keep(
            Article(
                outlet=self.outlets[outlet],
                carried_by=self.outlets[carried_by] if carried_by else None,
                **fields,
            )
        )
        if text is not None:
            self.snapshots[key] = add_snapshot(
                article,
                self.dossier.text(text),
                user=self.user,
                extent=extent,
                method=CaptureMethod.UPLOADED,
                reason=self.reason,
            )
        for position, credit in enumerate(credits or [], start=1):
            by = self.outlets[credit["outlet"]]
            keep(Credit(article=article, position=position, **{**credit, "outlet": by}))

    def _hops(self, article: str, entries: list[Entry]) -> None:
        for position, entry in enumerate(entries, start=1):
            fields = dict(entry)
            for named in ("source_article", "evidence_in"):
                if named in fields:
                    fields[named] = self.articles[fields[named]]
            if "source_outlet" in fields:
                fields["source_outlet"] = self.outlets[fields["source_outlet"]]
            keep(Hop(article=self.articles[article], position=position, **fields))

    def _event(self, key: str, participants: list[str], **fields: Any) -> None:
        event = self.events[key] = keep(Event(**fields))
        event.participants.set([self.speakers[participant] for participant in participants])

    def _statement(
        self,
        key: str,
        event: str,
        topics: list[str],
        signatories: list[Entry],
        version: Entry,
        provisions: list[Entry],
        **fields: Any,
    ) -> None:
        snapshot = self.snapshots[version["article"]]
        whole = locate_version(snapshot, "")
        own_text = StatementVersion(
            snapshot=snapshot,
            start=whole.start,
            end=whole.end,
            language=version["language"],
            official=version["official"],
            issuer=self.speakers[version["issuer"]],
        )
        self.statements[key] = draft_statement(
            JointStatement(event=self.events[event], **fields),
            signatories=[
                Signatory(capacity=entry["capacity"], **self._in_office(entry["tenure"]))
                for entry in signatories
            ],
            versions=[own_text],
            points=[
                Point(Provision(kind=entry["kind"]), [(own_text, entry["passage"])])
                for entry in provisions
            ],
            topics=[self.topics[topic] for topic in topics],
            user=self.user,
            reason=self.reason,
        )

    def _quote(
        self,
        key: str,
        speakers: list[Entry],
        occurrences: list[Entry],
        topics: list[str],
        event: str | None = None,
        links: list[Entry] | None = None,
        relations: list[Entry] | None = None,
        **fields: Any,
    ) -> None:
        # Relations come later: the other quote must be there.
        quote = self.quotes[key] = draft_quote(
            Quote(event=self.events[event] if event else None, **fields),
            attributions=[self._attribution(**entry) for entry in speakers],
            printings=[self._printing(**entry) for entry in occurrences],
            topics=[self.topics[topic] for topic in topics],
            user=self.user,
            reason=self.reason,
        )
        for link in links or []:
            self._link(quote, **link)

    def _attribution(
        self, speaker: str | None = None, tenure: str | None = None, name_as_printed: str = ""
    ) -> Attribution:
        by = self._in_office(tenure) if tenure else {"speaker": self.speakers[str(speaker)]}
        return Attribution(name_as_printed=name_as_printed, **by)

    def _in_office(self, tenure: str) -> dict[str, Any]:
        """A speaker in the role he held then."""
        return {"speaker": self.tenures[tenure].speaker, "tenure": self.tenures[tenure]}

    def _printing(self, article: str, passage: str, **fields: Any) -> Printing:
        occurrence = Occurrence(
            snapshot=self.snapshots[article], language=self.articles[article].language, **fields
        )
        return Printing(occurrence, passage)

    def _link(self, quote: Quote, statement: str, kind: str, provision: int | None = None) -> None:
        about = self.statements[statement]
        point = about.provisions.get(number=provision) if provision else None
        keep(StatementLink(quote=quote, statement=about, kind=kind, provision=point))

    def _relations(self, quote: str, entries: list[Entry]) -> None:
        for entry in entries:
            other = self.quotes[entry["quote"]]
            keep(QuoteRelation(from_quote=self.quotes[quote], kind=entry["kind"], to_quote=other))
