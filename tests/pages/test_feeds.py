"""Feeds: read by feedparser, held to RFC 4287 and to JSON Feed 1.1 by hand."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.models import Quote
from tests import factories
from tests.pages.test_query_budgets import BUDGETS, Site

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 3339 as RFC 4287 wants it: an upper-case T, a zone.
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"https?://[^/]+/.*")


@pytest.fixture
def quote() -> Quote:
    return factories.published_quote(topics=[factories.TopicFactory(name_en="Defense & <more>")])


def addresses(extension: str) -> list[str]:
    """A feed of each kind, with one and the same quote in it."""
    quote = Quote.objects.published().get()
    statement = factories.published_statement()
    factories.StatementLinkFactory(quote=quote, statement=statement)
    rows = (quote.attributions.get().speaker, quote.topics.get(), statement)
    return [f"/quotes/feed.{extension}"] + [
        f"{row.get_absolute_url()}feed.{extension}" for row in rows
    ]


def commit() -> None:
    """What the database does at a commit, without one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def check_atom(text: str) -> ElementTree.Element:
    """RFC 4287, sections 4.1.1 and 4.1.2: what must be there, once, and how it is written."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for holder in (feed, *entries):
        for name in ("id", "title", "updated"):
            (element,) = holder.findall(f"{ATOM}{name}")
            assert element.text
        assert ABSOLUTE.fullmatch(holder.findtext(f"{ATOM}id") or "")
        for name in ("updated", "published"):
            for element in holder.findall(f"{ATOM}{name}"):
                assert RFC_3339.fullmatch(element.text or ""), element.text
        for link in holder.findall(f"{ATOM}link"):
            assert ABSOLUTE.fullmatch(link.attrib["href"])
        for author in holder.findall(f"{ATOM}author"):
            assert len(author.findall(f"{ATOM}name")) == 1
        assert all("term" in one.attrib for one in holder.findall(f"{ATOM}category"))
        relations = [one.attrib.get("rel", "alternate") for one in holder.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1
    assert [one.attrib["rel"] for one in feed.findall(f"{ATOM}link")] == ["alternate", "self"]
    assert feed.findall(f"{ATOM}author")
    for entry in entries:
        (content,) = entry.findall(f"{ATOM}content")
        assert content.attrib["type"] == "html"
        assert len(content) == 0
        assert (entry.findtext(f"{ATOM}published") or "") <= (
            entry.findtext(f"{ATOM}updated") or ""
        )
    ids = [one.findtext(f"{ATOM}id") for one in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    return feed


def check_json_feed(text: str) -> dict[str, Any]:
    """The specification of JSON Feed 1.1, top level and items."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for name in ("home_page_url", "feed_url"):
        assert ABSOLUTE.fullmatch(feed[name])
    known = {"version", "title", "home_page_url", "feed_url", "description", "authors", "language"}
    assert {name for name in feed if not name.startswith("_")} - known == {"items"}
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert "content_html" in item or "content_text" in item
        for name in ("date_published", "date_modified"):
            assert RFC_3339.fullmatch(item[name])
        for author in item["authors"]:
            assert author.keys() & {"name", "url", "avatar"}
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
        assert ABSOLUTE.fullmatch(item["url"])
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    return feed


def test_every_atom_feed_keeps_the_rules_and_a_reader_understands_it(client: Client, quote: Quote):
    for address in addresses("atom"):
        response = client.get(address)
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        check_atom(response.text)
        read = feedparser.parse(response.content)
        assert not read.bozo
        assert read.version == "atom10"
        (entry,) = read.entries
        assert entry.id == f"http://testserver/quotes/{quote.pk}/"
        assert entry.link == f"http://testserver{quote.get_absolute_url()}"
        assert entry.title.startswith("Gen Nakatani: „Um die Zusammenarbeit")
        assert entry.author == "Gen Nakatani"
        assert [tag.term for tag in entry.tags] == ["Defense & <more>"]
        assert factories.NAKATANI_DE in entry.content[0].value
        self_link = next(link.href for link in read.feed.links if link.rel == "self")
        assert client.get(self_link).content == response.content


