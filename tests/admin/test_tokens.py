"""Tokens are made for oneself, shown once, and useless from the moment they are revoked."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from quotes.editorial.refusals import Refused
from quotes.editorial.tokens import MOST_TOKENS, make_token, revoke, scopes_for
from quotes.models import ApiToken, Scope
from tests.factories import token_of

pytestmark = pytest.mark.django_db

ADD = "/admin/quotes/apitoken/add/"
FORM = {"name": "Redaktionssystem", "scopes": ["drafts:write"], "days": "30"}


def secret_of(response) -> str:
    return response.context["secret"]


def test_a_token_is_shown_once_in_the_answer_to_its_form(edith, client_of):
    client = client_of(edith)
    response = client.post(ADD, FORM)
    secret = secret_of(response)
    assert response.status_code == 200
    assert f'value="{secret}"' in response.content.decode()
    assert "no-store" in response.headers["Cache-Control"]
    token = ApiToken.objects.get()
    assert (token.user, token.name, token.scopes) == (edith, "Redaktionssystem", ["drafts:write"])
    assert timedelta(days=29) < token.expiry - timezone.now() <= timedelta(days=30)
    listed = "/admin/quotes/apitoken/"
    for page in ("/admin/", listed, f"{listed}{token.pk}/change/"):
        assert secret not in client.get(page).content.decode()


def test_the_token_itself_is_kept_nowhere(edith, client_of, caplog):
    client = client_of(edith)
    response = client.post(ADD, FORM)
    secret = secret_of(response)
    assert not list(get_messages(response.wsgi_request))
    assert not LogEntry.objects.exists()
    assert secret not in caplog.text
    assert all(secret not in str(session.get_decoded()) for session in Session.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(t)::text FROM quotes_apitoken t")
        assert secret not in cursor.fetchone()[0]


def test_nobody_gives_a_token_more_than_he_may_do(carl, edith, client_of):
    assert scopes_for(carl) == [Scope.READ_DRAFTS, Scope.WRITE_DRAFTS]
    assert scopes_for(edith) == list(Scope)
    response = client_of(carl).post(ADD, {**FORM, "scopes": ["published:write"]})
    assert response.status_code == 200
    assert "secret" not in response.context
    with pytest.raises(Refused):
        make_token(carl, "x", ["published:write"], timedelta(days=1))
    assert not ApiToken.objects.exists()


def test_a_token_has_a_name_an_end_and_not_too_many_others(edith):
    for name, days in (("", 1), (" ", 1), ("a\x00b", 1), ("x", 0), ("x", -1), ("x", 366)):
        with pytest.raises(Refused):
            make_token(edith, name, [], timedelta(days=days))
    for _ in range(MOST_TOKENS):
        make_token(edith, "x", [], timedelta(days=1))
    with pytest.raises(Refused):
        make_token(edith, "x", [], timedelta(days=1))


def test_hostile_forms_are_refused_calmly(edith, client_of):
    client = client_of(edith)
    for wrong in (
        {"name": "a\x00b"},
        {"name": "x" * 101},
        {"days": "36500"},
        {"days": "x"},
        {"scopes": ["everything"]},
        {"scopes": ["drafts:read\x00"]},
    ):
        response = client.post(ADD, {**FORM, **wrong})
        assert response.status_code == 200
        assert response.context["form"].errors
    assert not ApiToken.objects.exists()


def test_everybody_sees_her_own_and_an_administrator_all(edith, rosa, ada, client_of):
    mine, _secret = token_of(edith, name="Ediths Werkzeug")
    listed = "/admin/quotes/apitoken/"
    page = f"{listed}{mine.pk}/change/"
    assert "Ediths Werkzeug" in client_of(edith).get(listed).content.decode()
    assert "Ediths Werkzeug" in client_of(ada).get(listed).content.decode()
    assert "Ediths Werkzeug" not in client_of(rosa).get(listed).content.decode()
    assert client_of(rosa).get(page).status_code == 302
    assert client_of(edith).get(page).status_code == 200


def revoking(token):
    return reverse("admin:quotes_apitoken_revoke", args=[token.pk])


def test_she_revokes_her_own_and_an_administrator_any(edith, rosa, ada, client_of):
    first, _secret = token_of(edith)
    second, _secret = token_of(edith)
    assert client_of(rosa).post(revoking(first)).status_code == 403
    with pytest.raises(Refused):
        revoke(first, rosa)
    assert client_of(edith).get(revoking(first)).status_code == 403
    client_of(edith).post(revoking(first))
    client_of(ada).post(revoking(second))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.revoked_by_name, second.revoked_by_name) == ("edith", "ada")
    when = first.revoked_at
    client_of(ada).post(revoking(first))
    first.refresh_from_db()
    assert (first.revoked_at, first.revoked_by_name) == (when, "edith")


def test_chosen_tokens_are_revoked_from_the_list(edith, rosa, client_of):
    mine, _secret = token_of(edith)
    hers, _secret = token_of(rosa)
    chosen = {"action": "revoke_selected", "_selected_action": [mine.pk, hers.pk]}
    client_of(edith).post("/admin/quotes/apitoken/", chosen)
    mine.refresh_from_db()
    hers.refresh_from_db()
    assert mine.revoked_at is not None
    assert hers.revoked_at is None


def test_tokens_are_neither_changed_nor_deleted_by_hand(ada, client_of):
    token, _secret = token_of(ada)
    client = client_of(ada)
    page = f"/admin/quotes/apitoken/{token.pk}/"
    assert client.post(f"{page}change/", {"name": "x", "scopes": []}).status_code == 403
    assert client.post(f"{page}delete/", {"post": "yes"}).status_code == 302
    token.refresh_from_db()
    assert token.name == "Redaktionssystem"


def test_an_account_goes_with_its_tokens(edith, ada, client_of):
    token_of(edith)
    client_of(ada).post(f"/admin/auth/user/{edith.pk}/delete/", {"post": "yes"})
    assert not ApiToken.objects.exists()


def test_the_form_is_for_editors_only(client, django_user_model, client_of):
    assert client.get(ADD).status_code == 302
    stranger = django_user_model.objects.create_user("x", is_staff=True)
    assert client_of(stranger).post(ADD, FORM).status_code == 403
