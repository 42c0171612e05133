"""„X sagte, …“ and its kin: who says it, what, to whom."""

import pytest

from quotes.extraction.german import reporting_verbs
from quotes.extraction.german.asking_verbs import CALLING, JUDGING, TAKING_OBJECTS
from tests.extraction.sentences import assert_found

BEFORE_THE_VERB = """
{Die Ministerin} sagte, [sie komme am Abend].
{Der Sprecher} erklärte, [dass die Brücke gesperrt bleibt].
{Die Minister} sagten, [sie würden bleiben].
{Der Bürgermeister} kündigte an, [die Brücke werde im Herbst gesperrt].
{Die Polizei} teilte mit, [dass niemand verletzt wurde].
{Die Polizei} teilte am Abend mit, [niemand sei verletzt worden].
{Er} rief dazu auf, [das Wasser zu sparen].
{Holm} verlangte, [die Brücke zu sperren].
{Holm} fragte, [ob die Brücke sicher sei].
{Holm} hofft, [dass die Brücke bleibt].
{Holm} stellte klar: [Die Brücke bleibt offen].
{Die Forscher} folgern, [dass die Brücke alt ist].
{Die Forscher} bezweifeln, [dass die Brücke hält].
{Holm} trug vor, [dass die Brücke alt ist].
{Die Minister} heben hervor, [dass die Brücke sicher ist].
{Holm} beschimpfte ihn als „[kleinen Lügner]“.
{Rita Holm, die Ministerin für Verkehr}, sagte: „[Wir bauen die Brücke neu.]“
{Rita Holm (FDP)} sagte: „[Wir bauen die Brücke neu.]“
{Stephen Sander, ein Experte des WWF} erklärte, [das Eis schmelze].
{Das Magazin „Der Spiegel“} berichtete, [dass die Brücke gesperrt wird].
{Sie} schrieb: „[Die Brücke wird gesperrt.]“
"""
BEHIND_THE_VERB = """
„[Wir bauen die Brücke im Herbst neu]“, sagte {die Ministerin}.
„[Wir bauen die Brücke im Herbst neu]“, sagte am Montag in Kassel {die Ministerin Rita Holm}.
„[Wir bauen die Brücke im Herbst neu]“, sagte {Ministerin Holm} gegenüber <Reportern>.
„[Wir bauen die Brücke im Herbst neu]“, sagte gegenüber <Reportern> {die Ministerin}.
„[Das Eis schmilzt schneller als gedacht]“, sagte {die Forscherin des Instituts, Anna Sander}.
Die Pläne lobte {der Vorsitzende} als „[guten Anfang]“.
[Die Brücke sei sicher], sagte {die Ministerin}.
"""
INTERRUPTED = """
„[Die Brücke]“, sagte {Holm}, „[wird im Mai für alle gesperrt]“.
„[Die Brücke wird teuer]“, sagte {Holm}, „[aber sie wird schön.]“
"""
AT_THE_END = """
Die Brücke, welche {die Techniker der Stadt} als „[einen Haufen von Schrott]“ bezeichneten, steht.
Am Montag hat {der Verband} [eine Untersuchung der Vorfälle] gefordert.
{Der Verband} hat angekündigt, [die Brücke zu sperren].
{Die Ministerin} habe gesagt, [sie komme am Abend].
{Der Zeuge} hat berichtet, [dass er den Wagen gesehen habe].
Wie {die Polizei} mitteilte, [wurde niemand verletzt].
[Niemand wurde verletzt], wie {die Polizei} mitteilte.
"""
ASKED_FOR_OR_JUDGED = """
{Der Verband} forderte [eine Untersuchung der Vorfälle].
{Der Verein} warnte vor [einem Ende der Förderung].
{Die Opposition} kritisierte [die Pläne der Regierung scharf].
{Die Partei} begrüßte [den Bau der neuen Brücke].
{Die Stadt} kündigte [eine Sperrung der Brücke] an.
{Die Polizei} sprach vom [Ende der langen Suche].
{Holm} räumte [die „[schwierige]“ Lage der Stadt] ein.
{Der Präsident} nannte den Bau einen „[Skandal]“.
{Der Präsident} bezeichnete den Bau als „[teuren Unsinn]“.
{Der Präsident} sprach von „[Verrat]“.
"""
WHERE_IT_ENDS = """
{Holm} sagte, [sie komme], und fügte hinzu, [dass sie bleibe].
{Holm} sagte, [sie wolle bleiben]; später reiste sie ab.
{Holm} betonte, [dass die Lage „[schwierig]“ bleibe].
{Holm} sagte, [sie komme], doch niemand wartete.
"""


