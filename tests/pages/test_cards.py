"""The card of a quote: its words lead to its page, and paraphrased ones are introduced."""

import pytest
from django.test import Client

from quotes.models import SpeechType
from tests import factories

pytestmark = pytest.mark.django_db

VISITS = "streben die beiden Länder jährliche Besuche an"


def card(client: Client) -> str:
    return client.get("/quotes/", {"lang": "de"}).text.split('<article class="card')[1]


@pytest.mark.parametrize(
    "speech_type", [SpeechType.INDIRECT, SpeechType.FRAGMENT, SpeechType.MIXED]
)
def test_what_is_no_sentence_of_the_speakers_is_led_to_as_the_source_prints_it(
    client: Client, speech_type: str
):
    quote = factories.published_quote(VISITS, speech_type=speech_type)
    quote.occurrences.update(reporting_phrase="Laut <Ministerium>")
    text = card(client)
    assert '<p class="introduction" lang="de" dir="ltr">Laut &lt;Ministerium&gt; …</p>' in text
    assert text.index("Laut") < text.index(VISITS)


def test_a_phrase_that_has_its_own_gap_gets_no_second_one(client: Client):
    quote = factories.published_quote(VISITS, speech_type=SpeechType.INDIRECT)
    quote.occurrences.update(reporting_phrase="Minister Ahn … erklärte")
    assert ">Minister Ahn … erklärte</p>" in card(client)


def test_a_whole_sentence_needs_no_introduction(client: Client):
    factories.published_quote().occurrences.update(reporting_phrase="sagte Nakatani")
    assert "sagte Nakatani" not in card(client)


def test_words_and_number_of_sources_lead_to_the_quote(client: Client):
    address = factories.published_quote().get_absolute_url()
    text = card(client)
    assert f'<a href="{address}"><span class="words-mark">„</span>' in text
    assert f'href="{address}#sources">1\xa0Quelle</a>' in text
    assert 'id="sources"' in client.get(address).text
