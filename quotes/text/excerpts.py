"""What may be shown of a text: some passages in their context, merged where they overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.text.passages import context

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A run of characters that is quoted, or that stands around what is quoted."""

    text: str
    quoted: bool


@dataclass(frozen=True)
class Excerpt:
    """text[start:end] in pieces, and whether its paragraph goes on before and after it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def excerpts(text: str, spans: Iterable[Span], width: int = 200) -> list[Excerpt]:
    """The passages text[start:end] of `spans` with at most `width` code points around each.

    In the order of the text; passages whose contexts overlap or meet share one excerpt.
    """
    passages = sorted(set(spans))
    windows: list[tuple[int, int, bool, bool]] = []
    for start, end in passages:
        around = context(text, start, end, width)
        first, last = start - len(around.before), end + len(around.after)
        cut_before, cut_after = around.cut_before, around.cut_after
        # A later passage may begin its context earlier, where the cut falls between two words.
        while windows and first <= windows[-1][1]:
            earlier = windows.pop()
            if earlier[0] <= first:
                first, cut_before = earlier[0], earlier[2]
            if earlier[1] >= last:
                last, cut_after = earlier[1], earlier[3]
        windows.append((first, last, cut_before, cut_after))
    return [
        Excerpt(first, last, _pieces(text, first, last, passages), cut_before, cut_after)
        for first, last, cut_before, cut_after in windows
    ]


def whole(text: str, spans: Iterable[Span], start: int = 0, end: int | None = None) -> Excerpt:
    """All of text[start:end], with the passages of `spans` told from the rest."""
    end = len(text) if end is None else end
    pieces = _pieces(text, start, end, sorted(set(spans)))
    return Excerpt(start, end, pieces, start > 0, end < len(text))


def _pieces(text: str, start: int, end: int, passages: Sequence[Span]) -> tuple[Piece, ...]:
    """text[start:end] cut at the edges of what `passages`, in order, cover together."""
    pieces = []
    done = start
    for first, last in passages:
        first, last = max(first, done), min(last, end)
        if first >= last:
            continue
        if first > done:
            pieces.append(Piece(text[done:first], quoted=False))
        pieces.append(Piece(text[first:last], quoted=True))
        done = last
    if done < end:
        pieces.append(Piece(text[done:end], quoted=False))
    return tuple(pieces)
