"""Candidates for quotes in an article's text: what is quoted, by whom, when. Imports no Django."""

from .candidates import Candidate, Kind
from .extracting import extract

__all__ = ["Candidate", "Kind", "extract"]
