"""Sentences that show in themselves what extraction has to find.

[…] is a candidate, {…} the speaker of all of them as printed, <…> the addressee:
``{Die Ministerin} sagte <Reportern>, [sie komme].`` Brackets may nest.
"""

from dataclasses import dataclass, field
from datetime import date

from quotes.extraction import Candidate, extract

_PAIRS = {"]": "[", "}": "{", ">": "<"}


@dataclass
class Marked:
    """A sentence without its brackets, and the spans (code points) that stood in them."""

    text: str = ""
    candidates: list[tuple[int, int]] = field(default_factory=list)
    speaker: tuple[int, int] | None = None
    addressee: str = ""


def marked(sentence: str) -> Marked:
    found = Marked()
    opened: list[tuple[str, int]] = []
    for character in sentence:
        if character in _PAIRS.values():
            opened.append((character, len(found.text)))
        elif character in _PAIRS:
            bracket, start = opened.pop()
            assert bracket == _PAIRS[character], sentence
            span = (start, len(found.text))
            if bracket == "[":
                found.candidates.append(span)
            elif bracket == "{":
                found.speaker = span
            else:
                found.addressee = found.text[slice(*span)]
        else:
            found.text += character
    assert not opened, sentence
    found.candidates.sort(key=lambda span: (span[0], -span[1]))
    return found


def assert_found(sentence: str, lang: str, published: date | None = None) -> list[Candidate]:
    """Extraction finds what the brackets show, and nothing else; gives what it found."""
    expected = marked(sentence)
    text = expected.text
    found = extract(text, lang, published)
    assert [text[each.start : each.end] for each in found] == [
        text[slice(*span)] for span in expected.candidates
    ]
    assert [(each.start, each.end) for each in found] == expected.candidates
    speakers = {(each.speaker_start, each.speaker_end) for each in found}
    if found:
        assert speakers == {expected.speaker or (None, None)}, [each.speaker_text for each in found]
    assert {each.addressee for each in found} <= {expected.addressee, ""}
    assert not expected.addressee or any(each.addressee for each in found)
    return found
