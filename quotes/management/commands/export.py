"""``manage.py export DIRECTORY``: everything public as files."""

import sys
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from quotes.api import urls  # noqa: F401 (every resource is known once these are)
from quotes.api.files.bulk import FORMATS, Wanted, write_all


class Command(BaseCommand):
    help = "Write everything public into a new directory: JSON Lines, CSV, Parquet, checksums."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, help="is made, and appears when complete")
        parser.add_argument(
            "--formats",
            default=",".join(FORMATS),
            help=f"some of {','.join(FORMATS)}, separated by commas",
        )
        parser.add_argument("--compress", action="store_true", help="gzip JSON Lines and CSV")
        parser.add_argument(
            "--site", help="what addresses begin with, for example https://wortlaut.example"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        began = monotonic()
        wanted = Wanted(
            site=_site(options["site"]),
            formats=_formats(options["formats"]),
            compress=options["compress"],
            progress=_tell if sys.stderr.isatty() else lambda name, rows: None,
        )
        try:
            manifest = write_all(options["directory"].absolute(), wanted)
        except OSError as error:
            raise CommandError(f"Nothing was exported: {error}") from error
        rows = sum(each["rows"] for each in manifest["resources"].values())
        if options["verbosity"]:
            self.stdout.write(
                f"Wrote {rows} rows into {options['directory']} in {monotonic() - began:.1f} s."
            )


def _formats(text: str) -> list[str]:
    asked = text.split(",")
    unknown = [each for each in asked if each not in FORMATS]
    if unknown:
        raise CommandError(f"“{unknown[0]}” is none of: {', '.join(FORMATS)}.")
    return [each for each in FORMATS if each in asked]


def _site(text: str | None) -> str:
    if text is None:
        hosts = [host for host in settings.ALLOWED_HOSTS if host.strip(".*")]
        if settings.LOCAL or not hosts:
            return "http://127.0.0.1:8000"
        return f"https://{hosts[0].lstrip('.')}"
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise CommandError(f"“{text}” is no site. Write, for example, https://wortlaut.example.")
    return f"{parts.scheme}://{parts.netloc}"


def _tell(name: str, rows: int) -> None:
    print(f"\r{name}: {rows} rows", end="\033[K", file=sys.stderr, flush=True)
