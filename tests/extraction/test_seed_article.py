"""What source A of the dossier holds, by the numbers of ``../shared/seed/dossier.md``."""

from datetime import date
from pathlib import Path

import pytest

import quotes.demo
from quotes.extraction import Candidate, Kind, extract

TEXT = (Path(quotes.demo.__file__).parent / "seoul_2025" / "a_vietnam_vn_de.txt").read_text()
BOTH = "Gen Nakatani; Ahn Gyu Back"
# Piece, kind, how its words begin and end, who speaks, as whom he is known, whether it is written.
PIECES = [
    (2, "indirect", "die Bedeutung der bilateralen", "mit den USA", "Ahn Gyu Back", BOTH, False),
    (
        3,
        "direct",
        "Beide Seiten stimmten",
        "weiterzuentwickeln.",
        "die beiden Minister",
        BOTH,
        True,
    ),
    (
        5,
        "direct",
        "Um die Zusammenarbeit",
        "aufzubauen",
        "Minister Nakatani",
        "Gen Nakatani",
        False,
    ),
    (6, "fragment", "schwierigen", "schwierigen", "Ahn Gyu Back", "Ahn Gyu Back", False),
    (6, "fragment", "lange gedauert", "kommen konnten", "Ahn Gyu Back", "Ahn Gyu Back", False),
    (7, "indirect", "die regelmäßigen", "zu intensivieren", "Beide Seiten", BOTH, False),
    (8, "indirect", "dass Minister", "besuchen werde", "Minister Ahn", "Ahn Gyu Back", False),
    (8, "indirect", "er werde auch", "zu fördern", "Minister Ahn", "Ahn Gyu Back", False),
    (
        9,
        "indirect",
        "streben die",
        "Besuche an",
        "dem japanischen Verteidigungsministerium",
        "",
        False,
    ),
    (10, "indirect", "den Besuch", "zusammenfällt", "Die beiden Minister", BOTH, False),
    (11, "fragment", "unerschütterliche", "Bekenntnis", "der gemeinsamen Erklärung", "", True),
    (12, "indirect", "werden Japan", "ausschöpfen", "der Erklärung", "", True),
]


@pytest.fixture(scope="module")
def found() -> list[Candidate]:
    return extract(TEXT, "de", date(2025, 9, 9))


@pytest.mark.parametrize(
    ("kind", "beginning", "end", "speaker", "resolved", "written"),
    [piece[1:] for piece in PIECES],
    ids=[f"piece {piece[0]}: {piece[2]}" for piece in PIECES],
)
def test_each_piece_is_found_with_its_speaker(
    found, kind, beginning, end, speaker, resolved, written
):
    (piece,) = [
        each
        for each in found
        if each.kind == kind
        and TEXT[each.start : each.end].startswith(beginning)
        and TEXT[each.start : each.end].endswith(end)
    ]

    assert piece.speaker_text.endswith(speaker)
    assert not resolved or piece.speaker_resolved == resolved
    assert piece.from_document is written


def test_nothing_is_found_that_nobody_said(found):
    said = [TEXT[each.start : each.end] for each in found]

    assert len(found) == 15
    assert not any("einen Tag nach" in each or "VNA" in each or "AFP" in each for each in said)


def test_to_whom_the_minister_spoke(found):
    assert [each.addressee for each in found if each.addressee] == ["Reportern"]


def test_fragments_know_the_passage_that_holds_them(found):
    fragments = [each for each in found if each.kind == Kind.FRAGMENT]

    assert len(fragments) == 3
    for fragment in fragments:
        assert fragment.within is not None
        around = found[fragment.within]
        assert around.kind == Kind.INDIRECT
        assert around.start <= fragment.start < fragment.end <= around.end + 1
