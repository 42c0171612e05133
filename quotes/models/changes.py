"""The change feed: every change of what the public sees, in the order of the commits.

Written by the database alone. At its commit a transaction that touched items (``touching.py``)
takes one lock, looks at what the public sees of each now (``wortlaut_public``, made of
``published()`` in ``public_rule.py``) and at the feed's last word about it, and notes the
difference. The lock is held to the end of the commit, so that the order of the ids is that of the
commits: who has read up to one id never misses a smaller one that comes later.

Within a test's transaction the feed is written by ``SET CONSTRAINTS ALL IMMEDIATE``.
"""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import connections, models
from django.utils.translation import gettext_lazy as _

from .change_neighbours import neighbours_of
from .refusals import checked_now, refusal, refuse_if

# Any number that no other advisory lock of this database has ("Wortlaut" in ASCII).
LOCK = int.from_bytes(b"Wortlaut")


class ChangeKind(models.TextChoices):
    PUBLISHED = "published", _("published")
    CHANGED = "changed", _("changed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ChangedResource(models.TextChoices):
    QUOTE = "quote", _("quote")
    STATEMENT = "statement", _("joint statement")
    ARTICLE = "article", _("article")
    SPEAKER = "speaker", _("speaker")
    OUTLET = "outlet", _("outlet")
    EVENT = "event", _("event")
    TOPIC = "topic", _("topic")


# The feed's last word about each of them, unless it is "withdrawn", says that it was public.
_WRITE = f"""
IF TG_OP = 'INSERT' THEN
    -- To the end of the queue: whatever may wait for another's row comes before the lock.
    UPDATE quotes_toucheditems SET wakes = TRUE WHERE id = NEW.id;
    RETURN NULL;
END IF;
IF to_regprocedure('wortlaut_public(text[], bigint[])') IS NULL THEN
    -- In the middle of a migration. What was touched waits for its end.
    RETURN NULL;
END IF;
IF current_setting('transaction_isolation') <> 'read committed' THEN
    {
    refusal(
        "feed_needs_read_committed",
        "Public items are changed in transactions that read what others have committed.",
    )
}
END IF;
PERFORM pg_advisory_xact_lock({LOCK});
SELECT COALESCE(max(c.id), 0) INTO before FROM quotes_change c;
WITH taken AS (DELETE FROM quotes_toucheditems t RETURNING t.*),
single AS (
    SELECT t.resource, i.item, bool_or(t.changes) AS changes, min(ARRAY[t.id, i.place]) AS place
    FROM taken t, unnest(t.items) WITH ORDINALITY AS i (item, place) GROUP BY t.resource, i.item
)
SELECT array_agg(s.resource ORDER BY s.place), array_agg(s.item ORDER BY s.place),
    array_agg(s.changes ORDER BY s.place) INTO resources, items, changes FROM single s;
WHILE resources IS NOT NULL LOOP
    -- An organisation may be public through a role of whoever is looked at.
    WITH asked AS (
        SELECT * FROM unnest(resources, items, changes) WITH ORDINALITY
            AS t (resource, item, changes, place)
    ), with_organisations AS (
        SELECT a.resource, a.item, a.changes, a.place FROM asked a
        UNION ALL
        SELECT 'speaker', o.organisation_id, FALSE, a.place FROM asked a
        JOIN quotes_tenure o ON o.speaker_id = a.item
        WHERE a.resource = 'speaker' AND o.organisation_id IS NOT NULL
    ), single AS (
        SELECT w.resource, w.item, bool_or(w.changes) AS changes, min(w.place) AS place
        FROM with_organisations w GROUP BY w.resource, w.item
    )
    SELECT array_agg(s.resource ORDER BY s.place), array_agg(s.item ORDER BY s.place),
        array_agg(s.changes ORDER BY s.place) INTO resources, items, changes FROM single s;
    WITH looked_at AS (
        SELECT a.resource, a.item, a.place, CASE
            WHEN COALESCE(last.kind, 'withdrawn') = 'withdrawn'
                THEN CASE WHEN p.item IS NOT NULL THEN 'published' END
            WHEN p.item IS NULL THEN 'withdrawn'
            WHEN a.changes AND last.id <= before THEN 'changed'
        END AS kind
        FROM unnest(resources, items, changes) WITH ORDINALITY
            AS a (resource, item, changes, place)
        LEFT JOIN wortlaut_public(resources, items) p
            ON p.resource = a.resource AND p.item = a.item
        LEFT JOIN LATERAL (
            SELECT c.id, c.kind FROM quotes_change c
            WHERE c.resource = a.resource AND c.item_id = a.item ORDER BY c.id DESC LIMIT 1
        ) last ON TRUE
    ), written AS (
        INSERT INTO quotes_change (at, kind, resource, item_id, reason)
        SELECT clock_timestamp(), l.kind, l.resource, l.item, COALESCE(
            CASE WHEN l.kind = 'withdrawn' THEN CASE l.resource
                WHEN 'quote' THEN
                    (SELECT q.withdrawal_reason FROM quotes_quote q WHERE q.id = l.item)
                WHEN 'statement' THEN
                    (SELECT s.withdrawal_reason FROM quotes_jointstatement s WHERE s.id = l.item)
                WHEN 'article' THEN
                    (SELECT a.withdrawal_reason FROM quotes_article a WHERE a.id = l.item)
            END END, '')
        FROM looked_at l WHERE l.kind IS NOT NULL ORDER BY l.place
        RETURNING kind, resource, item_id
    )
    SELECT array_agg(w.resource), array_agg(w.item_id) INTO resources, items
    FROM written w WHERE w.kind <> 'changed';
    EXIT WHEN resources IS NULL;
    WITH flipped AS (
        SELECT * FROM unnest(resources, items) AS f (resource, item)
    ), neighbours AS ({neighbours_of("flipped")}),
    single AS (
        SELECT n.resource, n.item, bool_or(n.changes) AS changes FROM neighbours n
        WHERE n.item IS NOT NULL GROUP BY n.resource, n.item
    )
    SELECT array_agg(s.resource ORDER BY s.resource, s.item),
        array_agg(s.item ORDER BY s.resource, s.item),
        array_agg(s.changes ORDER BY s.resource, s.item)
    INTO resources, items, changes FROM single s;
END LOOP;
RETURN NULL;
"""


class TouchedItems(models.Model):
    """What a transaction has touched so far. Empty for everybody else: rows go at the commit."""

    transaction = models.BigIntegerField()
    resource = models.CharField(max_length=9)
    items = ArrayField(models.BigIntegerField())
    changes = models.BooleanField()
    wakes = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["transaction"], name="toucheditems_transaction")]
        triggers = [
            pgtrigger.Trigger(
                name="writes_the_feed",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Condition("NEW.wakes"),
                timing=pgtrigger.Deferred,
                declare=[
                    ("before", "BIGINT"),
                    ("resources", "TEXT[]"),
                    ("items", "BIGINT[]"),
                    ("changes", "BOOLEAN[]"),
                ],
                func=_WRITE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource} {self.items}"


class Change(models.Model):
    """One change of one item; the id is its place in the feed."""

    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("kind"), max_length=9, choices=ChangeKind.choices)
    resource = models.CharField(_("resource"), max_length=9, choices=ChangedResource.choices)
    item_id = models.BigIntegerField(_("id of the item"))
    reason = models.TextField(
        _("reason"), blank=True, help_text=_("Why it was withdrawn, where editors did that.")
    )

    class Meta:
        verbose_name = _("public change")
        verbose_name_plural = _("public changes")
        ordering = ["id"]
        indexes = [
            # The feed's last word about an item; the feed of one resource.
            models.Index(fields=["resource", "item_id", "-id"], name="change_last_of_item"),
            models.Index(fields=["resource", "id"], name="change_of_resource"),
        ]
        triggers = [
            checked_now(
                "change_is_written_by_the_database",
                pgtrigger.Insert,
                refuse_if(
                    "pg_trigger_depth() < 2",
                    "change_is_written_by_the_database",
                    "The change feed is written by the database alone.",
                ),
            ),
            checked_now(
                "change_stays",
                pgtrigger.Update | pgtrigger.Delete,
                refusal("change_stays", "The change feed is never altered."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.id}: {self.resource} {self.item_id} {self.kind}"


# How a change's time is written in the public version: all its digits, in UTC.
_DIGITS = "to_char({} AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')"
# SQL for the public version, as text: two answers that were given at the same one are the same.
# The time beside the place tells a database that was set back from what it was before.
PUBLIC_VERSION = (
    f"COALESCE((SELECT id || '.' || {_DIGITS.format('at')}"
    " FROM quotes_change ORDER BY id DESC LIMIT 1), '0')"
)


class PublicVersion(models.Func):
    """The public version in which the statement that selects it reads everything else."""

    template = PUBLIC_VERSION
    output_field = models.TextField()


class VersionAfter(models.Func):
    """The public version right after a change: that of ``public_version`` while it is the last."""

    template = "(%(expressions)s)"
    arg_joiner = " || '.' || "
    output_field = models.TextField()

    def __init__(self) -> None:
        at = models.Func("at", template=_DIGITS.format("%(expressions)s"))
        super().__init__("pk", at)


def public_version(using: str = "default") -> str:
    """The version of everything public, in one small query: it moves with each public change.

    Read it before the data that it stands for: they are then never older than it says.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT {PUBLIC_VERSION}")
        version: str = cursor.fetchone()[0]
        return version
