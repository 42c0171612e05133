"""English date expressions: "on Monday", "in early August", "a day after the announcement"."""

from quotes.text.date_phrases import iso_dates
from quotes.text.date_phrases.english_words import (
    BOUND_OPENERS,
    BOUNDS,
    COUNT_OPENERS,
    CUES,
    MONTH_OPENERS,
    PART_OPENERS,
    PARTS,
    SEASON_OPENERS,
    STEP_OPENERS,
    VOCABULARY,
    WEEKDAY_OPENERS,
)
from quotes.text.date_phrases.grammar import NUMBER, Grammar, Reader, Rule, compiled, words
from quotes.text.date_phrases.match_readers import MatchReaders

_NUMBER = frozenset({NUMBER})
_read = MatchReaders(VOCABULARY)


def _rule(opens: frozenset[str], template: str, read: Reader) -> Rule:
    return Rule(opens, compiled(template, PARTS), read)


_DAYS_AND_NIGHTS = (
    _rule(
        BOUND_OPENERS | words("on", "late", "early") | STEP_OPENERS | WEEKDAY_OPENERS,
        """(?:BOUND|as_of_)? (?:(?:late|early)_)? (?:on_)? (?:(?:late|early)_)? (?:STEP_)?
           WEEKDAY (?:_DAYTIME)?""",
        _read.weekday,
    ),
    _rule(
        words("on", "the", "overnight") | WEEKDAY_OPENERS,
        """(?:on_)?the_night_of_DAYNAME_(?:to|into)_WEEKDAY | DAYNAME_night_(?:to|into)_WEEKDAY
           | overnight_(?:in)?to_WEEKDAY""",
        _read.night_before_weekday,
    ),
    _rule(words("last", "overnight"), "last_night|overnight", _read.last_night),
    _rule(
        BOUND_OPENERS | words("on", "from") | STEP_OPENERS | WEEKDAY_OPENERS | MONTH_OPENERS,
        r"""(?:BOUND|as_of_|on_|from_)? (?:(?:STEP_)? WEEKDAY(?:_DAYTIME)?,?_(?:the_)?)?
            MONTH_(?P<day>\d{1,2})(?:st|nd|rd|th)?
            (?:(?:_?[–-]_?|_(?:to|and|or|through)_)(?P<last>\d{1,2})(?:st|nd|rd|th)?)?
            (?!\w|[.,:]\d|[%-]) (?:YEAROF)?""",
        _read.day,
    ),
    _rule(
        BOUND_OPENERS | words("on", "from", "the") | WEEKDAY_OPENERS | _NUMBER,
        r"""(?:BOUND|as_of_|on_|from_)? (?:WEEKDAY,?_)? (?:the_)?
            (?<![\w.,:/$€£-])(?P<day>\d{1,2})(?:st|nd|rd|th)?
            (?:(?:_?[–-]_?|_(?:to|and|or)_)(?P<last>\d{1,2})(?:st|nd|rd|th)?)?_(?:of_)?
            MONTH (?:YEAROF)? (?!_(?:be|have|not|also)\b)""",
        _read.day,
    ),
    _rule(
        BOUND_OPENERS | words("the", "today", "yesterday", "tomorrow", "early", "late", "earlier"),
        """(?:BOUND|as_of_)? (?:(?:early|late|earlier)_)?
           (?P<word>the_day_before_yesterday|the_day_after_tomorrow|today|yesterday|tomorrow)
           (?:_DAYTIME)?""",
        _read.day_word,
    ),
    _rule(
        words("tonight", "this"),
        "(?P<word>tonight) | (?P<word>this)_(?:morning|afternoon|evening)",
        _read.day_word,
    ),
    _rule(
        BOUND_OPENERS | words("over", "at", "on", "during") | STEP_OPENERS,
        "(?:BOUND|(?:over|at|on|during)_(?:the_)?)? (?:STEP_)? weekend",
        _read.weekend,
    ),
)

