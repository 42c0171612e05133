"""German: „X sagte, …“, „…, so X“, „laut X“, „X zufolge“, „X forderte …“ (see ``Grammar``)."""

from .announced import holds_verb, is_announced, is_called, is_cited, takes
from .base_forms import base_form
from .clauses import subject_of
from .finding import reports
from .function_words import ABBREVIATIONS, TITLES
from .names import BOTH, NO_NAMES, PERSONAL_PRONOUNS, is_before_noun
from .nouns import is_role
from .telling_on import is_reported, refers_back

__all__ = [
    "ABBREVIATIONS",
    "BOTH",
    "NO_NAMES",
    "PERSONAL_PRONOUNS",
    "TITLES",
    "base_form",
    "holds_verb",
    "is_announced",
    "is_before_noun",
    "is_called",
    "is_cited",
    "is_reported",
    "is_role",
    "refers_back",
    "reports",
    "subject_of",
    "takes",
]
