"""Linked data by content negotiation: the address of an item, asked for as JSON-LD."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model
from django.http import HttpRequest
from django.utils import translation
from rest_framework.exceptions import NotAcceptable

from quotes.interchange import schema_org, web_annotation
from quotes.interchange.site import Site
from quotes.models import Occurrence, Quote

from .resource import Resource

JSON = "application/json"
JSON_LD = "application/ld+json"


@dataclass(frozen=True)
class Form:
    """Another form of an item: its media type, and the document of the public row of an id."""

    media_type: str
    document: Callable[[int, Site], dict | None]
    headers: Mapping[str, str] = field(default_factory=dict)

    def of(self, pk: int, request: HttpRequest) -> bytes | None:
        """The document as bytes; None where no public row has this id."""
        site = Site.at(f"{request.scheme}://{request.get_host()}")
        with translation.override("en"):
            found = self.document(pk, site)
        return json.dumps(found, ensure_ascii=False).encode() if found else None


def _annotations(document: Callable[[int, Site], dict | None]) -> Form:
    # Asked for by the Web Annotation Protocol, sections 3.1 and 4.1.
    headers = {
        "Link": '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
        "Allow": "GET, HEAD, OPTIONS",
    }
    return Form(web_annotation.MEDIA_TYPE, document, headers)


def _schema_org(model: type[Model]) -> Form:
    return Form(JSON_LD, lambda pk, site: schema_org.find(model, pk, site))


# Those of one model in the order in which they are given to whoever has no preference.
FORMS: dict[type[Model], tuple[Form, ...]] = {
    **{model: (_schema_org(model),) for model in schema_org.KINDS},
    Quote: (_schema_org(Quote), _annotations(web_annotation.collection_of_quote)),
    Occurrence: (_annotations(web_annotation.of_occurrence),),
}


def asked_form(request: HttpRequest, resource: Resource) -> Form | None:
    """The form that the request prefers, None for plain JSON. Raises NotAcceptable (406)."""
    forms = {form.media_type: form for form in FORMS.get(resource.model, ())}
    offered = [JSON, *forms]
    preferred = request.get_preferred_type(offered)
    if preferred is None:
        raise NotAcceptable(f"This address answers with {' or '.join(offered)}.")
    return forms.get(preferred)
