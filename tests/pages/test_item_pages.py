"""Pages of statements, articles, speakers, events and topics."""

import pytest
from django.test import Client

from quotes.models import Article, LinkKind, NameKind, Provision, SpeechType
from tests import factories

pytestmark = pytest.mark.django_db


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


class TestStatement:
    def test_it_names_signatories_with_their_role_and_capacity_in_order(self, client: Client):
        statement = factories.published_statement()
        for row in statement.signatories.all():
            row.tenure = factories.TenureFactory(speaker=row.speaker)
            row.save()
        text = client.get(statement.get_absolute_url(), {"lang": "en"}).text
        assert in_order(text, "Gen Nakatani</a>", "Minister of Defense", "Ahn Gyu-back</a>")
        assert '<span class="printed" lang="ja" dir="ltr">日本国防衛大臣</span>' in text

    def test_provisions_stand_in_order_with_the_quotes_that_state_them_in_every_wording(
        self, client: Client
    ):
        statement = factories.published_statement()
        first, second = statement.provisions.all()
        quote = factories.published_quote(factories.AHN_KO, language="ko")
        factories.anchored_occurrence(
            quote,
            factories.published_article(language="vi", text=factories.STATEMENT_VI),
            factories.STATEMENT_VI,
        )
        factories.StatementLinkFactory(quote=quote, statement=statement, provision=second)
        text = client.get(statement.get_absolute_url(), {"lang": "en"}).text
        assert in_order(
            text,
            f'id="provision-{first.number}"',
            factories.STATEMENT_JA[0],
            f'id="provision-{second.number}"',
            factories.STATEMENT_JA[1],
            factories.AHN_KO,
            factories.STATEMENT_VI,
        )

    def test_quotes_without_a_provision_and_quotes_about_it_stand_apart(self, client: Client):
        statement = factories.published_statement()
        stated, about = factories.published_quote("Der Wortlaut"), factories.published_quote("Dazu")
        factories.StatementLinkFactory(quote=stated, statement=statement)
        factories.StatementLinkFactory(quote=about, statement=statement, kind=LinkKind.CONCERNS)
        text = client.get(statement.get_absolute_url(), {"lang": "en"}).text
        assert in_order(
            text,
            "Its words as others quote them",
            "Der Wortlaut",
            "Said about it or on the occasion",
            "Dazu",
        )

    def test_the_text_around_the_provisions_is_shown_only_where_the_rights_allow_it(
        self, client: Client
    ):
        statement = factories.published_statement()
        Provision.objects.filter(statement=statement, number=1).update(number=3)
        version = statement.versions.get()
        version.provision_texts.filter(provision__number=3).update(end=5)
        assert factories.STATEMENT_JA[0] not in client.get(statement.get_absolute_url()).text
        article = version.snapshot.article
        article.rights = "whole"
        article.save()
        assert factories.STATEMENT_JA[0] in client.get(statement.get_absolute_url()).text

    def test_versions_stand_side_by_side_and_each_provision_has_a_place_for_every_one(
        self, client: Client
    ):
        statement = factories.published_statement()
        passage = "Die Minister begrüßten den Besuch."
        version = factories.StatementVersionFactory(
            statement=statement,
            language="de",
            official=False,
            snapshot=factories.published_article(text=passage).snapshots.get(),
        )
        first, second = statement.provisions.all()
        factories.ProvisionTextFactory(version=version, provision=first, passage=passage)
        response = client.get(statement.get_absolute_url(), {"lang": "en"})
        assert [
            [(text.version.language, bool(text.words)) for text in point.texts]
            for point in response.context["points"]
        ] == [[("ja", True), ("de", True)], [("ja", True), ("de", False)]]
        assert in_order(
            response.text,
            f'id="provision-{first.number}"',
            passage,
            f'id="provision-{second.number}"',
            "Not in what we hold of this version.",
        )

    def test_a_provision_that_no_version_holds_says_so_once(self, client: Client):
        statement = factories.published_statement()
        factories.ProvisionFactory(statement=statement)
        text = client.get(statement.get_absolute_url(), {"lang": "en"}).text
        assert text.count("We hold no text of this provision itself") == 1
        assert "Not in what we hold" not in text

    def test_what_was_said_about_it_comes_page_by_page(self, client: Client):
        statement = factories.published_statement()
        article = factories.published_article()
        for _ in range(31):
            quote = factories.published_quote(article=article)
            factories.StatementLinkFactory(quote=quote, statement=statement, kind=LinkKind.CONCERNS)
        address = statement.get_absolute_url()
        first = client.get(address).context["concerning"]
        assert (len(first.rows), first.is_first) == (30, True)
        rest = client.get(address, {"after": first.next_cursor}).context["concerning"]
        assert len(rest.rows) == 1
        assert not {row.pk for row in rest.rows} & {row.pk for row in first.rows}

    def test_a_version_in_the_readers_language_goes_first(self, client: Client):
        statement = factories.published_statement()
        passage = "Die Minister begrüßten den Besuch."
        version = factories.StatementVersionFactory(
            statement=statement,
            language="de",
            official=False,
            snapshot=factories.published_article(text=passage).snapshots.get(),
        )
        factories.ProvisionTextFactory(
            version=version, provision=statement.provisions.first(), passage=passage
        )
        address = statement.get_absolute_url()
        german = client.get(address, {"lang": "de"}).text
        english = client.get(address, {"lang": "en"}).text
        assert in_order(german, passage, factories.STATEMENT_JA[0])
        assert in_order(english, factories.STATEMENT_JA[0], passage)


