"""From a snapshot to candidates: with whom the database knows, his role then, and the date."""

import time

import pytest

from quotes.extraction import Candidate as Proposed
from quotes.extraction import Kind
from quotes.ingest.proposing import propose
from quotes.models import Candidate, DateBasis, Decision, SpeechType
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = (
    "SEOUL – „Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen“, sagte"
    " Verteidigungsminister Gen Nakatani am Montag gegenüber Reportern.\n"
    "„Wir werden im Oktober wieder zusammenkommen“, sagte Ahn Gyu Back.\n"
)
NAKATANI, AHN = "Geduldig Vertrauen", "Wir werden im Oktober"


@pytest.fixture
def snapshot():
    # Published on a Tuesday: the Monday before is the 8th.
    article = factories.ArticleFactory(language="de", published_on="2025-09-09")
    return factories.SnapshotFactory(article=article, text=TEXT)


def named(name, *forms):
    speaker = factories.SpeakerFactory(name=name)
    for form in forms:
        factories.SpeakerNameFactory(speaker=speaker, text=form)
    return speaker


def candidate(snapshot, words):
    start = snapshot.text.index(words)
    return snapshot.candidates.get(start__lte=start, end__gt=start)


def test_every_quotation_becomes_a_candidate_with_what_the_text_says(snapshot, edith):
    assert propose(snapshot, edith) == 2
    said = candidate(snapshot, NAKATANI)
    assert said.exact == "Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen"
    assert said.kind == SpeechType.DIRECT
    assert said.speaker_name == "Gen Nakatani"
    assert snapshot.text[said.speaker_start :].startswith(said.speaker_text)
    assert said.reporting_phrase
    assert 0 < said.score <= 1
    assert said.speaker is None


def test_the_history_says_who_asked(snapshot, edith):
    propose(snapshot, edith)
    [event] = candidate(snapshot, AHN).history.all()
    assert event.pgh_context["user"] == edith.pk


@pytest.mark.parametrize("form", ["AHN GYU-BACK", "Ahn Gyu Back"])
def test_a_speaker_is_known_by_any_form_of_the_name(snapshot, edith, form):
    speaker = named("안규백", form)
    propose(snapshot, edith)
    assert candidate(snapshot, AHN).speaker == speaker


def test_a_speaker_is_known_by_the_main_name_however_it_is_sorted(snapshot, edith):
    speaker = named("Gen Nakatani")
    assert speaker.sort_name == "nakatani gen"
    propose(snapshot, edith)
    assert candidate(snapshot, NAKATANI).speaker == speaker


def test_a_name_that_two_speakers_bear_is_left_to_the_editor(snapshot, edith):
    named("Gen Nakatani")
    named("中谷元", "Gen Nakatani")
    propose(snapshot, edith)
    assert candidate(snapshot, NAKATANI).speaker is None


def test_the_role_is_the_one_held_on_that_day(snapshot, edith):
    speaker = named("Gen Nakatani")
    factories.TenureFactory(speaker=speaker, since="2014", until="2016")
    held = factories.TenureFactory(speaker=speaker, since="2024-10-01", until="")
    propose(snapshot, edith)
    assert candidate(snapshot, NAKATANI).tenure == held


def test_of_two_roles_at_a_time_none_is_chosen(snapshot, edith):
    speaker = named("Gen Nakatani")
    factories.TenureFactory(speaker=speaker)
    factories.TenureFactory(speaker=speaker, since="2024-10-01")
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    assert (said.speaker, said.tenure) == (speaker, None)


PAIR = (
    "Gen Nakatani und Ahn Gyu Back trafen sich in Seoul.\n"
    "„Wir wollen die Zusammenarbeit stärken“, sagten die beiden Minister.\n"
)


@pytest.mark.parametrize("known", [["Gen Nakatani", "Ahn Gyu Back"], ["Ahn Gyu Back"], []])
def test_of_a_pair_those_are_chosen_whom_the_database_knows(edith, known):
    for name in known:
        factories.TenureFactory(speaker=named(name), since="2024-10-01")
    article = factories.ArticleFactory(language="de", published_on="2025-09-09")
    snapshot = factories.SnapshotFactory(article=article, text=PAIR)
    propose(snapshot, edith)
    said = candidate(snapshot, "Wir wollen")
    assert said.speaker_name == "Gen Nakatani; Ahn Gyu Back"
    further = list(said.further_speakers.all())
    chosen = [said.speaker] if said.speaker else []
    assert [speaker.name for speaker in chosen + [row.speaker for row in further]] == known
    assert all(row.tenure is not None for row in further)


def test_a_role_that_ended_the_day_before_is_not_chosen(snapshot, edith):
    speaker = named("Gen Nakatani")
    factories.TenureFactory(speaker=speaker, until="2025-09-07")
    propose(snapshot, edith)
    assert candidate(snapshot, NAKATANI).tenure is None


def test_the_date_is_the_one_of_its_own_sentence(snapshot, edith):
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    assert (said.said_on, said.said_on_basis) == ("2025-09-08", DateBasis.DERIVED)
    assert said.said_on_expression == "am Montag"


def test_a_date_within_the_quotation_is_not_when_it_was_said(snapshot, edith):
    propose(snapshot, edith)
    said = candidate(snapshot, AHN)
    assert (said.said_on, said.said_on_basis, said.said_on_expression) == ("", "", "")


