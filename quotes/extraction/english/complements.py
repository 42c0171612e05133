"""What an English verb says: a clause, with “that” or without it, or a thing asked for."""

from ..reports import Report
from ..tokens import Sentence, Tokens
from ..word_lists import words
from .addressees import over_addressee, over_title
from .function_words import ADVERBS, BREAKING_OFF, CONJUNCTIONS, PREPOSITIONS, TIMES
from .noun_phrases import is_verb, noun_phrase
from .nouns import DOCUMENTS
from .phrasal_verbs import PHRASAL, further_words
from .reporting_verbs import (
    ACCUSING,
    ALWAYS,
    ASKING,
    ASKING_WITH,
    CUES,
    FINDING,
    ONLY_WITH_THAT,
    SAYING,
    WRITING,
)
from .subjects import Subject
from .verb_forms import AUXILIARIES

_ASKED_FOR = 0.6
_ONLY_WITH_THAT = ONLY_WITH_THAT | FINDING
_THAT = words("that whether if")
_CLAUSE_OPENERS = words("that if whether how why what when where who")
_CONTRACTED = ("n't", "’d", "’ll", "’re", "'d", "'ll", "'re")
# So many tokens behind its beginning a clause has its verb.
_FARTHEST_VERB = 25
_CIRCUMSTANCES = words(
    "on in at during via through after following of about from with by for amid regarding"
)
_CLAUSE_ADVERBS = words("both all each there never not")
# What is said may end before the first, and behind the others.
_ENDING, _BEFORE_NEXT = words("; :"), words(", and but")
# A clause of fewer tokens before the verb is none; of more behind, the verb stands within it.
_SHORTEST_BEFORE, _SHORTEST_BEHIND = 2, 3
# “On Monday, he said, …”: a phrase of so many tokens is no clause.
_LONGEST_OPENING = 4


