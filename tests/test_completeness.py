"""What must hold for every model of the app, found by looking, so that no new one forgets it."""

import ast
import re
from pathlib import Path

import pghistory.models
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models
from django.utils.functional import Promise
from pgtrigger.registry import registered

from quotes.models import (
    ApiToken,
    Candidate,
    Capture,
    Change,
    Decision,
    DoneAction,
    ErrorReport,
    FurtherSpeaker,
    IdempotentAnswer,
    ReviewComment,
    Speaker,
    TouchedItems,
)
from quotes.models.editorial_model import EditorialModel
from quotes.models.reports import FORGOTTEN

TESTS = Path(__file__).parent
ALL = list(apps.get_app_config("quotes").get_models(include_auto_created=True))
HISTORY = [model for model in ALL if issubclass(model, pghistory.models.Event)]
# The change feed: written by the database, about items whose own history is kept.
FEED = {Change, TouchedItems}
# Keys to the API, and what it and the workbench answered lately: they go with their account.
KEYS = {ApiToken, DoneAction, IdempotentAnswer}
TABLES = [
    model
    for model in ALL
    if model not in HISTORY and model not in FEED | KEYS and not model._meta.proxy
]
EDITORIAL = [model for model in TABLES if issubclass(model, EditorialModel)]
HISTORY_OF_TABLE = {
    events.pgh_tracked_model._meta.db_table: events
    for events in HISTORY
    if events.pgh_tracked_model
}
# What editors say to each other, and readers to them, is nobody else's business; nor is what they
# have not decided on.
NEVER_PUBLIC = {Candidate, Capture, Decision, ErrorReport, FurtherSpeaker, ReviewComment}
# Who reported an error is forgotten again, which history cannot.
WITHOUT_HISTORY = {("errorreport", column) for column in FORGOTTEN}
# A part goes with its whole. Everything else holds what it names.
PARTS = {
    "Attribution.quote",
    "Candidate.part_of",
    "Candidate.snapshot",
    "Candidate.within",
    "Capture.article",
    "Capture.snapshot",
    "Credit.article",
    "Decision.candidate",
    "Decision.occurrence",
    "FurtherSpeaker.candidate",
    "Hop.article",
    "Hop.occurrence",
    "Occurrence.quote",
    "Provision.statement",
    "ProvisionText.provision",
    "ProvisionText.version",
    "QuoteRelation.from_quote",
    "QuoteRelation.to_quote",
    "ReviewComment.article",
    "ReviewComment.quote",
    "ReviewComment.statement",
    "Segment.occurrence",
    "Signatory.statement",
    "Snapshot.article",
    "SpeakerName.speaker",
    "StatementLink.quote",
    "StatementLink.statement",
    "StatementVersion.statement",
    "Tenure.speaker",
}
PARTS_OF_A_SPEAKER = {"SpeakerName.speaker", "Tenure.speaker"}

each_table = pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
each_editorial = pytest.mark.parametrize("model", EDITORIAL, ids=lambda model: model.__name__)


def foreign_keys(*tables):
    return [
        field
        for model in tables
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
    ]


def label(field):
    return f"{field.model.__name__}.{field.name}"


def rules_of_triggers():
    """The names in which the triggers of the app refuse."""
    return {
        name
        for model, trigger in registered()
        if model._meta.app_label == "quotes"
        for name in re.findall(r"CONSTRAINT = '([^']+)'", str(trigger.compile(model).install_sql))
    }


def rules_of_constraints():
    return [
        constraint.name
        for model in [*TABLES, *FEED, *KEYS]
        for constraint in model._meta.constraints
    ]


def test_the_app_has_tables_and_history():
    assert len(EDITORIAL) >= 20
    assert len(HISTORY) >= len(EDITORIAL)


@each_table
def test_every_table_is_an_editorial_model_or_a_link_between_two(model):
    assert issubclass(model, EditorialModel) or model._meta.auto_created


@each_table
def test_every_table_has_a_history_of_all_its_columns(model):
    events = HISTORY_OF_TABLE.get(model._meta.db_table)
    assert events, f"{model.__name__} is not @tracked"
    kept = {field.attname: field for field in events._meta.concrete_fields}
    for field in model._meta.concrete_fields:
        if (model._meta.model_name, field.name) in WITHOUT_HISTORY:
            assert field.attname not in kept
            continue
        assert field.attname in kept, f"{field} has no history"
        assert kept[field.attname].get_internal_type() in (
            field.get_internal_type(),
            # The key of the row itself is a plain number in its history.
            field.get_internal_type().replace("AutoField", "IntegerField"),
            field.get_internal_type().replace("BigAutoField", "BigIntegerField"),
            # What is unique among the rows is not among their versions.
            field.get_internal_type().replace("OneToOneField", "ForeignKey"),
        )


