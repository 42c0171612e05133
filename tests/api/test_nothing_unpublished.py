"""Walks the whole API and finds nothing that is not public."""

import pytest

from quotes.api.resource import resources
from quotes.interchange.tables import TABLES
from quotes.models import (
    Article,
    Event,
    Hop,
    JointStatement,
    Occurrence,
    Outlet,
    Provision,
    Quote,
    Speaker,
    Topic,
)
from tests.api.test_bodies import expansions
from tests.api.whole_rows import whole_article, whole_quote, whole_statement
from tests.factories import (
    AttributionFactory,
    CaptureFactory,
    CreditFactory,
    EventFactory,
    HopFactory,
    OutletFactory,
    QuoteRelationFactory,
    ReviewCommentFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    StatementLinkFactory,
    TenureFactory,
    TopicFactory,
    anchored_occurrence,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
    withdraw,
)
from tests.models.attacks import rules_hold

SECRET = "Verschlusssache"

pytestmark = pytest.mark.django_db


@pytest.fixture
def secrets() -> None:
    """The secret word in whatever a draft, a withdrawn item or an editor’s note can hold."""
    quote, statement, article = whole_quote(), whole_statement(), whole_article()
    outlet = OutletFactory(name=f"{SECRET} Press", homepage=f"https://{SECRET}.example/")
    hidden = draft_article(
        headline=SECRET, text=f"Vorweg. {SECRET}!", outlet=outlet, byline=SECRET, url=None
    )
    speaker = SpeakerFactory(name=SECRET, family_name=SECRET)
    SpeakerNameFactory(speaker=speaker, text=f"{SECRET}中")
    TenureFactory(speaker=speaker, title_en=SECRET)
    topic = TopicFactory(name_de=SECRET, name_en=SECRET)
    event = EventFactory(title_en=SECRET, title_de=SECRET, place=SECRET, participants=[speaker])
    draft = draft_quote(
        SECRET,
        speaker=speaker,
        article=hidden,
        event=event,
        topics=[topic],
        context=SECRET,
        addressee=SECRET,
        name_as_printed=SECRET,
    )
    ReviewCommentFactory(quote=quote, text=SECRET)
    ReviewCommentFactory(quote=None, article=article, text=SECRET)

    # Bound to what is public.
    QuoteRelationFactory(from_quote=quote, to_quote=draft)
    QuoteRelationFactory(from_quote=draft, to_quote=quote)
    anchored_occurrence(quote, hidden, SECRET, reporting_phrase=SECRET, locator=SECRET)
    StatementLinkFactory(quote=draft, statement=statement, provision=statement.provisions.first())
    StatementLinkFactory(
        quote=quote, statement=draft_statement(title_de=SECRET, title_en=SECRET, topics=[topic])
    )
    HopFactory(article=article, source_article=hidden, evidence=SECRET)
    HopFactory(article=hidden, evidence=SECRET)
    CreditFactory(article=hidden, text=SECRET)
    tenure = quote.attributions.exclude(tenure=None).get().tenure
    tenure.source = hidden
    tenure.save()

    # Withdrawn: what it said is gone, and why is told.
    gone = published_quote(SECRET, context=SECRET, topics=[topic], event=event)
    AttributionFactory(quote=gone, speaker=speaker, name_as_printed=SECRET)
    QuoteRelationFactory(from_quote=quote, kind="repeats", to_quote=gone)
    withdraw(gone)
    withdraw(gone.occurrences.get().snapshot.article)
    withdraw(published_article(headline=SECRET, text=SECRET, byline=SECRET, rights_note=SECRET))
    taken_back = anchored_occurrence(
        quote, published_article(text=f"{SECRET}, sagte er."), SECRET, reporting_phrase=SECRET
    )
    taken_back.withdrawn = True
    taken_back.save()


def test_no_unpublished_word_leaves_by_any_address(client, secrets):
    models = {
        "speakers": Speaker,
        "quotes": Quote,
        "statements": JointStatement,
        "articles": Article,
        "outlets": Outlet,
        "events": Event,
        "topics": Topic,
        "occurrences": Occurrence,
        "provisions": Provision,
        "hops": Hop,
    }
    assert {"captures", "changes", "drafts", "schema", *models} == set(
        client.get("/api/v1/").json()
    )
    capture = CaptureFactory(
        text=SECRET, reading={"headline": SECRET}, article=Article.objects.first()
    )
    mine = ("/api/v1/captures/", f"/api/v1/captures/{capture.pk}/", "/api/v1/drafts/")
    for address in mine:
        answer = client.get(address)
        assert answer.status_code == 401
        assert SECRET not in answer.content.decode()
    for name, model in models.items():
        ids = list(model.objects.values_list("pk", flat=True))
        answers = [client.get(f"/api/v1/{name}/{pk}/") for pk in ids]
        found = [answer.status_code for answer in answers].count(200)
        assert 0 < found < len(ids)
        listed = client.get(f"/api/v1/{name}/", {"page_size": 100})
        assert len(listed.json()["results"]) == found
        looked_up = client.get(f"/api/v1/{name}/", {"id": ",".join(str(pk) for pk in ids[:100])})
        assert len(looked_up.json()["results"]) == min(found, 25)
        written_out = [
            client.get(f"/api/v1/{name}/", {"page_size": 100, "expand": expand})
            for expand in expansions(resources[name].serializer)[1:]
        ]
        for answer in (listed, looked_up, *written_out, *answers):
            assert answer.status_code in (200, 404, 410)
            assert SECRET.casefold() not in answer.content.decode().casefold(), name


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@pytest.mark.parametrize("name", TABLES)
def test_no_unpublished_word_is_in_a_file(client, secrets, name, form):
    response = client.get(f"/api/v1/{name}.{form}")
    content = b"".join(response.streaming_content).decode()
    assert content.count("\n") > (form == "csv")
    assert SECRET.casefold() not in content.casefold()


def test_the_feed_of_changes_tells_of_nothing_that_was_never_public(client, secrets):
    """What was withdrawn it names by number alone, with the reason that readers are given."""
    rules_hold()
    answer = client.get("/api/v1/changes/", {"page_size": 1000})
    assert SECRET.casefold() not in answer.content.decode().casefold()
    told = {(row["resource"], row["id"]) for row in answer.json()["results"]}
    for name, model in (("quotes", Quote), ("statements", JointStatement), ("articles", Article)):
        public = set(model.objects.published().values_list("pk", flat=True))
        ever = set(model.objects.exclude(first_published_at=None).values_list("pk", flat=True))
        assert public <= {item for resource, item in told if resource == name} <= ever
    # Who is named by drafts alone was never there.
    for name, model in (("speakers", Speaker), ("topics", Topic), ("events", Event)):
        found = {item for resource, item in told if resource == name}
        public = set(model.objects.published().values_list("pk", flat=True))
        assert public <= found < set(model.objects.values_list("pk", flat=True))


def test_no_filter_finds_what_is_not_public(client, secrets):
    quote = Quote.objects.published().get(occurrences__withdrawn=True)
    hidden = [row.snapshot.article for row in quote.occurrences.all() if not row.preferred]
    for address in (
        f"/api/v1/quotes/?speaker_name={SECRET}",
        f"/api/v1/speakers/?name={SECRET}",
        *(
            f"/api/v1/quotes/?article={article.pk}"
            for article in hidden
            if article.language == "de"
        ),
    ):
        assert client.get(address).json()["results"] == [], address