_MONTHS_AND_YEARS = (
    _rule(
        BOUND_OPENERS
        | words("in", "during", "at", "between")
        | PART_OPENERS
        | STEP_OPENERS
        | MONTH_OPENERS,
        r"""(?P<lead>(?: (?P<bound>since|until|till|through|during)_ | as_of_ | (?:in|between)_)?
             (?:(?:at|by)_(?=PART))? (?:PART)? (?:STEP_)?)
           LONGMONTH (?:YEAROF | (?=_(?:and|or|to)_LONGMONTH_(?P<year>[12]\d{3})))?""",
        _read.month,
    ),
    _rule(
        BOUND_OPENERS | words("in") | MONTH_OPENERS,
        """(?:BOUND|in_)? MONTH (?:YEAROF)
           | (?P<lead>BOUND) (?!May|March) LONGMONTH (?!_(?-i:[A-Z]))""",
        _read.month,
    ),
    _rule(
        BOUND_OPENERS | words("in", "during") | PART_OPENERS | STEP_OPENERS | SEASON_OPENERS,
        r"""(?:BOUND|(?:in|during)_)? (?:the_)? (?:PART)? (?:the_)?
            (?: SEASON YEAROF (?:[/–-](?:\d{4}|\d{2}))? | (?P<lead>STEP)_SEASON)""",
        _read.season,
    ),
    _rule(
        BOUND_OPENERS
        | words("in", "of", "from", "during", "between", "for", "the", "at", "around", "circa")
        | PART_OPENERS,
        r"""(?: (?P<sure>(?:BOUND|(?:in|during|for|of)_)? the_years?_|between_(?=\d{4}_and_))
              | (?P<marked>(?:BOUND|as_of_|(?P<about>around_|circa_)|(?:in|of|from|during|between)_
                     |(?:at|by)_(?=PART))(?:PART)?
                | PART) )
            (?P<year>\d{3,4}) (?:(?:_?[–/-]_?|_(?:to|through|and|until)_)(?P<last>\d{4}|\d{2}))?
            (?![.,:]?\d|s\b|-\w)""",
        _read.years,
    ),
    _rule(
        _NUMBER,
        r"(?<=\()(?P<year>\d{4}) (?:[–-](?P<last>\d{4}|\d{2}))? (?=\))",
        _read.years,
    ),
    _rule(_NUMBER, r"(?<![\w.,/–-])(?P<year>\d{4})[–-](?P<last>\d{4})", _read.years),
    _rule(
        _NUMBER,
        r"(?<=the[ \u00a0\u202f])(?P<year>\d{4}) (?=_(?!\w{1,40}s\b)(?-i:[a-z]))",
        _read.years,
    ),
    _rule(
        BOUND_OPENERS | words("in", "during", "the") | PART_OPENERS | _NUMBER,
        r"""(?P<lead>(?:BOUND|(?:in|during)_)? (?:the_)? (?:PART)? (?:the_)?)
            (?:(?P<first>\d{3}0)['’]?s | ['’]?(?P<short>[3-9]0)s | TENS)""",
        _read.decade,
    ),
    _rule(
        BOUND_OPENERS | words("in", "during", "the") | PART_OPENERS,
        "(?:BOUND|(?:in|during)_)? (?:the_)? (?:PART)? (?:the_)? ORDINAL(?:_|-)century",
        _read.century,
    ),
)

_UNITS_OF_TIME = (
    _rule(
        BOUND_OPENERS | words("in", "during", "at") | PART_OPENERS | STEP_OPENERS,
        """(?<!the[ \u00a0\u202f]) (?:BOUND|(?:in|during|at|by)_)? (?:PART)? STEP_
             (?P<unit>week|month|year)
           | (?:earlier|later)_in_the_(?P<unit>week|month|year)""",
        _read.unit,
    ),
    _rule(
        words("at", "by", "before", "until", "the", "toward", "towards"),
        """(?: (?P<bound>by|before|until)_|(?:at|towards?)_)? the_
           (?:end|middle|(?P<beginning>beginning|start))_of_(?:the|this)_(?P<unit>week|month|year)""",
        _read.turn_of_unit,
    ),
    _rule(
        COUNT_OPENERS | words("several", "many", "just") | _NUMBER,
        """(?:just_|exactly_)? (?: (?P<some>a_few|a_couple_of|several|many)_
             | (?:(?P<vague>VAGUE)_)?COUNT_ ) UNIT_ago""",
        _read.ago,
    ),
    _rule(words("in"), "in_COUNT_UNIT (?!['’])", _read.ahead),
)

_HANGING = (
    _rule(
        COUNT_OPENERS | _NUMBER,
        """(?:VAGUE_)?COUNT_UNIT_
           (?: (?P<way>after|before|prior_to|following)_EVENT | (?P<way>earlier|later) )""",
        _read.distance,
    ),
    _rule(
        words("the", "on"),
        """(?:on_)?the_(?P<unit>day|weekend|week|month|year)_
           (?: (?P<way>after|before|following)_(?!yesterday|tomorrow|last|next)EVENT
             | of_(?=the_|his_|her_|their_)EVENT )""",
        _read.distance,
    ),
    _rule(
        words("the", "on", "that", "in"),
        """(?:on_|in_)? (?: the_(?P<way>previous|preceding|next|following|same)
           | that(?:_same)? )_(?P<unit>day|week|month|year)""",
        _read.distance,
    ),
)

_NAMES = (
    _rule(
        words(
            "every",
            "each",
            "most",
            "Black",
            "Good",
            "Bloody",
            "Super",
            "Ash",
            "Palm",
            "Easter",
            "Holy",
            "Cyber",
            "Sheffield",
            "USA",
            "Giving",
        ),
        r"""(?:every|each|most|black|good|bloody|super|ash|palm|easter|holy|cyber|sheffield|giving)
            _DAYNAME | usa_today""",
        _read.no_date,
    ),
    _rule(
        WEEKDAY_OPENERS | words("on"),
        "(?:on_)?Sunday_(?:times|telegraph|mirror|express|mail|herald|school)",
        _read.no_date,
    ),
)

GRAMMAR = Grammar(
    (
        iso_dates.RULE,
        *_DAYS_AND_NIGHTS,
        *_MONTHS_AND_YEARS,
        *_UNITS_OF_TIME,
        *_HANGING,
        *_NAMES,
    ),
    CUES,
    BOUNDS,
)
