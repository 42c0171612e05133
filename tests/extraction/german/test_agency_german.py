"""Sentences as German agencies and newspapers write them, one for each turn of phrase."""

import pytest

from tests.extraction.sentences import assert_found

BEHIND_A_QUOTATION = """
„[Wir werden die Verhandlungen fortsetzen]“, sagte {Minister Tal} <der Agentur Reuters>.
„[Wir werden die Verhandlungen fortsetzen]“, sagte {Tal} am Dienstag vor Journalisten in Brüssel.
„[Wir werden die Verhandlungen fortsetzen]“, twitterte {Holm}.
„[Wir werden die Verhandlungen fortsetzen]“, hieß es aus {dem Ministerium}.
„[Wir werden die Verhandlungen fortsetzen]“, heißt es in {dem Schreiben}, das der Zeitung vorliegt.
„[Wir werden die Verhandlungen fortsetzen]“, ließ {der Minister} mitteilen.
„[Wir werden die Verhandlungen fortsetzen]“, gab sich {Holm} zuversichtlich.
„[Wir werden die Verhandlungen fortsetzen]“, so {der 45-Jährige}.
„[Wir werden die Verhandlungen fortsetzen]“, so {letztere}.
„[Wir werden die Verhandlungen fortsetzen]“, lautet {das Fazit der Studie}.
„[Wir werden die Verhandlungen fortsetzen]“, wird {Holm} in der Mitteilung zitiert.
„[Das ist ein schwarzer Tag]“, sagte {Tal} und fügte hinzu: „[Wir werden daraus lernen.]“
„[Das ist ein schwarzer Tag]“, meinte dazu {der Chef der Gewerkschaft Verdi, Frank Holm}.
„[Das ist ein schwarzer Tag]“, klagte {Gewerkschaftschef Frank Holm} im ZDF.
„[Das ist ein schwarzer Tag]“, rief {sie} ihren Anhängern zu.
„[Das ist ein schwarzer Tag]“, empörte sich {die Abgeordnete}.
„[Das ist ein schwarzer Tag]“ – mit diesen Worten entschuldigte sich {Holm}.
„[Das war ein Fehler]“, räumte {Vorstandschef Karl Tal} ein.
„[Das war ein Fehler]“, fasste {Tal} die Lage zusammen.
„[Das war ein Fehler]“, machte {Tal} deutlich.
„[Das war ein Fehler]“, so {Tal} im Interview mit der „Zeit“.
„[Das war ein Fehler]“, schreibt {die „Berliner Zeitung“}.
„[Wir wollen mehr]“, zitiert {die Zeitung} aus dem Papier.
„[Wir sind am Ende. Wir geben auf.]“ Das sagte {Tal} am Montag.
„[Wir sind am Ende]“, stand auf einem Transparent.
Mit den Worten „[Wir treten an]“ eröffnete {Tal} den Parteitag.
„[Wir treten an]“, sagte {Tal} nach Angaben der Agentur Interfax.
„[Wir treten an]“, sagte {die Vorsitzende} <der „Bild am Sonntag“>.
„[Wir treten an]“, sagte der „Welt“ {Parteichef Tal}.
"""
BEFORE_A_COLON = """
{Tal} sagte laut Mitteilung: „[Wir treten an.]“
{Tal} wird mit den Worten zitiert: „[Wir treten an.]“
{Holm} wörtlich: „[Wir haben alles versucht.]“
Dazu {Holm}: „[Wir haben alles versucht.]“
{Holm} weiter: „[Wir haben alles versucht und sind gescheitert.]“
{Holm} legte nach: „[Das war noch nicht alles.]“
{Holm} reagierte mit Unverständnis: „[Das ist doch absurd.]“
In {einer Mitteilung des Konzerns} heißt es: „[Wir haben alles versucht.]“
Auf {der Internetseite der Partei} heißt es: „[Wir haben alles versucht.]“
Im Gespräch mit der „Süddeutschen Zeitung“ sagte {Holm}: „[Wir haben alles versucht.]“
"""
FRAGMENTS = """
{Holm} nannte die Lage „[sehr ernst]“.
{Holm} bezeichnete die Lage als „[sehr ernst]“ und die Vorwürfe als „[absurd]“.
Von einem „[schwarzen Tag für die Demokratie]“ sprach {Oppositionsführer Tal}.
{Holm} zeigte sich „[tief betroffen]“ über den Tod der Kinder.
{Holm} riet zu „[Ruhe und Geduld]“.
{Holm} warnte vor „[voreiligen Schlüssen]“.
{Holm} rechnet mit einem „[harten Winter]“.
Als „[Schlag ins Gesicht]“ bezeichnete {der Verband} die Pläne.
Als „[völlig inakzeptabel]“ wies {die Ministerin} den Vorschlag zurück.
[Die Lage ist laut {Holm} „[sehr ernst]“].
{Holm} zufolge [ist die Lage „[sehr angespannt]“].
{Holm} sagte, [die Regierung habe „[kläglich versagt]“].
{Holm} warf der Regierung „[Versagen auf ganzer Linie]“ vor.
{Das Amt} warnt vor [der Pille „Leichte Linie“].
[Die Lage sei „[sehr ernst]“], sagte {Holm}.
[Die Mehrheit handle „[sehr maßvoll]“], so {Holm}.
[Das sei „[ein Skandal]“], empörte sich {Holm}.
"""
SEPARABLE_VERBS = """
{Der Verband} pocht darauf, [dass die Zusagen eingehalten werden].
{Der Verband} drängt darauf, [die Zusagen einzuhalten].
{Die Behörde} ordnete an, [dass die Halle geräumt wird].
{Holm} merkte an, [die Zahlen seien veraltet].
{Holm} stellte in Aussicht, [dass die Steuern sinken].
{Holm} gab zu bedenken, [dass die Kosten steigen].
{Holm} machte deutlich, [dass es keine Ausnahmen geben werde].
{Holm} brachte ins Gespräch, [die Wahl zu verschieben].
{Holm} sicherte zu, [dass niemand seine Stelle verliert].
{Holm} vertrat die Auffassung, [die Lage sei ernst].
Wie {die Polizei} am Montag bekannt gab, [wurde niemand verletzt].
{Die Polizei} hat bekannt gegeben, [dass niemand verletzt wurde].
"""
SOURCES = """
Wie es in {dem Bericht} heißt, [wurde die Entscheidung vertagt].
Wie {der Sender RBB} unter Berufung auf die Polizei berichtet, [wurde niemand verletzt].
Den Angaben {der Polizei} zufolge [wurde niemand verletzt].
Berichten {der Zeitung} zufolge [wurde niemand verletzt].
[Es gab {Schätzungen} zufolge viele Verletzte].
Nach Schätzungen {britischer Behörden} [wurden viele verletzt].
Nach Ansicht {einiger Juristen} [ist das Gesetz ungültig].
Nach {Bahnangaben} [wurde niemand verletzt].
Nach {einer neuen Studie} [sinkt die Zahl der Unfälle].
Nach {Holms} Meinung [ist die Brücke sicher].
Laut Auskunft {des Ministeriums} [wird der Fall geprüft].
Aus Sicht {des Ministers} [ist die Brücke sicher].
Nach Angaben {des Direktors, Rita Holm}, [ist die Brücke sicher].
Nach Angaben von {Rita Holm, der Leiterin des Museums}, [ist die Brücke sicher].
Aus {Regierungskreisen} verlautete, [dies sei nur Spekulation].
"""
SPEAKERS = """
{Holm} warf der Regierung vor, [sie habe versagt].
Der „Süddeutschen Zeitung“ sagte {Holm}, [die Lage sei ernst].
Im „Morgenmagazin“ sagte {Holm}, [die Lage sei ernst].
{Der Trainer von Köln, Rita Holm}, erklärte, [die Lage sei ernst].
{Die Partei}, auf deren Listen sie antrat, erklärte, [die Lage sei ernst].
In einem Interview sagte {dieser}, [dass die Lage ernst sei].
{Einige} vertreten die Auffassung, [die Lage sei ernst].
{Die Ministerin} lehnte es ab, [die Akten offenzulegen].
{Rita Holm, Obfrau der Partei im Ausschuss}, warf der Regierung [mangelnden Einsatz für alle] vor.
{Die das Unglück überlebende Anna Holm}, 30, sagte: „[Die See war wirklich rau.]“
In {einem internen Schreiben} ist von einem „[offenen Dialog]“ die Rede.
[{Der Bruder des Papstes, Georg Holm}, war nach eigenem Bekunden eingeweiht].
{Herr Anton Tal – der Minister des Landes – und Herr Bernd Holm} bekräftigten [ihre Treue zum Land].
Berlin (dpa) - {Minister Holm} hat [die Pläne der Union für den Bau] begrüßt.
Berlin/Bonn (dpa/AFP) – Nach Angaben {der Polizei} [wurde niemand verletzt].
{Sie} warf dem Minister vor, [„[die Daten aller Bürger]“ zu missbrauchen].
„[Willkommen an Bord]“, begrüßte {Kommandant Oleg Tarow} die vier Astronauten.
Ende Januar verkündete {der Verband}, [dass er sich bewerben werde].
"""
NOUNS_OF_SAYING = """
Die Polizei wies den Vorwurf {der Opposition}, [sie habe zu spät gehandelt], zurück.
{Die Stadt} lehnte den Bau mit der Begründung ab, [das Geld sei knapp].
{Der Richter} ist der Ansicht, [dass das Gesetz ungültig ist].
Trotz einer Warnung {der Behörden}, [das Wasser zu trinken], kamen viele.
"""
JUDGEMENTS = """
{Die Regierung} bezeichnete [den Anschlag als Angriff auf alle].
{Der Verband} hält [die Kritik der Opposition für berechtigt].
{Der Minister} stufte [das Verfahren als überflüssig] ein.
{Holm} sprach sich [gegen den Bau der Brücke] aus.
{Holm} hat sich [für eine Reform des Verbands] ausgesprochen.
{Der Verband} hat dem Konzern „[Wortbruch]“ vorgeworfen.
Für {die Grünen} ist das ein „[Anschlag auf die Freiheit]“.
{Die Kripo} bittet um [Mithilfe bei der Fahndung].
{Die Schüler} klagten über [zu viel Stress im Alltag].
"""
WHERE_IT_ENDS = """
{Holm} sagte, [sie sei unschuldig], erkannte das Gericht aber nicht an.
{Holm} sagte, [es habe Zuspruch gegeben, aber es seien auch Fragen gestellt worden].
{Holm} kritisierte, [das Land habe versagt], und die Opposition forderte ihren Rücktritt.
Auf die Frage, ob sie bleiben werde, sagte {Holm}: „[Das wird sich bald zeigen.]“
{Holm} setzte dem die Ansicht gegenüber, [dass das Ziel erreichbar sei].
"""


