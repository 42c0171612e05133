"""German verbs of saying in the forms that the news use, all in lower case."""

from ..word_lists import by_verb, words


def weak(stems: str) -> frozenset[str]:
    """The indicative forms of regular verbs, of their stems: „sag“ → sagt, sagen, sagte, sagten."""
    return frozenset(
        stem + ("e" if stem[-1] in "dt" else "") + ending
        for stem in words(stems)
        for ending in ("t", "n" if stem[-1] in "dt" else "en", "te", "ten")
    )


# Take what was said.
SAYING = weak(
    """klag sag erklär betont beton mein äußer behaupt kritisier bestätig versicher mahn
    argumentier erläuter verkünd verlaut verlautbar vermut räum teil kündig füg frag begründ lob
    begrüß bekräftig beurteil bewert kennzeichn wert stuf umschreib prophezei schätz verlang
    plädier appellier droh beklag dementier konstatier resümier bilanzier twitter post
    kommentier beteuer beschwer bemerk formulier erzähl schilder informier monier rüg zweifel
    bezweifel signalisier prognostizier beschuldig befürcht hoff glaub zitier stimm bedauer
    würdig attestier unterstell rechtfertig verteidig skandier dank gratulier beanstand beziffer
    spekulier charakterisier titel erinner urteil führ einräum präzisier reagier mutmaß
    unterstreich schlussfolger warn folger deut"""
) | words(
    """berichte berichtet berichten berichtete berichteten antworte antwortet antworten antwortete
    antworteten fordere fordert fordern forderte forderten melde meldet melden meldete meldeten
    bedauern äußern erwidert erwidern erwiderte erwiderten schreibt schreiben schrieb schrieben
    verspricht versprechen versprach versprachen gab gaben gibt geben wies wiesen weist hob
    hoben hebt stellte stellten stellt rief riefen ruft bezeichnet bezeichnen bezeichnete
    bezeichneten nannte nannten nennt nennen spricht sprechen sprach sprachen verurteilt
    verurteilen verurteilte verurteilten unterstrich unterstrichen bestreitet bestreiten
    bestritt bestritten lehnt lehnte lehnten hieß heißt gesteht gestand gestanden entgegnet
    entgegnete entgegneten beschreibt beschreiben beschrieb beschrieben vertritt vertreten
    vertrat vertraten wirft werfen warf warfen rechnet rechnen rechnete ließ ließen lässt
    vereinbarten vereinbarte einigten empfiehlt empfehlen empfahl empfahlen rät riet ging geht
    gehen gingen wirbt warb setzt setzte sieht sah hält hielt halten hielten bat baten bittet
    verweist verweisen verwies verwiesen wandte wandten fasste zeigte zeigten zeigt freut freute
    schlug schlugen schlägt hervorhob kam erläutern ergänzt ergänzte ergänzten ergänzen stieß
    bekundet bekundete bekundeten wunderte befand befanden kontert konterte widerspricht
    widersprach widersprachen trat tritt treten traten"""
)
# Participles and infinitives at the end of a clause: „hat … gefordert“, „wie … mitteilte“.
AT_THE_END = words(
    """gesagt erklärt betont gemeint berichtet geäußert geantwortet behauptet geschrieben gewarnt
    gefordert kritisiert bestätigt versichert versprochen gemahnt erläutert ergänzt verkündet
    verlautbart vermutet gemeldet eingeräumt mitgeteilt angekündigt bekanntgegeben hingewiesen
    hinzugefügt hervorgehoben festgestellt klargestellt begründet bezeichnet genannt gesprochen
    begrüßt verurteilt bekräftigt unterstrichen verlangt plädiert appelliert gedroht beklagt
    bedauert dementiert bestritten zitiert angegeben zugegeben zugesagt ausgesprochen mitteilte
    mitteilten mitteilt mitteilen ankündigte ankündigten ankündigt angab angaben angibt
    hinzufügte hervorhob feststellte klarstellte einräumte einräumten bekanntgab bekanntgaben
    hinwies zugab ausführte ausführten aufrief aufgerufen vorgeworfen vorgeschlagen gebeten
    zugesichert aufgefordert zurückgewiesen abgelehnt eingestuft beschrieben gewertet
    kommentiert gelobt gewürdigt abgetan beurteilt bewertet formuliert geschildert erzählt
    wissen verlauten"""
)
# Say something only with one of these words behind them: „teilte … mit“, „gab … bekannt“.
PARTICLES = {
    verb: words(wanted)
    for verb, wanted in by_verb(
        {
            "mit": "teilte teilten teilt teilen reagierte reagierten",
            "an": "kündigte kündigten kündigt deutete deutet deuteten kündigen deuten",
            "bekannt an zu ab": "gab gaben",
            "bekannt an zu": "gibt geben",
            "hin zurück darauf": "wies wiesen weist",
            "hinzu an": "fügte fügten fügt",
            "hervor": "hob hoben hebt",
            "fest klar": "stellte stellten stellt",
            "ein": "räumte räumten räumt setzte setzt räumen",
            "auf dazu :": "rief riefen",
            "auf dazu": "ruft",
            "ab": "lehnte lehnten lehnt",
            "zusammen": "fasste",
            "überzeugt sich": "zeigte zeigten zeigt",
            "vor": "warf warfen wirft schlug schlugen schlägt werfen",
            "von vom sich aus": "sprach sprachen spricht sprechen",
            "davon": "ging geht gehen gingen",
            "verlauten wissen mitteilen verlautbaren": "ließ",
            "verlauten wissen mitteilen": "ließen",
            "überein darin": "stimmte stimmten stimmt stimmen",
            "auffassung ansicht meinung standpunkt": "vertrat vertreten vertraten",
            "auffassung ansicht meinung": "vertritt",
            "es in": "hieß heißt",
            "damit": "rechnet rechnete rechnen",
            "darin": "sah sieht",
            "darauf": "einigten",
            "für entgegen": "hielt hält",
            "für": "halten hielten trat tritt treten traten wirbt warb",
            "ein gegen": "wandte wandten",
            "aus": "führt führte führten führen",
            "": "kam stieß",
            "hinzu": "fügen",
        }
    ).items()
}
