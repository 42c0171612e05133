"""Nothing but the public web is ever dialled, and each refusal says why."""

import socket

import pytest

from quotes.ingest.fetching import Reason, Refused
from quotes.ingest.fetching.guarded_network import dial_tcp, system_resolver
from quotes.ingest.fetching.public_addresses import is_public
from tests.ingest.internet import ADDRESS, redirect

NOT_PUBLIC = [
    "0.0.0.0",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.8.8.8",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.178.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.215.14",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::93.184.215.14",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:5db8:d70e::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "4000::1",
]
PUBLIC = [
    "93.184.215.14",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "223.255.255.255",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
    "2a00:1450:4001:80b::200e",
    "64:ff9b::93.184.215.14",
]


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_special_addresses_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_their_neighbours_are(address):
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "2130706433", "1.2.3.4.5", " 8.8.8.8"])
def test_what_is_no_address_is_not_public(text):
    assert not is_public(text)


HOSTILE = [
    ("", Reason.EMPTY_ADDRESS),
    ("file:///etc/passwd", Reason.NOT_HTTP),
    ("ftp://example.org/", Reason.NOT_HTTP),
    ("gopher://127.0.0.1:6379/_FLUSHALL", Reason.NOT_HTTP),
    ("dict://127.0.0.1:11211/stat", Reason.NOT_HTTP),
    ("data:text/html,<p>Hallo</p>", Reason.NOT_HTTP),
    ("javascript:alert(1)", Reason.NOT_HTTP),
    ("unix:/var/run/docker.sock", Reason.NOT_HTTP),
    ("//example.org/artikel", Reason.NOT_HTTP),
    ("http://", Reason.MALFORMED),
    ("http://example.org\\@127.0.0.1/", Reason.MALFORMED),
    ("http://example.org/\r\nHost: intern", Reason.MALFORMED),
    ("http://exam\x00ple.org/", Reason.MALFORMED),
    ("http://[::1", Reason.MALFORMED),
    ("http://[fe80::1%25lo]/", Reason.MALFORMED),
    ("http://example.org:99999/", Reason.MALFORMED),
    ("http://example.org/" + "a" * 3000, Reason.ADDRESS_TOO_LONG),
    ("http://admin:secret@example.org/", Reason.CREDENTIALS),
    ("http://example.org@127.0.0.1/", Reason.CREDENTIALS),
    ("http://example.org:22/", Reason.PORT),
    ("http://example.org:6379/", Reason.PORT),
    ("https://example.org:80808/", Reason.MALFORMED),
    ("http://example.org:8080/", Reason.PORT),
    ("https://example.org:8443/", Reason.PORT),
    ("http://nobody.example/", Reason.NAME_UNKNOWN),
    ("http://127.0.0.1/", Reason.ADDRESS_NOT_PUBLIC),
    ("https://127.0.0.1/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://127.1/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://2130706433/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://0x7f000001/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://0177.0.0.1/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://１２７.0.0.1/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://0/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://169.254.169.254/latest/meta-data/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[::1]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[::]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[::ffff:127.0.0.1]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[::ffff:7f00:1]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[64:ff9b::7f00:1]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[2002:7f00:1::]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://[fd00:ec2::254]/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://intern.example/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://mixed.example/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://mixed6.example/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://nonsense.example/", Reason.ADDRESS_NOT_PUBLIC),
    ("http://empty.example/", Reason.NAME_UNKNOWN),
]
NAMES = {
    "intern.example": ["10.1.2.3"],
    "mixed.example": [ADDRESS, "192.168.0.1"],
    "mixed6.example": [ADDRESS, "::1"],
    "nonsense.example": ["not an address"],
    "empty.example": [],
}


@pytest.mark.parametrize(("url", "reason"), HOSTILE)
def test_a_hostile_address_is_refused_before_any_socket_is_opened(
    url, reason, internet, connections
):
    internet.names.update(NAMES)
    with pytest.raises(Refused) as refused:
        internet.fetch(url, dial=dial_tcp)
    assert refused.value.reason is reason
    assert connections == []


# Those that a header can hold, and that mean in a link what they mean alone.
LINKS = [
    (url, reason)
    for url, reason in HOSTILE
    if url.isascii() and url.isprintable() and url not in ("", "http://", "//example.org/artikel")
]


@pytest.mark.parametrize(("url", "reason"), LINKS)
def test_a_redirect_to_a_hostile_address_is_refused_before_any_socket_is_opened(
    url, reason, internet, connections
):
    internet.names.update(NAMES)
    internet.pages["example.org/weg"] = redirect(url)
    with pytest.raises(Refused) as refused:
        internet.fetch("http://example.org/weg")
    assert refused.value.reason is reason
    assert {address for address, _ in internet.dialled} == {ADDRESS}
    assert {port for _, port in connections} == {internet.port}


def test_the_refusal_names_what_was_found(internet):
    internet.names["intern.example"] = [ADDRESS, "10.1.2.3"]
    with pytest.raises(Refused) as refused:
        internet.fetch("http://intern.example/")
    assert refused.value.values == {"host": "intern.example", "address": "10.1.2.3"}


