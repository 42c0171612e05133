"""schema.org JSON-LD: read by a processor, held to the vocabulary's own rules."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from quotes.interchange.schema_org import KINDS, find
from quotes.interchange.site import Site
from quotes.models import Quote, Speaker, SpeechType, WordingOrigin
from tests import factories
from tests.interchange.linked_data import check, expanded, kind_of, objects
from tests.interchange.vocabulary import VOCABULARY, lineage

pytestmark = pytest.mark.django_db

SITE = Site("https://wortlaut.example", licence="https://creativecommons.org/licenses/by/4.0/")


@pytest.fixture
def quote() -> Quote:
    """In three sources: as it was said, translated by the media, retold."""
    tenure = factories.TenureFactory(since="2024-10", until="2025-10~")
    topic = factories.TopicFactory(wikidata_id="Q192819")
    quote = factories.published_quote(
        factories.NAKATANI_JA,
        language="ja",
        tenure=tenure,
        event=factories.EventFactory(),
        topics=[topic],
        addressee="記者団",
    )
    quote.occurrences.update(wording_origin=WordingOrigin.ORIGINAL)
    for passage, language, kind in (
        (factories.NAKATANI_DE, "de", SpeechType.DIRECT),
        (factories.NAKATANI_EN, "en", SpeechType.INDIRECT),
    ):
        factories.anchored_occurrence(
            quote,
            factories.published_article(language=language, text=passage, byline="<Redaktion>"),
            passage,
            speech_type=kind,
            wording_origin=WordingOrigin.MEDIA_TRANSLATION,
        )
    return quote


class Blocks(HTMLParser):
    """The content of each JSON-LD block, as a browser's parser delimits it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False


def on_page(client: Client, address: str) -> dict[str, Any]:
    parser = Blocks()
    parser.feed(client.get(address).text)
    (block,) = parser.found
    return json.loads(block)


def plain(value: Any) -> Any:
    """A text without its language."""
    return value["@value"] if isinstance(value, dict) and "@value" in value else value


class TestAQuote:
    def test_is_a_quotation_by_whoever_said_it_in_the_role_of_that_day(self, quote: Quote):
        found = find(Quote, quote.pk, SITE)
        assert found is not None
        check(found)
        assert found["@type"] == "Quotation"
        assert found["@id"] == f"https://wortlaut.example/quotes/{quote.pk}/"
        assert found["text"] == {"@language": "ja", "@value": factories.NAKATANI_JA}
        assert found["inLanguage"] == "ja"
        assert found["dateCreated"] == "2025-09-08"
        assert found["sdLicense"] == SITE.licence
        role = found["creator"]
        assert (role["@type"], role["creator"]["name"]) == ("Role", "Gen Nakatani")
        assert [plain(name) for name in role["roleName"]] == [
            "Verteidigungsminister",
            "Minister of Defense",
        ]
        assert "jobTitle" not in json.dumps(found)

    def test_has_the_wording_of_each_article_as_a_work_of_its_own(self, quote: Quote):
        found = find(Quote, quote.pk, SITE)
        assert found is not None
        assert plain(found["workExample"]["text"]) == factories.NAKATANI_JA
        german, english = found["workTranslation"]
        assert plain(german["text"]) == factories.NAKATANI_DE
        assert german["isPartOf"]["@type"] == "NewsArticle"
        assert german["isPartOf"]["creditText"] == "<Redaktion>"
        assert german["spokenByCharacter"]["name"] == "Gen Nakatani"
        # Retold words are nobody's text.
        assert "text" not in english
        assert plain(english["abstract"]) == factories.NAKATANI_EN

    def test_without_a_named_speaker_credits_the_description(self):
        quote = factories.published_quote(description="ein hoher Beamter")
        found = find(Quote, quote.pk, SITE)
        assert found is not None
        check(found)
        assert found["creditText"] == "ein hoher Beamter"
        assert "creator" not in found

    @pytest.mark.parametrize(
        ("edtf", "iso"),
        [
            ("2025-09-08", "2025-09-08"),
            ("2025-09", "2025-09"),
            ("2025", "2025"),
            ("2025-09-XX", "2025-09"),
            ("2025-09-01/2025-09-08", "2025-09"),
            ("2025-21", "2025"),
            ("2025-24", None),
            ("2025-09-08~", None),
            ("2025?", None),
            ("202X", None),
            ("2025/..", None),
            ("", None),
        ],
    )
    def test_is_dated_no_more_exactly_than_known(self, edtf: str, iso: str | None):
        quote = factories.published_quote(said_on=edtf)
        found = find(Quote, quote.pk, SITE)
        assert found is not None
        check(found)
        assert found.get("dateCreated") == iso

    def test_of_a_statement_is_part_of_it_and_one_about_it_is_about_it(self):
        statement = factories.published_statement()
        stated, about = factories.published_quote(), factories.published_quote()
        factories.StatementLinkFactory(quote=stated, statement=statement)
        factories.StatementLinkFactory(quote=about, statement=statement, kind="concerns")
        whole = find(type(statement), statement.pk, SITE)
        assert whole is not None
        check(whole)
        for row, there, back in ((stated, "isPartOf", "hasPart"), (about, "about", "subjectOf")):
            found = find(Quote, row.pk, SITE)
            assert found is not None
            assert found[there]["@id"] == whole["@id"]
            parts = whole[back] if isinstance(whole[back], list) else [whole[back]]
            assert found["@id"] in [part["@id"] for part in parts]


