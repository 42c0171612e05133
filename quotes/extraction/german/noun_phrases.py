"""German noun phrases: with adjectives, genitives, brackets, and names in marks."""

from ..quoted import looks_like_title
from ..tokens import Tokens
from ..word_lists import words
from .function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    GENITIVE,
    NUMBER,
    PREPOSITIONS,
    STANDING_ALONE,
    TIMES,
)
from .noun_tokens import is_attribute, is_noun, is_title
from .nouns import is_announced_by, is_medium, is_role, speaks_for_medium
from .reporting_verbs import SAYING
from .verb_forms import AUXILIARIES, FINITE, SUBJUNCTIVE

PRONOUNS = words("er sie es man wir ich")
_QUANTITIES = words("einige viele manche mehrere andere")
# What stands before a noun ends so, too: „vierzehn“, „ihren“.
_ENDINGS_BEFORE_NOUN = ("e", "n", "er", "es", "em")
# Parts of a name: „Ursula von der Leyen“.
_NAME_PARTICLES = words("von van de bin al del el ibn da di du dos della la le ter ten abu af")
# „ein Sprecher der Polizei“, „der Direktor beim WWF“.
_AFTER_ROLE = words("von vom für bei beim")
_TITLES_WITH_STOP = words("dr prof st jr mag dipl ing")
# A title in marks may follow them.
_BEFORE_MARKS = DETERMINERS | {"von", "vom", "bei", "beim"}
# No word of these stands between an article and its noun.
_NOT_OPENING = CONJUNCTIONS | SAYING | AUXILIARIES | SUBJUNCTIVE
# No phrase has more words before its first noun, and no bracket in one more tokens.
_LONGEST_OPENING = 6
_LONGEST_BRACKET = 8
# Nor an attribute, which may hold another one in turn.
_LONGEST_ATTRIBUTE = 12


