"""Lists are narrowed by what is public, and by one occurrence where several things are asked."""

from datetime import date

import pytest
from django.db.models import Value

from quotes.models import Article, Event, JointStatement, Quote, Speaker, SpeechType
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote() -> Quote:
    """Direct in Jiji's English, paraphrased in a German article of another outlet."""
    jiji = factories.published_article(
        language="en",
        text=f'"{factories.NAKATANI_EN}" he said.',
        outlet=factories.OutletFactory(name="Jiji Press"),
    )
    quote = factories.published_quote(factories.NAKATANI_EN, article=jiji, language="en")
    factories.anchored_occurrence(
        quote,
        factories.published_article(outlet=factories.OutletFactory(name="vietnam.vn")),
        speech_type=SpeechType.INDIRECT,
    )
    return quote


def outlet_of(quote: Quote, language: str):
    return quote.occurrences.get(language=language).snapshot.article.outlet


class TestOneOccurrenceMeetsAllThatIsAsked:
    @pytest.mark.parametrize(
        ("language", "speech_type", "found"),
        [
            ("en", "direct", True),
            ("de", "indirect", True),
            ("de", "direct", False),
            ("en", "indirect", False),
            ("ja", None, False),
            (None, "fragment", False),
            (None, None, True),
        ],
    )
    def test_language_and_type(self, quote, language, speech_type, found):
        rows = Quote.objects.published().printed_in(language=language, speech_type=speech_type)
        assert list(rows) == [quote] * found

    def test_outlet_and_language(self, quote):
        printed = Quote.objects.published().printed_in
        english, german = outlet_of(quote, "en"), outlet_of(quote, "de")
        assert list(printed(outlet=english, language="en")) == [quote]
        assert list(printed(outlet=english.pk)) == [quote]
        assert list(printed(outlet=english, language="de")) == []
        assert list(printed(outlet=german, speech_type=SpeechType.DIRECT)) == []

    def test_an_occurrence_that_is_not_public_meets_nothing(self, quote):
        quote.occurrences.filter(language="de").update(withdrawn=True)
        factories.anchored_occurrence(
            quote, factories.draft_article(language="ja", text="「待った」"), "待った"
        )
        printed = Quote.objects.published().printed_in
        assert list(printed(language="de")) == []
        assert list(printed(language="ja")) == []
        assert list(printed(language="en")) == [quote]

    def test_a_quote_is_found_once_however_many_occurrences_meet_it(self, quote):
        article = factories.published_article(language="en", text=factories.NAKATANI_EN)
        factories.anchored_occurrence(quote, article, factories.NAKATANI_EN)
        assert list(Quote.objects.published().printed_in(language="en")) == [quote]

    @pytest.mark.parametrize(("asked", "found"), [("ko", True), ("ko-Latn", True), ("k", False)])
    def test_a_language_holds_its_scripts_and_regions(self, asked, found):
        quote = factories.published_quote("Hanguk", language="ko-Latn")
        assert list(Quote.objects.printed_in(language=asked)) == [quote] * found
        # As the API asks: with the value left open until the statement is executed.
        assert list(Quote.objects.printed_in(language=Value(asked))) == [quote] * found


def test_quotes_by_speaker_topic_event_and_statement():
    topic, event, statement = (
        factories.TopicFactory(),
        factories.EventFactory(),
        factories.published_statement(),
    )
    quote = factories.published_quote(topics=[topic], event=event)
    factories.AttributionFactory(quote=quote, speaker=factories.SpeakerFactory(name="Ahn Gyu-back"))
    factories.StatementLinkFactory(quote=quote, statement=statement, kind="concerns")
    factories.published_quote(topics=[factories.TopicFactory()], event=factories.EventFactory())
    quotes = Quote.objects.published()
    for row in quote.attributions.all():
        assert list(quotes.said_by(row.speaker)) == [quote]
    assert list(quotes.said_by_name("AHN, gyu")) == []
    assert list(quotes.said_by_name("Ahn Gyu")) == [quote]
    assert list(quotes.about(topic)) == [quote]
    assert list(quotes.said_at(event)) == [quote]
    assert list(quotes.of_statement(statement)) == [quote]
    factories.withdraw(statement)
    assert list(quotes.of_statement(statement)) == []


@pytest.mark.parametrize(
    ("said_on", "found"),
    [
        ("2025-09-08", True),
        ("2025", True),
        ("2024/2026", True),
        ("2024/..", True),
        ("../2025-02", True),
        ("2024-12-31", False),
        ("2026-01-01", False),
        ("2026/..", False),
        ("../2024", False),
        ("", False),
    ],
)
def test_an_imprecise_date_is_found_where_it_may_lie(said_on: str, found: bool):
    factories.published_quote(said_on=said_on)
    rows = Quote.objects.published().between_years(2025, 2025)
    assert rows.exists() == found


def test_an_open_end_asks_nothing():
    quote = factories.published_quote(said_on="2025-09-08")
    quotes = Quote.objects.published()
    assert list(quotes.between(date(2025, 9, 8))) == [quote]
    assert list(quotes.between(None, date(2025, 9, 8))) == [quote]
    assert list(quotes.between(None, date(2025, 9, 7))) == []
    assert list(quotes.between()) == [quote]


def test_statements_articles_and_events():
    topic = factories.TopicFactory()
    statement = factories.published_statement(topics=[topic], issued_on="2025-09-08")
    version = statement.versions.get()
    signatory = statement.signatories.first().speaker
    statements = JointStatement.objects.published()
    assert list(statements.issued_by(signatory)) == [statement]
    assert list(statements.issued_by(version.issuer)) == []
    assert list(statements.about(topic)) == [statement]
    assert list(statements.with_version_in("ja")) == [statement]
    assert list(statements.with_version_in("de")) == []
    assert list(statements.between_years(2026)) == []
    article = version.snapshot.article
    articles = Article.objects.published()
    assert list(articles.by_outlet(article.outlet).in_language("ja")) == [article]
    assert list(articles.between_years(2025, 2025)) == [article]
    factories.withdraw(article)
    assert list(statements.with_version_in("ja")) == []
    event = factories.EventFactory(held_on="2025-09")
    assert list(Event.objects.between_years(2025, 2025)) == [event]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gen nakatani", True),
        ("NAKATANI", True),
        ("Nakatani, G", True),
        ("中谷", True),
        ("中谷元", True),
        ("Nakatami", False),
        ("%", False),
        ("_", False),
        ("…", False),
        ("  Gen  ", True),
    ],
)
def test_a_speaker_is_found_by_any_form_of_the_name(typed: str, found: bool):
    speaker = factories.SpeakerFactory()
    factories.SpeakerNameFactory(speaker=speaker)
    factories.SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
    assert list(Speaker.objects.named(typed)) == [speaker] * found