def test_a_date_in_full_is_stated(edith):
    text = "„Geduldig Vertrauen aufzubauen ist nötig“, sagte Gen Nakatani am 8. September 2025.\n"
    snapshot = factories.SnapshotFactory(text=text)
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    assert (said.said_on, said.said_on_basis) == ("2025-09-08", DateBasis.STATED)


def test_what_hangs_on_an_event_stays_open(edith):
    text = (
        "„Geduldig Vertrauen aufzubauen ist nötig“, sagte Gen Nakatani einen Tag nach der"
        " Ankündigung des Rücktritts.\n"
    )
    snapshot = factories.SnapshotFactory(text=text)
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    assert (said.said_on, said.said_on_basis) == ("", "")
    assert said.said_on_expression.startswith("einen Tag nach")
    assert "Ankündigung" in said.hangs_on


@pytest.mark.parametrize("published", ["", "2025-09"])
def test_without_the_day_of_publication_monday_stays_open(edith, published):
    article = factories.ArticleFactory(language="de", published_on=published)
    snapshot = factories.SnapshotFactory(article=article, text=TEXT)
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    assert (said.said_on, said.said_on_expression) == ("", "am Montag")


def test_proposed_again_nothing_comes_twice_and_decisions_stay(snapshot, edith):
    propose(snapshot, edith)
    factories.DecisionFactory(candidate=candidate(snapshot, AHN))
    before = set(Candidate.objects.values_list("pk", flat=True))
    assert propose(snapshot, edith) == 0
    assert set(Candidate.objects.values_list("pk", flat=True)) == before
    assert Decision.objects.count() == 1


def test_what_an_editor_chose_and_moved_stays(snapshot, edith):
    propose(snapshot, edith)
    said = candidate(snapshot, NAKATANI)
    said.start, said.addressee = said.start + 9, "Journalisten"
    said.save()
    assert propose(snapshot, edith) == 0
    said.refresh_from_db()
    assert said.addressee == "Journalisten"


@pytest.fixture
def extracted(monkeypatch):
    """Lets extraction find these candidates, whatever the text."""

    def find(*candidates):
        monkeypatch.setattr("quotes.extraction.extract", lambda *given: list(candidates))

    return find


SAME = [(20, 30), (22, 30), (20, 28), (18, 30), (21, 31)]
OTHERS = [(23, 30), (20, 27), (17, 30), (22, 32), (30, 40)]


@pytest.mark.parametrize("place", SAME + OTHERS)
def test_borders_that_differ_little_are_one_place(snapshot, edith, extracted, place):
    others = Proposed(0, 9, Kind.DIRECT, 0.9), Proposed(50, 60, Kind.DIRECT, 0.9)
    extracted(others[0], Proposed(20, 30, Kind.DIRECT, 0.9), others[1])
    propose(snapshot, edith)
    extracted(others[0], Proposed(*place, Kind.DIRECT, 0.9), others[1])
    assert propose(snapshot, edith) == (place in OTHERS)


def test_thousands_are_found_again_sooner_than_they_were_made(edith, extracted):
    count = 4000
    snapshot = factories.SnapshotFactory(text="Ein Wort. " * count)
    extracted(*(Proposed(10 * n, 10 * n + 9, Kind.DIRECT, 0.9) for n in range(count)))
    took = []
    for made in (count, 0):
        began = time.thread_time()
        assert propose(snapshot, edith) == made
        took.append(time.thread_time() - began)
    assert took[1] < took[0]


def test_parts_of_one_quotation_name_the_first(snapshot, edith, extracted):
    extracted(
        Proposed(0, 9, Kind.DIRECT, 0.9),
        Proposed(20, 29, Kind.DIRECT, 0.9, continues=0),
        Proposed(40, 49, Kind.DIRECT, 0.9, continues=1),
    )
    propose(snapshot, edith)
    first, second, third = snapshot.candidates.order_by("start")
    assert (first.part_of, second.part_of, third.part_of) == (None, first, first)


def test_a_fragment_names_the_passage_that_holds_it(snapshot, edith, extracted):
    extracted(Proposed(0, 49, Kind.INDIRECT, 0.9), Proposed(20, 29, Kind.FRAGMENT, 0.9, within=0))
    propose(snapshot, edith)
    passage, fragment = snapshot.candidates.order_by("start")
    assert (passage.within, fragment.within) == (None, passage)


def test_what_is_new_is_joined_to_what_was_there(snapshot, edith, extracted):
    extracted(Proposed(0, 49, Kind.INDIRECT, 0.9))
    propose(snapshot, edith)
    extracted(Proposed(0, 50, Kind.INDIRECT, 0.9), Proposed(20, 29, Kind.FRAGMENT, 0.9, within=0))
    assert propose(snapshot, edith) == 1
    passage, fragment = snapshot.candidates.order_by("start")
    assert (passage.end, fragment.within) == (49, passage)


def test_the_number_of_questions_does_not_grow_with_the_text(
    snapshot, edith, django_assert_max_num_queries
):
    many = factories.SnapshotFactory(article=snapshot.article, text=TEXT * 20)
    for name in ("Gen Nakatani", "Ahn Gyu Back"):
        factories.TenureFactory(speaker=named(name, name))
    with django_assert_max_num_queries(20):
        assert propose(many, edith) >= 20
