"""Every example of the documentation, run as a reader would: with curl, and with Python.

``WORTLAUT_RECORD=1`` writes down the answers that the documentation shows, instead of comparing.
"""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from quotes.api.documentation import examples as documented
from quotes.api.documentation.described import endpoints
from quotes.api.documentation.examples import SITE, TOKEN, Example, examples
from tests.api.shortened import CUT, first_lines, same, shortened
from tests.factories import UserFactory, token_of

# The dossier of a new installation: ids begin with 1.
pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)
RECORD = bool(os.environ.get("WORTLAUT_RECORD"))


@pytest.fixture
def site(live_server: Any, transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> str:
    call_command("load_dossier", verbosity=0)
    _token, secret = token_of(UserFactory(groups=["Editor"]), "drafts:write")
    monkeypatch.setenv(TOKEN, secret)
    return live_server.url


def run(command: list[str], folder: Path) -> str:
    found = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=folder,
        env={**{name: os.environ[name] for name in ("PATH", TOKEN)}, "PYTHONIOENCODING": "utf-8"},
    )
    assert found.returncode == 0, f"{command[-1]}\n{found.stderr}"
    return found.stdout


def read(example: Example, printed: str) -> Any:
    return first_lines(printed) if example.is_table else shortened(json.loads(printed))


def compare(example: Example, answer: Any) -> None:
    shown = documented.answers()[example.key]
    if example.path.endswith(".jsonl"):
        shown, answer = objects(shown), objects(answer)
    same(shown, answer, example.key)


def objects(lines: str) -> list[Any]:
    return [json.loads(line) for line in lines.splitlines() if line != CUT]


def test_every_curl_example_is_answered_as_shown(site: str, tmp_path: Path):
    answers = {}
    for example in examples():
        printed = run(["sh", "-c", documented.curl(example, site)], tmp_path)
        answers[example.key] = read(example, printed.replace(site, SITE))
        if not RECORD:
            compare(example, answers[example.key])
    if RECORD:
        text = json.dumps(answers, ensure_ascii=False, indent=1)
        documented.ANSWERS.write_text(text + "\n")
        documented.answers.cache_clear()


def test_every_python_example_is_answered_as_shown(site: str, tmp_path: Path):
    for example in examples():
        program = documented.python(example, site)
        printed = run([sys.executable, "-c", program], tmp_path).replace(site, SITE)
        if example.path.endswith(".jsonl"):
            rows = [ast.literal_eval(line) for line in printed.splitlines()]
            printed = "".join(f"{json.dumps(row)}\n" for row in rows)
        compare(example, read(example, printed))


def test_every_endpoint_has_an_example_and_every_example_an_endpoint():
    known = {endpoint.id: endpoint for endpoint in endpoints()}
    assert {each.endpoint for each in examples()} == set(known)
    for example in examples():
        endpoint = known[example.endpoint]
        assert example.method == endpoint.method
        pattern = endpoint.path.replace("{id}", "[0-9]+")
        assert re.fullmatch(pattern, example.path), example.key
        assert example.key in documented.answers()


def test_no_answer_is_kept_that_no_example_gives():
    assert set(documented.answers()) == {example.key for example in examples()}
