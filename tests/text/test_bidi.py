"""Controls that turn the direction of writing do nothing beyond the passage, and force nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.bidi import harmless, holds_controls

LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
RLM, PARAGRAPH = "\u200f", "\u2029"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("geduldig Vertrauen", "geduldig Vertrauen"),
        # Closed as they should be: part of how the passage is written.
        (f"رقم {LRE}+49 30{PDF} هنا", f"رقم {LRE}+49 30{PDF} هنا"),
        (f"{RLI}שלום{PDI} said", f"{RLI}שלום{PDI} said"),
        (f"{RLE}a{LRI}b{PDI}c{PDF}", f"{RLE}a{LRI}b{PDI}c{PDF}"),
        (f"الثقة{RLM}!", f"الثقة{RLM}!"),
        # Not closed, or closed without being open.
        (f"{RLE}a", "a"),
        (f"a{RLI}b", "ab"),
        (f"a{PDF}b{PDI}c", "abc"),
        (f"{RLE}a{RLE}b{PDF}c", f"a{RLE}b{PDF}c"),
        # Overrides go even when closed: they make letters read in another order.
        (f"{RLO}nerheuk{PDF} ab", "nerheuk ab"),
        (f"{RLE}a{LRO}b{PDF}c{PDF}", f"{RLE}abc{PDF}"),
        # The end of an isolate ends what was opened within it, but a PDF ends no isolate.
        (f"{RLI}a{RLE}b{PDI}c{PDF}", f"{RLI}ab{PDI}c"),
        (f"{RLE}a{RLI}b{PDF}c{PDI}d{PDF}", f"{RLE}a{RLI}bc{PDI}d{PDF}"),
        # Nothing lasts beyond its paragraph.
        (f"{RLE}a\nb{PDF}", "a\nb"),
        (f"{RLI}a{PARAGRAPH}b{PDI}", f"a{PARAGRAPH}b"),
    ],
)
def test_what_is_shown(text: str, shown: str):
    assert harmless(text) == shown


@given(st.text(alphabet=[*"ab ש\n", LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI], max_size=30))
def test_whatever_comes_nothing_but_controls_is_lost_and_all_that_stays_is_closed(text: str):
    shown = harmless(text)
    letters = [character for character in text if not holds_controls(character)]
    assert [character for character in shown if not holds_controls(character)] == letters
    for paragraph in shown.split("\n"):
        opened: list[str] = []
        for character in paragraph:
            assert character not in (LRO, RLO)
            if character in (LRE, RLE, LRI, RLI, FSI):
                opened.append(character)
            elif character == PDF:
                assert opened.pop() in (LRE, RLE)
            elif character == PDI:
                assert opened.pop() in (LRI, RLI, FSI)
        assert opened == []
    assert harmless(shown) == shown


def test_ends_of_isolates_that_none_began_take_no_long_time():
    began = time.process_time()
    assert harmless("\u202a\u2069" * 100_000) == ""

    # The square of the length took minutes.
    assert time.process_time() - began < 5
