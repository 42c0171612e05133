"""The API describes itself, wholly and truly."""

import io
import re

import pytest
from django.core.management import call_command
from openapi_spec_validator import OpenAPIV31SpecValidator

from quotes.api import urls  # noqa: F401 (registers the resources)
from quotes.api.bodies.expansion import (
    UnknownExpansion,
    expandable,
    expansion_pattern,
    read_expansion,
)
from quotes.api.resource import resources
from tests.api.resource_tests import schema


def test_the_schema_is_valid_and_made_without_a_warning():
    out = io.StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    assert out.getvalue().startswith("openapi: 3.1.0")


@pytest.mark.django_db
def test_the_schema_is_served_as_json_and_valid_openapi_3_1(client):
    response = client.get("/api/v1/schema/")
    assert response.status_code == 200
    assert response.json()["openapi"] == "3.1.0"
    assert [str(error) for error in OpenAPIV31SpecValidator(response.json()).iter_errors()] == []
    assert client.get("/api/v1/schema/?lang=de").status_code == 400


def test_every_field_and_every_parameter_is_described():
    silent = [
        f"{component}.{name}"
        for component, content in schema()["components"]["schemas"].items()
        for name, field in content.get("properties", {}).items()
        if len(field.get("description", "")) < 5 and name not in SPEAK_FOR_THEMSELVES
    ]
    silent += [
        f"{address} {parameter['name']}"
        for address, operations in schema()["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", [])
        if len(parameter.get("description", "")) < 10
    ]
    assert silent == []


SPEAK_FOR_THEMSELVES = {
    *("id", "name", "family_name", "sort_name", "name_de", "name_en", "title_de", "title_en"),
    *("headline", "byline", "place", "note"),
}


def test_every_address_of_a_single_public_row_promises_404_and_410():
    for address, operations in schema()["paths"].items():
        if "get" in operations:
            statuses = set(operations["get"]["responses"])
            assert {"200", "400"} <= statuses
            # What became of an item is told also where the item itself is gone; what is never
            # public is never gone.
            never_gone = address.endswith("/history/") or "/captures/" in address
            gone = {"404"} if never_gone else {"404", "410"}
            assert (gone <= statuses) == ("{id}" in address)


@pytest.mark.parametrize("name", resources)
def test_the_pattern_of_expansions_tells_what_is_taken(name):
    serializer = resources[name].item_serializer or resources[name].serializer
    pattern = expansion_pattern(serializer)
    candidates = [*expandable(serializer), "", "colour", "event", "event.parent.parent.parent"]
    candidates += [f"{one}.{other}" for one in candidates for other in candidates]
    candidates += [f"{one},{other}" for one in candidates[:9] for other in candidates[:9]]
    taken = 0
    for text in candidates:
        try:
            read_expansion(text, serializer)
        except UnknownExpansion:
            assert not (pattern and re.search(pattern, text)), text
        else:
            assert re.search(pattern, text), text
            taken += 1
    assert (taken > 0) == bool(pattern)
