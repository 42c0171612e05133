"""Verbs that tell of speech now and then: only with “that”, or with quoted words behind them."""

from ..word_lists import words
from .verb_inflection import inflected, past_and_ing

# With “that”, with a quotation, or behind one: “…,” she murmured.
RARER = (
    inflected(
        """advocate attest avow beg bemoan blog boast brag bristle clarify confess confide crow
        decree divulge elaborate emphasise emphasize enquire enthuse exclaim exhort expound fume
        gloat gripe grumble guarantee highlight imply implore inquire insinuate instruct
        interject intone jest joke justify lament marvel moan mumble murmur muse mutter narrate
        notify opine outline plead posit postulate preach proclaim profess prophesy quip rail
        rant reaffirm reason reassure rebut recount rejoice relate relay remind repeat restate
        retort roar scoff scold scream specify speculate stipulate summarise summarize suppose
        surmise taunt tease theorise theorize threaten thunder underline underscore utter venture
        verify volunteer whisper wonder"""
    )
    | past_and_ing(
        """appeal blast caution charge cheer counter detail echo email hint message object
        protest query question react recall reflect regret signal share snap text trumpet"""
    )
    | words(
        """cried cries crying swore swears swearing shares signalled signalling counselled
        counselling forecast forecasts foresaw foresees"""
    )
)
# With a noun that is quoted, or called something: “slammed the "reckless" plan”.
JUDGING = (
    inflected(
        """admonish applaud berate bemoan belittle castigate celebrate chastise
    chide commend condemn convey decry defend define deride disparage encourage endorse
    excoriate exhort herald implore invoke justify lambast lambaste lampoon lament laud mourn
    oppose outline portray pronounce rebuff rebuke rebut recite refute renounce repudiate
    ridicule salute scold signal tout trumpet vilify"""
    )
    | past_and_ing(
        """appeal attack beg blast boast brand censure champion cheer credit depict detail dispute
    echo extol fault fear highlight offer pan paint plead profess protest question raise
    recount regret remember repeat rue sketch slam stress talk thank threaten underline underscore
    vent worry"""
    )
    | words(
        """spoke speaks speaking talks swore signalled signalling styled ripped slated bashed
    trashed rapped"""
    )
)
# Find something, or decide it: speech with “that” …
FINDING = words(
    """found finds ruled rules held decided decides heard hears showed shows established discovered
    resolved proves proved"""
)
# … and these with quoted words right behind them: “found "serious failings"”.
FINDING_WORDS = words("found finds ruled rules")
# Charge somebody in words that may be quoted behind “for” or “with”: “fined for "bad conduct"”.
CHARGING = past_and_ing(
    """arrest ban charge convict detain discipline expel fine fire imprison indict
    investigate jail oust penalise penalize prosecute punish sack sanction sentence sue suspend"""
)
# Plain forms, of several speakers: “prosecutors allege”, “they argue”.
PLAIN_SAYING = words(
    """acknowledge add admit advise affirm agree allege announce argue assert assure believe
    concede conclude confirm contend declare deny disclose emphasise emphasize explain fear
    highlight imply indicate insist maintain observe point predict reiterate reveal state stress
    suggest testify warn write"""
)
PLAIN = PLAIN_SAYING | words(
    """accuse blame call condemn criticise criticize denounce describe hail oppose portray praise
    reject urge welcome"""
)
# Before them stands a plural.
PLURAL_SUBJECTS = words(
    "they we i you who police people both many some others men women media all most few"
)
