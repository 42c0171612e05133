"""The one statement that reads an item's public history from the recorded versions.

When a version was seen: from when it was written, or, where the item or what its row needs was not
public then, from when that was public next; a version that was replaced before was never seen. All
that one editorial step wrote (pghistory's context) took effect at once, at its end.
"""

from functools import cache

from .parts import HISTORIES, Part

_STATE_TABLES = {
    "quote": "quotes_quoteevent",
    "statement": "quotes_jointstatementevent",
    "article": "quotes_articleevent",
}
_REST = """
clock AS (
    SELECT context, max(at) AS at FROM (
        SELECT context, at FROM versions UNION ALL SELECT context, at FROM states
    ) written WHERE context IS NOT NULL GROUP BY context
), settled AS (
    -- The last of what took effect together; clocks of transactions that overlap may differ.
    SELECT DISTINCT ON (item, at) * FROM (
        SELECT s.item, s.pgh_id, s.state, s.withdrawal_reason,
            max(COALESCE(k.at, s.at)) OVER (PARTITION BY s.item ORDER BY s.pgh_id) AS at
        FROM states s LEFT JOIN clock k USING (context)
    ) timed ORDER BY item, at, pgh_id DESC
), moves AS (
    SELECT item, at, state, withdrawal_reason, lag(state) OVER of_item AS before,
        lead(at) OVER of_item AS until
    FROM settled WINDOW of_item AS (PARTITION BY item ORDER BY at)
), times AS (
    SELECT item, range_agg(tstzrange(at, until)) AS public FROM moves
    WHERE state = 'published' GROUP BY item
), root AS (
    SELECT public, lower(public) AS first, upper_inf(public) AS is_public
    FROM times WHERE item = %(key)s
), placed AS (
    SELECT v.*, visible.public AS visible, lower(
            visible.public * tstzmultirange(tstzrange(COALESCE(k.at, v.at), NULL))
        ) AS seen, last_value(v.gone) OVER (
            PARTITION BY v.part, v.row ORDER BY v.pgh_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS gone_now
    FROM root, versions v LEFT JOIN clock k USING (context) CROSS JOIN LATERAL (
        SELECT CASE WHEN count(*) = 0 THEN root.public
            WHEN count(*) > count(t.item) THEN '{{}}'
            ELSE root.public * range_intersect_agg(t.public) END AS public
        FROM unnest(v.needs) n LEFT JOIN times t ON t.item = n
    ) visible
), shown AS (
    SELECT DISTINCT ON (part, "row", seen) part, place, "row", seen, gone, columns,
        needs = '{{}}' OR upper_inf(visible) AND NOT gone_now AS tells
    FROM placed WHERE seen IS NOT NULL ORDER BY part, "row", seen, pgh_id DESC
), pairs AS (
    SELECT s.*, COALESCE(lag(gone) OVER of_row, TRUE) AS was_gone,
        lag(columns) OVER of_row AS old, COALESCE(lag(tells) OVER of_row, TRUE) AS old_tells
    FROM shown s WINDOW of_row AS (PARTITION BY part, "row" ORDER BY seen)
), changed AS (
    SELECT p.seen, p.part, p.place, p."row", p.tells AND p.old_tells AND root.is_public AS tells,
        CASE WHEN p.gone THEN 'removed' WHEN p.was_gone THEN 'added' ELSE 'changed' END AS what,
        CASE WHEN p.was_gone THEN NULL ELSE p.old END AS old,
        CASE WHEN p.gone THEN NULL ELSE p.columns END AS new
    FROM pairs p, root
    WHERE p.seen > root.first AND NOT (p.gone AND p.was_gone)
        AND (p.gone <> p.was_gone OR p.old <> p.columns)
), marks AS (
    SELECT at, CASE
            WHEN state = 'published' AND before IS DISTINCT FROM 'published' THEN 'published'
            WHEN state = 'withdrawn' AND before IS DISTINCT FROM 'withdrawn' THEN 'withdrawn'
            -- Told afterwards alone: what is reviewed now is nobody's business yet.
            WHEN state = 'in_review' AND before = 'withdrawn' AND EXISTS (
                SELECT 1 FROM moves later WHERE later.item = moves.item AND later.at > moves.at
                    AND later.state = 'published'
            ) THEN 'reopened' END AS kind,
        CASE WHEN state = 'withdrawn' THEN NULLIF(withdrawal_reason, '') END AS reason
    FROM moves WHERE item = %(key)s
), page AS (
    SELECT DISTINCT at FROM (
        SELECT at FROM marks WHERE kind IS NOT NULL UNION ALL SELECT seen FROM changed
    ) happened WHERE at < %(before)s ORDER BY at DESC LIMIT %(limit)s
), fields AS (
    SELECT c.seen, c.part, c.place, c."row", c.what, c.tells, n.name, l.resource,
        NULLIF(c.old -> n.name, '""') AS old, NULLIF(c.new -> n.name, '""') AS new
    FROM page JOIN changed c ON c.seen = page.at
    CROSS JOIN LATERAL jsonb_object_keys(COALESCE(c.new, c.old)) n (name)
    LEFT JOIN leads l ON l.part = c.part AND l.name = n.name
    WHERE c.old -> n.name IS DISTINCT FROM c.new -> n.name
), met AS (
    SELECT array_agg(resource) AS resources, array_agg(id::bigint) AS items FROM (
        SELECT resource, old AS id FROM fields UNION SELECT resource, new FROM fields
    ) named WHERE resource IS NOT NULL AND id <> 'null'
), public_now AS (
    SELECT p.resource, to_jsonb(p.item) AS item
    FROM met CROSS JOIN LATERAL wortlaut_public(met.resources, met.items) p
), hidden AS (
    -- Words that only sources print which are not public any more.
    SELECT columns -> 'wording' AS words FROM placed WHERE part = 'occurrence'
    GROUP BY 1 HAVING NOT bool_or(upper_inf(visible) AND NOT gone_now)
), told AS (
    SELECT f.*, f.tells AND f.part <> 'provision_text' AND NOT EXISTS (
            SELECT 1 FROM (VALUES (f.old), (f.new)) v (value)
            WHERE value <> 'null' AND CASE
                WHEN f.resource IS NOT NULL THEN NOT EXISTS (
                    SELECT 1 FROM public_now p WHERE p.resource = f.resource AND p.item = value
                )
                ELSE f.name = 'wording' AND value IN (SELECT words FROM hidden) END
        ) AS is_told
    FROM fields f WHERE COALESCE(f.old, 'null') <> COALESCE(f.new, 'null')
), parts AS (
    SELECT c.seen, json_agg(json_build_object('part', c.part, 'change', c.what, 'fields', COALESCE((
        SELECT json_agg(json_build_object(
            'field', t.name, 'resource', t.resource || 's', 'told', t.is_told,
            'before', CASE WHEN t.is_told THEN t.old END,
            'after', CASE WHEN t.is_told THEN t.new END
        ) ORDER BY t.name) FROM told t
        WHERE t.seen = c.seen AND t.part = c.part AND t."row" = c."row"
    ), '[]')) ORDER BY c.place, c."row") AS changes
    FROM page JOIN changed c ON c.seen = page.at GROUP BY c.seen
)
SELECT to_char(page.at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'), json_build_object(
    'at', to_char(page.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'kind', COALESCE(m.kind, 'changed'), 'reason', m.reason,
    'changes', COALESCE(p.changes, '[]')
)::text
FROM page LEFT JOIN marks m ON m.at = page.at AND m.kind IS NOT NULL
LEFT JOIN parts p ON p.seen = page.at ORDER BY page.at DESC
"""


