"""Which of the names within a mention is the speaker's, and which names are no person's."""

from .tokens import Tokens
from .word_lists import words

# Behind them stands whom, or what, a speaker speaks for.
_FOR = words("for für")
# Before a place or a thing: “in New Mexico”, “the Iran–Iraq War”.
_BEFORE_PLACES = words("the in at near im am beim")

# The last words of names that no person bears, in English and German.
_BODIES = words(
    """university college school institute institution academy museum hospital laboratory center
    centre foundation society association federation confederation league alliance coalition union
    party movement congress parliament senate assembly house council committee commission board
    ministry department office agency bureau authority administration government treasury court
    tribunal police army navy force forces guard service services bank fund company corporation
    group holdings inc ltd limited gmbh ag airlines airways news press times post journal magazine
    television radio network club team war wars games cup city county state states province street
    park airport station church nations organisation organization program programme project act
    universität hochschule schule institut akademie krankenhaus klinik stiftung gesellschaft
    verband verein bund partei fraktion kongress bundestag landtag rat ausschuss kommission
    ministerium behörde amt regierung gericht gerichtshof polizei armee bundeswehr konzern
    zeitung nachrichten rundfunk agentur krieg stadt kirche"""
)


def is_body(name: str) -> bool:
    """Whether a name is that of a body, a place or an event, by its last word."""
    return name.rpartition(" ")[2].lower() in _BODIES


def is_another(tokens: Tokens, first: int, place: int, end: int, last: int) -> bool:
    """Whether a name (tokens place … end-1) of a mention is not the speaker's: “Hill's lawyer”,
    “a spokesman for Hill”."""
    if end < last and tokens.lower[end - 1].endswith(("'s", "’s")):
        return True
    at = place - 1
    while at >= first and tokens.words[at] != ",":
        if tokens.lower[at] in _FOR:
            return True
        at -= 1
    return False


def is_in_place(tokens: Tokens, first: int) -> bool:
    """Whether the word before a name (its first token) shows that it is a place's or a thing's."""
    return first > 0 and tokens.lower[first - 1] in _BEFORE_PLACES
