"""Draws the picture that other sites show beside a link to this one (Open Graph): our mark.

    python docs/screenshots/share.py

1200 × 630 pixels, as those who show it recommend; always the same one, since words that are set
into a picture can be neither read aloud nor corrected. Needs Chromium.
"""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parents[2] / "quotes" / "static" / "quotes" / "share.png"
_PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #fcfaf5; color: #1d1b18; }
main { margin: 0 110px; padding-block-start: 165px; }
p { margin: 0; font: 700 150px/1 Charter, "Noto Serif CJK JP", serif; }
i { font-style: normal; color: #8c1d2c; }
hr { margin: 56px 0 40px; border: 0; border-block-start: 9px double #8a8271; }
small { display: block; font: 34px/1.4 "Noto Sans CJK JP", sans-serif; color: #5b564c; }
</style><main><p><i>„</i>Wortlaut<i>“</i></p><hr>
<small lang="de">Wer was wann gesagt hat</small><small lang="en">Who said what, when</small></main>
"""


def main() -> None:
    names = (os.environ.get("WORTLAUT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    chromium = next((found for name in names if name and (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.set_content(_PAGE)
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
