"""Who says it, where the German verb stands second: „X sagte“, „sagte X“, „…, der sagte“."""

from ..reports import Report
from ..word_lists import words
from .clauses import JOINING, PLAIN_ADVERBS, Clause
from .function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NOMINATIVE,
    NUMBER,
    PREPOSITIONS,
    RELATIVE,
)
from .inversion import find_behind
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun, is_title
from .nouns import is_feminine, is_role
from .objects_in_front import is_object_in_front
from .written import find_written

_RELATIVE = words("der die das den dem welche welcher welches welchen")
_WRITTEN = words("hieß heißt verlautete verlautet")
_OF_WHOM = words("deren dessen denen")
_BEFORE_SUBJECT = JOINING | {"denn"}
_SHARING = words("und aber oder sowie")
_PARENTHESES = frozenset(",–—:")
# Continue a subject after a comma, as a relative clause or an apposition.
_CONTINUING = RELATIVE | DETERMINERS | {"so", "deren", "dessen", "seit", "ehemals", "zuständig"}
# So many tokens before a verb the comma of a parenthesis stands.
_FARTHEST = 40
# So many tokens of an apposition its noun phrase leaves over.
_REST_OF_APPOSITION = 4


def find_speaker(clause: Clause, report: Report, before: list[Report]) -> bool:
    """Whether the subject was found; it is noted in the report, as are quotations beside it.

    `before` are the reports of the sentence so far: „X sagte … und erklärte …“.
    """
    return _Subject(clause, report, before).find()


