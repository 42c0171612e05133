"""RIS, as reference managers read it: a line for each tag, ended by CR LF."""

from quotes.interchange.iso_dates import iso_date

from .chicago import found_in
from .reference import Name, Reference


def ris(reference: Reference) -> str:
    """One record of type ELEC (electronic source)."""
    dated = iso_date(reference.dated)
    year, month, day = (*dated.split("-"), "", "")[:3]
    lines = [
        ("TY", "ELEC"),
        ("ID", reference.key),
        *(("AU", _name(name)) for name in reference.authors),
        ("TI", reference.title),
        ("T2", reference.site),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("M3", reference.genre),
        ("LA", reference.text_language),
        ("UR", reference.url),
        ("Y2", reference.accessed.strftime("%Y/%m/%d/")),
        ("N1", found_in(reference)),
    ]
    record = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value)
    return record + "ER  - \r\n"


def _name(name: Name) -> str:
    if not name.family or name.family_first:
        # A comma at the end: a name in one piece.
        return f"{name.whole},"
    return f"{name.family}, {name.given}"
