"""English: “X said”, “said X”, “according to X”, “X called for …” (see ``Grammar``)."""

from .announced import is_announced, is_called, is_cited, takes
from .finding import reports
from .function_words import ABBREVIATIONS, TITLES
from .names import BOTH, NO_NAMES, PERSONAL_PRONOUNS, base_form, is_before_noun, is_role
from .positions import subject_of
from .telling_on import is_reported, refers_back
from .verb_forms import holds_verb

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
