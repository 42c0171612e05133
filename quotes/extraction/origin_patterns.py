"""How credits and origins are printed, as patterns. The groups `agency`, `named` and `url` hold who
or what is meant. Imports no Django."""

import re
from typing import Literal

from .agencies import AGENCY_NAMES

OriginKind = Literal["credit", "hop"]
CreditAbout = Literal["photo", "agency", "translation", "other", ""]

URL = r"https?://[^\s<>\"“”„«»()\[\]]+"
_AGENCY = "(?:" + "|".join(re.escape(name) for name in AGENCY_NAMES) + ")"
# So many at most: a list of thousands would be read to its end from each of its names.
_AGENCIES = rf"{_AGENCY}(?:\s*+(?:[/,&+]|und|and)\s*+{_AGENCY}){{0,9}}"
# Blanks are taken once for all (*+, ++): a line may have any number of them, and trying each share
# of them between two patterns takes the square of it or more.
_BLANKS = r"[^\S\n]*+"
# One letter names somebody, too: „Foto: X“.
_NAMED = r"(?P<named>\w|[^\s()\[\]„“”\"][^\n()\[\]„“”\"]{0,78}?[^\s()\[\]„“”\"])"
_EOL = rf"{_BLANKS}\.?{_BLANKS}$"
_NO_SENTENCE = rf"(?<!\.){_BLANKS}$"
# Words before a source that tell a picture's from the text's.
_PICTURED = (
    r"(?:Fotos?|Bild(?:er)?|Grafik|Karte|Titelbild|Aufmacherbild|Bildquelle|Bildnachweis|Foto-Credit"
    r"|Photos?|Pictures?|Images?|Credits?|Photo credit|Photograph)"
)
_SOURCED = r"(?:Quellen?|Originalquelle|Sources?|Original source|Nguồn|出典|출처)"

