"""German date expressions: „am Montag“, „Anfang August“, „einen Tag nach der Ankündigung“."""

from quotes.text.date_phrases import iso_dates
from quotes.text.date_phrases.german_words import (
    BOUND_OPENERS,
    BOUNDS,
    CLAIM_ENDS,
    CLAIMS,
    COUNT_OPENERS,
    CUES,
    DAY_ADJECTIVE_OPENERS,
    DAY_OPENERS,
    MONTH_OPENERS,
    PARTS,
    SEASON_OPENERS,
    STEP_OPENERS,
    TEN_OPENERS,
    TURN_OPENERS,
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
        BOUND_OPENERS | words("am", "an", "zum") | STEP_OPENERS | WEEKDAY_OPENERS,
        "(?:BOUND|(?:am|an|zum)_)? (?:STEP_)? WEEKDAY (?:_?(?P<daytime>DAYTIME))?",
        _read.weekday,
    ),
    _rule(
        words("in"),
        "in_der_Nacht_(?:vo[nm]_DAYNAME_auf|zum|zu|auf)_(?:den_)? WEEKDAY",
        _read.night_before_weekday,
    ),
    _rule(
        words("in", "vergangene", "letzte"),
        "(?:in_der_)?(?:vergangenen?|letzten?)_Nacht",
        _read.last_night,
    ),
    _rule(
        BOUND_OPENERS | words("am", "vom", "zum", "in") | STEP_OPENERS | WEEKDAY_OPENERS | _NUMBER,
        r"""(?:BOUND|(?:am|vom|zum)_|(?P<night>in_der_Nacht_(?:auf|zum|zu)_(?:den_)?))?
            (?:(?:STEP_)? WEEKDAY (?:_?DAYTIME)?,?_(?:de[nmr]_)?)?
            (?<![\d.,/–-]) (?P<day>\d{1,2})\.
            (?:(?:_(?:bis|und|oder)_(?:zum_)?|_?[–/-]_?) (?P<last>\d{1,2})\.)?
            (?:_?(?P<month>MONTHNAME) (?:YEAROF)?
              | _?(?P<month>\d{1,2})\._?(?P<year>[12]\d{3})(?![.,]?\d))""",
        _read.day,
    ),
    _rule(
        BOUND_OPENERS | DAY_OPENERS,
        r"(?:BOUND)? (?P<word>DAYWORD) (?:_(?P<daytime>DAYTIME))? (?!_\d+-?jährig)",
        _read.day_word,
    ),
    _rule(
        words("Morgen") - {"morgen"},
        "(?P<word>Morgen) (?:_früh)? (?=_(?:wird|werden|will|wollen|soll|sollen|beginnt|startet))",
        _read.day_word,
    ),
    _rule(
        words("am", "vom", "zum") | DAY_ADJECTIVE_OPENERS,
        "(?:(?:am|vom|zum)_)? (?P<word>DAYADJECTIVE)e[nrsm]? _WEEKDAY(?:DAYTIME)?",
        _read.day_and_weekday,
    ),
    _rule(
        words("am", "vom", "zum") | DAY_ADJECTIVE_OPENERS,
        """(?:(?:am|vom|zum)_)? (?: (?P<word>DAYADJECTIVE)e[nrsm]?_(?:Tage?s?|DAYTIME)
           | (?!heutig)(?P<word>DAYADJECTIVE)e[nrsm]? )""",
        _read.day_word,
    ),
    _rule(
        BOUND_OPENERS | words("am", "übers", "zum", "vom") | STEP_OPENERS,
        "(?:BOUND|(?:am|übers|zum|vom)_|(?=STEP)) (?:STEP_)? Wochenendes?",
        _read.weekend,
    ),
)

