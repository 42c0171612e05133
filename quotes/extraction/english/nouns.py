"""English nouns by what they name: documents, names to come, who speaks."""

from ..word_lists import words

DOCUMENTS = words(
    """statement report letter release document filing tweet post ruling law bill study article
    memo complaint constitution email e-mail message sign signs banner placard placards poster
    posters lawsuit indictment affidavit petition order decision judgment judgement paper note
    website guidelines treaty declaration communique communiqué agreement notice bulletin text
    dossier review survey poll blog editorial book resolution transcript warrant manifesto"""
)
# Lower-case words that name who speaks.
ROLES = words(
    """spokesman spokeswoman spokesperson spokespersons spokespeople minister president chairman
    chairwoman chair director secretary official officials officer officers police authorities
    witness witnesses lawyer lawyers attorney attorneys prosecutor prosecutors judge judges
    senator governor mayor professor researcher researchers scientist scientists expert experts
    analyst analysts author authors critic critics leader leaders head chief executive ceo
    founder representative ambassador commissioner coach captain manager player actor activist
    activists protester protesters protestors demonstrators organizer organizers organisers
    residents resident neighbor neighbour family mother father son daughter wife husband brother
    sister friend survivor survivors victim victims company government ministry department
    agency organisation organization group committee commission council court union party team
    club parliament congress senate white-house military army navy service office university
    newspaper network station outlet media press bureau board association federation foundation
    firefighters doctors doctor nurse sheriff detective investigators investigator people man
    woman boy girl teacher student students candidate candidates opposition senators lawmakers
    economist historian singer artist pilot driver engineer employees workers employee worker
    spokesmen deputy counsel justice justices pope bishop king queen prince crowd supporters
    fans states nation country airline operator firm institute"""
)
# Are told something.
PUBLIC = words("reporters journalists press media")
# Before marks they say that a title or a name follows.
NAME_NOUNS = words(
    """film movie song album single book novel series show episode magazine newspaper programme
    program game musical play opera poem painting ship boat vessel yacht operation project band
    group nicknamed named titled entitled called dubbed known alias nickname track documentary
    sitcom comic character exhibition essay lecture hashtag brand codenamed code-named word
    words term terms phrase"""
)
