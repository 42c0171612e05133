"""The change feed with several writers at once, each on a connection of its own, some killed."""

import random
import threading
import time

import psycopg
import pytest
from django.db import connection, transaction

from quotes.editorial.recording import recorded
from quotes.models import Change
from tests import factories
from tests.models.public_world import public_world, random_write
from tests.models.test_changes import public_by_the_feed, public_now

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, TRANSACTIONS = 4, 40


def own_connection(**options):
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.ClientCursor}
    return psycopg.connect(**parameters | options)


class Writer(threading.Thread):
    """Publishes, changes and withdraws at random; takes some of it back, loses some of it."""

    def __init__(self, seed: int, killer: psycopg.Connection) -> None:
        super().__init__()
        self.chance = random.Random(seed)
        self.killer = killer
        self.ends = {"committed": 0, "rolled back": 0, "killed": 0, "refused": 0}
        self.waited_for_each_other: list[str] = []
        self.fault: BaseException | None = None

    def run(self) -> None:
        try:
            for _ in range(TRANSACTIONS):
                self.ends[self.transaction()] += 1
        except BaseException as fault:
            self.fault = fault

    def transaction(self) -> str:
        writer = own_connection()
        try:
            for _ in range(self.chance.randint(1, 4)):
                random_write(self.chance, lambda sql, given: self.rows(writer, sql, given))
                time.sleep(self.chance.random() / 100)
            end = self.chance.random()
            if end < 0.15:
                writer.rollback()
                return "rolled back"
            if end < 0.3:
                self.killer.execute("SELECT pg_terminate_backend(%s)", [writer.info.backend_pid])
            elif end < 0.45:
                # In the middle of its commit, if it can be met there.
                threading.Timer(
                    self.chance.random() / 50,
                    self.killer.execute,
                    ["SELECT pg_terminate_backend(%s)", [writer.info.backend_pid]],
                ).start()
            writer.commit()
            return "committed"
        except (psycopg.errors.AdminShutdown, psycopg.errors.IdleInTransactionSessionTimeout):
            return "killed"
        except psycopg.Error as error:
            if isinstance(error, psycopg.errors.DeadlockDetected):
                self.waited_for_each_other.append(error.diag.message_detail or "")
            return "killed" if writer.closed or error.sqlstate is None else "refused"
        finally:
            writer.close()

    @staticmethod
    def rows(writer, statement, parameters):
        cursor = writer.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


class Reader(threading.Thread):
    """Follows the feed by its cursor, a few entries at a time, as a client does."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple] = []
        self.over = threading.Event()

    def run(self) -> None:
        with own_connection(autocommit=True) as follower:
            while True:
                last_look = self.over.is_set()
                page = follower.execute(
                    "SELECT id, kind, resource, item_id FROM quotes_change WHERE id > %s"
                    " ORDER BY id LIMIT 3",
                    [self.read[-1][0] if self.read else 0],
                ).fetchall()
                self.read += page
                if last_look and not page:
                    return


def all_at_once(reader: Reader, seed: int) -> list[Writer]:
    """Let several writers write while ``reader`` follows, to the end."""
    public_world()
    with own_connection(autocommit=True) as killer:
        writers = [Writer(seed * 100 + number, killer) for number in range(WRITERS)]
        reader.start()
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join(timeout=120)
        time.sleep(0.1)
        reader.over.set()
        reader.join(timeout=60)
    assert [writer.fault for writer in writers] == [None] * WRITERS
    assert not reader.is_alive()
    # It was a test: all of this happened.
    ends = {end: sum(writer.ends[end] for writer in writers) for end in writers[0].ends}
    assert min(ends.values()) > 0, ends
    return writers


@pytest.mark.parametrize("seed", [1, 2])
def test_a_reader_misses_nothing_and_sees_nothing_twice(seed):
    reader = Reader()
    writers = all_at_once(reader, seed)
    whole = list(Change.objects.order_by("id").values_list("id", "kind", "resource", "item_id"))
    assert reader.read == whole
    assert public_by_the_feed() == public_now()
    # Nobody who has the feed's lock waits for a row: that would be a deadlock now and then.
    met = [detail for writer in writers for detail in writer.waited_for_each_other]
    assert [detail for detail in met if "advisory" in detail] == []
    assert {kind for _, kind, _, _ in whole} == {"published", "changed", "withdrawn"}


def test_the_second_to_withdraw_sees_what_the_first_did():
    """Each alone leaves the speaker public; both together do not."""
    speaker = factories.SpeakerFactory()
    quotes = [factories.published_quote(speaker=speaker) for _ in range(2)]
    one, two = own_connection(), own_connection()
    for writer, quote in ((one, quotes[0]), (two, quotes[1])):
        writer.execute(
            "UPDATE quotes_quote SET state = 'withdrawn', withdrawal_reason = '–' WHERE id = %s",
            [quote.pk],
        )
    one.execute("SET CONSTRAINTS ALL IMMEDIATE")
    second = threading.Thread(target=two.commit)
    second.start()
    second.join(timeout=0.5)
    assert second.is_alive(), "the second commit waits for the first"
    one.commit()
    second.join(timeout=60)
    one.close()
    two.close()
    assert public_by_the_feed() == public_now()
    last = Change.objects.filter(resource="speaker", item_id=speaker.pk).last()
    assert last.kind == "withdrawn"


def test_the_lock_is_not_held_while_editing_goes_on(edith):
    """Not even after the rules were checked, in the middle of a longer transaction."""
    quote, topic = factories.published_quote(), factories.TopicFactory()
    factories.published_quote(topics=[topic])
    with transaction.atomic():
        with recorded(edith, "Der Zusammenhang fehlte."):
            quote.context = "Am Tag nach dem Gespräch"
            quote.save()
        with own_connection() as other:
            other.execute("SET lock_timeout = '2s'")
            other.execute("UPDATE quotes_topic SET name_de = 'Anders' WHERE id = %s", [topic.pk])
            other.commit()
        assert Change.objects.last().item_id == topic.pk
        assert not Change.objects.filter(resource="quote", kind="changed").exists()
    assert Change.objects.filter(resource="quote", kind="changed", item_id=quote.pk).exists()


def test_public_items_are_changed_by_transactions_that_read_what_others_committed():
    quote = factories.published_quote()
    with own_connection() as writer:
        writer.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        writer.execute("UPDATE quotes_quote SET context = '–' WHERE id = %s", [quote.pk])
        with pytest.raises(psycopg.errors.CheckViolation) as caught:
            writer.commit()
        assert caught.value.diag.constraint_name == "feed_needs_read_committed"
