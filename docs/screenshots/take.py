"""Takes the pictures of the public pages that stand in this folder, from a running site.

    make run    and then    python docs/screenshots/take.py [http://127.0.0.1:8000]

Of each page eight: German and English, light and dark, narrow and wide; and of the quote's page one
down to its end. The site holds the dossier that a first start loads. Needs Chromium; with
ImageMagick the files become a third as large.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent
WIDTHS = {390: 1500, 1280: 1500}  # pixels, and how much of a page's height is shown at most
WHOLE = ("quote", "de", "light", 1280)
LANGUAGES, SCHEMES = ("de", "en"), ("light", "dark")
EMBED = {390: 360, 1280: 620}
COLOURS = "48"


def addresses(page: Page, site: str) -> dict[str, str]:
    """Where each page stands, found as a reader finds it."""

    def first(listed: str, words: str) -> str:
        page.goto(urljoin(site, f"{listed}?lang=de"))
        found = page.locator("main a").filter(has_text=words).first.get_attribute("href")
        return urljoin(page.url, found)

    article = first("/articles/", "vietnam.vn")
    quote = first(article, "Um die Zusammenarbeit")
    return {
        "home": urljoin(site, "/"),
        "speaker": first("/speakers/", "Ahn Gyu-back"),
        "quote": quote,
        "statement": first("/statements/", "Gemeinsame Presseerklärung"),
        "article": article,
        "embed": f"{quote}embed/",
    }


def pictures(browser: Browser, site: str) -> Iterator[Path]:
    page = browser.new_page()
    found = addresses(page, site)
    page.close()
    for scheme in SCHEMES:
        for width, height in WIDTHS.items():
            for name, address in found.items():
                shown = EMBED[width] if name == "embed" else width
                page = browser.new_page(
                    color_scheme=scheme, viewport={"width": shown, "height": 300}
                )
                for language in LANGUAGES:
                    page.goto(f"{address}?lang={language}")
                    whole = page.evaluate("document.documentElement.scrollHeight")
                    page.set_viewport_size({"width": shown, "height": min(whole, height)})
                    path = FOLDER / f"{name}-{language}-{scheme}-{width}.png"
                    page.screenshot(path=path)
                    yield path
                    if (name, language, scheme, width) == WHOLE:
                        page.set_viewport_size({"width": shown, "height": whole})
                        path = path.with_stem(f"{path.stem}-whole")
                        page.screenshot(path=path)
                        yield path
                page.close()


def reduce(path: Path) -> None:
    """Give the picture a palette: paper, ink and what lies between."""
    program = shutil.which("convert")
    if program:
        palette = ("-strip", "+dither", "-colors", COLOURS, "-define", "png:compression-level=9")
        subprocess.run([program, path, *palette, f"PNG8:{path}"], check=True)


def main() -> None:
    site = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next((found for name in names if name and (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in pictures(browser, site):
            reduce(path)
            print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
