"""``manage.py load_dossier``: the demonstration dossier, whole and once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from quotes.demo.dossier import read
from quotes.demo.loading import load
from quotes.editorial.refusals import Refused


class Command(BaseCommand):
    help = "Load and publish the dossier of the meeting in Seoul, unless it was loaded before."

    def handle(self, *args: Any, **options: Any) -> None:
        dossier = read()
        try:
            loaded = load(dossier)
        except Refused as refused:
            reasons = "\n".join(f"  - {reason}" for reason in refused.messages)
            raise CommandError(f"The dossier was not loaded:\n{reasons}") from refused
        if loaded is None:
            self.stdout.write(f"The dossier {dossier.key} was loaded before; nothing was changed.")
            return
        self.stdout.write(
            f"Loaded the dossier {dossier.key}: {len(loaded.articles)} articles,"
            f" {len(loaded.speakers)} speakers, {len(loaded.quotes)} quotes,"
            f" {len(loaded.statements)} joint statement."
        )
