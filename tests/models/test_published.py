"""What the public sees: every model's ``published()`` against every mix of states."""

import itertools

import pytest
from django.apps import apps

from quotes.models import (
    Article,
    Attribution,
    Credit,
    Event,
    Hop,
    JointStatement,
    Occurrence,
    Outlet,
    Provision,
    ProvisionText,
    Quote,
    QuoteRelation,
    Segment,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerName,
    State,
    StatementLink,
    StatementVersion,
    Tenure,
    Topic,
)
from tests import factories
from tests.models.attacks import rules_hold

pytestmark = pytest.mark.django_db

PUBLIC_MODELS = [
    model
    for model in apps.get_app_config("quotes").get_models()
    if hasattr(model._default_manager, "published")
]
STATES = list(State.values)
states = pytest.mark.parametrize("state", STATES)
pairs = pytest.mark.parametrize(("one", "other"), list(itertools.product(STATES, STATES)))


def public(model, *rows):
    """Which of ``rows`` (all of the model where none is given) the public sees."""
    rules_hold()
    found = model.objects.published()
    if rows:
        found = found.filter(pk__in=[row.pk for row in rows])
    return bool(found)


def article_in(state, **fields):
    return factories.brought_to(factories.draft_article(**fields), state)


def quote_in(state, **fields):
    return factories.brought_to(
        factories.draft_quote(article=factories.published_article(), **fields), state
    )


def statement_in(state, **fields):
    return factories.brought_to(factories.draft_statement(**fields), state)


# Articles and what hangs upon them


@states
def test_an_article_its_texts_and_its_credits(state):
    article = factories.draft_article()
    factories.CreditFactory(article=article)
    factories.brought_to(article, state)
    expected = state == State.PUBLISHED
    assert [public(model) for model in (Article, Snapshot, Credit)] == [expected] * 3


@pairs
def test_a_hop_from_one_article_to_another_needs_both_ends(one, other):
    hop = factories.HopFactory(source_article=article_in(other))
    factories.brought_to(hop.article, one)
    assert public(Hop) == (one == other == State.PUBLISHED)


@states
def test_a_hop_from_an_outlet_or_from_nowhere_needs_its_article(state):
    hop = factories.HopFactory(source_outlet=factories.OutletFactory())
    unknown = factories.HopFactory(article=hop.article)
    factories.brought_to(hop.article, state)
    assert [public(Hop, hop), public(Hop, unknown)] == [state == State.PUBLISHED] * 2


@states
def test_words_printed_elsewhere_need_that_article(state):
    hop = factories.HopFactory(evidence_in=article_in(state))
    factories.publish(hop.article)
    assert public(Hop, hop) == (state == State.PUBLISHED)


@states
def test_an_outlet_is_reached_through_articles_credits_and_hops(state):
    article = factories.ArticleFactory(carried_by=factories.OutletFactory())
    hop = factories.HopFactory(article=article, source_outlet=factories.OutletFactory())
    credit = factories.CreditFactory(article=article, outlet=factories.OutletFactory())
    factories.brought_to(article, state)
    for outlet in (article.outlet, article.carried_by, hop.source_outlet, credit.outlet):
        assert public(Outlet, outlet) == (state == State.PUBLISHED)


def test_an_outlet_without_articles_is_not_public():
    factories.OutletFactory()
    assert not public(Outlet)


# Quotes and what hangs upon them


@pytest.mark.parametrize("withdrawn", [False, True])
@pairs
def test_an_occurrence_needs_its_quote_and_its_article(one, other, withdrawn):
    quote = factories.draft_quote(article=factories.published_article())
    article = factories.draft_article()
    occurrence = factories.anchored_occurrence(quote, article, withdrawn=withdrawn)
    hop = factories.HopFactory(article=None, occurrence=occurrence)
    factories.brought_to(quote, one)
    factories.brought_to(article, other)
    expected = one == other == State.PUBLISHED and not withdrawn
    assert public(Occurrence, occurrence) == expected
    assert public(Segment, *occurrence.segments.all()) == expected
    assert public(Hop, hop) == expected


