"""Stretches between quotation marks, in every language's own."""

import pytest

from quotes.extraction.marks import Stretch, stretches


def words(text: str) -> list[str]:
    return [text[each.start : each.end] for each in stretches(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Er rief: „Kommt her!“ und ging.",
        "Er rief: „Kommt her!” und ging.",  # Polish, Hungarian
        'Er rief: „Kommt her!" und ging.',
        "Er rief: »Kommt her!« und ging.",
        "Han ropade: »Kommt her!» och gick.",  # Swedish
        "Han ropade: ”Kommt her!” och gick.",  # Swedish, Finnish
        "Il cria: «Kommt her!» et partit.",
        "Il cria: « Kommt her! » et partit.",
        "He cried: “Kommt her!” and left.",
        'He cried: "Kommt her!" and left.',
        "He cried: ‘Kommt her!’ and left.",
        "He cried: 'Kommt her!' and left.",
        "Er rief: ‚Kommt her!‘ und ging.",
        "Il cria: ‹Kommt her!› et partit.",
        "彼は「Kommt her!」と言った。",
        "彼は『Kommt her!』と言った。",
        "他說〝Kommt her!〞。",
        "他说＂Kommt her!＂。",
        "他说“Kommt her!”。",
        "他说“Kommt her!”然后走了。",
        "他说‘Kommt her!’然后走了。",
        "เขาพูดว่า“Kommt her!”แล้ว",
    ],
)
def test_marks_are_paired_and_left_out(text):
    assert words(text) == ["Kommt her!"]


def test_the_outer_span_holds_the_marks():
    (found,) = stretches("a „b“ c")

    assert found == Stretch(3, 4, 2, 5, "„", "“", 0)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("„Er sagte ‚nein‘ zu mir“", "nein"),
        ("“He said ‘no’ to me”", "no"),
        ("\"He said 'no' to me\"", "no"),
        ("«Il a dit “non” ici»", "non"),
        ("「彼は『いや』と」", "いや"),
        ("„Das „Nein“ war klar“", "Nein"),
    ],
)
def test_nested_marks_are_deeper(text, inside):
    outer, inner = stretches(text)

    assert (outer.start, outer.end, outer.depth) == (1, len(text) - 1, 0)
    assert (text[inner.start : inner.end], inner.depth) == (inside, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' meeting and the council’s plan.",
        "rock’n’roll isn't dead",
        "It’s the boys’ and the girls’ turn.",
        "So sei’s, wie geht’s?",
        "Er ist 1,80 m groß, 6' oder 12\" mehr",
        "O'Neill's and D’Artagnan’s",
        "''kursiv'' gesetzt",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text):
    assert stretches(text) == []


def test_a_plurals_apostrophe_within_single_marks_does_not_close_them():
    assert words("He said: ‘The ministers’ meeting is over.’ Then he left.") == [
        "The ministers’ meeting is over."
    ]


def test_an_unclosed_mark_reaches_to_the_end_of_its_paragraph():
    (found,) = stretches("Er rief: „Kommt her und bleibt\nDann ging er.")

    assert (found.start, found.end, found.closing, found.goes_on) == (10, 30, "", False)


def test_an_unclosed_mark_before_others_is_none():
    assert words("Er „rief: „Kommt her!“") == ["Kommt her!"]


def test_marks_opened_anew_in_each_paragraph_go_on():
    first, second = stretches("„Wir kommen.\n„Wir bleiben.“")

    assert first.goes_on
    assert not second.goes_on
    assert second.closing == "“"


def test_a_quotation_that_is_closed_in_a_later_paragraph_is_one():
    assert words("Er sagte: „Wir kommen.\nWir bleiben.“ Dann ging er.") == [
        "Wir kommen.\nWir bleiben."
    ]


def test_an_interruption_makes_two():
    assert words("„Wir kommen“, sagte er, „und bleiben“.") == ["Wir kommen", "und bleiben"]


@pytest.mark.parametrize("text", ["„“", "„ “", '""', "«»", "", "„", "“", "\n"])
def test_empty_marks_hold_nothing(text):
    assert stretches(text) == []


def test_no_more_than_four_marks_nest():
    assert max(each.depth for each in stretches("„a «b “c ‚d »e« d‘ c” b» a“")) <= 3