@pytest.mark.parametrize(
    "sentence",
    [
        sentence
        for part in (
            BEHIND_A_QUOTATION,
            BEFORE_A_COLON,
            FRAGMENTS,
            SEPARABLE_VERBS,
            SOURCES,
            SPEAKERS,
            NOUNS_OF_SAYING,
            JUDGEMENTS,
            WHERE_IT_ENDS,
        )
        for sentence in part.strip().split("\n")
    ],
)
def test_a_turn_of_phrase_is_read(sentence):
    assert_found(sentence, "de")


@pytest.mark.parametrize(
    "sentence",
    [
        "Unter dem Motto „Freiheit statt Angst“ zogen Tausende durch Berlin.",
        "Der „Spiegel“ erscheint am Montag.",
        "„Onkel Ted“, wie der Senator genannt wurde, war bekannt dafür, Geld zu sammeln.",
        "Berichte, wonach der Minister gehen wolle, wies das Kanzleramt zurück.",
        "Am „Black Friday“ stiegen die Umsätze.",
        "Sie gilt als „Königin des Pop“.",
        "Das „Wall Street Journal“ hatte zuerst darüber berichtet.",
        "Das als „Dschungel von Calais“ bekannte Lager wurde geräumt.",
        "Der als „Schlächter“ bekannte General wurde verhaftet.",
        "Die „Costa Concordia“ lief auf Grund.",
        "Die Terrormiliz „Islamischer Staat“ bekannte sich zu dem Anschlag.",
        "Das Schiff mit dem Namen „Sea-Watch 3“ liegt im Hafen.",
        "Der Asteroid „Apophis“ fliegt vorbei.",
        "Die Firma gab Details bekannt, um die Käufer zu beruhigen.",
        "Dort arbeiten Menschen, die sonst keine Stelle hätten.",
        "Im Laufe des Jahres stiegen sechs Länder aus.",
        "Er tat so, als sei nichts geschehen.",
        "Die Forscher fanden einen Stein, der alt sei.",
        "Die Grünen schließen im Mai ihre Türen.",
        "Der Zug kam, und alle machten Platz.",
    ],
)
def test_names_and_other_deeds_are_not_taken_for_words(sentence):
    assert_found(sentence, "de")


def test_marks_within_the_same_marks_belong_to_the_outer_quotation():
    assert_found("„[Das „Nein“ der Stadt war klar]“, sagte {Holm}.", "de")


@pytest.mark.parametrize("verb", ["prüfe", "verschärfe", "leugne", "verzögere"])
def test_the_konjunktiv_is_known_by_its_form(verb):
    assert_found(f"{{Der Sprecher}} sagte auf Anfrage, [man {verb} den Fall].", "de")
