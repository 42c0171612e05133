"""Speakers, roles, outlets and topics as the speeches name them, each made once."""

import re
from typing import Any

from quotes.models import (
    NameKind,
    Outlet,
    OutletKind,
    Speaker,
    SpeakerKind,
    SpeakerName,
    Tenure,
    Topic,
)

# Subject headings, and the words by which a passage is filed under them.
TOPICS = {
    ("Gesundheit", "Health"): r"gesund|pfleg|krank|impf|covid|corona|health|vaccin|pandemic",
    ("Haushalt und Steuern", "Budget and taxes"): r"steuer|haushalt|budget|milliard|\btax|deficit",
    ("Arbeit und Soziales", "Labour and social affairs"): r"arbeitsl|mindestlohn|rente|\bjobs?\b",
    ("Bildung und Forschung", "Education and research"): r"schul|bildung|forschung|school|educat",
    ("Klima und Energie", "Climate and energy"): r"klima|energie|kohle|atom|climate|energy|\boil\b",
    ("Verkehr", "Transport"): r"verkehr|maut|bahn|straße|railroad|airline|infrastructure",
    ("Landwirtschaft", "Agriculture"): r"landwirt|bauern|tierschutz|farmer|agricult",
    ("Verteidigung", "Defence"): r"bundeswehr|bundesheer|nato|soldat|defen[cs]e|military|troops",
    ("Außenpolitik", "Foreign affairs"): r"außenpolit|europäisch|ukraine|russia|china|israel|iran",
    ("Asyl und Migration", "Asylum and migration"): r"asyl|flücht|migra|border|refugee",
    ("Recht und Justiz", "Law and justice"): r"gericht|justiz|verfassung|court|justice|crime",
    ("Wirtschaft und Handel", "Economy and trade"): r"wirtschaft|unternehm|econom|inflation|trade",
    ("Familie", "Family"): r"kinder|famili|eltern|child|famil",
    ("Demokratie und Wahlen", "Democracy and elections"): r"demokrat|wahl|democra|election|voting",
}
_FILED_UNDER = [(names, re.compile(words, re.I)) for names, words in TOPICS.items()]


class Names:
    """The rows that many quotes share, by what the data calls them."""

    def __init__(self) -> None:
        self._speakers: dict[str, Speaker] = {}
        self._tenures: dict[tuple[int, str], Tenure] = {}
        self._outlets: dict[str, Outlet] = {}
        self._topics: dict[tuple[str, str], Topic] = {}

    def speaker(self, name: str, language: str, kind: str = SpeakerKind.PERSON) -> Speaker:
        if name not in self._speakers:
            family = name.split()[-1] if kind == SpeakerKind.PERSON else ""
            speaker = Speaker.objects.create(name=name[:200], kind=kind, family_name=family[:100])
            SpeakerName.objects.create(
                speaker=speaker, text=name[:200], language=language, kind=NameKind.OFFICIAL
            )
            self._speakers[name] = speaker
        return self._speakers[name]

    def tenure(self, speaker: Speaker, row: dict[str, Any]) -> Tenure | None:
        """The office named beside the speaker, or else membership of his party's group."""
        held = row.get("role") or row.get("party")
        if not held or speaker.kind != SpeakerKind.PERSON:
            return None
        if (speaker.pk, held) not in self._tenures:
            title = held if row.get("role") else f"Mitglied ({held})"
            party = row.get("party")
            self._tenures[speaker.pk, held] = Tenure.objects.create(
                speaker=speaker,
                organisation=self.speaker(party, row["lang"], SpeakerKind.ORGANISATION)
                if party
                else None,
                **{f"title_{row['lang']}": title[:200]},
            )
        return self._tenures[speaker.pk, held]

    def outlet(self, source: str) -> Outlet:
        name = source.split(",")[0]
        if name not in self._outlets:
            kind = OutletKind.GOVERNMENT if "White House" in name else OutletKind.PARLIAMENT
            self._outlets[name] = Outlet.objects.create(name=name, kind=kind)
        return self._outlets[name]

    def digest(self) -> Outlet:
        """Who prints some passages again: the second source of their quotes."""
        name = "Reden im Auszug"
        if name not in self._outlets:
            self._outlets[name] = Outlet.objects.create(name=name, kind=OutletKind.AGGREGATOR)
        return self._outlets[name]

    def topics(self, words: str) -> list[Topic]:
        return [self._topic(names) for names, filed in _FILED_UNDER if filed.search(words)]

    def _topic(self, names: tuple[str, str]) -> Topic:
        if names not in self._topics:
            self._topics[names] = Topic.objects.create(name_de=names[0], name_en=names[1])
        return self._topics[names]
