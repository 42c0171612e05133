"""German verbs that take a thing asked for, judged or announced as their object."""

from ..word_lists import by_verb, words
from .reporting_verbs import AT_THE_END, weak

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
        begründete trat traten bekundete bekundet verwies verwiesen"""
    )
    | AT_THE_END - {"zugesagt"}
)
# Of these, the word before what is said: „warnt vor Regen“, „begründete es mit dem Wetter“.
OBJECT_AFTER = by_verb(
    {
        "vor": "warnte warnten warnt warnen",
        "von": "sprach sprachen berichtete berichteten berichtet meldete meldet meldeten",
        "mit": "drohte drohten droht drohen begründete begründet",
        "für": "plädierte plädierten plädiert trat traten",
        "zu": "rief riefen ruft sagten",
        "als": "würdigte lobte",
        "das": "erklärte erklärten",
        "auf": "schätzt schätzte verwies verwiesen",
    }
)
# Give something a name or a judgement.
CALLING = words(
    """nannte nannten nennt nennen genannt warf warfen wirft vorgeworfen wies wiesen kritisierte
    beschimpfte beschimpften titulierte bezeichnete bezeichneten bezeichnet"""
)
