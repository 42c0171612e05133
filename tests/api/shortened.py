"""Answers as the documentation shows them: long lists and texts cut, with “…” where they are."""

import re
from typing import Any

CUT = "…"
LONGEST_LIST = 2
LONGEST_TEXT = 240
LONGEST_FILE = 3
# What differs from one installation to the next, and from one moment to the next.
VOLATILE = {"next", "previous", "cursor"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def shortened(value: Any) -> Any:
    """The same with at most two rows of a list, and texts of at most 240 characters."""
    if isinstance(value, dict):
        return {name: shortened(each) for name, each in value.items()}
    if isinstance(value, list):
        rows = [shortened(each) for each in value[:LONGEST_LIST]]
        return [*rows, CUT] if len(value) > LONGEST_LIST else rows
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return value[:LONGEST_TEXT] + CUT
    return value


def first_lines(text: str) -> str:
    """The first three lines of a file."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[:LONGEST_FILE]) + (CUT if len(lines) > LONGEST_FILE else "")


def same(shown: Any, answer: Any, where: str) -> None:
    """Fail where an answer differs from what is shown, in more than moments and cursors."""
    assert type(shown) is type(answer), where
    if isinstance(shown, dict):
        assert list(shown) == list(answer), where
        for name in shown:
            if name in VOLATILE and not isinstance(shown[name], dict | list):
                assert type(shown[name]) is type(answer[name]), f"{where}: {name}"
            else:
                same(shown[name], answer[name], f"{where}: {name}")
    elif isinstance(shown, list):
        assert len(shown) == len(answer), where
        for number, each in enumerate(shown):
            same(each, answer[number], f"{where}: {number}")
    elif not (isinstance(shown, str) and _MOMENT.fullmatch(shown) and _MOMENT.fullmatch(answer)):
        assert shown == answer, where
