"""What the site says of itself: its method with every label, its imprint, privacy and terms."""

import re

import pytest
from django.test import Client

from quotes.models import (
    DateBasis,
    HopAgent,
    HopKind,
    LinkKind,
    RelationKind,
    SpeechType,
    State,
    WordingOrigin,
)
from quotes.pages.labels import SCALES

# Not every test here asks for rows, but every page may ask for the session.
pytestmark = pytest.mark.django_db

KNOWN = {
    "speech": SpeechType,
    "wording": WordingOrigin,
    "date": DateBasis,
    "hop": HopKind,
    "agent": HopAgent,
    "link": LinkKind,
    "relation": RelationKind,
    "state": State,
}


class TestMethod:
    @pytest.mark.parametrize("scale", KNOWN)
    def test_every_value_that_is_stored_has_a_label(self, scale: str):
        assert [*SCALES[scale]] == [*KNOWN[scale].values]

    @pytest.mark.parametrize("language", ["de", "en"])
    def test_every_label_is_explained_at_an_anchor_of_its_own(self, client: Client, language: str):
        text = client.get("/method/", {"lang": language}).text
        for scale in SCALES.values():
            for label in scale.values():
                assert text.count(f'id="{label.anchor}"') == 1
        assert len(re.findall(r"<dd>[^<]", text)) == sum(map(len, SCALES.values()))

    @pytest.mark.parametrize("page", ["method", "privacy"])
    def test_both_languages_have_the_same_parts(self, client: Client, page: str):
        german, english = (
            client.get(f"/{page}/", {"lang": language}).text for language in ("de", "en")
        )
        anchors = [re.findall(r' id="([^"]+)"', text) for text in (german, english)]
        assert anchors[0] == anchors[1]
        assert '<html lang="de">' in german
        assert german != english


@pytest.mark.parametrize(
    ("address", "setting", "words"),
    [
        ("/imprint/", "WORTLAUT_IMPRINT", "Verein <Wortlaut>\nBerlin\n\nVorstand: N. N."),
        ("/contact/", "WORTLAUT_CONTACT_EMAIL", "redaktion@wortlaut.example"),
    ],
)
def test_what_the_operator_has_not_said_is_not_there(client, settings, address, setting, words):
    setattr(settings, setting, "")
    unsaid = client.get(address, {"lang": "en"})
    assert unsaid.status_code == 404
    assert "Whoever runs this site has not" in unsaid.text
    assert f"the setting {setting} puts it here" in unsaid.text
    assert "mistyped" not in unsaid.text
    assert f'href="{address}"' not in client.get("/").text
    setattr(settings, setting, words)
    response = client.get(address)
    assert response.status_code == 200
    assert words.splitlines()[0].replace("<", "&lt;").replace(">", "&gt;") in response.text
    assert f'href="{address}"' in client.get("/").text


def test_the_paragraphs_of_an_imprint_are_kept(client: Client, settings):
    settings.WORTLAUT_IMPRINT = "Verein Wortlaut\nBerlin\n\nVorstand: N. N."
    assert "<p>Verein Wortlaut<br>Berlin</p>" in client.get("/imprint/").text


def test_a_site_without_a_licence_says_so(client: Client, settings):
    settings.WORTLAUT_LICENCE = settings.WORTLAUT_LICENCE_URL = ""
    assert "This site has named no licence." in client.get("/licence/", {"lang": "en"}).text
    settings.WORTLAUT_LICENCE = "CC BY 4.0"
    settings.WORTLAUT_LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
    settings.WORTLAUT_ATTRIBUTION = "Wortlaut, Berlin"
    text = client.get("/licence/", {"lang": "en"}).text
    assert f'<a href="{settings.WORTLAUT_LICENCE_URL}" rel="license">CC BY 4.0</a>' in text
    assert "Wortlaut, Berlin" in text


def test_the_privacy_page_names_the_cookies_that_are_set_and_the_operators_words(
    client: Client, settings
):
    settings.WORTLAUT_PRIVACY = ""
    text = client.get("/privacy/", {"lang": "en"}).text
    for cookie in (
        settings.LANGUAGE_COOKIE_NAME,
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
    ):
        assert f"<code>{cookie}</code>" in text
    assert "has not added yet" in text
    settings.WORTLAUT_PRIVACY = "Our proxy keeps addresses for a week."
    text = client.get("/privacy/", {"lang": "en"}).text
    assert "Our proxy keeps addresses for a week." in text
    assert "has not added yet" not in text


def test_readers_get_no_cookie_but_the_language_that_they_choose(client: Client):
    for address in ("/", "/quotes/", "/method/", "/privacy/", "/licence/", "/nowhere/"):
        assert client.get(address).cookies == {}
    assert [*client.get("/method/?lang=de").cookies] == ["django_language"]
