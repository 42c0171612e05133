"""Full dates in figures as ISO 8601 writes them: found in texts of every language."""

import re

from quotes.text.date_phrases import readings
from quotes.text.date_phrases.grammar import NUMBER, Grammar, Rule
from quotes.text.date_phrases.match_readers import Match
from quotes.text.date_phrases.readings import Reading, Setting, Year

# No part of a longer chain of figures or of an address; a time of day may follow.
_ISO = re.compile(
    r"""(?<![\w/.-]) (?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})
        (?![0-9/]|-\w|(?!T[0-9]{2}:)\w)""",
    re.VERBOSE,
)


def _read(match: Match, setting: Setting) -> Reading:
    year, month, day = (int(match.said(group)) for group in ("year", "month", "day"))
    return readings.day_of_month(setting, day, month, Year(year))


RULE = Rule(frozenset({NUMBER}), _ISO, _read)
GRAMMAR = Grammar((RULE,), cues={}, bounds={})