def test_every_kind_keeps_the_rules_of_the_vocabulary(quote: Quote):
    parent = factories.EventFactory(title_de="Staatsbesuch", title_en="", held_on="")
    speaker = quote.attributions.get().speaker
    type(quote.event).objects.filter(pk=quote.event.pk).update(parent=parent)
    quote.event.participants.add(speaker)
    ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense")
    factories.TenureFactory(speaker=speaker, organisation=ministry, since="2024-10-01")
    factories.TenureFactory(speaker=ministry)
    factories.SpeakerNameFactory(speaker=speaker)
    for genre in ("book", "broadcast", "post", "interview", "press_release"):
        factories.published_article(genre=genre, archive_url="https://web.archive.org/x")
    factories.published_statement(event=quote.event, topics=[quote.topics.get()])
    for model in KINDS:
        rows = model.objects.published()
        assert rows.exists()
        for row in rows:
            found = find(model, row.pk, SITE)
            assert found is not None
            root = check(found)
            # Nothing is lost to a processor: it finds as many objects as we have written.
            assert len(list(objects(root))) == json.dumps(found).count('"@type"')
            assert found["@id"] == SITE.identity(row)
            # Only works are given on terms: of a person and a place it is the page about it.
            is_work = "CreativeWork" in lineage(found["@type"])
            given = found if is_work else found["mainEntityOfPage"]
            assert given["sdLicense"] == SITE.licence
            assert given["sdPublisher"]["name"] == "Wortlaut"
            page = found["mainEntityOfPage"]
            assert (page if is_work else page["@id"]) == SITE.page(row)


def test_a_site_without_a_licence_names_none(quote: Quote):
    for row in (quote, quote.topics.get()):
        found = find(type(row), row.pk, Site(SITE.address))
        assert found is not None
        check(found)
        assert "sdLicense" not in json.dumps(found)
        assert "sdPublisher" in json.dumps(found)


