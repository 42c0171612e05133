"""The files of all rows in the schema: each takes what its list takes, but for pages."""

from copy import deepcopy
from typing import Any

from quotes.api.problems import MEDIA_TYPE as PROBLEM
from quotes.interchange.tables import TABLES

from .views import MEDIA_TYPES, PARAMETERS

_OF_PAGES = {"cursor", "page_size", "ordering", "expand", "count"}
_ABOUT = {
    "csv": "Every row of the list in one CSV file (RFC 4180, UTF-8, a header line), one line for "
    "each item. What has several values is joined by `; `. A text that a spreadsheet would take "
    "for a formula gets an apostrophe before it, and the column `prefixed` names the columns of "
    "its row where that was done. The columns:\n\n",
    "jsonl": "Every row of the list in one file of JSON Lines: in each line one row, as the list "
    "shows it.",
}
_BROKEN = (
    "\n\nA complete file ends with a line break. One that broke off ends with a line that is no "
    "valid {}, and says so."
)


def with_files(result: dict[str, Any], generator: Any, request: Any, public: bool) -> Any:
    """A drf-spectacular post-processing hook."""
    paths: dict[str, Any] = {}
    for path, item in result["paths"].items():
        paths[path] = item
        name = path.removeprefix("/api/v1/").rstrip("/")
        if name in TABLES:
            for form in MEDIA_TYPES:
                paths[f"/api/v1/{name}.{form}"] = {"get": _operation(name, form, item["get"])}
    result["paths"] = paths
    return result


def _operation(name: str, form: str, of_list: dict[str, Any]) -> dict[str, Any]:
    kept = [
        each
        for each in of_list["parameters"]
        if each["name"] not in _OF_PAGES or each["name"] in PARAMETERS[form]
    ]
    problems = {
        status: deepcopy(answer)
        for status, answer in of_list["responses"].items()
        if status in ("400", "429")
    }
    busy = next(iter(problems["400"]["content"].values()))
    return {
        **{key: of_list[key] for key in ("tags", "security") if key in of_list},
        "operationId": f"{name}_{form}",
        "description": _described(name, form),
        "parameters": deepcopy(kept),
        "responses": {
            "200": {
                "content": {MEDIA_TYPES[form].split(";")[0]: {"schema": {"type": "string"}}},
                "description": "",
            },
            **problems,
            "503": {"content": {PROBLEM: deepcopy(busy)}, "description": ""},
        },
    }


def _described(name: str, form: str) -> str:
    if form == "jsonl":
        return _ABOUT[form] + _BROKEN.format("JSON")
    columns = "\n".join(f"- `{each.name}`: {each.text}" for each in TABLES[name].columns)
    return _ABOUT[form] + columns + _BROKEN.format("CSV")
