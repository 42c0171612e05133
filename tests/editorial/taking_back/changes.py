"""Changes of candidates by their number, and how all candidates of a text stand."""

from quotes.editorial import candidate_choices, made_in_place
from quotes.editorial.candidate_rows import speakers_of
from quotes.editorial.recording import recorded
from quotes.models import Candidate


def fresh(candidate):
    return Candidate.objects.get(pk=candidate.pk)


def everything(snapshot):
    """All that is chosen for the candidates of the text, whatever the numbers of the rows."""
    rows = Candidate.objects.filter(snapshot=snapshot).order_by("start", "-end")
    columns = [
        field.attname
        for field in Candidate._meta.concrete_fields
        if field.name not in ("id", "updated_at", "created_at")
    ]
    return [
        (
            [getattr(row, column) for column in columns],
            speakers_of(row),
            sorted(topic.pk for topic in row.topics.all()),
        )
        for row in rows
    ]


def change(candidate, user, **fields):
    with recorded(user) as number:
        candidate_choices.change(candidate, user, **fields)
    return number


def new_speaker(candidate, user, **given):
    with recorded(user) as number:
        made_in_place.new_speaker_for(candidate, user, **given)
    return number
