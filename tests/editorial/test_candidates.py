"""A candidate becomes a draft, a further occurrence, or nothing; and all of it can be undone."""

import pytest

from quotes.editorial import moves
from quotes.editorial.candidate_choices import change
from quotes.editorial.candidate_rows import AlreadyDecided, InRole
from quotes.editorial.candidates import accept, accept_all_of, accept_as, reject
from quotes.editorial.editing import NotPermitted
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.reopening import reopen, reopen_own
from quotes.models import Decision, Occurrence, Quote, SpeechType, WordingOrigin
from tests.article_worked_on import captured, place, proposed
from tests.factories import (
    NAKATANI_DE,
    CandidateFactory,
    EventFactory,
    FurtherSpeakerFactory,
    HopFactory,
    JointStatementFactory,
    ReviewCommentFactory,
    SnapshotFactory,
    SpeakerFactory,
    TenureFactory,
    TopicFactory,
    UserFactory,
    confirm,
    draft_quote,
    publish,
    published_quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def nakatanis():
    """Nakatani's sentence, with everything chosen."""
    tenure = TenureFactory()
    candidate = CandidateFactory(
        start=1,
        end=1 + len(NAKATANI_DE),
        speaker=tenure.speaker,
        tenure=tenure,
        speaker_text="Minister Nakatani",
        speaker_name="Gen Nakatani",
        reporting_phrase="sagte Minister Nakatani",
        addressee="Reportern",
        said_on="2025-09-08",
        said_on_basis="derived",
        said_on_expression="nach den Gesprächen",
        event=EventFactory(),
        statement=JointStatementFactory(),
    )
    candidate.topics.set([TopicFactory()])
    return candidate


def test_an_accepted_candidate_is_a_draft_with_all_that_was_chosen(nakatanis, edith):
    occurrence = accept(nakatanis, edith)
    quote = occurrence.quote
    assert (quote.state, quote.wording, quote.language) == ("draft", NAKATANI_DE, "de")
    assert (quote.said_on, quote.said_on_basis) == ("2025-09-08", "derived")
    assert quote.said_on_expression == "nach den Gesprächen"
    assert (quote.event, quote.addressee) == (nakatanis.event, "Reportern")
    assert list(quote.topics.all()) == list(nakatanis.topics.all())
    said = quote.attributions.get()
    assert (said.speaker, said.tenure) == (nakatanis.speaker, nakatanis.tenure)
    assert said.name_as_printed == "Minister Nakatani"
    assert quote.statement_links.get().kind == "concerns"
    assert occurrence.preferred
    assert occurrence.reporting_phrase == "sagte Minister Nakatani"
    segment = occurrence.segments.get()
    assert (segment.start, segment.end) == (1, 1 + len(NAKATANI_DE))
    decision = nakatanis.decision
    assert (decision.occurrence, decision.decided_by) == (occurrence, edith)
    assert decision.decided_by_name == "edith"


def test_both_ministers_are_two_speakers_in_order(nakatanis, edith):
    ahn = FurtherSpeakerFactory(candidate=nakatanis).speaker
    quote = accept(nakatanis, edith).quote
    assert [a.speaker for a in quote.attributions.all()] == [nakatanis.speaker, ahn]


def test_words_of_a_document_are_stated_by_it(nakatanis, edith):
    nakatanis.from_document = True
    nakatanis.save()
    assert accept(nakatanis, edith).quote.statement_links.get().kind == "states"


def test_an_interrupted_quotation_is_one_draft_of_several_segments(edith):
    text = "„Vertrauen“, sagte er, „ist gut“.\n"
    snapshot = SnapshotFactory(text=text)
    first = CandidateFactory(snapshot=snapshot, start=1, end=10)
    second = CandidateFactory(snapshot=snapshot, start=24, end=31, part_of=first)
    occurrence = accept(second, edith)
    assert [s.exact for s in occurrence.segments.all()] == ["Vertrauen", "ist gut"]
    assert occurrence.wording == "Vertrauen … ist gut"
    assert Decision.objects.get().candidate == first


@pytest.mark.parametrize(
    ("agent", "origin"),
    [
        ("machine", WordingOrigin.MACHINE_TRANSLATION),
        ("unknown", WordingOrigin.MEDIA_TRANSLATION),
        (None, WordingOrigin.UNKNOWN),
    ],
)
def test_the_origin_of_the_wording_is_that_of_the_article(agent, origin, nakatanis, edith):
    if agent:
        HopFactory(article=nakatanis.snapshot.article, agent=agent)
    assert accept(nakatanis, edith).wording_origin == origin


def test_a_name_that_is_no_speaker_yet_is_refused(edith):
    candidate = CandidateFactory(speaker_name="Gen Nakatani", speaker_text="Minister Nakatani")
    with pytest.raises(Refused, match="“Gen Nakatani” is not among the speakers yet") as refused:
        accept(candidate, edith)
    assert refused.value.rule == "speaker_unknown"
    assert not Quote.objects.exists()


def test_of_two_names_the_unknown_one_is_refused(edith):
    candidate = CandidateFactory(
        speaker_name="Gen Nakatani; Ahn Gyu Back", speaker=SpeakerFactory(name="Gen Nakatani")
    )
    with pytest.raises(Refused, match="“Ahn Gyu Back” is not"):
        accept(candidate, edith)


def test_a_source_without_a_name_is_described_as_printed_and_a_pronoun_is_nobody(edith):
    described = CandidateFactory(speaker_text="ein hoher Beamter")
    assert accept(described, edith).quote.attributions.get().description == "ein hoher Beamter"
    assert not accept(CandidateFactory(speaker_text="er"), edith).quote.attributions.exists()


def test_a_date_without_a_basis_is_an_inference_and_no_date_has_none(edith):
    dated = accept(CandidateFactory(said_on="2025-09"), edith).quote
    undated = accept(CandidateFactory(said_on_basis="derived"), edith).quote
    unknown = accept(CandidateFactory(said_on_basis="unknown"), edith).quote
    assert [q.said_on_basis for q in (dated, undated, unknown)] == ["inferred", "", "unknown"]


def test_what_is_decided_is_not_decided_again(nakatanis, edith, rosa):
    reject(nakatanis, edith)
    for decide in (accept, reject):
        with pytest.raises(AlreadyDecided, match="edith has rejected this already") as refused:
            decide(nakatanis, rosa)
        assert refused.value.decision.decided_by == edith
    with pytest.raises(AlreadyDecided):
        accept_as(nakatanis, draft_quote(), rosa)
    assert Decision.objects.get().occurrence is None


def test_who_may_add_no_quote_accepts_nothing(nakatanis):
    with pytest.raises(NotPermitted):
        accept(nakatanis, UserFactory())
    with pytest.raises(NotPermitted):
        reject(nakatanis, UserFactory())


def test_a_further_occurrence_leaves_the_quote_as_it_is(nakatanis, edith):
    quote = published_quote("Geduld ist nötig", said_on="2025-09-07")
    occurrence = accept_as(nakatanis, quote, edith)
    quote.refresh_from_db()
    assert (quote.wording, quote.said_on) == ("Geduld ist nötig", "2025-09-07")
    assert not occurrence.preferred
    assert quote.occurrences.count() == 2
    assert quote.unseen_since is not None


def test_the_same_place_is_no_further_occurrence(nakatanis, edith):
    quote = accept(nakatanis, edith).quote
    Decision.objects.all().delete()
    with pytest.raises(Refused, match="an occurrence of that quote already"):
        accept_as(nakatanis, quote, edith)


def test_a_contributor_adds_no_occurrence_to_what_is_published(nakatanis, carl):
    with pytest.raises(NotPermitted):
        accept_as(nakatanis, published_quote("Geduld ist nötig"), carl)
    assert accept_as(nakatanis, draft_quote("Geduld ist nötig"), carl)


def test_all_of_one_speaker_are_accepted_and_nobody_elses(edith):
    snapshot = captured()
    pieces = proposed(snapshot)
    nakatani, ahn = SpeakerFactory(name="Gen Nakatani"), SpeakerFactory(name="Ahn Gyu Back")
    for number, candidate in pieces.items():
        chosen = {"5": [nakatani], "6a": [ahn], "6b": [ahn]}.get(number, [nakatani, ahn])
        change(candidate, edith, speakers=[InRole(one) for one in chosen])
    reject(pieces["6b"], edith)
    accepted = accept_all_of(snapshot, [ahn], edith)
    assert [o.wording for o in accepted] == ["schwierigen"]
    assert accept_all_of(snapshot, [], edith) == []


# Undo


def test_undoing_an_acceptance_deletes_the_draft(nakatanis, edith, rosa):
    accept(nakatanis, edith)
    reopen(nakatanis, rosa)
    assert not Quote.objects.exists()
    assert not Decision.objects.exists()
    assert accept(nakatanis, edith)


def test_undoing_a_rejection_opens_the_candidate(nakatanis, edith):
    reject(nakatanis, edith)
    reopen(nakatanis, edith)
    assert not Decision.objects.exists()
    with pytest.raises(Refused, match="Nothing is decided here yet"):
        reopen(nakatanis, edith)


def test_who_may_not_delete_takes_back_no_draft_of_somebody_else(nakatanis, edith, carl):
    accept(nakatanis, edith)
    with pytest.raises(NotPermitted, match="edith accepted this"):
        reopen(nakatanis, carl)
    assert Quote.objects.exists()
    reopen(nakatanis, edith)
    accept(nakatanis, carl)
    reopen(nakatanis, carl)
    assert not Quote.objects.exists()


def test_only_ones_own_decision_is_taken_back_where_that_is_asked(nakatanis, edith, rosa):
    reject(nakatanis, rosa)
    with pytest.raises(Refused, match="rosa decided this"):
        reopen(nakatanis, edith, only_own=True)
    assert Decision.objects.get().decided_by == rosa
    reopen(nakatanis, edith)
    assert not Decision.objects.exists()


def test_ones_own_decisions_are_taken_back_together_and_others_stay(edith, rosa):
    snapshot = captured()
    pieces = proposed(snapshot)
    for number, user in {"3": edith, "5": rosa, "6a": edith, "7": edith}.items():
        reject(pieces[number], user)
    asked = [pieces[number].pk for number in ("3", "5", "7", "9")]
    assert reopen_own(snapshot, asked, edith) == [pieces["3"], pieces["7"]]
    assert {one.candidate for one in Decision.objects.all()} == {pieces["5"], pieces["6a"]}


def test_a_draft_that_somebody_worked_on_is_not_undone(nakatanis, edith, rosa):
    quote = accept(nakatanis, edith).quote
    with recorded(rosa):
        quote.attributions.get().delete()
    with pytest.raises(Refused, match="Somebody worked on this draft"):
        reopen(nakatanis, edith)
    assert Quote.objects.get() == quote


def test_a_draft_that_was_talked_about_is_not_undone(nakatanis, edith):
    ReviewCommentFactory(quote=accept(nakatanis, edith).quote)
    with pytest.raises(Refused, match="Somebody worked on this draft"):
        reopen(nakatanis, edith)


def test_what_left_the_drafts_is_not_undone(nakatanis, edith):
    quote = accept(nakatanis, edith).quote
    moves.submit(quote, edith)
    with pytest.raises(Refused, match="Only a draft is deleted"):
        reopen(nakatanis, edith)
    publish(nakatanis.snapshot.article)
    publish(quote)
    with pytest.raises(Refused, match="never deleted"):
        reopen(nakatanis, edith)


def test_a_further_occurrence_is_taken_off_again(nakatanis, edith):
    quote = draft_quote("Geduld ist nötig")
    accept_as(nakatanis, quote, edith)
    reopen(nakatanis, edith)
    assert Occurrence.objects.get().wording == "Geduld ist nötig"
    assert Quote.objects.get() == quote


def test_a_further_occurrence_of_a_published_quote_is_withdrawn(nakatanis, edith):
    quote = published_quote("Geduld ist nötig")
    occurrence = accept_as(nakatanis, quote, edith)
    confirm(quote)
    reopen(nakatanis, edith)
    occurrence.refresh_from_db()
    assert occurrence.withdrawn
    assert not Decision.objects.exists()
    assert accept_as(nakatanis, quote, edith) != occurrence


def test_a_further_occurrence_that_was_changed_stays(nakatanis, edith, rosa):
    occurrence = accept_as(nakatanis, draft_quote("Geduld ist nötig"), edith)
    with recorded(rosa):
        occurrence.speech_type = SpeechType.MIXED
        occurrence.save()
    with pytest.raises(Refused, match="was changed after it was accepted"):
        reopen(nakatanis, edith)


def test_the_places_of_the_stand_in_are_the_pieces():
    snapshot = captured()
    start, end = place(snapshot.text, "lange gedauert", "konnten")
    assert snapshot.text[start - 1] + snapshot.text[end] == "„“"
    assert len(proposed(snapshot)) == 12
