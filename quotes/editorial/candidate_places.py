"""Where candidates stand: marked by an editor, their borders moved. Offsets are code points."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from quotes.models import Candidate, CandidateOrigin, Snapshot, SpeechType
from quotes.text.anchors import Span, strip_quotation_marks
from quotes.text.normalising import is_boundary

from .candidate_rows import Moved, locked_open
from .drafting import keep
from .editing import permit
from .recording import recorded
from .refusals import Refused


def mark(snapshot: Snapshot, start: int, end: int, user: Any) -> Candidate:
    """A new candidate from a selection, without the blanks and the quotation marks around it.

    Within another candidate it takes from that one whose words they are. One that stands at this
    place already is returned. Raises Refused where no words are selected, NotPermitted.
    """
    permit(user, "add", Candidate)
    with recorded(user, _("Marked in the workbench")):
        place = placed(snapshot.text, start, end)
        existing = snapshot.candidates.filter(start=place.start, end=place.end).first()
        if existing is not None:
            return existing
        around = (
            snapshot.candidates.filter(start__lte=place.start, end__gte=place.end, part_of=None)
            .order_by("-start", "end")
            .first()
        )
        candidate = Candidate(
            snapshot=snapshot,
            start=place.start,
            end=place.end,
            origin=CandidateOrigin.MARKED,
            kind=_kind(snapshot.text, place, around),
            within=around,
        )
        if around is not None:
            for column in _SHARED:
                setattr(candidate, column, getattr(around, column))
        return keep(candidate)


# What a passage within another has in common with it, until an editor says otherwise.
_SHARED = (
    "speaker_text",
    "speaker_start",
    "speaker_name",
    "speaker",
    "tenure",
    "addressee",
    "from_document",
    "said_on",
    "said_on_basis",
    "said_on_expression",
    "hangs_on",
    "counts_from",
    "said_on_counted",
    "event",
    "statement",
)


def resize(candidate: Candidate, start: int, end: int, user: Any) -> Candidate:
    """Move the borders of an open candidate, or of one part of an interrupted quotation.

    Raises AlreadyDecided; Moved where the places are those of another text by now; Refused where
    no words are selected, where another candidate stands at exactly this place, or where parts
    would overlap; NotPermitted.
    """
    permit(user, "change", Candidate)
    with recorded(user, _("Borders moved in the workbench")):
        head = locked_open(candidate)
        if head.snapshot_id != candidate.snapshot_id:
            raise Moved
        row = head if candidate.part_of_id is None else Candidate.objects.get(pk=candidate.pk)
        place = placed(head.snapshot.text, start, end)
        if (place.start, place.end) == (row.start, row.end):
            return row
        row.start, row.end = place.start, place.end
        check_place(row)
        return keep(row)


def check_place(row: Candidate) -> None:
    """Raise Refused where another stands at exactly the row's place, or another part of the same
    quotation overlaps it."""
    others = Candidate.objects.filter(snapshot=row.snapshot_id).exclude(pk=row.pk)
    if others.filter(start=row.start, end=row.end).exists():
        raise Refused([_("Another candidate has exactly these borders.")], rule="place_taken")
    head = row.part_of_id or row.pk
    parts = others.filter(Q(pk=head) | Q(part_of=head))
    if parts.filter(start__lt=row.end, end__gt=row.start).exists():
        raise Refused([_("The parts of a passage follow each other without overlapping.")])


def placed(text: str, start: int, end: int) -> Span:
    """The selected stretch without blanks and quotation marks around it, characters kept whole.

    Raises Refused where nothing is left, or the place lies outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise Refused([_("Select the words first.")], rule="passage_empty")
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    selected = text[start:end]
    words = strip_quotation_marks(selected)
    if not words:
        raise Refused([_("Select the words first.")], rule="passage_empty")
    begin = start + selected.index(words)
    return Span(begin, begin + len(words))


def _in_marks(text: str, place: Span) -> bool:
    """Whether quotation marks stand right around the passage."""
    around = text[max(0, place.start - 1) : place.end + 1]
    return strip_quotation_marks(around) == text[place.start : place.end] != around.strip()


def _kind(text: str, place: Span, around: Candidate | None) -> str:
    if not _in_marks(text, place):
        return SpeechType.INDIRECT
    return SpeechType.DIRECT if around is None else SpeechType.FRAGMENT
