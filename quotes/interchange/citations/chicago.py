"""Citations in words after the Chicago Manual of Style, notes and bibliography.

The German ones keep its order and take German marks, dates and words.
"""

from babel.dates import format_date

from quotes.interchange.iso_dates import iso_date
from quotes.text.dates import parse, show

from .reference import Name, Reference

_WORDS = {
    "en": {
        "and": "and",
        "quoted": "quoted in",
        "translated": "quoted in translation in",
        "paraphrased": "paraphrased in",
        "printed": "printed in",
        "accessed": "accessed {}",
        "undated": "n.d.",
    },
    "de": {
        "and": "und",
        "quoted": "zitiert nach",
        "translated": "in Übersetzung zitiert nach",
        "paraphrased": "sinngemäß nach",
        "printed": "abgedruckt bei",
        "accessed": "abgerufen am {}",
        "undated": "o. D.",
    },
}


def note(reference: Reference) -> str:
    """The footnote: „Gen Nakatani, “…,” September 8, 2025, quoted in …“"""
    authors = _joined([name.whole for name in reference.authors], reference)
    parts = [
        *([authors] if authors else []),
        _titled(reference, ","),
        *([reference.genre] if reference.genre else []),
        _dated(reference.dated, reference) or _word(reference, "undated"),
        *([found_in(reference)] if reference.source else []),
        reference.site,
        _word(reference, "accessed").format(_day(reference)),
        reference.url,
    ]
    return _in_sentence(parts) + "."


def bibliography(reference: Reference) -> str:
    """The entry of the list: its first author turned around, full stops between the parts."""
    names = [
        f"{name.family}, {name.given}" if _is_turned(name) and not place else name.whole
        for place, name in enumerate(reference.authors)
    ]
    parts = [
        _joined(names, reference),
        _titled(reference, "."),
        reference.genre,
        _dated(reference.dated, reference) or _word(reference, "undated"),
        found_in(reference),
        reference.site,
        _word(reference, "accessed").format(_day(reference)),
        reference.url,
    ]
    return " ".join(_ended(_capital(part)) for part in parts if part)


def found_in(reference: Reference) -> str:
    """Where the words are printed: “quoted in Jiji Press, “…,” September 8, 2025, https://…”."""
    source = reference.source
    if source is None:
        return ""
    if reference.genre:
        kind = "printed"
    elif not reference.exact:
        kind = "paraphrased"
    else:
        kind = "translated" if reference.translated else "quoted"
    parts = [
        f"{_word(reference, kind)} {source.outlet}",
        *([_in_marks(source.headline, reference, ",")] if source.headline else []),
        *([_dated(source.published_on, reference)] if source.published_on else []),
        *([source.url] if source.url else []),
    ]
    return _in_sentence(parts)


def _in_sentence(parts: list[str]) -> str:
    """Parts with commas between them; English marks have taken theirs in already."""
    text = ""
    for part in parts:
        if text:
            text += " " if text.endswith((",”", "?”", "!”")) else ", "
        text += part
    return text


def _titled(reference: Reference, stop: str) -> str:
    if not reference.exact:
        return reference.title
    return _in_marks(reference.title, reference, stop)


def _in_marks(text: str, reference: Reference, stop: str) -> str:
    """In the marks of the citation's language. In English comma and full stop stand inside,
    and give way to a mark that the text ends with; in German they stand outside."""
    if reference.language == "de":
        return f"„{text.rstrip(',')}“"
    if text.endswith(("?", "!", "…")):
        return f"“{text}”" if stop == "." or text.endswith(("?", "!")) else f"“{text}{stop}”"
    return f"“{text.rstrip('.,')}{stop}”"


def _joined(names: list[str], reference: Reference) -> str:
    """“A”, “A and B”, “A, B, and C” (in German without the last comma)."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 and reference.language == "en" else ""
    return f"{', '.join(names[:-1])}{comma} {_word(reference, 'and')} {names[-1]}"


def _is_turned(name: Name) -> bool:
    return bool(name.family) and not name.family_first


def _dated(edtf: str, reference: Reference) -> str:
    if not edtf:
        return ""
    if reference.language == "en" and len(iso_date(edtf)) == len("2025-09-08"):
        day = parse(edtf).earliest
        return format_date(day, "MMMM d, y", locale="en")
    return show(edtf, reference.language)


def _day(reference: Reference) -> str:
    pattern = "d. MMMM y" if reference.language == "de" else "MMMM d, y"
    return format_date(reference.accessed, pattern, locale=reference.language)


def _word(reference: Reference, key: str) -> str:
    return _WORDS[reference.language][key]


def _capital(part: str) -> str:
    return part if part.startswith("http") else part[:1].upper() + part[1:]


def _ended(part: str) -> str:
    return part if part.endswith((".", ".”", "?”", "!”", "…”")) else f"{part}."
