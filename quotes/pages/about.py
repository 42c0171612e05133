"""What the site says about itself: how it works, who is behind it, what it keeps, on what terms."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from quotes.editorial.error_reports import KEPT

from .frame import Frame
from .labels import SCALES


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return _prose(request, "method", {"scales": SCALES})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    own_words = settings.WORTLAUT_PRIVACY
    return _prose(request, "privacy", {"own_words": own_words, "kept_days": KEPT.days})


@require_safe
def imprint(request: HttpRequest) -> HttpResponse:
    """404 where the site has none."""
    unsaid = _("Whoever runs this site has not written an imprint for it yet.")
    return _own(request, "imprint", "WORTLAUT_IMPRINT", unsaid)


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """404 where the site gives no address."""
    unsaid = _("Whoever runs this site has not given an address to write to yet.")
    return _own(request, "contact", "WORTLAUT_CONTACT_EMAIL", unsaid)


@require_safe
def licence(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "pages/licence.html",
        {
            "name": settings.WORTLAUT_LICENCE,
            "address": settings.WORTLAUT_LICENCE_URL,
            "attribution": settings.WORTLAUT_ATTRIBUTION,
            "frame": Frame(parameters=()),
        },
    )


def _prose(request: HttpRequest, page: str, context: dict[str, Any]) -> HttpResponse:
    """A page that is written by hand in each language: ``pages/<page>_de.html``."""
    language = "de" if (get_language() or "en").startswith("de") else "en"
    context = {**context, "frame": Frame(parameters=())}
    return render(request, f"pages/{page}_{language}.html", context)


def _own(request: HttpRequest, page: str, setting: str, unsaid: str) -> HttpResponse:
    """What the ``setting`` says; without it a page that tells who could say so."""
    words = getattr(settings, setting)
    if not words:
        return render(request, "404.html", {"unsaid": unsaid, "setting": setting}, status=404)
    context = {"own_words": words, "frame": Frame(parameters=())}
    return render(request, f"pages/{page}.html", context)
