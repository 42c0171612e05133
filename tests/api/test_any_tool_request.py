"""Whatever a tool asks, with a token that reaches everything, the API answers as described."""

import pytest
from schemathesis import Case

from tests import factories
from tests.api.any_request import (
    ask,
    described,
    few,
)


@pytest.fixture
def secret(everything_public: None) -> str:
    """The secret of a token that may change what is public."""
    _token, secret = factories.token_of(
        factories.UserFactory(groups=["Editor"]), "drafts:read", "published:write"
    )
    return secret


@described.parametrize()
@few
def test_every_answer_to_a_tool_is_one_that_is_described(case: Case, secret: str):
    ask(case, headers={"Authorization": f"Bearer {secret}"})
