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
    """zeitung zeitschrift magazin nachrichtenmagazin boulevardzeitung tageszeitung wochenzeitung
    illustrierte sender film filme spielfilm dokumentarfilm roman buch album song lied single
    serie fernsehserie sendung oper musical theaterstück stück gemälde schiff kreuzfahrtschiff
    frachter fähre tanker segelschiff boot hurrikan taifun orkan sturmtief tropensturm
    wirbelsturm zyklon gruppe band initiative projekt operation aktion bündnis organisation
    partei verein stiftung preis programm raumsonde sonde satellit rakete spiel computerspiel
    titel namen name begriff wort bezeichnung codename spitznamen künstlernamen aktenzeichen
    ausstellung restaurant hotel diskothek club kneipe wochenmagazin nachrichtenagentur
    wirtschaftsmagazin blatt reihe konferenz festival flugzeugträger u-boot kampagne
    hilfsorganisation plattform marke sog sogenannte sogenannten sogenannter sogenanntes
    genannte genannten genannter namens betitelten betitelte expedition raumschiff raumfähre
    shuttle tribunal wanderausstellung wettbewerb portal internetportal nachrichtenportal
    kategorie onlineausgabe stadtmagazin nachrichtensendung politmagazin fernsehmagazin
    internetseite website webseite rock-band beinamen beiname prädikat stern planet planeten
    asteroid flugzeug jacht segelyacht thema motto überschrift stichwort beitrag essay gedicht
    märchen comic podcast blog studie aufführung tournee show gala messe bar café cafés lokal
    musikgruppe quiz app software betriebssystem wiki schlagwort sekte miliz terrormiliz
    netzwerk gala-show weltraumteleskop raumfrachter bohrinsel ölplattform u-bahn zug dampfer
    passagierschiff patrouillenboot kriegsschiff fregatte flaggschiff containerschiff
    rettungsschiff forschungsschiff stadtteil modell auszeichnung ehrung medaille pokal segen
    enzyklika
    bestseller bestsellers"""
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
VIEW_NOUNS = words(
    """angaben angabe ansicht meinung auffassung einschätzung aussage aussagen worten bericht
    berichten information informationen darstellung überzeugung schätzung schätzungen
    erkenntnissen mitteilung auskunft einschätzungen medienberichten presseberichten
    agenturberichten polizeiangaben behördenangaben augenzeugenberichten meldung meldungen
    medienangaben bewertung bewertungen berechnung berechnungen analyse analysen rechnung urteil
    lesart vorstellung bekunden bekundung überlieferung vorstellungen prognose prognosen
    ermittlungen beobachtung schilderung rechtsauffassung gutachten studie studien
    umfrage umfragen aufzeichnungen dafürhalten willen wunsch wünschen wunsche schilderungen
    zeugenaussagen vermutung vermutungen behauptung behauptungen annahme annahmen befund befunden
    recherche recherchen untersuchung untersuchungen erhebung erhebungen statistik statistiken
    vorhersage vorhersagen eindruck worte kalkulation kalkulationen nachricht nachrichten
    hochrechnung hochrechnungen expertenmeinung"""
)
_ALONE_ENDINGS = tuple(
    words("angaben berichten meldungen informationen schätzungen aussagen recherchen")
)
_VIEW_ENDINGS = (
    *_ALONE_ENDINGS,
    *words("studie umfrage prognose analyse darstellung einschätzung bericht meldung"),
)
# Of these, those that need nobody beside them: „nach Polizeiangaben“.
BEING_VIEWS = words(
    """polizeiangaben behördenangaben medienberichten presseberichten agenturberichten
    augenzeugenberichten medienangaben regierungsangaben unternehmensangaben berichten meldungen
    zeugenaussagen schätzungen angaben informationen"""
)


def is_document(word: str) -> bool:
    """Whether a noun names something written; its compounds do, too: „Abschlussbericht“."""
    return word in DOCUMENTS or word.endswith(_DOCUMENT_ENDINGS)


def is_view(word: str) -> bool:
    """Whether a noun behind „nach“ says that somebody's view follows: „Angaben“, „Ansicht“."""
    return word in VIEW_NOUNS or word.endswith(_VIEW_ENDINGS)


def stands_alone(word: str) -> bool:
    """Whether a view needs nobody beside it: „nach Polizeiangaben“."""
    return word in BEING_VIEWS or word.endswith(_ALONE_ENDINGS)


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
