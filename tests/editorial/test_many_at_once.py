"""Two editors change many candidates of one text at the same moment: neither fails."""

import pytest

from quotes.editorial.candidate_choices import date_by_publication, give_to_all
from quotes.editorial.candidate_rows import speakers_of
from quotes.editorial.candidates import accept_all_of
from quotes.editorial.made_in_place import new_speaker_for, new_statement_for
from quotes.models import Candidate, Speaker
from tests.article_worked_on import captured, proposed
from tests.at_once import behind

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_make_the_same_speaker_at_once_make_one(edith, rosa):
    pieces = proposed(captured())
    made = behind(
        pieces["3"],
        lambda: new_speaker_for(pieces["6b"], edith),
        lambda: new_speaker_for(pieces["6a"], rosa),
    )
    assert made == [Speaker.objects.get()] * 2


def test_two_who_make_statements_at_once_make_both(edith, rosa):
    pieces = proposed(captured())
    ours, theirs = behind(
        pieces["3"],
        lambda: new_statement_for(pieces["12"], edith, title="Gemeinsame Erklärung"),
        lambda: new_statement_for(pieces["11"], rosa, title="Pressemitteilung"),
    )
    found = {n: Candidate.objects.get(pk=pieces[n].pk).statement for n in ("12", "11", "3")}
    assert found == {"12": ours, "11": theirs, "3": ours}


def test_accepting_dating_and_giving_wait_for_who_makes_a_speaker(edith, rosa):
    pieces = proposed(captured())
    new_speaker_for(pieces["6a"], edith)
    row = Candidate.objects.get(pk=pieces["6a"].pk)
    said_by = [one.speaker for one in speakers_of(row)]
    _made, accepted, dated, given = behind(
        pieces["3"],
        lambda: new_speaker_for(pieces["12"], edith),
        lambda: accept_all_of(row.snapshot, said_by, rosa),
        lambda: date_by_publication(pieces["9"], rosa),
        lambda: give_to_all(row, "said_on", rosa),
    )
    assert (len(accepted), dated, given) == (4, [], 0)
