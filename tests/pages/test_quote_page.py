"""A quote's page: the words, who and when, the sources in their context, the way they came."""

import pytest
from django.test import Client

from quotes.models import HopAgent, HopKind, LinkKind, SpeechType, WordingOrigin
from tests import factories

pytestmark = pytest.mark.django_db

LEFT_OUT = "Dieser Satz steht weit weg von allem, was zitiert wird."
FAR_AWAY = LEFT_OUT + " " + "Füllwort " * 40


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


@pytest.fixture
def in_three_languages():
    """Nakatani's sentence: Japanese as spoken, Jiji's English, a German machine translation."""
    spoken = factories.published_article(
        language="ja",
        text=f"中谷氏は「{factories.NAKATANI_JA}」と強調。",
        headline="日韓防衛相会談",
    )
    agency = factories.published_article(
        language="en", text=f'"{factories.NAKATANI_EN}" Nakatani told reporters.'
    )
    translated = factories.published_article()
    quote = factories.published_quote(
        factories.NAKATANI_JA,
        article=spoken,
        language="ja",
        said_on="2025-09-08",
    )
    quote.occurrences.update(wording_origin=WordingOrigin.ORIGINAL)
    factories.anchored_occurrence(
        quote, agency, factories.NAKATANI_EN, wording_origin=WordingOrigin.MEDIA_TRANSLATION
    )
    factories.anchored_occurrence(
        quote, translated, wording_origin=WordingOrigin.MACHINE_TRANSLATION
    )
    return quote


@pytest.mark.parametrize(
    ("language", "first", "label"),
    [
        ("de", f"„</span>{factories.NAKATANI_DE}“", "machine_translation"),
        ("en", f"“</span>{factories.NAKATANI_EN}”", "media_translation"),
    ],
)
def test_a_reader_sees_his_language_first_with_its_marks_and_the_original_beneath(
    client: Client, in_three_languages, language: str, first: str, label: str
):
    text = client.get(in_three_languages.get_absolute_url(), {"lang": language}).text
    assert in_order(
        text,
        f'lang="{language}" dir="ltr"><span class="words-mark">{first}</blockquote>',
        f'href="/method/#wording-{label}"',
        f'lang="ja" dir="ltr"><span class="words-mark">「</span>{factories.NAKATANI_JA}」',
        'href="/method/#wording-original"',
    )


def test_every_public_source_shows_the_passage_in_its_context_with_a_link_to_the_words(
    client: Client, in_three_languages
):
    text = client.get(in_three_languages.get_absolute_url(), {"lang": "en"}).text
    assert text.count('<article class="source ') == 3
    assert f"中谷氏は「<mark>{factories.NAKATANI_JA}</mark>」と強調。" in text
    assert f"<mark>{factories.NAKATANI_EN}</mark>&quot; Nakatani told reporters." in text
    assert "#:~:text=" in text


def test_an_indirect_wording_stands_without_marks_and_is_called_paraphrased(client: Client):
    quote = factories.published_quote(
        "Beide Seiten vereinbarten, die Konsultationen zu intensivieren",
        speech_type=SpeechType.INDIRECT,
    )
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert ">Beide Seiten vereinbarten, die Konsultationen zu intensivieren</blockquote>" in text
    assert ">paraphrased</a>" in text


def test_an_interrupted_quotation_shows_the_interruption_in_its_source(client: Client):
    quote = factories.published_quote(["Wir haben gewartet", "und es hat sich gelohnt"])
    text = client.get(quote.get_absolute_url()).text
    assert "„</span>Wir haben gewartet … und es hat sich gelohnt“" in text
    assert (
        "<mark>Wir haben gewartet</mark>“, sagte er, „<mark>und es hat sich gelohnt</mark>" in text
    )


def test_the_text_beyond_200_characters_around_the_passage_is_not_shown(client: Client):
    text = f"{FAR_AWAY}„{factories.NAKATANI_DE}“, sagte er. {'Füllwort ' * 40}{LEFT_OUT}"
    article = factories.published_article(text=text)
    quote = factories.published_quote(article=article)
    page = client.get(quote.get_absolute_url()).text
    assert "sagte er." in page
    assert LEFT_OUT not in page
    article.rights = "whole"
    article.save()
    assert page.count(LEFT_OUT) == 0
    assert client.get(quote.get_absolute_url()).text.count(LEFT_OUT) == 2


