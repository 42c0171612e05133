"""What is chosen for a candidate, and what is made in place because the database lacks it."""

import pytest

from quotes.editorial.candidate_choices import (
    change,
    date_by_publication,
    give_to_all,
    usual_role,
)
from quotes.editorial.candidate_rows import AlreadyDecided, InRole, speakers_of, unknown_names
from quotes.editorial.candidates import accept, reject
from quotes.editorial.editing import NotPermitted
from quotes.editorial.made_in_place import new_event_for, new_speaker_for, new_statement_for
from quotes.editorial.refusals import Refused
from quotes.models import Candidate, Speaker
from tests.article_worked_on import AHN, NAKATANI, captured, proposed
from tests.factories import (
    CandidateFactory,
    EventFactory,
    SignatoryFactory,
    SpeakerFactory,
    SpeakerNameFactory,
    TenureFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    return CandidateFactory(speaker_text="die beiden Minister", speaker_name="Beide Minister")


@pytest.fixture
def pieces():
    return proposed(captured())


def fresh(candidate):
    return Candidate.objects.get(pk=candidate.pk)


def names(candidate):
    return [one.speaker.name for one in speakers_of(fresh(candidate))]


def test_several_speakers_are_chosen_in_order_and_their_names_follow(candidate, edith):
    tenure, ahn = TenureFactory(), SpeakerFactory(name="Ahn Gyu-back")
    change(candidate, edith, speakers=[InRole(tenure.speaker, tenure), InRole(ahn)])
    assert speakers_of(fresh(candidate)) == [InRole(tenure.speaker, tenure), InRole(ahn)]
    assert unknown_names(fresh(candidate)) == []
    change(candidate, edith, speakers=[InRole(ahn)])
    assert speakers_of(fresh(candidate)) == [InRole(ahn)]
    change(candidate, edith, speakers=[])
    assert (speakers_of(fresh(candidate)), fresh(candidate).speaker_name) == ([], "")


def test_nobody_is_chosen_twice(candidate, edith):
    ahn = InRole(SpeakerFactory())
    with pytest.raises(Refused, match="named already"):
        change(candidate, edith, speakers=[ahn, ahn])


def test_a_role_of_somebody_else_is_refused(candidate, edith):
    with pytest.raises(Refused, match="not one of this speaker"):
        change(candidate, edith, speakers=[InRole(SpeakerFactory(), TenureFactory())])


def test_fields_are_kept_as_given(candidate, edith):
    topic = TopicFactory()
    change(candidate, edith, kind="mixed", addressee="Reportern", topics=[topic])
    kept = fresh(candidate)
    assert (kept.kind, kept.addressee, list(kept.topics.all())) == ("mixed", "Reportern", [topic])


def test_a_date_that_is_none_is_refused(candidate, edith):
    with pytest.raises(Refused, match="is not a date in EDTF"):
        change(candidate, edith, said_on="gestern")
    with pytest.raises(TypeError):
        change(candidate, edith, start=3)


def test_how_the_date_is_known_follows_the_date(candidate, edith):
    assert change(candidate, edith, said_on="2025-09-08").said_on_basis == "inferred"
    assert change(candidate, edith, said_on_basis="stated").said_on_basis == "stated"
    assert change(candidate, edith, said_on="").said_on_basis == ""
    assert change(candidate, edith, said_on_basis="unknown").said_on_basis == "unknown"


@pytest.mark.parametrize(
    ("given", "day", "basis"),
    [
        ({"said_on_expression": "am Montag"}, "2025-09-08", "derived"),
        ({"said_on_expression": "am Tag nach der Wahl"}, "2025-09-08", "inferred"),
        ({}, "2025-09-08", "inferred"),
        ({"said_on": "2025-09-09", "said_on_basis": "publication"}, "2025-09-08", "inferred"),
        ({"said_on": "2025-09-07", "said_on_basis": "stated"}, "2025-09-07", "stated"),
    ],
)
def test_an_occasion_brings_its_day_where_none_is_known(given, day, basis, edith):
    candidate = CandidateFactory(**given)
    change(candidate, edith, event=EventFactory())
    assert (fresh(candidate).said_on, fresh(candidate).said_on_basis) == (day, basis)


def test_a_statement_brings_its_signatories(edith):
    signatory = SignatoryFactory()
    unnamed, named = CandidateFactory(), CandidateFactory(speaker=SpeakerFactory(name="Ishiba"))
    change(unnamed, edith, statement=signatory.statement)
    change(named, edith, statement=signatory.statement)
    assert (names(unnamed), names(named)) == (["Gen Nakatani"], ["Ishiba"])


def test_what_is_decided_is_not_changed(candidate, edith):
    reject(candidate, edith)
    with pytest.raises(AlreadyDecided):
        change(candidate, edith, addressee="Reportern")


def test_choices_need_the_permission(candidate):
    for refused in (
        lambda user: change(candidate, user, addressee="x"),
        lambda user: give_to_all(candidate, "event", user),
        lambda user: date_by_publication(candidate, user),
        lambda user: new_speaker_for(candidate, user),
        lambda user: new_event_for(candidate, user, title="Treffen"),
        lambda user: new_statement_for(candidate, user, title="Erklärung"),
    ):
        with pytest.raises(NotPermitted):
            refused(UserFactory())


def test_an_occasion_is_given_to_all_open_ones_that_have_none(pieces, edith):
    other, event = EventFactory(), EventFactory()
    change(pieces["5"], edith, event=event)
    change(pieces["7"], edith, event=other)
    reject(pieces["9"], edith)
    assert give_to_all(fresh(pieces["5"]), "event", edith) == 9
    assert fresh(pieces["3"]).event == event
    assert fresh(pieces["7"]).event == other
    assert fresh(pieces["9"]).event is None


def test_a_date_is_given_where_only_that_of_publication_is_known(pieces, edith):
    change(pieces["7"], edith, said_on="2025-09-09", said_on_basis="publication")
    change(pieces["5"], edith, said_on="2025-09-08", said_on_basis="stated")
    assert give_to_all(fresh(pieces["5"]), "said_on", edith) == 1
    assert (fresh(pieces["7"]).said_on, fresh(pieces["7"]).said_on_basis) == (
        "2025-09-08",
        "stated",
    )


def test_the_date_of_publication_is_given_as_such_to_all_without_a_date(pieces, edith):
    for piece in pieces.values():
        change(piece, edith, said_on="", said_on_expression="")
    change(pieces["5"], edith, said_on="2025-09-07", said_on_basis="stated")
    change(pieces["6a"], edith, said_on_basis="unknown")
    change(pieces["7"], edith, said_on_expression="einen Tag nach der Ankündigung")
    reject(pieces["9"], edith)
    assert len(date_by_publication(pieces["3"], edith)) == 12 - 4
    dated = {number: fresh(row) for number, row in pieces.items()}
    assert (dated["3"].said_on, dated["3"].said_on_basis) == ("2025-09-09", "publication")
    assert {number for number, row in dated.items() if row.said_on_basis != "publication"} == {
        "5", "6a", "7", "9"
    }  # fmt: skip
    assert date_by_publication(pieces["3"], edith) == []


def test_an_article_without_a_date_dates_nothing(edith):
    candidate = CandidateFactory(snapshot__article__published_on="")
    with pytest.raises(Refused, match="no date of publication"):
        date_by_publication(candidate, edith)
    assert fresh(candidate).said_on == ""


def test_a_speaker_is_made_from_the_text_for_all_candidates_of_the_name(pieces, edith):
    ahn = new_speaker_for(pieces["6a"], edith)
    assert (ahn.name, ahn.family_name, ahn.sort_name) == (AHN, "Ahn", "ahn gyu back")
    form = ahn.names.get()
    assert (form.text, form.language) == (AHN, "de")
    assert names(pieces["8b"]) == [AHN]
    assert names(pieces["5"]) == []
    # The other of the two is still to be made, and then stands first, as the text has it.
    assert unknown_names(fresh(pieces["3"])) == [NAKATANI]
    new_speaker_for(fresh(pieces["5"]), edith)
    assert names(pieces["3"]) == [NAKATANI, AHN]
    assert unknown_names(fresh(pieces["3"])) == []
    accept(pieces["3"], edith)


def test_a_role_is_one_then_with_the_article_as_its_source(pieces, edith):
    nakatani = new_speaker_for(pieces["5"], edith, role="Verteidigungsminister")
    tenure = nakatani.tenures.get()
    assert (tenure.title_de, tenure.title_en) == ("Verteidigungsminister", "")
    assert tenure.source == pieces["5"].snapshot.article
    assert fresh(pieces["5"]).tenure == tenure
    assert accept(pieces["5"], edith).quote.attributions.get().tenure == tenure


def test_a_role_found_later_is_given_to_all_that_have_none(pieces, edith):
    ahn = new_speaker_for(pieces["6a"], edith)
    other = TenureFactory(speaker=ahn)
    change(pieces["6b"], edith, speakers=[InRole(ahn, other)])
    assert new_speaker_for(fresh(pieces["6a"]), edith, name=AHN, role="Minister") == ahn
    tenure = ahn.tenures.get(title_de="Minister")
    assert fresh(pieces["8a"]).tenure == tenure
    assert fresh(pieces["3"]).tenure == tenure
    assert unknown_names(fresh(pieces["3"])) == [NAKATANI]
    assert fresh(pieces["6b"]).tenure == other
    assert usual_role(pieces["5"].snapshot, ahn) in (tenure, other)
    assert usual_role(CandidateFactory().snapshot, ahn) is None


def test_a_ministry_is_an_organisation_and_its_article_no_part_of_the_name(pieces, edith):
    ministry = new_speaker_for(pieces["9"], edith)
    assert ministry.name == "japanischen Verteidigungsministerium"
    assert (ministry.kind, ministry.family_name) == ("organisation", "")


def test_a_corrected_name_keeps_the_printed_one_as_a_form(pieces, edith):
    ahn = new_speaker_for(pieces["6a"], edith, name="Ahn Gyu-baek", family_name="Ahn")
    assert {form.text for form in ahn.names.all()} == {"Ahn Gyu-baek", AHN}
    assert names(pieces["6b"]) == ["Ahn Gyu-baek"]


def test_who_is_known_by_this_very_name_is_not_made_again(pieces, edith):
    ahn = SpeakerNameFactory(text="AHN GYU-BACK", language="en").speaker
    assert new_speaker_for(pieces["6a"], edith) == ahn
    assert Speaker.objects.count() == 1


def test_who_is_known_by_his_main_name_alone_is_not_made_again(pieces, edith):
    ahn = SpeakerFactory(name=AHN, family_name="Ahn")
    SpeakerFactory(name="Back Ahn Gyu", family_name="Ahn")
    assert new_speaker_for(pieces["6a"], edith, role="Minister") == ahn
    assert ahn.tenures.get().title_de == "Minister"


def test_whom_another_editor_made_meanwhile_is_not_made_again(pieces, edith, rosa):
    stale = fresh(pieces["5"])
    nakatani = new_speaker_for(pieces["5"], rosa)
    assert new_speaker_for(stale, edith) == nakatani
    assert Speaker.objects.count() == 1


def test_a_name_may_hold_what_stands_between_several(pieces, edith):
    crew = new_speaker_for(pieces["9"], edith, name="Nakatani; Ahn", kind="group")
    row = fresh(pieces["9"])
    assert (row.speaker, row.speaker_name) == (crew, "Nakatani; Ahn")
    assert accept(row, edith).quote.attributions.get().speaker == crew


@pytest.mark.parametrize("name", ["–", "2025", "; ;", "👩‍🚀"])
def test_a_name_without_a_letter_is_refused(name, pieces, edith):
    with pytest.raises(Refused, match="at least one letter"):
        new_speaker_for(pieces["9"], edith, name=name)
    assert not Speaker.objects.exists()


def test_of_two_with_one_name_neither_is_taken(pieces, edith):
    before = {SpeakerFactory(name=AHN).pk, SpeakerFactory(name=AHN).pk}
    assert new_speaker_for(pieces["6a"], edith).pk not in before


def test_without_a_name_nobody_is_made(edith):
    with pytest.raises(Refused, match="Give the speaker’s name"):
        new_speaker_for(CandidateFactory(speaker_text="er"), edith)


def test_an_occasion_made_in_place_is_the_candidates(pieces, edith):
    event = new_event_for(pieces["5"], edith, title=" Treffen in  Seoul ", held_on="2025-09-08")
    assert (event.title_de, event.held_on) == ("Treffen in Seoul", "2025-09-08")
    assert fresh(pieces["5"]).event == event
    with pytest.raises(Refused, match="Give a title"):
        new_event_for(pieces["5"], edith, title=" ")


def test_a_statement_made_in_place_is_signed_and_given_to_all_from_a_document(pieces, edith):
    new_speaker_for(pieces["5"], edith)
    new_speaker_for(pieces["6a"], edith)
    statement = new_statement_for(fresh(pieces["3"]), edith, title="Gemeinsame Erklärung")
    assert (statement.title_de, statement.issued_on) == ("Gemeinsame Erklärung", "2025-09-08")
    assert [row.speaker.name for row in statement.signatories.all()] == [NAKATANI, AHN]
    with_it = {number for number, row in pieces.items() if fresh(row).statement == statement}
    assert with_it == {"3", "11", "11b", "12"}
    assert accept(pieces["12"], edith).quote.statement_links.get().kind == "states"
