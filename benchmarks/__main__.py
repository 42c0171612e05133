"""Loads what is missing, runs both programs and prints how they compare.

    make bench        or        python -m benchmarks [--seconds 3] [--rounds 5]

Ends with 1 where a target is missed, with 2 where there is nothing to measure with.
"""

import argparse
import os
import sys

import django

from .load_generator import name as generator
from .speeches import DATA, missing


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--seconds", type=float, default=3, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    if absent := missing():
        print(
            f"No data to measure with: {', '.join(absent)} should lie in {DATA}.", file=sys.stderr
        )
        sys.exit(2)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    django.setup()
    # These need Django's apps.
    from django.core.management import call_command

    from .comparing import compare
    from .loading import load

    load()
    call_command("collectstatic", interactive=False, verbosity=0)
    print(f"Requests/s by {generator()}, medians of {arguments.rounds} rounds:\n", flush=True)
    met = compare(arguments.seconds, arguments.rounds)
    print(flush=True)
    sys.exit(not (_page() and met))


def _page() -> bool:
    """Prints what a browser says of a quote's page; whether its targets were met. Without a
    browser there is nothing to miss."""
    from .page_figures import NoBrowser, are_met, measure, newest_quote, table
    from .servers import running

    try:
        with running("site") as port:
            taken = measure(newest_quote(port))
    except NoBrowser as nothing:
        print(f"Nothing measured in a browser: {nothing}")
        return True
    print(table(taken))
    return are_met(taken)


if __name__ == "__main__":
    main()