class TestArticle:
    def test_passages_whose_contexts_overlap_share_one_excerpt(self, client: Client):
        article = factories.published_article()
        factories.published_quote(article=article)
        for fragment in ("schwierigen", "lange gedauert hat"):
            factories.published_quote(fragment, article=article, speech_type=SpeechType.FRAGMENT)
        text = client.get(article.get_absolute_url()).text
        assert text.count('class="excerpt"') == 2
        assert "die „<mark>schwierigen</mark>“ bilateralen Beziehungen" in text
        assert "es „<mark>lange gedauert hat</mark>, bis" in text

    def test_what_nobody_quotes_is_not_shown(self, client: Client):
        article = factories.published_article()
        factories.draft_quote(article=article)
        text = client.get(article.get_absolute_url(), {"lang": "en"}).text
        assert "geduldig" not in text
        assert "None of this article is public yet" in text

    def test_the_whole_text_is_shown_where_the_rights_allow_it(self, client: Client):
        article = factories.published_article(rights="whole")
        factories.published_quote("schwierigen", article=article)
        text = client.get(article.get_absolute_url()).text
        assert "sagte Minister Nakatani" in text
        assert "<mark>schwierigen</mark>" in text

    @pytest.mark.parametrize("rights", ["excerpt", "whole"])
    def test_a_long_text_shows_its_passages_page_by_page(self, client: Client, rights: str):
        words = [f"Satz Nummer {number}" for number in range(1, 54)]
        article = factories.published_article(
            rights=rights,
            text="\n".join(f"„{word}“, sagte er. " + "Und weiter. " * 40 for word in words),
        )
        for word in reversed(words):
            factories.published_quote(word, article=article, speech_type=SpeechType.FRAGMENT)
        address = article.get_absolute_url()
        first = client.get(address, {"lang": "en"})
        place = article.snapshots.get().text.index(words[50])
        assert first.context["shown"].following == place
        assert f"?lang=en&amp;from={place}" in first.text
        rest = client.get(address, {"from": place})
        for response, shown, hidden in (
            (first, words[:50], words[50:]),
            (rest, words[50:], words[:50]),
        ):
            for word in shown:
                assert f"<mark>{word}</mark>" in response.text
            for word in hidden:
                assert f"<mark>{word}</mark>" not in response.text
        assert rest.context["shown"].following is None

    def test_more_quotes_of_one_place_than_a_page_holds_do_not_hold_the_reader(
        self, client: Client
    ):
        article = factories.published_article()
        for _ in range(51):
            factories.published_quote("schwierigen", article=article)
        seen, following = 0, 0
        for _page in range(3):
            shown = client.get(article.get_absolute_url(), {"from": following}).context["shown"]
            seen = max([seen, *(len(p.occurrences) for c in shown.captured for p in c.passages)])
            following = shown.following
            if following is None:
                break
        assert (seen, following) == (51, None)

    @pytest.mark.parametrize("place", ["-1", "x", "1e3", "9" * 10, "٣"])
    def test_a_place_that_is_none_is_refused(self, client: Client, place: str):
        address = factories.published_article().get_absolute_url()
        assert client.get(address, {"from": place}).status_code == 400

    def test_credits_and_origins_stand_apart(self, client: Client):
        article = factories.published_article(byline="Von unserer Redaktion")
        factories.CreditFactory(article=article, outlet=factories.OutletFactory(name="AFP"))
        factories.HopFactory(article=article, source_outlet=factories.OutletFactory(name="VNA"))
        text = client.get(article.get_absolute_url(), {"lang": "en"}).text
        assert in_order(
            text, "(Quelle: AFP)", "photo: ", "AFP</bdi></a>", "Where its text came from", "VNA"
        )
        assert "Von unserer Redaktion" in text

    def test_a_dead_link_says_so_beside_the_archived_copy(self, client: Client):
        article = factories.published_article(archive_url="https://archive.example/1")
        address = article.get_absolute_url()
        assert "to be gone" not in client.get(address, {"lang": "en"}).text
        Article.objects.filter(pk=article.pk).update(link_dead_since="2025-10-01")
        page = client.get(address, {"lang": "en"}).text
        assert "On 1 October 2025 the page was found to be gone from this address." in page
        assert 'href="https://archive.example/1"' in page

    def test_an_article_without_a_headline_is_known_by_outlet_date_and_language(
        self, client: Client
    ):
        article = factories.published_article(
            headline="", language="ja", outlet=factories.OutletFactory(name="Jiji Press")
        )
        text = client.get(article.get_absolute_url(), {"lang": "en"}).text
        assert "<h1>Jiji Press, 8 September 2025 (Japanese)" in text.replace("\n", "")

    def test_provisions_that_it_prints_lead_to_the_statement(self, client: Client):
        statement = factories.published_statement()
        article = statement.versions.get().snapshot.article
        text = client.get(article.get_absolute_url()).text
        assert f"{statement.get_absolute_url()}#provision-2" in text


