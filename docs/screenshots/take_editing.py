"""Takes the pictures of an editor's way from an article's address to a published quote.

    manage.py migrate, one speaker made in the database (a first start loads the dossier into an
    empty one, and then nothing here would be new), then
    WORTLAUT_CAPTURE_ALLOWED=127.0.0.1:9001 make run    and then
    python docs/screenshots/take_editing.py EDITORS_PASSWORD REVIEWERS_PASSWORD [http://127.0.0.1:8000]

Serves the dossier's German article as a page of its own at 127.0.0.1:9001, has the running site
fetch it by its background job, and goes on by keyboard as an editor would: what was read is looked
through and kept, the candidates are accepted, and all that are ready go to review; a reviewer
publishes them. Needs Chromium; ends with an error where a step does not lead to the next.
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
# Found as well: passages that say no more than the fragments within them.
AROUND = ("die „schwierigen“", "dass es „lange gedauert")
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


def from_address_to_quote(page: Page, reviewed: Page, site: str) -> Iterator[str]:
    """Goes the way; yields the name of each picture when it is to be taken."""
    page.goto(urljoin(site, "/admin/quotes/capture/add/"))
    page.get_by_label("Address of the article, or its text").fill(ADDRESS)
    page.get_by_role("button", name="Capture").click()
    # The job fetches it meanwhile; the page says so by itself.
    page.locator("#id_headline").wait_for(timeout=60_000)
    expect(page.locator("#id_headline")).to_have_value(HEADLINE)
    yield "capture"
    page.get_by_role("button", name="Keep").click()
    page.locator("#workbench[data-ready]").wait_for()
    for key in "sdt":
        page.keyboard.press(key)
        expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")
    total = int(page.locator("#wb-meter").get_attribute("max") or 0)
    for number in range(1, total + 1):
        if page.locator(".wb-unknown").count():
            page.keyboard.press("s")
            expect(page.locator(".wb-unknown")).to_have_count(0)
        words = page.locator(".wb-wording p").first.inner_text().strip()
        page.keyboard.press("x" if words.startswith(AROUND) else "a")
        expect(page.locator("#wb-progress")).to_contain_text(f"{number} of {total}")
        if number == total // 2:
            yield "workbench"
    expect(page.locator("#wb-saved")).to_have_text("Everything is saved.")
    page.keyboard.press("g")
    # A second pair of eyes: a reviewer sees the same page, and publishes.
    expect(page.locator("#wb-told")).to_contain_text("14 wait for review")
    reviewed.goto(page.url)
    reviewed.locator("#workbench[data-ready]").wait_for()
    reviewed.keyboard.press("g")
    expect(reviewed.locator("#wb-told")).to_contain_text("14 published")
    expect(page.locator("#wb-drafts")).not_to_contain_text("14 are ready", timeout=30_000)
    yield "workbench-published"
    wording = "Um die Zusammenarbeit"
    page.goto(urljoin(site, "/quotes/?lang=en"))
    page.locator("main a").filter(has_text=wording).first.click()
    expect(page.locator("main")).to_contain_text("Gen Nakatani")
    yield "published-quote"


def main() -> None:
    editor, reviewer = sys.argv[1:3]
    site = sys.argv[3] if len(sys.argv) > 3 else "http://127.0.0.1:8000"
    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next((found for name in names if name and (found := shutil.which(name))), None)
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page, reviewed = (browser.new_page(viewport=VIEW, locale="en-GB") for _person in "er")
        sign_in(page, site, "editor", editor)
        sign_in(reviewed, site, "reviewer", reviewer)
        for name in from_address_to_quote(page, reviewed, site):
            path = FOLDER / f"{name}.png"
            page.screenshot(path=path)
            reduce(path)
            print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
