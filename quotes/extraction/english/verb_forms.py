"""Forms of English verbs that make a clause, all in lower case."""

from ..word_lists import words

AUXILIARIES = words(
    """is was were are be been being am has have had having will would could can may might must
    shall should did does do doing 's 're 've 'll 'd"""
)
# Of these, with a participle: “was described by”.
PASSIVE = words("is was were are been being be")
PAST_FORMS = words(
    """went came took made gave got held found became began ran saw left met won lost led spoke
    knew thought felt brought sent paid died fell grew set put cut hit shot caught fought sought
    taught bought built kept stood rose broke drew drove flew chose sat stayed showed meant
    heard issued published released"""
)
PRESENT_FORMS = words(
    """think thinks believe want wants need needs know knows say says see make makes go goes come
    comes get gets take takes give find feel let love hope remember stop support stand live
    lives mean means look looks help helps keep remain remains continue understand expect
    deserve"""
)
_VERBS = AUXILIARIES | PAST_FORMS | PRESENT_FORMS
_VERB_ENDINGS = ("n't", "n’t", "'s", "'re", "'ve", "'ll", "'m", "’re", "’ve", "’ll", "’m")


def holds_verb(exact: str) -> bool:
    """Whether quoted words hold a finite verb, as far as its form tells."""
    plain = (word.strip(".,;:!?…“”\"'()[]").lower() for word in exact.split())
    return any(word in _VERBS or word.endswith(_VERB_ENDINGS) for word in plain)
