"""The change feed knows every table and every way in which something comes into public view."""

import random

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from quotes.models import Change
from quotes.models.changes import public_version
from quotes.models.public_rule import RESOURCES, function_body, install
from quotes.models.touching import NEVER_SHOWN
from tests import factories
from tests.models.attacks import rules_hold, sql, value
from tests.models.public_world import public_world, random_write
from tests.models.test_changes import noted, place, public_by_the_feed, public_now
from tests.models.test_history import CHANGES
from tests.test_completeness import ALL, FEED, HISTORY

pytestmark = pytest.mark.django_db

# Tables of which the public never sees a row, and why.
NOT_SHOWN = {
    "ReviewComment": "What editors say to each other is nobody else’s business.",
    "Candidate": "What editors have not decided on is not public.",
    "Candidate_topics": "What editors have not decided on is not public.",
    "FurtherSpeaker": "What editors have not decided on is not public.",
    "Capture": "What editors have not decided on is not public.",
    "Decision": "What editors decided shows in the occurrence that came of it.",
    "ErrorReport": "What readers say to editors is between them.",
    "ApiToken": "Whose tools may write is nobody else’s business.",
    "DoneAction": "What an editor’s window was told, for that window to ask again.",
    "IdempotentAnswer": "What a tool was told, for that tool to ask again.",
    "Change": "The feed itself.",
    "TouchedItems": "The feed’s memory within one transaction.",
}
TABLES = {
    model._meta.db_table: model for model in ALL if model not in HISTORY and not model._meta.proxy
}
SHOWN = [model for model in TABLES.values() if model.__name__ not in NOT_SHOWN]
shown = pytest.mark.parametrize("model", SHOWN, ids=lambda model: model.__name__)


def rows(statement, parameters=()):
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def test_every_table_is_in_the_feed_or_says_why_it_is_not():
    watched = rows(
        "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE 'pgtrigger_feed_%%'"
        " AND tgenabled = 'O' GROUP BY 1 HAVING count(*) = 3"
    )
    assert {table for (table,) in watched} == {model._meta.db_table for model in SHOWN}
    assert set(NOT_SHOWN) <= {model.__name__ for model in TABLES.values()}
    assert {model.__name__ for model in FEED} <= set(NOT_SHOWN)


@shown
def test_the_feed_looks_at_every_column_that_may_be_shown(model):
    """An update of any other column is seen, whatever columns are added."""
    source = value(
        "SELECT p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE t.tgrelid = %s::regclass AND t.tgname LIKE 'pgtrigger_feed_update_%%'",
        model._meta.db_table,
    )
    for field in model._meta.concrete_fields:
        assert (f'"{field.column}"' in source) == (field.name not in NEVER_SHOWN), field


@shown
def test_a_write_to_a_public_row_moves_the_version(model):
    public_world()
    rules_hold()
    before = public_version()
    table = model._meta.db_table
    if model.__name__ in CHANGES:
        statement = f"UPDATE {table} SET {CHANGES[model.__name__]} WHERE id = %s"
    else:
        statement = f"DELETE FROM {table} WHERE id = %s"
    key = value(f"SELECT min(id) FROM {table}")
    if model.__name__ in ("Topic", "Speaker"):
        # Names are written by hand where the factories give others.
        statement = f"UPDATE {table} SET wikidata_id = 'Q17' WHERE id = %s"
    assert sql(statement, key) == 1
    # Some of these writes break other rules, for which this is no test: only the feed looks.
    feed_looks()
    assert public_version() != before


def feed_looks():
    name = value(
        "SELECT conname FROM pg_constraint WHERE conname LIKE 'pgtrigger_writes_the_feed_%%'"
    )
    sql(f"SET CONSTRAINTS {name} IMMEDIATE")
    sql("SET CONSTRAINTS ALL DEFERRED")


