"""Joint statements as CreativeWork.

schema.org's Statement is "a statement about something", a fact in a sentence; a text that several
issue together is a work of its own, with creators, versions and numbered parts.
"""

from quotes.interchange.iso_dates import iso_date
from quotes.interchange.site import Site
from quotes.models import JointStatement, LinkKind, Provision, StatementKind, StatementVersion

from .articles import article
from .events import event_name, topic
from .nodes import Node, bilingual, each, identified, in_language, node
from .quotations import quotation_name
from .speakers import in_role, role_names, speaker_name

_GENRES = {
    StatementKind.JOINT_STATEMENT: "joint statement",
    StatementKind.PRESS_RELEASE: "joint press release",
    StatementKind.COMMUNIQUE: "communiqué",
    StatementKind.DECLARATION: "declaration",
}


def statement(row: JointStatement, site: Site) -> Node:
    """Reads ``signatories``, ``versions``, ``provisions`` with their ``texts`` (annotated with
    ``words``), ``quote_links``, ``event`` and ``topics``."""
    versions = list(row.versions.all())
    languages = {version.pk: version.language for version in versions}
    links = list(row.quote_links.all())
    about = {link.quote_id: link.quote for link in links if link.kind == LinkKind.CONCERNS}
    stated = {link.quote_id: link.quote for link in links if link.kind == LinkKind.STATES}
    return identified(
        "CreativeWork",
        row,
        site,
        url=site.page(row),
        name=bilingual(row, "title"),
        genre=_GENRES[StatementKind(row.kind)],
        datePublished=iso_date(row.issued_on),
        creator=[
            in_role("creator", one.speaker, role_names(one.tenure, one.capacity), site)
            for one in row.signatories.all()
        ],
        recordedAt=event_name(row.event, site) if row.event else None,
        about=each(topic, row.topics.all(), site),
        inLanguage=sorted({version.language for version in versions}),
        workExample=[_version(version, site) for version in versions],
        hasPart=[
            *(_provision(one, languages, row, site) for one in row.provisions.all()),
            *(quotation_name(quote, site) for quote in stated.values()),
        ],
        subjectOf=[quotation_name(quote, site) for quote in about.values()],
    )


def _version(row: StatementVersion, site: Site) -> Node:
    return node(
        "CreativeWork",
        inLanguage=row.language,
        publisher=speaker_name(row.issuer, site),
        isPartOf=article(row.snapshot.article, site),
    )


def _provision(
    row: Provision, languages: dict[int, str], statement: JointStatement, site: Site
) -> Node:
    return {"@id": f"{site.identity(statement)}#provision-{row.number}"} | node(
        "CreativeWork",
        position=row.number,
        url=f"{site.page(statement)}#provision-{row.number}",
        text=[
            in_language(text.words, languages[text.version_id])  # type: ignore[attr-defined]
            for text in row.texts.all()
            if text.version_id in languages
        ],
    )
