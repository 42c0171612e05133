"""The interface language: ``?lang=``, then the cookie, then Accept-Language."""

import pytest
from django.conf import settings

PAGE = "/admin/login/"
pytestmark = pytest.mark.django_db


def language(client, path: str = PAGE, accept: str = "") -> str:
    return client.get(path, headers={"Accept-Language": accept}).headers["Content-Language"]


def test_without_a_wish_the_site_is_in_english(client):
    assert language(client) == "en"


def test_the_browser_is_heard(client):
    assert language(client, accept="fr, de-AT;q=0.8, en;q=0.5") == "de"


def test_a_choice_goes_before_the_browser_and_is_remembered(client):
    assert language(client, f"{PAGE}?lang=de", accept="en") == "de"
    assert language(client, accept="en") == "de"
    assert language(client, f"{PAGE}?lang=en", accept="de") == "en"


@pytest.mark.parametrize("wish", ["fr", "de-DE", "", "<script>"])
def test_a_language_that_the_site_does_not_speak_is_ignored(client, wish):
    assert language(client, f"{PAGE}?lang={wish}", accept="de") == "de"
    assert settings.LANGUAGE_COOKIE_NAME not in client.cookies


def test_caches_keep_the_languages_apart(client):
    vary = client.get(PAGE).headers["Vary"]

    assert "Accept-Language" in vary
    assert "Cookie" in vary


def test_an_answer_for_programs_sets_no_cookie(client):
    answer = client.get("/api/v1/quotes/?lang=de")

    assert settings.LANGUAGE_COOKIE_NAME not in answer.cookies