def noun_phrase(tokens: Tokens, place: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token and ends before another, or None."""
    if place >= last:
        return None
    if tokens.lower[place] in PRONOUNS:
        return place, place + 1
    if tokens.is_quotation(place):
        return (place, place + 1) if is_title(tokens, place) else None
    phrase = _Phrase(tokens, place, last).read()
    if phrase is None and tokens.lower[place] in STANDING_ALONE:
        is_quantity = tokens.lower[place] in _QUANTITIES
        is_followed = place + 1 < len(tokens.words) and tokens.lower[place + 1] in SAYING
        return (place, place + 1) if is_followed or not is_quantity else None
    return phrase


class _Phrase:
    """Reads one phrase, from left to right."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self._tokens = tokens
        self._first = first
        self._last = last
        self._end = first
        # Nouns since the beginning or the last „und“.
        self._nouns = 0

    def read(self) -> tuple[int, int] | None:
        while self._end < self._last and self._step():
            pass
        return (self._first, self._end) if self._nouns else None

    def _step(self) -> bool:
        """Take in what stands at the end; False where it is no part of the phrase."""
        tokens, end = self._tokens, self._end
        word = tokens.lower[end]
        if tokens.is_quotation(end):
            if end == self._first or not self._is_name_in_marks():
                return False
            self._nouns += 1
            return self._go_to(end + 1)
        if word == "(":
            return self._over_bracket()
        if word == "-" and self._is_compound():
            return self._go_to(end + 2)
        if word == "." and self._is_abbreviated():
            return self._go_to(end + 1)
        if tokens.is_break(end):
            return False
        if is_noun(tokens, end):
            if self._nouns and word in TIMES:
                return False
            self._nouns += 1
            return self._go_to(end + 1)
        if NUMBER.fullmatch(word):
            return self._go_to(end + 1)
        return self._after_noun(word) if self._nouns else self._before_noun(word)

    def _is_compound(self) -> bool:
        """„die „Bild“-Zeitung“: a name in marks and a noun, joined by a hyphen."""
        tokens, after = self._tokens, self._end + 1
        return (
            self._end > self._first
            and tokens.is_quotation(self._end - 1)
            and after < self._last
            and tokens.is_capital(after)
            and tokens.ends[self._end] == tokens.starts[after]
        )

    def _go_to(self, end: int) -> bool:
        self._end = end
        return True

    def _over_bracket(self) -> bool:
        close = self._end + 1
        limit = min(self._last, self._end + _LONGEST_BRACKET)
        while close < limit and self._tokens.words[close] != ")":
            close += 1
        if self._nouns and close < self._last and self._tokens.words[close] == ")":
            return self._go_to(close + 1)
        return False

    def _before_noun(self, word: str) -> bool:
        opening = self._tokens.lower[self._first]
        if word in PREPOSITIONS and self._end > self._first and opening in DETERMINERS:
            return self._over_attribute(self._end + 1)
        is_second = self._end == self._first + 1 and opening in DETERMINERS
        if is_second and word in DETERMINERS and self._over_attribute(self._end):
            return True  # „die das Unglück überlebende Frau“
        if word in DETERMINERS:
            is_opening = word not in PREPOSITIONS and word not in _NOT_OPENING
        else:
            is_opening = word.endswith(_ENDINGS_BEFORE_NOUN) and not (
                word in PREPOSITIONS or word in _NOT_OPENING or word in FINITE or word in ADVERBS
            )
        return (
            is_opening
            and self._end + 1 - self._first <= _LONGEST_OPENING
            and self._go_to(self._end + 1)
        )

    def _over_attribute(self, begin: int) -> bool:
        """„der für die Region zuständige Beamte“: past the phrase within."""
        limit = min(self._last, self._end + 1 + _LONGEST_ATTRIBUTE)
        inner = noun_phrase(self._tokens, begin, limit)
        if inner is None or inner[1] >= self._last or not is_attribute(self._tokens, inner[1]):
            return False
        return self._go_to(inner[1])

    def _after_noun(self, word: str) -> bool:
        tokens, end = self._tokens, self._end
        before = tokens.lower[end - 1]
        if self._nouns == 1 and before.endswith("s") and self._is_owned(word):
            return self._go_to(end + 1)  # „Jelpkes wissenschaftlicher Mitarbeiter“
        if word in GENITIVE and self._is_genitive():
            return self._go_to(self._next_noun(end + 1, self._last))
        if word in _AFTER_ROLE and is_role(before):
            return self._over_role_of()
        if word in ("und", "sowie") and self._joins():
            self._nouns = 0
            return self._go_to(end + 1)
        return (
            word in _NAME_PARTICLES
            and end + 1 < self._last
            and is_noun(tokens, end + 1)
            and not is_role(before)
            and self._go_to(end + 1)
        )

    def _is_owned(self, word: str) -> bool:
        return word not in DETERMINERS and is_attribute(self._tokens, self._end)

    def _next_noun(self, place: int, limit: int) -> int:
        """The first noun or quotation from a token on, or the limit."""
        tokens = self._tokens
        while place < limit and not is_noun(tokens, place) and not tokens.is_quotation(place):
            place += 1
        return place

    def _over_role_of(self) -> bool:
        tokens, after = self._tokens, self._end + 1
        limit = min(self._last, self._end + 4)
        while after < limit and not is_noun(tokens, after) and not tokens.is_break(after):
            after += 1
        if after < self._last and is_noun(tokens, after) and tokens.lower[after] not in TIMES:
            return self._go_to(after)
        return False

    def _is_name_in_marks(self) -> bool:
        """Whether the quotation here is a name: „das Magazin „Focus““."""
        before = self._tokens.lower[self._end - 1]
        if is_announced_by(before):
            return True
        exact = self._tokens.quotation(self._end)
        return before in _BEFORE_MARKS and looks_like_title(exact)

    def _is_abbreviated(self) -> bool:
        """A stop within a name: „Jürgen R. Thumann“, „Prof. Dr. Beckmann“."""
        if self._end == self._first:
            return False
        before = self._tokens.lower[self._end - 1]
        return (
            (len(before) == 1 or before in _TITLES_WITH_STOP)
            and self._end + 1 < self._last
            and is_noun(self._tokens, self._end + 1)
        )

    def _is_genitive(self) -> bool:
        """Whether an article goes on with a genitive: after a common noun, not after a name."""
        tokens, end = self._tokens, self._end
        before = tokens.lower[end - 1]
        after = end + 1
        limit = min(self._last, end + 5)
        while after < limit and not is_noun(tokens, after):
            if tokens.is_quotation(after):
                return is_role(before) and tokens.lower[end] != "der"
            if tokens.is_break(after) or tokens.lower[after] in PREPOSITIONS:
                return False
            after += 1
        if after >= limit:
            return False
        if tokens.lower[end] in ("des", "eines"):
            return True
        if is_medium(tokens.lower[after]) and not speaks_for_medium(before):
            return False
        # A common noun has an article or an adjective before it.
        return is_role(before) or (end - 2 >= self._first and not is_noun(tokens, end - 2))

    def _joins(self) -> bool:
        """Whether another noun follows „und“."""
        tokens, after = self._tokens, self._end + 1
        if after < self._last and tokens.lower[after] in DETERMINERS:
            after = self._next_within(after + 1, min(self._last, after + 4))
        return after < self._last and is_noun(tokens, after)

    def _next_within(self, place: int, limit: int) -> int:
        while place < limit and not is_noun(self._tokens, place):
            place += 1
        return place
