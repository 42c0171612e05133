"""Rules of the database about quotes that several rows keep together, as PL/pgSQL.

``{quotes}`` and ``{occurrences}`` stand for an id or a subquery for ids.
"""

from .refusals import refuse_if

# The wording of a quote is its preferred occurrence's, that of an occurrence its segments',
# joined as quotes.text.passages.join_segments does.
QUOTE_HAS_PREFERRED_WORDING = refuse_if(
    "EXISTS (SELECT 1 FROM quotes_quote q LEFT JOIN quotes_occurrence o"
    " ON o.quote_id = q.id AND o.preferred WHERE q.id IN ({quotes})"
    " AND (q.wording, q.language)"
    " IS DISTINCT FROM (COALESCE(o.wording, ''), COALESCE(o.language, '')))",
    "quote_wording_is_preferred_occurrences",
    "A quote has the wording and the language of its preferred occurrence.",
)
OCCURRENCE_HAS_ITS_SEGMENTS = refuse_if(
    "EXISTS (SELECT 1 FROM quotes_occurrence o WHERE o.id IN ({occurrences})"
    " AND o.wording IS DISTINCT FROM COALESCE((SELECT string_agg(s.exact, ' … '"
    " ORDER BY s.position) FROM quotes_segment s WHERE s.occurrence_id = o.id), ''))",
    "occurrence_wording_is_its_segments",
    "The wording of an occurrence is that of its segments.",
)
SEGMENTS_HOLD = refuse_if(
    "EXISTS (SELECT 1 FROM quotes_segment s JOIN quotes_occurrence o ON o.id = s.occurrence_id"
    " JOIN quotes_snapshot t ON t.id = o.snapshot_id WHERE o.id IN ({occurrences})"
    ' AND (s."end" > t.length OR s.exact <> substr(t.text, s.start + 1, s."end" - s.start)))',
    "segment_is_what_the_snapshot_holds",
    "A segment is what the snapshot holds at its place.",
)
SEGMENTS_IN_ORDER = refuse_if(
    'EXISTS (SELECT 1 FROM (SELECT s.start AS start, lag(s."end") OVER (ORDER BY s.position)'
    " AS before FROM quotes_segment s WHERE s.occurrence_id IN ({occurrences})) w"
    " WHERE w.start < w.before)",
    "segments_in_order",
    "The segments of an occurrence follow each other without overlapping.",
)
PUBLISHED_HAS_SOURCE = (
    # Whoever withdraws such an article at the same time waits, and then meets this rule himself.
    "PERFORM 1 FROM quotes_article a JOIN quotes_snapshot t ON t.article_id = a.id"
    " JOIN quotes_occurrence o ON o.snapshot_id = t.id"
    " WHERE o.quote_id IN ({quotes}) AND o.preferred FOR SHARE OF a;"
) + refuse_if(
    "EXISTS (SELECT 1 FROM quotes_quote q WHERE q.id IN ({quotes}) AND q.state = 'published'"
    " AND NOT EXISTS (SELECT 1 FROM quotes_occurrence o"
    " JOIN quotes_snapshot t ON t.id = o.snapshot_id JOIN quotes_article a ON a.id = t.article_id"
    " WHERE o.quote_id = q.id AND o.preferred AND NOT o.withdrawn AND a.state = 'published'))",
    "quote_published_has_a_public_source",
    "A published quote has a preferred occurrence in a published article.",
)
PUBLISHED_HAS_SPEAKER = refuse_if(
    "EXISTS (SELECT 1 FROM quotes_quote q WHERE q.id IN ({quotes}) AND q.state = 'published'"
    " AND NOT EXISTS (SELECT 1 FROM quotes_attribution a WHERE a.quote_id = q.id))",
    "quote_published_has_a_speaker",
    "A published quote has a speaker or the description of one.",
)