@pytest.mark.parametrize(
    "sentence",
    "".join(
        [
            BEFORE_THE_VERB,
            BEHIND_THE_VERB,
            INTERRUPTED,
            AT_THE_END,
            ASKED_FOR_OR_JUDGED,
            WHERE_IT_ENDS,
        ]
    ).split("\n")[1:-1],
)
def test_a_verb_tells_who_says_what(sentence):
    if sentence:
        assert_found(sentence, "de")


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Zeitung teilte den Raum, als die Polizei kam.",  # „teilte“ without „mit“
        "Die Stadt gab der Brücke, die alt ist, einen Namen.",  # „gab“ without „bekannt“
        "Der Bericht wird am Montag veröffentlicht.",
        "Die Aussage der Zeugin dauerte lange.",
        "Die Stadt forderte mehr Geld.",  # too short to say anything
    ],
)
def test_a_verb_without_what_makes_it_a_saying_reports_nothing(sentence):
    assert_found(sentence, "de")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("{Die Polizei} teilte mit, [dass niemand verletzt wurde].", "teilte"),
        ("„[Wir gehen jetzt nach Hause]“, so {der Sprecher}.", "so"),
        ("Nach Angaben {der Polizei} [wurde niemand verletzt].", "Nach Angaben"),
    ],
)
def test_the_cue_is_what_reports(sentence, cue):
    assert [each.cue for each in assert_found(sentence, "de")] == [cue]


@pytest.mark.parametrize(
    ("sentence", "is_document"),
    [
        ("{Das Ministerium} teilte in einer Erklärung mit, [die Brücke werde gesperrt].", True),
        ("In {der Erklärung} wurde [die Bedeutung der Brücke für die Region] betont.", True),
        ("In {dem Brief} heißt es: „[Die Brücke wird im Mai gesperrt.]“", True),
        ("„[Die Brücke wird im Mai gesperrt]“, hieß es in {dem Brief}.", True),
        ("Laut {dem Abschlussbericht} [wurde niemand verletzt].", True),
        ("{Sie} schrieb: „[Die Brücke wird gesperrt.]“", True),
        ("{Das Ministerium} teilte mit, [die Brücke werde gesperrt].", False),
        ("Laut {der Polizei} [wurde niemand verletzt].", False),
    ],
)
def test_what_is_written_is_told_from_what_is_spoken(sentence, is_document):
    assert [each.from_document for each in assert_found(sentence, "de")] == [is_document]


@pytest.mark.parametrize(
    ("stem", "forms"),
    [
        ("sag", "sagt sagen sagte sagten"),
        ("wert", "wertet werten wertete werteten"),
        ("kennzeichn", "kennzeichnet kennzeichnen kennzeichnete kennzeichneten"),
        ("folger", "folgert folgern folgerte folgerten"),
        ("zweifel", "zweifelt zweifeln zweifelte zweifelten"),
        ("kritisier", "kritisiert kritisieren kritisierte kritisierten"),
        ("beschwer", "beschwert beschweren beschwerte beschwerten"),
    ],
)
def test_a_regular_verb_is_inflected_by_the_end_of_its_stem(stem, forms):
    assert reporting_verbs.weak(stem) == set(forms.split())


def test_every_verb_that_takes_something_is_looked_at():
    looked_at = reporting_verbs.SAYING | reporting_verbs.AT_THE_END

    assert not (TAKING_OBJECTS | JUDGING | CALLING) - looked_at
