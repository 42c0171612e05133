"""Imprecise dates, raw: bounds in order, a sort key that follows from them and is never NULL."""

import datetime

import pytest

from quotes.models import Article, Event, JointStatement, Quote, Tenure
from tests import factories
from tests.models.attacks import allowed, refused, sql, value

pytestmark = pytest.mark.django_db

DATED = [
    pytest.param("article", "published_on", factories.ArticleFactory, id="article"),
    pytest.param("event", "held_on", factories.EventFactory, id="event"),
    pytest.param("quote", "said_on", factories.QuoteFactory, id="quote"),
    pytest.param("statement", "issued_on", factories.JointStatementFactory, id="statement"),
    pytest.param("tenure", "since", factories.TenureFactory, id="tenure since"),
    pytest.param("tenure", "until", factories.TenureFactory, id="tenure until"),
]
each_date = pytest.mark.parametrize(("rule", "field", "made"), DATED)


def dated(row, field, earliest, latest, sort):
    return sql(
        f"UPDATE {row._meta.db_table} SET {field}_earliest = %s, {field}_latest = %s,"
        f" {field}_sort = %s WHERE id = %s",
        earliest,
        latest,
        sort,
        row.pk,
    )


@each_date
def test_the_bounds_of_a_date_are_in_order(rule, field, made):
    row = made(**{field: "2025-09"})
    with refused(f"{rule}_{field}_bounds_in_order"):
        dated(row, field, "2025-09-30", "2025-09-01", "2025-09-30")
    with allowed():
        dated(row, field, "2025-09-01", "2025-09-01", "2025-09-01")


@each_date
@pytest.mark.parametrize(
    ("earliest", "latest", "sort"),
    [
        ("2025-09-01", "2025-09-30", "2025-09-01"),
        ("2025-09-01", None, "2025-09-01"),
        (None, "2025-09-30", "2025-09-30"),
        (None, None, "0001-01-01"),
    ],
    ids=["closed", "no end", "no beginning", "neither"],
)
def test_the_sort_key_follows_from_the_bounds(rule, field, made, earliest, latest, sort):
    row = made(**{field: "2025-09"})
    with allowed():
        dated(row, field, earliest, latest, sort)
    with refused(f"{rule}_{field}_sort_key"):
        dated(row, field, earliest, latest, "2025-09-15")


@each_date
def test_a_sort_key_is_never_null(rule, field, made):
    row = made(**{field: "2025-09"})
    table = row._meta.db_table
    nullable = value(
        "SELECT is_nullable FROM information_schema.columns"
        " WHERE table_name = %s AND column_name = %s",
        table,
        f"{field}_sort",
    )
    assert nullable == "NO"


@each_date
def test_an_unknown_date_has_no_bounds(rule, field, made):
    row = made(**{field: ""})
    with refused(f"{rule}_{field}_unknown_has_no_bounds"):
        dated(row, field, "2025-09-08", None, "2025-09-08")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "sort"),
    [
        ("2025-09-08", "2025-09-08", "2025-09-08", "2025-09-08"),
        ("2025-08", "2025-08-01", "2025-08-31", "2025-08-01"),
        ("2025-07/..", "2025-07-01", None, "2025-07-01"),
        ("../2025-07", None, "2025-07-31", "2025-07-31"),
        ("", None, None, "0001-01-01"),
    ],
)
@pytest.mark.parametrize(
    ("model", "field"),
    [
        (Article, "published_on"),
        (Event, "held_on"),
        (Quote, "said_on"),
        (JointStatement, "issued_on"),
        (Tenure, "since"),
        (Tenure, "until"),
    ],
    ids=lambda part: getattr(part, "__name__", part),
)
def test_saving_an_edtf_date_fills_its_bounds_and_its_sort_key(
    model, field, edtf, earliest, latest, sort
):
    row = getattr(factories, f"{model.__name__}Factory")(**{field: edtf})
    row = model.objects.get(pk=row.pk)
    kept = [getattr(row, f"{field}{part}") for part in ("", "_earliest", "_latest", "_sort")]
    days = [day and datetime.date.fromisoformat(day) for day in (earliest, latest, sort)]
    assert kept == [edtf, *days]


def test_a_role_does_not_end_before_it_began():
    tenure = factories.TenureFactory(since="2024-10", until="2025-10")
    with refused("tenure_ends_after_it_began"):
        dated(tenure, "until", "2024-09-01", "2024-09-30", "2024-09-01")
    with allowed():
        dated(tenure, "until", "2024-10-01", "2024-10-01", "2024-10-01")
