"""What lies beside the files of an export: licence, explanation, checksums."""

import hashlib
from pathlib import Path
from typing import Any


def licence_text(manifest: dict[str, Any]) -> str:
    terms = manifest["licence"]
    return f"""\
{terms["name"]}
{terms["url"] or ""}

Attribution: {terms["attribution"]}, {manifest["site"]}/

The licence is about this collection: the choice, the order and the description of what was said.
Quoted words remain those of the people who said them and of the sources that printed them; what
may be done with a source's text is said for each article (rights, rights_note).
"""


def readme(manifest: dict[str, Any]) -> str:
    lines = [
        "# Everything public in Wortlaut",
        "",
        f"From {manifest['site']}/, made at {manifest['made_at']}, of one moment.",
        "Terms: LICENSE.txt.",
        "Check the files with `sha256sum --check SHA256SUMS`.",
        "",
        "- JSON Lines: one object in a line, as a list of the API shows it.",
        "- CSV (RFC 4180, UTF-8): flat; several values joined by `; `. A text that a spreadsheet",
        "  would take for a formula has an apostrophe before it; `prefixed` names these columns.",
        "- Parquet: the same columns, typed; several values are lists, texts are as they are.",
        "",
        "`manifest.json` tells every column. What changed after this moment, in order:",
        f"<{manifest['site']}/api/v1/changes/?cursor={manifest['public_version']}>.",
        "",
        "| resource | rows | files |",
        "| --- | ---: | --- |",
    ]
    for name, each in manifest["resources"].items():
        files = ", ".join(file["name"] for file in each["files"])
        lines.append(f"| {name} | {each['rows']} | {files} |")
    return "\n".join(lines) + "\n"


def checksums(folder: Path) -> str:
    """A line for each file, as ``sha256sum --check`` reads it."""
    lines = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    return "".join(lines)
