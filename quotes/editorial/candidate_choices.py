"""What an editor chooses for a candidate before it is accepted: who said it, when, on what."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from quotes.models import (
    Candidate,
    DateBasis,
    FurtherSpeaker,
    JointStatement,
    Snapshot,
    Speaker,
    Tenure,
)

from .candidate_rows import InRole, heads, is_open, joined, lock_heads, locked_open, speakers_of
from .counted_dates import count_anew, counting_phrase, follow_event
from .drafting import keep
from .editing import permit
from .recording import recorded
from .refusals import Refused

# Columns that are changed as they are given.
PLAIN = (
    "kind",
    "speaker_text",
    "reporting_phrase",
    "addressee",
    "from_document",
    "said_on",
    "said_on_basis",
    "said_on_expression",
    "counts_from",
    "event",
    "statement",
)
# What can be given to all open candidates of a text at once.
SHARED = ("event", "statement", "said_on", "counts_from", "addressee")


def change(candidate: Candidate, user: Any, **fields: Any) -> Candidate:
    """Change what is chosen for an open candidate.

    Takes the columns in ``PLAIN``, ``topics`` (a list), and ``speakers``: those who said it
    (``InRole``), in order; an empty list says that nobody is named. An occasion brings its day
    where no date is known, a statement its signatories where no speaker is. The event from which
    the words count gives the date until somebody types one; a date that is emptied counts again.
    Raises AlreadyDecided, Refused, NotPermitted.
    """
    permit(user, "change", Candidate)
    with recorded(user, _("Changed in the workbench")):
        return changed(locked_open(candidate), **fields)


def changed(
    row: Candidate,
    *,
    speakers: Sequence[InRole] | None = None,
    topics: Sequence[Any] | None = None,
    **plain: Any,
) -> Candidate:
    """As ``change``, on a locked row, inside ``recorded()``."""
    unknown = set(plain) - set(PLAIN)
    if unknown:
        raise TypeError(f"A candidate has no {sorted(unknown)} to change.")
    for column, value in plain.items():
        setattr(row, column, value)
    if "said_on_expression" in plain:
        phrase = counting_phrase(row)
        row.hangs_on = phrase.hangs_on[:200] if phrase else ""
    typed = "said_on" in plain or "said_on_basis" in plain
    if typed:
        row.said_on_counted = False
        _fit_basis(row)
    if plain.get("counts_from") is not None and not typed:
        count_anew(row)
    else:
        follow_event(row)
    if plain.get("event") is not None:
        _take_day(row)
    if plain.get("statement") is not None and speakers is None and not speakers_of(row):
        speakers = _signatories(plain["statement"])
    if speakers is not None:
        choose_speakers(row, speakers)
    else:
        keep(row)
    if topics is not None:
        row.topics.set(topics)
    return row


def choose_speakers(row: Candidate, speakers: Sequence[InRole]) -> None:
    """Fix who said it, on a locked row; the names that the text gives follow."""
    if len({one.speaker.pk for one in speakers}) < len(speakers):
        raise Refused([_("This speaker is named already.")])
    first = next(iter(speakers), None)
    row.speaker, row.tenure = (first.speaker, first.tenure) if first else (None, None)
    row.speaker_name = joined(one.speaker.name for one in speakers)
    keep(row)
    row.further_speakers.all().delete()
    for one in speakers[1:]:
        keep(FurtherSpeaker(candidate=row, speaker=one.speaker, tenure=one.tenure))


def usual_role(snapshot: Snapshot, speaker: Speaker) -> Tenure | None:
    """The role in which the candidates of this text name the speaker; None where they name none."""
    among_candidates = Tenure.objects.filter(candidates__snapshot=snapshot)
    shared = Tenure.objects.filter(candidates_shared__candidate__snapshot=snapshot)
    return (among_candidates | shared).filter(speaker=speaker).order_by("pk").first()


def give_to_all(candidate: Candidate, column: str, user: Any) -> int:
    """Give this candidate's choice in one of the columns ``SHARED`` to the other open ones.

    Those that have one keep it, but for a date that is only that of publication; a statement
    goes to what is from a document, an event to count from to what hangs on the same words.
    Answers how many it was given to. Raises NotPermitted.
    """
    permit(user, "change", Candidate)
    if column not in SHARED:
        raise TypeError(f"A candidate's {column} is its own.")
    with recorded(user, _("Given to all candidates in the workbench")):
        follow_event(candidate)
        given = 0
        lock_heads(candidate.snapshot)
        rows = heads(candidate.snapshot).exclude(pk=candidate.pk)
        for row in rows.select_related("decision"):
            if is_open(row) and _lacks(row, column, candidate):
                changed(row, **_taken(candidate, column))
                given += 1
    return given


def date_by_publication(candidate: Candidate, user: Any) -> list[Candidate]:
    """Give the article's date of publication, as no more than that, to all open candidates of the
    text without a date; what counts from an event goes on waiting for it.

    Answers to which it was given. Raises Refused where the article has no date, NotPermitted.
    """
    permit(user, "change", Candidate)
    published = candidate.snapshot.article.published_on
    if not published:
        raise Refused([_("The article has no date of publication.")])
    with recorded(user, _("Dated by the publication in the workbench")):
        given = []
        lock_heads(candidate.snapshot)
        for row in heads(candidate.snapshot).select_related("decision"):
            undated = not row.said_on and row.said_on_basis != DateBasis.UNKNOWN
            if is_open(row) and undated and counting_phrase(row) is None:
                given.append(changed(row, said_on=published, said_on_basis=DateBasis.PUBLICATION))
    return given


def _lacks(row: Candidate, column: str, giver: Candidate) -> bool:
    if column == "said_on":
        return not row.said_on or row.said_on_basis == DateBasis.PUBLICATION
    if column == "counts_from" and (row.hangs_on != giver.hangs_on or counting_phrase(row) is None):
        return False
    if column == "statement" and not row.from_document:
        return False
    return not getattr(row, column)


def _taken(candidate: Candidate, column: str) -> dict[str, Any]:
    columns = (column, "said_on_basis") if column == "said_on" else (column,)
    return {name: getattr(candidate, name) for name in columns}


def _fit_basis(row: Candidate) -> None:
    """How the date is known fits whether there is one."""
    if row.said_on and row.said_on_basis in ("", DateBasis.UNKNOWN):
        row.said_on_basis = DateBasis.INFERRED
    elif not row.said_on and row.said_on_basis != DateBasis.UNKNOWN:
        row.said_on_basis = ""


def _take_day(row: Candidate) -> None:
    """What was said on an occasion was said on its day, where nothing more is known."""
    if row.event is None or not row.event.held_on:
        return
    if row.said_on and row.said_on_basis != DateBasis.PUBLICATION:
        return
    # Words that count from another event did not lead to this day.
    printed = row.said_on_expression and counting_phrase(row) is None
    row.said_on = row.event.held_on
    row.said_on_basis = DateBasis.DERIVED if printed else DateBasis.INFERRED


def _signatories(statement: JointStatement) -> list[InRole] | None:
    rows = statement.signatories.select_related("speaker", "tenure")
    return [InRole(row.speaker, row.tenure) for row in rows] or None
