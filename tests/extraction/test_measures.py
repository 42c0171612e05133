"""The yardstick itself: measures of an example made by hand, and annotations that fit."""

import pytest

from quotes.extraction import Candidate, Kind

from . import annotated, score
from .baselines import quoted_stretches
from .measures import Counts, compare, stripped

TEXT = "Rita Holm sagte: „Wir kommen.“ Uwe Tal sagte, dass er komme und bleibe. „Titel“"
FIELDS = {"cue": "", "addressee": "", "from_document": False, "date_text": "", "date": ""}


def annotation(words: str, kind: str, speaker: str = "") -> dict:
    start = TEXT.index(words)
    begin = TEXT.index(speaker) if speaker else None
    return {
        **FIELDS,
        "start": start,
        "end": start + len(words),
        "kind": kind,
        "speaker_text": speaker,
        "speaker_start": begin,
        "speaker_end": None if begin is None else begin + len(speaker),
    }


def candidate(words: str, kind: Kind, speaker: str = "") -> Candidate:
    marked = annotation(words, kind, speaker)
    return Candidate(
        marked["start"],
        marked["end"],
        kind,
        1,
        speaker,
        marked["speaker_start"],
        marked["speaker_end"],
    )


ANNOTATED = [
    annotation("Wir kommen", "direct", "Rita Holm"),
    annotation("dass er komme und bleibe", "indirect", "Uwe Tal"),
]


def test_what_is_found_wholly_counts_wholly():
    found = [
        candidate("Wir kommen.", Kind.DIRECT, "Holm"),
        candidate("dass er komme und bleibe.", Kind.INDIRECT, "Uwe Tal"),
    ]

    measures = compare(TEXT, ANNOTATED, found)

    assert measures.quoted == Counts(right=1, attributed=1, speakers=1)
    assert measures.indirect == Counts(right=1, attributed=1, speakers=1)


def test_a_quoted_span_has_to_be_the_same_and_a_title_is_wrong():
    found = [candidate("kommen.", Kind.FRAGMENT), candidate("Titel", Kind.FRAGMENT)]

    assert compare(TEXT, ANNOTATED, found).quoted == Counts(wrong=2, missed=1, attributed=1)


@pytest.mark.parametrize(
    ("words", "right"), [("dass er komme und bleib", 1), ("komme und bleibe", 0)]
)
def test_an_indirect_one_has_to_overlap_by_four_fifths(words, right):
    counts = compare(TEXT, ANNOTATED, [candidate(words, Kind.INDIRECT)]).indirect

    assert (counts.right, counts.missed, counts.wrong) == (right, 1 - right, 1 - right)


def test_an_annotation_is_found_once():
    found = [candidate("dass er komme und bleibe", Kind.INDIRECT)] * 2

    counts = compare(TEXT, ANNOTATED, found).indirect

    assert (counts.right, counts.wrong) == (1, 1)


@pytest.mark.parametrize(
    ("speaker", "right"), [("Rita Holm", 1), ("Rita", 1), ("Uwe Tal", 0), ("", 0)]
)
def test_a_speaker_is_right_where_he_overlaps(speaker, right):
    counts = compare(TEXT, ANNOTATED, [candidate("Wir kommen", Kind.DIRECT, speaker)]).quoted

    assert counts.speakers == right


def test_or_where_his_last_word_is_the_same():
    elsewhere = Candidate(18, 28, Kind.DIRECT, 1, "Ministerin Holm", 70, 79)

    assert compare(TEXT, ANNOTATED, [elsewhere]).quoted.speakers == 1


def test_marks_and_stops_at_the_ends_do_not_count():
    assert stripped("„ Ja! “", 0, 7) == (2, 4)
    assert stripped("…", 0, 1) == (1, 1)


def test_shares_of_nothing_are_nothing():
    assert (Counts().f1, Counts().precision, Counts().recall, Counts().speaker_of_all) == (0,) * 4


def test_the_harmonic_mean():
    counts = Counts(right=6, wrong=2, missed=4, attributed=8, speakers=3)

    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 / 3)
    assert (counts.speaker_of_all, counts.speaker_of_found) == (3 / 8, 0.5)


def test_the_baseline_takes_longer_stretches_and_the_nearest_name():
    text = "Rita Holm kam. „Wir kommen alle“, sagte Tal. „Titel“. Uwe Tal ging."

    (found,) = quoted_stretches(text)

    assert text[found.start : found.end] == "Wir kommen alle"
    assert found.speaker_text == "Rita Holm" or found.speaker_text == "Tal"


@pytest.mark.parametrize("lang", annotated.LANGUAGES)
def test_annotations_hold_no_text_but_short_labels(lang):
    for row in annotated.rows(lang):
        assert row.keys() == {"id", "lang", "sha256", "split", "quotes"}
        assert row["lang"] == lang
        assert row["split"] in annotated.SPLITS
        for quote in row["quotes"]:
            assert quote["kind"] in ("direct", "fragment", "indirect")
            assert max(len(value) for value in quote.values() if isinstance(value, str)) <= 100


@pytest.mark.parametrize("lang", annotated.LANGUAGES)
def test_there_are_sixty_articles_and_both_splits(lang):
    rows = list(annotated.rows(lang))

    assert len({row["id"] for row in rows}) == len(rows) >= 60
    assert {row["split"] for row in rows} == set(annotated.SPLITS)


@pytest.mark.skipif(not annotated.have_texts(), reason=annotated.MISSING)
@pytest.mark.parametrize("lang", annotated.LANGUAGES)
def test_annotations_fit_their_texts(lang):
    for article in annotated.articles(lang):
        for quote in article.quotes:
            assert 0 <= quote["start"] < quote["end"] <= len(article.text)
            if quote["speaker_start"] is not None:
                span = slice(quote["speaker_start"], quote["speaker_end"])
                assert article.text[span] == quote["speaker_text"]
            for label in ("cue", "addressee", "date_text"):
                assert quote[label] in article.text


@pytest.mark.skipif(not annotated.have_texts(), reason=annotated.MISSING)
def test_a_text_that_changed_is_refused(monkeypatch):
    row = {**next(annotated.rows("de")), "sha256": "0" * 64}
    monkeypatch.setattr(annotated, "rows", lambda lang: [row])

    with pytest.raises(annotated.TextChanged, match=row["id"]):
        annotated.articles("de")


@pytest.mark.skipif(not annotated.have_texts(), reason=annotated.MISSING)
def test_the_scores_are_printed_for_each_language_and_split(capsys):
    assert score.main() == 0

    printed = capsys.readouterr().out
    for lang in annotated.LANGUAGES:
        for split in annotated.SPLITS:
            assert f"{lang} {split} " in printed
    assert "articles of 2500 characters a second" in printed


def test_where_the_texts_are_missing_one_line_says_so(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(annotated, "DATA", tmp_path)

    assert score.main() == 1
    assert capsys.readouterr().err.count("\n") == 1
