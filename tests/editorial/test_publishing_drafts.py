"""All drafts of an article that are ready, published at once; the rest with what they lack."""

import pytest

from quotes.editorial.candidate_choices import change
from quotes.editorial.candidates import accept
from quotes.editorial.made_in_place import new_speaker_for, new_statement_for
from quotes.editorial.publishing_drafts import missing, publish_ready
from quotes.models import Candidate, JointStatement, Quote
from tests.article_worked_on import captured, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture
def pieces(edith):
    """Source A with its two ministers made; three pieces accepted, one of them undated."""
    pieces = proposed(captured())
    new_speaker_for(pieces["5"], edith)
    new_speaker_for(pieces["6a"], edith)
    change(pieces["6b"], edith, said_on="")
    for number in ("5", "6a", "6b"):
        accept(pieces[number], edith)
    return pieces


@pytest.fixture
def snapshot(pieces):
    return pieces["5"].snapshot


@pytest.fixture
def _one_pair_of_eyes(settings):
    settings.WORTLAUT_TWO_PAIRS_OF_EYES = False


@pytest.fixture
def _two_pairs_of_eyes(settings):
    settings.WORTLAUT_TWO_PAIRS_OF_EYES = True


UNDATED = ["It has no date; say so if the date is not known."]


def test_what_is_missing_is_said_and_the_article_is_thought_published_with_it(snapshot):
    found = {str(one.item): one.missing for one in missing(snapshot)}
    assert found.pop(str(snapshot.article)) == []
    assert found.pop("schwierigen") == []
    assert found.pop(str(Quote.objects.get(wording__startswith="lange"))) == UNDATED
    assert list(found.values()) == [[]]


@pytest.mark.usefixtures("_one_pair_of_eyes")
def test_what_is_ready_is_published_with_its_article(snapshot, edith):
    outcome = publish_ready(snapshot, edith)
    snapshot.article.refresh_from_db()
    assert snapshot.article.state == "published"
    assert len(outcome.published) == 3
    assert not outcome.in_review
    assert [(str(one.item)[:14], one.missing) for one in outcome.left] == [
        ("lange gedauert", UNDATED)
    ]
    assert set(Quote.objects.published().values_list("wording", flat=True)) >= {"schwierigen"}
    again = publish_ready(snapshot, edith)
    assert not again.published
    assert len(again.left) == 1


@pytest.mark.usefixtures("_one_pair_of_eyes")
def test_a_statement_is_published_after_the_quotes_of_its_words(pieces, snapshot, edith):
    piece = Candidate.objects.get(pk=pieces["3"].pk)
    new_statement_for(piece, edith, title="Gemeinsame Erklärung")
    accept(pieces["3"], edith)
    assert JointStatement.objects.get() in publish_ready(snapshot, edith).published


@pytest.mark.usefixtures("_two_pairs_of_eyes")
def test_where_a_second_person_is_needed_all_is_sent_to_review(snapshot, edith, rosa):
    outcome = publish_ready(snapshot, edith)
    assert len(outcome.in_review) == 3
    assert not outcome.published
    assert not Quote.objects.published().exists()
    assert len(publish_ready(snapshot, rosa).published) == 3


@pytest.mark.usefixtures("_one_pair_of_eyes")
def test_a_contributor_sends_to_review(snapshot, carl):
    outcome = publish_ready(snapshot, carl)
    assert (len(outcome.in_review), len(outcome.published), len(outcome.left)) == (3, 0, 1)


@pytest.mark.usefixtures("_one_pair_of_eyes")
def test_an_article_that_is_not_ready_holds_nothing_back_from_review(snapshot, edith, carl):
    publish_ready(snapshot, carl)
    again = publish_ready(snapshot, carl)
    assert len(again.in_review) == 3
    assert Quote.objects.filter(state="in_review").count() == 2
