"""Forms of German verbs that tell a mood or a finite verb, all in lower case."""

from ..word_lists import words

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
    besitze koste"""
)
# Of these a form is Konjunktiv beyond doubt; the others are also past or present.
CERTAIN_SUBJUNCTIVE = words(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe komme stehe nehme lasse
    halte sehe liege bleibe wisse brauche bringe gelte bestehe bedeute entspreche trage treffe
    ziehe biete gehöre fehle diene reiche schaffe betrage laufe hätten wären befänden bekomme
    verfüge existiere benötige erscheine scheine koste handele gäbe gäben käme kämen"""
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
