"""Who says it: the subject before an English verb, behind it, or that of the verb before."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import (
    ABBREVIATIONS,
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    NUMBER,
    PREPOSITIONS,
    TIMES,
    is_adverb,
)
from .inversion import subject_behind
from .noun_phrases import (
    RATHER_NOUNS,
    SUBJECT_PRONOUNS,
    is_name,
    is_verb,
    joins_names,
    noun_phrase,
)
from .nouns import DOCUMENTS
from .other_subjects import after_with, leading, named_by
from .positions import over_opening_phrases, over_parenthesis, phrase_ending_at
from .quoted_by_others import quoted_person, quoting_verb
from .rarer_verbs import PLAIN_SAYING
from .reporting_verbs import SAYING
from .verb_forms import AUXILIARIES, PASSIVE

_BEHIND = 0.95
# So far (in tokens) a subject may stand from its verb.
_FARTHEST = 40
_LONGEST_APPOSITION = 12
_RELATIVE = words("who which that")
_NO_APPOSITION = words("who whose whom which that speaking when where")
_SINCE = words("after before since until")
# In front of a subject these belong to another clause.
_OF_OTHERS = SAYING - PLAIN_SAYING - RATHER_NOUNS
# Adverbs beside a verb, and adjectives elsewhere.
_MORE_ADVERBS = words("long ever twice yet much so rather")
_SHARING = words("and but or to")


class Subject:
    """Looks for the speaker around a reporting verb (a token), and notes him in the report.

    `end` is the token from which what is said is looked for, `is_passive` whether the verb is a
    participle with a form of “be”. `before` are the reports of the sentence so far.
    """

    def __init__(
        self, tokens: Tokens, sentence: Sentence, report: Report, before: list[Report]
    ) -> None:
        self._tokens = tokens
        self._first, self._last = sentence.first, sentence.last
        self._report = report
        self._before = before
        self._verb = report.token
        self.end = report.token + 1
        self.is_passive = False

    def find(self) -> bool:
        """Whether the speaker was found."""
        tokens, first = self._tokens, self._first
        place = self._over_auxiliaries()
        is_ing = tokens.lower[self._verb].endswith("ing")
        quoting = quoting_verb(tokens, first, self._verb)
        if quoting is not None:
            return self._is_quoted(quoting)
        if self.is_passive and not is_ing:
            return self._found(named_by(tokens, self._verb, self._last))
        if not is_ing and place >= first and self._is_behind(place):
            return True
        if is_ing and self._found(after_with(tokens, first, place)):
            return True
        if is_ing or place < first or tokens.lower[place] in _SHARING:
            return self._share()
        return self._in_front(place)

    def _found(self, speaker: tuple[int, int] | None) -> bool:
        if speaker and speaker[1] - speaker[0] == 1 and self._is_participle(speaker[0]):
            speaker = None
        if speaker and all(self._tokens.lower[at] in AUXILIARIES for at in range(*speaker)):
            speaker = None
        self._report.speaker = speaker
        return speaker is not None

    def _is_participle(self, place: int) -> bool:
        word = self._tokens.words[place]
        return word.endswith("ing") and word[0].islower()

    def _over_auxiliaries(self) -> int:
        """The token before “has also”; notes whether a form of “be” is among them."""
        lower, place = self._tokens.lower, self._verb - 1
        while place >= self._first and (
            is_adverb(lower[place]) or lower[place] in AUXILIARIES or lower[place] in _MORE_ADVERBS
        ):
            self.is_passive = self.is_passive or lower[place] in PASSIVE
            place -= 1
        return place

    def _is_behind(self, place: int) -> bool:
        """“…”, said X."""
        speaker = subject_behind(self._tokens, self._first, self._verb, self._last, place)
        if speaker is None:
            return False
        self._report.certainty = _BEHIND
        self.end = speaker[1]
        return self._found(speaker)

    # In front of the verb.

    def _in_front(self, place: int) -> bool:
        tokens = self._tokens
        apposition = None
        place = self._over_times(place)
        if tokens.words[place] in (",", "—", "–", ")"):
            closing = place
            place = over_parenthesis(tokens, self._first, closing, _FARTHEST)
            if place < self._first:
                return self._share()
            if self._is_apposition(place + 2, closing):
                apposition = closing
        is_relative = tokens.lower[place] in _RELATIVE and place > self._first
        if is_relative:
            place -= 2 if tokens.words[place - 1] == "," else 1
            # “X issued a statement which read”
            self._report.from_document = tokens.lower[place] in DOCUMENTS
        speaker = self._ending_at(place)
        if is_relative and speaker and speaker[1] != place + 1:
            # “drew criticism from X, who said”
            speaker = phrase_ending_at(tokens, self._first, place) or speaker
        if apposition is not None and (speaker is None or speaker[1] != place + 1):
            # “the delegate to the House, Rita Holm, said”
            named = (place + 2, apposition)
            if all(is_name(tokens, at) or tokens.words[at] == "." for at in range(*named)):
                return self._found(named)
        if speaker is None:
            return self._share()
        if apposition is not None and speaker[1] == place + 1:
            speaker = (speaker[0], apposition)
        return self._found(self._issuer_of(speaker))

    def _over_times(self, place: int) -> int:
        """Past “, on Sunday” before the verb, to the comma."""
        at = place
        while at > self._first and self._is_time(at):
            at -= 1
        return at if at < place and self._tokens.words[at] == "," else place

    def _is_apposition(self, start: int, end: int) -> bool:
        """A name or a role between commas, without a verb."""
        tokens = self._tokens
        word = tokens.lower[start] if start < end else ""
        if is_adverb(word) or word in PREPOSITIONS or NUMBER.fullmatch(word):
            return False  # “Hill, meanwhile, said”, “Hill, 34, said”
        return 0 < end - start <= _LONGEST_APPOSITION and not any(
            tokens.is_quotation(at) or self._is_verbal(at) for at in range(start, end)
        )

    def _is_verbal(self, place: int) -> bool:
        tokens = self._tokens
        word = tokens.lower[place]
        return is_verb(tokens, place) or word in _NO_APPOSITION or self._is_participle(place)

    def _ending_at(self, place: int) -> tuple[int, int] | None:
        """The subject whose phrase, or a time behind it, ends at a token."""
        tokens, first, end = self._tokens, self._first, place
        while end >= first and (
            self._is_time(end)
            or (end < place and tokens.lower[end] in PREPOSITIONS and tokens.lower[end] != "of")
        ):
            end -= 1
        if end < first or tokens.is_break(end):
            return None
        if tokens.lower[end] in SUBJECT_PRONOUNS:
            return end, end + 1
        start = end
        while start > first and end - start < _FARTHEST and self._is_within(start - 1, end):
            start -= 1
        begin = over_opening_phrases(tokens, start, end + 1)
        phrase = noun_phrase(tokens, begin, end + 1)
        if phrase and phrase[1] <= end and tokens.lower[phrase[1]] in ARTICLES:
            # “a remark the Kremlin said was wrong”
            return phrase_ending_at(tokens, first, end)
        return phrase

    def _is_time(self, place: int) -> bool:
        word = self._tokens.lower[place]
        return (
            word in TIMES or word in ADVERBS or word == "on" or NUMBER.fullmatch(word) is not None
        )

    def _is_within(self, place: int, end: int) -> bool:
        """Whether a token may belong to the same clause as the subject that ends behind it."""
        tokens, word = self._tokens, self._tokens.lower[place]
        if tokens.is_break(place):
            return word == "." and place > self._first and tokens.lower[place - 1] in ABBREVIATIONS
        if word in _SINCE and place > self._first and not tokens.is_break(place - 1):
            return False  # “the move comes days after X said”
        if word in CONJUNCTIONS and not (word == "and" and joins_names(tokens, place, end + 1)):
            return False
        if word not in _OF_OTHERS or tokens.is_capital(place):
            return True
        # “X in relaying the news said”
        return word.endswith("ing") and place > 0 and tokens.lower[place - 1] in PREPOSITIONS

    def _issuer_of(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """“X released a statement which read”: whoever issued the document speaks."""
        tokens = self._tokens
        if tokens.lower[phrase[1] - 1] not in DOCUMENTS:
            return phrase
        if any(is_name(tokens, at) for at in range(*phrase)):
            return phrase
        self._report.from_document = True
        issuer = leading(tokens, self._first, self._verb)
        return issuer if issuer and issuer[1] <= phrase[0] else phrase

    # Elsewhere.

    def _is_quoted(self, quoting: int) -> bool:
        """ "quoted X as saying", "X was quoted as saying"."""
        tokens, verb = self._tokens, self._verb
        self._verb = quoting
        self.is_passive = False
        place = self._over_auxiliaries()
        if not self.is_passive:
            return self._found(quoted_person(tokens, quoting, verb))
        self.is_passive = False
        return place >= self._first and self._in_front(place)

    def _share(self) -> bool:
        """The speaker of the report before, or the subject that the sentence begins with."""
        if self._before and self._before[-1].speaker:
            return self._found(self._before[-1].speaker)
        return self._found(leading(self._tokens, self._first, self._verb))
