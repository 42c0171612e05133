"""How a language's expressions are found: one pass over the words, rules tried where one opens.

Linear in the length of the text: each rule looks at a bounded stretch from a word on.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from quotes.text.date_phrases import readings
from quotes.text.date_phrases.calendar_arithmetic import Lean
from quotes.text.date_phrases.match_readers import Match
from quotes.text.date_phrases.phrase import DatePhrase
from quotes.text.date_phrases.readings import Reading, Setting

# A gap between the words of one expression: never a line break.
SPACE = "(?:[ \u00a0\u202f]{1,2})"
NUMBER = "0"
_WORD = re.compile(r"\w+")
# Where a clause ends; how far from an expression its verb is looked for, in code points.
_CLAUSE_END = re.compile(r"[!?;:,\"“”„«»()\n–—]|\.(?=\s|$)|\b(?:that|dass|daß)\b")
_DIGITS = "0123456789"
_REACH = 120
_PART = re.compile(r"_|[A-Z]{3,}")

Reader = Callable[[Match, Setting], "Reading | None"]


@dataclass(frozen=True)
class Rule:
    """Expressions of one shape: the words they open with, exactly as printed (NUMBER for any
    figure), the pattern, and what its groups mean (None: no date after all).

    The group `bound` holds a word like „seit“ that makes the date an end of an interval.
    """

    opens: frozenset[str]
    pattern: "re.Pattern[str]"
    read: Reader

    def match(self, text: str, at: int, end: int) -> Match | None:
        """The pattern, if it is found at this place and ends before `end`."""
        found = self.pattern.match(text, at, end)
        if not found:
            return None
        printed = {
            name.rstrip(_DIGITS): words
            for name, words in found.groupdict().items()
            if words is not None
        }
        return Match(text, *found.span(), printed)


@dataclass(frozen=True)
class Grammar:
    """The date expressions of a language.

    `cues` are words that place their clause before or after the publication; `claims` are those
    that do so unless the clause ends in one of `claim_ends` („soll am Montag gesagt haben“).
    `bounds` says for each word of the group `bound` whether it begins an interval ("since") or
    ends it ("until"), and to which side it leans.
    """

    rules: tuple[Rule, ...]
    cues: Mapping[str, Lean]
    bounds: Mapping[str, tuple[str, Lean]]
    claims: frozenset[str] = frozenset()
    claim_ends: tuple[str, ...] = ()
    opened_by: dict[str, list[Rule]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in self.rules:
            for word in rule.opens:
                self.opened_by.setdefault(word, []).append(rule)

    def find(self, text: str, published: date | None, start: int, end: int) -> list[DatePhrase]:
        """The expressions between two places, in order; of overlapping ones the longest."""
        openings: list[tuple[int, list[Rule]]] = []
        cues: list[tuple[int, int, str]] = []
        for word in _WORD.finditer(text, start, end):
            printed = word.group()
            key = NUMBER if "0" <= printed[0] <= "9" else printed
            if key in self.opened_by:
                openings.append((word.start(), self.opened_by[key]))
            if printed in self.cues:
                cues.append((*word.span(), printed))
        leans = _Leans(self, text, end, cues)
        found = [
            phrase
            for at, rules in openings
            for rule in rules
            if (phrase := self._read(rule, text, at, end, published, leans))
        ]
        return _longest(found)

    def _read(
        self,
        rule: Rule,
        text: str,
        at: int,
        end: int,
        published: date | None,
        leans: "_Leans",
    ) -> DatePhrase | None:
        match = rule.match(text, at, end)
        if not match:
            return None
        side, lean = self.bounds.get(match.said("bound"), ("", ""))
        setting = Setting(published, leans.around(match.start, match.end) or lean)
        try:
            reading = rule.read(match, setting)
        except (ValueError, OverflowError):  # 31 February; a day before the year 1
            reading = readings.NO_DATE
        if reading is None:
            return None
        if side == "until":
            reading = readings.until(reading)
        elif side == "since":
            reading = readings.since(reading)
        return DatePhrase(
            match.start,
            match.end,
            text[match.start : match.end],
            reading.date,
            reading.basis,
            reading.unit,
            reading.hangs_on,
            reading.offset,
        )


@dataclass(frozen=True)
class _Leans:
    """Which side of the publication the clause around an expression speaks of."""

    grammar: Grammar
    text: str
    end: int
    cues: list[tuple[int, int, str]]

    def around(self, start: int, end: int) -> Lean:
        """The lean of the nearest cue in the clause, "" where there is none."""
        after = bisect_left(self.cues, (end,))
        before = bisect_left(self.cues, (start,)) - 1
        near = []
        if before >= 0 and self._same_clause(self.cues[before][1], start):
            near.append((start - self.cues[before][1], self.cues[before][2]))
        if after < len(self.cues) and self._same_clause(end, self.cues[after][0]):
            near.append((self.cues[after][0] - end, self.cues[after][2]))
        if not near:
            return ""
        cue = min(near)[1]
        if cue in self.grammar.claims and self._ends_as_claim(end):
            return "past"
        return self.grammar.cues[cue]

    def _same_clause(self, start: int, end: int) -> bool:
        return end - start <= _REACH and not _CLAUSE_END.search(self.text, start, end)

    def _ends_as_claim(self, start: int) -> bool:
        reach = min(self.end, start + _REACH)
        clause_end = _CLAUSE_END.search(self.text, start, reach)
        clause = self.text[start : clause_end.start() if clause_end else reach]
        return clause.endswith(self.grammar.claim_ends)


def _longest(found: Iterable[DatePhrase]) -> list[DatePhrase]:
    """Those that overlap no longer one, in order; of equally long ones the first. What names
    something else only takes its place."""
    kept = []
    taken: set[int] = set()
    for phrase in sorted(found, key=lambda phrase: (phrase.start - phrase.end, phrase.start)):
        # What was kept is no shorter: where it overlaps this one, it covers one of its edges.
        if phrase.start not in taken and phrase.end - 1 not in taken:
            kept.append(phrase)
            taken.update(range(phrase.start, phrase.end))
    dates = (phrase for phrase in kept if phrase.basis != readings.NO_DATE.basis)
    return sorted(dates, key=lambda phrase: phrase.start)


def words(*printed: str) -> frozenset[str]:
    """Opening words, each also as at the start of a sentence."""
    return frozenset(printed) | {word[:1].upper() + word[1:] for word in printed}


def cues(past: str, future: str) -> dict[str, Lean]:
    """The lean of each of some words, given with spaces between them."""
    leans: dict[str, Lean] = {}
    leans.update(dict.fromkeys(words(*past.split()), "past"))
    leans.update(dict.fromkeys(words(*future.split()), "future"))
    return leans


def any_of(printed: Iterable[str]) -> str:
    """An alternation of literal words for a template, longest first; a space is a gap."""
    longest_first = sorted(printed, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", "_") for word in longest_first)


def compiled(template: str, parts: Mapping[str, str]) -> "re.Pattern[str]":
    """A pattern for whole words, in which `_` is a gap and names in capitals are `parts`.

    Small letters match capitals too; white space is for the reader. Groups may share a name:
    the second `unit` becomes `unit2`, which a Match holds as `unit` again.
    """
    seen: Counter[str] = Counter()

    def numbered(group: "re.Match[str]") -> str:
        seen[group[1]] += 1
        return f"(?P<{group[1]}{seen[group[1]] if seen[group[1]] > 1 else ''}>"

    filled = re.sub(r"\(\?P<([a-z]+)>", numbered, _filled(template, parts))
    return re.compile(rf"(?:{filled}) (?!\w|-\w)", re.VERBOSE | re.IGNORECASE)


def _filled(template: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(
        lambda name: SPACE if name[0] == "_" else f"(?:{_filled(parts[name[0]], parts)})", template
    )