def test_a_new_row_moves_the_version_and_its_going_moves_it_again():
    public_world()
    quote = apps.get_model("quotes", "Quote").objects.first()
    topic = factories.TopicFactory()
    version = {public_version()}
    rules_hold()
    for written in (
        lambda: quote.topics.add(topic),
        lambda: quote.topics.remove(topic),
        lambda: factories.SpeakerNameFactory(speaker_id=quote.attributions.get().speaker_id),
        lambda: factories.CreditFactory(article=quote.occurrences.first().snapshot.article),
        lambda: sql("DELETE FROM quotes_credit WHERE id = (SELECT max(id) FROM quotes_credit)"),
        lambda: factories.AttributionFactory(quote=quote),
    ):
        written()
        rules_hold()
        assert public_version() not in version
        version.add(public_version())


def test_a_row_that_is_given_another_number_moves_the_version():
    public_world()
    rules_hold()
    before = public_version()
    sql("UPDATE quotes_speakername SET id = id + 1000")
    rules_hold()
    assert public_version() != before


def test_the_rule_in_the_database_is_published_in_every_state():
    public_world()
    chance = random.Random(1)
    for _ in range(30):
        written_or_refused(chance)
        for resource, name in RESOURCES.items():
            model = apps.get_model("quotes", name)
            everything = list(model.objects.values_list("pk", flat=True))
            found = rows(
                "SELECT resource, item FROM wortlaut_public(%s, %s)",
                [[resource] * len(everything), everything],
            )
            expected = {
                (resource, pk) for pk in model.objects.published().values_list("pk", flat=True)
            }
            assert set(found) == expected
            assert len(found) == len(expected)


def written_or_refused(chance):
    try:
        with transaction.atomic():
            random_write(chance, rows)
            rules_hold()
    except DatabaseError:
        pass


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_written_the_feed_tells_what_is_public(seed):
    public_world()
    assert public_by_the_feed() == public_now()
    chance = random.Random(seed)
    moved = 0
    for _ in range(50):
        before = place()
        written_or_refused(chance)
        assert public_by_the_feed() == public_now(), noted(before)
        moved += place() > before
    assert moved > 10


def test_without_the_feed_before_it_is_filled_with_what_is_public_in_the_order_of_publication():
    quotes = [factories.published_quote() for _ in range(3)]
    rules_hold()
    # As if the feed had not been there: its trigger is off while all that happens.
    sql("ALTER TABLE quotes_change DISABLE TRIGGER USER")
    sql("DELETE FROM quotes_change")
    sql("ALTER TABLE quotes_change ENABLE TRIGGER USER")
    sql("DROP FUNCTION wortlaut_public(text[], bigint[])")
    factories.withdraw(quotes[0])
    rules_hold()
    assert not Change.objects.exists()
    assert install()
    assert public_by_the_feed() == public_now()
    published = [item for kind, resource, item in noted() if resource == "quote"]
    assert published == [quote.pk for quote in quotes[1:]]
    assert noted()[-1][1] in ("speaker", "outlet")


def test_another_rule_is_noted_when_it_comes():
    """The function is made anew where ``published()`` says something else than before."""
    quote = factories.published_quote()
    rules_hold()
    assert not install()
    before = place()
    sql(
        "CREATE OR REPLACE FUNCTION wortlaut_public(of_resources text[], of_items bigint[])"
        " RETURNS TABLE (resource text, item bigint) LANGUAGE plpgsql STABLE ROWS 1000"
        " AS $$ BEGIN END $$"
    )
    sql("UPDATE quotes_quote SET context = 'unter der alten Regel'")
    assert noted(before) == [
        ("withdrawn", "quote", quote.pk),
        ("withdrawn", "speaker", quote.attributions.get().speaker_id),
    ]
    before = place()
    assert install()
    assert noted(before) == [
        ("published", "quote", quote.pk),
        ("published", "speaker", quote.attributions.get().speaker_id),
    ]
    assert value("SELECT prosrc FROM pg_proc WHERE proname = 'wortlaut_public'") == function_body()
