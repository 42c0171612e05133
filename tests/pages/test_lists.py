"""Lists show what is published, newest first, page by page."""

import base64
import json
import re
import struct

import pytest
from django.test import Client

from quotes.models import Quote, Speaker
from tests import factories

pytestmark = pytest.mark.django_db

LISTS = [
    "/outlets/",
    "/quotes/",
    "/speakers/",
    "/statements/",
    "/articles/",
    "/events/",
    "/topics/",
]


@pytest.mark.parametrize("address", ["/", *LISTS])
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_empty_list_says_what_would_stand_here(client: Client, address: str, language: str):
    response = client.get(address, {"lang": language})
    assert response.status_code == 200
    assert 'class="empty"' in response.text
    assert f'<html lang="{language}">' in response.text


def test_lists_show_published_items_and_no_others(client: Client):
    event = factories.EventFactory()
    topic = factories.TopicFactory()
    quote = factories.published_quote(event=event, topics=[topic])
    factories.draft_quote("Ein Entwurf")
    statement = factories.published_statement()
    assert "geduldig Vertrauen" in client.get("/quotes/").text
    assert "Ein Entwurf" not in client.get("/quotes/").text
    assert quote.get_absolute_url() in client.get("/").text
    assert statement.get_absolute_url() in client.get("/statements/").text
    assert "Gen Nakatani" in client.get("/speakers/").text
    assert event.title_en in client.get("/events/?lang=en").text
    assert topic.name_de in client.get("/topics/?lang=de").text
    assert client.get("/articles/").text.count('class="card-title"') == 2


def test_a_list_goes_on_where_its_page_ended_without_losing_or_repeating_a_row(client: Client):
    article = factories.published_article()
    days = ["2025-09-08", "2025-09", "", "2025-09-07"]
    expected = [
        factories.published_quote(article=article, said_on=days[n % 4]).pk for n in range(65)
    ]
    seen: list[int] = []
    address = "/quotes/"
    pages = 0
    while address:
        response = client.get(address)
        page = response.context["page"]
        seen += [quote.pk for quote in page.rows]
        pages += 1
        address = f"/quotes/?after={page.next_cursor}" if page.next_cursor else ""
    assert pages == 3
    assert sorted(seen) == sorted(expected)
    order = {quote.pk: (quote.said_on_sort, quote.pk) for quote in Quote.objects.all()}
    assert seen == sorted(seen, key=order.__getitem__, reverse=True)


def test_speakers_stand_by_family_name_across_pages(client: Client):
    article = factories.published_article()
    for n in range(35):
        speaker = factories.SpeakerFactory(name=f"Aki Zoë{n:02}", family_name=f"Zoë{n:02}")
        factories.published_quote(article=article, speaker=speaker)
    first = client.get("/speakers/").context["page"]
    second = client.get("/speakers/", {"after": first.next_cursor}).context["page"]
    names = [speaker.sort_name for speaker in first.rows + second.rows]
    assert len(first.rows) == 30
    assert names == list(Speaker.objects.order_by("sort_name").values_list("sort_name", flat=True))


def cursor(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "after",
    [
        "x",
        "%00",
        "ü",
        "a" * 5000,
        cursor(["2025-09-08"]),
        cursor(["2025-09-08", 0]),
        cursor(["2025-09-08", True]),
        cursor(["2025-09-08", "1"]),
        cursor(["2025-09-08", 2**63]),
        cursor([7, 1]),
        cursor(["a\x00", 1]),
        cursor(["a\ud800", 1]),
        cursor({"a": 1}),
        cursor([["a"], 1]),
        base64.urlsafe_b64encode(b"[" * 1400).decode(),
        base64.urlsafe_b64encode(b"\xff\xfe").decode(),
    ],
)
@pytest.mark.parametrize("address", ["/quotes/", "/speakers/"])
def test_a_malformed_cursor_is_answered_with_the_way_to_the_first_page(
    client: Client, address: str, after: str
):
    response = client.get(f"{address}?after={after}")
    assert response.status_code == 400
    assert f'<a href="{address}">' in response.text


def test_a_cursor_with_a_day_that_no_calendar_has_is_malformed(client: Client):
    response = client.get("/quotes/", {"after": cursor(["2025-13-08", 1])})
    assert response.status_code == 400


@pytest.mark.parametrize("junk", ["lang=%00", "lang=xx", "after=", "x=%00%ff", "lang=de&lang=en"])
def test_junk_in_parameters_gives_the_page_all_the_same(client: Client, junk: str):
    assert client.get(f"/quotes/?{junk}").status_code == 200


def test_the_language_switch_keeps_the_place_in_the_list(client: Client):
    article = factories.published_article()
    for _ in range(31):
        factories.published_quote(article=article)
    after = client.get("/quotes/").context["page"].next_cursor
    text = client.get("/quotes/", {"after": after, "lang": "en"}).text
    assert f'href="?after={after}&amp;lang=de"' in text


def description(client: Client, address: str, language: str) -> str:
    asked = {"lang": language} if language else None
    text = client.get(address, asked).text
    return text.partition('<meta name="description" content="')[2].partition('">')[0]


def test_every_list_is_described_in_words_of_its_own(client: Client):
    described = {
        description(client, address, language)
        for address in ("/", *LISTS)
        for language in ("de", "en")
    }
    assert len(described) == 2 * (1 + len(LISTS))
    assert "" not in described


def test_a_narrowed_list_says_what_it_is_narrowed_to(client: Client):
    factories.published_quote(said_on="2025-09-08")
    text = description(client, "/quotes/?year=2025&lang=en", "")
    assert re.search(r"2025\. What people in public life", text)


def test_a_link_to_a_page_is_shown_with_our_mark_from_here(client: Client):
    text = client.get("/quotes/?lang=en").text
    picture = re.search(r'<meta property="og:image" content="http://testserver(/[^"]+)">', text)
    assert picture
    response = client.get(picture[1])
    assert response["Content-Type"] == "image/png"
    # The size that the page gives stands in the file, too.
    header = b"".join(response.streaming_content)[16:24]  # type: ignore[attr-defined]
    assert struct.unpack(">II", header) == (1200, 630)
    assert '<meta property="og:image:width" content="1200">' in text
