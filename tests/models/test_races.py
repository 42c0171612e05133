"""Two editors at the same moment: a rule that each alone would keep is not broken by both."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection

from quotes.models import Quote
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

WITHDRAW = "UPDATE quotes_article SET state = 'withdrawn', withdrawal_reason = '–' WHERE id = %s"
PUBLISH = (
    "UPDATE quotes_quote SET state = 'published', published_at = now(),"
    " first_published_at = now() WHERE id = %s"
)


class Session:
    """A connection of its own whose statements run in a thread of their own."""

    def __init__(self) -> None:
        self.connection = connection.get_new_connection(connection.get_connection_params())
        self.connection.autocommit = False
        self.thread = ThreadPoolExecutor(1)

    def does(self, statement: str, *parameters: object) -> Future:
        return self.thread.submit(self.connection.execute, statement, parameters)

    def commits(self) -> Future:
        return self.thread.submit(self.connection.commit)

    def waits(self) -> bool:
        """Whether it comes to wait for another's lock within half a minute."""
        pid = self.connection.info.backend_pid
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s", [pid]
                )
                if cursor.fetchone()[0]:
                    return True
            threading.Event().wait(0.01)
        return False

    def ends(self) -> None:
        self.thread.shutdown()
        self.connection.close()


@pytest.fixture
def sessions() -> Iterator[tuple[Session, Session]]:
    both = Session(), Session()
    yield both
    for session in both:
        session.ends()


def refused(future: Future) -> str:
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        future.result(timeout=60)
    return caught.value.diag.constraint_name


def test_a_role_is_named_and_moved_to_another_speaker_at_once(sessions):
    names, moves = sessions
    tenure = factories.TenureFactory()
    other, quote = factories.SpeakerFactory(name="Ahn Gyu-back"), factories.QuoteFactory()
    names.does(
        "INSERT INTO quotes_attribution (quote_id, position, speaker_id, tenure_id, description,"
        " name_as_printed) VALUES (%s, 1, %s, %s, '', '')",
        quote.pk,
        tenure.speaker_id,
        tenure.pk,
    ).result()
    move = moves.does("UPDATE quotes_tenure SET speaker_id = %s WHERE id = %s", other.pk, tenure.pk)
    assert moves.waits()
    names.commits().result()
    assert refused(move) == "tenure_stays_with_its_speaker"


def test_a_role_is_moved_to_another_speaker_and_named_at_once(sessions):
    moves, names = sessions
    tenure = factories.TenureFactory()
    other, quote = factories.SpeakerFactory(name="Ahn Gyu-back"), factories.QuoteFactory()
    moves.does(
        "UPDATE quotes_tenure SET speaker_id = %s WHERE id = %s", other.pk, tenure.pk
    ).result()
    name = names.does(
        "INSERT INTO quotes_attribution (quote_id, position, speaker_id, tenure_id, description,"
        " name_as_printed) VALUES (%s, 1, %s, %s, '', '')",
        quote.pk,
        tenure.speaker_id,
        tenure.pk,
    )
    assert names.waits()
    moves.commits().result()
    assert refused(name) == "attribution_tenure_of_speaker"


@pytest.fixture
def reviewed() -> Quote:
    """A quote in review upon a published article."""
    quote = factories.draft_quote(article=factories.published_article())
    return factories.brought_to(quote, "in_review")


def test_a_quote_is_published_and_its_article_withdrawn_at_once(sessions, reviewed):
    publishes, withdraws = sessions
    article = reviewed.occurrences.get().snapshot.article
    publishes.does(PUBLISH, reviewed.pk).result()
    publishes.does("SET CONSTRAINTS ALL IMMEDIATE").result()
    withdrawal = withdraws.does(WITHDRAW, article.pk)
    assert withdraws.waits()
    publishes.commits().result()
    withdrawal.result()
    assert refused(withdraws.commits()) == "quote_published_has_a_public_source"


def test_an_article_is_withdrawn_and_its_quote_published_at_once(sessions, reviewed):
    withdraws, publishes = sessions
    article = reviewed.occurrences.get().snapshot.article
    withdraws.does(WITHDRAW, article.pk).result()
    publishes.does(PUBLISH, reviewed.pk).result()
    checked = publishes.does("SET CONSTRAINTS ALL IMMEDIATE")
    assert publishes.waits()
    withdraws.commits().result()
    assert refused(checked) == "quote_published_has_a_public_source"
