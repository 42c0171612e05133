"""The change feed with several writers at once, each on a connection of its own."""

import psycopg
import pytest
from django.db import connection

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def own_connection(**options):
    return psycopg.connect(**connection.get_connection_params() | options)


def test_public_items_are_changed_by_transactions_that_read_what_others_committed():
    quote = factories.published_quote()
    with own_connection(cursor_factory=psycopg.ClientCursor) as writer:
        writer.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        writer.execute("UPDATE quotes_quote SET context = '–' WHERE id = %s", [quote.pk])
        with pytest.raises(psycopg.errors.CheckViolation) as caught:
            writer.commit()
        assert caught.value.diag.constraint_name == "feed_needs_read_committed"
