"""Whatever is asked, the API answers as its description says (Schemathesis, in this process).

Every operation is asked by random requests, right and wrong ones, and by those that Schemathesis
makes up systematically (each border, each parameter missing, each method that is not there).
"""

import re
from collections.abc import Callable
from types import FunctionType
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.config import SchemathesisConfig

from config.wsgi import application
from tests.api.resource_tests import schema

load_all_checks()
# Checks that need something else than one request after another, and what proves the same.
EXCLUDED = {
    "use_after_free": "Looks at requests that follow one another by links, of which the schema has"
    " none: tests/api/writing/test_quotes.py makes, reads, deletes and asks again.",
    "ensure_resource_availability": "As above.",
    "object_level_authorization": "Needs two accounts, each with items that the other must not"
    " see: here every editor sees every draft. Who may do what is told by the matrix of"
    " tests/api/writing/test_permissions.py.",
}
# Whether a change is made depends on rules between rows: tests/api/writing/ looks at these.
NOT_OF_WRITING = {"positive_data_acceptance"}
USED = [CHECKS.get_one(name) for name in CHECKS.get_all_names() if name not in EXCLUDED]

# Of these nothing is in review.
STATELESS = ("speakers", "outlets", "events", "topics")

CONFIG: dict[str, Any] = {
    "generation": {"mode": "all", "deterministic": True, "max-examples": 10},
    "phases": {"examples": {"enabled": True}, "coverage": {"enabled": True}},
    "checks": {
        # Whether a row with an id is there, and who asks, no schema tells.
        "positive_data_acceptance": {"expected-statuses": ["2xx", 401, 403, 404, 410]},
        # RFC 6585 for a change of an unknown version. Other things may be missing as well.
        "missing_required_header": {"expected-statuses": [400, 401, 403, 404, 422, 428]},
    },
}
# Bodies of PUT and PATCH are those of POST, or a part: there each border is tried, in minutes.
LEAN = {**CONFIG, "phases": {**CONFIG["phases"], "coverage": {"enabled": False}}}


def _described(config: dict[str, Any]) -> Any:
    found = schemathesis.openapi.from_dict(schema(), config=SchemathesisConfig.from_dict(config))
    found.app = application
    return found


described, described_for_changes = _described(CONFIG), _described(LEAN)

# Always the same few examples.
few = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


def within_reach(case: Case) -> Case:
    """The same request, so that what only we know does not keep it from getting anywhere."""
    if not case.meta or case.meta.generation.mode is not GenerationMode.POSITIVE:
        return case
    query: dict[str, Any] = case.query or {}
    if not isinstance(query.get("cursor"), int):
        # Opaque: those that are made up are refused, which the tests of lists look at.
        query.pop("cursor", None)
    if query.get("resource") in STATELESS:
        query.pop("state", None)
    for parameter in case.operation.definition.raw.get("parameters", ()):
        form = parameter["schema"]
        # Of a grammar that no pattern tells: a date, an address, a name.
        if parameter["name"] in query and "examples" in form and "pattern" not in form:
            query[parameter["name"]] = form["examples"][0]
    return case


def ask(case: Case, **options: Any) -> None:
    checks = USED
    if case.operation.method.upper() != "GET":
        checks = [check for check in USED if check.__name__ not in NOT_OF_WRITING]
    within_reach(case).call_and_validate(checks=checks, **options)


def one_for_each_operation(
    test: Callable[..., None], *, by_token: bool
) -> dict[str, Callable[..., None]]:
    """The same test of each operation that needs a token, or that needs none, under a name of its
    own, "test_get_quotes_id".

    Those that Schemathesis makes of one function have one id in pytest 9.2, and of tests that share
    an id pytest-xdist runs one.
    """
    tests = {}
    for address, methods in described.raw_schema["paths"].items():
        for method, operation in methods.items():
            if ({} in operation["security"]) == by_token:
                continue
            words = re.findall(r"\w+", address.removeprefix("/api/v1/")) or ["root"]
            asked = described_for_changes if method in ("put", "patch") else described
            one = asked.include(path=address, method=method.upper())
            tests["_".join(["test", method, *words])] = one.parametrize()(few(_copy_of(test)))
    return tests


def _copy_of(test: Callable[..., None]) -> Callable[..., None]:
    """Since what is said of a function (settings, marks) is kept on it."""
    copy = FunctionType(test.__code__, test.__globals__, test.__name__, test.__defaults__)
    copy.__annotations__ = test.__annotations__
    copy.__doc__ = test.__doc__
    return copy
