"""The candidate at hand: its words, what is chosen for it, what can be chosen, what is alike."""

import datetime
from typing import Any

from django.db import models
from django.utils import translation

from quotes.editorial.candidate_rows import (
    as_described,
    decision_of,
    said_by_exactly,
    speakers_of,
    unknown_names,
)
from quotes.editorial.counted_dates import counted, counting_phrase
from quotes.editorial.made_in_place import named_event
from quotes.models import (
    Article,
    Candidate,
    DateBasis,
    Event,
    JointStatement,
    Speaker,
    SpeechType,
    StatementKind,
)
from quotes.search.similar import Passage, Similar, similar
from quotes.text.dates import MalformedDate, parse, show

from .showing import Workbench, state_of, told

MOST_CHOICES = 50
MOST_SIMILAR = 9  # one a key


class Panel:
    """What is shown of one candidate of a workbench."""

    def __init__(self, workbench: Workbench, row: Candidate) -> None:
        self.workbench, self.row = workbench, row
        self.article: Article = workbench.article
        self.chosen = speakers_of(row)
        self.unknown = unknown_names(row)

    def context(self) -> dict[str, Any]:
        """Everything about it, by the names that the templates use."""
        row, chosen = self.row, self.chosen
        decision = decision_of(row)
        return {
            "candidate": row,
            "number": self.workbench.number,
            "count": len(self.workbench.heads),
            "previous": self.workbench.beside(-1),
            "next": self.workbench.beside(1),
            "wordings": [self.workbench.words(part) for part in (row, *self.workbench.parts)],
            "state": state_of(row),
            "decision": decision,
            "decision_told": told(row) if decision else "",
            "language": self.article.language,
            "within": next(
                (
                    self.workbench.words(one)
                    for one in self.workbench.rows
                    if one.pk == row.within_id
                ),
                "",
            ),
            "chosen": chosen,
            "described": as_described(row),
            "unknown": self.unknown,
            "new_name": self._new_name(),
            "people": self._people(),
            "said_on_words": _date_in_words(row.said_on),
            "kinds": SpeechType.choices,
            "bases": DateBasis.choices,
            **self._occasions(),
            **self._counting(),
            "statements": self._statements(),
            "new_statement": self._title_of_statement(),
            "topics": list(row.topics.all()),
            "similar": self._similar() if decision is None else [],
            "same_speaker": self._open_of_the_same(),
            "roles": self._words_before(),
        }

    def _people(self) -> list[dict[str, Any]]:
        """Who is chosen here, then everybody chosen anywhere in this text, with roles held."""
        found: dict[int, Speaker] = {one.speaker.pk: one.speaker for one in self.chosen}
        for row in self.workbench.rows:
            for one in speakers_of(row):
                found.setdefault(one.speaker.pk, one.speaker)
        tenures = {one.speaker.pk: one.tenure for one in self.chosen}
        return [
            {
                "speaker": speaker,
                "chosen": key in tenures,
                "tenure": tenures.get(key),
                "tenures": list(speaker.tenures.all()),
            }
            for key, speaker in found.items()
        ]

    def _new_name(self) -> str:
        """Whose name a new speaker, or the holder of a new role, most likely has."""
        names = [*self.unknown, as_described(self.row), *(one.speaker.name for one in self.chosen)]
        return next((name for name in names if name), "")

    def _open_of_the_same(self) -> int:
        """How many open candidates exactly these speakers said."""
        wanted = {one.speaker.pk for one in self.chosen}
        return sum(
            decision_of(row) is None and said_by_exactly(row, wanted)
            for row in self.workbench.heads
            if wanted and not self.unknown
        )

    def _words_before(self) -> list[str]:
        """What stands before the names in the text: roles, perhaps, to choose instead of typing."""
        names = [*(one.speaker.name for one in self.chosen), *self.unknown]
        text = self.workbench.snapshot.text
        found: dict[str, None] = {}
        for name in names:
            end = -1
            for _time in range(MOST_SIMILAR):
                end = text.find(name, end + 1)
                if end < 0:
                    break
                before = text[max(0, end - 80) : end].split()
                if before and before[-1][:1].isupper() and before[-1].isalpha():
                    found.setdefault(before[-1])
        return list(found)

    def _occasions(self) -> dict[str, list[Event]]:
        """Events to choose from: as the occasion, and as that from which the date counts."""
        near = _near(Event.objects.all(), "held_on", self.article)
        return {
            "events": _with(near, self.row.event),
            "events_counted": _with(near, self.row.counts_from),
        }

    def _counting(self) -> dict[str, Any]:
        """Whether the date counts from an event, and what the chosen one makes it."""
        phrase = counting_phrase(self.row)
        day = counted(self.row) if phrase else ""
        return {
            "counting": phrase,
            "counted_words": _date_in_words(day),
            "counts_otherwise": bool(day) and day != self.row.said_on,
            "counted_event": named_event(self.row),
            "may_date_by_publication": bool(self.article.published_on)
            and not (self.row.said_on or self.row.said_on_basis or phrase),
        }

    def _statements(self) -> list[JointStatement]:
        rows = JointStatement.objects.all()
        return _with(_near(rows, "issued_on", self.article), self.row.statement)

    def _title_of_statement(self) -> str:
        """What a statement is called until somebody knows better: its kind and day."""
        language = "de" if self.article.language.startswith("de") else "en"
        day = self.row.said_on
        with translation.override(language):
            name = str(StatementKind.JOINT_STATEMENT.label)
        dated = show(day, language) if day and _is_date(day) else ""
        return ", ".join(part for part in (name[:1].upper() + name[1:], dated) if part)

    def _similar(self) -> list[Similar]:
        row = self.row
        asked = Passage(
            wording=" ".join(self.workbench.words(part) for part in (row, *self.workbench.parts)),
            language=self.article.language,
            speakers=[one.speaker for one in self.chosen],
            said_on=row.said_on if _is_date(row.said_on) else "",
            article=self.article,
        )
        return similar(asked, MOST_SIMILAR)


def _near(rows: models.QuerySet, date: str, article: Article) -> list[Any]:
    """Rows dated in the two months around the article, the newest first."""
    day = article.published_on_earliest or article.published_on_latest
    if day is None:
        return []
    within = rows.filter(**{f"{date}_sort__range": _months_around(day)})
    return list(within.order_by(f"-{date}_sort", "-pk")[:MOST_CHOICES])


def _with(found: list[Any], chosen: Any) -> list[Any]:
    """The rows found, and the chosen one where it is not among them."""
    return found if chosen is None or chosen in found else [chosen, *found]


def _months_around(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    month = datetime.timedelta(days=31)
    first = day - month if day - datetime.date.min > month else datetime.date.min
    last = day + month if datetime.date.max - day > month else datetime.date.max
    return first, last


def _is_date(edtf: str) -> bool:
    try:
        parse(edtf)
    except MalformedDate:
        return False
    return True


def _date_in_words(edtf: str) -> str:
    if not edtf or not _is_date(edtf):
        return ""
    return show(edtf, translation.get_language() or "en")