def test_who_spoke_when_where_and_to_whom(client: Client):
    ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense of Japan")
    tenure = factories.TenureFactory(organisation=ministry)
    article = factories.published_article(
        text=f"Einen Tag nach der Ankündigung: „{factories.NAKATANI_DE}“, vor Reportern."
    )
    quote = factories.published_quote(
        article=article,
        tenure=tenure,
        name_as_printed="中谷氏",
        said_on="2025-09",
        said_on_basis="derived",
        said_on_expression="Einen Tag nach der Ankündigung",
        event=factories.EventFactory(),
        addressee="Reportern",
        context="Nach den <Gesprächen>.",
    )
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    for shown in (
        "Gen Nakatani</bdi></a>",
        "then Minister of Defense",
        "Ministry of Defense of Japan</a>",
        "中谷氏",
        '<time datetime="2025-09">September 2025</time>',
        "derived from a printed expression",
        'lang="de" dir="ltr">Einen Tag nach der Ankündigung</span>',
        '<dd lang="de" dir="ltr">Reportern</dd>',
        "Defense ministers’ meeting in Seoul",
        "Nach den &lt;Gesprächen&gt;.",
    ):
        assert shown in text
    german = client.get(quote.get_absolute_url(), {"lang": "de"}).text
    assert "Verteidigungsminister" in german


def test_a_source_without_a_name_is_described_as_printed(client: Client):
    quote = factories.published_quote(description="ein hoher Beamter", said_on="")
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert '<span class="name" lang="de">ein hoher Beamter</span>' in text
    assert "without a name" in text
    assert "not known" in text


def test_the_way_the_words_came_is_followed_upstream(client: Client):
    kyodo = factories.OutletFactory(name="Kyodo")
    thanh_hoa = factories.published_article(
        language="vi", text=None, headline="Bộ trưởng Quốc phòng Nhật Bản thăm Hàn Quốc"
    )
    factories.HopFactory(
        article=thanh_hoa, source_outlet=kyodo, kind=HopKind.QUOTES, evidence="Theo hãng tin Kyodo"
    )
    article = factories.published_article()
    quote = factories.published_quote(article=article)
    factories.HopFactory(
        article=article,
        source_article=thanh_hoa,
        agent=HopAgent.MACHINE,
        evidence="",
        inferred=True,
    )
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert in_order(
        text,
        "translates (by machine):",
        thanh_hoa.headline,
        "an editor’s inference",
        "quotes:",
        "Kyodo",
        'lang="vi" dir="ltr">Theo hãng tin Kyodo</span>',
    )


def test_an_origin_of_the_occurrence_itself_goes_before_its_articles(client: Client):
    article = factories.published_article()
    quote = factories.published_quote(article=article)
    factories.HopFactory(article=article, evidence="Laut VNA")
    factories.HopFactory(
        article=None, occurrence=quote.occurrences.get(), evidence="wie Kyodo meldet"
    )
    text = client.get(quote.get_absolute_url()).text
    assert "wie Kyodo meldet" in text
    assert "Laut VNA" not in text


def test_articles_that_name_each_other_as_their_source_do_not_hang_the_page(client: Client):
    one, other = factories.published_article(), factories.published_article(text=None)
    factories.HopFactory(article=one, source_article=other, evidence="siehe dort")
    factories.HopFactory(article=other, source_article=one, evidence="siehe hier")
    quote = factories.published_quote(article=one)
    text = client.get(quote.get_absolute_url()).text
    assert in_order(text, "siehe dort", "siehe hier")


def test_without_an_earlier_source_the_page_says_so(client: Client):
    text = client.get(factories.published_quote().get_absolute_url(), {"lang": "en"}).text
    assert "We hold no earlier source of:" in text


def test_what_belongs_to_a_quote_is_linked(client: Client):
    statement = factories.published_statement()
    provision = statement.provisions.get(number=2)
    topic = factories.TopicFactory()
    quote = factories.published_quote(topics=[topic])
    answer = factories.published_quote("Das sehe ich anders")
    factories.QuoteRelationFactory(from_quote=answer, to_quote=quote)
    factories.StatementLinkFactory(
        quote=quote, statement=statement, kind=LinkKind.STATES, provision=provision
    )
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert f"{statement.get_absolute_url()}#provision-2" in text
    assert topic.get_absolute_url() in text
    assert in_order(text, "is answered by", "Das sehe ich anders")
    other = client.get(answer.get_absolute_url(), {"lang": "en"}).text
    assert in_order(other, "answers", "Vertrauen aufzubauen")


