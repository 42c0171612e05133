"""No page lets a passage turn the text around it; the data keep every character."""

import pytest
from django.test import Client

from quotes.models import Quote, State
from tests import factories

pytestmark = pytest.mark.django_db

RLO, RLI, PDF, PDI = "\u202e", "\u2067", "\u202c", "\u2069"
HOSTILE = f"Wir {RLO}haben{RLI} gewartet"
HARMLESS = "Wir haben gewartet"


@pytest.fixture
def hostile() -> Quote:
    article = factories.published_article(
        text=f"„{HOSTILE}“, sagte er.", headline=f"{PDF}Schlag{RLO}zeile", byline=f"{PDI}Red."
    )
    speaker = factories.SpeakerFactory(name=f"Gen {RLO}Nakatani")
    return factories.published_quote(
        HOSTILE, article=article, speaker=speaker, event=factories.EventFactory(place=f"{RLI}Seoul")
    )


def test_every_page_that_shows_it_is_free_of_it(client: Client, hostile: Quote):
    article = hostile.occurrences.get().snapshot.article
    speaker = hostile.attributions.get().speaker
    addresses = ["/", "/quotes/", "/speakers/", "/articles/", "/events/"]
    addresses += [row.get_absolute_url() for row in (hostile, article, speaker, hostile.event)]
    addresses += [f"{hostile.get_absolute_url()}embed/", f"/quotes/?speaker={RLO}x"]
    for address in addresses:
        text = client.get(address).text
        shown = text.partition("</head>")[2].partition("<script")[0]
        assert not {RLO, RLI, PDF, PDI} & {*shown}, address
    assert HARMLESS in client.get(hostile.get_absolute_url()).text


def test_what_is_whole_stays(client: Client):
    words = f"رقم {RLI}+82 2{PDI} هنا"
    quote = factories.published_quote(words, language="ar")
    assert words in client.get(quote.get_absolute_url()).text


def test_the_api_and_the_admin_keep_every_character(client: Client, hostile: Quote, ada):
    assert client.get(f"/api/v1/quotes/{hostile.pk}/").json()["wording"] == HOSTILE
    client.force_login(ada)
    change = client.get(
        f"/admin/quotes/article/{hostile.occurrences.get().snapshot.article_id}/change/"
    )
    assert f"Schlag{RLO}zeile" in change.text


def test_a_reason_for_a_withdrawal_is_shown_harmless(client: Client, hostile: Quote):
    factories.brought_to(hostile, State.WITHDRAWN)
    hostile.withdrawal_reason = f"Das {RLO}stand nie da."
    hostile.save()
    assert "Das stand nie da." in client.get(f"/quotes/{hostile.pk}/").text
