"""A small public world that has a row of every table which is shown, and random writes to it."""

import random
from collections.abc import Callable
from typing import Any

from quotes.models import Event
from tests import factories

# Keys that an editor may point elsewhere: table, column, table pointed to, may be empty.
POINTERS = [
    ("quotes_quote", "event_id", "quotes_event", True),
    ("quotes_jointstatement", "event_id", "quotes_event", True),
    ("quotes_event", "parent_id", "quotes_event", True),
    ("quotes_outlet", "organisation_id", "quotes_speaker", True),
    ("quotes_article", "outlet_id", "quotes_outlet", False),
    ("quotes_article", "carried_by_id", "quotes_outlet", True),
    ("quotes_hop", "source_outlet_id", "quotes_outlet", True),
    ("quotes_hop", "source_article_id", "quotes_article", True),
    ("quotes_hop", "evidence_in_id", "quotes_article", True),
    ("quotes_credit", "outlet_id", "quotes_outlet", True),
    ("quotes_tenure", "organisation_id", "quotes_speaker", True),
    ("quotes_tenure", "source_id", "quotes_article", True),
    ("quotes_attribution", "speaker_id", "quotes_speaker", True),
    ("quotes_signatory", "speaker_id", "quotes_speaker", False),
    ("quotes_statementversion", "issuer_id", "quotes_speaker", False),
    ("quotes_speakername", "speaker_id", "quotes_speaker", False),
]
# Links that come and go: table, and its two columns with the tables they point to.
LINKS = [
    ("quotes_quote_topics", "quote_id", "quotes_quote", "topic_id", "quotes_topic"),
    (
        "quotes_jointstatement_topics",
        "jointstatement_id",
        "quotes_jointstatement",
        "topic_id",
        "quotes_topic",
    ),
    ("quotes_event_participants", "event_id", "quotes_event", "speaker_id", "quotes_speaker"),
    (
        "quotes_provision_parties",
        "provision_id",
        "quotes_provision",
        "speaker_id",
        "quotes_speaker",
    ),
]
STATEFUL = ["quotes_quote", "quotes_article", "quotes_jointstatement"]
WORDS = [
    ("quotes_quote", "context"),
    ("quotes_article", "byline"),
    ("quotes_speaker", "name"),
    ("quotes_topic", "name_de"),
    ("quotes_event", "place"),
]


def public_world() -> None:
    """Everything published, with each kind of row at least once and some of them shared."""
    congress = factories.EventFactory(parent=factories.EventFactory())
    meeting = factories.EventFactory(parent=congress)
    topics = [factories.TopicFactory() for _ in range(3)]
    ministry = factories.SpeakerFactory(kind="organisation", name="防衛省")
    cabinet = factories.SpeakerFactory(kind="organisation", name="内閣")
    factories.TenureFactory(speaker=ministry, organisation=cabinet)
    nakatani, ahn, lee = (factories.SpeakerFactory(name=name) for name in ("中谷", "안", "이"))
    factories.SpeakerNameFactory(speaker=nakatani)
    meeting.participants.add(lee, ahn)
    outlets = [factories.OutletFactory(organisation=each) for each in (ministry, None, None)]
    articles = [
        factories.draft_article(outlet=outlet, carried_by=outlets[1], language="de")
        for outlet in outlets
    ]
    tenure = factories.TenureFactory(speaker=nakatani, organisation=ministry, source=articles[1])
    for article, source in zip(articles, [*articles[1:], None], strict=True):
        factories.HopFactory(article=article, source_article=source)
        factories.CreditFactory(article=article, outlet=outlets[2])
    factories.HopFactory(article=articles[0], source_outlet=outlets[2], evidence_in=articles[1])
    quotes = []
    for number, article in enumerate(articles):
        quote = factories.draft_quote(
            article=article,
            speaker=(nakatani, ahn, lee)[number],
            tenure=tenure if number == 0 else None,
            event=(meeting, congress, None)[number],
            topics=topics[number:],
        )
        other = factories.anchored_occurrence(quote, articles[number - 1])
        factories.HopFactory(article=None, occurrence=other, source_outlet=outlets[number])
        quotes.append(quote)
    factories.QuoteRelationFactory(from_quote=quotes[0], to_quote=quotes[1])
    statement = factories.draft_statement(
        signatories=[nakatani, ahn],
        issuer=ministry,
        article=articles[2],
        event=Event.objects.first(),
        topics=topics[:1],
    )
    statement.provisions.first().parties.add(cabinet)
    factories.StatementLinkFactory(quote=quotes[1], statement=statement)
    for item in (*articles, *quotes, statement):
        factories.publish(item)


def random_write(chance: random.Random, run: Callable[..., Any]) -> None:
    """One write at random; ``run(sql, parameters)`` gives the rows. It may be refused."""

    def some(table: str) -> int:
        return chance.choice([key for (key,) in run(f"SELECT id FROM {table} ORDER BY id", [])])

    match chance.randrange(6):
        case 0 | 1:
            table = chance.choice(STATEFUL)
            key = some(table)
            ((state,),) = run(f"SELECT state FROM {table} WHERE id = %s", [key])
            if state == "published":
                run(
                    f"UPDATE {table} SET state = 'withdrawn', withdrawal_reason = 'Irrtum'"
                    " WHERE id = %s",
                    [key],
                )
            else:
                if state in ("draft", "withdrawn"):
                    run(f"UPDATE {table} SET state = 'in_review' WHERE id = %s", [key])
                run(
                    f"UPDATE {table} SET state = 'published', published_at = now(),"
                    " first_published_at = COALESCE(first_published_at, now()) WHERE id = %s",
                    [key],
                )
        case 2:
            table, column, other, empty = chance.choice(POINTERS)
            value = None if empty and chance.random() < 0.3 else some(other)
            run(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, some(table)])
        case 3:
            table, one, ones, two, twos = chance.choice(LINKS)
            keys = [some(ones), some(twos)]
            if run(f"SELECT 1 FROM {table} WHERE {one} = %s AND {two} = %s", keys):
                run(f"DELETE FROM {table} WHERE {one} = %s AND {two} = %s", keys)
            else:
                run(f"INSERT INTO {table} ({one}, {two}) VALUES (%s, %s)", keys)
        case 4:
            table, column = chance.choice(WORDS)
            word = f"{chance.random()}"
            run(f"UPDATE {table} SET {column} = %s WHERE id = %s", [word, some(table)])
        case 5:
            run(
                "UPDATE quotes_occurrence SET withdrawn = NOT withdrawn WHERE id = %s",
                [some("quotes_occurrence")],
            )
