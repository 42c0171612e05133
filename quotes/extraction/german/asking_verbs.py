"""German verbs that take a thing asked for, judged or announced as their object."""

from ..word_lists import by_verb, words
from .reporting_verbs import weak

# „forderte eine Untersuchung“; participles do, too: „hat eine Untersuchung gefordert“.
TAKING_OBJECTS = (
    weak(
        """kritisier begrüß verlang bestätig warn plädier bekräftig beklag lob droh räum würdig
        kündig appellier"""
    )
    | words(
        """forderte forderten fordert fordern verurteilen verurteilten dementierte dementierten
        versprach versprachen verspricht bedauerte bedauerten beziffert bezifferte
        bezifferten bestritt lehnte lehnten lehnt lehnen schlugen rief riefen ruft
        sprach sprachen betonte betonten äußerte äußerten verkündete verkündeten
        vereinbarten vereinbarte meldete meldeten meldet berichtete berichteten erklärte
        erklärten empfahl befürchtet befürchtete warf warfen sagten schätzt schätzte
        begründete trat traten bekundete bekundet verwies verwiesen verweist verweisen bat baten
        bittet hofft hoffen hoffte hofften pocht pochen pochte pochten wirbt warb
        warben klagt klagen klagte klagten mahnt mahnen mahnte mahnten rät riet rieten schlossen
        schloss schließt schließen sicherte sicherten sichert prangerte prangerten prangert
        bemängelt bemängelte bemängelten bezweifelt bezweifelte bezweifelten konstatierte
        konstatiert moniert monierte monierten rügt rügte rügten beantragte beantragt drängt
        drängte drängten rechnet rechnen rechnete rechneten geißelte geißelt prophezeite"""
    )
    | words(
        """gefordert verlangt angekündigt versprochen zugesichert vorgeschlagen gewarnt beklagt
        bedauert begrüßt verurteilt dementiert bestritten eingeräumt plädiert gesprochen
        gewürdigt gelobt empfohlen geäußert betont beziffert geschätzt zurückgewiesen
        prognostiziert angemahnt angeprangert ausgesprochen begründet hingewiesen gebeten"""
    )
)
# Of these, the word before what is said: „warnt vor Regen“, „begründete es mit dem Wetter“.
OBJECT_AFTER = by_verb(
    {
        "vor": "warnte warnten warnt warnen",
        "von": "sprach sprachen berichtete berichteten berichtet meldete meldet meldeten",
        "mit": "drohte drohten droht drohen begründete begründet rechnet rechnen rechnete "
        "rechneten",
        "für": "plädierte plädierten plädiert trat traten wirbt warb warben",
        "zu": "rief riefen ruft sagten mahnt mahnen mahnte mahnten rät riet rieten",
        "um": "bat baten bittet bitten gebeten",
        "über": "klagt klagen klagte klagten",
        "als": "würdigte lobte",
        "das": "erklärte erklärten",
        "auf": "schätzt schätzte verwies verwiesen verweist verweisen hofft hoffen hoffte hofften "
        "pocht pochen pochte pochten drängt drängte drängten hingewiesen",
    }
)
# Judge something „als“ or „für“ something.
JUDGING = words(
    """bezeichnet bezeichnen bezeichnete bezeichneten stuft stufen stufte stuften wertet werten
    wertete werteten bewertet bewertete beurteilt beurteilte hält halten hielt hielten befand
    schätzte schätzt verurteilte verurteilten brandmarkte brandmarkten geißelte"""
)
# Give something a name or a judgement.
CALLING = words(
    """nannte nannten nennt nennen genannt warf warfen wirft vorgeworfen wies wiesen kritisierte
    beschimpfte beschimpften titulierte bezeichnete bezeichneten bezeichnet"""
)