def test_an_article_without_an_address_on_the_web_says_so(client: Client):
    quote = factories.published_quote()
    article = quote.occurrences.get().snapshot.article
    article.url = None
    article.save()
    quote.occurrences.update(locator="S. 17")
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert "no address on the web" in text
    assert "S. 17" in text


def test_an_address_that_is_no_web_address_is_not_linked(client: Client):
    quote = factories.published_quote()
    article = quote.occurrences.get().snapshot.article
    type(article).objects.filter(pk=article.pk).update(url="javascript:alert(1)")
    assert 'href="javascript' not in client.get(quote.get_absolute_url()).text


def test_words_and_names_are_escaped(client: Client):
    quote = factories.published_quote(
        "<script>alert(1)</script>", speaker=factories.SpeakerFactory(name="<b>Gen</b>")
    )
    for address in (quote.get_absolute_url(), "/quotes/", "/", "/speakers/"):
        text = client.get(address).text
        assert "<script>" not in text
        assert "<b>" not in text


def test_words_written_from_right_to_left_say_so(client: Client):
    quote = factories.published_quote("الثقة تبنى بصبر", language="ar")
    assert 'lang="ar" dir="rtl"><span class="words-mark">«' in (
        client.get(quote.get_absolute_url()).text
    )


def test_every_wording_stands_once_beside_the_others_with_all_who_print_it(client: Client):
    quote = factories.published_quote(factories.NAKATANI_JA, language="ja")
    quote.occurrences.update(wording_origin=WordingOrigin.ORIGINAL)
    agency, copy = (
        factories.published_article(
            language="en",
            text=f'"{factories.NAKATANI_EN}" he said.',
            outlet=factories.OutletFactory(name=name),
        )
        for name in ("Jiji Press", "The Nation")
    )
    for article in (agency, copy):
        factories.anchored_occurrence(quote, article, factories.NAKATANI_EN)
    address = quote.get_absolute_url()
    two = client.get(address, {"lang": "en"})
    assert two.context["wordings"] == []
    assert "All versions compared" not in two.text
    factories.anchored_occurrence(quote, factories.published_article())
    three = client.get(address, {"lang": "de"})
    columns = [
        [row.snapshot.article.outlet.name for row in wording.occurrences]
        for wording in three.context["wordings"]
    ]
    assert [len(column) for column in columns] == [1, 1, 2]
    assert {*columns[2]} == {"Jiji Press", "The Nation"}
    assert three.context["wordings"][0].occurrences[0].language == "de"
    assert three.context["wordings"][1].occurrences[0].language == "ja"
    # Behind the sources: nobody reads the same words three times before the second one.
    assert in_order(
        three.text, '<a href="#wordings">', 'id="source-', "</article>", '<h2 id="wordings">'
    )


def test_each_label_is_explained_where_it_stands_and_on_the_page(client: Client):
    text = client.get(factories.published_quote().get_absolute_url(), {"lang": "en"}).text
    assert 'aria-describedby="explained-direct"' in text
    assert 'data-explanation="Printed as the exact words, in quotation marks."' in text
    assert '<dd id="explained-direct">Printed as the exact words' in text


def test_sources_without_an_origin_are_named_in_one_sentence(client: Client):
    quote = factories.published_quote()
    factories.HopFactory(article=quote.occurrences.get().snapshot.article)
    other = factories.published_article(outlet=factories.OutletFactory(name="KBS World"))
    factories.anchored_occurrence(quote, other)
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    assert text.count("We hold no earlier source of:") == 1
    assert in_order(text, "Laut VNA", "We hold no earlier source of:", "KBS World</a> (German)")


def test_the_role_then_is_told_as_one_says_it(client: Client):
    quote = factories.published_quote(tenure=factories.TenureFactory())
    address = quote.get_absolute_url()
    assert "</a>, then Minister of Defense" in client.get(address, {"lang": "en"}).text
    assert "</a>, damals Verteidigungsminister" in client.get(address, {"lang": "de"}).text
