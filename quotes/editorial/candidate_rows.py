"""Reading candidates: which one is meant, whether it is decided, who is said to have spoken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from quotes.models import Candidate, Decision, Snapshot, Speaker, Tenure
from quotes.text.names import fold_name

from .counted_dates import follow_event
from .drafting import keep
from .refusals import Refused

# Between the names of several who spoke together, in ``Candidate.speaker_name``.
BETWEEN_NAMES = ";"


class AlreadyDecided(Refused):
    """Somebody decided this candidate already; ``decision`` says who, and what."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        sentence = (
            _("%(who)s has accepted this already.")
            if decision.is_accepted
            else _("%(who)s has rejected this already.")
        )
        super().__init__([sentence % {"who": decision.decided_by_name}], rule="already_decided")


class Moved(Refused):
    """The article was captured again, and the candidate stands in another text of it now."""

    def __init__(self) -> None:
        sentence = _("The article was captured again: this passage stands in another text now.")
        super().__init__([sentence], rule="moved")


def heads(snapshot: Snapshot) -> models.QuerySet[Candidate]:
    """The candidates of a snapshot that are decided on, in the order of the text.

    Of an interrupted quotation that is its first part.
    """
    return snapshot.candidates.filter(part_of=None).order_by("start", "-end", "id")


def lock_heads(snapshot: Snapshot) -> None:
    """Lock all candidates that are decided on, always in one order, until the transaction ends.

    For who changes many: before any of them is locked alone, else two who do so at the same
    moment wait for each other.
    """
    rows = Candidate.objects.filter(snapshot=snapshot, part_of=None).order_by("pk")
    list(rows.select_for_update().values_list("pk"))


def locked_head(candidate: Candidate) -> Candidate:
    """The candidate, or the one whose part it is, locked until the transaction ends.

    Must run inside ``recorded()``; raises Candidate.DoesNotExist where it is gone.
    """
    found = Candidate.objects.select_for_update(of=("self",)).select_related(
        "snapshot__article", "counts_from"
    )
    return found.get(pk=candidate.part_of_id or candidate.pk)


def locked_open(candidate: Candidate) -> Candidate:
    """As ``locked_head``, but raises AlreadyDecided unless it is still open.

    A date that counts from an event is brought to what it is now.
    """
    locked = locked_head(candidate)
    decision = Decision.objects.filter(candidate=locked).first()
    if decision is not None:
        raise AlreadyDecided(decision)
    if follow_event(locked):
        keep(locked)
    return locked


@dataclass(frozen=True)
class InRole:
    """A speaker, and the role that he held then, if one is known."""

    speaker: Speaker
    tenure: Tenure | None = None


def speakers_of(candidate: Candidate) -> list[InRole]:
    """Who is chosen as having said it, in order. Reads ``further_speakers``."""
    chosen = [InRole(candidate.speaker, candidate.tenure)] if candidate.speaker else []
    return chosen + [InRole(row.speaker, row.tenure) for row in candidate.further_speakers.all()]


def names_of(candidate: Candidate) -> list[str]:
    """The fullest names that the text gives for those who said it."""
    names = (name.strip() for name in candidate.speaker_name.split(BETWEEN_NAMES))
    return [name for name in names if name]


def unknown_names(candidate: Candidate) -> list[str]:
    """The names for which no speaker is chosen yet. Reads ``further_speakers``."""
    names, chosen = names_of(candidate), speakers_of(candidate)
    # The name of one who is chosen may hold what stands between several.
    if len(names) <= len(chosen) or candidate.speaker_name == joined(
        one.speaker.name for one in chosen
    ):
        return []
    known = set().union(*(folded_forms(one.speaker) for one in chosen))
    return [name for name in names if fold_name(name) not in known]


def said_by_exactly(candidate: Candidate, speakers: set[int]) -> bool:
    """Whether these speakers, by their keys, are chosen and nobody else is named."""
    chosen = {one.speaker.pk for one in speakers_of(candidate)}
    return chosen == speakers and not unknown_names(candidate)


def folded_forms(speaker: Speaker) -> set[str]:
    """Every form of a speaker's name, folded. Reads ``names``."""
    return {fold_name(text) for text in (speaker.name, *map(str, speaker.names.all()))}


def in_printed_order(names: Sequence[str], chosen: Iterable[InRole]) -> list[InRole]:
    """Speakers in the order in which the text names them; those it does not name at the end."""
    folded = [fold_name(name) for name in names]

    def place(one: InRole) -> int:
        forms = folded_forms(one.speaker)
        return next((at for at, name in enumerate(folded) if name in forms), len(folded))

    return sorted(chosen, key=place)


def joined(names: Iterable[str]) -> str:
    """Several names as ``Candidate.speaker_name`` holds them."""
    return f"{BETWEEN_NAMES} ".join(names)[:200]


def as_described(candidate: Candidate) -> str:
    """How the text describes a source without a name (“ein hoher Beamter”); empty for a pronoun."""
    text = candidate.speaker_text.strip()
    if candidate.speaker_name or candidate.speaker is not None or len(text.split()) < 2:
        return ""
    return text


def is_open(candidate: Candidate) -> bool:
    """Whether nobody decided on it. Reads ``decision``."""
    return decision_of(candidate) is None


def decision_of(candidate: Candidate) -> Any:
    """What was decided, or None."""
    return getattr(candidate, "decision", None)
