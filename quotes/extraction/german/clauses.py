"""The clause around a German reporting verb: where it begins and ends, and what stands in it."""

from ..tokens import Sentence, Tokens
from ..word_lists import words
from .datelines import without_dateline
from .function_words import ADVERBS, DETERMINERS, NOMINATIVE, PREPOSITIONS
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun
from .nouns import is_announced_by
from .reporting_verbs import SAYING
from .verb_forms import AUXILIARIES, SUBJUNCTIVE

JOINING = words("und aber oder doch")
# Adverbs that begin no subject: „beide“ and „mehrere“ do.
PLAIN_ADVERBS = ADVERBS - DETERMINERS
_BOUNDARIES = frozenset(",;:–—.")
_FINITE = SAYING | AUXILIARIES | SUBJUNCTIVE | {"ist", "sind", "war", "waren"}
_VERB_ENDINGS = ("te", "ten", "iert")
# So many tokens before „und“ its first verb is looked for.
_FARTHEST_VERB = 25
# So many tokens on either side of a comma the other comma of a parenthesis stands.
_LONGEST_PARENTHESIS = 6
# The one who speaks; „wir“ and „ich“ do so within quotations alone.
_THIRD_PERSON = words("er sie es man")
_SUBJECT_PRONOUNS = words("er sie es wir")


class Clause:
    """A reporting verb (a token) in its sentence.

    `finite` is the finite verb: the auxiliary of a participle, else the verb itself; `end` the
    token from which what is said is looked for; `is_inverted` whether the subject stands behind
    the verb.
    """

    def __init__(self, tokens: Tokens, sentence: Sentence, verb: int) -> None:
        self.tokens = tokens
        self.sentence = sentence
        self.verb = verb
        self.word = tokens.lower[verb]
        self.finite = verb
        self.end = verb + 1
        self.is_inverted = False

    def start_of(self, place: int) -> int:
        """Where the clause that holds a token begins."""
        start = place
        while start > self.sentence.first and not self._is_boundary(start - 1):
            start -= 1
        return start

    def _is_boundary(self, place: int) -> bool:
        tokens = self.tokens
        if tokens.is_quotation(place):
            # A name in marks belongs to its noun.
            return not (
                place > self.sentence.first
                and (
                    is_announced_by(tokens.lower[place - 1])
                    or tokens.lower[place - 1] in DETERMINERS
                    or tokens.lower[place - 1] == "als"
                )
            )
        return tokens.words[place] in _BOUNDARIES or (
            tokens.lower[place] in JOINING and self._has_verb_before(place)
        )

    def _has_verb_before(self, place: int) -> bool:
        """Whether „und“ joins two clauses: else it joins two nouns."""
        tokens = self.tokens
        for at in range(max(self.sentence.first, place - _FARTHEST_VERB), place):
            word = tokens.lower[at]
            if word in _FINITE:
                return True
            if len(word) > 4 and word.endswith(_VERB_ENDINGS) and tokens.words[at][0].islower():
                return True
        return False

    def ends_with_verb(self) -> bool:
        """Whether nothing follows the verb in its clause."""
        after = self.verb + 1
        return after >= self.sentence.last or self.tokens.is_break(after)

    def has_pronoun_after(self) -> bool:
        """Whether the subject follows as a pronoun: „sagte er“."""
        after = self.verb + 1
        return after < self.sentence.last and self.tokens.lower[after] in _THIRD_PERSON

    def phrase_in(self, start: int, end: int) -> tuple[int, int] | None:
        """The first noun phrase between two tokens that no preposition governs."""
        tokens = self.tokens
        place = start
        while place < end:
            word = tokens.lower[place]
            if word in _THIRD_PERSON:
                return place, place + 1
            if word in PREPOSITIONS:
                governed = noun_phrase(tokens, place + 1, end)
                place = governed[1] if governed else place + 1
            elif word in PLAIN_ADVERBS:
                place += 1
            else:
                return noun_phrase(tokens, place, end)
        return None

    def antecedent(self, comma: int) -> tuple[int, int] | None:
        """The noun phrase that a relative clause after this comma belongs to."""
        for place in range(self.start_of(comma), comma):
            phrase = noun_phrase(self.tokens, place, comma)
            if phrase and phrase[1] == comma:
                return phrase
        return None

    def auxiliary(self) -> int | None:
        """The auxiliary of a participle, in the same clause before it."""
        tokens = self.tokens
        for at in range(self.verb - 1, self.sentence.first - 1, -1):
            if tokens.lower[at] in AUXILIARIES:
                return at
            if tokens.words[at] in (",", ";", ":") and not self._is_parenthetical(at):
                return None
        return None

    def _is_parenthetical(self, comma: int) -> bool:
        """„hat der Chef, Peter Hahn, gefordert“: a comma with another one near it."""
        words = self.tokens.words
        if words[comma] != ",":
            return False
        earliest = max(self.sentence.first, comma - _LONGEST_PARENTHESIS)
        latest = min(comma + 1 + _LONGEST_PARENTHESIS, self.verb)
        return "," in words[earliest:comma] or "," in words[comma + 1 : latest]


def subject_of(tokens: Tokens, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The subject (tokens) of a clause that ends before a token, whatever its verb is."""
    place = without_dateline(tokens, sentence).first
    while place < end:
        word = tokens.lower[place]
        if word in PREPOSITIONS:
            governed = noun_phrase(tokens, place + 1, end)
            place = governed[1] if governed else place + 1
            continue
        if word in _SUBJECT_PRONOUNS:
            return place, place + 1
        if word in NOMINATIVE or is_noun(tokens, place):
            phrase = noun_phrase(tokens, place, end)
            if phrase:
                return phrase
        place += 1
    return None