def test_a_name_that_changes_its_meaning_is_looked_up_once(internet):
    meanings = iter([[ADDRESS], ["127.0.0.1"], ["127.0.0.1"]])
    internet.names["rebinding.example"] = lambda: next(meanings)
    internet.pages["rebinding.example/artikel"] = internet.pages["example.org/artikel"]
    internet.pages["rebinding.example/weg"] = redirect("/artikel")
    fetched = internet.fetch("http://rebinding.example/weg")
    assert fetched.final_url == "http://rebinding.example/artikel"
    assert internet.looked_up == ["rebinding.example"]
    assert set(internet.dialled) == {(ADDRESS, 80)}


def test_a_name_that_means_another_address_by_the_next_fetch_is_checked_again(internet):
    meanings = iter([[ADDRESS], ["127.0.0.1"]])
    internet.names["rebinding.example"] = lambda: next(meanings)
    internet.pages["rebinding.example/"] = internet.pages["example.org/artikel"]
    internet.fetch("http://rebinding.example/")
    with pytest.raises(Refused) as refused:
        internet.fetch("http://rebinding.example/")
    assert refused.value.reason is Reason.ADDRESS_NOT_PUBLIC


def test_exactly_the_checked_addresses_are_dialled_in_order(internet):
    internet.names["example.org"] = ["2606:2800:21f::1", ADDRESS, "93.184.215.15"]
    internet.unreachable = {"2606:2800:21f::1"}
    internet.fetch()
    assert internet.dialled[:2] == [("2606:2800:21f::1", 80), (ADDRESS, 80)]
    internet.unreachable = {"2606:2800:21f::1", ADDRESS, "93.184.215.15"}
    with pytest.raises(Refused) as refused:
        internet.fetch()
    assert refused.value.reason is Reason.CONNECTION


def test_not_every_address_of_a_name_is_tried(internet):
    internet.names["example.org"] = [f"93.184.215.{n}" for n in range(200)]
    internet.unreachable = set(internet.names["example.org"])
    with pytest.raises(Refused):
        internet.fetch()
    assert len(internet.dialled) == 4


def test_the_environment_names_no_proxy(internet, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    assert internet.fetch().status == 200
    assert set(internet.dialled) == {(ADDRESS, 80)}


def test_the_system_resolver_gives_each_address_once(monkeypatch):
    def getaddrinfo(host, port, **_):
        assert (host, port) == ("example.org", None)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ADDRESS, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ADDRESS, 0)),
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:2800:21f::1", 0, 0, 0)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert system_resolver("example.org") == [ADDRESS, "2606:2800:21f::1"]


# Servers of one's own, for trying things out


def served_here(internet):
    place = f"127.0.0.1:{internet.port}"
    internet.pages[f"{place}/artikel"] = internet.pages["example.org/artikel"]
    return place


def test_an_allowed_server_of_this_machine_is_fetched(internet):
    place = served_here(internet)
    fetched = internet.fetch(f"http://{place}/artikel", dial=dial_tcp, allowed=frozenset([place]))
    assert "Geduld" in fetched.text


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", Reason.ADDRESS_NOT_PUBLIC),
        ("http://127.0.0.1:9/", Reason.PORT),
        ("http://127.0.0.2:{port}/artikel", Reason.PORT),
        ("http://localhost:{port}/artikel", Reason.PORT),
        ("http://alias.example:{port}/artikel", Reason.PORT),
    ],
)
def test_no_other_port_and_no_other_name_is_allowed_with_it(url, reason, internet, connections):
    place = served_here(internet)
    internet.names.update({"localhost": ["127.0.0.1"], "alias.example": ["127.0.0.1"]})
    with pytest.raises(Refused) as refused:
        internet.fetch(url.format(port=internet.port), dial=dial_tcp, allowed=frozenset([place]))
    assert refused.value.reason is reason
    assert connections == []


def test_a_public_page_cannot_lead_to_an_allowed_server(internet):
    internet.names["alias.example"] = ["127.0.0.1"]
    for allowed, target in (
        ("127.0.0.1:80", "http://127.0.0.1/"),
        ("127.0.0.1:80", "http://alias.example/"),
    ):
        internet.pages["example.org/weg"] = redirect(target)
        with pytest.raises(Refused) as refused:
            internet.fetch("http://example.org/weg", allowed=frozenset([allowed]))
        assert refused.value.reason is Reason.ADDRESS_NOT_PUBLIC
    assert {address for address, _ in internet.dialled} == {ADDRESS}


def test_an_allowed_server_leads_to_allowed_and_public_ones_and_not_back(internet):
    place = served_here(internet)
    internet.pages[f"{place}/eins"] = redirect("/artikel")
    assert internet.fetch(f"http://{place}/eins", allowed=frozenset([place])).redirects
    internet.pages[f"{place}/zwei"] = redirect("http://example.org/artikel")
    assert internet.fetch(f"http://{place}/zwei", allowed=frozenset([place])).redirects
    internet.pages[f"{place}/drei"] = redirect("http://example.org/weg")
    internet.pages["example.org/weg"] = redirect(f"http://{place}/artikel")
    with pytest.raises(Refused) as refused:
        internet.fetch(f"http://{place}/drei", allowed=frozenset([place]))
    assert refused.value.reason is Reason.PORT
