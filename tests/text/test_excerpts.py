"""What may be shown of a text: passages, their context, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.text.excerpts import Piece, excerpts, whole

TEXT = (
    "Ahn Gyu Back räumte unterdessen die „schwierigen“ bilateralen Beziehungen ein und betonte,"
    " dass es „lange gedauert hat“.\nBeide Seiten vereinbarten mehr."
)


def span(passage: str) -> tuple[int, int]:
    start = TEXT.index(passage)
    return start, start + len(passage)


def test_passages_whose_contexts_overlap_share_an_excerpt():
    (excerpt,) = excerpts(TEXT, [span("lange gedauert hat"), span("schwierigen")])
    assert excerpt.pieces == (
        Piece("Ahn Gyu Back räumte unterdessen die „", quoted=False),
        Piece("schwierigen", quoted=True),
        Piece("“ bilateralen Beziehungen ein und betonte, dass es „", quoted=False),
        Piece("lange gedauert hat", quoted=True),
        Piece("“.", quoted=False),
    )
    assert not excerpt.cut_before
    assert not excerpt.cut_after


def test_passages_far_from_each_other_have_excerpts_of_their_own():
    first, second = excerpts(TEXT, [span("lange gedauert hat"), span("schwierigen")], width=14)
    assert "".join(piece.text for piece in first.pieces) == "die „schwierigen“ bilateralen"
    assert first.cut_before
    assert first.cut_after
    assert second.cut_before
    assert not second.cut_after


def test_paragraphs_stay_apart():
    assert len(excerpts(TEXT, [span("schwierigen"), span("Beide Seiten")])) == 2


def test_a_fragment_inside_a_passage_is_marked_with_it_once():
    (excerpt,) = excerpts(TEXT, [span("„schwierigen“ bilateralen"), span("schwierigen")], width=0)
    assert excerpt.pieces == (Piece("„schwierigen“ bilateralen", quoted=True),)


def test_the_whole_text_with_its_passages():
    shown = whole(TEXT, [span("schwierigen")])
    assert "".join(piece.text for piece in shown.pieces) == TEXT
    assert [piece.text for piece in shown.pieces if piece.quoted] == ["schwierigen"]


def test_without_passages_nothing_is_shown():
    assert excerpts(TEXT, []) == []


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(alphabet="ab \n中🙂é", min_size=1, max_size=120))
    place = st.integers(0, len(text) - 1)
    starts = draw(st.lists(place, max_size=6))
    return text, [(start, draw(st.integers(start + 1, len(text)))) for start in starts]


@given(texts_with_spans(), st.integers(0, 30))
def test_every_passage_is_shown_and_nothing_further_away_than_the_width(
    given_text: tuple[str, list[tuple[int, int]]], width: int
):
    text, spans = given_text
    shown = excerpts(text, spans, width)
    covered, quoted = set(), set()
    end = -1
    for excerpt in shown:
        assert excerpt.start > end
        end = excerpt.end
        place = excerpt.start
        for piece in excerpt.pieces:
            assert text[place : place + len(piece.text)] == piece.text
            places = range(place, place + len(piece.text))
            covered.update(places)
            quoted.update(places if piece.quoted else ())
            place += len(piece.text)
        assert place == excerpt.end
    assert quoted == {place for start, stop in spans for place in range(start, stop)}
    near = {p for start, stop in spans for p in range(start - width, stop + width)}
    assert covered <= near
