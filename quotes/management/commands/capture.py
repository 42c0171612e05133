"""``manage.py capture``: what a page, a file or a text says; with ``--keep`` kept as an article."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from quotes.editorial.refusals import Refused
from quotes.ingest import capturing, fetching
from quotes.ingest.captured import Read, read_at, read_page, read_pasted
from quotes.ingest.giving import address_in, read_file
from quotes.ingest.keeping import as_read, keep
from quotes.ingest.outlets import outlet_named
from quotes.ingest.unreadable import Unreadable
from quotes.models import Capture, CaptureState, Extent, Genre

# Exit codes: 2 is argparse's, for wrong options.
NOT_READ, NOT_KEPT = 3, 4
# Options that correct what was read, and what they correct.
_CORRECTIONS = ("headline", "byline", "language", "published_on", "genre", "extent")


class Command(BaseCommand):
    help = (
        "Read a page, a file (HTML or plain text) or, with “-”, the standard input, and print what"
        " was read. Exit codes: 0 read (and kept), 3 not read, 4 not kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", metavar="URL|FILE|-")
        parser.add_argument("--keep", action="store_true", help="Keep it as a draft article.")
        parser.add_argument("--user", help="In whose name it is kept (a user name).")
        parser.add_argument("--outlet", default="", help="Who published it; a new one is added.")
        parser.add_argument("--url", default="", help="Where the text of a file stands.")
        parser.add_argument("--language", help="BCP 47, for example de.")
        parser.add_argument("--headline")
        parser.add_argument("--byline")
        parser.add_argument("--published-on", metavar="DATE", help="EDTF, for example 2025-09-08.")
        parser.add_argument("--genre", choices=Genre.values)
        parser.add_argument("--extent", choices=Extent.values)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["keep"] != bool(options["user"]):
            raise CommandError("--keep and --user NAME belong together.", returncode=2)
        try:
            given = self._given(options)
            if options["keep"]:
                self._keep(given, options)
            else:
                self._show(_read(given))
        except Refused as refusal:
            raise _not_read(refusal.rule or "refused", " ".join(refusal.messages)) from refusal
        except fetching.Refused as refused:
            raise _not_read(refused.reason.value, fetching.sentence(refused)) from refused
        except Unreadable as error:
            raise _not_read(error.reason.value, error.sentence) from error

    def _given(self, options: dict[str, Any]) -> dict[str, Any]:
        """What is to be read: an address, or the content of a file with where it stands."""
        source = options["source"]
        if source == "-":
            return {**read_file(sys.stdin.buffer.read()), "url": options["url"]}
        if "://" not in source and (path := Path(source)).is_file():
            return {**read_file(path.read_bytes()), "url": options["url"]}
        if not (url := address_in(source)):
            raise CommandError(f"There is no file {source}, and it is no address.", returncode=2)
        return {"url": url}

    def _show(self, read: Read) -> None:
        for name in ("headline", "byline", "published_on", "language", "outlet"):
            if value := read.values.get(name):
                origin = read.found_in.get(name)
                self.stdout.write(f"{name}: {value}" + (f" ({origin})" if origin else ""))
        if read.url:
            self.stdout.write(f"url: {read.url}")
        for printed in read.origins:
            self.stdout.write(f"{printed['kind']}: {printed['text']}")
        self.stdout.write(f"\n{read.text}")

    def _keep(self, given: dict[str, Any], options: dict[str, Any]) -> None:
        user = get_user_model()._default_manager.filter(username=options["user"]).first()
        if user is None:
            raise CommandError(f"There is no user {options['user']}.", returncode=2)
        capture = capturing.request(user, **given, by_job=False)
        if capture.state == CaptureState.WAITING:
            capture = capturing.run(capture)
        if capture.state == CaptureState.REFUSED:
            raise _not_read(capture.reason, capturing.why(capture))
        if capture.state == CaptureState.KEPT:
            self.stdout.write(f"unchanged: article {capture.article_id}")
            return
        self._keep_read(capture, user, options)

    def _keep_read(self, capture: Capture, user: Any, options: dict[str, Any]) -> None:
        corrected: dict[str, Any] = {
            name: options[name] for name in _CORRECTIONS if options[name] is not None
        }
        if options["outlet"]:
            corrected |= {
                "outlet": outlet_named(options["outlet"]),
                "new_outlet": options["outlet"],
            }
        try:
            snapshot = keep(capture, replace(as_read(capture), **corrected), user)
        except Refused as refusal:
            capturing.discard(capture, user)
            said = " ".join(refusal.messages)
            raise CommandError(f"Not kept: {said}", returncode=NOT_KEPT) from refusal
        self.stdout.write(
            f"kept: article {snapshot.article_id}, snapshot {snapshot.pk},"
            f" {snapshot.candidates.count()} candidates"
        )


def _read(given: dict[str, Any]) -> Read:
    if "html" in given:
        return read_page(given["html"], given["url"])
    if "text" in given:
        return read_pasted(given["text"], given["url"])
    return read_at(given["url"])


def _not_read(reason: str, sentence: str) -> CommandError:
    return CommandError(f"Not read ({reason}): {sentence}", returncode=NOT_READ)
