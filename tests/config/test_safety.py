"""What every answer carries, and what happens to whoever guesses passwords."""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from config.client_address import client_address


def test_the_policy_lets_pages_load_from_this_site_only_and_nothing_inline(client, db):
    policy = client.get("/admin/login/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    for source in policy.replace(";", " ").split():
        assert source in ("'self'", "'none'") or source.endswith(("-src", "-action", "-uri", "ors"))


def test_cookies_of_a_session_are_out_of_reach_of_scripts_and_other_sites(client, ada, password):
    client.post("/admin/login/?next=/admin/", {"username": "ada", "password": password})

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def sign_in(password: str, address: str = "127.0.0.1", name: str = "edith") -> int:
    answer = Client(REMOTE_ADDR=address).post(
        "/admin/login/?next=/admin/", {"username": name, "password": password}
    )
    return answer.status_code


@override_settings(AXES_ENABLED=True)
def test_whoever_guesses_has_to_wait_and_nobody_else(edith, rosa, password):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        sign_in("wrong")

    assert sign_in(password) == 429
    assert sign_in(password, address="127.0.0.2") == 302
    assert sign_in(password, name="rosa") == 302


@override_settings(AXES_ENABLED=True)
def test_who_has_to_wait_is_told_for_how_long_and_what_to_do(edith, client):
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        answer = client.post("/admin/login/", {"username": "edith", "password": "wrong"})

    page = answer.content.decode()
    assert "a quarter of an hour" in page
    assert reverse("admin_password_reset") in page


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 192.0.2.1", "198.51.100.7"),
        (2, "198.51.100.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_what_trusted_proxies_wrote_says_where_a_request_is_from(proxies, forwarded, expected):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded})

    with override_settings(TRUSTED_PROXIES=proxies):
        assert client_address(request) == expected


def test_a_forgotten_password_is_set_anew_by_e_mail(client, edith):
    client.post(reverse("admin_password_reset"), {"email": edith.email})
    [message] = mail.outbox
    link = next(line for line in message.body.splitlines() if "/admin/reset/" in line)
    form = client.get(link[link.index("/admin/") :], follow=True)
    address = form.redirect_chain[-1][0]

    client.post(address, {"new_password1": "ein neues Wort", "new_password2": "ein neues Wort"})

    edith.refresh_from_db()
    assert edith.check_password("ein neues Wort")
