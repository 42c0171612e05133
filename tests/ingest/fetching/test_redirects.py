"""Redirects are followed by hand, each checked like an address of its own, and not for ever."""

import pytest

from quotes.ingest.fetching import Reason, Refused
from tests.ingest.internet import ADDRESS, answer, redirect


def refusal(internet, url, **options):
    with pytest.raises(Refused) as refused:
        internet.fetch(url, **options)
    return refused.value


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_page_behind_redirects_is_fetched_and_the_way_is_told(status, internet):
    internet.names["www.example.org"] = ["93.184.215.15"]
    internet.pages["example.org/a"] = redirect("/b?x=1#c", f"{status} Elsewhere")
    internet.pages["example.org/b?x=1"] = redirect("//www.example.org/artikel")
    internet.pages["www.example.org/artikel"] = answer()
    fetched = internet.fetch("HTTP://Example.org:80/a#oben")
    assert fetched.url == "http://example.org/a"
    assert fetched.redirects == ("http://example.org/a", "http://example.org/b?x=1")
    assert fetched.final_url == "http://www.example.org/artikel"
    assert set(internet.dialled) == {(ADDRESS, 80), ("93.184.215.15", 80)}


def test_five_redirects_are_followed_and_a_sixth_is_not(internet):
    for n in range(6):
        internet.pages[f"example.org/{n}"] = redirect(f"/{n + 1}")
    internet.pages["example.org/6"] = answer()
    assert len(internet.fetch("http://example.org/1").redirects) == 5
    refused = refusal(internet, "http://example.org/0")
    assert (refused.reason, refused.values) == (Reason.TOO_MANY_REDIRECTS, {"most": 5})
    assert "example.org/6" not in internet.asked[-1:]


def test_a_circle_is_seen(internet):
    internet.pages["example.org/a"] = redirect("/b")
    internet.pages["example.org/b"] = redirect("http://EXAMPLE.org/a#again")
    refused = refusal(internet, "http://example.org/a")
    assert refused.reason is Reason.REDIRECT_LOOP
    assert refused.values == {"address": "http://example.org/a"}
    internet.pages["example.org/selbst"] = redirect("")
    assert refusal(internet, "http://example.org/selbst").reason is Reason.REDIRECT_LOOP


def test_a_redirect_that_leads_nowhere_is_a_status(internet):
    internet.pages["example.org/a"] = answer(status="302 Found")
    refused = refusal(internet, "http://example.org/a")
    assert (refused.reason, refused.values) == (Reason.STATUS, {"status": 302})
    internet.pages["example.org/a"] = redirect("/artikel", "300 Multiple Choices")
    assert refusal(internet, "http://example.org/a").values == {"status": 300}


def test_a_refresh_in_the_page_is_not_followed(internet):
    refreshing = '<meta http-equiv=refresh content="0;url=http://127.0.0.1/">Einen Moment …'
    internet.pages["example.org/a"] = answer(refreshing, Refresh="0;url=http://127.0.0.1/")
    fetched = internet.fetch("http://example.org/a")
    assert fetched.final_url == "http://example.org/a"
    assert "Einen Moment" in fetched.text


def test_an_address_in_another_script_is_followed(internet):
    internet.names["xn--mnchen-3ya.example"] = [ADDRESS]
    internet.pages["example.org/a"] = redirect("http://münchen.example/straße").replace(
        "münchen.example/straße".encode("latin-1"), "münchen.example/straße".encode()
    )
    internet.pages["xn--mnchen-3ya.example/stra%C3%9Fe"] = answer()
    fetched = internet.fetch("http://example.org/a")
    assert fetched.final_url == "http://xn--mnchen-3ya.example/stra%C3%9Fe"


def test_no_cookie_is_carried_along_and_we_say_who_we_are(internet):
    internet.pages["example.org/a"] = answer("", status="302 Found", Location="/artikel").replace(
        b"Location", b"Set-Cookie: id=1\r\nLocation"
    )
    internet.fetch("http://example.org/a")
    assert internet.headers[-1]["User-Agent"] == "Wortlaut"
    assert not {"Cookie", "Referer", "Authorization"} & set(internet.headers[-1])
