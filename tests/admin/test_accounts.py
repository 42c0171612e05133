"""Getting in, getting in again, the language; and pages without anything inline."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_forgotten_password_is_set_anew_by_mail(edith, client):
    login = client.get(reverse("admin:login")).content.decode()
    assert reverse("admin_password_reset") in login
    client.post(reverse("admin_password_reset"), {"email": edith.email})
    [letter] = mail.outbox
    link = re.search(r"http://testserver(\S+)", letter.body).group(1)
    form = client.get(link, follow=True)
    new = {"new_password1": "ganz genau so", "new_password2": "ganz genau so"}
    done = client.post(form.request["PATH_INFO"], new, follow=True)
    assert done.status_code == 200
    assert client.login(username="edith", password="ganz genau so")


def test_an_unknown_address_is_answered_like_a_known_one(client):
    answer = client.post(reverse("admin_password_reset"), {"email": "niemand@example.org"})
    assert answer.url == reverse("password_reset_done")
    assert not mail.outbox


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_language_is_chosen_on_the_page_and_remembered(language, edith, client_of):
    client = client_of(edith)
    page = client.get(f"/admin/?lang={language}").content.decode()
    assert f'<html lang="{language}"' in page
    assert f'<html lang="{language}"' in client.get("/admin/").content.decode()
    for other in ("de", "en"):
        assert ("?lang=" + other in page) is (other != language)


def test_no_page_holds_a_script_or_a_style_of_its_own(edith, client_of):
    client = client_of(edith)
    quote = factories.draft_quote()
    for address in (
        "/admin/",
        reverse("admin:quotes_quote_changelist"),
        reverse("admin:quotes_quote_add"),
        reverse("admin:quotes_quote_change", args=[quote.pk]),
        reverse("admin:quotes_quote_history", args=[quote.pk]),
        reverse("admin:quotes_quote_delete", args=[quote.pk]),
    ):
        answer = client.get(address)
        page = answer.content.decode()
        assert "'unsafe" not in answer.headers["Content-Security-Policy"]
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page), address
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|javascript:", page), address


def test_an_administrator_makes_an_account_and_gives_it_a_role(ada, client_of, django_user_model):
    client = client_of(ada)
    client.post(
        reverse("admin:auth_user_add"),
        {
            "username": "doro",
            "usable_password": "true",
            "password1": "ganz genau so",
            "password2": "ganz genau so",
        },
    )
    assert django_user_model.objects.filter(username="doro").exists()


def test_an_editor_has_no_say_over_accounts(edith, client_of):
    assert client_of(edith).get(reverse("admin:auth_user_changelist")).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("throttled", [True, False])
def test_a_user_name_longer_than_any_is_refused_and_breaks_nothing(client, settings, throttled):
    settings.AXES_ENABLED = throttled
    answer = client.post("/admin/login/", {"username": "e" * 3000, "password": "x"})
    assert answer.status_code == 200
    assert "at most 150 characters" in answer.content.decode()
