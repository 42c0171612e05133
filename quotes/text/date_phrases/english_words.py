"""The English words of dates, and the parts that the patterns of expressions are made of."""

import re

from quotes.text.date_phrases.calendar_arithmetic import Lean, Unit
from quotes.text.date_phrases.grammar import any_of, cues, words
from quotes.text.date_phrases.match_readers import Vocabulary

_WEEKDAYS = {
    "Monday": 0,
    "Tuesday": 1,
    "Wednesday": 2,
    "Thursday": 3,
    "Friday": 4,
    "Saturday": 5,
    "Sunday": 6,
}
_MONTHS = {
    "January": 1,
    "February": 2,
    "March": 3,
    "April": 4,
    "May": 5,
    "June": 6,
    "July": 7,
    "August": 8,
    "September": 9,
    "October": 10,
    "November": 11,
    "December": 12,
}
# Only beside a day or a year.
_SHORT_MONTHS = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sept": 9,
    "Sep": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
_STEPS = {
    **dict.fromkeys(("last", "past", "this past"), -1),
    **dict.fromkeys(("this", "the current"), 0),
    **dict.fromkeys(("next", "this coming", "the coming"), 1),
}
_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "this": 0,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_DAYTIMES = ("morning", "noon", "afternoon", "evening", "night")
_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("day", "days"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    "weekend": "weekend",
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
}
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one"), 1),
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "a hundred": 100,
}
_ORDINALS = {
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}
# The twenties are two decades by now.
_TENS = {
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_ABOUT = ("about", "around", "roughly", "some", "nearly", "almost", "approximately")
_VAGUE = {
    **dict.fromkeys(_ABOUT, "~"),
    **dict.fromkeys(("more than", "over"), "<"),
}
_WAYS = {
    **dict.fromkeys(("before", "earlier", "previous", "preceding", "prior to"), -1),
    **dict.fromkeys(("after", "later", "next", "following"), 1),
}
BOUNDS: dict[str, tuple[str, Lean]] = {
    "since": ("since", "past"),
    "after": ("since", ""),
    **dict.fromkeys(("until", "till", "through", "by"), ("until", "future")),
    "before": ("until", ""),
}
_FUTURE = """
    will would shall going scheduled expected due plans plan planned planning slated upcoming
    intends hopes ll
"""
_PAST = """
    said told was were had has have did been is are says announced met reported called added
    confirmed died killed found held took made came went began started signed visited agreed
    declared issued published arrested admitted indicated suggested struck stated ruled wrote
    tweeted asked warned won lost left arrived fired attacked voted resigned
"""
CUES = cues(past=_PAST, future=_FUTURE)

VOCABULARY = Vocabulary(
    weekdays={name.lower(): number for name, number in _WEEKDAYS.items()},
    months={name.lower(): number for name, number in (_MONTHS | _SHORT_MONTHS).items()},
    seasons=_SEASONS,
    steps=_STEPS,
    units=_UNITS,
    numbers=_NUMBERS | _ORDINALS,
    tens=_TENS,
    vague=_VAGUE,
    ways=_WAYS,
    days=_DAYS,
    nights=frozenset(),
    counting=re.compile(r"(?!)"),
    counted=re.compile(
        r"""[ \u00a0\u202f]?[%€$°] | (?:st|nd|rd|th)\b
        | [ \u00a0\u202f-](?:people|men|women|children|persons|others|deaths|cases|homes|houses|
          votes|troops|soldiers|employees|workers|jobs|students|residents|civilians|members|copies|
          feet|foot|ft|m|meters?|metres?|miles?|km|kg|lbs?|pounds|tons|tonnes|points|hours|BC|
          dollars|euros|percent|per[ ]cent|[ap]\.?m|GMT|UTC)\b""",
        re.VERBOSE,
    ),
)

# Words that open expressions, exactly as printed.
WEEKDAY_OPENERS = frozenset(_WEEKDAYS)
MONTH_OPENERS = frozenset(_MONTHS) | frozenset(_SHORT_MONTHS)
SEASON_OPENERS = words(*_SEASONS)
STEP_OPENERS = words(*(step.partition(" ")[0] for step in _STEPS))
BOUND_OPENERS = words(*BOUNDS, "as")
PART_OPENERS = words("early", "late", "mid", "earlier", "later", "the")
COUNT_OPENERS = words(*(word.partition(" ")[0] for word in (*_NUMBERS, *_VAGUE)))

# A dot belongs to an initial or an abbreviation such as U.S.
_CLAUSE_LETTER = r"(?: [^\n.,;:!?“”\"()\u2013\u2014] | \.(?=(?-i:[A-Z])\.) | (?<=\.(?-i:[A-Z]))\. )"
PARTS = {
    "BOUND": "(?P<bound>since|after|until|till|through|by|before)_(?:the_)?",
    "DAYNAME": f"(?-i:{any_of(_WEEKDAYS)})",
    "WEEKDAY": "(?P<weekday>DAYNAME)",
    "DAYTIME": any_of(_DAYTIMES),
    "LONGMONTH": f"(?P<month>(?-i:{any_of(_MONTHS)}))",
    "MONTH": rf"(?P<month>(?-i:{any_of(_MONTHS)}|(?:{any_of(_SHORT_MONTHS)})))(?:(?<!May)\.)?",
    "SEASON": f"(?P<season>{any_of(_SEASONS)})",
    "STEP": f"(?P<step>{any_of(_STEPS)})",
    # "early August", "the end of July", "mid-2019".
    "PART": """(?:early|late|mid|earlier|later)(?:_|-)(?:in_)?
        | (?:the_)?(?:end|beginning|start|middle)_of_(?:the_)?""",
    "YEAROF": r"""(?:,?_|_of_)(?P<year>[12]\d{3})(?!\d|[.,]\d|-\d)
        | (?:,?_|_of_)(?P<yearstep>last|this|next)_year""",
    "VAGUE": any_of(_VAGUE),
    "COUNT": rf"(?P<count>\d{{1,3}}|{any_of(_NUMBERS)})",
    "UNIT": f"(?P<unit>{any_of(_UNITS)})",
    "TENS": f"(?P<short>{any_of(_TENS)})",
    "ORDINAL": rf"(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<number>{any_of(_ORDINALS)}))",
    # "the blast", "the two ministers signed a deal": to the end of the clause.
    "EVENT": rf"(?P<event>(?!that\b|this\b|then\b){_CLAUSE_LETTER}{{3,100}}(?<=\w)(?!\w))",
}
