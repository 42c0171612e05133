"""A site's robots.txt is asked for first, through the same guard, and kept to."""

import pytest

from quotes.ingest.fetching import Reason, Refused
from quotes.ingest.fetching.robots import RobotsCache
from quotes.ingest.fetching.robots_rules import Rules, read_rules
from tests.ingest.internet import ADDRESS, answer, redirect


def robots(internet, text, status="200 OK", host="example.org"):
    internet.pages[f"{host}/robots.txt"] = answer(text, "text/plain", status)


def refusal(internet, url="http://example.org/artikel", **options):
    with pytest.raises(Refused) as refused:
        internet.fetch(url, **options)
    return refused.value


def test_a_page_that_is_shut_to_robots_is_not_asked_for(internet):
    robots(internet, "User-agent: *\nDisallow: /art")
    refused = refusal(internet)
    assert (refused.reason, refused.values) == (Reason.ROBOTS, {"host": "example.org"})
    assert internet.asked == ["example.org/robots.txt"]


def test_a_page_that_is_open_is_fetched_after_asking(internet):
    robots(internet, "User-agent: *\nDisallow: /intern/")
    internet.fetch()
    assert internet.asked == ["example.org/robots.txt", "example.org/artikel"]


@pytest.mark.parametrize("status", ["404 Not Found", "401 No", "403 No", "410 Gone", "429 Wait"])
def test_a_site_without_rules_is_open(status, internet):
    robots(internet, "User-agent: *\nDisallow: /", status)
    assert internet.fetch().status == 200


@pytest.mark.parametrize("status", ["500 Oh", "503 Later", "599 Oh"])
def test_a_site_whose_rules_cannot_be_had_is_shut(status, internet):
    robots(internet, "", status)
    assert refusal(internet).reason is Reason.ROBOTS_UNREACHABLE
    assert internet.asked == ["example.org/robots.txt"]
    robots(internet, "")
    assert internet.fetch().status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"nothing that is HTTP\r\n\r\n",
        redirect("http://127.0.0.1/robots.txt"),
        redirect("file:///etc/passwd"),
        redirect("http://example.org:6379/"),
        answer("x", "text/plain", Content_Encoding="br"),
    ],
)
def test_rules_that_break_off_or_lie_in_a_forbidden_place_shut_the_site(sent, internet):
    internet.pages["example.org/robots.txt"] = sent
    assert refusal(internet).reason is Reason.ROBOTS_UNREACHABLE
    assert {address for address, _ in internet.dialled} == {ADDRESS}


def test_a_site_that_is_not_there_is_not_blamed_on_its_rules(internet):
    internet.unreachable = {ADDRESS}
    assert refusal(internet).reason is Reason.CONNECTION


def test_rules_are_followed_over_redirects_but_not_in_circles(internet):
    internet.pages["example.org/robots.txt"] = redirect("http://www.example.org/regeln")
    internet.names["www.example.org"] = [ADDRESS]
    internet.pages["www.example.org/regeln"] = answer("User-agent: *\nDisallow: /artikel")
    assert refusal(internet).reason is Reason.ROBOTS
    internet.names["example.net"] = [ADDRESS]
    internet.pages["example.net/robots.txt"] = redirect("/robots.txt")
    internet.pages["example.net/artikel"] = answer()
    assert internet.fetch("http://example.net/artikel").status == 200


def test_the_rules_of_every_site_on_the_way_are_kept_to(internet):
    internet.names["example.net"] = [ADDRESS]
    robots(internet, "User-agent: wortlaut\nDisallow: /", host="example.net")
    internet.pages["example.org/weg"] = redirect("http://example.net/artikel")
    refused = refusal(internet, "http://example.org/weg")
    assert (refused.reason, refused.values) == (Reason.ROBOTS, {"host": "example.net"})


def test_rules_are_kept_for_an_hour(internet):
    now = [1000.0]
    internet.robots = RobotsCache(clock=lambda: now[0])
    robots(internet, "User-agent: *\nAllow: /")
    internet.fetch()
    robots(internet, "User-agent: *\nDisallow: /")
    now[0] += 3500
    internet.fetch()
    assert internet.asked.count("example.org/robots.txt") == 1
    now[0] += 200
    assert refusal(internet).reason is Reason.ROBOTS


def test_the_rules_of_the_site_asked_longest_ago_are_forgotten_first():
    cache = RobotsCache()
    loaded = []
    for n in [*range(600), 599, 0]:
        cache.rules(f"http://{n}.example", lambda n=n: loaded.append(n) or Rules())
    assert loaded == [*range(600), 0]


def test_of_very_long_rules_the_beginning_counts(internet):
    filling = "# " + "x" * 98 + "\n"
    robots(internet, "User-agent: *\nDisallow: /artikel\n" + filling * 9000)
    assert refusal(internet).reason is Reason.ROBOTS
    internet.names["example.net"] = [ADDRESS]
    internet.pages["example.net/artikel"] = answer()
    robots(internet, filling * 9000 + "User-agent: *\nDisallow: /artikel\n", host="example.net")
    assert internet.fetch("http://example.net/artikel").status == 200


@pytest.mark.parametrize(
    ("rules", "target", "is_allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("\ufeffUSER-AGENT : *\r\n  disallow:/a # ja\r\n", "/ab", False),
        ("Disallow: /", "/a", True),
        ("<html>User-agent: none", "/a", True),
        # The longest rule counts, not the first; the milder of two alike.
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", True),
        ("User-agent: *\nAllow: /news/\nDisallow: /", "/news/1", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nAllow: /news/\nDisallow: /news/intern", "/news/intern/1", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        # Groups
        ("User-agent: Wortlaut\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: wortlaut/1.0\nDisallow: /", "/a", False),
        ("User-agent: other\nUser-agent: WORTLAUT\nDisallow: /a", "/a", False),
        ("User-agent: wort\nDisallow: /", "/a", True),
        ("User-agent: wortlaut\nDisallow: /a\nUser-agent: x\nDisallow: /b", "/b", True),
        (
            "User-agent: wortlaut\nAllow: /x\nUser-agent: x\nUser-agent: wortlaut\nDisallow: /a",
            "/a",
            False,
        ),
        ("User-agent: x\nDisallow: /\nSitemap: /s\nUser-agent: *\nDisallow: /b", "/a", True),
        # Lines that mean nothing, and empty ones, do not end the names of a group.
        ("User-agent: wortlaut\nCrawl-delay: 9\n\nUser-agent: *\nDisallow: /", "/a", False),
        # Signs
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: *x*y", "/axby", False),
        ("User-agent: *\nDisallow: *x*y", "/aybx", True),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
        ("User-agent: *\nDisallow: /größe", "/gr%C3%B6%C3%9Fe", False),
        ("User-agent: *\nDisallow: /%7euser%2f", "/~user%2F", False),
    ],
)
def test_rules_are_read_as_rfc_9309_says(rules, target, is_allowed):
    assert read_rules(rules, "Wortlaut").allow(target) is is_allowed


def test_patterns_made_to_take_for_ever_do_not():
    rules = read_rules("User-agent: *\nDisallow: /" + "*a" * 900 + "b$", "Wortlaut")
    assert rules.allow("/" + "a" * 1900)


def test_as_many_names_before_as_many_rules_take_no_memory():
    names = "User-agent: *\n" * 20_000
    others = "".join(f"User-agent: other{number}\n" for number in range(20_000))
    rules = read_rules(names + others + "Disallow: /x\n" * 30_000, "Wortlaut")
    assert len(rules.rules) == 30_000
    assert not rules.allow("/x/1")
    assert rules.allow("/a")
