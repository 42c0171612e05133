"""Pages for requests that cannot be answered; they say why, and what to do next."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

# Lists whose items are found by number: the first part of the address, and what one is called.
_LISTS = ("quotes", "speakers", "statements", "articles", "outlets", "events", "topics")
_NUMBERED = re.compile(r"([0-9]{1,30})(?:-[^/]*)?(?:/(.+))?$")
# So much of a mistyped address is tried as a name.
_LONGEST_NAME = 60


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, with a link to the beginning of the list that was asked for."""
    return render(request, "400.html", {"beginning": request.path}, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with what the address itself tells of where its reader wanted to go."""
    return render(request, "404.html", _guess(request.path).__dict__, status=404)


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: pages are read, not written to. ``allowed`` lists the methods that are answered."""
    context = {"method": request.method, "allowed": allowed}
    response = render(request, "405.html", context, status=405)
    response["Allow"] = allowed
    return response


def too_large(request: HttpRequest, limit: int) -> HttpResponse:
    """413; ``limit`` in bytes."""
    return render(request, "413.html", {"limit": limit // 1024}, status=413)


@dataclass(frozen=True)
class Guess:
    """What a wrong address seems to ask for: an item by number, a ``part`` of it, words, nothing
    known."""

    number: str = ""
    part: str = ""
    looked_up: str = ""
    near: str = ""
    near_address: str = ""


def _guess(path: str) -> Guess:
    first, _slash, rest = path.strip("/").partition("/")
    words = " ".join(re.split(r"[^\w]+", rest if first in _LISTS else path)).strip()
    if first not in _LISTS:
        return Guess(looked_up=_as_name(words))
    near, address = _names()[first], reverse(f"pages:{first}")
    numbered = _NUMBERED.match(rest)
    if numbered:
        number, part = numbered[1], (numbered[2] or "")[:_LONGEST_NAME]
        return Guess(number=number, part=part, near=near, near_address=address)
    return Guess(looked_up=_as_name(words), near=near, near_address=address)


def _as_name(words: str) -> str:
    return "" if words.isdigit() else words.replace("_", " ")[:_LONGEST_NAME].strip()


def _names() -> dict[str, str]:
    return {
        "quotes": _("Quotes"),
        "speakers": _("Speakers"),
        "statements": _("Statements"),
        "articles": _("Articles"),
        "outlets": _("Outlets"),
        "events": _("Events"),
        "topics": _("Topics"),
    }
