"""Joint statements, raw: signatories, versions, provisions and the quotes that state them."""

import pytest

from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql, value

pytestmark = pytest.mark.django_db

VERSION = (
    "INSERT INTO quotes_statementversion"
    ' (id, statement_id, issuer_id, language, official, snapshot_id, start, "end")'
    " VALUES (%s, %s, %s, 'ko', true, %s, %s, %s)"
)
PROVISION_TEXT = (
    'INSERT INTO quotes_provisiontext (provision_id, version_id, start, "end")'
    " VALUES (%s, %s, %s, %s)"
)


@pytest.fixture
def statement():
    return factories.draft_statement()


@pytest.fixture
def other():
    return factories.draft_statement(["양측은 의견을 같이했다."], language="ko")


def test_a_statement_has_a_title_in_one_language_at_least(statement):
    with allowed():
        sql("UPDATE quotes_jointstatement SET title_en = ''")
    with refused("statement_has_a_title"):
        sql("UPDATE quotes_jointstatement SET title_de = ''")


def test_a_speaker_signs_a_statement_once(statement):
    speaker = statement.signatories.first().speaker
    with refused("signatory_once_a_speaker", UNIQUE_VIOLATION):
        factories.SignatoryFactory(statement=statement, speaker=speaker)
    with allowed():
        factories.SignatoryFactory(speaker=speaker)


@pytest.mark.parametrize(
    ("table", "column", "rule"),
    [
        ("quotes_signatory", "position", "signatory_position"),
        ("quotes_provision", "number", "provision_number"),
    ],
)
def test_signatories_and_provisions_stand_in_one_order_and_can_change_places(
    statement, table, column, rule
):
    with refused(rule, UNIQUE_VIOLATION):
        sql(f"UPDATE {table} SET {column} = 1")
    first = value(f"SELECT id FROM {table} WHERE {column} = 1")
    with allowed():
        sql(f"UPDATE {table} SET {column} = 2 WHERE id = %s", first)
        sql(f"UPDATE {table} SET {column} = 1 WHERE id <> %s", first)
    assert value(f"SELECT {column} FROM {table} WHERE id = %s", first) == 2


def test_a_version_is_a_span_of_its_snapshot(statement):
    version = statement.versions.get()
    change = 'UPDATE quotes_statementversion SET start = %s, "end" = %s WHERE id = %s'
    with refused("statementversion_starts_before_it_ends"):
        sql(change, 5, 5, version.pk)
    with refused("statementversion_within_the_snapshot"):
        sql(change, 0, version.end + 1, version.pk)
    short = factories.SnapshotFactory(article=version.snapshot.article, text="両大臣は")
    with refused("statementversion_within_the_snapshot"):
        sql(
            "UPDATE quotes_statementversion SET snapshot_id = %s WHERE id = %s",
            short.pk,
            version.pk,
        )


def test_a_version_does_not_slip_in_before_its_snapshot(statement):
    issuer = statement.versions.get().issuer
    article = factories.ArticleFactory()
    with refused("statementversion_within_the_snapshot"):
        sql(VERSION, 9001, statement.pk, issuer.pk, 9001, 0, 5000)
        sql(
            "INSERT INTO quotes_snapshot"
            " (id, article_id, text, sha256, length, method, extent, captured_at) VALUES"
            " (9001, %s, '양', encode(sha256(convert_to('양', 'UTF8')), 'hex'), 1, 'pasted',"
            " 'whole', now())",
            article.pk,
        )


def test_an_issuer_has_one_version_in_a_language(statement):
    version = statement.versions.get()
    arguments = {"statement": statement, "issuer": version.issuer, "snapshot": version.snapshot}
    with refused("statementversion_once", UNIQUE_VIOLATION):
        factories.StatementVersionFactory(**arguments, language="ja")
    with allowed():
        factories.StatementVersionFactory(**arguments, language="ko")


