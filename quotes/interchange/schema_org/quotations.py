"""Quotes as Quotation: the act of speaking, and beneath it how each source prints it.

``creator`` is whoever said it. ``spokenByCharacter`` is, as schema.org has it, whom the containing
work names as the speaker: so it stands with the wording of each article, not with the act.
"""

from typing import Any

from quotes.interchange.iso_dates import iso_date
from quotes.interchange.site import Site
from quotes.models import LinkKind, Occurrence, Quote, SpeechType, StatementLink, WordingOrigin

from .articles import article
from .events import event_name, topic
from .nodes import Node, bilingual, each, identified, in_language, node
from .speakers import in_role, role_names, speaker_name

_EXACT = (SpeechType.DIRECT, SpeechType.FRAGMENT)
_TRANSLATIONS = (
    WordingOrigin.OFFICIAL_TRANSLATION,
    WordingOrigin.MEDIA_TRANSLATION,
    WordingOrigin.MACHINE_TRANSLATION,
)


def quotation(row: Quote, site: Site) -> Node:
    """Reads ``attributions``, ``occurrences`` with article and outlet, ``event``, ``topics`` and
    ``statement_links``."""
    occurrences = sorted(row.occurrences.all(), key=lambda one: (not one.preferred, one.pk))
    people = list(row.attributions.all())
    links = list(row.statement_links.all())
    return identified(
        "Quotation",
        row,
        site,
        url=site.page(row),
        **_words(occurrences[0]) if occurrences else {},
        inLanguage=row.language,
        dateCreated=iso_date(row.said_on),
        creator=[
            in_role("creator", p.speaker, role_names(p.tenure), site) for p in people if p.speaker
        ],
        # A source without a name: neither person nor organisation, only words for it.
        creditText="; ".join(p.description for p in people if not p.speaker),
        recordedAt=event_name(row.event, site) if row.event else None,
        audience=node("Audience", name=row.addressee) if row.addressee else None,
        about=each(topic, row.topics.all(), site) + _statements(links, LinkKind.CONCERNS, site),
        isPartOf=_statements(links, LinkKind.STATES, site),
        workExample=[
            wording(one, people, site)
            for one in occurrences
            if one.wording_origin not in _TRANSLATIONS
        ],
        workTranslation=[
            wording(one, people, site) for one in occurrences if one.wording_origin in _TRANSLATIONS
        ],
    )


def wording(row: Occurrence, people: list[Any], site: Site) -> Node:
    """The quote as one article prints it."""
    return node(
        "Quotation",
        **_words(row),
        inLanguage=row.language,
        isPartOf=article(row.snapshot.article, site),
        spokenByCharacter=[speaker_name(p.speaker, site) for p in people if p.speaker],
    )


def quotation_name(row: Quote, site: Site) -> Node:
    """What a quote is called where something else is told."""
    return identified(
        "Quotation", row, site, name=in_language(row.wording, row.language), url=site.page(row)
    )


def _words(row: Occurrence) -> Node:
    """Exact words are the text; what a source retells is only what they were about."""
    words = in_language(row.wording, row.language)
    return {"text": words} if row.speech_type in _EXACT else {"abstract": words}


def _statements(links: list[StatementLink], kind: str, site: Site) -> list[Node]:
    # A quote may state several provisions of one statement.
    found = {link.statement_id: link.statement for link in links if link.kind == kind}
    return [
        identified("CreativeWork", row, site, name=bilingual(row, "title"))
        for row in found.values()
    ]
