"""German nouns by what they name: documents, names to come, offices and bodies."""

from ..word_lists import words

DOCUMENTS = words(
    """erklärung stellungnahme bericht brief mitteilung pressemitteilung schreiben studie gutachten
    gesetz urteil vertrag artikel dokument dokumente papier text umfrage statistik meldung
    interview tweet beitrag blog buch aufruf resolution entschließung beschluss vermerk notiz
    communiqué kommuniqué begründung anklage anklageschrift antrag appell bekennerschreiben
    bekennervideo grundgesetz verfassung verordnung richtlinie petition plakat plakate
    transparent transparente banner schild presseerklärung medienmitteilung protokoll e-mail
    mail website webseite homepage internetseite abkommen vereinbarung programm manifest
    grußwort telegramm"""
)
_DOCUMENT_ENDINGS = tuple(
    words(
        """bericht erklärung mitteilung schreiben entwurf gesetz studie artikel brief
        gutachten papier vertrag urteil umfrage meldung dokument vermerk"""
    )
)
# Before marks they say that a name or a title follows.
_NAME_NOUNS = words(
    """illustrierte filme lied single oper musical theaterstück stück gemälde frachter fähre tanker
    boot taifun orkan sturmtief tropensturm wirbelsturm zyklon band operation aktion bündnis
    organisation partei verein stiftung raumsonde sonde satellit rakete spiel computerspiel
    titel namen name begriff wort bezeichnung codename spitznamen künstlernamen aktenzeichen
    ausstellung restaurant hotel diskothek club kneipe reihe konferenz flugzeugträger u-boot
    hilfsorganisation plattform marke sog sogenannte sogenannten sogenannter sogenanntes
    genannte genannten genannter namens betitelten betitelte expedition raumfähre shuttle
    tribunal wanderausstellung wettbewerb kategorie onlineausgabe internetseite website webseite
    rock-band beinamen beiname prädikat stern planet planeten asteroid flugzeug jacht segelyacht
    thema motto überschrift stichwort beitrag essay gedicht märchen comic podcast blog studie
    aufführung tournee show gala messe bar café cafés lokal quiz app software betriebssystem
    wiki schlagwort sekte miliz terrormiliz netzwerk gala-show weltraumteleskop raumfrachter
    bohrinsel ölplattform u-bahn zug dampfer patrouillenboot fregatte stadtteil modell
    auszeichnung ehrung medaille pokal segen enzyklika bestseller bestsellers"""
)
_NAME_ENDINGS = tuple(
    words(
        """zeitung magazin sender film roman schiff hurrikan gruppe projekt zeitschrift
        sendung serie blatt portal agentur album song buch festival initiative programm
        kampagne preis orden klasse typs typ"""
    )
)
# Name an office, a profession or a body.
_ROLE_ENDINGS = tuple(
    words(
        """sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin
        chef chefin vorsitzende vorsitzender vorsitzenden direktor leiter leiterin
        experte experten expertin polizei behörde behörden ministerium regierung partei
        fraktion verband gewerkschaft agentur zeitung magazin sender gericht anwalt
        anwältin staatsanwaltschaft richter forscher wissenschaftler politiker
        politikerin abgeordnete abgeordneter sekretär botschafter bischof papst könig
        trainer autor autorin professor augenzeugen zeugen kritiker gegner demonstranten
        veranstalter unternehmen konzern organisation rat kommission seiten parteien
        länder medien amt institut bürgermeister senator senatorin gouverneur kommissar
        kommissarin generalsekretär beamter beamte mitarbeiter vertreter bundestag
        landtag vater mutter nachbarn anwohner feuerwehr armee stellvertreter
        präsidentschaftskandidat kollege kollegin ministers präsidenten kandidat
        kandidatin verein bündnis stiftung klub union bund kanzleramt premier inspekteur
        general oberst"""
    )
)
_MEDIA_ENDINGS = tuple(
    words(
        """zeitung agentur magazin bbc cnn presse taz faz dpa afp ard zdf illustrierten
        zeitschrift"""
    )
)
# Somebody who speaks for a medium: „der Chefredakteur der Zeitung“.
_SPEAKING_FOR_ENDINGS = tuple(words("""sprecher sprecherin chef redakteur reporter"""))
_FEMININE_ENDINGS = tuple(
    words(
        """ung heit keit schaft ion tät ei erin orin istin antin rin behörde presse kirche
        stadt bahn firma familie mutter frau justiz armee bundeswehr feuerwehr
        agentur kammer gruppe bank hamas nato spd cdu csu fdp afd eu uno
        linken bbc ard dpa afp faz taz"""
    )
)
_NOT_FEMININE = words("sprung schwung ursprung vorsprung robin martin benjamin")
# „nach Angaben …“, „nach Ansicht …“.
_VIEW_NOUNS = words(
    """angabe ansicht meinung auffassung aussage worten information überzeugung schätzung
    erkenntnissen mitteilung auskunft bewertung bewertungen berechnung berechnungen analysen
    rechnung urteil lesart vorstellung bekunden bekundung überlieferung vorstellungen
    prognosen ermittlungen beobachtung schilderung rechtsauffassung gutachten studien
    umfragen aufzeichnungen dafürhalten willen wunsch wünschen wunsche schilderungen
    vermutung vermutungen behauptung behauptungen annahme annahmen befund befunden recherche
    untersuchung untersuchungen erhebung erhebungen statistik statistiken vorhersage
    vorhersagen eindruck worte kalkulation kalkulationen nachricht nachrichten hochrechnung
    hochrechnungen expertenmeinung"""
)
# Of these, and of their compounds, those that need nobody beside them: „nach Polizeiangaben“ …
_ALONE_ENDINGS = tuple(
    words("angaben berichten meldungen informationen schätzungen aussagen recherchen")
)
# … and the other ones that have compounds.
_VIEW_ENDINGS = (
    *_ALONE_ENDINGS,
    *words("studie umfrage prognose analyse darstellung einschätzung bericht meldung"),
)


def is_document(word: str) -> bool:
    """Whether a noun names something written; its compounds do, too: „Abschlussbericht“."""
    return word in DOCUMENTS or word.endswith(_DOCUMENT_ENDINGS)


def is_view(word: str) -> bool:
    """Whether a noun behind „nach“ says that somebody's view follows: „Angaben“, „Ansicht“."""
    return word in _VIEW_NOUNS or word.endswith(_VIEW_ENDINGS)


def stands_alone(word: str) -> bool:
    """Whether a view needs nobody beside it: „nach Polizeiangaben“."""
    return word.endswith(_ALONE_ENDINGS)


def is_role(word: str) -> bool:
    """Whether a noun names an office, a profession or a body: no part of a person's name."""
    return word.endswith(_ROLE_ENDINGS)


def is_announced_by(word: str) -> bool:
    """Whether a noun announces a name or a title in marks."""
    return word in _NAME_NOUNS or word.endswith(_NAME_ENDINGS)


def is_feminine(word: str) -> bool:
    """Whether a noun is feminine by its form: „der Regierung“ is no subject."""
    return word.endswith(_FEMININE_ENDINGS) and word not in _NOT_FEMININE


def is_medium(word: str) -> bool:
    """Whether a noun names a newspaper, an agency or a broadcaster."""
    return word.endswith(_MEDIA_ENDINGS)


def speaks_for_medium(word: str) -> bool:
    """Whether a genitive of a medium belongs to the noun: „der Chefredakteur der Zeitung“."""
    return word.endswith(_SPEAKING_FOR_ENDINGS)
