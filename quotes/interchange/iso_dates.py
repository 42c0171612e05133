"""Imprecise dates in formats that know only ISO 8601: as exact as known, never more exact."""

from quotes.text.dates import parse

_DOUBTFUL = ("~", "?", "%")


def iso_date(edtf: str) -> str:
    """The ISO 8601 day, month or year that holds every day possible; "" where none does.

    A date that is itself approximate or uncertain ("2025~") has no such form, nor has one that
    is open at an end or spans years. Raises MalformedDate.
    """
    if not edtf or any(sign in edtf for sign in _DOUBTFUL):
        return ""
    date = parse(edtf)
    if date.earliest is None or date.latest is None:
        return ""
    first, last = date.earliest.isoformat(), date.latest.isoformat()
    for length in (len("2025-09-08"), len("2025-09"), len("2025")):
        if first[:length] == last[:length]:
            return first[:length]
    return ""
