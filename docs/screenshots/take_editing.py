"""Takes the pictures of an editor's way from an article's address to a published quote.

    manage.py migrate, one speaker made in the database (a first start loads the dossier into an
    empty one, and then nothing here would be new), then
    WORTLAUT_CAPTURE_ALLOWED=127.0.0.1:9001 make run    and then
    python docs/screenshots/take_editing.py USER PASSWORD [http://127.0.0.1:8000]

Serves the dossier's German article as a page of its own at 127.0.0.1:9001, has the running site
fetch it by its background job, and goes on by keyboard as an editor would: what was read is looked
through and kept, the candidates are accepted, and all that are ready are published. USER publishes
what he wrote, so it is an administrator. Needs Chromium; ends with an error where a step does not
lead to the next.
"""

import html
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urljoin

from playwright.sync_api import Page, expect, sync_playwright
from take import FOLDER, reduce

TEXT = Path(__file__).parents[2] / "quotes/demo/seoul_2025/a_vietnam_vn_de.txt"
HEADLINE = "Japan und Südkorea verstärken Verteidigungszusammenarbeit"
HOST, PORT = "127.0.0.1", 9001
ADDRESS = f"http://{HOST}:{PORT}/japan-suedkorea?utm_source=feed"
VIEW = {"width": 1280, "height": 900}


def article() -> bytes:
    """The article as a page, with what newspapers put around theirs."""
    words = "".join(f"<p>{html.escape(line)}</p>\n" for line in TEXT.read_text().splitlines())
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{HEADLINE}</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Vietnam.vn">
<meta property="article:published_time" content="2025-09-08T21:14:00+07:00">
<link rel="canonical" href="http://{HOST}:{PORT}/japan-suedkorea"></head>
<body><nav><a href="/">Politik</a> <a href="/">Welt</a></nav><article><h1>{HEADLINE}</h1>
{words}</article><footer>Impressum</footer></body></html>""".encode()


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path.startswith("/japan-suedkorea")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        if found:
            self.wfile.write(article())

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing of what was asked."""


@contextmanager
def served() -> Iterator[None]:
    server = ThreadingHTTPServer((HOST, PORT), _Pages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()


def sign_in(page: Page, site: str, user: str, password: str) -> None:
    page.goto(urljoin(site, "/admin/login/?next=/admin/"))
    page.fill("#id_username", user)
    page.fill("#id_password", password)
    page.keyboard.press("Enter")
    page.wait_for_url(urljoin(site, "/admin/"))


def from_address_to_quote(page: Page, site: str) -> Iterator[str]:
    """Goes the way; yields the name of each picture when it is to be taken."""
    page.goto(urljoin(site, "/admin/quotes/capture/add/"))
    page.get_by_label("Address of the article, or its text").fill(ADDRESS)
    yield "capture-ask"
    page.get_by_role("button", name="Capture").click()
    # The job fetches it meanwhile; the page says so by itself.
    page.locator("#id_headline").wait_for(timeout=60_000)
    expect(page.locator("#id_headline")).to_have_value(HEADLINE)
    yield "capture-read"
    page.get_by_role("button", name="Keep").click()
    page.locator("#workbench[data-ready]").wait_for()
    page.keyboard.press("s")
    expect(page.locator(".wb-unknown")).to_have_count(0)
    page.keyboard.press("t")
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")
    # The article says no day: that of its publication, for all.
    page.get_by_label("How the date is known").select_option("publication")
    page.get_by_label("Said on (EDTF)").fill("2025-09-08")
    page.get_by_label("Said on (EDTF)").press("Tab")
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")
    page.get_by_role("button", name="Date to all open ones").click()
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")
    yield "workbench"
    total = page.locator("mark[data-first]").count()
    for _each in range(total):
        before = page.locator("mark.is-accepted[data-first]").count()
        if page.locator(".wb-unknown").count():
            page.keyboard.press("s")
            expect(page.locator(".wb-unknown")).to_have_count(0)
        page.keyboard.press("a")
        expect(page.locator("mark.is-accepted[data-first]")).not_to_have_count(before)
    yield "workbench-decided"
    page.keyboard.press("g")
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.", timeout=60_000)
    expect(page.locator("body")).to_contain_text("published.")
    yield "workbench-published"
    wording = "Um die Zusammenarbeit"
    page.goto(urljoin(site, "/quotes/?lang=en"))
    page.locator("main a").filter(has_text=wording).first.click()
    expect(page.locator("main")).to_contain_text("Gen Nakatani")
    yield "published-quote"


def main() -> None:
    user, password = sys.argv[1:3]
    site = sys.argv[3] if len(sys.argv) > 3 else "http://127.0.0.1:8000"
    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next((found for name in names if name and (found := shutil.which(name))), None)
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=VIEW, locale="en-GB")
        sign_in(page, site, user, password)
        for name in from_address_to_quote(page, site):
            path = FOLDER / f"{name}.png"
            page.screenshot(path=path)
            reduce(path)
            print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
