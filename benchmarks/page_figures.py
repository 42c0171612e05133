"""What a reader's browser says of a quote's page: weight, first paint, layout shift.

    python -m benchmarks.page_figures [ADDRESS] [--loads 9]

Without an address, that of the newest quote of the site that ``make bench`` loads, which prints
these figures, too. Needs Chromium and the packages of ``make test``. Each load begins with an empty
cache, in a browser that is running.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .servers import HOST, get, running

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Bytes of style and script, and milliseconds until something stands on the screen.
HEAVIEST, SLOWEST = 50_000, 300

# Transferred bytes by kind, milliseconds to the first contentful paint, the sum of all shifts.
_READ = """() => new Promise(done => {
    const entries = type => performance.getEntriesByType(type);
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => setTimeout(() => {
        const code = entries('resource').filter(
            entry => entry.initiatorType === 'script' || /[.](css|js)([?]|$)/.test(entry.name));
        const shifts = observer.takeRecords();
        done({
            code: code.reduce((sum, entry) => sum + entry.transferSize, 0),
            page: entries('navigation')[0].transferSize,
            requests: 1 + entries('resource').length,
            paint: entries('paint').find(one => one.name === 'first-contentful-paint').startTime,
            shift: shifts.reduce((sum, entry) => sum + entry.value, 0),
        });
    }, 100));
})"""


class NoBrowser(Exception):
    """There is nothing to measure a page with."""


@dataclass(frozen=True)
class Figures:
    """``code`` and ``page`` in transferred bytes, ``paint`` in milliseconds."""

    code: int
    page: int
    requests: int
    paint: float
    shift: float


def figures(page: "Page") -> Figures:
    """Of the page that has just been loaded, with an empty cache."""
    read: dict[str, Any] = page.evaluate(_READ)
    return Figures(**read)


def measure(address: str, loads: int = 9) -> list[Figures]:
    """The figures of several loads of one address, each in a browser that knows nothing yet."""
    from playwright.sync_api import sync_playwright

    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        raise NoBrowser("No Chromium found (install it, or set WORTLAUT_CHROMIUM).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        taken = []
        for _load in range(loads + 1):
            context = browser.new_context()
            page = context.new_page()
            page.goto(address)
            taken.append(figures(page))
            context.close()
        browser.close()
    # The first one starts the browser's own processes, and the server's.
    return taken[1:]


def newest_quote(port: int) -> str:
    """The address of the newest quote of the site at ``port``. Raises NoBrowser without one."""
    _status, newest = get(port, "/quotes/")
    found = re.search(r'href="(/quotes/\d+-[^"/]*/)"', newest.decode())
    if not found:
        raise NoBrowser("There is no quote to measure: run make bench first.")
    return f"http://{HOST}:{port}{found[1]}"


def are_met(taken: list[Figures]) -> bool:
    paint = statistics.median(one.paint for one in taken)
    return paint < SLOWEST and all(one.code < HEAVIEST and one.shift == 0 for one in taken)


def table(taken: list[Figures]) -> str:
    """The medians beside their limits, as Markdown."""
    paint = statistics.median(one.paint for one in taken)
    worst = max(one.shift for one in taken)
    code = max(one.code for one in taken)
    rows = (
        ("style and script, bytes transferred", f"{code:,}", f"< {HEAVIEST:,}"),
        ("first contentful paint, ms (median)", f"{paint:.0f}", f"< {SLOWEST}"),
        ("cumulative layout shift (worst)", f"{worst:g}", "0"),
        ("the page itself, bytes transferred", f"{taken[0].page:,}", ""),
        ("requests", f"{taken[0].requests}", ""),
    )
    lines = (f"| {name} | {value} | {limit} |" for name, value, limit in rows)
    return "\n".join(
        ("| page of one quote, in Chromium | | target |", "| --- | ---: | ---: |", *lines)
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page_figures")
    parser.add_argument("address", nargs="?")
    parser.add_argument("--loads", type=int, default=9)
    arguments = parser.parse_args()
    try:
        if arguments.address:
            print(table(measure(arguments.address, arguments.loads)))
            return
        with running("site", {"DJANGO_SETTINGS_MODULE": "benchmarks.settings"}) as port:
            print(table(measure(newest_quote(port), arguments.loads)))
    except NoBrowser as nothing:
        sys.exit(str(nothing))


if __name__ == "__main__":
    main()
