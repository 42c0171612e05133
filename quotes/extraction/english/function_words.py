"""English prepositions, conjunctions, adverbs and pronouns, all in lower case."""

import re

from ..word_lists import words

# End no sentence.
ABBREVIATIONS = words(
    """mr mrs ms dr prof gen col lt sgt capt cpl maj adm rev hon st sen rep gov pres sec jr sr vs
    etc no nos inc ltd co corp e.g i.e u.s u.k u.n a.m p.m jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thur thurs fri sat sun fig vol ed dept univ approx kft gmbh
    d.c l.a min amb supt insp atty assn bros"""
)
# After a comma the reporter himself goes on.
BREAKING_OFF = words("""but while though although however whereas citing meaning despite with""")
PREPOSITIONS = words(
    """in on at of for from with by to into onto upon about after before during since until under
    over between among against through without within near behind despite following regarding
    concerning amid as per via like than across along around including throughout toward towards
    outside inside above below beneath beyond alongside aboard beside atop amongst unlike"""
)
# Begin a clause of their own.
CONJUNCTIONS = words(
    """that but while because when where which if although though whereas so unless whether why how
    what whom whose or nor yet and"""
)
ADVERBS = words(
    """also later then reportedly publicly earlier previously subsequently further furthermore
    additionally however meanwhile instead still even now today yesterday again once already
    recently repeatedly initially originally finally simply only just both all each openly
    explicitly officially formally immediately afterwards likewise similarly never not always
    often specifically personally allegedly apparently therefore thus besides moreover
    nevertheless nonetheless though separately anonymously jointly privately briefly currently
    first last eventually soon directly clearly correctly falsely vehemently strongly firmly
    tonight there here purportedly famously ultimately jokingly shortly since"""
)
# End in “ly” and are no adverbs.
_NO_ADVERBS = words(
    """family assembly supply reply ally anomaly monopoly bully rally italy july elderly friendly
    daily weekly monthly yearly lovely lonely likely unlikely costly deadly melancholy homily"""
)
TIMES = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow morning
    afternoon evening night week month year weekend day tonight"""
)
PRONOUNS = words("he she they it i we you who one others many some another both")
DETERMINERS = words(
    """the a an his her its their our my this that these those one two three four five six several
    many some another both all each every no most other such any"""
)
# Begin a noun phrase of their own, except after one of the next list: “all the ministers”.
ARTICLES = words("""the a an his their its her these those this four five six seven two three""")
BEFORE_ARTICLES = words("all both of for at from in with and the a other")
# Stand before a name and are no part of it.
TITLES = words(
    """mr mrs ms miss dr prof professor sir dame lord lady president minister senator
    representative governor mayor judge justice general colonel captain lieutenant sergeant
    officer king queen prince princess pope archbishop bishop reverend chancellor secretary
    sheriff chief director ceo chairman commissioner ambassador congressman congresswoman"""
)
NUMBER = re.compile(r"\d[\d.,]*%?")
_GENITIVES = ("'s", "’s", "s'", "s’")
_APOSTROPHES = ("'", "’")


def is_genitive(word: str) -> bool:
    """Whether a word is the owner of what follows: “Holm's”, “ministers’”, or its apostrophe."""
    return word.endswith(_GENITIVES) or word in _APOSTROPHES


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb, by the list or by its ending."""
    if word in ADVERBS:
        return True
    return len(word) > 4 and word.endswith("ly") and word not in _NO_ADVERBS
