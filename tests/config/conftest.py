"""The documents whose commands are run here."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


class Document:
    """A page in Markdown and the blocks of code in it."""

    def __init__(self, path: str) -> None:
        self.text = (PROJECT / path).read_text()

    def code(self, language: str) -> str:
        """All blocks in this language, one after the other."""
        return "".join(re.findall(rf"^```{language}\n(.*?)^```$", self.text, re.M | re.S))

    def languages(self) -> set[str]:
        return set(re.findall(r"^```(\S+)$", self.text, re.M))


@pytest.fixture
def readme() -> Document:
    return Document("README.md")


@pytest.fixture
def production_page() -> Document:
    return Document("docs/production.md")
