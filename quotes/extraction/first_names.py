"""First names that tell whether “he” or “she” is meant; those of both are in neither list."""

from .word_lists import words

_FEMALE = words(
    """abigail aisha alexandra alice alina amanda amelia amy anastasia angela anita ann anna
    anne annette annie antonia barbara beatrice beatrix benazir bertha betty brenda brigitte
    camilla carla carmen carol caroline carolyn catherine cecilia charlotte cheryl christina
    christine claire clara claudia condoleezza cristina cynthia deborah debra denise diana diane
    dilma donna dora doris dorothy edith elena elisabeth elizabeth ella ellen emily emma erika
    esther eva evelyn fatima federica fiona frances franziska gina gisela giorgia gloria grace
    greta gudrun hannah heather heidi helen helena helga hilary hillary ida ines ingrid irene
    irina isabel isabella ivanka jacinda jacqueline jane janet janice jennifer jessica jill
    joanna josephine joyce judith julia julie kamala karen karin katarina kate katharina
    katherine kathleen kathy katja katrin kirsten laura lea leila lena lina linda lisa liz lola
    louise lucia lucy luisa lydia madeleine magdalena malala manuela margaret margarete margot
    maria mariana marie marine marta martha martina mary maryam megan melania melanie melissa
    meryl michelle miriam monica monika nadia nancy natalia natalie natasha nicole nina nora
    olga olivia pamela patricia paula pauline petra priti rachel rebecca renate rita rosa
    rosemary roza ruth sabine sally samantha sandra sara sarah serena sharon sheila shirley
    silvia sofia sonia sophia sophie stefanie stella stephanie susan susanna susanne svetlana
    sylvia tamara tania tanja tatiana teresa theresa tina ursula valentina valerie vanessa vera
    veronica veronika victoria virginia wendy winnie yulia yvette yvonne zoe"""
)
_MALE = words(
    """aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro
    alex alexander alexei alfred ali allen anders andreas andrei andrew angus anthony anton
    antonio antony arnold arthur barack bashar ben benjamin benedict bernard bernd bernie
    bernhard bill bob boris brad brian bruce carl carlos charles chris christian christoph
    christopher chuck colin craig daniel dan dave david dennis didier dieter dietmar dmitri
    dmitry donald doug douglas dwight ed eddie eduard edward edwin elon emmanuel eric erich erik
    ernst eugene evan fabian felix ferdinand fernando fidel florian francesco francis francisco
    françois frank franz fred frederick friedrich fritz gary gavin geoff geoffrey georg george
    gerald gerard gerhard gerry giovanni giuseppe gordon graham greg gregory guido günter
    günther gustav hans hamid harald harold harry hassan heiko heinrich heinz helmut henri henry
    herbert hermann horst howard hubert hugh hugo ian ibrahim igor imran ismail ivan jack jacob
    jacques jaime jair jake james jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy
    jinping joachim joe joel johann johannes john johnny jon jonas jonathan jorge josé josef
    joseph joshua josh juan julian jürgen justin karl keir keith kenneth kevin klaus kurt lars
    larry laurent lawrence leo leon leonard leonid louis lucas luis luke lutz malcolm manuel
    marc marcel marco marcus mario mark markus martin matt matteo matthew matthias max
    maximilian mauricio mehmet michael michel miguel mike mikhail mitch mitt mohamed mohammad
    mohammed muhammad mustafa narendra nathan neil nelson nicholas nick nicolas nigel niklas
    nikolai noah norbert norman olaf oleg oliver omar oscar oskar otto pablo patrick paul pavel
    pedro peter petro phil philip philipp philippe pierre rainer ralf ralph ramzan raúl ray
    raymond recep reinhard richard rick rishi robert roberto rodrigo roger roland rolf roman ron
    ronald rudolf rupert russell ryan salman sam samuel scott sean sebastian serge sergei sergio
    sigmar silvio simon stefan stephen steve steven stuart sven ted theo theodor thomas tim
    timothy tobias tom tony viktor vincent vladimir volker volodymyr walter warren werner
    wilhelm william winfried winston wolfgang yusuf xavier xi"""
)
_OTHERS = {"he": _FEMALE, "him": _FEMALE, "er": _FEMALE, "she": _MALE, "her": _MALE}


def may_mean(pronoun: str, name: str) -> bool:
    """Whether a pronoun (lower case) may mean a person, as far as the first name tells."""
    return name.partition(" ")[0].lower() not in _OTHERS.get(pronoun, frozenset())
