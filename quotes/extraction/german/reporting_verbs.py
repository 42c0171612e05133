"""German verbs of saying in the forms that the news use, all in lower case."""

from ..word_lists import by_verb, words

# Stems with an “e” before each ending: „wertet“, „kennzeichnete“ …
_WITH_E = ("d", "t", "chn")
# … and without one before the “n”: „folgern“, though „kritisieren“ and „beschweren“ have it.
_WITHOUT_E, _WITH_E_AFTER_ALL = ("el", "er"), ("ier", "schwer")


def weak(stems: str) -> frozenset[str]:
    """The indicative forms of regular verbs, of their stems: „sag“ → sagt, sagen, sagte, sagten."""
    return frozenset(form for stem in words(stems) for form in _indicative(stem))


def _indicative(stem: str) -> tuple[str, ...]:
    singular = stem + ("et" if stem.endswith(_WITH_E) else "t")
    is_without = stem.endswith(_WITHOUT_E) and not stem.endswith(_WITH_E_AFTER_ALL)
    return singular, stem + ("n" if is_without else "en"), singular + "e", singular + "en"


# Take what was said, without any further word.
_BY_THEMSELVES = weak(
    """klag sag erklär betont beton mein äußer behaupt kritisier bestätig versicher mahn argumentier
    erläuter verkünd verlaut verlautbar vermut frag begründ lob begrüß bekräftig beurteil bewert
    kennzeichn wert stuf umschreib prophezei schätz verlang plädier appellier droh beklag dementier
    konstatier resümier bilanzier twitter post kommentier beteuer beschwer bemerk formulier erzähl
    schilder informier monier rüg zweifel bezweifel signalisier prognostizier beschuldig befürcht
    hoff glaub zitier bedauer würdig attestier unterstell rechtfertig verteidig skandier dank
    gratulier beanstand beziffer spekulier charakterisier titel erinner urteil einräum präzisier
    reagier mutmaß unterstreich schlussfolger warn folger jubel scherz witzel polter schimpf höhn
    spott stichel schwärm staun seufz stöhn flüster jammer enthüll offenbar propagier postulier
    beschwichtig frohlock läster moser nörgel raun sinnier unk verdeutlich vermeld vermerk wiederhol
    zürn zeter gelob insistier ermahn ersuch untermauer bemängel rüffel geißel brandmark
    diagnostizier analysier taxier kalkulier kolportier referier notier replizier relativier stammel
    garantier beantrag bejah vernein wetter attackier thematisier pranger sicher drück schränk hak
    fürcht wünsch befürwort verharmlos beschimpf titulier"""
) | words(
    """berichte berichtet berichten berichtete berichteten antworte antwortet antworten antwortete
    antworteten fordere fordert fordern forderte forderten melde meldet melden meldete meldeten
    bedauern äußern erwidert erwidern erwiderte erwiderten schreibt schreiben schrieb schrieben
    verspricht versprechen versprach versprachen bezeichnet bezeichnen bezeichnete bezeichneten
    nannte nannten nennt nennen verurteilt verurteilen verurteilte verurteilten unterstrich
    unterstrichen bestreitet bestreiten bestritt bestritten gesteht gestand gestanden entgegnet
    entgegnete entgegneten beschreibt beschreiben beschrieb beschrieben vereinbarten vereinbarte
    empfiehlt empfehlen empfahl empfahlen rät riet bat baten bittet verweist verweisen verwies
    verwiesen freut freute hervorhob erläutern ergänzt ergänzte ergänzten ergänzen schwor schworen
    schwört beschwor beschworen verriet verrieten verrät rieten lautet lautete entgegnen erwähnt
    erwähnte erwähnten erwähnen bekannte bekennt bekundet bekundete bekundeten wunderte befand
    befanden kontert konterte widerspricht widersprach widersprachen warben"""
)
# Verbs by the word that stands behind them in a main clause, and is one with them at its end:
# „merkte … an“, „wie X anmerkte“.
_SEPARABLE = {
    "an": """kündigte kündigten kündigt kündigen deutete deuteten deutet deuten merkte merkten
        merkt merken mahnte mahnten mahnt mahnen prangerte prangerten prangert prangern ordnete
        ordneten ordnet regte regten regt regen zweifelte zweifelten zweifelt
        führte führten führt gab gaben gibt geben""",
    "mit": "teilte teilten teilt teilen",
    "hinzu": "fügte fügten fügt fügen setzte setzten setzt",
    "hervor": "hob hoben hebt heben",
    "ein": """räumte räumten räumt räumen wandte wandten wendet wenden schätzte schätzten schätzt
        stufte stuften stuft schränkte schränkten schränkt lenkte""",
    "zu": "gab gaben gibt geben sicherte sicherten sichert sichern sagte sagten",
    "aus": """führte führten führt führen drückte drückten drückt sprach sprachen schloss
        schlossen schließt schließen plauderte""",
    "auf": "rief riefen ruft rufen forderte forderten fordert fordern zeigte zeigten zeigt",
    "fest": "stellte stellten stellt stellen hielt hielten hält",
    "klar": "stellte stellten stellt stellen machte machten macht machen",
    "deutlich": "machte machten macht machen",
    "geltend": "machte machten macht machen",
    "bekannt": "gab gaben gibt geben machte machten macht",
    "vor": """warf warfen wirft werfen schlug schlugen schlägt schlagen hielt hielten hält brachte
        brachten bringt trug trugen trägt""",
    "zurück": "wies wiesen weist weisen",
    "hin": "wies wiesen weist weisen",
    "voraus": "sagte sagten sagt sagen",
    "nahe": "legte legten legt legen",
    "dar": "legte legten legt legen",
    "nach": "legte legten legt hakte hakten hakt setzte",
    "fort": "fuhr fuhren fährt",
    "ab": "lehnte lehnten lehnt lehnen stritt stritten streitet streiten",
    "entgegen": "hielt hielten hält setzte setzten setzt trat traten tritt",
}
# Participles and infinitives at the end of a clause: „hat … gefordert“, „wie … mitteilte“.
AT_THE_END = words(
    """gesagt erklärt betont gemeint berichtet geäußert geantwortet behauptet geschrieben gewarnt
    gefordert kritisiert bestätigt versichert versprochen gemahnt erläutert ergänzt verkündet
    verlautbart vermutet gemeldet eingeräumt mitgeteilt angekündigt bekanntgegeben hingewiesen
    hinzugefügt hervorgehoben festgestellt klargestellt begründet bezeichnet genannt gesprochen
    begrüßt verurteilt bekräftigt unterstrichen verlangt plädiert appelliert gedroht beklagt
    bedauert dementiert bestritten zitiert angegeben zugegeben zugesagt ausgesprochen aufgerufen
    vorgeworfen vorgeschlagen gebeten zugesichert aufgefordert zurückgewiesen abgelehnt eingestuft
    beschrieben gewertet kommentiert gelobt gewürdigt abgetan beurteilt bewertet formuliert
    geschildert erzählt wissen verlauten angemerkt angeprangert angemahnt angeordnet angeregt
    angedeutet ausgeführt dargelegt nahegelegt eingewandt eingewendet hinzugesetzt vorausgesagt
    vorhergesagt vorgebracht abgestritten beteuert prognostiziert signalisiert gefragt geklagt
    geschimpft gehofft geschätzt beziffert enthüllt verraten geraten empfohlen beantragt beschuldigt
    bemängelt moniert gerügt unterstellt attestiert bescheinigt bezweifelt aufgezeigt geschworen
    ausgedrückt erwähnt angeführt beschworen getwittert gepostet bekundet beantwortet entgegnet
    erwidert konstatiert gegeben gemacht gestellt gebracht"""
) | {part + verb for part, verbs in _SEPARABLE.items() for verb in verbs.split()}
# Take in the dative whom it is told: „sagte der „Welt““.
TELLING = words("sagte sagten sagt erklärte erklärten bestätigte bestätigten teilte teilten")
# At the end only with one of these words right before them: „hat … bekannt gegeben“.
WITH_WORD_BEFORE = {
    verb: words(wanted)
    for verb, wanted in by_verb(
        {
            "bekannt": "gegeben",
            "bekannt deutlich klar geltend bedingung": "gemacht",
            "aussicht frage klar fest": "gestellt",
            "ausdruck gespräch spiel": "gebracht",
        }
    ).items()
}
_SAYING_ALONE = words(
    """sagte sagten sagt sagen forderte forderten fordert fordern mahnte mahnten mahnt schätzte
    schätzten schätzt"""
)
_WITH_WORDS = by_verb(
    {
        "mit": "reagierte reagierten",
        "bedenken protokoll verstehen erkennen": "gab gaben gibt geben",
        "zurück darauf": "wies wiesen weist",
        "aussicht frage": "stellte stellten stellt",
        "dazu :": "rief riefen",
        "dazu": "ruft",
        "zusammen": "fasste",
        "überzeugt sich": "zeigte zeigten zeigt",
        "von vom sich aus": "sprach sprachen spricht sprechen",
        "davon": "ging geht gehen gingen",
        "verlauten wissen mitteilen verlautbaren ausrichten durchblicken": "ließ ließen lässt",
        "überein darin": "stimmte stimmten stimmt stimmen",
        "auffassung ansicht meinung standpunkt these": "vertrat vertraten vertritt vertreten",
        "es in": "hieß heißt",
        "damit mit": "rechnet rechnete rechnen rechneten",
        "darin": "sah sieht",
        "darauf": "einigten bestand bestanden besteht bestehen",
        "darauf auf": "beharrte beharrten beharrt beharren pochte pochten pocht pochen drängte "
        "drängten drängt drängen berief beriefen beruft berufen",
        "für": "halten hielten hält hielt trat tritt treten traten wirbt warb",
        "ein gegen": "wandte wandten wendet wenden setzt setzte",
        "ausdruck gespräch spiel": "brachte brachten bringt bringen",
        "ergebnis schluss ansicht auffassung": "kam kamen kommt kommen",
        "aufmerksam": "machte machten macht machen",
        "": "stieß",
    }
)


def _particles() -> dict[str, frozenset[str]]:
    wanted: dict[str, set[str]] = {}
    for part, verbs in _SEPARABLE.items():
        for verb in verbs.split():
            if verb not in _SAYING_ALONE:
                wanted.setdefault(verb, set()).add(part)
    for verb, those in _WITH_WORDS.items():
        wanted.setdefault(verb, set()).update(those.split())
    return {verb: frozenset(those) for verb, those in wanted.items()}


# Say something only with one of these words behind them: „teilte … mit“, „gab … bekannt“.
PARTICLES = _particles()
# Take what was said.
SAYING = _BY_THEMSELVES | frozenset(PARTICLES)
# Of those with such a word, the ones that without it tell of other things far more often.
SELDOM_SAYING = words(
    """machte machten macht machen brachte brachten bringt bringen kam kamen kommt kommen
    bestand bestanden besteht bestehen legte legten legt legen schloss schlossen schließt
    schließen drückte drückten drückt sicherte sicherten sichert sichern schränkte schränkten
    schränkt ordnete ordneten ordnet regte regten regt regen fuhr fuhren fährt merkte merkten
    merkt berief beriefen beruft hakte hakten hakt trug trugen trägt"""
)