@pairs
def test_a_hop_of_an_occurrence_needs_its_source_too(one, other):
    quote = factories.draft_quote(article=factories.published_article())
    hop = factories.HopFactory(
        article=None, occurrence=quote.occurrences.get(), source_article=article_in(other)
    )
    factories.brought_to(quote, one)
    assert public(Hop, hop) == (one == other == State.PUBLISHED)


@states
def test_a_quote_and_who_said_it(state):
    speaker = factories.SpeakerFactory()
    factories.SpeakerNameFactory(speaker=speaker)
    ministry = factories.SpeakerFactory(kind="organisation", name="防衛省")
    tenure = factories.TenureFactory(speaker=speaker, organisation=ministry)
    quote_in(state, speaker=speaker, tenure=tenure)
    expected = state == State.PUBLISHED
    for model in (Quote, Attribution, SpeakerName, Tenure):
        assert public(model) == expected
    assert [public(Speaker, speaker), public(Speaker, ministry)] == [expected] * 2


@pairs
def test_a_relation_needs_both_quotes(one, other):
    factories.QuoteRelationFactory(from_quote=quote_in(one), to_quote=quote_in(other))
    assert public(QuoteRelation) == (one == other == State.PUBLISHED)


# Statements and what hangs upon them


@states
def test_a_statement_its_signatories_and_its_provisions(state):
    party = factories.SpeakerFactory(kind="group", name="日韓両国")
    statement = factories.draft_statement()
    statement.provisions.first().parties.add(party)
    signatory = statement.signatories.first().speaker
    factories.brought_to(statement, state)
    expected = state == State.PUBLISHED
    for model in (JointStatement, Signatory, Provision):
        assert public(model) == expected
    assert [public(Speaker, signatory), public(Speaker, party)] == [expected] * 2


@pairs
def test_the_text_of_a_statement_needs_the_statement_and_the_article(one, other):
    article = factories.ArticleFactory(language="ja")
    statement = factories.draft_statement(article=article)
    version = statement.versions.get()
    factories.brought_to(statement, one)
    factories.brought_to(article, other)
    expected = one == other == State.PUBLISHED
    assert public(StatementVersion) == expected
    assert public(ProvisionText) == expected
    assert public(Speaker, version.issuer) == expected


@pairs
def test_a_link_needs_the_quote_and_the_statement(one, other):
    factories.StatementLinkFactory(quote=quote_in(one), statement=statement_in(other))
    assert public(StatementLink) == (one == other == State.PUBLISHED)


# Events, topics, speakers


@pytest.mark.parametrize("reached_by", [quote_in, statement_in])
@states
def test_an_event_is_reached_by_what_was_said_at_it_or_at_a_part_of_it(reached_by, state):
    dialogue = factories.EventFactory(title_de="Seoul Defense Dialogue")
    day = factories.EventFactory(parent=dialogue)
    meeting = factories.EventFactory(parent=day)
    beside = factories.EventFactory(parent=dialogue)
    reached_by(state, event=meeting)
    expected = state == State.PUBLISHED
    assert [public(Event, event) for event in (meeting, day, dialogue)] == [expected] * 3
    assert not public(Event, beside)


@pytest.mark.parametrize("reached_by", [quote_in, statement_in])
@states
def test_a_topic_is_reached_by_quotes_and_statements(reached_by, state):
    topic = factories.TopicFactory()
    reached_by(state, topics=[topic])
    assert public(Topic, topic) == (state == State.PUBLISHED)


@states
def test_a_participant_is_reached_by_a_public_event(state):
    lee = factories.SpeakerFactory(name="Lee Jae Myung", family_name="Lee")
    quote_in(state, event=factories.EventFactory(participants=[lee]))
    assert public(Speaker, lee) == (state == State.PUBLISHED)


