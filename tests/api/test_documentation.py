"""The examples in docs/api.md are asked of the dossier, and answered as they say."""

import json
import re
from pathlib import Path
from typing import Any

from django.test import TestCase

from quotes.demo.dossier import read
from quotes.demo.loading import load

DOCUMENT = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLE = re.compile(r"```http\nGET (\S+)\n```\n+```json\n(.*?)```", re.DOTALL)


class TestDocumentation(TestCase):
    @classmethod
    def setUpTestData(cls):
        load(read())

    def test_every_example_is_answered_as_it_says(self):
        text = DOCUMENT.read_text()
        examples = EXAMPLE.findall(text)
        assert len(examples) == text.count("```http") == text.count("```json") > 5
        found = None
        for address, shown in examples:
            response = self.client.get(address.replace("{id}", str(found)))
            expected = json.loads(shown)
            assert response.status_code == expected.get("status", 200), response.content
            answer = response.json()
            assert_shortened(expected, answer, address)
            found = next((row["id"] for row in answer.get("results", [])), found)

    def test_every_resource_is_named(self):
        text = DOCUMENT.read_text()
        for address in self.client.get("/api/v1/").json().values():
            assert address.removeprefix("http://testserver") in text


def assert_shortened(shown: Any, answer: Any, where: str) -> None:
    """``shown`` is the answer, of which it may leave out members and the ends of lists."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            assert name in answer, f"{where}: {name}"
            assert_shortened(value, answer[name], f"{where}: {name}")
    elif isinstance(shown, list):
        assert len(shown) <= len(answer), where
        for number, value in enumerate(shown):
            assert_shortened(value, answer[number], f"{where}: {number}")
    else:
        assert shown == answer, where
