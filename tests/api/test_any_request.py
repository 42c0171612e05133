"""Whatever is asked, the API answers as its description says (Schemathesis, in this process)."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from config.wsgi import application
from tests.api.resource_tests import schema
from tests.api.whole_rows import whole_article, whole_outlet, whole_statement

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


# Always the same few examples.
EXAMPLES = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def kept_connection(db: None) -> Iterator[None]:
    """A server ends its connections with each request; the test’s has to last."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


OPERATIONS = [
    (address, method.upper())
    for address, operations in sorted(schema()["paths"].items())
    for method in operations
]


@pytest.mark.parametrize(("address", "method"), OPERATIONS)
def test_every_answer_is_one_that_is_described(address, method, kept_connection):
    for make in (whole_statement, whole_article, whole_outlet):
        make()
    described = schemathesis.openapi.from_dict(schema())
    described.app = application
    operation = described[address][method]

    @EXAMPLES
    @given(case=st.one_of(operation.as_strategy(mode) for mode in GenerationMode))
    def ask(case):
        case.call_and_validate(checks=CHECKS)

    ask()
