"""Lists of words, written in the grammars as one string with white space between them."""

from collections.abc import Mapping


def words(text: str) -> frozenset[str]:
    """The words of a list; raises ValueError where one stands in it twice, an oversight."""
    found: set[str] = set()
    for word in text.split():
        if word in found:
            raise ValueError(f"“{word}” stands twice in a list.")
        found.add(word)
    return frozenset(found)


def by_verb(table: Mapping[str, str]) -> dict[str, str]:
    """{"vor": "warnte warnt"} → {"warnte": "vor", "warnt": "vor"}."""
    return {verb: wanted for wanted, verbs in table.items() for verb in verbs.split()}
