"""The documentation's pages: the guide, and one page for each resource."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe

from quotes.api.licence import licence
from quotes.api.problem_types import PROBLEM_TYPES

from .described import resources
from .examples import SITE, shown

HTML, JSON = "text/html", "application/json"


@dataclass(frozen=True)
class Section:
    """A part of the guide; its words stand in the template named for it."""

    slug: str
    title: str

    @property
    def template(self) -> str:
        return f"api/guide/{self.slug}.html"


SECTIONS = (
    Section("start", "Getting started"),
    Section("pages", "Pages of a list"),
    Section("expand", "Expanding relations"),
    Section("filters", "Filters and orders"),
    Section("dates", "Dates"),
    Section("caching", "Asking again: ETag"),
    Section("errors", "Errors"),
    Section("limits", "Rate limits"),
    Section("formats", "Formats: CSV, JSON Lines, JSON-LD"),
    Section("changes", "Following changes"),
    Section("look-up", "Looking up in bulk"),
    Section("writing", "Writing, with a token"),
    Section("versions", "Versions and deprecation"),
    Section("terms", "Terms of use"),
)


# Longer examples, each a program of its own that the tests run.
PROGRAMS = {
    name: (Path(__file__).parent / "programs" / f"{name}.txt").read_text(encoding="utf-8")
    for name in ("walking", "whole_file", "following", "writing")
}


@require_safe
@conditional_page
def guide(request: HttpRequest) -> HttpResponse:
    """HTML for people; for who asks for JSON, where the data and their description are."""
    if request.get_preferred_type([HTML, JSON]) == JSON:
        return _kept(_pointer(request))
    context = {
        **_common(request),
        "sections": SECTIONS,
        "problems": PROBLEM_TYPES,
        "licence": json.loads(licence()),
        "requests_per_minute": settings.WORTLAUT_API_REQUESTS_PER_MINUTE,
        "files_at_once": settings.FILES_AT_ONCE,
        **{name: text.replace(SITE, _site(request)) for name, text in PROGRAMS.items()},
    }
    return _kept(render(request, "api/guide.html", context))


@require_safe
@conditional_page
def reference(request: HttpRequest, slug: str) -> HttpResponse:
    """What a resource's endpoints take and give."""
    found = next((each for each in resources() if each.slug == slug), None)
    if found is None:
        raise Http404
    site = _site(request)
    endpoints = [(each, shown(each.id, site)) for each in found.endpoints]
    context = {**_common(request), "resource": found, "endpoints": endpoints}
    return _kept(render(request, "api/reference.html", context))


def _common(request: HttpRequest) -> dict[str, Any]:
    return {"resources": resources(), "site": _site(request)}


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _pointer(request: HttpRequest) -> HttpResponse:
    names = {"api": "api:root", "schema": "api:schema", "documentation": "api:documentation"}
    return JsonResponse(
        {key: request.build_absolute_uri(reverse(name)) for key, name in names.items()}
    )


def _kept(response: HttpResponse) -> HttpResponse:
    patch_vary_headers(response, ["Accept"])
    patch_cache_control(response, no_cache=True)
    return response
