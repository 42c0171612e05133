"""The German words of dates, and the parts that the patterns of expressions are made of."""

import re

from quotes.text.date_phrases.calendar_arithmetic import Lean, Unit
from quotes.text.date_phrases.grammar import any_of, cues, words
from quotes.text.date_phrases.match_readers import Vocabulary

_WEEKDAYS = {
    "Montag": 0,
    "Dienstag": 1,
    "Mittwoch": 2,
    "Donnerstag": 3,
    "Freitag": 4,
    "Samstag": 5,
    "Sonnabend": 5,
    "Sonntag": 6,
}
_MONTHS = {
    "Januar": 1,
    "Jänner": 1,
    "Jan.": 1,
    "Februar": 2,
    "Feber": 2,
    "Feb.": 2,
    "März": 3,
    "April": 4,
    "Apr.": 4,
    "Mai": 5,
    "Juni": 6,
    "Juli": 7,
    "August": 8,
    "Aug.": 8,
    "September": 9,
    "Sept.": 9,
    "Sep.": 9,
    "Oktober": 10,
    "Okt.": 10,
    "November": 11,
    "Nov.": 11,
    "Dezember": 12,
    "Dez.": 12,
}
_SEASONS = {"Frühjahr": 0, "Frühling": 0, "Sommer": 1, "Herbst": 2, "Winter": 3}
# Without their endings.
_STEPS = {
    **dict.fromkeys(("vorletzt", "vorvergangen"), -2),
    **dict.fromkeys(("letzt", "vergangen", "vorig", "zurückliegend", "verflossen"), -1),
    **dict.fromkeys(("dies", "laufend"), 0),
    **dict.fromkeys(("nächst", "kommend"), 1),
    "übernächst": 2,
}
_DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_DAY_ADJECTIVES = {"vorgestrig": -2, "gestrig": -1, "heutig": 0, "morgig": 1}
_DAYTIMES = ("früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
_UNITS: dict[str, Unit] = {
    **dict.fromkeys(("tag", "tage", "tagen", "tags"), "day"),
    **dict.fromkeys(("woche", "wochen"), "week"),
    "wochenende": "weekend",
    **dict.fromkeys(("monat", "monate", "monaten", "monats"), "month"),
    **dict.fromkeys(("jahr", "jahre", "jahren", "jahres"), "year"),
    **dict.fromkeys(("jahrzehnt", "jahrzehnte", "jahrzehnten"), "decade"),
}
_COUNTED_UNITS = [name.capitalize() for name in _UNITS if name[-1] != "s"]
_NUMBERS = {
    **dict.fromkeys(("ein", "eine", "einen", "einem", "einer"), 1),
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "fünfzehn": 15,
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "hundert": 100,
}
# The twenties are two decades by now.
_TENS = {
    "dreißiger": 30,
    "vierziger": 40,
    "fünfziger": 50,
    "sechziger": 60,
    "siebziger": 70,
    "achtziger": 80,
    "neunziger": 90,
}
_VAGUE = {
    **dict.fromkeys(("etwa", "rund", "ungefähr", "circa", "ca.", "knapp", "fast", "gut"), "~"),
    **dict.fromkeys(("mehr als", "über"), "<"),
}
_WAYS = {
    **dict.fromkeys(("vor", "bevor", "zuvor", "vorher", "davor"), -1),
    **dict.fromkeys(("nach", "nachdem", "später", "danach", "darauf"), 1),
    **dict.fromkeys(("nächsten", "folgenden", "darauffolgenden", "folge"), 1),
}
BOUNDS: dict[str, tuple[str, Lean]] = {
    "seit": ("since", "past"),
    "ab": ("since", "future"),
    "nach": ("since", ""),
    "bis": ("until", "future"),
    "vor": ("until", ""),
}
CLAIMS = frozenset({"soll", "sollen"})
CLAIM_ENDS = (" haben", " sein", " worden sein")
_FUTURE = """
    wird werden werde würde würden will wollen soll sollen sollte sollten plant planen geplant
    plante planten voraussichtlich erwartet anstehende bevorstehende angesetzt vertagt
    verschoben kommt kommen tritt startet beginnt beginnen möchte dürfte dürften
"""
_PAST = """
    war waren wurde wurden hat hatte hatten haben habe ist sind sei seien sagte sagten
    erklärte erklärten teilte teilten gab gaben kam kamen fand fanden konnte konnten musste
    mussten berichtete berichteten meldete meldeten kündigte kündigten betonte äußerte traf
    trafen starb starben begann begannen warf nannte forderte forderten
"""
CUES = cues(past=_PAST, future=_FUTURE)

VOCABULARY = Vocabulary(
    weekdays={name.lower(): number for name, number in _WEEKDAYS.items()},
    months={name.lower(): number for name, number in _MONTHS.items()},
    seasons={name.lower(): number for name, number in _SEASONS.items()},
    steps=_STEPS,
    units=_UNITS,
    numbers=_NUMBERS,
    tens=_TENS,
    vague=_VAGUE,
    ways=_WAYS,
    days={**_DAYS, **_DAY_ADJECTIVES},
    nights=frozenset({"nacht"}),
    counting=re.compile(
        r"""\b(?:rund|etwa|über|unter|fast|knapp|als|insgesamt|circa|ca\.|mindestens|höchstens
        |bis[ ]zu|weitere|nur|alle|Nr\.|Nummer|Agenda|Resolution|Artikel|Flug|Windows|Seite|Boeing
        |Airbus|Euro|Dollar)[ \u00a0\u202f]$|[§$€£][ \u00a0\u202f]?$""",
        re.VERBOSE,
    ),
    counted=re.compile(
        r"""[ \u00a0\u202f]?(?:[%€$°]|Uhr|v\.[ ]?Chr)
        |[ \u00a0\u202f](?:verletzte|tote|neue|weitere|m|km|kg|t)\b|[ \u00a0\u202f][A-ZÄÖÜ]""",
        re.VERBOSE,
    ),
)

DAYTIME_FORMS = (*_DAYTIMES, *(word.capitalize() for word in _DAYTIMES))
# Words that open expressions, exactly as printed.
WEEKDAY_OPENERS = frozenset(name + daytime for name in _WEEKDAYS for daytime in ("", *_DAYTIMES))
MONTH_OPENERS = frozenset(name.rstrip(".") for name in _MONTHS)
SEASON_OPENERS = frozenset(_SEASONS)
STEP_OPENERS = words(*(stem + end for stem in _STEPS for end in ("e", "en", "er", "es", "em")))
BOUND_OPENERS = words(*BOUNDS)
TURN_OPENERS = words("Anfang", "Mitte", "Ende", "Beginn")
TEN_OPENERS = words(*_TENS)
COUNT_OPENERS = words(*_NUMBERS, *(word.rstrip(".").partition(" ")[0] for word in _VAGUE))
DAY_OPENERS = frozenset(_DAYS) | {name.capitalize() for name in _DAYS} - {"Morgen"}
DAY_ADJECTIVE_OPENERS = words(
    *(stem + end for stem in _DAY_ADJECTIVES for end in ("e", "en", "er", "es", "em"))
)

_NOUN = r"(?-i:[A-ZÄÖÜ]) [\w’-]{1,60}"
_ADJECTIVES = r"(?:_(?-i:[a-zäöüß]) [\w-]{1,60}){0,3}"
PARTS = {
    "BOUND": "(?P<bound>seit|ab|bis|nach|vor)_(?:zu[mr]_|de[mnr]_)?",
    "DAYNAME": f"(?-i:{any_of(_WEEKDAYS)})",
    "WEEKDAY": "(?P<weekday>DAYNAME)",
    "DAYTIME": any_of(_DAYTIMES),
    "MONTHNAME": f"(?-i:{any_of(_MONTHS)})",
    "SEASON": f"(?P<season>(?-i:{any_of(_SEASONS)}))",
    "STEP": f"(?P<step>{any_of(_STEPS)})e[nrsm]?",
    "TURNS": "Anfang|Mitte|Ende|Beginn",
    "YEAROF": rf"""_(?P<year>[12]\d{{3}})(?![\d]|[.,]\d)
        | ,?_(?:des_)?(?P<yearstep>{any_of(_STEPS)})e[ns]_Jahre?s""",
    "VAGUE": any_of(_VAGUE),
    "COUNT": rf"(?P<count>\d{{1,3}}|{any_of(_NUMBERS)})",
    "UNIT": f"(?P<unit>(?-i:{any_of(_COUNTED_UNITS)}))",
    "DAYWORD": any_of(_DAYS),
    "DAYADJECTIVE": any_of(_DAY_ADJECTIVES),
    "TENS": f"(?P<short>{any_of(_TENS)})",
    # „der Ankündigung des Rücktritts“: a noun with its adjectives, and one noun in the genitive.
    "DETERMINER": "de[rmns]|[dms]?eine[rmns]?|ihre[rmns]?|unsere[rmns]?|diese[rmns]?|deren|dessen",
    "NOUN": _NOUN,
    "PHRASE": f"""(?:DETERMINER {_ADJECTIVES}_ | (?-i:[a-zäöüß]) [\\w-]{{1,60}}e[nr]_)? NOUN
        (?:_(?:des|der|eines|einer|seine[rs]|ihre[rs]){_ADJECTIVES}_NOUN | (?<=s)_NOUN)?""",
    "EVENT": "(?P<event>PHRASE)",
    "CLAUSE": r"(?P<event>[^\n.,;:!?„“”»«()]{3,100}(?!\w))",
}
