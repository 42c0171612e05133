"""Nothing unpublished shows anywhere: every public address is walked, pages and API alike.

Every text that is not public carries the word ``geheim``, every public one does not. The
addresses come from the URL configuration itself, so that a new one is walked from its first day.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote_plus, unquote, urljoin, urlsplit

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from quotes.models import Article, Quote, Speaker, State
from tests import factories

pytestmark = pytest.mark.django_db

HIDDEN = "geheim"
# The other forms of an item.
LINKED_DATA = (
    "application/ld+json",
    'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
)
HIDDEN_STATES = (State.DRAFT, State.IN_REVIEW, State.WITHDRAWN)
# Further from any quoted passage than the 200 code points that may be shown.
FAR = " und so weiter" * 30


def hidden(what: str, state: str = "") -> str:
    return f"{HIDDEN} {what} {state}".strip()


class TestEveryPublicAddress:
    @pytest.fixture
    def site(self) -> Quote:
        """A published quote in the midst of everything that is not public."""
        text = (
            f"{hidden('davor')}{FAR} „{factories.NAKATANI_DE}“, sagte er.{FAR} {hidden('danach')}"
        )
        article = factories.published_article(text=text)
        event = factories.EventFactory()
        topic = factories.TopicFactory()
        tenure = factories.TenureFactory(
            source=factories.draft_article(headline=hidden("Beleg"), text=None)
        )
        quote = factories.published_quote(
            article=article, tenure=tenure, event=event, topics=[topic]
        )
        statement = factories.published_statement(
            signatories=[tenure.speaker], event=event, topics=[topic]
        )
        factories.StatementLinkFactory(quote=quote, statement=statement)
        factories.CaptureFactory(url=f"https://example.org/{HIDDEN}", article=article)
        for state in HIDDEN_STATES:
            self.surround(quote, statement, state)
        factories.anchored_occurrence(
            quote,
            factories.published_article(text=f"„{hidden('zurückgezogene Fundstelle')}“"),
            hidden("zurückgezogene Fundstelle"),
            withdrawn=True,
            reporting_phrase=hidden("Redeeinleitung"),
        )
        factories.SpeakerFactory(name=hidden("Sprecher ohne Worte"))
        factories.EventFactory(title_de=hidden("Anlass"), title_en=hidden("occasion"))
        factories.TopicFactory(name_de=hidden("Thema"), name_en=hidden("topic"))
        factories.OutletFactory(name=hidden("Medium"))
        factories.ReviewCommentFactory(quote=quote, text=hidden("Notiz"))
        return quote

    def surround(self, quote: Quote, statement: Any, state: str) -> None:
        """Hidden items of every kind, each bound to public ones wherever the models allow it."""
        article = quote.occurrences.get(preferred=True).snapshot.article
        secret = factories.draft_article(
            headline=hidden("Schlagzeile", state),
            byline=hidden("Verfasser", state),
            url=f"https://example.org/{HIDDEN}-{state}",
            text=f"„{hidden('Satz', state)}“",
            outlet=factories.OutletFactory(name=hidden("Medium", state)),
            carried_by=factories.OutletFactory(name=hidden("Kopie", state)),
        )
        factories.CreditFactory(article=secret, text=hidden("Bildnachweis", state))
        factories.HopFactory(article=secret, source_article=article, evidence=hidden("Weg", state))
        factories.HopFactory(article=article, source_article=secret, evidence=hidden("Weg", state))
        factories.anchored_occurrence(quote, secret, hidden("Satz", state))
        mine = self.hidden_quote(quote, secret, state)
        self.hidden_statement(quote, statement, secret, mine, state)
        factories.brought_to(secret, state)

    def hidden_quote(self, quote: Quote, secret: Article, state: str) -> Quote:
        speaker = factories.SpeakerFactory(name=hidden("Sprecher", state))
        factories.SpeakerNameFactory(speaker=speaker, text=hidden("Name", state))
        ministry = factories.SpeakerFactory(kind="organisation", name=hidden("Amt", state))
        tenure = factories.TenureFactory(
            speaker=speaker,
            organisation=ministry,
            title_de=hidden("Titel", state),
            title_en=hidden("title", state),
        )
        mine = factories.draft_quote(
            hidden("Zitat", state),
            tenure=tenure,
            name_as_printed=hidden("gedruckt", state),
            addressee=hidden("Anrede", state),
            context=hidden("Umstand", state),
            said_on_expression=hidden("neulich", state),
            event=factories.EventFactory(
                title_de=hidden("Anlass", state),
                title_en=hidden("occasion", state),
                place=hidden("Ort", state),
                participants=[speaker],
                parent=quote.event,
            ),
            topics=[
                quote.topics.get(),
                factories.TopicFactory(
                    name_de=hidden("Thema", state), name_en=hidden("topic", state)
                ),
            ],
        )
        source = mine.occurrences.get().snapshot.article
        Article.objects.filter(pk=source.pk).update(headline=hidden("Quelle", state))
        factories.anchored_occurrence(
            mine, quote.occurrences.get(preferred=True).snapshot.article, hidden("davor")
        )
        factories.QuoteRelationFactory(from_quote=quote, to_quote=mine)
        factories.QuoteRelationFactory(from_quote=mine, to_quote=quote, kind="repeats")
        factories.AttributionFactory(
            quote=mine,
            speaker=quote.attributions.first().speaker,
            name_as_printed=hidden("anders", state),
        )
        if state != State.DRAFT:
            factories.publish(source)
            factories.brought_to(mine, state)
            factories.brought_to(source, State.WITHDRAWN)
        return mine

    def hidden_statement(
        self, quote: Quote, statement: Any, secret: Article, mine: Quote, state: str
    ) -> None:
        factories.StatementLinkFactory(quote=mine, statement=statement)
        factories.StatementVersionFactory(
            statement=statement,
            language="de",
            snapshot=secret.snapshots.get(),
            issuer__name=hidden("Herausgeber", state),
        )
        withheld = factories.draft_statement(
            [hidden("Ziffer", state)],
            title_de=hidden("Erklärung", state),
            title_en=hidden("statement", state),
            event=quote.event,
            topics=[quote.topics.get()],
            signatories=[
                quote.attributions.first().speaker,
                factories.SpeakerFactory(name=hidden("Unterzeichner", state)),
            ],
            article=factories.published_article(text=hidden("Erklärungstext", state)),
        )
        withheld.signatories.update(capacity=hidden("Eigenschaft", state))
        factories.StatementLinkFactory(
            quote=quote, statement=withheld, provision=withheld.provisions.get()
        )
        factories.StatementLinkFactory(quote=mine, statement=withheld, kind="concerns")
        factories.brought_to(withheld, state)

    @pytest.mark.parametrize("language", ["de", "en"])
    def test_shows_nothing_unpublished(self, client: Client, site: Quote, language: str):
        # What is hidden must exist, or finding none of it would prove nothing.
        for model in (Quote, Article, apps.get_model("quotes", "JointStatement")):
            assert {*HIDDEN_STATES} <= {*model.objects.values_list("state", flat=True)}
        client.cookies["django_language"] = language
        waiting = set(addresses())
        walked: dict[str, int] = {}
        while waiting:
            address = waiting.pop()
            response = client.get(address)
            walked[address] = response.status_code
            # Without a page's address there is nothing to embed; drafts and captures want a token.
            expected = (200, 301, 302, 404, 405, 410)
            if address == "/oembed":
                expected = (400,)
            if address.startswith((reverse("api:drafts"), reverse("api:captures-list"))):
                expected = (401,)
            assert response.status_code in expected, address
            shown = unquote(text_of(response)) + unquote(str(response.headers.items()))
            # A withdrawn page repeats the address that was asked for nowhere.
            assert HIDDEN not in shown.lower(), address
            if re.search(r"/api/v1/\w+/\d+/$", address):
                for form in LINKED_DATA:
                    linked = client.get(address, headers={"Accept": form})
                    assert linked.status_code in (200, 401, 404, 406, 410), address
                    assert HIDDEN not in unquote(linked.text).lower(), address
            waiting |= {link for link in links(response, address) if link not in walked}
        pages = [address for address, status in walked.items() if status == 200]
        assert site.get_absolute_url() in pages
        assert {410, 404, 301} <= set(walked.values())
        # Lists and details of six kinds as pages, of seven in the API, with their own words.
        assert len(pages) > 30


def text_of(response: Any) -> str:
    """The body, also of one that is sent bit by bit."""
    if response.streaming:
        return b"".join(response.streaming_content).decode()
    return response.text


def addresses() -> Iterator[str]:
    """Every named public address, with the id of every row of its kind."""
    ids = {
        model.address_root: sorted(model.objects.values_list("pk", flat=True))
        for model in apps.get_app_config("quotes").get_models()
        if hasattr(model, "address_root")
    }
    # Of the API alone.
    parts = {"occurrences": "Occurrence", "provisions": "Provision", "hops": "Hop"}
    parts["captures"] = "Capture"
    for root, model in parts.items():
        rows = apps.get_model("quotes", model).objects
        ids[root] = sorted(rows.values_list("pk", flat=True))
    for name, parameters in routes(get_resolver()):
        if not parameters:
            yield reverse(name)
            continue
        if name == "api:reference":
            # Pages about resources; the documentation leads to each.
            continue
        if name == "api:file":
            for form in ("csv", "jsonl"):
                yield from (reverse(name, args=[kind, form]) for kind in ids)
            continue
        if name == "pages:sitemap-part":
            yield from (reverse(name, args=[kind, 0]) for kind in ids if kind not in parts)
            continue
        # Whatever else an address may ask for, this test must learn of first.
        assert parameters in ({"address"}, {"pk"}), name
        (kind,) = ids.keys() & set(reverse(name, args=["1"]).split("/"))
        for pk in ids[kind]:
            yield reverse(name, args=[str(pk)])
            if name in ("pages:quote", "pages:statement"):
                page = f"http://testserver{reverse(name, args=[str(pk)])}"
                yield f"{reverse('pages:oembed')}?url={quote_plus(page)}"


def routes(
    resolver: URLResolver, namespaces: tuple[str, ...] = (), above: frozenset[str] = frozenset()
) -> Iterator[tuple[str, set[str]]]:
    """Names and parameters of all routes but the admin's, which nobody sees without logging in."""
    for entry in resolver.url_patterns:
        parameters = above | entry.pattern.regex.groupindex.keys()
        if isinstance(entry, URLResolver):
            if entry.app_name != "admin":
                inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
                yield from routes(entry, inner, frozenset(parameters))
        elif isinstance(entry, URLPattern) and entry.name and "password_reset" not in entry.name:
            yield ":".join((*namespaces, entry.name)), set(parameters)


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src", "cite") and value]


