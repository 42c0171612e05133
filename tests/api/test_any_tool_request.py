"""Whatever a tool asks that needs a token, the API answers as its description says.

The token reaches everything: who may do what is told by writing/test_permissions.py.
"""

import pytest
from schemathesis import Case

from tests import factories
from tests.api.any_request import ask, one_for_each_operation


@pytest.fixture
def secret(everything_public: None) -> str:
    """The secret of a token that may change what is public."""
    _token, secret = factories.token_of(
        factories.UserFactory(groups=["Editor"]), "drafts:read", "published:write"
    )
    return secret


def every_answer_is_one_that_is_described(case: Case, secret: str) -> None:
    ask(case, headers={"Authorization": f"Bearer {secret}"})


globals().update(one_for_each_operation(every_answer_is_one_that_is_described, by_token=True))
