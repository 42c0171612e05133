"""English nouns by what they name: documents, names to come, who speaks."""

from ..word_lists import words

DOCUMENTS = words(
    """statement report letter release document filing tweet post ruling law bill study article
    memo complaint constitution email e-mail message sign signs banner placard placards poster
    posters lawsuit indictment affidavit petition order decision judgment judgement paper note
    website guidelines treaty declaration communique communiqué agreement notice bulletin text
    dossier review survey poll blog editorial book resolution transcript warrant manifesto"""
)
# Are told something.
PUBLIC = words("reporters journalists press media")
# Before marks they say that a title or a name follows.
NAME_NOUNS = words(
    """film movie song album single book novel series show episode magazine newspaper programme
    program game musical play opera poem painting ship boat vessel yacht operation project band
    group nicknamed named titled entitled called dubbed known alias nickname track documentary
    sitcom comic character exhibition essay lecture hashtag brand codenamed code-named word
    name names moniker title label words term terms phrase"""
)
# Behind or before a title they say that it is one: “the "Tin Drum" film”, “the film, "Tin Drum"”.
TITLED = words(
    """film movie song album single novel series show episode magazine newspaper programme program
    game musical play opera poem painting documentary sitcom exhibition track hit sequel remake
    movement campaign project operation initiative award prize trophy hashtag brand logo label
    category virus worm app band group club festival tour franchise trilogy soundtrack comic
    column podcast book memoir autobiography section edition comedy drama thriller character
    hypothesis theory theorem effect method protocol variant storm mission spacecraft rover ship
    boat vessel yacht missile event concert conference exhibit
    workshop lecture meme challenge"""
)
