"""Columns of the lists, as editors read them."""

from typing import Any

from django.contrib import admin
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quotes.text.dates import show
from quotes.text.languages import language_name


def shown_date(edtf: str) -> str:
    """An EDTF date in the editor's language; empty where none is known."""
    return show(edtf, get_language() or "en") if edtf else ""


def shortened(text: str, language: str = "") -> str:
    """The first 120 characters of a text, marked with its language."""
    return format_html('<span lang="{}" dir="auto">{}</span>', language, Truncator(text).chars(120))


@admin.display(description=_("language"), ordering="language")
def language_column(row: Any) -> str:
    """The row's language by its name."""
    return language_name(row.language, get_language() or "en") if row.language else ""
