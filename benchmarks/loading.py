"""Loads the speeches into the database of the benchmark, once; every rule of it stays on."""

import time
from collections.abc import Iterator
from typing import Any

import pghistory
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import DateTimeField, F, QuerySet
from django.db.models.functions import Cast

from quotes.models import Article, JointStatement, Quote, State

from .rows import Chosen, Drafts
from .speeches import Publication, fingerprint, publications

QUOTES = 100_000
# Quotes of one transaction.
BATCH = 5_000
# Counted up when other rows are loaded than before.
EDITION = 1


def load() -> None:
    """Makes the database where it is missing, half loaded, or of other data."""
    wanted = f"Wortlaut benchmark {EDITION}: {QUOTES} quotes of {fingerprint()}"
    name = str(connection.settings_dict["NAME"])
    quoted = connection.ops.quote_name(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [name],
        )
        found = cursor.fetchone()
        if found != (wanted,):
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")
            cursor.execute(f"CREATE DATABASE {quoted}")
    call_command("migrate", interactive=False, verbosity=0)
    if found == (wanted,):
        return
    started = time.monotonic()
    print(f"Loading {QUOTES:,} quotes into “{name}”: some minutes, this once.", flush=True)
    _write()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
        # So that writing what was loaded to disk is no part of what is measured. Whose role may
        # not order it waits for it while measuring.
        cursor.execute("SELECT pg_has_role(current_user, 'pg_checkpoint', 'USAGE')")
        if cursor.fetchone()[0]:
            cursor.execute("CHECKPOINT")
        # Only now: whatever is killed before is loaded anew.
        cursor.execute(f"COMMENT ON DATABASE {quoted} IS '{wanted}'")
    print(f"Loaded in {time.monotonic() - started:.0f} s.", flush=True)


def _write() -> None:
    drafts = Drafts()
    with pghistory.context(user_name="benchmark", reason="Loaded for measuring."):
        for batch in _batches():
            with transaction.atomic():
                drafts.write(batch)
            # The rules look rows up: by index as soon as the planner knows that there are many.
            _analyze()
        _publish(Article.objects.all(), "published_on_sort")
        _analyze()
        first, last = 0, Quote.objects.latest("pk").pk
        for first in range(0, last + 1, BATCH):
            _publish(Quote.objects.filter(pk__gt=first, pk__lte=first + BATCH), "said_on_sort")
        _publish(JointStatement.objects.all(), "issued_on_sort")


def _batches() -> Iterator[list[tuple[Publication, list[Chosen]]]]:
    """Publications with the passages that become quotes, spread evenly over all of them."""
    everything = list(publications())
    total = sum(len(speech.passages) for it in everything for speech in it.speeches)
    batch: list[tuple[Publication, list[Chosen]]] = []
    seen = 0
    for publication in everything:
        chosen = []
        for speech in publication.speeches:
            for start, end in speech.passages:
                if (seen + 1) * QUOTES // total > seen * QUOTES // total:
                    chosen.append((speech, start, end))
                seen += 1
        batch.append((publication, chosen))
        if sum(len(chosen) for _, chosen in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@transaction.atomic
def _publish(rows: QuerySet[Any], day: str) -> None:
    """Through review, as the rules ask; each published on the day that it is about."""
    rows.update(state=State.IN_REVIEW)
    at = Cast(F(day), DateTimeField())
    rows.update(state=State.PUBLISHED, first_published_at=at, published_at=at)


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
