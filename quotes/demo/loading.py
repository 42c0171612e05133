"""Loads a dossier, whole and once: drafted by one system user, published by another."""

import pghistory
from django.db import connection, transaction

from quotes.editorial.aggregates import event_model
from quotes.editorial.moves import Item, publish, submit
from quotes.models import Article

from .dossier import Dossier
from .drafts import Drafts
from .people import loader, reviewer

# Any number, as long as nobody else's lock in this database has it.
LOADING = 0x444F5353
DRAFTED = "From the dossier of sources."
SUBMITTED = "Drafted as the sources have it."
PUBLISHED = "Each passage stands in its source."


def load(dossier: Dossier) -> Drafts | None:
    """Load and publish the dossier in one transaction; None where it was loaded before.

    That it was loaded stands in the history, which outlives whatever editors change or delete
    afterwards. Of two runs at the same time the second waits for the first. Raises Refused where
    the database holds something else in a place of the dossier's (an article of the same URL).
    """
    with transaction.atomic(), pghistory.context(dossier=dossier.key):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
        if is_loaded(dossier):
            return None
        author, second = loader(), reviewer()
        drafts = Drafts(dossier, author, DRAFTED)
        drafts.write()
        # Articles before the quotes that stand in them, quotes before the statement they state.
        items: list[Item] = [
            *drafts.articles.values(),
            *drafts.quotes.values(),
            *drafts.statements.values(),
        ]
        for item in items:
            submit(item, author, SUBMITTED)
            publish(item, second, PUBLISHED)
        return drafts


def is_loaded(dossier: Dossier) -> bool:
    """Whether history knows of this dossier."""
    events = event_model(Article)._default_manager
    return events.filter(pgh_label="insert", pgh_context__dossier=dossier.key).exists()
