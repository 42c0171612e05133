"""Of which tables and columns public history is made, written once.

A column that is not named here is in no public history. ``e`` is the table of recorded versions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from quotes.models import (
    Article,
    Attribution,
    Credit,
    Hop,
    JointStatement,
    JointStatementTopic,
    Occurrence,
    Provision,
    ProvisionParty,
    ProvisionText,
    Quote,
    QuoteRelation,
    QuoteTopic,
    Signatory,
    Snapshot,
    StatementLink,
    StatementVersion,
)


@dataclass(frozen=True)
class Column:
    """What is told of a row: ``sql`` for it, the model's field that names and words it, and the
    resource of the feed that it leads to, if any."""

    sql: str
    named_by: str
    leads_to: str = ""


@dataclass(frozen=True)
class Part:
    """The rows of one table that belong to an item.

    ``needs`` are SQL for the stateful items ("article 17") that must be public, beside the item
    itself, for a row to be seen; NULL where there is none. ``gone`` is SQL for rows that are kept
    but no longer shown.
    """

    name: str
    model: type[Model]
    where: str
    columns: Mapping[str, Column]
    join: str = ""
    needs: tuple[str, ...] = ()
    gone: str = "FALSE"

    @property
    def table(self) -> str:
        return str(self.model.pgh_event_model._meta.db_table)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class ItemHistory:
    """An item with a state, and its parts: the item's own row comes first."""

    kind: str
    model: type[Model]
    parts: tuple[Part, ...] = field(default_factory=tuple)


def _plain(*names: str) -> dict[str, Column]:
    return {name: Column(f"e.{name}", name) for name in names}


def _leading(resource: str, name: str, column: str = "") -> dict[str, Column]:
    return {name: Column(f"e.{column or name}_id", column or name, resource)}


_ITSELF = "e.pgh_obj_id = %(item)s"
_SNAPSHOT = "JOIN quotes_snapshot s ON s.id = e.snapshot_id"
_OF_SNAPSHOT = {"article": Column("s.article_id", "snapshot", "article")}
_ARTICLE = "'article ' || s.article_id"
_ROLE = {"role": Column("e.tenure_id", "tenure")}
_HOP = {
    **_plain("kind", "agent", "evidence", "inferred"),
    **_leading("article", "source_article"),
    **_leading("outlet", "source_outlet"),
    **_leading("article", "evidence_in"),
}
_SOURCES = ("'article ' || e.source_article_id", "'article ' || e.evidence_in_id")

_QUOTE = (
    Part(
        "quote",
        Quote,
        _ITSELF,
        {
            **_plain("wording", "language", "said_on", "said_on_basis", "said_on_expression"),
            **_leading("event", "event"),
            **_plain("addressee", "context"),
        },
    ),
    Part(
        "attribution",
        Attribution,
        "e.quote_id = %(item)s",
        {**_leading("speaker", "speaker"), **_ROLE, **_plain("description", "name_as_printed")},
    ),
    Part(
        "occurrence",
        Occurrence,
        "e.quote_id = %(item)s",
        {
            **_OF_SNAPSHOT,
            **_plain("wording", "language", "speech_type", "wording_origin"),
            **_plain("reporting_phrase", "locator", "preferred"),
        },
        join=_SNAPSHOT,
        needs=(_ARTICLE,),
        gone="e.withdrawn",
    ),
    Part(
        "hop",
        Hop,
        "o.quote_id = %(item)s AND NOT o.withdrawn",
        _HOP,
        join="JOIN quotes_occurrence o ON o.id = e.occurrence_id"
        " JOIN quotes_snapshot s ON s.id = o.snapshot_id",
        needs=(_ARTICLE, *_SOURCES),
    ),
    Part("topic", QuoteTopic, "e.quote_id = %(item)s", _leading("topic", "topic")),
    Part(
        "statement_link",
        StatementLink,
        "e.quote_id = %(item)s",
        {**_leading("statement", "statement"), **_plain("kind")},
        needs=("'statement ' || e.statement_id",),
    ),
    Part(
        "relation",
        QuoteRelation,
        "e.from_quote_id = %(item)s",
        {**_plain("kind"), **_leading("quote", "to_quote")},
        needs=("'quote ' || e.to_quote_id",),
    ),
    Part(
        # From its other end: that the quote was retracted is told here, too.
        "relation_to",
        QuoteRelation,
        # With what became of a relation that was pointed at another quote since.
        "e.pgh_obj_id IN (SELECT r.pgh_obj_id FROM quotes_quoterelationevent r"
        " WHERE r.to_quote_id = %(item)s)",
        {**_plain("kind"), **_leading("quote", "from_quote")},
        needs=("'quote ' || e.from_quote_id",),
        gone="e.to_quote_id <> %(item)s",
    ),
)
_STATEMENT = (
    Part(
        "statement",
        JointStatement,
        _ITSELF,
        {**_plain("title_de", "title_en", "kind", "issued_on"), **_leading("event", "event")},
    ),
    Part(
        "signatory",
        Signatory,
        "e.statement_id = %(item)s",
        {**_leading("speaker", "speaker"), **_ROLE, **_plain("capacity")},
    ),
    Part(
        "version",
        StatementVersion,
        "e.statement_id = %(item)s",
        {
            **_OF_SNAPSHOT,
            **_leading("speaker", "issuer"),
            **_plain("language", "official"),
        },
        join=_SNAPSHOT,
        needs=(_ARTICLE,),
    ),
    Part("provision", Provision, "e.statement_id = %(item)s", _plain("number", "kind")),
    Part(
        "party",
        ProvisionParty,
        "p.statement_id = %(item)s",
        _leading("speaker", "speaker"),
        join="JOIN quotes_provisionevent p ON p.pgh_obj_id = e.provision_id"
        " AND p.pgh_label = 'insert'",
    ),
    Part(
        "provision_text",
        ProvisionText,
        "v.statement_id = %(item)s",
        {"start": Column("e.start", "start"), "end": Column('e."end"', "end")},
        join="JOIN quotes_statementversion v ON v.id = e.version_id"
        " JOIN quotes_snapshot s ON s.id = v.snapshot_id",
        needs=(_ARTICLE,),
    ),
    Part(
        "topic", JointStatementTopic, "e.jointstatement_id = %(item)s", _leading("topic", "topic")
    ),
)
_ARTICLE_PARTS = (
    Part(
        "article",
        Article,
        _ITSELF,
        {
            **_plain("headline", "byline", "language", "published_on", "genre"),
            **_leading("outlet", "outlet"),
            **_leading("outlet", "carried_by"),
            **_plain("url", "archive_url", "rights", "rights_note"),
        },
    ),
    Part("snapshot", Snapshot, "e.article_id = %(item)s", _plain("extent")),
    Part(
        "credit",
        Credit,
        "e.article_id = %(item)s",
        {**_plain("kind", "text"), **_leading("outlet", "outlet")},
    ),
    Part("hop", Hop, "e.article_id = %(item)s", _HOP, needs=_SOURCES),
)

# By the resource's name in the feed.
HISTORIES = {
    "quote": ItemHistory("quote", Quote, _QUOTE),
    "statement": ItemHistory("statement", JointStatement, _STATEMENT),
    "article": ItemHistory("article", Article, _ARTICLE_PARTS),
}
