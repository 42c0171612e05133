"""„laut X“, „nach Angaben von X“, „X zufolge“, „…, so X“."""

import pytest

from tests.extraction.sentences import assert_found


@pytest.mark.parametrize(
    "sentence",
    [
        "Laut {der Polizei} [wurde niemand verletzt].",
        "[Niemand wurde verletzt], laut {Polizei}.",
        "[Niemand wurde laut {der Polizei} verletzt].",
        "Die Straße, [die laut {der Polizei} gesperrt ist], bleibt leer.",
        "{Der Polizei} zufolge [wurde niemand verletzt].",
        "Gemäß {dem Bericht} [wurde niemand verletzt].",
        "Nach Angaben {der Polizei} [wurde niemand verletzt].",
        "Nach Angaben von {Rita Holm} [wurde niemand verletzt].",
        "Nach Ansicht {des Ministers} [ist die Brücke sicher].",
        "[Die Brücke ist nach Angaben {der Stadt} sicher].",
        "Nach {Medienberichten} [wurde niemand verletzt].",
        "[{Der Verein} hat nach eigenen Angaben 300 Mitglieder].",
        "Für {den Minister} [sei der Rücktritt verständlich].",
        "„[Wir bauen die Brücke im Herbst neu]“, so {ein Sprecher der Polizei}.",
        "[Die Brücke werde neu gebaut], so {die Sprecherin}.",
        "[Die Brücke werde neu gebaut], so auch {die Sprecherin}.",
    ],
)
def test_a_source_beside_what_it_says(sentence):
    assert_found(sentence, "de")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach dem Spiel war es im Stadion laut.",
        "Gemäß den Plänen der Stadt wird gebaut.",
        "Für den Minister war der Tag vorbei.",
        "Der Wind war stark, so dass die Brücke schwankte.",
        "Nach langer Fahrt kam der Zug an.",
    ],
)
def test_the_same_words_with_another_meaning_name_no_source(sentence):
    assert_found(sentence, "de")