@pytest.mark.parametrize(
    ("table", "rule", "rows"),
    [
        ("quotes_provision", "provision_stays_with_its_statement", "provisions"),
        ("quotes_statementversion", "statementversion_stays_with_its_statement", "versions"),
    ],
)
@pytest.mark.parametrize("state", ["draft", "published"])
def test_provisions_and_versions_stay_with_their_statement(
    statement, other, table, rule, rows, state
):
    factories.brought_to(statement, state)
    row = getattr(statement, rows).first()
    with refused(rule):
        sql(f"UPDATE {table} SET statement_id = %s WHERE id = %s", other.pk, row.pk)


def test_the_text_of_a_provision_lies_within_the_version(statement):
    version = statement.versions.get()
    text = statement.provisions.last().texts.get()
    rule = "provisiontext_within_the_version"
    with refused(rule):
        sql('UPDATE quotes_provisiontext SET "end" = "end" + 1 WHERE id = %s', text.pk)
    with refused(rule):
        sql('UPDATE quotes_statementversion SET "end" = "end" - 1 WHERE id = %s', version.pk)
    with refused(rule):
        sql("UPDATE quotes_statementversion SET start = start + 1 WHERE id = %s", version.pk)
    with refused("provisiontext_starts_before_it_ends"):
        sql('UPDATE quotes_provisiontext SET start = "end" WHERE id = %s', text.pk)
    with allowed():
        sql('UPDATE quotes_statementversion SET "end" = "end" - 1 WHERE id = %s', version.pk)
        sql('UPDATE quotes_provisiontext SET "end" = "end" - 1 WHERE id = %s', text.pk)


def test_a_provision_and_its_text_belong_to_one_statement(statement, other):
    provision, foreign = statement.provisions.first(), other.versions.get()
    with refused("provisiontext_of_one_statement"):
        sql(PROVISION_TEXT, provision.pk, foreign.pk, foreign.start, foreign.end)
    with refused("provisiontext_once_a_version", UNIQUE_VIOLATION):
        sql(PROVISION_TEXT, provision.pk, statement.versions.get().pk, 0, 4)


def test_the_text_of_a_provision_does_not_slip_in_before_its_version(statement, other):
    version = statement.versions.get()
    with refused("provisiontext_of_one_statement"):
        sql(PROVISION_TEXT, 9002, 9003, 0, 4)
        sql(
            "INSERT INTO quotes_provision (id, statement_id, number, number_printed, kind)"
            " VALUES (9002, %s, 77, false, 'notes')",
            other.pk,
        )
        sql(VERSION, 9003, statement.pk, version.issuer_id, version.snapshot_id, 0, 4)


def test_a_quote_states_a_provision_of_the_statement_it_is_linked_to(statement, other):
    link = factories.StatementLinkFactory(
        statement=statement, provision=statement.provisions.first()
    )
    rule = "statementlink_provision_of_statement"
    with refused(rule):
        sql("UPDATE quotes_statementlink SET statement_id = %s WHERE id = %s", other.pk, link.pk)
    foreign = other.provisions.first()
    with refused(rule):
        sql("UPDATE quotes_statementlink SET provision_id = %s WHERE id = %s", foreign.pk, link.pk)
    with allowed():
        sql(
            "UPDATE quotes_statementlink SET statement_id = %s, provision_id = %s WHERE id = %s",
            other.pk,
            foreign.pk,
            link.pk,
        )


def test_only_the_words_of_the_statement_have_a_provision(statement):
    link = factories.StatementLinkFactory(
        statement=statement, provision=statement.provisions.first()
    )
    with refused("statementlink_provision_only_where_stated"):
        sql("UPDATE quotes_statementlink SET kind = 'concerns' WHERE id = %s", link.pk)
    with allowed():
        sql("UPDATE quotes_statementlink SET kind = 'concerns', provision_id = NULL")


def test_a_link_is_made_once_with_or_without_a_provision(statement):
    link = factories.StatementLinkFactory(statement=statement)
    with refused("statementlink_once", UNIQUE_VIOLATION):
        factories.StatementLinkFactory(statement=statement, quote=link.quote)
    with allowed():
        for provision in statement.provisions.all():
            factories.StatementLinkFactory(
                statement=statement, quote=link.quote, provision=provision
            )
