"""What the system checks say of a database and an installation that will not do."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from quotes.checks import check_imprint, check_local_use, check_postgresql, check_truncate


class Answer:
    """A database that gives one row."""

    def __init__(self, *row: object) -> None:
        self.row = row

    def __enter__(self) -> "Answer":
        return self

    def __exit__(self, *raised: object) -> None:
        pass

    def execute(self, question: str) -> None:
        pass

    def fetchone(self) -> tuple[object, ...]:
        return self.row


@pytest.mark.django_db
def test_the_database_of_this_suite_will_do():
    assert check_postgresql(databases=["default"]) == []


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ((140012, "14.12", "UTF8"), "wortlaut.E001"),
        ((150000, "15.0", "LATIN1"), "wortlaut.E002"),
    ],
)
def test_an_old_postgresql_or_another_encoding_is_an_error(monkeypatch, row, complaint):
    monkeypatch.setattr(connection, "cursor", lambda: Answer(*row))

    assert [found.id for found in check_postgresql(databases=["default"])] == [complaint]


@pytest.mark.parametrize(("local", "complaints"), [(True, ["wortlaut.W001"]), (False, [])])
def test_local_use_is_a_warning_for_production(local, complaints):
    with override_settings(LOCAL=local):
        assert [found.id for found in check_local_use()] == complaints


@pytest.mark.parametrize(("imprint", "complaints"), [("", ["wortlaut.W003"]), ("Verein", [])])
def test_a_site_without_an_imprint_is_a_warning_for_production(imprint, complaints):
    with override_settings(WORTLAUT_IMPRINT=imprint):
        assert [found.id for found in check_imprint()] == complaints


@pytest.mark.django_db
def test_a_role_that_may_empty_the_history_is_a_warning():
    """Until that is revoked: see test_production.py."""
    assert [found.id for found in check_truncate(databases=["default"])] == ["wortlaut.W002"]


def test_no_database_is_asked_that_was_not_named(django_db_blocker):
    call_command("check")