@states
def test_an_organisation_is_reached_by_an_article_of_its_outlet(state):
    ministry = factories.SpeakerFactory(kind="organisation", name="防衛省")
    article_in(state, outlet=factories.OutletFactory(organisation=ministry))
    assert public(Speaker, ministry) == (state == State.PUBLISHED)


def test_a_speaker_who_said_nothing_public_is_not_shown_nor_is_his_office():
    tenure = factories.TenureFactory(
        organisation=factories.SpeakerFactory(kind="organisation", name="防衛省")
    )
    factories.SpeakerNameFactory(speaker=tenure.speaker)
    assert [public(model) for model in (Speaker, SpeakerName, Tenure)] == [False] * 3


# All of them


def test_of_a_world_of_drafts_nothing_is_public():
    for name, member in vars(factories).items():
        # Errors are reported in what is published.
        if name.endswith("Factory") and isinstance(member, type) and name != "ErrorReportFactory":
            member()
    factories.draft_quote(event=factories.EventFactory(), topics=[factories.TopicFactory()])
    factories.draft_statement()
    assert [model.__name__ for model in PUBLIC_MODELS if public(model)] == []


def test_no_row_is_public_twice_however_many_ways_lead_to_it():
    event = factories.EventFactory(parent=factories.EventFactory())
    topics = [factories.TopicFactory(), factories.TopicFactory()]
    speaker = factories.SpeakerFactory()
    organisation = factories.SpeakerFactory(kind="organisation", name="防衛省")
    tenures = [factories.TenureFactory(speaker=speaker, organisation=organisation) for _ in "12"]
    factories.SpeakerNameFactory(speaker=speaker)
    event.participants.add(speaker, organisation)
    outlet = factories.OutletFactory(organisation=organisation)
    articles = [
        factories.draft_article(outlet=outlet, carried_by=outlet, language="de") for _ in "12"
    ]
    factories.HopFactory(article=articles[0], source_article=articles[1])
    factories.HopFactory(article=articles[0], source_outlet=outlet)
    factories.CreditFactory(article=articles[0], outlet=outlet)
    quotes = []
    for tenure in tenures:
        quote = factories.draft_quote(
            article=articles[0], speaker=speaker, tenure=tenure, event=event, topics=topics
        )
        other = factories.anchored_occurrence(quote, articles[1])
        factories.HopFactory(article=None, occurrence=other, source_outlet=outlet)
        factories.HopFactory(article=None, occurrence=other, source_article=articles[0])
        quotes.append(quote)
    factories.QuoteRelationFactory(from_quote=quotes[0], to_quote=quotes[1])
    statement = factories.draft_statement(
        signatories=[speaker, organisation],
        issuer=organisation,
        article=articles[0],
        event=event,
        topics=topics,
    )
    for provision in statement.provisions.all():
        provision.parties.add(speaker, organisation)
    factories.StatementLinkFactory(quote=quotes[0], statement=statement)
    for item in (*articles, *quotes, statement):
        factories.publish(item)
    rules_hold()
    for model in PUBLIC_MODELS:
        keys = list(model.objects.published().values_list("pk", flat=True))
        assert keys, f"{model.__name__} has no public row in this test"
        assert len(keys) == len(set(keys)), model.__name__


@pytest.mark.parametrize("model", PUBLIC_MODELS, ids=lambda model: model.__name__)
def test_published_can_be_filtered_further_counted_and_cut(model):
    """It joins no row twice, so a page, a count and an update see the same rows."""
    found = model.objects.published()
    assert not found.query.distinct
    assert found.filter(pk=1).count() == len(found.filter(pk=1)[:10]) == 0


def test_an_organisation_is_public_with_whoever_is_shown_in_a_role_there():
    """However that person became public: here as a party of a provision."""
    tenure = factories.TenureFactory(
        organisation=factories.SpeakerFactory(name="Ministry of Defense", kind="organisation")
    )
    assert not public(Speaker, tenure.organisation)
    statement = factories.published_statement()
    statement.provisions.first().parties.add(tenure.speaker)
    assert public(Speaker, tenure.speaker)
    assert public(Speaker, tenure.organisation)
