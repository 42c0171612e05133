"""German phrases before the verb that are no subject: „Die Pläne lobte der Chef“."""

from .clauses import Clause
from .function_words import NOMINATIVE
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun
from .nouns import is_feminine, is_role
from .reporting_verbs import TELLING


def is_object_in_front(clause: Clause, phrase: tuple[int, int]) -> bool:
    """Whether the subject follows the verb, as the phrase (tokens) before it cannot be it."""
    return _is_object(clause, phrase) or _is_told(clause, phrase)


def _is_told(clause: Clause, phrase: tuple[int, int]) -> bool:
    """„Der „Welt“ sagte Holm“, „Dem Sender sagte sie“: whom it was told stands in front."""
    tokens, first, after = clause.tokens, phrase[0], clause.finite + 1
    if after >= clause.sentence.last or tokens.lower[first] not in ("der", "dem"):
        return False
    if tokens.lower[first] == "der":
        heads = [at for at in range(*phrase) if is_noun(tokens, at)]
        is_dative = tokens.is_quotation(first + 1) or (
            bool(heads) and is_feminine(tokens.lower[heads[0]])
        )
        if not is_dative or clause.word not in TELLING:
            return False
    return is_noun(tokens, after) or tokens.lower[after] in NOMINATIVE


def _is_object(clause: Clause, phrase: tuple[int, int]) -> bool:
    """„Die Pläne lobte der Chef“: nobody but who follows can be the subject."""
    tokens, after, last = clause.tokens, clause.finite + 1, clause.sentence.last
    if after >= last or tokens.lower[after] != "der":
        return False
    following = noun_phrase(tokens, after, last)
    if following is None or any(tokens.is_quotation(at) for at in range(*following)):
        return False
    heads = [tokens.lower[at] for at in range(*following) if is_noun(tokens, at)]
    if not heads or is_feminine(heads[0]):
        return False
    return is_role(heads[0]) and not is_role(tokens.lower[phrase[1] - 1])