def links(response: Any, address: str) -> set[str]:
    """Addresses of this site that a page or a redirect leads to."""
    parser = Links()
    if response["Content-Type"].startswith("text/html"):
        parser.feed(response.text)
    found = [*parser.found, response.headers.get("Location", "")]
    here = (urljoin(f"http://testserver{address}", link) for link in found if link)
    return {
        urlsplit(link)._replace(scheme="", netloc="", fragment="").geturl()
        for link in here
        if urlsplit(link).netloc == "testserver"
        and not urlsplit(link).path.startswith(("/admin/", "/static/"))
        and "lang=" not in urlsplit(link).query
    }


def test_the_walk_knows_pages_and_api():
    names = dict(routes(get_resolver()))
    assert names["pages:quote"] == {"address"}
    assert names["api:quotes-detail"] == {"pk"}
    assert names["pages:preview-quote"] == {"pk"}


def test_a_speaker_of_nothing_but_hidden_words_has_no_page(client: Client):
    for state in HIDDEN_STATES:
        quote = factories.draft_quote()
        if state == State.WITHDRAWN:
            factories.publish(quote.occurrences.get().snapshot.article)
        factories.brought_to(quote, state)
    for speaker in Speaker.objects.all():
        assert client.get(speaker.get_absolute_url()).status_code == 404
