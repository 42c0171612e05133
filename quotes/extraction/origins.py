"""Lines and phrases that say where a text, or a picture in it, came from. Imports no Django.

Each is a proposal: an editor keeps it as a credit (a photo's, a copyright's) or as an origin of the
words, with the very characters that say so.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from urllib.parse import urlsplit

from .agencies import agency_called
from .origin_patterns import PATTERNS, URL, CreditAbout, OriginKind


@dataclass(frozen=True)
class Origin:
    """What is printed about an origin.

    `text` is text[start:end] in code points. A credit says what it is `about`; a hop says nothing
    there. `agency` is the news agency named, by its usual name, `url` an address that is given,
    `outlet` a guess at who else is meant, as printed; each "" where there is none.
    """

    kind: OriginKind
    text: str
    start: int
    end: int
    agency: str = ""
    url: str = ""
    outlet: str = ""
    about: CreditAbout = ""


def origins(text: str) -> list[Origin]:
    """Every credit and every origin that a text prints, in its order; none overlap.

    Takes time linear in the length of the text (lines are looked at one by one).
    """
    # The spans of what was found, in order.
    taken: list[tuple[int, int]] = []
    found = []
    for kind, about, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = _trimmed(text, *match.span())
            place = bisect_left(taken, (start, end))
            beside = taken[max(0, place - 1) : place + 1]
            if any(start < last and first < end for first, last in beside):
                continue
            origin = _origin(kind, about, match, text, start, end)
            if origin is not None:
                taken.insert(place, (start, end))
                found.append(origin)
    return sorted(found, key=lambda origin: origin.start)


def _origin(
    kind: OriginKind, about: CreditAbout, match: re.Match[str], text: str, start: int, end: int
) -> Origin | None:
    groups = match.groupdict()
    url = _url(groups.get("url") or groups.get("named") or "")
    named = (groups.get("named") or "").strip(" \t.:,–—-")
    agency = agency_called(groups.get("agency") or named)
    if about == "other" and agency:
        about = "agency"
    if kind == "hop" and "named" in groups and not (agency or url) and not _is_name(named):
        return None
    return Origin(
        kind,
        text[start:end],
        start,
        end,
        agency=agency,
        url=url,
        outlet="" if agency else (_host(url) if url else named),
        about=about,
    )


def _is_name(words: str) -> bool:
    """Whether words on a line of their own name somebody, and no sentence begins with them."""
    parts = words.split()
    return 0 < len(parts) <= 5 and any(part[:1].isupper() or not part.isascii() for part in parts)


def _url(text: str) -> str:
    found = re.search(URL, text)
    return found.group().rstrip(".,;:!?'’") if found else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
