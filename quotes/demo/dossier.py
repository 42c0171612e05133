"""A dossier as it lies on disk: ``dossier.toml``, and beside it the texts of its sources."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SEOUL_2025 = Path(__file__).parent / "seoul_2025"

# A row as the file describes it.
Entry = dict[str, Any]


@dataclass(frozen=True)
class Dossier:
    """``key`` names the dossier in history; the entries stand in the order of the file."""

    folder: Path
    key: str
    speakers: list[Entry]
    outlets: list[Entry]
    articles: list[Entry]
    events: list[Entry]
    topics: list[Entry]
    statements: list[Entry]
    quotes: list[Entry]

    def text(self, name: str) -> str:
        """The text of a source; the line feed that ends the file is not part of it."""
        return (self.folder / name).read_bytes().decode().removesuffix("\n")


def read(folder: Path = SEOUL_2025) -> Dossier:
    """Read a dossier; raises TypeError where the file has a table that no dossier has."""
    with (folder / "dossier.toml").open("rb") as file:
        return Dossier(folder=folder, **tomllib.load(file))
