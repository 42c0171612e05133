"""``make score-extraction``: the extraction against what was annotated by hand."""

import sys
from time import process_time

from quotes.extraction import extract

from .annotated import LANGUAGES, MISSING, SPLITS, Article, articles, have_texts
from .baselines import quoted_stretches
from .measures import Measures, compare

# An article of the length by which speed is told (code points).
ARTICLE = 2500
HEAD = (
    f"{'':22}{'articles':>9}{'marked':>8}  {'quoted spans':21}{'speaker right':15}"
    f"{'indirect':21}{'speaker right':15}\n"
    f"{'':22}{'':9}{'':8}  {'P':7}{'R':7}{'F1':7}{'of all':8}{'found':7}"
    f"{'P':7}{'R':7}{'F1':7}{'of all':8}{'found':7}"
)


def main() -> int:
    """Print the scores; 0 where the texts are there, else 1."""
    if not have_texts():
        print(MISSING, file=sys.stderr)
        return 1
    print(HEAD)
    seconds, characters = 0.0, 0
    for lang in LANGUAGES:
        annotated = articles(lang)
        for split in SPLITS:
            part = [article for article in annotated if article.split == split]
            before = process_time()
            found = [extract(each.text, lang, each.published) for each in part]
            seconds += process_time() - before
            characters += sum(len(each.text) for each in part)
            _print(f"{lang} {split}", part, _measure(part, found))
            nothing = _measure(part, [quoted_stretches(each.text) for each in part])
            _print("   marks, nearest name", part, nothing, indirect=False)
    print(f"{characters / ARTICLE / seconds:.0f} articles of {ARTICLE} characters a second")
    return 0


def _measure(part: list[Article], found: list) -> Measures:
    each = (
        compare(article.text, article.quotes, candidates)
        for article, candidates in zip(part, found, strict=True)
    )
    return sum(each, Measures())


def _print(label: str, part: list[Article], measures: Measures, indirect: bool = True) -> None:
    marked = sum(len(article.quotes) for article in part)
    line = f"{label:22}{len(part):9}{marked:8}  "
    for counts in (measures.quoted, measures.indirect)[: 2 if indirect else 1]:
        line += f"{counts.precision:<7.3f}{counts.recall:<7.3f}{counts.f1:<7.3f}"
        line += f"{counts.speaker_of_all:<8.3f}{counts.speaker_of_found:<7.3f}"
    print(line.rstrip())


if __name__ == "__main__":
    sys.exit(main())
