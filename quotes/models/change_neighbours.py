"""Who is met when an item comes into public view or leaves it: SQL for the change feed.

Those who are public through it (``reaches``) are looked at again; those whose own representation
names it (``changes``) have changed. ``published()`` decides what is public; here is only said
where it may matter.
"""

from .touching import Touch, changes, reaches, reaches_event

_SNAPSHOTS = "JOIN quotes_snapshot s ON s.article_id = r.item"
_OCCURRENCES = f"{_SNAPSHOTS} JOIN quotes_occurrence o ON o.snapshot_id = s.id"
_VERSIONS = f"{_SNAPSHOTS} JOIN quotes_statementversion v ON v.snapshot_id = s.id"
_QUOTE = "JOIN quotes_quote q ON q.id = r.item"
_STATEMENT = "JOIN quotes_jointstatement s ON s.id = r.item"
_FROM_HERE = "JOIN quotes_hop h ON r.item IN (h.source_article_id, h.evidence_in_id)"


def _of(row: str, *touched: Touch) -> tuple[Touch, ...]:
    """``touched`` with ``row`` joined before whatever each joins itself."""
    return tuple(Touch(t.resource, t.item, f"{row} {t.join}", t.changes) for t in touched)


NEIGHBOURS: dict[str, tuple[Touch, ...]] = {
    "quote": (
        reaches("speaker", "a.speaker_id", "JOIN quotes_attribution a ON a.quote_id = r.item"),
        reaches("topic", "t.topic_id", "JOIN quotes_quote_topics t ON t.quote_id = r.item"),
        reaches(
            "outlet",
            "h.source_outlet_id",
            "JOIN quotes_occurrence o ON o.quote_id = r.item"
            " JOIN quotes_hop h ON h.occurrence_id = o.id",
        ),
        *_of(_QUOTE, *reaches_event("q.event_id")),
        changes(
            "quote", "n.to_quote_id", "JOIN quotes_quoterelation n ON n.from_quote_id = r.item"
        ),
        changes(
            "quote", "n.from_quote_id", "JOIN quotes_quoterelation n ON n.to_quote_id = r.item"
        ),
        changes(
            "statement", "l.statement_id", "JOIN quotes_statementlink l ON l.quote_id = r.item"
        ),
    ),
    "statement": (
        reaches("speaker", "g.speaker_id", "JOIN quotes_signatory g ON g.statement_id = r.item"),
        reaches(
            "speaker", "v.issuer_id", "JOIN quotes_statementversion v ON v.statement_id = r.item"
        ),
        reaches(
            "speaker",
            "y.speaker_id",
            "JOIN quotes_provision p ON p.statement_id = r.item"
            " JOIN quotes_provision_parties y ON y.provision_id = p.id",
        ),
        reaches(
            "topic",
            "t.topic_id",
            "JOIN quotes_jointstatement_topics t ON t.jointstatement_id = r.item",
        ),
        *_of(_STATEMENT, *reaches_event("s.event_id")),
        changes("quote", "l.quote_id", "JOIN quotes_statementlink l ON l.statement_id = r.item"),
    ),
    "article": (
        reaches("outlet", "a.outlet_id", "JOIN quotes_article a ON a.id = r.item"),
        reaches("outlet", "a.carried_by_id", "JOIN quotes_article a ON a.id = r.item"),
        reaches("outlet", "h.source_outlet_id", "JOIN quotes_hop h ON h.article_id = r.item"),
        reaches("outlet", "c.outlet_id", "JOIN quotes_credit c ON c.article_id = r.item"),
        reaches(
            "outlet",
            "h.source_outlet_id",
            f"{_OCCURRENCES} JOIN quotes_hop h ON h.occurrence_id = o.id",
        ),
        reaches(
            "speaker",
            "t.organisation_id",
            "JOIN quotes_article a ON a.id = r.item"
            " JOIN quotes_outlet t ON t.id IN (a.outlet_id, a.carried_by_id)",
        ),
        reaches("speaker", "v.issuer_id", _VERSIONS),
        changes("quote", "o.quote_id", _OCCURRENCES),
        changes("statement", "v.statement_id", _VERSIONS),
        changes("article", "h.article_id", _FROM_HERE),
        changes(
            "quote",
            "o.quote_id",
            f"{_FROM_HERE} JOIN quotes_occurrence o ON o.id = h.occurrence_id",
        ),
        changes("speaker", "t.speaker_id", "JOIN quotes_tenure t ON t.source_id = r.item"),
    ),
    "event": (
        reaches(
            "speaker", "p.speaker_id", "JOIN quotes_event_participants p ON p.event_id = r.item"
        ),
        changes("event", "e.id", "JOIN quotes_event e ON e.parent_id = r.item"),
    ),
    "speaker": (changes("outlet", "t.id", "JOIN quotes_outlet t ON t.organisation_id = r.item"),),
    "outlet": (),
    "topic": (),
}


def neighbours_of(flipped: str) -> str:
    """SQL for (resource, item, changes) of all neighbours of ``flipped`` (resource, item)."""
    return " UNION ALL ".join(
        f"SELECT '{touch.resource}' AS resource, {touch.item} AS item, {touch.changes} AS changes"
        f" FROM {flipped} r {touch.join} WHERE r.resource = '{resource}'"
        for resource, touched in NEIGHBOURS.items()
        for touch in touched
    )
