"""CSL JSON, the input of citation processors (CSL 1.0.2): a list of one item."""

import json
from typing import Any

from quotes.interchange.iso_dates import iso_date
from quotes.text.dates import show

from .chicago import found_in
from .reference import Name, Reference


def csl_json(reference: Reference) -> str:
    """An item of type webpage, in a list, as processors take it."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage",
        "title": reference.title,
        "author": [_name(name) for name in reference.authors],
        "issued": _issued(reference.dated),
        "container-title": reference.site,
        "genre": reference.genre,
        "language": reference.text_language,
        "URL": reference.url,
        "accessed": {"date-parts": [list(reference.accessed.timetuple()[:3])]},
        "note": found_in(reference),
    }
    return json.dumps(
        [{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2
    )


def _name(name: Name) -> dict[str, str]:
    if not name.family or name.family_first:
        return {"literal": name.whole}
    return {"family": name.family, "given": name.given}


def _issued(edtf: str) -> dict[str, Any]:
    exact = iso_date(edtf)
    if exact:
        return {"date-parts": [[int(part) for part in exact.split("-")]]}
    return {"literal": show(edtf, "en")} if edtf else {}
