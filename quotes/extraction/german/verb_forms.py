"""Forms of German verbs that tell a mood or a finite verb, all in lower case."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import ADVERBS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS

# Konjunktiv I, and the forms of Konjunktiv II that stand in for it, of what is told on.
SUBJUNCTIVE = words(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe komme stehe nehme lasse
    halte sehe finde liege bleibe wisse brauche bringe führe handele handle gelte zeige mache
    bestehe bedeute erwarte entspreche spreche trage treffe ziehe setze stelle biete beginne
    verstoße gehöre fehle leide diene helfe reiche schaffe verliere gewinne betrage laufe
    arbeite denke glaube hoffe fordere verfüge richte sorge steige sinke falle folge erhalte
    verhalte befinde befänden hätten wären würden könnten müssten sollten dürften gäbe gäben
    käme kämen stünde stünden ließe ließen gingen ginge bräuchte bräuchten wüsste wüssten läge
    lägen bekäme bekämen würde hätte wäre könnte müsste sollte dürfte bekomme erscheine rechne
    plane wünsche versuche beabsichtige stimme unterstütze lehne benötige existiere bilde
    verdiene lebe entstehe verhindere erlaube ermögliche zwinge drohe scheine verletze missachte
    besitze koste rufe schreibe verlasse verstehe vertrete beruhe
    ergebe erlebe erreiche ersetze fürchte gefährde genüge gerate geschehe gewähre
    greife hänge herrsche hinterlasse kämpfe kenne klinge lerne liefere löse mangele
    mangle mindere nutze nütze passe prüfe rechtfertige regele reagiere schließe schütze
    schwäche spiele spüre stärke stehle sterbe störe suche teile tue überlebe übernehme
    überrasche überwache umfasse unterliege unterscheide unterschätze untersuche verbessere
    verbiete verbleibe verdanke vergesse verhandele verhandle verkaufe verlange
    vermeide verschärfe verschlechtere verspreche verteidige vertraue verweigere verzichte
    wachse wandle wechsele weigere werfe widerspreche wirke wohne zahle zähle zerstöre
    zögere fange fahre fliege floriere trügen schlüge nähme nähmen fände fänden bliebe
    blieben hielte ergäbe ergäben sähe sähen spräche sprächen täte täten verlöre verlören
    wüchse zöge zögen entspräche entstünde entstünden bestünde bestünden träfe träfen
    bereite warte leiste rate trete bestreite"""
)
# Of these a form is Konjunktiv beyond doubt; the others are also past or present.
CERTAIN_SUBJUNCTIVE = words(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe komme stehe nehme lasse
    halte sehe liege bleibe wisse brauche bringe gelte bestehe bedeute entspreche trage treffe
    ziehe biete gehöre fehle diene reiche schaffe betrage laufe hätten wären befänden bekomme
    verfüge existiere benötige erscheine scheine koste handele gäbe gäben käme kämen drohe
    befinde verhalte stelle setze zeige führe spreche liefere werfe prüfe plane verstoße beruhe
    hänge herrsche umfasse unterliege verbleibe übernehme erwarte rechne beginne"""
)
# Finite forms of the commonest verbs.
FINITE = words(
    """ist sind war waren bin bist seid wird werden wurde wurden hat haben hatte hatten kann können
    konnte konnten muss müssen musste mussten soll sollen sollte sollten darf dürfen durfte will
    wollen wollte wollten mag gibt gab geht gehen ging kommt kommen kam steht stehen stand
    bleibt bleiben blieb macht machen machte nimmt nehmen nahm lässt lassen ließ sieht sehen sah
    hält halten hielt findet finden fand liegt liegen lag weiß wissen wusste braucht brauchen
    bringt bringen brachte führt führen gilt gelten galt zeigt zeigen heißt heißen tut tun tat
    spricht sprechen sprach glaube glauben glaubt denke denken denkt hoffe hoffen hofft habe
    bedeutet wäre hätte würde würden könnte könnten müsste dürfte fordern fordert erwarten
    erwartet werde freue freuen danke danken möchte möchten schafft schaffen trägt tragen lebt
    leben stirbt sterben verdient verlangt stellt stellen setzt setzen kämpfen kämpft bedauern
    gehört gehören fehlt fehlen kostet beginnt endet entsteht brauche arbeiten arbeitet"""
)
# Take a participle at the end of their clause.
AUXILIARIES = words("hat haben habe hatte hatten wurde wurden wird werden worden")
PASSIVE = words("wurde wurden wird werden worden sei seien ist sind")

# Look like a Konjunktiv („er prüfe“), and are adverbs.
_NO_VERBS = words("gerne lange beinahe nahe alleine live leise solche")
_BEFORE_VERB = words("er sie es man")
_AFTER_VERB = DETERMINERS | PREPOSITIONS | ADVERBS
_SHORTEST = 4
_NO_ENDINGS = ("te", "weise", "ive")


def is_subjunctive(tokens: Tokens, place: int) -> bool:
    """Whether a token is a verb in the Konjunktiv: one on the list, or „prüfe“ in „man prüfe“."""
    word = tokens.lower[place]
    if not tokens.words[place][:1].islower():
        return False
    return word in SUBJUNCTIVE or _looks_subjunctive(tokens, place)


def is_certainly_subjunctive(tokens: Tokens, place: int) -> bool:
    """Whether it is a form on the list that is no other mood beyond doubt."""
    return tokens.words[place][:1].islower() and tokens.lower[place] in CERTAIN_SUBJUNCTIVE


def _looks_subjunctive(tokens: Tokens, place: int) -> bool:
    """A word in -e beside a pronoun, or between a noun and what is no noun."""
    word, lower = tokens.lower[place], tokens.lower
    if not word.endswith("e") or word.endswith(_NO_ENDINGS) or len(word) < _SHORTEST:
        return False
    if word in FUNCTION_WORDS or word in FINITE or word in _NO_VERBS or not word.isalpha():
        return False
    after = place + 1
    is_last = after >= len(lower)
    if place and lower[place - 1] in _BEFORE_VERB:
        return is_last or not tokens.is_capital(after)
    if not is_last and lower[after] in _BEFORE_VERB:
        return True
    if not place or not tokens.is_capital(place - 1) or lower[place - 1] in FUNCTION_WORDS:
        return False
    return not is_last and (lower[after] in _AFTER_VERB or tokens.words[after] == ",")
