"""What a language's grammar finds in a sentence: who is reported to have said what."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """A reporting phrase, such as "X told reporters that …" or „laut X“.

    Spans are half-open; `cue` and `content` in code points, `speaker` and `addressee` in tokens.
    `content` is the stretch that is told without quotation marks; it may hold quoted fragments.
    `quotes` are the tokens of quotations it plainly governs. `certainty` is between 0 and 1.
    """

    token: int
    cue: tuple[int, int]
    speaker: tuple[int, int] | None = None
    addressee: tuple[int, int] | None = None
    content: tuple[int, int] | None = None
    from_document: bool = False
    quotes: list[int] = field(default_factory=list)
    certainty: float = 0.8

    def holds(self, offset: int) -> bool:
        """Whether the content holds a place (code points)."""
        return self.content is not None and self.content[0] <= offset < self.content[1]

    def names(self, token: int) -> bool:
        """Whether a token belongs to the names of speaker or addressee."""
        return any(
            phrase is not None and phrase[0] <= token < phrase[1]
            for phrase in (self.speaker, self.addressee)
        )
