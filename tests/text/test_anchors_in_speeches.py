"""Anchors at scale: passages of real speeches, found again in another typesetting."""

import gzip
import json
import time
from pathlib import Path
from random import Random

import pytest

from quotes.text.anchors import Orphan, find, selector
from quotes.text.normalising import fold, snapshot_text
from tests.text.writing import disturbed

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = ["bundestag_wp18", "parlamint_at", "whitehouse_turns", "wikinews_de"]
WORDS_IN_PASSAGE = 12


def speeches(name: str, number: int) -> list[str]:
    path = DATA / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip("the shared texts are not here")
    random = Random(17)
    chosen: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if len(text.split()) < 2 * WORDS_IN_PASSAGE or random.random() < 0.5:
                continue
            chosen.append(snapshot_text(text))
            if len(chosen) == number:
                break
    return chosen


def passages(text: str) -> list[tuple[int, int]]:
    """Where every twelve words, one after the other, begin and end (code points)."""
    spans, at = [], 0
    words = text.split()
    places = []
    for word in words:
        at = text.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    for first in range(0, len(words) - WORDS_IN_PASSAGE + 1, WORDS_IN_PASSAGE):
        spans.append((places[first][0], places[first + WORDS_IN_PASSAGE - 1][1]))
    return spans


@pytest.mark.parametrize("name", FILES)
def test_passages_of_real_speeches_are_found_again(name):
    seconds = []
    for number, text in enumerate(speeches(name, 75)):
        other = disturbed(text, number)
        for start, end in passages(text)[:20]:
            kept = selector(text, start, end)
            began = time.perf_counter()
            span = find(other, kept.exact, kept.prefix, kept.suffix, kept.start)
            seconds.append(time.perf_counter() - began)
            assert fold(other[span.start : span.end]).text == fold(kept.exact).text
            before, now_before = fold(text[:start]).text, fold(other[: span.start]).text
            assert before.rstrip() == now_before.rstrip()
    assert len(seconds) > 300
    assert sorted(seconds)[len(seconds) // 2] < 0.05


@pytest.mark.parametrize("name", FILES)
def test_a_passage_that_a_speech_lost_is_an_orphan(name):
    for text in speeches(name, 40):
        for start, end in passages(text)[1:6]:
            kept = selector(text, start, end)
            without = text[:start] + text[end:]
            with pytest.raises(Orphan):
                find(without, kept.exact, kept.prefix, kept.suffix, kept.start)
