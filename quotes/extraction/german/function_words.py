"""German prepositions, conjunctions, adverbs, articles and pronouns, all in lower case."""

import re

from ..word_lists import words

# End no sentence. "." stands for ordinal numbers: „am 9. September“.
ABBREVIATIONS = words(
    """. dr prof hr fr st str nr bzw z.b u.a d.h ca etc usw ggf evtl inkl vgl mio mrd tsd abs art
    bd hrsg jh jhd jan feb mär apr jun jul aug sep sept okt nov dez sog geb gest e.v i.d.r o.ä
    u.ä a.d mr mrs ms jr sen gen vs u.s a.m p.m z.zt z.t v.a i.v co inc ltd ing dipl mag hl max
    min rd bspw"""
)
PREPOSITIONS = words(
    """in im ins an am ans auf aus bei beim bis durch für gegen gegenüber hinter mit nach neben
    ohne seit trotz über um unter unterm von vom vor während wegen zu zum zur zwischen ab
    angesichts anlässlich aufgrund außer außerhalb binnen dank entlang hinsichtlich infolge
    innerhalb laut mittels statt anstatt gemäß bezüglich zufolge seitens inmitten zugunsten per
    pro via samt"""
)
CONJUNCTIONS = words(
    """dass daß ob weil da wenn als während nachdem bevor obwohl damit sodass falls indem sobald
    solange und oder aber denn sondern sowie doch wobei welche welcher welches wie wo wodurch
    womit wonach worauf worin worüber wofür wogegen weshalb warum was wer"""
)
ADVERBS = words(
    """so derzeit aktuell hierbei danach mittlerweile gleichwohl trotzdem laufend ansonsten ebenso
    insofern immerhin bislang generell grundsätzlich nunmehr schriftlich mündlich telefonisch
    weiterhin jüngst neuerdings ursprünglich angeblich hierauf damit darin hierin sinngemäß
    entsprechend auch zudem außerdem dabei ferner weiter später jedoch hingegen dagegen aber
    unterdessen inzwischen bereits noch nun heute gestern vorgestern morgen nochmals erneut
    wiederum ebenfalls gleichzeitig zugleich allerdings dennoch daraufhin anschließend zuvor
    vorher bisher schließlich dazu hierzu dafür darüber darauf daran denn doch nur schon
    wörtlich anderem öffentlich offen ausdrücklich scharf heftig zunächst erst kürzlich mehrfach
    deutlich klar abends mittags morgens damals dort hier sich es deshalb daher somit nicht wohl
    offenbar demnach zuletzt einmal immer wieder umgehend sofort lediglich selbst persönlich
    weiters vorab indes derweil abschließend insbesondere allem ihm ihr ihnen uns ihn mir
    abermals nachdrücklich gemeinsam einstimmig übereinstimmend"""
)
TIMES = words(
    """montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montagabend
    dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend
    montagmorgen januar februar märz april mai juni juli august september oktober november
    dezember anfang mitte ende abend morgen nachmittag mittag vormittag nacht woche monat jahr
    wochenende uhr tag heute gestern"""
)
PRONOUNS = words("er sie es man dieser diese beide wir ich jener dieselbe")
# Stand for a person or a body where no noun follows.
STANDING_ALONE = words(
    """dieser diese beide jener jene letzterer letztere letzteres ersterer erstere einige viele
    manche mehrere andere alle derselbe dieselbe letzteren"""
)
DETERMINERS = words(
    """der die das des dem den ein eine einer eines einem einen sein seine seiner seines seinem ihr
    ihre ihrer ihres ihrem kein keine beide beiden mehrere viele einige zwei drei vier fünf
    dieser diese dieses dies jener alle zahlreiche etliche manche andere weitere unser unsere"""
)
# Begin a subject.
NOMINATIVE = words(
    """der die das ein eine sein seine ihr ihre kein keine beide mehrere viele einige zwei drei
    dieser diese dieses alle zahlreiche etliche manche andere weitere er sie es man wir ich"""
)
# Accusative and dative: no subject begins so.
OBJECT_DETERMINERS = words(
    """den dem einen einem seinen seinem ihren ihrem diesen diesem keinen keinem"""
)
# Articles of a genitive.
GENITIVE = words("der des eines einer seiner ihrer dieser seines ihres unserer deren")
# Open a subordinate clause that is no part of what was said.
RELATIVE = words(
    """der die das dem den welche welcher welches bevor nachdem während obwohl weil wobei als"""
)
# Open the clause that tells what was said.
CLAUSE_OPENERS = words(
    """dass daß ob wie warum weshalb wieso wer was wo wann welche welcher welches inwieweit
    inwiefern"""
)
# Stand before a name and are no part of it.
TITLES = words("herr herrn frau dr prof professor professorin sir lord general oberst")
# No nouns, even where they begin a sentence.
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | ADVERBS | PRONOUNS
NUMBER = re.compile(r"\d[\d.,]*%?")
