"""Items are found by any form of a name, and narrowed by what editors think in."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def ahn():
    speaker = factories.SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
    for text, language in (("안규백", "ko"), ("安圭伯", "ja"), ("Ahn Gyu Back", "ko-Latn")):
        factories.SpeakerNameFactory(speaker=speaker, text=text, language=language)
    factories.SpeakerFactory()
    return speaker


def found(client, kind, **asked):
    page = client.get(reverse(f"admin:quotes_{kind}_changelist"), asked)
    return list(page.context["cl"].result_list)


@pytest.mark.parametrize("typed", ["AHN gyu back", "gyu-back", "안규백", "安圭伯", "圭伯", "ahn"])
def test_a_speaker_is_found_by_any_form_of_the_name(typed, ahn, edith, client_of):
    assert found(client_of(edith), "speaker", q=typed) == [ahn]


@pytest.mark.parametrize("typed", ["안규백", "lange gedauert", "Ahn Gyu Back"])
def test_a_quote_is_found_by_its_speaker_and_its_words(typed, ahn, edith, client_of):
    quote = factories.draft_quote(
        "lange gedauert hat", article=factories.draft_article(), speaker=ahn
    )
    factories.draft_quote()
    assert found(client_of(edith), "quote", q=typed) == [quote]
    assert found(client_of(edith), "quote", q=str(quote.pk)) == [quote]


def test_choices_find_a_speaker_by_any_form_too(ahn, edith, client_of):
    answer = client_of(edith).get(
        reverse("admin:autocomplete"),
        {
            "app_label": "quotes",
            "model_name": "attribution",
            "field_name": "speaker",
            "term": "규백",
        },
    )
    assert [choice["text"] for choice in answer.json()["results"]] == ["Ahn Gyu-back"]


def test_a_role_is_chosen_by_whose_it_is(edith, client_of):
    tenure = factories.TenureFactory(since="2024-10")
    answer = client_of(edith).get(
        reverse("admin:autocomplete"),
        {
            "app_label": "quotes",
            "model_name": "attribution",
            "field_name": "tenure",
            "term": "nakat",
        },
    )
    [choice] = answer.json()["results"]
    assert choice == {
        "id": str(tenure.pk),
        "text": "Gen Nakatani: Minister of Defense (October 2024)",
    }


def test_quotes_are_narrowed_by_state_language_type_and_outlet(edith, client_of):
    english = factories.draft_article(text=f'"{factories.NAKATANI_EN}"', language="en")
    quote = factories.draft_quote(
        factories.NAKATANI_EN, article=english, language="en", speech_type="fragment"
    )
    published = factories.published_quote()
    client = client_of(edith)
    assert found(client, "quote", state__exact="published") == [published]
    assert found(client, "quote", language="en") == [quote]
    assert found(client, "quote", occurrences__speech_type__exact="fragment") == [quote]
    assert found(client, "quote", outlet=english.outlet.pk) == [quote]
    assert found(client, "quote", unseen="1") == []


def test_a_quote_with_several_occurrences_stands_once_in_the_list(edith, client_of):
    quote = factories.draft_quote()
    factories.anchored_occurrence(quote, factories.draft_article())
    asked = {"q": "geduldig", "language": "de", "occurrences__speech_type__exact": "direct"}
    assert found(client_of(edith), "quote", **asked) == [quote]


@pytest.mark.parametrize(
    "asked",
    [{"outlet": "x"}, {"outlet": "9" * 40}, {"language": "\x00"}, {"q": "\x00"}, {"q": "9" * 40}],
)
def test_a_filter_that_makes_no_sense_is_no_error(asked, edith, client_of):
    address = reverse("admin:quotes_quote_changelist")
    assert client_of(edith).get(address, asked, follow=True).status_code == 200