class Complement:
    """Notes in a report what is said, to whom, and whether in a document."""

    def __init__(
        self, tokens: Tokens, sentence: Sentence, report: Report, subject: Subject
    ) -> None:
        self._tokens = tokens
        self._sentence = sentence
        self._last = sentence.last
        self._report = report
        self._word = tokens.lower[report.token]
        self._begin = subject.end
        self._is_passive = subject.is_passive
        self._is_inverted = subject.end > report.token + 1

    def read(self) -> None:
        tokens, report = self._tokens, self._report
        if self._word in PHRASAL:
            self._begin += further_words(tokens, report.token, self._last)
        place = over_addressee(tokens, self._last, report, self._begin)
        place = self._over_circumstances(self._over_accused(place))
        if place < self._last:
            self._read_at(place)
        else:
            self._take_before(place)
        if self._word in WRITING or (
            report.speaker and tokens.lower[report.speaker[1] - 1] in DOCUMENTS
        ):
            report.from_document = True

    def _over_accused(self, place: int) -> int:
        """To the “of” in “accused the council of lying”."""
        if self._word not in ACCUSING:
            return place
        accused = noun_phrase(self._tokens, place, self._last)
        if accused is None:
            return place
        # A name may have taken “of” for a part of it.
        for at in range(place + 1, min(self._last, accused[1] + 1)):
            if self._tokens.lower[at] == "of":
                return at
        return place

    def _read_at(self, place: int) -> None:
        tokens, report = self._tokens, self._report
        word = tokens.words[place]
        if tokens.is_quotation(place) or word == ":":
            report.quotes = [place]
        if self._is_inverted or word in (".", "!", "?", ",", ";"):
            self._take_before(place)
        elif word == ":":
            pass
        elif self._is_told(place):
            report.content = self._from(place)
        elif not tokens.is_quotation(place) and not self._is_passive and self._is_asked(place):
            report.content = self._from(place)
            report.certainty = _ASKED_FOR

    def _over_circumstances(self, place: int) -> int:
        """Past "on Monday", "in a statement", "at a press conference", "earlier this week"."""
        tokens, last = self._tokens, self._last
        lower = tokens.lower
        wanted = ASKING_WITH.get(self._word, ("of",) if self._word in ACCUSING else ())
        while place < last:
            word = lower[place]
            if word in TIMES or (word in ADVERBS and word not in _CLAUSE_ADVERBS):
                place += 1
                continue
            if word not in _CIRCUMSTANCES or word in wanted:
                break
            phrase = noun_phrase(tokens, place + 1, last)
            if phrase is not None:
                if any(lower[at] in DOCUMENTS for at in range(*phrase)):
                    self._report.from_document = True
                place = over_title(tokens, last, phrase[1])
            elif place + 1 < last and lower[place + 1] in TIMES:
                place += 2
            else:
                break
        return place

    def _is_told(self, place: int) -> bool:
        """Whether what follows is what was said."""
        tokens = self._tokens
        if self._word not in SAYING and self._word not in FINDING:
            return False
        if tokens.lower[place] in _THAT:
            return True
        if self._word in _ONLY_WITH_THAT or self._is_passive:
            return False
        if tokens.is_quotation(place):
            # A quotation and nothing else is no indirect speech.
            return place + 1 < self._last and not tokens.is_break(place + 1)
        return self._word in ALWAYS or self._begins_clause(place)

    def _begins_clause(self, place: int) -> bool:
        """Whether a clause begins here: "that", a question word, or a subject with a verb."""
        tokens = self._tokens
        if tokens.lower[place] in _CLAUSE_OPENERS:
            return True
        for at in range(place, min(self._last, place + _FARTHEST_VERB)):
            word = tokens.lower[at]
            if word in (";", ":") or (at > place and word in CONJUNCTIONS):
                return False
            if word in AUXILIARIES or word.endswith(_CONTRACTED):
                return at > place
            if at > place and is_verb(tokens, at):
                return True
        return False

    def _is_asked(self, place: int) -> bool:
        wanted = ASKING_WITH.get(self._word, ())
        if self._tokens.lower[place] == "what":
            return False  # “denounced what he called a scandal”
        return self._word in ASKING or self._tokens.lower[place] in wanted

    def _from(self, place: int) -> tuple[int, int] | None:
        """From a token to the end of what is said: the sentence, or the next reporting phrase."""
        tokens, begin = self._tokens, self._tokens.starts[place]
        lower = tokens.lower
        end = None
        for at in range(place + 1, self._last):
            if lower[at] in _ENDING or lower[at - 1] in _BEFORE_NEXT:
                end = self._end_before(place, at)
                if end is not None:
                    break
        if end is None:
            end = tokens.without_stop(self._sentence)[1]
        return (begin, end) if end > begin else None

    def _end_before(self, place: int, at: int) -> int | None:
        """Where what is said from a token on ends (code points), if it does so before `at`."""
        tokens = self._tokens
        word, previous = tokens.lower[at], tokens.lower[at - 1]
        is_quoting = word == ":" and at + 1 < self._last and tokens.is_quotation(at + 1)
        if word == ";" or is_quoting:
            return tokens.ends[at - 1]
        if at - 2 < place:
            return None
        is_ing = word.endswith("ing")
        if previous == "," and (
            word in BREAKING_OFF or word == "according" or (word in CUES and is_ing)
        ):
            return tokens.ends[at - 2]
        if previous in ("and", "but") and word in SAYING and not is_ing:
            return tokens.ends[at - 3 if tokens.words[at - 2] == "," else at - 2]
        return None

    def _take_before(self, place: int) -> None:
        """ "…, X said.": what stands before the comma, if it is a clause without marks; with what
        stands behind, if that goes on: "These orcas, she suggested, hunt sharks."""
        tokens, report, first = self._tokens, self._report, self._sentence.first
        if self._word not in SAYING or report.speaker is None or self._is_passive:
            return
        comma = self._comma_before(min(report.speaker[0], report.token) - 1)
        if comma - first < _SHORTEST_BEFORE or tokens.words[comma] != ",":
            return
        if tokens.is_quotation(comma - 1):
            return
        if place + 1 < self._last and tokens.is_quotation(place + 1):
            return
        begin, stop = tokens.without_stop(self._sentence)
        is_phrase = comma - first <= _LONGEST_OPENING and tokens.lower[first] in PREPOSITIONS
        if self._goes_on(place) and not is_phrase:
            report.content = (begin, stop)
        elif any(is_verb(tokens, at) for at in range(first + 1, comma)):
            report.content = (begin, tokens.ends[comma - 1])

    def _comma_before(self, place: int) -> int:
        lower = self._tokens.lower
        while place > self._sentence.first and (
            lower[place] in ADVERBS or lower[place] in ("the", "a", "an")
        ):
            place -= 1
        return place

    def _goes_on(self, comma: int) -> bool:
        """Whether what is said goes on behind a comma."""
        tokens, after = self._tokens, comma + 1
        return (
            self._last - after > _SHORTEST_BEHIND
            and tokens.words[comma] == ","
            and not tokens.is_quotation(after)
            and not tokens.lower[after].endswith("ing")
            and tokens.lower[after] not in BREAKING_OFF | PREPOSITIONS
        )