@cache
def history_statement(kind: str) -> str:
    """SQL. Columns: the entry's time in digits, the entry as JSON. Parameters: ``item``, ``key``
    (kind and id), ``before`` (a time), ``limit``."""
    parts = HISTORIES[kind].parts
    versions = " UNION ALL ".join(_versions(number, part) for number, part in enumerate(parts))
    states = " UNION ALL ".join(_states(each) for each in _STATE_TABLES)
    leads = ", ".join(
        f"('{part.name}', '{name}', '{column.leads_to}')"
        for part in parts
        for name, column in part.columns.items()
        if column.leads_to
    )
    return (
        f"WITH leads (part, name, resource) AS (VALUES {leads}),"
        f" versions AS ({versions}), states AS ({states}), {_REST.format()}"
    )


def _versions(place: int, part: Part) -> str:
    columns = ", ".join(f"'{name}', {column.sql}" for name, column in part.columns.items())
    needs = f"array_remove(ARRAY[{', '.join(part.needs)}]::text[], NULL)"
    return (
        f"SELECT '{part.name}'::text AS part, {place} AS place, e.pgh_obj_id AS row, e.pgh_id,"
        " e.pgh_created_at AS at, e.pgh_context_id AS context,"
        f" e.pgh_label = 'delete' OR {part.gone} AS gone, {needs} AS needs,"
        f" jsonb_build_object({columns}) AS columns"
        f" FROM {part.table} e {part.join} WHERE {part.where}"
    )


def _states(kind: str) -> str:
    """The states of the item itself, and of all that its rows need."""
    return (
        f"SELECT '{kind} ' || e.pgh_obj_id AS item, e.pgh_id, e.pgh_created_at AS at,"
        " e.pgh_context_id AS context, e.state, e.withdrawal_reason"
        f" FROM {_STATE_TABLES[kind]} e WHERE e.pgh_obj_id = ANY(ARRAY("
        "SELECT split_part(n, ' ', 2)::bigint FROM ("
        "SELECT unnest(needs) FROM versions UNION SELECT %(key)s) named (n)"
        f" WHERE n LIKE '{kind} %%'))"
    )
