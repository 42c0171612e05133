"""``manage.py forget_readers``: erases names and addresses of reports that were closed long ago."""

from typing import Any

from django.core.management.base import BaseCommand

from quotes.editorial.error_reports import KEPT, forget_readers


class Command(BaseCommand):
    help = (
        f"Erase who reported an error, {KEPT.days} days after it was answered or dismissed. "
        "Every new report does it, too; run it daily so that it happens without one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Names and addresses erased in {forget_readers()} reports.")
