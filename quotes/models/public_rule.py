"""``published()`` as a function of the database, for the change feed: there is no second rule.

``wortlaut_public(resources, items)`` gives those of the items that the public sees. It is made
anew after each migration; where it then says something else than before, whatever came into view
or left it by that is noted in the feed.
"""

from functools import cache

from django.apps import apps
from django.db import connections, transaction

# The models behind the names in the feed.
RESOURCES = {
    "quote": "Quote",
    "statement": "JointStatement",
    "article": "Article",
    "speaker": "Speaker",
    "outlet": "Outlet",
    "event": "Event",
    "topic": "Topic",
}
_SIGNATURE = "wortlaut_public(text[], bigint[])"
_CREATE = (
    "CREATE OR REPLACE FUNCTION wortlaut_public(of_resources text[], of_items bigint[])"
    " RETURNS TABLE (resource text, item bigint) LANGUAGE plpgsql STABLE ROWS 1000 AS $public${}"
    "$public$"
)
# Every item that is public or that the feed holds for public: first what was published as a
# whole, in the order of that, then what is public through it.
_LOOK_AT_ALL = """
INSERT INTO quotes_toucheditems (transaction, resource, items, changes, wakes)
SELECT pg_current_xact_id()::text::bigint, a.resource, ARRAY[a.item], FALSE, FALSE FROM (
    {published}
    UNION ALL
    SELECT c.resource, c.item_id, 1, c.at FROM (
        SELECT DISTINCT ON (resource, item_id) resource, item_id, kind, at FROM quotes_change
        ORDER BY resource, item_id, id DESC
    ) c WHERE c.kind <> 'withdrawn'
) a (resource, item, rank, since) ORDER BY a.rank, a.since, a.resource, a.item
"""
_WAKE = (
    "INSERT INTO quotes_toucheditems (transaction, resource, items, changes, wakes)"
    " VALUES (pg_current_xact_id()::text::bigint, '', '{}', FALSE, TRUE)"
)


def _published(resource: str, where: str = "") -> str:
    """SQL for the ids that ``published()`` finds."""
    connection = connections["default"]
    model = apps.get_model("quotes", RESOURCES[resource])
    found = model._default_manager.published().order_by()
    if where:
        # Nothing of it comes from outside.
        found = found.extra(where=[f'"{model._meta.db_table}"."id" = {where}'])  # noqa: S610
    statement, parameters = found.values_list("id").query.sql_with_params()
    composed: str = connection.ops.compose_sql(statement, parameters)  # type: ignore[attr-defined]
    return composed


@cache
def function_body() -> str:
    """PL/pgSQL of ``wortlaut_public``."""
    of_each = (
        f"IF '{resource}' = ANY(of_resources) THEN RETURN QUERY"
        f" SELECT '{resource}'::text, p.id FROM ("
        + _published(
            resource,
            "ANY(ARRAY(SELECT u.i FROM unnest(of_resources, of_items) u (r, i)"
            f" WHERE u.r = '{resource}'))",
        )
        + ") p (id); END IF;\n"
        for resource in RESOURCES
    )
    return f"\nBEGIN\n{''.join(of_each)}END\n"


def install(using: str = "default") -> bool:
    """Bring the database's function to what the models say; whether it was another one before."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regclass('quotes_change')")
        if cursor.fetchone() == (None,):
            # Migrated to a state before the feed.
            return False
        cursor.execute("SELECT prosrc FROM pg_proc WHERE oid = to_regprocedure(%s)", [_SIGNATURE])
        if cursor.fetchone() == (function_body(),):
            return False
        cursor.execute(_CREATE.format(function_body()))
        look_at_all(cursor)
        return True


def look_at_all(cursor) -> None:
    """Compare the whole feed with what is public, when the transaction ends."""
    of_each = []
    for resource, name in RESOURCES.items():
        found = _published(resource)
        table = apps.get_model("quotes", name)._meta.db_table
        if resource in ("quote", "statement", "article"):
            place = "0, i.first_published_at"
        else:
            place = "1, i.created_at"
        of_each.append(f"SELECT '{resource}', i.id, {place} FROM {table} i WHERE i.id IN ({found})")
    cursor.execute(_LOOK_AT_ALL.format(published=" UNION ALL ".join(of_each)))
    cursor.execute(_WAKE)