class TestSpeaker:
    def test_names_and_roles_in_the_readers_language(self, client: Client):
        speaker = factories.SpeakerFactory()
        factories.SpeakerNameFactory(speaker=speaker)
        factories.SpeakerNameFactory(
            speaker=speaker, text="Nakatani Gen", language="de", kind=NameKind.OFFICIAL
        )
        ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense")
        factories.TenureFactory(speaker=speaker, organisation=ministry, since="2024-10-01")
        factories.published_quote(speaker=speaker)
        german = client.get(speaker.get_absolute_url(), {"lang": "de"}).text
        english = client.get(speaker.get_absolute_url(), {"lang": "en"}).text
        assert '<span lang="ja" dir="ltr">中谷元</span>' in german
        assert "<h1><bdi>Nakatani Gen</bdi></h1>" in german
        assert "<h1><bdi>Gen Nakatani</bdi></h1>" in english
        assert "Verteidigungsminister" in german
        assert ministry.get_absolute_url() in german
        assert "1 October 2024" in english

    def test_a_role_stays_when_the_article_that_says_so_is_withdrawn(self, client: Client):
        source = factories.published_article(outlet=factories.OutletFactory(name="Asahi"))
        tenure = factories.TenureFactory(source=source)
        factories.published_quote(tenure=tenure)
        assert "Asahi" in client.get(tenure.speaker.get_absolute_url()).text
        factories.withdraw(source)
        text = client.get(tenure.speaker.get_absolute_url(), {"lang": "en"}).text
        assert "Minister of Defense" in text
        assert "Asahi" not in text

    def test_quotes_and_statements_have_pages_of_their_own(self, client: Client):
        speaker = factories.SpeakerFactory()
        article = factories.published_article()
        for _ in range(31):
            factories.published_quote(article=article, speaker=speaker)
            factories.published_statement(
                signatories=[speaker], passages=["数"], article=factories.published_article()
            )
        response = client.get(speaker.get_absolute_url())
        quotes, statements = response.context["page"], response.context["statements"]
        parameters = {"after": quotes.next_cursor, "statements_after": statements.next_cursor}
        further = client.get(speaker.get_absolute_url(), parameters)
        assert len(further.context["page"].rows) == 1
        assert len(further.context["statements"].rows) == 1
        one = client.get(
            speaker.get_absolute_url(), {"statements_after": statements.next_cursor}
        ).text
        assert f"after={quotes.next_cursor}&amp;statements_after" in one or (
            f"statements_after={statements.next_cursor}&amp;after={quotes.next_cursor}" in one
        )


def test_an_event_shows_place_date_participants_and_what_belongs_to_it(client: Client):
    dialogue = factories.EventFactory(title_en="Seoul Defense Dialogue")
    speaker = factories.SpeakerFactory()
    event = factories.EventFactory(participants=[speaker], parent=dialogue)
    quote = factories.published_quote(event=event)
    statement = factories.published_statement(event=event)
    text = client.get(event.get_absolute_url(), {"lang": "en"}).text
    for item in (speaker, dialogue, quote, statement):
        assert item.get_absolute_url() in text
    assert "8 September 2025" in text
    assert "· Seoul" in text
    whole = client.get(dialogue.get_absolute_url(), {"lang": "en"}).text
    assert event.get_absolute_url() in whole


def test_a_topic_shows_its_quotes_and_statements(client: Client):
    topic = factories.TopicFactory()
    quote = factories.published_quote(topics=[topic])
    statement = factories.published_statement(topics=[topic])
    text = client.get(topic.get_absolute_url()).text
    assert quote.get_absolute_url() in text
    assert statement.get_absolute_url() in text
