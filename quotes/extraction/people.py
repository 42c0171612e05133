"""Who is who within one article: the fullest name for each mention of a speaker.

Names are runs of capitalised words. In German every noun is one, so that a language's grammar says
which words are roles or titles and never part of a name.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from .first_names import may_mean
from .grammar import Grammar
from .mentions import is_another, is_body, is_in_place
from .tokens import Tokens
from .word_lists import words

# Stand inside names: „Ursula von der Leyen“, "Osama bin Laden".
_PARTICLES = words("von van de der den del della di da dos du la le bin ibn al el ben zu zur af av")
# So many words has a name, so many tokens a run that may hold one.
_LONGEST_NAME, _LONGEST_RUN = 6, 10
# A role with articles and adjectives ("the new minister") has no more tokens.
_LONGEST_ROLE = 3
# A pronoun looks back over so many names at most, to find a person.
_MOST_BODIES = 6
# Two persons are named together within so many words ("Nakatani and his counterpart Ahn").
_TOGETHER = 8


class People:
    """The persons that a text names, by the last word of their names."""

    def __init__(self, tokens: Tokens, grammar: Grammar, known: Iterable[str] = ()) -> None:
        self._tokens = tokens
        self._grammar = grammar
        # The last word of a name, in lower case → its fullest form.
        self._by_last: dict[str, str] = {}
        # The first word of a name → its fullest form.
        self._by_first: dict[str, str] = {}
        # A role in lower case → who is printed with it first.
        self._holders: dict[str, str] = {}
        self._read_known(known)
        runs = self._runs()
        for first, last in runs:
            self._keep(first, last)
        # The names in the order of their places: tokens and fullest names, for pronouns and pairs.
        self._places = [(first, name) for first, last in runs if (name := self._name(last - 1))]
        self._pairs = _pairs(self._places)

    def fullest(self, first: int, last: int) -> str:
        """The fullest name of the speaker printed in tokens first … last-1.

        Several names for a pair ("both ministers"), joined by "; ". "" where nothing fuller is
        known than what is printed.
        """
        lower, grammar = self._tokens.lower, self._grammar
        if last - first == 1 and lower[first] in grammar.PERSONAL_PRONOUNS:
            return self._named_before(first)
        if any(word in grammar.BOTH for word in lower[first : min(last, first + 2)]):
            return "; ".join(self._pair_before(first))
        found = self._names_in(first, last)
        if found:
            return "; ".join(dict.fromkeys(found))
        return self._holders.get(lower[last - 1], "") if last - first <= _LONGEST_ROLE else ""

    def resolved(self, first: int, last: int) -> str:
        """The fullest name of a speaker, or the body as its nominative; "" for neither."""
        return self.fullest(first, last) or self._grammar.base_form(self._tokens, first, last)

    def _name(self, place: int) -> str:
        """The fullest name that a word is the last of, or else the first; "" for none."""
        key = _plain(self._tokens.lower[place])
        return self._by_last.get(key) or self._by_first.get(key, "")

    def _names_in(self, first: int, last: int) -> list[str]:
        """The names within a mention; those in brackets („(SPD)“) are none."""
        tokens = self._tokens
        names = []
        place = first
        while place < last:
            if tokens.words[place] == "(":
                while place < last and tokens.words[place] != ")":
                    place += 1
            end = self._run(place, last)
            if end == place:
                place += 1
                continue
            if is_another(tokens, first, place, end, last):
                place = end
                continue
            start = self._without_roles(place, end)
            full = self._by_last.get(_plain(tokens.lower[end - 1]), "")
            if not full and end - start == 1:
                full = self._name(start)
            if full:
                names.append(full)
            elif end - start >= 2 and not self._is_common(start):
                names.append(tokens.print(start, end))
            place = end
        # “Ann Berg of Uppsala University” is Ann Berg.
        return [name for name in names if not is_body(name)] or names

    # Pronouns and pairs.

    def _named_before(self, place: int) -> str:
        """The person named last before a pronoun."""
        pronoun = self._tokens.lower[place]
        number = bisect_left(self._places, (place, ""))
        before = self._places[max(0, number - _MOST_BODIES) : number]
        for first, name in reversed(before):
            if not may_mean(pronoun, name):
                continue
            if not is_body(name) and not is_in_place(self._tokens, first):
                return name  # and no “Uppsala University”
        return before[-1][1] if before else ""

    def _pair_before(self, place: int) -> tuple[str, ...]:
        """The two persons that the text before „beide“ most often names together; where it names
        none, the first two behind it."""
        if not self._pairs:
            return ()
        number = bisect_left(self._pairs, place, key=lambda pair: pair[0])
        return self._pairs[max(0, number - 1)][1]

    # Names in the text.

    def _read_known(self, known: Iterable[str]) -> None:
        """Names that the database knows, by their last word, if the text prints it."""
        printed = set(self._tokens.lower)
        for name in known:
            parts = name.split()
            if len(parts) > 1 and parts[-1].lower() in printed:
                self._by_last.setdefault(_plain(parts[-1].lower()), name)

    def _runs(self) -> list[tuple[int, int]]:
        """The runs of capitalised words, in order."""
        count = len(self._tokens.words)
        found = []
        place = 0
        while place < count:
            end = self._run(place, count)
            if end > place:
                found.append((place, end))
            place = max(end, place + 1)
        return found

    def _run(self, place: int, limit: int) -> int:
        """Where a run of capitalised words ends that begins at a token; the token if none does."""
        if place >= limit or not self._is_part(place):
            return place
        end = place + 1
        while end < min(limit, place + _LONGEST_RUN) and not self._is_new_line(end):
            following = self._over_part(end, limit)
            if following == end:
                break
            end = following
        return end

    def _over_part(self, place: int, limit: int) -> int:
        """The token behind a further part of a name: a word, an initial's stop, „von der …“."""
        tokens = self._tokens
        if self._is_part(place):
            return place + 1
        if tokens.words[place] == "." and len(tokens.words[place - 1]) <= 2:
            return place + 2 if place + 1 < limit and self._is_part(place + 1) else place
        after = place
        while after < limit and tokens.lower[after] in _PARTICLES:
            after += 1
        if after == place or after >= limit or not self._is_part(after) or self._is_title(after):
            return place
        if self._grammar.is_role(tokens.lower[place - 1]) or self._is_common(place - 1):
            return place
        return after + 1

    def _is_new_line(self, place: int) -> bool:
        tokens = self._tokens
        return "\n" in tokens.text[tokens.ends[place - 1] : tokens.starts[place]]

    def _is_part(self, place: int) -> bool:
        tokens = self._tokens
        return tokens.is_capital(place) and tokens.lower[place] not in self._grammar.NO_NAMES

    def _is_title(self, place: int) -> bool:
        word = self._tokens.lower[place]
        return word in self._grammar.TITLES or self._grammar.is_role(word)

    def _is_common(self, place: int) -> bool:
        """Whether an article or an adjective stands before it: a noun and no name."""
        return place > 0 and self._grammar.is_before_noun(self._tokens, place - 1)

    def _without_roles(self, first: int, last: int) -> int:
        """Where the name begins in a run such as „Bundesminister Dr. Hahn“."""
        start = first
        for at in range(first, last - 1):
            is_noun = at == first and last - first > 2 and self._is_common(at)
            if is_noun or self._is_title(at):
                start = at + 1
                if self._tokens.words[start] == ".":
                    start += 1
        return start

    def _keep(self, first: int, last: int) -> None:
        tokens = self._tokens
        start = self._without_roles(first, last)
        name = _plain(tokens.print(start, last))
        parts = name.replace(".", " ").split()
        key = _plain(tokens.lower[last - 1])
        # "Minister Nakatani Korea": a family's name that is known, and another word.
        is_known = _plain(tokens.lower[start]) in self._by_last
        if 2 <= len(parts) <= _LONGEST_NAME and not is_known and not self._is_common(start):
            self._by_last.setdefault(key, name)
            # Families that are named first: "Minister Ahn" is Ahn Gyu Back.
            self._by_first.setdefault(_plain(parts[0].lower()), name)
        role = tokens.lower[start - 1] if start > first else ""
        if not role and first and self._is_title(first - 1):
            role = tokens.lower[first - 1]
        if role and role != ".":
            self._holders.setdefault(role, self._by_last.get(key, name))


def _pairs(places: list[tuple[int, str]]) -> list[tuple[int, tuple[str, str]]]:
    """For each place (token) where two persons are named together: those two that were so most
    often up to there, in the order in which they were first."""
    found: list[tuple[int, tuple[str, str]]] = []
    counted: Counter[frozenset[str]] = Counter()
    # For each two: their number among the pairs, and their order.
    known: dict[frozenset[str], tuple[int, tuple[str, str]]] = {}
    best: frozenset[str] = frozenset()
    for (before, one), (at, other) in pairwise(places):
        if one == other or at - before > _TOGETHER:
            continue
        pair = frozenset((one, other))
        counted[pair] += 1
        known.setdefault(pair, (len(known), (one, other)))
        # Of pairs as frequent, the first stays.
        if not best or (counted[pair], -known[pair][0]) > (counted[best], -known[best][0]):
            best = pair
        found.append((at, known[best][1]))
    return found


def _plain(word: str) -> str:
    """Without the ending of an English genitive: Trump's. (German names may end in s, too.)"""
    return word.removesuffix("'s").removesuffix("’s")
