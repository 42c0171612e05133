"""What pages take from rows that are shown without asking the rule anew."""

import pytest

from quotes.models import Event, JointStatement, Occurrence, Provision, Quote, Speaker
from tests import factories

pytestmark = pytest.mark.django_db

# Each relation that a page reads with of_shown().
HANGS_ON = [
    (Speaker, "names"),
    (Speaker, "tenures"),
    (Occurrence, "segments"),
    (Quote, "attributions"),
    (Quote, "topics"),
    (JointStatement, "signatories"),
    (JointStatement, "topics"),
    (Provision, "parties"),
    (Event, "participants"),
]


@pytest.fixture
def half_public() -> None:
    """Of everything something that the public sees, and something that it does not."""
    for quote, statement in (
        (factories.published_quote, factories.published_statement),
        (factories.draft_quote, factories.draft_statement),
    ):
        speaker, party = factories.SpeakerFactory(), factories.SpeakerFactory()
        for each in (speaker, party):
            factories.SpeakerNameFactory(speaker=each)
        event = factories.EventFactory(participants=[factories.SpeakerFactory()])
        topics = [factories.TopicFactory()]
        quote(tenure=factories.TenureFactory(speaker=speaker), event=event, topics=topics)
        issued = statement(signatories=[factories.SpeakerFactory()], topics=topics)
        issued.provisions.first().parties.add(party)
    withdrawn = factories.withdraw(factories.published_quote(speaker=factories.SpeakerFactory()))
    factories.SpeakerNameFactory(speaker=withdrawn.attributions.get().speaker)


@pytest.mark.usefixtures("half_public")
@pytest.mark.parametrize(("model", "relation"), HANGS_ON)
def test_what_hangs_on_a_public_row_is_public(model, relation):
    theirs = model._meta.get_field(relation).related_model.objects
    shown = {
        row.pk for parent in model.objects.published() for row in getattr(parent, relation).all()
    }
    assert shown
    assert shown <= set(theirs.published().values_list("pk", flat=True))
    assert shown < set(theirs.values_list("pk", flat=True))
