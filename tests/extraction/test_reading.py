"""Who speaks where no verb of saying tells it."""

import pytest

from quotes.extraction import Kind, extract
from tests.extraction.sentences import assert_found


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("de", "{Holm} sieht das anders: „[Die Brücke muss bleiben.]“"),
        ("de", "{Rita Holm} ist empört. „[Die Brücke muss bleiben, sie ist alt.]“"),
        ("de", "Ursprünglich wollte {Rita Holm} „[die alte Brücke um jeden Preis erhalten]“."),
        ("de", "{Holm} sagte: „[Sie bleibt.]“ „[Und sie wird bald schöner.]“"),
        ("de", "„[Die Brücke muss bleiben, sie ist alt.]“"),
        ("en", '"[The bridge will stay,]" {Holm} said. "[It is far too old to move.]"'),
    ],
)
def test_the_one_who_acts_or_who_spoke_before(lang, sentence):
    assert_found(sentence, lang)


def test_two_paragraphs_on_nobody_is_taken_for_the_speaker():
    text = (
        "„Sie bleibt“, sagte Holm.\n\nEs regnete.\n\nEs schneite.\n\n„Die Brücke ist viel zu alt.“"
    )

    *_, last = extract(text, "de")

    assert last.speaker_start is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Holm sagte: „Wir kommen alle wieder.“", Kind.DIRECT),
        ("Holm sprach von „Verrat“.", Kind.FRAGMENT),
        ("Holm sagte, sie komme.", Kind.INDIRECT),
    ],
)
def test_kinds(text, kind):
    assert [each.kind for each in extract(text, "de")] == [kind]


@pytest.mark.parametrize("lang", ["de", "DE", "de-AT", "de-Latn-CH"])
def test_a_region_has_the_grammar_of_its_language(lang):
    assert_found("{Holm} sagte, [sie komme wieder].", lang)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Es regnet.", "…", "„“"])
def test_nothing_is_found_in_nothing(text):
    assert extract(text, "de") == extract(text, "en") == extract(text, "ja") == []
