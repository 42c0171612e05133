"""A condition that is compiled once says the same wherever it is asked."""

import pytest
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Abs

from quotes.models import Attribution, Speaker, SpeakerName
from quotes.models.compiled_once import CompiledOnce
from quotes.models.visibility import _speaker_is_public
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    return factories.published_quote().attributions.get().speaker


@pytest.fixture
def unheard():
    return factories.draft_quote().attributions.get().speaker


def condition(key: str) -> CompiledOnce:
    return CompiledOnce(_speaker_is_public, "Speaker", key)


def test_it_finds_the_rows_that_the_rule_finds(heard, unheard):
    by_rule = Speaker.objects.filter(_speaker_is_public("pk"))
    assert set(Speaker.objects.filter(condition("pk"))) == set(by_rule) == {heard}


def test_it_is_asked_of_any_column_and_through_any_relation(heard, unheard):
    for speaker in (heard, unheard):
        factories.SpeakerNameFactory(speaker=speaker, text=f"{speaker.pk} san")
    named = SpeakerName.objects.filter(condition("speaker_id"), text__endswith=" san")
    assert [name.speaker for name in named] == [heard]
    assert {row.speaker for row in Attribution.objects.filter(condition("speaker__pk"))} == {heard}


def test_its_aliases_hide_none_of_the_statement_around_it(heard, unheard):
    """Django names the tables of every subquery U0, U1 …, those of the condition among them."""
    inside = Attribution.objects.filter(condition("speaker_id"), speaker=OuterRef("pk"))
    assert list(Speaker.objects.filter(Exists(inside))) == [heard]
    twice = Speaker.objects.filter(
        Exists(Speaker.objects.filter(Exists(inside), pk=OuterRef("pk")))
    )
    assert list(twice) == [heard]


def test_it_can_be_turned_round_and_joined(heard, unheard):
    assert list(Speaker.objects.filter(~condition("pk"))) == [unheard]
    joined = Speaker.objects.filter(condition("pk")) | Speaker.objects.filter(pk=unheard.pk)
    assert set(joined) == {heard, unheard}


def test_a_key_with_parameters_is_refused(heard):
    asked = condition("pk")
    asked.key = Abs(F("pk") + 1)
    with pytest.raises(TypeError, match="is a column"):
        list(Speaker.objects.filter(asked))
