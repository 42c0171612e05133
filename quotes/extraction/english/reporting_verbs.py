"""English verbs of saying and of calling, in the forms that the news use, in lower case."""

from ..word_lists import by_verb, words
from .phrasal_verbs import PHRASAL, PHRASAL_TELLING
from .rarer_verbs import CHARGING, FINDING, JUDGING, PLAIN, PLAIN_SAYING, RARER

# Take what was said as a clause or a quotation.
SAYING = (
    RARER
    | PHRASAL_TELLING
    | PLAIN_SAYING
    | words(
        """said says say saying stated states stating told tells tell telling added adds adding
    explained explains explaining announced announces announcing reported reports report
    reporting claimed claims claim claiming argued argues arguing wrote writes writing
    tweeted tweets tweeting declared declares declaring confirmed confirms confirming
    noted notes noting remarked remarks remarking commented comments commenting replied
    replies replying responded responds responding answered answers answering asked asks
    asking insisted insists insisting acknowledged acknowledges acknowledging admitted
    admits admitting conceded concedes conceding warned warns warning suggested suggests
    suggesting stressed stresses stressing asserted asserts asserting alleged alleges
    alleging maintained maintains maintaining revealed reveals revealing disclosed
    discloses disclosing indicated indicates indicating observed observes recalls
    concluded concludes concluding continued continues promised promises promising vowed
    vows vowing pledged pledges pledging predicted predicts predicting estimated
    estimates estimating testified testifies testifying shouted shouts shouting chanted
    chanting yelled affirmed affirms affirming reiterated reiterates reiterating denied
    denies denying mentioned mentions mentioning posted posting read reads reading
    quoted urged urges urging contended contends complained complains complaining
    cautions informed informs informing assured assures assuring agreed proposed
    proposes recommended recommends recommending apologized apologised thanked accepted
    concurred ordered demanded demands demanding expressed expresses expressing believed
    believes hoped hopes advised advises advising determined praised praises praising"""
    )
)
# Of these, speech only with "that" or a quotation behind them; otherwise something is done, or they
# are nouns.
ONLY_WITH_THAT = (
    RARER
    | PLAIN_SAYING
    | words(
        """read reads reading continued continues states report reports claims claim comments
    answers pledges posted posting ordered believed believes hoped hopes observed
    observes recalls agreed accepted expressed expresses expressing maintained maintains
    praised praises praising answered answering thanked declared declares declaring
    estimates tweets wrote demands asked tweeted shouted yelled chanted complained
    apologized apologised replied responded commented remarked mentioned quoted"""
    )
)
# Of these, what follows is always what was said, a clause or a thing.
ALWAYS = PHRASAL_TELLING | words(
    """said says say saying added adds adding stated stating told tells telling claimed claiming
    noted notes noting explained explains explaining argued argues arguing insisted insists
    stressed asserted asserts suggested suggests suggesting warned warns warning reported
    reporting announced announces announcing confirmed confirms confirming alleged alleges
    alleging indicated indicates indicating revealed reveals revealing admitted admits
    acknowledged predicted predicts conceded contended reiterated disclosed"""
)
# Take an object: a name for something, or a thing asked for.
NAMING = (
    JUDGING
    | (PHRASAL - PHRASAL_TELLING)
    | (PLAIN - PLAIN_SAYING)
    | words(
        """called calls calling described describes describing labelled labeled labels labelling
    dubbed termed criticised criticized criticises criticizes criticising criticizing
    praised accused accuses accusing blamed blames blaming welcomed welcomes welcoming
    demanded demands denounced denounces denouncing cited cites citing referred refers
    referring characterised characterized dismissed dismisses dismissing rejected
    rejects rejecting expressed hailed likened compared deplored deemed deems voiced
    considered quoted quoting denied urged urges urging attributed mocked"""
    )
)
# Every verb that the grammar looks at.
CUES = SAYING | NAMING | FINDING | CHARGING | PLAIN
# Their object is what was said: “demanded an inquiry”.
ASKING = words(
    """citing encouraged encourages encouraging urged urges urging accused accuses accusing
    blamed criticised criticized criticises criticizes criticising criticizing condemned condemns
    condemning welcomed denounced denied denies denying demanded demanding demands promised
    promises promising pledged pledging expressed recommended proposed asked advised rejected"""
)
# The same after one of these words: “called for an inquiry”.
ASKING_WITH = {
    verb: words(wanted)
    for verb, wanted in by_verb(
        {
            "for on upon": "called calls calling",
            "of against about": "warned warns warning",
            "to": "vowed vowing",
        }
    ).items()
}
# Take the one who is told as their object.
ADDRESSING = words(
    """told tell tells telling informed informs informing asked asks asking assured assures
    assuring warned urged urges advised advises reminded reminds reminding notified encouraged
    encourages encouraging"""
)
# Of these, those that no subject follows: “, told X”.
TELLING = words("told tell tells informed informs assured assures urged urges advised advises")
# Of what they accuse somebody stands behind him.
ACCUSING = words("accused accuses accusing")
# Are done in writing.
WRITING = words(
    """wrote writes write writing tweeted tweets tweeting posted posting read reads reading"""
)
