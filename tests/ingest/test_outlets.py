"""Outlets are known by their domain."""

import pytest

from quotes.ingest.outlets import new_outlet, outlet_at, outlet_named
from tests.factories import OutletFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("homepage", "url"),
    [
        ("https://www.zeitung.example/", "https://zeitung.example/artikel/1"),
        ("http://zeitung.example", "https://www.zeitung.example/artikel/1"),
        ("https://zeitung.example/", "https://m.zeitung.example/artikel/1"),
        ("https://www.bbc.co.uk/", "https://news.bbc.co.uk/1"),
        ("https://ZEITUNG.example/politik/", "https://zeitung.example:8080/artikel"),
    ],
)
def test_a_page_belongs_to_the_outlet_of_its_domain(homepage, url):
    outlet = OutletFactory(homepage=homepage)
    OutletFactory(homepage="https://andere.example/")
    OutletFactory(homepage="")
    assert outlet_at(url) == outlet


def test_the_outlet_of_the_very_host_goes_before_others_of_the_domain():
    OutletFactory(homepage="https://www.zeitung.example/")
    magazine = OutletFactory(homepage="https://magazin.zeitung.example/")
    assert outlet_at("https://magazin.zeitung.example/1") == magazine


def test_of_several_that_are_equally_near_none_is_chosen():
    OutletFactory(homepage="https://a.zeitung.example/")
    OutletFactory(homepage="https://b.zeitung.example/")
    assert outlet_at("https://www.zeitung.example/1") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://notzeitung.example/1",
        "https://zeitung.example.org/1",
        "https://bbc.co.uk/",
        "",
        "x",
    ],
)
def test_a_domain_that_only_looks_alike_is_another(url):
    OutletFactory(homepage="https://zeitung.example/")
    OutletFactory(homepage="https://gov.co.uk/")
    assert outlet_at(url) is None


def test_by_name_case_does_not_matter():
    outlet = OutletFactory(name="Jiji Press")
    assert outlet_named(" jiji press ") == outlet
    assert outlet_named("Jiji") is None
    assert outlet_named("  ") is None


def test_a_new_outlet_has_the_root_of_the_page_as_its_homepage():
    outlet = new_outlet(" Zeitung ", "https://www.zeitung.example/artikel?id=1")
    assert (outlet.name, outlet.homepage) == ("Zeitung", "https://www.zeitung.example/")
    assert new_outlet("Zeitung", "gedruckt").homepage == ""
