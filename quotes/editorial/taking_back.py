"""Taking back what one change in the workbench did: to candidates, and what it made for them.

The history says what stood there before. What somebody has changed since stays as it is.
"""

import uuid
from typing import Any

from django.utils.translation import gettext as _

from quotes.models import Candidate, CandidateOrigin, FurtherSpeaker, Snapshot, Topic

from .aggregates import event_model
from .candidate_changes import CandidateChange, Versions
from .candidate_places import check_place
from .candidate_rows import Moved, is_open, lock_heads
from .drafting import keep
from .editing import permit
from .later_changes import stands_as_left
from .recording import recorded
from .refusals import Refused
from .removing_made import remove_unused

_PLACE = ("start", "end")
_SPEAKERS = ("speaker_text", "speaker_start", "speaker_name", "speaker_id", "tenure_id")
_COUNTED = ("said_on_expression", "hangs_on", "counts_from_id")
_DATE = ("said_on", "said_on_basis", "said_on_counted", *_COUNTED)
# Columns that belong together: taken back together, or not at all. Speakers see below.
_TOGETHER = (
    _PLACE,
    ("kind",),
    ("reporting_phrase",),
    ("addressee",),
    _DATE,
    ("event_id",),
    ("statement_id",),
    ("from_document",),
)


def did_something(snapshot: Snapshot, number: uuid.UUID) -> bool:
    """Whether the change of this number made a difference to a candidate of the text."""
    return bool(CandidateChange(snapshot, number).touched)


def take_back(snapshot: Snapshot, number: uuid.UUID, user: Any) -> list[Candidate]:
    """Bring the open candidates of the text back to where they stood before a change of the user.

    A speaker, role, occasion or statement that the change made goes again, unless it is used
    elsewhere or somebody changed it. Answers which candidates were brought back; one that the
    change marked is gone. Raises Moved where the article was captured again, Refused where the
    change is somebody else's or nothing of it is left to take back, NotPermitted.
    """
    permit(user, "change", Candidate)
    with recorded(user, _("Taken back in the workbench")):
        lock_heads(snapshot)
        change = CandidateChange(snapshot, number)
        if change.touched and change.by != user.pk:
            raise Refused([_("Somebody else changed this.")])
        rows = Candidate.objects.filter(pk__in=change.touched)
        rows = rows.select_related("decision", "snapshot__article", "part_of__decision")
        back = []
        for row in rows.select_for_update(of=("self",)).order_by("pk"):
            if row.snapshot_id != snapshot.pk:
                raise Moved
            if is_open(row.part_of or row) and _taken_back(row, change):
                back.append(row)
        if not back:
            raise Refused([_("Nothing of this is left to take back.")], rule="nothing_left")
        for made in change.made():
            remove_unused(made, number)
    return back


def _taken_back(row: Candidate, change: CandidateChange) -> bool:
    """Whether something of the change could be taken off the row, which is then kept."""
    before, after = change.rows.before.get(row.pk), change.rows.after.get(row.pk)
    if after is not None and before is None:
        return _unmarked(row, change.number)
    if any(version and version.snapshot_id != row.snapshot_id for version in (before, after)):
        # Places in another text are none here.
        return False
    further, topics = change.further.get(row.pk), change.topics.get(row.pk)
    did = _speakers(row, before, after, further)
    if after is not None:
        for columns in _TOGETHER:
            did = _columns(row, columns, before, after) or did
    if topics is not None:
        did = _topics(row, topics) or did
    if did:
        keep(row)
    return did


def _unmarked(row: Candidate, number: uuid.UUID) -> bool:
    """A candidate that the change marked goes, where it is still as it was then."""
    used = row.parts.exists() or row.fragments.exists()
    used = used or row.further_speakers.exists() or row.topics.exists()
    if row.origin != CandidateOrigin.MARKED or used:
        return False
    if not stands_as_left(event_model(Candidate).objects.filter(pgh_obj_id=row.pk), number):
        return False
    row.delete()
    return True


def _columns(row: Candidate, columns: tuple[str, ...], before: Any, after: Any) -> bool:
    if _values(before, columns) == _values(after, columns):
        return False
    if _values(row, columns) != _values(after, columns) and not _followed(row, columns, after):
        return False
    if not _still_there(before, columns):
        return False
    for column in columns:
        setattr(row, column, getattr(before, column))
    if columns == _PLACE:
        check_place(row)
    return True


def _followed(row: Candidate, columns: tuple[str, ...], after: Any) -> bool:
    """Whether only the event from which the date counts has another date since."""
    counted = columns == _DATE and row.said_on_counted and after.said_on_counted
    return counted and _values(row, _COUNTED) == _values(after, _COUNTED)


def _speakers(row: Candidate, before: Any, after: Any, further: Versions | None) -> bool:
    """All who said it, together."""
    if further is None and _values(before, _SPEAKERS) == _values(after, _SPEAKERS):
        return False
    stands = after is None or _values(row, _SPEAKERS) == _values(after, _SPEAKERS)
    beside = [*row.further_speakers.order_by("pk").values_list("speaker_id", "tenure_id")]
    if not stands or (further is not None and _listed(further.after) != beside):
        return False
    first = row if before is None else before
    others = beside if further is None else _listed(further.before)
    if first.speaker_id in {speaker for speaker, _tenure in others}:
        # Somebody else was put first since, who would be named twice.
        return False
    named = [first] if further is None else [first, *further.before.values()]
    if not all(_still_there(one, ("speaker_id", "tenure_id")) for one in named):
        return False
    if before is not None:
        for column in _SPEAKERS:
            setattr(row, column, getattr(before, column))
    if further is not None:
        row.further_speakers.all().delete()
        for speaker, tenure in others:
            keep(FurtherSpeaker(candidate=row, speaker_id=speaker, tenure_id=tenure))
    return True


def _topics(row: Candidate, topics: Versions) -> bool:
    before, after = (
        {one.topic_id for one in held.values()} for held in (topics.before, topics.after)
    )
    now = set(row.topics.values_list("pk", flat=True))
    added = (after - before) & now
    # One that was deleted since does not come back.
    removed = Topic.objects.filter(pk__in=before - after - now)
    did = bool(added) or removed.exists()
    row.topics.remove(*added)
    row.topics.add(*removed)
    return did


def _still_there(version: Any, columns: tuple[str, ...]) -> bool:
    """Whether what the columns of the version name was not deleted since."""
    for column in columns:
        named = Candidate._meta.get_field(column).related_model
        key = getattr(version, column)
        if named and key is not None and not named._base_manager.filter(pk=key).exists():
            return False
    return True


def _values(row: Any, columns: tuple[str, ...]) -> list[Any]:
    return [getattr(row, column, None) for column in columns]


def _listed(rows: dict[int, Any]) -> list[tuple[int, int | None]]:
    return [(rows[key].speaker_id, rows[key].tenure_id) for key in sorted(rows)]