# The order is that of precedence: what an earlier pattern takes is not looked at by later ones.
_PRINTED: tuple[tuple[OriginKind, CreditAbout, str], ...] = (
    # „(Quelle: AFP)“ after the words beneath a picture; “(Photo: Reuters)”, „Foto: dpa“
    (
        "credit",
        "photo",
        rf"\((?:{_PICTURED}|{_SOURCED})\s*+:(?!\s*+https?:)\s*+{_NAMED}{_BLANKS}\)",
    ),
    ("credit", "photo", rf"\[(?:{_PICTURED}|{_SOURCED})\s*+:\s*+{_NAMED}{_BLANKS}\]"),
    ("credit", "photo", rf"(?<![\w-]){_PICTURED}\s*+(?::|©|by\b)\s*+{_NAMED}{_EOL}"),
    (
        "credit",
        "photo",
        r"\((?:AP|AFP|EPA|Reuters|Kyodo|Yonhap|Xinhua)\s++(?:Photo|file photo)\)",
    ),
    # “Copyright The Jiji Press, Ltd.”, « © 2025 … »
    (
        "credit",
        "other",
        rf"(?<!\w)(?:\((?:c|C)\)|©|Copyright(?:\s*+(?:©|\(c\)))?)\s*+(?:\d{{4}}(?:[-–]\d{{4}})?"
        rf"[,:]?\s*+)?(?:by\s++)?{_NAMED}{_EOL}",
    ),
    # „Übersetzung: …“
    (
        "credit",
        "translation",
        rf"\(?(?:Übersetzung|Übersetzt von|Aus dem \w+(?: von)?|Translation|Translated by"
        rf"|Translated from the \w+ by)(?:\s*+:)?\s++{_NAMED}(?:{_BLANKS}\))?{_EOL}",
    ),
    # „Quelle: https://…“, „Laut VNA“ on a line of their own
    ("hop", "", rf"(?<![\w-]){_SOURCED}\s*+[:：]\s*+(?P<url>{URL})"),
    ("hop", "", rf"^[ \t]*+{_SOURCED}\s*+[:：]\s*+{_NAMED}{_EOL}"),
    (
        "hop",
        "",
        rf"^[ \t]*+\(?(?:Laut|Theo|Via|Gemäß|Based on|According to|With material from"
        rf"|Mit Material von|Originally published (?:by|in|on|at))\s++{_NAMED}"
        rf"(?:{_BLANKS}\))?{_NO_SENTENCE}",
    ),
    (
        "hop",
        "",
        r"^[ \t]*+(?:Dieser (?:Artikel|Beitrag|Text) (?:erschien|ist)(?: zuerst)?"
        r"(?: erschienen)?"
        r"|This (?:article|story|report) (?:was )?(?:first |originally )(?:appeared|published))"
        rf"\s++(?:in|on|bei|auf|by|im)\s++{_NAMED}{_EOL}",
    ),
    # “(Jiji Press)--”, “SEOUL (Kyodo) –”, „Berlin (dpa) -“ at a line's beginning
    (
        "hop",
        "",
        rf"^[^\n()„“”\"]{{0,80}}\((?P<agency>{_AGENCIES})\)\s*+(?:--|[-–—]|:)",
    ),
    ("hop", "", rf"^[^\n()„“”\"]{{0,80}}[-–—]{{1,2}}\s*+\((?P<agency>{_AGENCIES})\)"),
    # „dpa/AFP“ or “(Kyodo)” on a line of its own, or at the end of one
    ("hop", "", rf"^[ \t]*+[-–—(\[]?[ \t]*+(?P<agency>{_AGENCIES})[)\]]?{_EOL}"),
    ("hop", "", rf"(?<=[.!?“”\"])[ \t]*+\((?P<agency>{_AGENCIES})\){_EOL}"),
    # „nach Angaben der Nachrichtenagentur …“, “according to Kyodo”, “Reuters reported”
    (
        "hop",
        "",
        r"\b(?:[Nn]ach (?:Angaben|Berichten|Informationen|einem Bericht)"
        r"|[Ll]aut(?: einem Bericht)?"
        r"|[Ww]ie)\s++(?:der\s++|des\s++|die\s++|von\s++)?"
        r"(?:(?:\w+(?:isch|esisch|nisch)en?\s++|amtlichen\s++|staatlichen\s++)*"
        r"(?:Nachrichten-?agentur(?:en)?|Agentur)\s++)?"
        rf"(?P<agency>{_AGENCIES})\b(?:\s++(?:berichtet(?:e|en)?|meldet(?:e|en)?))?",
    ),
    (
        "hop",
        "",
        r"\b(?:[Nn]ach (?:Angaben|Berichten|Informationen)|[Ll]aut|[Ww]ie)\s++(?:der|die)\s++"
        r"(?:\w+(?:isch)en?\s++)?(?:Nachrichten-?agentur)\s++"
        r"(?P<named>[A-ZÄÖÜ][\w-]+(?:\s++[A-ZÄÖÜ][\w-]+){0,2})",
    ),
    (
        "hop",
        "",
        rf"\b(?:[Aa]ccording to|as reported by|quoted by|cited by)\s++(?:the\s++)?"
        rf"(?:[\w’'.-]+\s++){{0,3}}?(?:news agency\s++)?(?P<agency>{_AGENCIES})\b",
    ),
    (
        "hop",
        "",
        rf"(?<![\w/-])(?P<agency>{_AGENCIES})\s++(?:News Agency\s++|News\s++)?"
        r"(?:has\s++|had\s++)?(?:reported|reports)\b",
    ),
    (
        "hop",
        "",
        rf"(?<![\w/-])(?:[Dd]ie\s++Nachrichtenagentur\s++)?(?P<agency>{_AGENCIES})\s++"
        r"(?:berichtete|meldete)\b",
    ),
)
PATTERNS = tuple(
    (kind, about, re.compile(pattern, re.MULTILINE)) for kind, about, pattern in _PRINTED
)
