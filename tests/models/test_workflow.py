"""States, raw: the ways between them, what each asks of the row, and what is kept for ever."""

import pytest
from django.db import connection

from quotes.models import MOVES, Article, JointStatement, Quote, State
from tests import factories
from tests.models.attacks import allowed, refused, sql, value

pytestmark = pytest.mark.django_db

STATEFUL = [
    pytest.param("article", "quotes_article", factories.draft_article, Article, id="article"),
    pytest.param("quote", "quotes_quote", factories.draft_quote, Quote, id="quote"),
    pytest.param(
        "statement",
        "quotes_jointstatement",
        factories.draft_statement,
        JointStatement,
        id="statement",
    ),
]
each_stateful = pytest.mark.parametrize(("rule", "table", "made", "model"), STATEFUL)


def item_in(state, made):
    """A new item in ``state``; whatever it rests upon is published."""
    item = made()
    if isinstance(item, Quote):
        factories.publish(item.occurrences.get().snapshot.article)
    return factories.brought_to(item, state)


@each_stateful
@pytest.mark.parametrize("before", State.values)
@pytest.mark.parametrize("after", State.values)
def test_states_move_along_the_allowed_ways_only(rule, table, made, model, before, after):
    item = item_in(before, made)
    move = (
        f"UPDATE {table} SET state = %s, withdrawal_reason = 'It was taken back.',"
        " published_at = now(), first_published_at = COALESCE(first_published_at, now())"
        " WHERE id = %s"
    )
    if after == before or after in MOVES[before]:
        with allowed():
            sql(move, after, item.pk)
        assert value(f"SELECT state FROM {table} WHERE id = %s", item.pk) == after
    else:
        with refused(f"{rule}_state_moves"):
            sql(move, after, item.pk)


@each_stateful
def test_no_other_word_is_a_state(rule, table, made, model):
    item = made()
    with refused(f"{rule}_state_moves"):
        sql(f"UPDATE {table} SET state = 'deleted' WHERE id = %s", item.pk)
    assert any(c.name == f"{rule}_state_known" for c in model._meta.constraints)


def copied(model, **values):
    """Insert another bare row like the model's only one, with SQL for some of its columns."""
    values = {"url": "NULL", "canonical_url": "NULL", "wording": "''", **values}
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    if model is Quote:
        values["language"] = "''"
    names = ", ".join(columns)
    chosen = ", ".join(values.get(column, column) for column in columns)
    table = model._meta.db_table
    return sql(f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table} LIMIT 1")


@each_stateful
@pytest.mark.parametrize("state", [state for state in State.values if state != State.DRAFT])
def test_nothing_begins_beyond_draft(rule, table, made, model, state):
    made()
    with refused(f"{rule}_starts_as_draft"):
        copied(
            model,
            state=f"'{state}'",
            first_published_at="now()",
            published_at="now()",
            withdrawal_reason="'It was taken back.'",
        )
    with allowed():
        assert copied(model) == 1


@each_stateful
def test_a_draft_does_not_begin_with_the_mark_of_a_published_item(rule, table, made, model):
    made()
    with refused(f"{rule}_unseen_only_published"):
        copied(model, unseen_since="now()")


@each_stateful
@pytest.mark.parametrize("column", ["published_at", "first_published_at"])
def test_what_is_published_says_since_when(rule, table, made, model, column):
    item = item_in(State.IN_REVIEW, made)
    other = {"published_at": "first_published_at", "first_published_at": "published_at"}[column]
    with refused(f"{rule}_published_has_a_time"):
        sql(f"UPDATE {table} SET state = 'published', {other} = now() WHERE id = %s", item.pk)
    factories.publish(item)
    with refused(f"{rule}_published_has_a_time"):
        sql(f"UPDATE {table} SET published_at = NULL WHERE id = %s", item.pk)


@each_stateful
def test_the_first_publication_is_remembered_through_every_later_state(rule, table, made, model):
    item = item_in(State.PUBLISHED, made)
    for state in (State.PUBLISHED, State.WITHDRAWN, State.IN_REVIEW, State.DRAFT):
        factories.brought_to(item, state)
        for changed in ("NULL", "now() + interval '1 day'"):
            with refused(f"{rule}_first_published_stays"):
                sql(f"UPDATE {table} SET first_published_at = {changed} WHERE id = %s", item.pk)


