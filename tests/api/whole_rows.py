"""Public rows with everything around them that the API nests: for each resource, one maker."""

from quotes.models import Article, Event, JointStatement, Outlet, Quote, Speaker, Tenure, Topic
from tests.factories import (
    NAKATANI_DE,
    NAKATANI_JA,
    AttributionFactory,
    CreditFactory,
    EventFactory,
    HopFactory,
    OutletFactory,
    QuoteRelationFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    StatementLinkFactory,
    TenureFactory,
    TopicFactory,
    anchored_occurrence,
    published_article,
    published_quote,
    published_statement,
)


def tenure() -> Tenure:
    """A minister's role, with every form of his name and the article that says so."""
    speaker = SpeakerFactory()
    SpeakerNameFactory(speaker=speaker)
    ministry = SpeakerFactory(kind="organisation", name="Ministry of Defense of Japan")
    return TenureFactory(speaker=speaker, organisation=ministry, source=published_article())


def whole_speaker() -> Speaker:
    return published_quote(tenure=tenure()).attributions.get().speaker


def whole_event() -> Event:
    event = EventFactory(participants=[SpeakerFactory()], parent=EventFactory())
    return published_quote(event=event).event


def whole_topic() -> Topic:
    return published_quote(topics=[TopicFactory()]).topics.get()


def whole_quote() -> Quote:
    """A quote in two languages with a role, an occasion, a topic, a statement, relations, hops."""
    role = tenure()
    speaker = role.speaker
    dialogue = EventFactory(title_de="Seoul Defense Dialogue", title_en="Seoul Defense Dialogue")
    quote = published_quote(
        NAKATANI_DE,
        tenure=role,
        event=EventFactory(participants=[speaker], parent=dialogue),
        topics=[TopicFactory()],
    )
    AttributionFactory(quote=quote, description="ein hoher Beamter", speaker=None)
    printed = anchored_occurrence(
        quote,
        published_article(language="ja", text=f"中谷氏は会談後、「{NAKATANI_JA}」と強調。"),
        NAKATANI_JA,
    )
    HopFactory(article=None, occurrence=printed, source_article=published_article())
    statement = published_statement(signatories=[speaker, SpeakerFactory(name="Ahn Gyu-back")])
    provision = statement.provisions.first()
    provision.parties.set([speaker])
    StatementLinkFactory(quote=quote, statement=statement, provision=provision)
    StatementLinkFactory(quote=quote, statement=published_statement())
    other = published_quote(NAKATANI_DE)
    QuoteRelationFactory(from_quote=quote, to_quote=other)
    QuoteRelationFactory(from_quote=other, kind="repeats", to_quote=quote)
    return quote


def whole_statement() -> JointStatement:
    statement = whole_quote().statement_links.order_by("pk")[0].statement
    statement.event = EventFactory(participants=[SpeakerFactory()])
    statement.save()
    statement.topics.set([TopicFactory()])
    return statement


def whole_article() -> Article:
    article = published_article(carried_by=OutletFactory())
    CreditFactory(article=article, outlet=OutletFactory())
    HopFactory(article=article, source_article=published_article())
    HopFactory(article=article, source_outlet=OutletFactory())
    return article


def whole_outlet() -> Outlet:
    owner = SpeakerFactory(kind="organisation", name="Ministry of Defense of Japan")
    return published_article(outlet=OutletFactory(organisation=owner)).outlet
