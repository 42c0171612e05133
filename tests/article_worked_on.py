"""Source A of the dossier as a captured text, with candidates for its pieces, for tests.

A stand-in for extraction: each piece is named by its first and last words.
"""

from pathlib import Path

from quotes.models import Candidate, Snapshot
from tests.factories import ArticleFactory, CandidateFactory, SnapshotFactory

SOURCE_A = (Path(__file__).parents[1] / "quotes/demo/seoul_2025/a_vietnam_vn_de.txt").read_text(
    encoding="utf-8"
)
NAKATANI, AHN = "Gen Nakatani", "Ahn Gyu Back"
BOTH = f"{NAKATANI}; {AHN}"

# Number in the dossier: first words, last words, kind, name printed, full names.
PIECES = {
    "3": ("Beide Seiten stimmten", "weiterzuentwickeln.", "direct", "die beiden Minister", BOTH),
    "5": ("Um die Zusammenarbeit", "Vertrauen aufzubauen", "direct", "Minister Nakatani", NAKATANI),
    "6a": ("schwierigen", "schwierigen", "fragment", "Ahn Gyu Back", AHN),
    "6b": ("lange gedauert", "zusammenkommen konnten", "fragment", "Ahn Gyu Back", AHN),
    "7": ("die regelmäßigen Konsultationen", "intensivieren", "indirect", "Beide Seiten", BOTH),
    "8a": ("dass Minister Nakatani Korea", "besuchen werde", "indirect", "Minister Ahn", AHN),
    "8b": ("er werde auch", "zu fördern", "indirect", "Minister Ahn", AHN),
    "9": ("streben die beiden", "Besuche an", "indirect",
          "dem japanischen Verteidigungsministerium", ""),
    "10": ("den Besuch von", "Südkorea", "indirect", "Die beiden Minister", BOTH),
    "11": ("unerschütterliche Bekenntnis", "unerschütterliche Bekenntnis", "fragment", "", BOTH),
    "11b": ("das „unerschütterliche", "Waffenprogramm bekräftigt", "indirect", "", BOTH),
    "12": ("werden Japan und", "Raumfahrt ausschöpfen", "indirect", "", BOTH),
}  # fmt: skip
FROM_DOCUMENT = {"3", "11", "11b", "12"}


def place(text: str, first: str, last: str) -> tuple[int, int]:
    """Where the passage from its first to its last words stands, in code points."""
    start = text.index(first)
    return start, text.index(last, start) + len(last)


def captured(text: str = SOURCE_A, **article: object) -> Snapshot:
    """The article as a draft in an otherwise empty database."""
    article.setdefault("published_on", "2025-09-09")
    made = ArticleFactory(
        language="de", outlet__name="vietnam.vn", outlet__kind="aggregator", **article
    )
    return SnapshotFactory(article=made, text=text, extent="whole")


def proposed(snapshot: Snapshot) -> dict[str, Candidate]:
    """Candidates for every piece, by its number; nobody is resolved to a record."""
    found = {}
    for number, (first, last, kind, printed, names) in PIECES.items():
        start, end = place(snapshot.text, first, last)
        found[number] = CandidateFactory(
            snapshot=snapshot,
            start=start,
            end=end,
            kind=kind,
            speaker_text=printed,
            speaker_name=names,
            from_document=number in FROM_DOCUMENT,
            said_on="2025-09-08",
            said_on_basis="derived",
            said_on_expression="einen Tag nach der Ankündigung des Rücktritts",
        )
    found["11"].within = found["11b"]
    found["11"].save()
    return found
