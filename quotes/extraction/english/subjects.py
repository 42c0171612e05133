"""Who says it: the subject before an English verb, behind it, or that of the verb before."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import ADVERBS, CONJUNCTIONS, NUMBER, PREPOSITIONS, TIMES
from .noun_phrases import (
    SUBJECT_PRONOUNS,
    is_name,
    is_verb,
    joins_names,
    noun_phrase,
)
from .nouns import DOCUMENTS, ROLES
from .positions import over_opening_phrases, over_parenthesis
from .reporting_verbs import SAYING
from .verb_forms import AUXILIARIES, PASSIVE

_BEHIND = 0.95
# So far (in tokens) a subject may stand from its verb, and so far into a sentence from its start.
_FARTHEST, _FARTHEST_IN = 40, 60
_LONGEST_APPOSITION, _LONGEST_NAME = 12, 7
# So many tokens behind a participle its “by” stands.
_FARTHEST_BY = 6
_BEGINNING = words("the a an one his her their its another he she they")
_IN_NAMES = ROLES | words("of for the de van von al bin")
_RELATIVE = words("who which that")
_NO_APPOSITION = words("who which that speaking when where")
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
        if self.is_passive and not is_ing:
            return self._named_by()
        if not is_ing and place >= first and self._is_behind(place):
            return True
        if is_ing and place >= first and self._is_after_with(place):
            return True
        if is_ing or place < first or tokens.lower[place] in _SHARING:
            return self._share()
        return self._in_front(place)

    def _found(self, speaker: tuple[int, int] | None) -> bool:
        self._report.speaker = speaker
        return speaker is not None

    def _over_auxiliaries(self) -> int:
        """The token before “has also”; notes whether a form of “be” is among them."""
        lower, place = self._tokens.lower, self._verb - 1
        while place >= self._first and (lower[place] in ADVERBS or lower[place] in AUXILIARIES):
            self.is_passive = self.is_passive or lower[place] in PASSIVE
            place -= 1
        return place

    # Behind the verb: “…”, said X.

    def _is_behind(self, place: int) -> bool:
        tokens = self._tokens
        if not (tokens.is_quotation(place) or tokens.words[place] == ","):
            return False
        if not self._begins_subject(self._verb + 1):
            return False
        speaker = noun_phrase(tokens, self._verb + 1, self._last)
        if speaker is None or self._is_subject_of_content(speaker):
            return False
        self._report.speaker = self._with_name_after(speaker)
        self._report.certainty = _BEHIND
        self.end = self._report.speaker[1]
        return True

    def _begins_subject(self, place: int) -> bool:
        tokens = self._tokens
        if place >= self._last or tokens.is_break(place):
            return False
        word = tokens.lower[place]
        return word not in TIMES and (is_name(tokens, place) or word in _BEGINNING or word in ROLES)

    def _is_subject_of_content(self, phrase: tuple[int, int]) -> bool:
        """“said the 36 must face”: what follows the verb is the subject of what is said."""
        tokens, after = self._tokens, phrase[1]
        if after >= self._last or tokens.is_break(after):
            return False
        return tokens.lower[after] in AUXILIARIES or is_verb(tokens, after)

    def _with_name_after(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """“said the university's chancellor, Pradeep Khosla”: the name follows its apposition."""
        tokens, end = self._tokens, phrase[1]
        while end + 1 < self._last and tokens.words[end] == "," and is_name(tokens, end + 1):
            stop = end + 1
            limit = min(self._last, end + 1 + _LONGEST_NAME)
            while stop < limit and (is_name(tokens, stop) or tokens.lower[stop] in _IN_NAMES):
                stop += 1
            if stop < self._last and not (
                tokens.words[stop] in (",", ".", ":") or tokens.is_quotation(stop)
            ):
                break
            end = stop
        return phrase[0], end

    # In front of the verb.

    def _in_front(self, place: int) -> bool:
        tokens = self._tokens
        apposition = None
        if tokens.words[place] in (",", "—", "–", ")"):
            closing = place
            place = over_parenthesis(tokens, self._first, closing, _FARTHEST)
            if place < self._first:
                return self._share()
            if self._is_apposition(place + 2, closing):
                apposition = closing
        if tokens.lower[place] in _RELATIVE and place > self._first:
            place -= 2 if tokens.words[place - 1] == "," else 1
            # “X issued a statement which read”
            self._report.from_document = tokens.lower[place] in DOCUMENTS
        speaker = self._ending_at(place)
        if speaker is None:
            return self._share()
        if apposition is not None and speaker[1] == place + 1:
            speaker = (speaker[0], apposition)
        return self._found(self._issuer_of(speaker))

    def _is_apposition(self, start: int, end: int) -> bool:
        """A name or a role between commas, without a verb."""
        return 0 < end - start <= _LONGEST_APPOSITION and not any(
            self._tokens.is_quotation(at) or self._is_verbal(at) for at in range(start, end)
        )

    def _is_verbal(self, place: int) -> bool:
        tokens = self._tokens
        word = tokens.lower[place]
        return (
            is_verb(tokens, place)
            or word in _NO_APPOSITION
            or (word.endswith("ing") and tokens.words[place][0].islower())
        )

    def _ending_at(self, end: int) -> tuple[int, int] | None:
        """The subject whose phrase, or a time behind it, ends at a token."""
        tokens, first = self._tokens, self._first
        while end >= first and self._is_time(end):
            end -= 1
        if end < first or tokens.is_break(end):
            return None
        if tokens.lower[end] in SUBJECT_PRONOUNS:
            return end, end + 1
        start = end
        while start > first and end - start < _FARTHEST and self._is_within(start - 1, end):
            start -= 1
        begin = over_opening_phrases(tokens, start, end + 1)
        return noun_phrase(tokens, begin, end + 1)

    def _is_time(self, place: int) -> bool:
        word = self._tokens.lower[place]
        return (
            word in TIMES or word in ADVERBS or word == "on" or NUMBER.fullmatch(word) is not None
        )

    def _is_within(self, place: int, end: int) -> bool:
        """Whether a token may belong to the same clause as the subject that ends behind it."""
        tokens, word = self._tokens, self._tokens.lower[place]
        if tokens.is_break(place):
            return False
        if word in CONJUNCTIONS and not (word == "and" and joins_names(tokens, place, end + 1)):
            return False
        return not (word in SAYING and tokens.words[place][0].islower())

    def _issuer_of(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """“X released a statement which read”: whoever issued the document speaks."""
        tokens = self._tokens
        if tokens.lower[phrase[1] - 1] not in DOCUMENTS:
            return phrase
        if any(is_name(tokens, at) for at in range(*phrase)):
            return phrase
        self._report.from_document = True
        issuer = self._leading()
        return issuer if issuer and issuer[1] <= phrase[0] else phrase

    # Elsewhere.

    def _named_by(self) -> bool:
        """ "was described by X as": the one named after “by”."""
        tokens = self._tokens
        for place in range(self._verb + 1, min(self._verb + _FARTHEST_BY, self._last)):
            if tokens.is_break(place):
                break
            if tokens.lower[place] == "by":
                return self._found(noun_phrase(tokens, place + 1, self._last))
        return False

    def _is_after_with(self, place: int) -> bool:
        """“…, with Smith adding that”."""
        tokens = self._tokens
        begin = place + 1
        while begin > self._first and is_name(tokens, begin - 1):
            begin -= 1
        return (
            self._first < begin <= place
            and tokens.lower[begin - 1] == "with"
            and self._found((begin, place + 1))
        )

    def _share(self) -> bool:
        """The speaker of the report before, or the subject that the sentence begins with."""
        if self._before and self._before[-1].speaker:
            return self._found(self._before[-1].speaker)
        return self._found(self._leading())

    def _leading(self) -> tuple[int, int] | None:
        """The subject that the sentence begins with, past phrases that a comma ends."""
        tokens, place = self._tokens, self._first
        limit = min(self._verb, self._first + _FARTHEST_IN)
        while place < limit:
            word = tokens.lower[place]
            if word in ADVERBS or word in CONJUNCTIONS or word == ",":
                place += 1
            elif word in PREPOSITIONS:
                while place < limit and tokens.words[place] != ",":
                    place += 1
            else:
                break
        if place >= limit or tokens.is_break(place):
            return None
        return noun_phrase(tokens, place, limit)
