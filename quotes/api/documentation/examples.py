"""One request for every endpoint, as a ``curl`` command and as a Python program, with its answer.

The requests stand in ``examples.toml``, their answers, shortened, in ``answers.json``: those of
the dossier in a new installation. Tests run both forms of each and compare.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

HERE = Path(__file__).parent
ANSWERS = HERE / "answers.json"
# Stands for the site's own address in what is kept.
SITE = "https://wortlaut.example"
TOKEN = "WORTLAUT_TOKEN"  # noqa: S105 (the name of an environment variable)
JSON = "application/json"


@dataclass(frozen=True)
class Example:
    """A request of ``endpoint`` (its operation id): ``address`` is a path with its query."""

    endpoint: str
    address: str
    title: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    token: bool = False

    @property
    def path(self) -> str:
        return self.address.partition("?")[0]

    @property
    def is_table(self) -> bool:
        """Whether it answers with a file of all rows: lines, and no JSON as a whole."""
        return self.path.endswith((".csv", ".jsonl"))

    @property
    def parameters(self) -> list[tuple[str, str]]:
        return parse_qsl(self.address.partition("?")[2])

    @property
    def key(self) -> str:
        """What its answer is kept under."""
        accept = self.headers.get("Accept")
        return f"{self.method} {self.address}" + (f" ({accept})" if accept else "")


@dataclass(frozen=True)
class Shown:
    """An example as a reader sees it."""

    title: str
    curl: str
    python: str
    answer: str


@cache
def examples() -> tuple[Example, ...]:
    found: list[dict[str, Any]] = []
    for name in ("examples.toml", "writing.toml"):
        found += tomllib.loads((HERE / name).read_text())["example"]
    return tuple(Example(**each) for each in found)


@cache
def answers() -> dict[str, Any]:
    return json.loads(ANSWERS.read_text()) if ANSWERS.exists() else {}


def shown(endpoint: str, site: str) -> list[Shown]:
    """The examples of an endpoint, asked of ``site`` (scheme and host)."""
    return [
        Shown(each.title, curl(each, site), python(each, site), answer(each, site))
        for each in examples()
        if each.endpoint == endpoint
    ]


def answer(example: Example, site: str) -> str:
    """What comes back, as it is printed: JSON indented, anything else as it is."""
    kept = answers().get(example.key)
    text = kept if isinstance(kept, str) else json.dumps(kept, ensure_ascii=False, indent=2)
    return text.replace(SITE, site)


def curl(example: Example, site: str) -> str:
    """A command for a POSIX shell."""
    options = []
    address = example.address
    if not address.isascii():
        address = example.path
        options += ["--get"]
        options += [f"--data-urlencode {_quoted('='.join(each))}" for each in example.parameters]
    if example.method != "GET":
        options.append(f"--request {example.method}")
    options += [f"--header {_quoted(f'{name}: {value}')}" for name, value in _headers(example)]
    if example.token:
        options.append(f'--header "Authorization: Bearer ${TOKEN}"')
    if example.method == "DELETE":
        options.append("--write-out '%{http_code}'")
    if example.body is not None:
        body = json.dumps(example.body, ensure_ascii=False, indent=2)
        options.append(f"--data {_quoted(body)}")
    return " \\\n  ".join([f"curl -sS {_quoted(site + address)}", *options])


def python(example: Example, site: str) -> str:
    """A program of Python's standard library alone."""
    lines = ["import json"]
    if example.token:
        lines.append("import os")
    if example.parameters:
        lines.append("from urllib.parse import urlencode")
    lines += ["from urllib.request import Request, urlopen", ""]
    if example.parameters:
        lines += [f"query = urlencode({_literal(dict(example.parameters))})"]
        address = f'f"{site}{example.path}?{{query}}"'
    else:
        address = f'"{site}{example.path}"'
    arguments = [address]
    headers = [f"{_literal(name)}: {_literal(value)}" for name, value in _headers(example)]
    if example.token:
        headers.append(f'"Authorization": f"Bearer {{os.environ[\'{TOKEN}\']}}"')
    if example.method not in ("GET", "POST") or (example.method == "POST" and not example.body):
        arguments.append(f'method="{example.method}"')
    if headers:
        arguments.append(f"headers={{{', '.join(headers)}}}")
    if example.body is not None:
        lines.append(f"content = {_literal(example.body)}")
        arguments.append("data=json.dumps(content).encode()")
    lines += _called("request = Request", arguments)
    lines.append("with urlopen(request) as response:")
    return "\n".join([*lines, *_reading(example)])


def _reading(example: Example) -> list[str]:
    """How the answer of a request is read and printed, by its format."""
    if example.path.endswith(".csv"):
        return ["    for line in response:", '        print(line.decode(), end="")']
    if example.path.endswith(".jsonl"):
        return ["    for line in response:", "        row = json.loads(line)", "        print(row)"]
    if example.method == "DELETE":
        return ["    print(response.status)"]
    return [
        "    answer = json.load(response)",
        "print(json.dumps(answer, ensure_ascii=False, indent=2))",
    ]


def _headers(example: Example) -> list[tuple[str, str]]:
    kind = [("Content-Type", JSON)] if example.body is not None else []
    return [*kind, *example.headers.items()]


def _called(name: str, arguments: list[str]) -> list[str]:
    line = f"{name}({', '.join(arguments)})"
    if len(line) <= 88:
        return [line]
    return [f"{name}(", *(f"    {argument}," for argument in arguments), ")"]


def _literal(value: Any) -> str:
    """A Python literal, in double quotes where that is possible."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        inner = [f"{_literal(name)}: {_literal(each)}" for name, each in value.items()]
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(_literal(each) for each in value)}]"
    return repr(value)


def _quoted(text: str) -> str:
    """Within single quotes for a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"