class _Subject:
    def __init__(self, clause: Clause, report: Report, before: list[Report]) -> None:
        self._clause = clause
        self._report = report
        self._before = before
        self._tokens = clause.tokens
        self._verb = clause.verb
        self._first, self._last = clause.sentence.first, clause.sentence.last

    def find(self) -> bool:
        tokens, verb = self._tokens, self._verb
        if self._clause.word in _WRITTEN:
            return find_written(self._clause, self._report)
        if verb > self._first and tokens.lower[verb - 1] in _SHARING:
            return self._share()
        start = self._clause.start_of(verb)
        return self._opens_clause() if start == verb else self._stands_second(start)

    def _found(self, speaker: tuple[int, int] | None) -> bool:
        self._report.speaker = speaker
        return speaker is not None

    # The verb opens its clause: „…“, sagte X.

    def _opens_clause(self) -> bool:
        clause, tokens, verb = self._clause, self._tokens, self._verb
        if verb == self._first:
            return False
        if tokens.is_quotation(verb - 1):
            self._report.quotes.append(verb - 1)
            return find_behind(clause, self._report)
        before = tokens.words[verb - 1]
        if before == "," and verb - 2 >= self._first and tokens.is_quotation(verb - 2):
            self._report.quotes.append(verb - 2)
        if before in _PARENTHESES:
            if self._with_appositions() is not None and self._before_parenthesis():
                return True
            if self._begins_subject(verb + 1) and find_behind(clause, self._report):
                return True
            return self._before_parenthesis()
        return tokens.lower[verb - 1] == "doch" and self._share()

    def _begins_subject(self, place: int) -> bool:
        tokens = self._tokens
        while place < self._last and tokens.lower[place] in ADVERBS:
            place += 1
        if place >= self._last:
            return False
        if tokens.is_quotation(place):
            return is_title(tokens, place)
        if tokens.is_break(place):
            return False
        word = tokens.lower[place]
        if word == "der":  # „X, ein Mann der Partei, warf der Regierung vor“
            phrase = noun_phrase(tokens, place, self._last)
            heads = [at for at in range(*phrase) if is_noun(tokens, at)] if phrase else []
            if heads and is_feminine(tokens.lower[heads[0]]) and self._has_parenthesis():
                return False
        return (
            word in PREPOSITIONS or word in NOMINATIVE or is_noun(tokens, place) or word.isalpha()
        )

    def _has_parenthesis(self) -> bool:
        """Whether another comma stands before the one at the verb."""
        return "," in self._tokens.words[self._first : self._verb - 1]

    # The verb stands behind a parenthesis: „X, der Minister für Y, sagte“.

    def _before_parenthesis(self) -> bool:
        tokens = self._tokens
        subject = self._with_appositions()
        if subject is not None:
            return self._found(self._with_apposition(subject))
        comma = self._verb - 2
        while comma > self._first and tokens.words[comma] != "," and self._verb - comma < _FARTHEST:
            comma -= 1
        if comma <= self._first:
            return self._share()
        speaker = self._clause.phrase_in(self._clause.start_of(comma), comma)
        if speaker is None:
            return self._share()
        is_name = all(
            is_noun(tokens, at) or tokens.words[at] in (".", "(", ")")
            for at in range(comma + 1, self._verb - 1)
        )
        if is_name and self._verb - 1 - comma > 2:  # „Der Trainer von Köln, Rita Holm, sagte“
            return self._found((speaker[0], self._verb - 1))
        return self._found(self._with_apposition(speaker) if speaker[1] == comma else speaker)

    def _with_appositions(self) -> tuple[int, int] | None:
        """„Günther Platter, der Minister Österreichs, der heute leitet, sagte“: a subject, and
        nothing but what belongs to it."""
        tokens, place = self._tokens, self._first
        while place < self._verb and (
            tokens.lower[place] in _BEFORE_SUBJECT or tokens.lower[place] in PLAIN_ADVERBS
        ):
            place += 1
        subject = noun_phrase(tokens, place, self._verb)
        # „X, sagte“ is no clause: something has to stand between the commas.
        if subject is None or tokens.words[subject[1]] != "," or subject[1] == self._verb - 1:
            return None
        for at in range(subject[1], self._verb - 1):
            if tokens.is_quotation(at):
                return None
            if tokens.words[at] == "," and not self._continues_subject(at + 1):
                return None
        return subject

    def _continues_subject(self, place: int) -> bool:
        tokens = self._tokens
        if tokens.lower[place] in PREPOSITIONS:  # „die Partei, auf deren Listen …, sagte“
            place += 1
            return tokens.lower[place] in _RELATIVE or tokens.lower[place] in _OF_WHOM
        return (
            tokens.lower[place] in _CONTINUING
            or is_noun(tokens, place)
            or NUMBER.fullmatch(tokens.words[place]) is not None
        )

    def _with_apposition(self, subject: tuple[int, int]) -> tuple[int, int]:
        """With a name or a role between commas, without a verb."""
        end = self._verb - 1
        apposition = noun_phrase(self._tokens, subject[1] + 1, end)
        if apposition is None or end - apposition[1] > _REST_OF_APPOSITION:
            return subject
        return subject[0], end

    # The verb stands second: „X sagte“.

    def _stands_second(self, start: int) -> bool:
        clause, tokens, verb = self._clause, self._tokens, self._verb
        opening = tokens.lower[start]
        if opening in ("wie", "was") and clause.ends_with_verb():
            return self._found(clause.phrase_in(start + 1, verb))
        if opening in _RELATIVE and self._is_relative(start):
            # „…, die er als „…“ bezeichnete“, „…, der sagte, …“
            inside = clause.phrase_in(start + 1, verb)
            return self._found(inside or clause.antecedent(start - 1))
        if opening == "als" and not clause.ends_with_verb():
            return find_behind(clause, self._report)
        if opening in CONJUNCTIONS and opening not in _BEFORE_SUBJECT | {"wie"}:
            return clause.ends_with_verb() and self._found(clause.phrase_in(start + 1, verb))
        is_es = self._verb + 1 < self._last and tokens.lower[self._verb + 1] == "es"
        if clause.has_pronoun_after() and not is_es:
            return find_behind(clause, self._report)
        return self._in_front(start)

    def _is_relative(self, start: int) -> bool:
        follows_comma = start > self._first and self._tokens.words[start - 1] == ","
        return follows_comma and self._clause.ends_with_verb()

    def _in_front(self, place: int) -> bool:
        clause, tokens, verb = self._clause, self._tokens, self._verb
        while place < verb and tokens.lower[place] in _BEFORE_SUBJECT:
            place += 1
        if place == verb:
            return self._share()
        while place < verb and tokens.lower[place] in PLAIN_ADVERBS:
            place += 1
        if place == verb or tokens.lower[place] in PREPOSITIONS:
            return find_behind(clause, self._report) or self._share()
        speaker = noun_phrase(tokens, place, verb)
        if speaker is None or is_object_in_front(clause, speaker):
            return find_behind(clause, self._report)
        return self._found(self._with_name_before(speaker))

    def _with_name_before(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """„Stephen Singer, ein Experte des WWF erklärte“: the name goes before its apposition."""
        tokens, start = self._tokens, phrase[0]
        if start - 2 < self._first:
            return phrase
        if tokens.lower[start - 1] == "und" and tokens.words[start - 2] in ("–", ","):
            return self._with_first(phrase)
        if tokens.words[start - 1] != ",":
            return phrase
        if tokens.lower[start] not in DETERMINERS and not is_role(tokens.lower[start]):
            return phrase
        named = noun_phrase(tokens, self._clause.start_of(start - 1), start - 1)
        return (named[0], phrase[1]) if named and named[1] == start - 1 else phrase

    def _with_first(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """„Herr A – der Minister – und Herr B sagten“: a plural has both as its subject."""
        first = noun_phrase(self._tokens, self._first, phrase[0])
        is_plural = self._clause.word.endswith("en")
        if first is None or not is_plural or self._tokens.words[first[1]] not in ("–", ","):
            return phrase
        return first[0], phrase[1]

    # Others.

    def _share(self) -> bool:
        """The speaker of the report before, or the first noun phrase of the sentence."""
        if self._before and self._before[-1].speaker:
            return self._found(self._before[-1].speaker)
        return self._found(self._clause.phrase_in(self._first, self._verb))
