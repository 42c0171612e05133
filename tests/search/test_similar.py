"""The same utterance is found again: by its words, by who said it when, along the way it came."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quotes.models import Occurrence
from quotes.models.same_words import words_key
from quotes.search.similar import Likeness, Passage, similar
from tests.factories import (
    NAKATANI_DE,
    NAKATANI_EN,
    ArticleFactory,
    HopFactory,
    SpeakerFactory,
    draft_quote,
    published_quote,
    withdraw,
)
from tests.plans import plan_of_look_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def nakatani():
    return SpeakerFactory()


@pytest.fixture
def article():
    return ArticleFactory(language="de")


@pytest.fixture
def ask(nakatani, article):
    def about(wording=NAKATANI_DE, **changed):
        given = {
            "wording": wording,
            "language": "de",
            "speakers": [nakatani],
            "said_on": "2025-09-08",
            "article": article,
        }
        return similar(Passage(**{**given, **changed}))

    return about


def found(rows):
    return [(row.quote, row.likeness) for row in rows]


def test_the_same_words_are_found_whoever_said_them_and_however_they_are_printed(ask):
    quote = draft_quote("Es ist notwendig, geduldig Vertrauen aufzubauen.")
    printed = "„Es ist NOTWENDIG,\ngeduldig Vertrauen aufzubauen“"
    rows = ask(printed, speakers=[], said_on="")
    assert found(rows) == [(quote, Likeness.SAME_WORDS)]
    assert rows[0].share == 1


def test_like_words_are_found_with_the_same_speaker_around_the_same_days(ask, nakatani):
    near = published_quote(NAKATANI_DE, speaker=nakatani, said_on="2025-09-10")
    published_quote(NAKATANI_DE, speaker=nakatani, said_on="2025-09-20")
    published_quote(NAKATANI_DE, speaker=SpeakerFactory())
    changed = NAKATANI_DE.replace("nachhaltig", "dauerhaft")
    assert found(ask(changed)) == [(near, Likeness.ALIKE)]
    assert found(ask("geduldig Vertrauen aufzubauen")) == [(near, Likeness.HELD)]
    assert ask("Vertrauen") == []


def test_drafts_are_found_too_and_withdrawn_quotes_are_not(ask, nakatani):
    draft = draft_quote(NAKATANI_DE, speaker=nakatani)
    withdraw(published_quote(NAKATANI_DE, speaker=nakatani))
    assert found(ask()) == [(draft, Likeness.SAME_WORDS)]


def test_another_language_is_shown_last(ask, nakatani):
    english = published_quote(NAKATANI_EN, speaker=nakatani, language="en")
    german = published_quote(NAKATANI_DE, speaker=nakatani)
    assert found(ask()) == [
        (german, Likeness.SAME_WORDS),
        (english, Likeness.OTHER_LANGUAGE),
    ]


def test_unlike_words_of_the_same_speaker_and_language_are_not_shown(ask, nakatani):
    published_quote("Wir haben über den Rücktritt nicht gesprochen", speaker=nakatani)
    # Four little words in common make no likeness.
    published_quote("Es ist zu früh, um über die Wahl zu sprechen", speaker=nakatani)
    assert ask() == []


def test_like_words_are_found_along_the_way_the_article_came(ask, article):
    source = published_quote(NAKATANI_DE, said_on="2024-01-01")
    HopFactory(article=article, source_article=source.occurrences.get().snapshot.article)
    changed = NAKATANI_DE.replace("nachhaltig", "dauerhaft")
    assert found(ask(changed)) == [(source, Likeness.ALIKE)]


def test_words_without_spaces_are_compared_by_pairs_of_characters(ask, nakatani):
    quote = published_quote(
        "粘り強く醸成することが必要だと強調した", speaker=nakatani, language="ja"
    )
    assert found(ask("粘り強く醸成することが必要だ", language="ja"))[0][0] == quote


@pytest.mark.parametrize("said_on", ["", "../2020", "9999-12-31", "0001-01-01"])
def test_any_date_can_be_asked_about(said_on, ask, nakatani):
    published_quote(NAKATANI_DE, speaker=nakatani)
    assert ask(said_on=said_on)[0].likeness == Likeness.SAME_WORDS


def test_nothing_is_asked_about_no_words(ask):
    with CaptureQueriesContext(connection) as captured:
        assert ask(" „“ ") == []
    assert not captured


def test_the_work_does_not_grow_with_the_quotes(ask, nakatani):
    published_quote(NAKATANI_DE, speaker=nakatani)
    with CaptureQueriesContext(connection) as few:
        ask()
    for _more in range(4):
        published_quote(NAKATANI_DE, speaker=nakatani)
    with CaptureQueriesContext(connection) as many:
        assert len(ask()) == 5
    assert len(many) == len(few) <= 9


def test_the_same_words_are_looked_up_in_an_index():
    same = Occurrence.objects.alias(key=words_key("wording")).filter(key=17)
    assert "occurrence_words_key" in plan_of_look_up(same)
