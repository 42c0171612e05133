"""The language of what programs fetch: that of the address (``?lang=``), else English.

Readers of feeds and reference managers keep no cookies, and many people share one copy.
"""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def language_of(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def in_this_language(address: str) -> str:
    """An address without a query, asked for in the language of the interface."""
    return f"{address}?lang={get_language() or settings.LANGUAGE_CODE}"