def test_the_rules_refuse_what_breaks_them():
    for wrong in (
        {"@type": "Person", "spokenByCharacter": {"@type": "Person", "name": "x"}},
        {"@type": "Quotation", "creator": {"@type": "Place", "name": "x"}},
        {"@type": "Quotation", "dateCreated": "2025-09-08~"},
        {"@type": "Quotation", "creator": {"@type": "Role", "roleName": "x"}},
        {"@type": "Quotation", "text": ""},
        {"@type": "Person", "sameAs": "wikidata"},
    ):
        with pytest.raises(AssertionError):
            check({"@context": "https://schema.org", "@id": "https://x.example/", **wrong})
    with pytest.raises(KeyError):
        check({"@context": "https://schema.org", "@type": "Person", "nickname": "x"})


def test_roles_of_a_speaker_are_bounded_as_exactly_as_known(quote: Quote):
    speaker = quote.attributions.get().speaker
    ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense")
    factories.TenureFactory(speaker=speaker, organisation=ministry, since="2024-10-01")
    found = find(Speaker, speaker.pk, SITE)
    assert found is not None
    occupation, membership = found["hasOccupation"], found["memberOf"]
    assert occupation["startDate"] == "2024-10"
    assert "endDate" not in occupation
    assert membership["@type"] == "OrganizationRole"
    assert membership["startDate"] == "2024-10-01"
    assert membership["memberOf"]["name"] == "Ministry of Defense"


def test_what_is_not_public_has_no_document(quote: Quote):
    draft = factories.draft_quote()
    withdrawn = factories.withdraw(factories.published_quote())
    for hidden in (draft, withdrawn):
        assert find(Quote, hidden.pk, SITE) is None
        assert find(Speaker, hidden.attributions.get().speaker_id, SITE) is None


class TestOnThePage:
    def test_says_the_same_as_by_itself(self, client: Client, quote: Quote):
        statement = factories.published_statement()
        article = quote.occurrences.first().snapshot.article
        speaker = quote.attributions.get().speaker
        for row in (quote, statement, article, speaker, quote.event, quote.topics.get()):
            row.refresh_from_db()
            site = Site.at("http://testserver")
            block = on_page(client, row.get_absolute_url())
            assert block["@id"] == site.identity(row)
            alone = find(type(row), row.pk, site)
            assert alone is not None
            assert block == alone

    def test_is_the_same_in_every_language_of_the_interface(self, client: Client, quote: Quote):
        address = Quote.objects.get(pk=quote.pk).get_absolute_url()
        german, english = (on_page(client, f"{address}?lang={code}") for code in ("de", "en"))
        assert german == english

    def test_no_text_ends_the_script(self, client: Client):
        words = "</script><script>alert(1)</script><!-- & \u2028 -->"
        quote = factories.published_quote(words)
        text = client.get(quote.get_absolute_url()).text
        assert "<script>" not in text
        assert len(re.findall("<script", text)) == 1
        assert plain(on_page(client, quote.get_absolute_url())["text"]) == words

    def test_the_home_page_is_that_of_a_web_site(self, client: Client):
        block = on_page(client, "/")
        root = expanded(block)
        check(block)
        assert kind_of(root) == "WebSite"
        assert root[VOCABULARY + "url"] == [{"@id": "http://testserver/"}]

    def test_a_preview_has_none(self, client: Client, edith: Any):
        quote = factories.draft_quote()
        client.force_login(edith)
        assert "ld+json" not in client.get(f"/preview/quotes/{quote.pk}/").text


def test_an_article_without_a_headline_is_called_by_outlet_and_date_in_words():
    article = factories.published_article(headline="", published_on="2025-09")
    data = find(type(article), article.pk, SITE)
    assert data is not None
    assert data["name"] == [
        {"@language": "de", "@value": f"{article.outlet.name}, September 2025"},
        {"@language": "en", "@value": f"{article.outlet.name}, September 2025"},
    ]
    assert "headline" not in data
    check(data)
    day = factories.published_article(headline="", published_on="2025-09-08")
    name = (find(type(day), day.pk, SITE) or {})["name"]
    assert [one["@value"].split(", ")[1] for one in name] == [
        "8. September 2025",
        "8 September 2025",
    ]