_MONTHS_AND_YEARS = (
    _rule(
        BOUND_OPENERS | words("im") | TURN_OPENERS | STEP_OPENERS | MONTH_OPENERS,
        r"""(?P<lead>(?:BOUND)? (?:im_(?:Monat_)?)? (?:TURNS_)? (?:STEP_)?)
           (?P<month>MONTHNAME)
           (?:YEAROF | (?=_(?:und|oder|bis)_MONTHNAME_(?P<year>[12]\d{3})))?""",
        _read.month,
    ),
    _rule(
        BOUND_OPENERS | words("im") | SEASON_OPENERS | TURN_OPENERS | STEP_OPENERS,
        r"""(?P<lead>(?:BOUND)? (?:im_)? (?:TURNS_)? (?:STEP_)?) SEASON
            (?:YEAROF (?:[/–-](?:\d{4}|\d{2}))?)?""",
        _read.season,
    ),
    _rule(
        BOUND_OPENERS
        | words("im", "in", "von", "zwischen", "Jahr", "Jahre", "Jahren", "des", "vom", "um")
        | TURN_OPENERS
        | _NUMBER,
        r"""(?P<sure>(?:BOUND)? (?:(?:im|in_den|des|vom|dem)_)? Jahr(?:e[sn]?)?_
              | (?P<bound>seit)_(?:TURNS_)? | (?:(?P<bound>ab|bis)_)? TURNS_)?
            (?:(?P<marked>BOUND|(?:von|zwischen|in)_|(?P<about>um_(?:das_Jahr_)?)))?
            (?<![\d.,/–-])(?P<year>\d{3,4})
            (?:(?:_bis_|_?[–/-]_?)(?P<last>\d{4}|\d{2}(?!-)))? (?![.,/–-]?\d)""",
        _read.years,
    ),
    _rule(
        words("zwischen"), r"(?P<sure>zwischen)_(?P<year>\d{4})_und_(?P<last>\d{4})", _read.years
    ),
    _rule(
        BOUND_OPENERS | words("in", "der", "den") | TURN_OPENERS | TEN_OPENERS | _NUMBER,
        r"""(?: (?P<lead>(?:BOUND|in_)? (?:de[nr]_) | TURNS_(?:der_)?)
                (?: (?P<first>\d{3}0)er | (?P<short>[3-9]0)er | TENS ) (?:(?:_|-)?Jahren?)?
              | (?: (?P<first>\d{3}0)er | (?P<short>[3-9]0)er | TENS )
                (?P<lead>(?:_|-)?Jahren?) )""",
        _read.decade,
    ),
    _rule(
        BOUND_OPENERS | words("im") | TURN_OPENERS | _NUMBER,
        r"(?:BOUND|im_)? (?:TURNS_(?:des_)?)? (?P<number>\d{1,2})\._?Jahrhunderts?",
        _read.century,
    ),
)

_UNITS_OF_TIME = (
    _rule(
        BOUND_OPENERS | words("in", "im", "zum") | TURN_OPENERS | STEP_OPENERS,
        """(?:BOUND|(?:in|im|zum)_)? (?:de[rmns]_)? (?:TURNS_(?:de[rs]_)?)? STEP_
           (?P<unit>Woche|Monats?|Jahre?s?)""",
        _read.unit,
    ),
    _rule(
        BOUND_OPENERS | words("zum", "zu", "am", "im", "gegen") | TURN_OPENERS,
        """(?:BOUND|(?:zum|zu|am|im|gegen)_)?
           (?: (?:(?P<beginning>Anfang|Beginn)|Mitte|Ende|Laufe?)_de[sr]_
               (?P<unit>Woche|Monats|Jahres)
             | (?P<unit>Wochen|Monats|Jahres)(?:(?P<beginning>beginn|anfang)|mitte)
             | (?P<unit>Monats|Jahres)ende )""",
        _read.turn_of_unit,
    ),
    _rule(
        words("vor"),
        """vor_(?:genau_)?
           (?:(?P<some>einigen|wenigen|mehreren|vielen|ein_paar)_ | (?:(?P<vague>VAGUE)_)?COUNT_)
           UNIT""",
        _read.ago,
    ),
    _rule(words("in"), "in_(?:genau_)?COUNT_UNIT", _read.ahead),
)

_HANGING = (
    _rule(
        COUNT_OPENERS | _NUMBER,
        """(?:VAGUE_)?COUNT_UNIT (?:_(?P<way>nach|vor)_EVENT | ,?_(?P<way>nachdem|bevor)_CLAUSE
           | _(?P<way>zuvor|vorher|davor|später|danach|darauf))""",
        _read.distance,
    ),
    _rule(
        words("am", "in", "im"),
        """(?: am_(?P<unit>Tag|Wochenende) | in_der_(?P<unit>Woche) | im_(?P<unit>Jahr|Monat) )
           _(?: (?P<way>nach|vor)_EVENT | (?P<way>zuvor|davor|darauf|danach) )""",
        _read.distance,
    ),
    _rule(words("am", "an"), "a[mn]_(?:dem_)?(?P<unit>Tag)_(?=de[rs]_)EVENT", _read.distance),
    _rule(
        words("am", "an", "in", "im", "tags"),
        """(?:am|an|in_der|in|im)_
           (?: (?P<way>selben|gleichen|dem|diesem|nächsten|folgenden|darauffolgenden)_
               (?P<unit>Tag)
             | (?P<way>selben|gleichen|folgenden|darauffolgenden)_(?P<unit>Woche|Monat|Jahr)
             | (?P<way>Vor|Folge)(?P<unit>tag|woche|monat|jahr) )
           | (?P<unit>tag)s_(?P<way>zuvor|darauf)""",
        _read.distance,
    ),
)

_NAMES = (
    _rule(
        words("jeden", "jedem", "Welt", "Bild", "NZZ", "Agenda", "Resolution"),
        r"""jede[nm]_DAYNAME(?:DAYTIME)? | (?:Welt|Bild|nzz)_am_Sonntag
            | (?:Agenda|Resolution)_\d{4}""",
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
    CLAIMS,
    CLAIM_ENDS,
)
