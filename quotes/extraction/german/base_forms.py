"""German bodies printed in another case: „des Ministeriums“ → „Ministerium“."""

from ..tokens import Tokens
from ..word_lists import words

# Bodies by the end of their names, and the endings of their genitives.
_NEUTER = words(
    """ministerium amt institut gericht unternehmen parlament bündnis zentrum büro präsidium
    magazin werk komitee sekretariat rathaus haus blatt portal kabinett team"""
)
_MASCULINE = words(
    """verband konzern senat bundestag landtag rat verein sender kreml vatikan fonds klub bund
    betreiber hersteller ausschuss vorstand kongress gerichtshof rechnungshof"""
)
_FEMININE = words(
    """regierung polizei partei behörde kommission staatsanwaltschaft gewerkschaft fraktion
    agentur zeitung kirche stiftung union opposition bank universität organisation verwaltung
    feuerwehr armee bundeswehr gesellschaft kammer zentrale anstalt botschaft initiative"""
)
_GENITIVE_ENDINGS = ("", "s", "es", "ses")
_ARTICLES = {"des": (_NEUTER, _MASCULINE), "dem": (_NEUTER, _MASCULINE), "der": (_FEMININE,)}


def base_form(tokens: Tokens, first: int, last: int) -> str:
    """The nominative of a body in tokens first … last-1, without its article; "" where unsure.

    An article in another case, adjectives, and one noun: „dem japanischen
    Verteidigungsministerium“ → „japanisches Verteidigungsministerium“.
    """
    article = tokens.lower[first]
    genders = _ARTICLES.get(article)
    if genders is None or last - first < 2:
        return ""
    printed = tokens.words[last - 1]
    adjectives = tokens.words[first + 1 : last - 1]
    if not printed[:1].isupper() or not all(_is_inflected(word) for word in adjectives):
        return ""
    for gender in genders:
        noun = _without_ending(printed, gender, is_genitive=article == "des")
        if noun:
            return " ".join([*(_strong(word, gender) for word in adjectives), noun])
    return ""


def _is_inflected(adjective: str) -> bool:
    return adjective.endswith("en") and adjective.isalpha()


def _strong(adjective: str, gender: frozenset[str]) -> str:
    """„japanischen“ as it stands in the nominative without an article."""
    stem = adjective.removesuffix("en")
    if gender is _NEUTER:
        return stem + "es"
    return stem + ("er" if gender is _MASCULINE else "e")


def _without_ending(printed: str, gender: frozenset[str], is_genitive: bool) -> str:
    for ending in _GENITIVE_ENDINGS if is_genitive else ("",):
        noun = printed.removesuffix(ending) if ending else printed
        if ending and noun == printed:
            continue
        if any(noun.lower().endswith(body) for body in gender):
            return noun
    return ""