def test_every_json_feed_keeps_the_rules(client: Client, quote: Quote):
    for address in addresses("json"):
        response = client.get(address)
        assert response["Content-Type"] == "application/feed+json; charset=utf-8"
        feed = check_json_feed(response.text)
        (item,) = feed["items"]
        assert item["id"] == f"http://testserver/quotes/{quote.pk}/"
        assert item["authors"] == [{"name": "Gen Nakatani"}]
        assert item["tags"] == ["Defense & <more>"]
        assert factories.NAKATANI_DE in item["content_html"]
        assert client.get(feed["feed_url"]).content == response.content


def test_an_empty_feed_is_a_feed_too(client: Client):
    statement = factories.published_statement()
    for page in ("/quotes/", statement.get_absolute_url()):
        feed = check_atom(client.get(f"{page}feed.atom").text)
        assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
        assert check_json_feed(client.get(f"{page}feed.json").text)["items"] == []


def test_text_is_escaped_and_what_xml_cannot_hold_left_out(client: Client):
    words = "A & B < C ]]> <b>\x0b\ufffeÜ</b>"
    factories.published_quote(words, speaker=factories.SpeakerFactory(name="<i>Gen</i>"))
    text = client.get("/quotes/feed.atom").text
    (entry,) = check_atom(text).findall(f"{ATOM}entry")
    title = entry.findtext(f"{ATOM}title") or ""
    assert title.startswith("<i>Gen</i>: ")
    assert "A & B < C ]]> <b>" in title
    content = entry.findtext(f"{ATOM}content") or ""
    assert "A &amp; B &lt; C ]]&gt; &lt;b&gt;" in content
    assert "<i>" not in content
    item = check_json_feed(client.get("/quotes/feed.json").text)["items"][0]
    assert "&lt;b&gt;" in item["content_html"]


def test_the_address_decides_the_language(client: Client, quote: Quote):
    client.cookies["django_language"] = "de"
    headers = {"Accept-Language": "de"}
    english = client.get("/quotes/feed.atom", headers=headers)
    german = client.get("/quotes/feed.atom?lang=de", headers={"Accept-Language": "en"})
    assert ("8 September 2025" in english.text, "8. September 2025" in german.text) == (True, True)
    assert check_json_feed(client.get("/quotes/feed.json?lang=de").text)["language"] == "de"
    for response, language in ((english, "en"), (german, "de")):
        assert response["Content-Language"] == language
        assert f'xml:lang="{language}"' in response.text
        assert not response.cookies


def test_newly_published_quotes_come_first_and_withdrawn_ones_are_gone(client: Client):
    new, middle, old = drafts = [factories.draft_quote() for _ in range(3)]
    for row in reversed(drafts):
        factories.publish(row.occurrences.get().snapshot.article)
        factories.publish(row)
    items = check_json_feed(client.get("/quotes/feed.json").text)["items"]
    assert [item["id"] for item in items] == [
        f"http://testserver/quotes/{row.pk}/" for row in (new, middle, old)
    ]
    factories.withdraw(middle)
    items = check_json_feed(client.get("/quotes/feed.json").text)["items"]
    assert len(items) == 2
    assert str(middle.pk) not in {item["id"].split("/")[-2] for item in items}


def test_a_change_of_a_source_moves_the_time_of_the_entry(client: Client, quote: Quote):
    before = check_json_feed(client.get("/quotes/feed.json").text)["items"][0]
    factories.anchored_occurrence(
        quote,
        factories.published_article(language="en", text=factories.NAKATANI_EN),
        factories.NAKATANI_EN,
    )
    commit()
    after = check_json_feed(client.get("/quotes/feed.json").text)["items"][0]
    assert after["date_published"] == before["date_published"]
    assert after["date_modified"] > before["date_modified"]
    assert after["id"] == before["id"]


def test_an_unchanged_feed_is_not_sent_again(client: Client, quote: Quote):
    commit()
    for address in ("/quotes/feed.atom", "/quotes/feed.json"):
        first = client.get(address)
        for headers in (
            {"If-None-Match": first["ETag"]},
            {"If-Modified-Since": first["Last-Modified"]},
        ):
            again = client.get(address, headers=headers)
            assert (again.status_code, again.content) == (304, b"")
        factories.anchored_occurrence(quote, factories.published_article())
        changed = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert changed.status_code == 200


