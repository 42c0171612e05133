"""BibTeX, in UTF-8: what BibTeX and biber read. Signs with a meaning in TeX are escaped."""

from quotes.interchange.iso_dates import iso_date

from .chicago import found_in
from .reference import Name, Reference

# Braces by name: BibTeX counts every brace, escaped or not.
_TEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_"},
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "\\": "\\textbackslash{}",
    }
)


def bibtex(reference: Reference) -> str:
    """One entry @misc. ``date`` is EDTF, as biblatex reads it; ``year`` and ``month`` are for
    BibTeX, and as exact as known."""
    year, month = (*iso_date(reference.dated).split("-"), "")[:2]
    fields = {
        "author": " and ".join(_name(name) for name in reference.authors),
        # Twice: BibTeX shall change no capital letter.
        "title": "{" + _tex(reference.title) + "}",
        "date": reference.dated,
        "year": year,
        "month": month.lstrip("0"),
        "howpublished": _tex(reference.site),
        "type": _tex(reference.genre),
        "url": reference.url,
        "urldate": reference.accessed.isoformat(),
        "language": reference.text_language,
        "note": _tex(found_in(reference)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{reference.key},\n" + ",\n".join(lines) + "\n}\n"


def _name(name: Name) -> str:
    if not name.family or name.family_first:
        # In braces a name is one piece, in the order in which it stands.
        return "{" + _tex(name.whole) + "}"
    return f"{_tex(name.family)}, {_tex(name.given)}"


def _tex(text: str) -> str:
    return text.translate(_TEX)
