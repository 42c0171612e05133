"""Occasions as Event, subject headings as DefinedTerm."""

from quotes.interchange.iso_dates import iso_date
from quotes.interchange.site import Site
from quotes.models import Event, Topic

from .nodes import Node, bilingual, each, identified, node, wikidata
from .speakers import speaker_name


def event_name(row: Event, site: Site) -> Node:
    """What an occasion is called, when and where it was."""
    return identified(
        "Event",
        row,
        site,
        name=bilingual(row, "title"),
        startDate=iso_date(row.held_on),
        location=node("Place", name=row.place) if row.place else None,
    )


def event(row: Event, site: Site) -> Node:
    """Reads ``participants``, ``parent`` and ``parts``."""
    whole = event_name(row, site)
    whole |= node(
        "Event",
        attendee=each(speaker_name, row.participants.all(), site),
        superEvent=event_name(row.parent, site) if row.parent else None,
        subEvent=each(event_name, row.parts.all(), site),
    )
    return whole


def topic(row: Topic, site: Site) -> Node:
    return identified("DefinedTerm", row, site, name=bilingual(row, "name"), sameAs=wikidata(row))
