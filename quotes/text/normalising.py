"""What a captured text becomes (snapshot_text), and the folded form in which passages are sought.

Folding evens out what typesetting changes and nobody says: white space, the shape of quotation
marks and dashes, ligatures, widths, invisible characters. It keeps case, letters and numbers.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from quotes.text.characters import check_storable
from quotes.text.unicode_forms import normalised

# Apostrophes are among them: the closing single mark and the apostrophe are one character.
QUOTATION_MARKS = frozenset("\"'`´‘’‚‛“”„‟‹›«»‵′″‶ʹʺʻʼˮ〝〞〟「」『』｢｣﹁﹂﹃﹄＂＇❛❜❝❞❮❯׳״")
DASHES = frozenset("-‐‑‒–—―−⸺⸻﹘﹣－־᐀⁃")
MIDDLE_DOTS = frozenset("··‧∙⋅・･ㆍᆞ•")
WAVES = frozenset("~～〜〰∼˜")
# Seen by nobody: soft hyphen, zero-width space, non-joiner, word joiner, direction marks,
# variation selectors, and the Arabic stretch.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u0640\u180e\u200b\u200c\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_JOINER = "\u200d"
# What continues the character before it although Unicode does not file it under marks: Thai and
# Lao AM, half-width voicing marks, skin tones, Hangul vowels and finals, flag tags.
_CONTINUING = (
    "\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff\u1160-\u11ff\ud7b0-\ud7fb\U000e0020-\U000e007f"
)
_CONTINUES = re.compile(f"[{_CONTINUING}]")
_PICTOGRAPH = (
    "\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
)
_JOINED = re.compile(f"{_JOINER}(?![{_PICTOGRAPH}])")
# Ideographs, kana, and the comma and full stop between them.
_WIDE = re.compile(
    "[\u3001\u3002\u3005-\u3007\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff61\uff64\uff66-\uff9f\U00020000-\U0003ffff]"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEPT_FROM = 1000
# Compatibility forms that change what is said: 10² is not 102, 5½ is not 51/2.
_MEANINGFUL_FORMS = ("<super>", "<sub>", "<fraction>")


def snapshot_text(raw: str) -> str:
    """The text a snapshot holds: CRLF and CR become LF, then NFC.

    Raises UnstorableText (its offset counts code points of `raw`).
    """
    check_storable(raw)
    return normalised("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True)
class Folded:
    """A folded text and, for each of its characters, the place it came from.

    `starts[i]` and `ends[i]` are the code-point offsets, in the original, of the character (with
    all its marks) that gave folded character i. An original character that gave several folded
    ones (ﬁ → fi) appears several times.
    """

    text: str
    starts: "array[int]" = field(repr=False)
    ends: "array[int]" = field(repr=False)

    def is_edge(self, offset: int) -> bool:
        """Whether a passage may begin or end at this folded offset: not inside one character."""
        if offset == 0 or offset == len(self.text):
            return True
        return self.starts[offset] != self.starts[offset - 1]


def fold(text: str) -> Folded:
    """Fold a text: white space runs → one space (none between two ideographs or kana, where it
    only breaks a line); quotation marks → '"'; dash runs → '-'; middle dots → '·'; invisible
    characters dropped; compatibility forms (ﬁ, full and half width) resolved, but not
    superscripts, subscripts and fractions. Case stays.

    A character and its combining marks are folded together. The last few long texts are kept
    folded: the passages of one article are looked for one after the other.
    """
    return _fold_and_keep(text) if len(text) >= _KEPT_FROM else _fold(text)


@lru_cache(maxsize=16)
def _fold_and_keep(text: str) -> Folded:
    return _fold(text)


def _fold(text: str) -> Folded:
    pieces: list[str] = []
    starts = array("I")
    ends = array("I")
    done = 0
    for found in _units(text):
        begin, end = found.span()
        if begin > done:
            pieces.append(text[done:begin])
            starts.extend(range(done, begin))
            ends.extend(range(done + 1, begin + 1))
        piece = _fold_unit(found.group(), found.lastgroup)
        if piece == " " and _WIDE.match(text, begin - 1) and _WIDE.match(text, end):
            piece = ""
        pieces.append(piece)
        starts.extend([begin] * len(piece))
        ends.extend([end] * len(piece))
        done = end
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Folded("".join(pieces), starts, ends)


def is_boundary(text: str, offset: int) -> bool:
    """Whether `offset` (code points) lies between two characters as readers see them:
    never before a combining mark, nor inside a joined emoji or a flag."""
    if offset <= 0 or offset >= len(text):
        return 0 <= offset <= len(text)
    here, before = text[offset], text[offset - 1]
    if continues(here):
        return False
    if before == _JOINER and re.match(f"[{_PICTOGRAPH}]", here):
        return False
    if _is_flag_half(here) and _is_flag_half(before):
        run = offset
        while run and _is_flag_half(text[run - 1]):
            run -= 1
        return (offset - run) % 2 == 0
    return True


@lru_cache(maxsize=8192)
def continues(character: str) -> bool:
    """Whether the character belongs to the one before it: a combining mark, a joiner, and so on."""
    return (
        unicodedata.category(character).startswith("M")
        or character == _JOINER
        or bool(_CONTINUES.match(character))
    )


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _units(text: str) -> "Iterable[re.Match[str]]":
    """The stretches of a text that folding touches; all between them stays as it is.

    The pattern is made of those characters alone that the text holds: plain text is passed over
    at the speed of a regular expression.
    """
    alphabet = set(text)
    spaces = {c for c in alphabet if c.isspace()}
    invisible = alphabet & _INVISIBLE
    marks = {c for c in alphabet if continues(c)}
    dashes = alphabet & DASHES
    rest = alphabet - spaces - invisible - marks - dashes
    changed = {c for c in rest if _fold_character(c) != c}

    patterns = []
    continued = unmarked = last_unmarked = ""
    if marks:
        gap = f"{_choice(invisible)}*" if invisible else ""
        joined = f"|(?<={_JOINER})[{_PICTOGRAPH}]" if _JOINER in marks else ""
        continued = f"(?:{gap}{_choice(marks)}{joined})"
        unmarked = f"(?!{continued})"
        # Where a mark ends a run, the character that bears it is the last that can be seen.
        last_unmarked = f"(?!{_choice(invisible | marks)})"
    if any(_is_flag_half(c) for c in alphabet):
        patterns.append(f"(?P<flag>{_FLAG}{continued + '*' if continued else ''})")
    if marks:
        patterns.append(f"(?P<marked>(?s:.){continued}+)")
    if spaces or invisible:
        blanks = [f"{_choice(spaces | invisible)}{{2,}}{last_unmarked}"]
        odd = (spaces - {" "}) | invisible
        if odd:
            blanks.append(f"{_choice(odd)}{last_unmarked}")
        if " " in spaces and _WIDE.search(text):
            blanks.append(f"(?<={_WIDE.pattern}) (?={_WIDE.pattern})")
        patterns.append(f"(?P<blank>{'|'.join(blanks)})")
    if dashes:
        patterns.append(f"(?P<dash>{_choice(dashes)}+{unmarked})")
    if changed:
        patterns.append(f"(?P<changed>{_choice(changed)})")
    return re.finditer("|".join(patterns), text) if patterns else ()


def _choice(characters: Iterable[str]) -> str:
    return "[" + "".join(re.escape(c) for c in sorted(characters)) + "]"


def _fold_unit(unit: str, kind: str | None) -> str:
    if kind == "blank":
        return " " if any(c.isspace() for c in unit) else ""
    if kind == "dash":
        return "-"
    if kind == "changed":
        return _fold_character(unit)
    plain = "".join(_fold_character(c) for c in unit)
    return normalised("NFC", _JOINED.sub("", plain))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in QUOTATION_MARKS:
        return '"'
    if character in DASHES:
        return "-"
    if character in MIDDLE_DOTS:
        return "·"
    if character in WAVES:
        return "~"
    if character in _INVISIBLE or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return ""
    if character == "⋯":
        return "..."
    form = unicodedata.decomposition(character)
    if not form.startswith("<") or form.startswith(_MEANINGFUL_FORMS):
        return unicodedata.normalize("NFC", character)
    plain = unicodedata.normalize("NFKC", character)
    # A spacing accent would become a space with a mark upon it.
    return character if plain.startswith(" ") and len(plain) > 1 else plain
