"""Speakers as Person or Organization; roles held as Role objects, bounded in time."""

from typing import Any

from quotes.interchange.iso_dates import iso_date
from quotes.interchange.site import Site
from quotes.models import Speaker, SpeakerKind, Tenure

from .nodes import Node, bilingual, identified, in_language, node, wikidata


def speaker_name(speaker: Speaker, site: Site) -> Node:
    """Who somebody is: enough to refer to him."""
    return identified(_kind(speaker), speaker, site, name=speaker.name, sameAs=wikidata(speaker))


def speaker(row: Speaker, site: Site) -> Node:
    """Reads ``names``, and ``tenures`` with their ``organisation``."""
    others = [
        in_language(form.text, form.language) for form in row.names.all() if form.text != row.name
    ]
    is_person = row.kind == SpeakerKind.PERSON
    roles = [_role(tenure, site) for tenure in row.tenures.all()]
    return identified(
        _kind(row),
        row,
        site,
        name=row.name,
        alternateName=others,
        familyName=row.family_name if is_person else "",
        memberOf=[role for role in roles if "memberOf" in role],
        # Organisations have no occupation; what they are without a body is not said here.
        hasOccupation=[role for role in roles if "hasOccupation" in role] if is_person else [],
        sameAs=wikidata(row),
    )


def in_role(property_name: str, speaker: Speaker, role_name: Any, site: Site) -> Node:
    """The value of ``property_name``: the speaker, in the role he had in this (schema.org: Role).

    A role says what somebody was *then*; as a property of the person it would be said for ever.
    """
    person = speaker_name(speaker, site)
    if not role_name:
        return person
    return node("Role", roleName=role_name, **{property_name: person})


def role_names(tenure: Tenure | None, printed: str = "") -> list[Any]:
    """The titles of a role in the languages held, and the capacity as printed."""
    titles = bilingual(tenure, "title") if tenure else []
    return [*titles, printed] if printed else titles


def _role(tenure: Tenure, site: Site) -> Node:
    titles = bilingual(tenure, "title")
    bounds = {"startDate": iso_date(tenure.since), "endDate": iso_date(tenure.until)}
    if tenure.organisation:
        body = speaker_name(tenure.organisation, site)
        if body["@type"] == "Organization":
            return node("OrganizationRole", memberOf=body, roleName=titles, **bounds)
    return node("Role", hasOccupation=node("Occupation", name=titles), **bounds)


def _kind(speaker: Speaker) -> str:
    return "Person" if speaker.kind == SpeakerKind.PERSON else "Organization"
