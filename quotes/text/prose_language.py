"""Whether a sentence of an editor is German or English: by the little words that fill both."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GERMAN = _words(
    "aber als am an auch auf aus bei beim bereits das dass dem den der des die dies diese dieser"
    " doch durch ein eine einem einen einer er es für gab hat hatte ihm im ist kein keine mit nach"
    " nicht noch nur oder sich sie sind statt über um und uns von vom war waren weil wenn wir"
    " wird wurde wurden zu zum zur"
)
_ENGLISH = _words(
    "a after an and are as at because been but by did does for from had has have he his if is it"
    " its no not of on only or our she so than that the their there they this to us was we were"
    " when which who with"
)
_WORD = re.compile(r"[^\W\d_]+")


def german_or_english(text: str) -> str:
    """ "de" or "en"; "" where neither has more of its words in the text.

    >>> german_or_english("Die Quelle hat den Artikel zurückgezogen.")
    'de'
    """
    words = [word.lower() for word in _WORD.findall(text)]
    german = sum(word in _GERMAN for word in words) + sum(1 for c in text if c in "äöüßÄÖÜ")
    english = sum(word in _ENGLISH for word in words)
    if german == english:
        return ""
    return "de" if german > english else "en"