def test_a_wrong_slug_leads_to_the_feed_and_what_is_withdrawn_is_gone(client: Client):
    statement = factories.published_statement()
    response = client.get(f"/statements/{statement.pk}-x/feed.atom?lang=de")
    assert response["Location"] == f"{statement.get_absolute_url()}feed.atom?lang=de"
    factories.withdraw(statement)
    assert client.get(f"/statements/{statement.pk}-x/feed.atom").status_code == 410
    assert client.get("/topics/999999/feed.json").status_code == 404


def test_pages_lead_to_their_feeds(client: Client, quote: Quote):
    speaker, topic = quote.attributions.get().speaker, quote.topics.get()
    for page, feed in (
        ("/", "/quotes/feed"),
        ("/quotes/", "/quotes/feed"),
        (speaker.get_absolute_url(), f"{speaker.get_absolute_url()}feed"),
        (topic.get_absolute_url(), f"{topic.get_absolute_url()}feed"),
    ):
        text = client.get(page, {"lang": "de"}).text
        for media_type, extension in (("atom+xml", "atom"), ("feed+json", "json")):
            assert (
                f'<link rel="alternate" type="application/{media_type}"'
                f' href="http://testserver{feed}.{extension}?lang=de"'
            ) in text


def test_readers_are_shown_the_feeds_at_the_foot_of_the_quotes(client: Client, quote: Quote):
    speaker, topic = quote.attributions.get().speaker, quote.topics.get()
    statement = factories.published_statement()
    pages = [row.get_absolute_url() for row in (speaker, topic, statement)]
    for page in ("/quotes/", *pages):
        text = client.get(page, {"lang": "en"}).text
        (line,) = re.findall(r'<p class="meta follow">(.*?)</p>', text)
        assert line == (
            f'Follow: <a href="{page}feed.atom?lang=en" type="application/atom+xml">Atom</a>'
            f' · <a href="{page}feed.json?lang=en" type="application/feed+json">JSON Feed</a>'
        )
        for address in re.findall('href="(.*?)"', line):
            assert client.get(address).status_code == 200
        if page != statement.get_absolute_url():
            assert text.index(factories.NAKATANI_DE) < text.index(line)


def test_a_page_without_feeds_and_a_preview_offer_none(client: Client, edith, quote: Quote):
    event = factories.EventFactory()
    factories.published_quote(event=event)
    assert "Follow:" not in client.get(event.get_absolute_url(), {"lang": "en"}).text
    assert "Follow:" not in client.get(quote.get_absolute_url(), {"lang": "en"}).text
    client.force_login(edith)
    preview = client.get(f"/preview/statements/{factories.draft_statement().pk}/")
    assert preview.status_code == 200
    assert "Follow:" not in preview.text


@pytest.mark.parametrize("extension", ["atom", "json"])
def test_what_is_no_sentence_of_the_speakers_is_led_to_as_on_a_card(
    client: Client, quote: Quote, extension: str
):
    quote.occurrences.update(reporting_phrase="Laut <Ministerium>")

    def entry() -> str:
        text = client.get(f"/quotes/feed.{extension}").text
        if extension == "json":
            return check_json_feed(text)["items"][0]["content_html"]
        return check_atom(text).findtext(f"{ATOM}entry/{ATOM}content") or ""

    assert "Laut" not in entry()
    quote.occurrences.update(speech_type="indirect")
    assert '<p lang="de" dir="ltr">Laut &lt;Ministerium&gt; …</p>' in entry()
    assert entry().index("Laut") < entry().index("<blockquote")


def test_a_feed_costs_the_same_however_much_there_is(client: Client):
    site = Site()
    pages = ("/quotes/", *(row.get_absolute_url() for row in (site.speaker, site.statement)))
    for _ in range(2):
        for page, name in zip(pages, ("quotes", "speaker", "statement"), strict=True):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(f"{page}feed.atom").status_code == 200
            assert len(captured) == BUDGETS[f"pages.feed.{name}"]
        site.grow(2)