@pytest.mark.django_db
@each_table
def test_every_table_has_the_triggers_that_write_its_history(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT substring(tgname FROM '^pgtrigger_([a-z]+)_'), tgenabled, tgtype & 1"
            " FROM pg_trigger WHERE tgrelid = %s::regclass"
            " AND tgname ~ '^pgtrigger_(insert|update|delete)_'",
            [model._meta.db_table],
        )
        # Enabled, and once a statement: row by row takes five times as long.
        written = [(change, "O", 0) for change in ("delete", "insert", "update")]
        assert sorted(cursor.fetchall()) == written


@pytest.mark.django_db
@pytest.mark.parametrize("model", HISTORY, ids=lambda model: model.__name__)
def test_every_history_is_append_only(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled = 'O'"
            " AND tgname LIKE 'pgtrigger_append_only_%%'",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (1,)


@pytest.mark.django_db
def test_every_trigger_is_installed_as_it_is_declared():
    statuses = {
        str(trigger.get_pgid(model)): trigger.get_installation_status(model)[0]
        for model, trigger in registered()
        if model._meta.app_label == "quotes"
    }
    assert {name: status for name, status in statuses.items() if status != "INSTALLED"} == {}
    assert len(statuses) > 3 * len(TABLES)


@pytest.mark.django_db
def test_every_trigger_in_the_database_is_declared():
    declared = {trigger.get_pgid(model) for model, trigger in registered()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%%'")
        assert {name for (name,) in cursor.fetchall()} <= declared


@each_editorial
def test_every_editorial_model_says_what_the_public_sees(model):
    has_rule = hasattr(model._default_manager, "published")
    assert has_rule != (model in NEVER_PUBLIC)
    assert model._default_manager is model.objects if has_rule else True


def test_only_parts_are_deleted_with_their_whole():
    cascading = {
        label(field)
        for field in foreign_keys(*EDITORIAL)
        if field.remote_field.on_delete is models.CASCADE
    }
    assert cascading == PARTS


def test_whatever_names_a_speaker_keeps_him():
    unprotected = {
        label(field)
        for field in foreign_keys(*EDITORIAL)
        if field.remote_field.model is Speaker
        and field.remote_field.on_delete is not models.PROTECT
    }
    assert unprotected == PARTS_OF_A_SPEAKER


def test_nothing_is_deleted_with_a_user():
    to_users = [
        field for field in foreign_keys(*TABLES) if field.remote_field.model is get_user_model()
    ]
    assert to_users
    for field in to_users:
        assert field.remote_field.on_delete is models.SET_NULL, label(field)


def test_no_other_foreign_key_is_ever_emptied():
    for field in foreign_keys(*EDITORIAL):
        if field.remote_field.model is not get_user_model():
            keeps = (models.PROTECT, models.RESTRICT, models.CASCADE)
            assert field.remote_field.on_delete in keeps, label(field)


@each_editorial
def test_every_model_has_names_that_can_be_translated(model):
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)


@each_editorial
def test_every_model_says_what_it_is(model):
    assert model.__doc__
    # Django writes a docstring of its own (the list of fields) where there is none.
    assert not model.__doc__.startswith(f"{model.__name__}(")


@each_editorial
def test_every_order_ends_in_something_unique(model):
    """Else pages of a list lose rows or show them twice."""
    *_, last = model._meta.ordering
    unique = last.lstrip("-") in ("id", "pk")
    assert unique, f"{model.__name__} is ordered by {model._meta.ordering}"


def test_every_rule_has_a_name_of_its_own_that_postgresql_keeps_whole():
    names = rules_of_constraints() + [
        index.name for model in [*TABLES, *FEED, *KEYS] for index in model._meta.indexes
    ]
    assert len(names) == len(set(names))
    for name in {*names, *rules_of_triggers()}:
        assert len(name.encode()) <= 63, name
        assert re.fullmatch(r"[a-z0-9_]+", name), name
    for model, trigger in registered():
        assert len(trigger.get_pgid(model).encode()) <= 63


@pytest.mark.django_db
def test_every_constraint_is_in_the_database_and_enforced():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE convalidated")
        held = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename LIKE 'quotes_%%'")
        held |= {name for (name,) in cursor.fetchall()}
    assert set(rules_of_constraints()) <= held


def test_every_rule_of_the_database_is_attacked_by_a_test():
    """Each rule's name, or a pattern that makes it, stands in a test of the models."""
    patterns = set()
    for path in sorted((TESTS / "models").glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                patterns.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    part.value if isinstance(part, ast.Constant) else None for part in node.values
                ]
                # A pattern of too few letters would speak for every rule.
                if sum(len(part or "") for part in parts) >= 8:
                    patterns.add("".join(re.escape(p) if p else "[a-z_]+" for p in parts))
    named = re.compile("|".join(sorted(patterns)))
    rules = {*rules_of_constraints(), *rules_of_triggers()}
    assert {rule for rule in rules if not named.fullmatch(rule)} == set()
