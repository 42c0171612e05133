"""Tells quotations from names, titles and scare quotes, and whole sentences from fragments."""

import re
from dataclasses import dataclass

from .marks import Stretch
from .word_lists import words

_ARTICLES = words("der die das dem den des the")
# Words on a sign, or chanted.
_CITED = 0.7
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


@dataclass(frozen=True)
class Surroundings:
    """What stands around a quotation, as a language's grammar sees it.

    `governed`: a reporting phrase takes it; `called`: as what it calls something; `near`: one
    stands in the sentence; `told`: the sentence is reported speech; `named`: a noun before it
    announces a name or a title; `verb`: it holds a finite verb; `alone`: it is a sentence of its
    own; `following`: quoted words of the same paragraph go before it; `colon`: a colon stands
    before it; `cited`: a slogan or a sign is spoken of before it.
    """

    governed: bool = False
    called: bool = False
    near: bool = False
    told: bool = False
    named: bool = False
    verb: bool = False
    alone: bool = False
    following: bool = False
    colon: bool = False
    cited: bool = False


def words_of(text: str) -> list[str]:
    """The words of a text; one with hyphens or apostrophes is one."""
    return _WORD.findall(text)


def is_sentence(text: str, verb: bool) -> bool:
    """Whether the words are a clause of their own: with a verb, and long enough for one."""
    words = words_of(text)
    if not words:
        return False
    if text[:1].islower():  # built into the reporter's own sentence
        return False
    return text[-1] in "!?" or (verb and len(words) >= 3)


def looks_like_title(text: str) -> bool:
    """Every longer word begins with a capital: “The Art of War”."""
    words = words_of(text)
    if not words or (text[-1] in ".,;!?" and len(words) > 5):
        return False
    longer = [word for word in words if len(word) > 3 or word == words[0]]
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)


def likelihood(text: str, stretch: Stretch, around: Surroundings) -> float:
    """How likely the stretch is a quotation, between 0 and 1."""
    exact = text[stretch.start : stretch.end]
    words = words_of(exact)
    if not words:
        return 0.0
    count = len(words)
    stop_inside = exact[-1] in ".,!?…" or exact[-2:-1] in ".!?"
    if not stretch.closing and not stretch.goes_on:
        return 0.55 if around.governed and count >= 5 else 0.2
    if around.cited and count >= 2:
        return _CITED
    if around.named and not around.governed:
        return 0.15 if count <= 8 and not (stop_inside and around.verb) else 0.45
    score = 0.1
    if around.governed:
        score += 0.55
    elif around.told:
        score += 0.45
    elif around.near:
        score += 0.3
    if around.colon:
        score += 0.25
    if around.alone:
        score += 0.35
    if around.following:
        score += 0.1
    if around.verb and count >= 3:
        score += 0.25
    if stop_inside and count >= 3:
        score += 0.25
    if count >= 6:
        score += 0.25
    elif count >= 3:
        score += 0.1
    elif count == 1 and not around.governed and not (around.told and exact[0].islower()):
        score -= 0.15
    if count >= 2 and exact[0].islower() and not (count == 2 and words[0] in _ARTICLES):
        # Built into the reporter's sentence; names and titles begin with a capital.
        score += 0.2
    if around.named:
        score -= 0.35
    if not around.called and count <= 6 and looks_like_title(exact) and not stop_inside:
        score -= 0.2
    return max(0.0, min(0.98, score))
