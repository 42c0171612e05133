"""English has no mood for what is told on, and hardly refers back to it: nothing is found."""

from ..tokens import Sentence, Tokens


def is_reported(tokens: Tokens, sentence: Sentence) -> bool:
    """Never: English tells on in the indicative."""
    return False


def refers_back(tokens: Tokens, sentence: Sentence) -> bool:
    """Never: “This was reported by X.” is too rare to look for."""
    return False
