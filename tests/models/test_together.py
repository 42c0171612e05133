"""Operations of a migration that are taken together do what each would do alone, and back again."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from quotes.migrations._together import Together

pytestmark = pytest.mark.django_db

STEPS = [
    migrations.AddField("word", "length", models.IntegerField(default=0)),
    migrations.AddConstraint(
        "word",
        models.CheckConstraint(name="probe_word_has_letters", condition=models.Q(length__gte=0)),
    ),
    migrations.AddIndex("word", models.Index(fields=["length"], name="probe_word_length")),
]


@pytest.fixture
def before():
    state = ProjectState()
    state.add_model(ModelState("probe", "Word", [("id", models.BigAutoField(primary_key=True))]))
    with connection.schema_editor() as editor:
        editor.create_model(state.apps.get_model("probe", "Word"))
    return state


def after(state, operations):
    moved = state.clone()
    for operation in operations:
        operation.state_forwards("probe", moved)
    return moved


def in_database():
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "probe_word")
        constraints = connection.introspection.get_constraints(cursor, "probe_word")
    return {column.name for column in columns}, set(constraints)


def test_the_models_are_those_that_each_alone_would_make(before):
    assert before.apps
    together, alone = after(before, [Together(STEPS)]), after(before, STEPS)
    assert together == alone
    fields = together.apps.get_model("probe", "Word")._meta.get_fields()
    assert [field.name for field in fields] == ["id", "length"]


def test_the_database_gets_all_of_them_and_loses_them_again(before):
    together = Together(STEPS)
    moved = after(before, [together])
    was = in_database()
    with connection.schema_editor() as editor:
        together.database_forwards("probe", editor, before, moved)
    columns, constraints = in_database()
    assert columns == {"id", "length"}
    assert {"probe_word_has_letters", "probe_word_length"} <= constraints
    with connection.schema_editor() as editor:
        together.database_backwards("probe", editor, moved, before)
    assert in_database() == was


def test_one_that_has_no_way_back_keeps_all_from_going_back():
    assert Together(STEPS).reversible
    assert not Together([*STEPS, migrations.RunSQL("SELECT 1")]).reversible


def test_each_is_told():
    told = Together(STEPS[:1]).describe()
    assert told == "Add field length to word"
    assert Together(STEPS).deconstruct() == ("Together", [], {"operations": STEPS})
