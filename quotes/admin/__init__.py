"""The editors' admin: Django's own, made comfortable. One file per aggregate."""

from . import (
    accounts,
    captures,
    events,
    quotes,
    reports,
    sources,
    speakers,
    statements,
    tokens,
    topics,
)
from .site import site

__all__ = [
    "accounts",
    "captures",
    "events",
    "quotes",
    "reports",
    "site",
    "sources",
    "speakers",
    "statements",
    "tokens",
    "topics",
]
