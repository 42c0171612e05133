"""One address for one page, whichever way it was come by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.web_addresses import (
    LONGEST,
    MalformedAddress,
    canonical,
    host_of,
    is_same_site,
    joined,
    normal,
    parse,
)

PAGE = "https://www.example.org/2025/09/gespraech"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("HTTPS://WWW.Example.ORG/2025/09/gespraech", PAGE),
        ("  https://www.example.org:443/2025/09/gespraech \n", PAGE),
        ("https://www.example.org./2025/09/gespraech#kommentare", PAGE),
        ("https://www.example.org/x/../2025/./09/gespraech", PAGE),
        ("https://www.example.org/2025%2F09/gespr%c3%a4ch", PAGE[:28] + "%2F09/gespr%C3%A4ch"),
        ("https://www.example.org/2025/09/gespräch", PAGE[:-9] + "gespr%C3%A4ch"),
        ("https://www.example.org/%32025/09/%67espraech", PAGE),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:80?b=2&a=1", "http://example.org/?b=2&a=1"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://example.org/a b?c d", "http://example.org/a%20b?c%20d"),
        ("http://example.org/?a[]=1&&b", "http://example.org/?a%5B%5D=1&b"),
        ("http://example.org/a//", "http://example.org/a//"),
        ("http://example.org/a//.", "http://example.org/a//"),
        ("http://example.org/a//..", "http://example.org/a/"),
        ("http://example.org/../../a/..", "http://example.org/"),
        ("https://München.example/", "https://xn--mnchen-3ya.example/"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("https://xn--MNCHEN-3YA.example/", "https://xn--mnchen-3ya.example/"),
        ("https://日本語。example/", "https://xn--wgv71a119e.example/"),
        ("https://with_underscore.example.org/", "https://with_underscore.example.org/"),
        ("http://[2001:DB8:0::1]:80/", "http://[2001:db8::1]/"),
        ("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ],
)
def test_one_page_has_one_way_to_be_written(written, expected):
    assert canonical(written) == expected
    assert normal(written) == expected


@pytest.mark.parametrize(
    "written",
    ["127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "１２７.０.０.１", "127.0.0.1."],
)
def test_numbers_that_browsers_read_as_an_address_are_shown_as_it(written):
    assert canonical(f"http://{written}/") == "http://127.0.0.1/"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("utm_source=newsletter&utm_medium=email", ""),
        ("id=7&fbclid=IwAR0&page=2", "?id=7&page=2"),
        ("gclid=x&mc_cid=1&mc_eid=2&igshid=3&ref_src=twsrc", ""),
        ("xtor=CS5&at_medium=custom7&at_campaign=64&cmpid=1&ns_mchannel=rss", ""),
        ("wt_mc=a&WT.mc_id=b&sara_ref=re-so&smid=tw-share&CMP=share_btn", ""),
        ("UTM_Source=x&ut%6d_term=y&fbclid", ""),
        ("ref=start&source=politik&share=1&utm=1", "?ref=start&source=politik&share=1&utm=1"),
        ("attribution=1&nsa=2", "?attribution=1&nsa=2"),
    ],
)
def test_parameters_that_only_trace_readers_are_dropped_and_no_others(query, kept):
    assert canonical(f"{PAGE}?{query}") == PAGE + kept
    assert parse(f"{PAGE}?{query}").query.count("&") == query.count("&")


@pytest.mark.parametrize(
    ("amp", "page"),
    [
        (PAGE + "/amp", PAGE),
        (PAGE + "/amp/", PAGE + "/"),
        (PAGE + "/amp/amp/", PAGE + "/"),
        (PAGE + "?amp=1&seite=2", PAGE + "?seite=2"),
        (PAGE + "?amp", PAGE),
        (PAGE + "?outputType=amp", PAGE),
        (PAGE + ".amp.html", PAGE + ".html"),
        ("https://www.google.com/amp/s/www.example.org/2025/09/gespraech/amp", PAGE),
        ("https://google.co.uk/amp/www.example.org/a?x=1", "http://www.example.org/a?x=1"),
        ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2025/09/gespraech", PAGE),
        ("https://cdn.ampproject.org/v/s/www.example.org/a?amp_js_v=0.1&usqp=mq3", PAGE[:24] + "a"),
        (
            "https://www.google.de/amp/s/www-example-org.cdn.ampproject.org/c/s/www.example.org/a",
            "https://www.example.org/a",
        ),
        ("https://amp.dw.com/de/a/a-1?utm_campaign=x", "https://www.dw.com/de/a/a-1"),
        ("https://amp.theguardian.com/world/a", "https://www.theguardian.com/world/a"),
    ],
)
def test_an_amp_form_leads_to_the_page(amp, page):
    assert canonical(amp) == page


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/amp",
        "https://www.example.org/amp/",
        "https://www.example.org/stamp/",
        "https://www.example.org/a?amp=0",
        "https://amp.example.org/a",
        "https://www.google.com/amp/",
        "https://www.google.com/amp/s/user@www.example.org/a",
        "https://google.evil.example/amp/s/www.example.org/a",
        "https://evilcdn.ampproject.org.example/c/s/www.example.org/a",
    ],
)
def test_what_only_looks_like_amp_stays(url):
    assert canonical(url) == url


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("www.example.org/a", "not_http"),
        ("//example.org/a", "not_http"),
        ("file:///etc/passwd", "not_http"),
        ("ftp://example.org/a", "not_http"),
        ("javascript:alert(1)", "not_http"),
        ("data:text/html,<p>", "not_http"),
        ("httpx://example.org/", "not_http"),
        ("gopher://127.0.0.1:6379/_", "not_http"),
        ("https://user@example.org/", "credentials"),
        ("https://user:secret@example.org/", "credentials"),
        ("https://example.org@127.0.0.1/", "credentials"),
        ("https://example.org/a\nb", "characters"),
        ("https://exam\tple.org/", "characters"),
        ("https://example.org/\x00", "characters"),
        ("https://example.org/a\x85b", "characters"),
        ("https://example.org/\ud800", "characters"),
        ("https://example.org\\@127.0.0.1/", "characters"),
        ("http:\\\\example.org/", "characters"),
        ("https://", "host"),
        ("https:///a", "host"),
        ("https:example.org", "host"),
        ("https://example..org/", "host"),
        ("https://-example.org/", "host"),
        ("https://exa mple.org/", "host"),
        ("https://exa%6dple.org/", "host"),
        ("https://xn--a/", "host"),
        ("https://" + "a" * 64 + ".org/", "host"),
        ("https://" + "a." * 130 + "org/", "host"),
        ("http://256.1.1.1/", "host"),
        ("http://1.2.3.4.5/", "host"),
        ("http://08.8.8.8/", "host"),
        ("http://0x1ffffffff/", "host"),
        ("http://" + "9" * 30 + "/", "host"),
        ("http://[::1/", "host"),
        ("http://[fe80::1%25eth0]/", "host"),
        ("http://[v1.x]/", "host"),
        ("http://example.org:0/", "port"),
        ("http://example.org:65536/", "port"),
        ("http://example.org:8٠/", "port"),
        ("http://example.org:+80/", "port"),
        ("https://example.org/" + "a" * LONGEST, "too_long"),
        ("https://example.org/" + "ä" * (LONGEST // 2), "too_long"),
    ],
)
def test_what_is_no_web_address_is_refused_with_the_reason(url, reason):
    with pytest.raises(MalformedAddress) as refused:
        canonical(url)
    assert refused.value.reason == reason
    assert len(str(refused.value)) < 200


def test_the_longest_address_is_read():
    url = "https://example.org/" + "a" * (LONGEST - 20)
    assert canonical(url) == url


_letters = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12)
_hosts = st.sampled_from(
    ["Example.org", "www.google.com", "x.cdn.ampproject.org", "münchen.example", "127.1", "[::1]"]
)
_segments = st.one_of(
    _letters,
    st.sampled_from(["amp", "..", ".", "", "s", "c", "example.org", "%41mp", "a.amp.html"]),
)
_pieces = st.one_of(_letters, st.sampled_from(["amp=1", "utm_x=1", "%", "%zz", "a=b=c", "&", "#"]))


@given(
    st.sampled_from(["http", "https", "HTTP"]),
    _hosts,
    st.sampled_from(["", ":80", ":443", ":8080"]),
    st.lists(_segments, max_size=8),
    st.lists(_pieces, max_size=5),
)
def test_the_canonical_address_of_a_canonical_address_is_itself(scheme, host, port, path, query):
    try:
        once = canonical(f"{scheme}://{host}{port}/{'/'.join(path)}?{'&'.join(query)}")
    except MalformedAddress:
        return
    assert canonical(once) == once
    assert normal(once) == once
    assert once.isascii()


def test_a_link_is_followed_from_its_page():
    assert joined(PAGE, "../10/a?b#c") == "https://www.example.org/2025/10/a?b"
    assert joined(PAGE, "//example.net/a") == "https://example.net/a"
    assert joined(PAGE, " http://example.net ") == "http://example.net/"
    for link in ("file:///etc/passwd", "javascript:alert(1)", "http://[::1", "//u:p@example.org/"):
        with pytest.raises(MalformedAddress):
            joined(PAGE, link)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.bbc.co.uk/a", "http://amp.bbc.co.uk/b", True),
        ("https://bbc.co.uk/", "https://itv.co.uk/", False),
        ("https://one.github.io/", "https://two.github.io/", False),
        ("https://co.uk/", "https://bbc.co.uk/", False),
        ("https://www.zeitung.example/", "https://zeitung.example/", True),
        ("https://zeitung.example/", "https://other.example/", False),
        ("http://127.0.0.1/", "http://128.0.0.1/", False),
        ("http://[::1]/", "http://[::1]:8000/a", True),
        ("http://localhost/", "http://localhost/a", True),
    ],
)
def test_a_site_is_what_one_owner_registered(one, other, same):
    assert is_same_site(one, other) is same


def test_the_host_and_the_port_that_would_be_dialled():
    assert host_of("https://MÜNCHEN.example:8443/a") == "xn--mnchen-3ya.example"
    assert parse("https://example.org/").authority == "example.org:443"
    assert parse("http://[::1]:8000/").authority == "[::1]:8000"
