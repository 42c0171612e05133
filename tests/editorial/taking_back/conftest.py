"""Source A as it is proposed in the workbench."""

import pytest

from tests.article_worked_on import captured, proposed


@pytest.fixture
def snapshot():
    return captured()


@pytest.fixture
def pieces(snapshot):
    return proposed(snapshot)
