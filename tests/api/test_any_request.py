"""Whatever a reader asks, the API answers as its description says."""

from schemathesis import Case
from schemathesis.checks import CHECKS

from tests.api.any_request import (
    EXCLUDED,
    NOT_OF_WRITING,
    USED,
    ask,
    described,
    few,
)


@described.parametrize()
@few
def test_every_answer_to_a_reader_is_one_that_is_described(case: Case, everything_public: None):
    ask(case)


def test_every_check_is_used_or_excluded_for_a_reason():
    assert set(EXCLUDED) < set(CHECKS.get_all_names())
    assert len(USED) == len(CHECKS.get_all_names()) - len(EXCLUDED)
    assert {check.__name__ for check in USED} > NOT_OF_WRITING