@each_stateful
def test_a_withdrawal_says_why(rule, table, made, model):
    item = item_in(State.PUBLISHED, made)
    with refused(f"{rule}_withdrawn_says_why"):
        sql(f"UPDATE {table} SET state = 'withdrawn' WHERE id = %s", item.pk)
    factories.withdraw(item)
    with refused(f"{rule}_withdrawn_says_why"):
        sql(f"UPDATE {table} SET withdrawal_reason = '' WHERE id = %s", item.pk)


@each_stateful
@pytest.mark.parametrize("state", [State.PUBLISHED, State.WITHDRAWN, State.IN_REVIEW, State.DRAFT])
def test_what_was_ever_published_is_never_deleted(rule, table, made, model, state):
    item = factories.brought_to(item_in(State.PUBLISHED, made), state)
    with refused(f"{rule}_published_is_kept"):
        sql(f"DELETE FROM {table} WHERE id = %s", item.pk)
    with refused(f"{rule}_published_is_kept"):
        model.objects.filter(pk=item.pk)._raw_delete("default")


@each_stateful
@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_what_was_never_published_can_be_discarded(rule, table, made, model, state):
    item = factories.brought_to(made(), state)
    if isinstance(item, Article):
        item.snapshots.all().delete()
    with allowed():
        item.delete()
    assert not model.objects.exists()


@each_stateful
def test_a_published_id_lives_for_ever(rule, table, made, model):
    draft = factories.brought_to(made(), State.DRAFT)
    assert draft.first_published_at is None
    item = item_in(State.PUBLISHED, made)
    with refused(f"{rule}_id_stays"):
        sql(f"UPDATE {table} SET id = id + 1000000 WHERE id = %s", item.pk)


@pytest.mark.parametrize(
    ("rule", "table", "published", "dependent"),
    [
        (
            "snapshot_published_is_kept",
            "quotes_snapshot",
            factories.published_article,
            lambda article: article.snapshots.first(),
        ),
        (
            "occurrence_published_is_kept",
            "quotes_occurrence",
            factories.published_quote,
            lambda quote: quote.occurrences.first(),
        ),
        (
            "statementversion_published_is_kept",
            "quotes_statementversion",
            factories.published_statement,
            lambda statement: statement.versions.first(),
        ),
        (
            "provision_published_is_kept",
            "quotes_provision",
            factories.published_statement,
            lambda statement: statement.provisions.first(),
        ),
    ],
    ids=["snapshot", "occurrence", "version", "provision"],
)
@pytest.mark.parametrize("state", [State.PUBLISHED, State.WITHDRAWN, State.DRAFT])
def test_what_belongs_to_a_published_item_is_never_deleted(
    rule, table, published, dependent, state
):
    item = factories.brought_to(published(), state)
    with refused(rule):
        sql(f"DELETE FROM {table} WHERE id = %s", dependent(item).pk)


@pytest.mark.parametrize(
    ("table", "draft", "dependent"),
    [
        (
            "quotes_snapshot",
            factories.draft_article,
            lambda article: article.snapshots.first(),
        ),
        (
            "quotes_occurrence",
            factories.QuoteFactory,
            lambda quote: quote.occurrences.create(
                snapshot=factories.SnapshotFactory(), language="de"
            ),
        ),
        (
            "quotes_provision",
            factories.JointStatementFactory,
            lambda statement: factories.ProvisionFactory(statement=statement),
        ),
        (
            "quotes_statementversion",
            factories.JointStatementFactory,
            lambda statement: factories.StatementVersionFactory(statement=statement),
        ),
    ],
    ids=["snapshot", "occurrence", "provision", "version"],
)
def test_what_belongs_to_a_draft_can_be_deleted(table, draft, dependent):
    row = dependent(draft())
    with allowed():
        assert sql(f"DELETE FROM {table} WHERE id = %s", row.pk) == 1


def test_a_quote_with_everything_upon_it_can_be_discarded_as_a_draft():
    quote = factories.draft_quote(
        ("Um die Zusammenarbeit", "geduldig Vertrauen aufzubauen"),
        article=factories.draft_article(),
        topics=[factories.TopicFactory()],
    )
    factories.QuoteRelationFactory(from_quote=quote)
    factories.StatementLinkFactory(quote=quote)
    factories.HopFactory(article=None, occurrence=quote.occurrences.get())
    factories.ReviewCommentFactory(quote=quote)
    with allowed():
        quote.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM quotes_segment")
        assert cursor.fetchone() == (0,)
