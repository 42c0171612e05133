"""Telling the editor how it went: every sentence of a refusal, each as a message of its own."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _


def tell_refusal(request: HttpRequest, refusal: ValidationError, item: Any = None) -> None:
    """One message with all that stands in the way; names ``item`` where it is given."""
    sentences = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in refusal.messages))
    told = (
        format_html("{}<ul>{}</ul>", _("“%(item)s”:") % {"item": item}, sentences)
        if item is not None
        else format_html("<ul>{}</ul>", sentences)
    )
    messages.error(request, told)
