"""The part of schema.org that we use, written down by hand from its definitions.

For each type its parent; for each property the types it may stand in (domainIncludes) and the
types its values may have (rangeIncludes). Role may stand between any property and its value.
"""

from typing import Any

PARENTS = {
    "Thing": None,
    "CreativeWork": "Thing",
    "Quotation": "CreativeWork",
    "Article": "CreativeWork",
    "NewsArticle": "Article",
    "SocialMediaPosting": "Article",
    "Book": "CreativeWork",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
    "Event": "Thing",
    "Place": "Thing",
    "Person": "Thing",
    "Organization": "Thing",
    "NewsMediaOrganization": "Organization",
    "GovernmentOrganization": "Organization",
    "Intangible": "Thing",
    "Audience": "Intangible",
    "DefinedTerm": "Intangible",
    "Occupation": "Intangible",
    "Role": "Intangible",
    "OrganizationRole": "Role",
}
AGENT = {"Person", "Organization"}
DATE, TEXT, URL, INTEGER = "Date", "Text", "URL", "Integer"
# property: (domain, range)
PROPERTIES: dict[str, tuple[set[str], set[str]]] = {
    "about": ({"CreativeWork", "Event"}, {"Thing"}),
    "abstract": ({"CreativeWork"}, {TEXT}),
    "alternateName": ({"Thing"}, {TEXT}),
    "archivedAt": ({"CreativeWork"}, {URL}),
    "attendee": ({"Event"}, AGENT),
    "audience": ({"CreativeWork", "Event"}, {"Audience"}),
    "copyrightNotice": ({"CreativeWork"}, {TEXT}),
    "creator": ({"CreativeWork"}, AGENT),
    "creditText": ({"CreativeWork"}, {TEXT}),
    "dateCreated": ({"CreativeWork"}, {DATE}),
    "datePublished": ({"CreativeWork"}, {DATE}),
    "endDate": ({"CreativeWork", "Event", "Role"}, {DATE}),
    "familyName": ({"Person"}, {TEXT}),
    "genre": ({"CreativeWork"}, {TEXT, URL}),
    "hasOccupation": ({"Person"}, {"Occupation"}),
    "hasPart": ({"CreativeWork"}, {"CreativeWork"}),
    "headline": ({"CreativeWork"}, {TEXT}),
    "inLanguage": ({"CreativeWork", "Event"}, {TEXT}),
    "isPartOf": ({"CreativeWork"}, {"CreativeWork", URL}),
    "location": ({"Event", "Organization"}, {"Place", TEXT}),
    "mainEntityOfPage": ({"Thing"}, {"CreativeWork", URL}),
    "memberOf": (AGENT, {"Organization"}),
    "name": ({"Thing"}, {TEXT}),
    "position": ({"CreativeWork"}, {INTEGER, TEXT}),
    "publisher": ({"CreativeWork"}, AGENT),
    "recordedAt": ({"CreativeWork"}, {"Event"}),
    "roleName": ({"Role"}, {TEXT, URL}),
    "sameAs": ({"Thing"}, {URL}),
    "sdLicense": ({"CreativeWork"}, {"CreativeWork", URL}),
    "sdPublisher": ({"CreativeWork"}, AGENT),
    "spokenByCharacter": ({"Quotation"}, AGENT),
    "startDate": ({"CreativeWork", "Event", "Role"}, {DATE}),
    "subEvent": ({"Event"}, {"Event"}),
    "subjectOf": ({"Thing"}, {"CreativeWork", "Event"}),
    "superEvent": ({"Event"}, {"Event"}),
    "text": ({"CreativeWork"}, {TEXT}),
    "url": ({"Thing"}, {URL}),
    "workExample": ({"CreativeWork"}, {"CreativeWork"}),
    "workTranslation": ({"CreativeWork"}, {"CreativeWork"}),
}
# What a JSON-LD processor is given in the place of https://schema.org: the vocabulary, and that
# these properties hold addresses and dates.
VOCABULARY = "https://schema.org/"
CONTEXT: dict[str, Any] = {
    "@context": {
        "@vocab": VOCABULARY,
        **{
            name: {"@id": VOCABULARY + name, "@type": "@id"}
            for name, (_, ranges) in PROPERTIES.items()
            if URL in ranges and TEXT not in ranges
        },
        **{
            name: {"@id": VOCABULARY + name, "@type": VOCABULARY + DATE}
            for name, (_, ranges) in PROPERTIES.items()
            if DATE in ranges
        },
    }
}


def lineage(kind: str) -> set[str]:
    """A type and everything above it."""
    found = set()
    up: str | None = kind
    while up:
        found.add(up)
        up = PARENTS[up]
    return found
