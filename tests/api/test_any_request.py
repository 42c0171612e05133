"""Whatever a reader asks, the API answers as its description says (see test_any_tool_request)."""

from schemathesis import Case
from schemathesis.checks import CHECKS

from tests.api.any_request import (
    EXCLUDED,
    NOT_OF_WRITING,
    USED,
    ask,
    described,
    one_for_each_operation,
)


def every_answer_is_one_that_is_described(case: Case, everything_public: None) -> None:
    ask(case)


TESTS = one_for_each_operation(every_answer_is_one_that_is_described, by_token=False)
globals().update(TESTS)


def test_every_operation_is_asked_as_a_reader_or_as_a_tool():
    operations = [result.ok() for result in described.get_all_operations()]
    by_token = one_for_each_operation(every_answer_is_one_that_is_described, by_token=True)
    assert not TESTS.keys() & by_token.keys()
    assert len(TESTS) + len(by_token) == len(operations) > 70


def test_every_check_is_used_or_excluded_for_a_reason():
    assert set(EXCLUDED) < set(CHECKS.get_all_names())
    assert len(USED) == len(CHECKS.get_all_names()) - len(EXCLUDED)
    assert {check.__name__ for check in USED} > NOT_OF_WRITING
