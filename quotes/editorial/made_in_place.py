"""What a candidate needs and the database does not hold yet, made from the text itself."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from quotes.models import (
    Candidate,
    Event,
    EventKind,
    JointStatement,
    NameKind,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerKind,
    SpeakerName,
    StatementKind,
    Tenure,
)
from quotes.text.names import fold_name, sort_name

from .candidate_choices import changed, choose_speakers
from .candidate_rows import (
    InRole,
    folded_forms,
    heads,
    in_printed_order,
    is_open,
    joined,
    lock_heads,
    locked_open,
    names_of,
    speakers_of,
    unknown_names,
)
from .drafting import keep
from .editing import permit
from .recording import recorded
from .refusals import Refused

_ARTICLES = {"der", "die", "das", "dem", "den", "des", "the"}
_ARTICLES |= {"ein", "eine", "einem", "einen", "eines", "einer", "a", "an"}


def new_speaker_for(
    candidate: Candidate,
    user: Any,
    *,
    name: str = "",
    kind: str = "",
    family_name: str = "",
    role: str = "",
) -> Speaker:
    """The speaker of a candidate, made from the name that the text gives, for all its candidates.

    ``name`` is the first unknown one of the candidate's unless given; ``role`` becomes a role
    held, with the article as its source, for all open candidates of the speaker that name none.
    One that the database knows by this very name is taken instead of a second, and where somebody
    made all of them meanwhile, the first. Raises AlreadyDecided, Refused, NotPermitted.
    """
    permit(user, "add", Speaker)
    with recorded(user, _("Speaker made in the workbench")):
        lock_heads(candidate.snapshot)
        locked = locked_open(candidate)
        unknown, chosen = unknown_names(locked), speakers_of(locked)
        printed = next(iter(unknown), "") or _bare(locked.speaker_text)
        name = " ".join(name.split())
        made_already = chosen[0].speaker if chosen and not (unknown or name) else None
        name = name or (made_already.name if made_already else printed)
        if not name:
            raise Refused([_("Give the speaker’s name.")])
        if not any(character.isalpha() for character in name):
            raise Refused([_("A name has at least one letter.")])
        kind = kind or guessed_kind(name)
        speaker = made_already or known_by(name)
        if speaker is None:
            if kind != SpeakerKind.PERSON:
                family_name = ""
            family_name = family_name or guessed_family_name(name, kind, locked.snapshot)
            speaker = keep(Speaker(kind=kind, name=name, family_name=family_name))
            language = locked.snapshot.article.language
            for form in dict.fromkeys((name, printed or name)):
                keep(
                    SpeakerName(speaker=speaker, text=form, language=language, kind=NameKind.ALIAS)
                )
        tenure = _role(speaker, role, locked.snapshot) if role.strip() else None
        _spread(locked, printed, InRole(speaker, tenure))
    return speaker


def new_event_for(
    candidate: Candidate,
    user: Any,
    *,
    title: str,
    held_on: str = "",
    kind: str = "",
    place: str = "",
    counted_from: bool = False,
) -> Event:
    """An occasion made in place, for this candidate, or the event from which its date counts.

    See ``candidate_choices.change``.
    """
    permit(user, "add", Event)
    with recorded(user, _("Occasion made in the workbench")):
        locked = locked_open(candidate)
        event = keep(
            Event(
                **_titled(title, locked.snapshot),
                kind=kind or (EventKind.OTHER if counted_from else EventKind.MEETING),
                held_on=held_on,
                place=place,
            )
        )
        chosen: dict[str, Any] = {"counts_from" if counted_from else "event": event}
        changed(locked, **chosen)
    return event


def named_event(candidate: Candidate) -> str:
    """How an event from which the date counts is called by the words that name it; perhaps ""."""
    return _bare(candidate.hangs_on)


def new_statement_for(
    candidate: Candidate, user: Any, *, title: str, kind: str = ""
) -> JointStatement:
    """A joint statement made in place, for all open candidates from a document.

    Who said this candidate's words signs it. Raises AlreadyDecided, Refused, NotPermitted.
    """
    permit(user, "add", JointStatement)
    with recorded(user, _("Joint statement made in the workbench")):
        lock_heads(candidate.snapshot)
        locked = locked_open(candidate)
        statement = keep(
            JointStatement(
                **_titled(title, locked.snapshot),
                kind=kind or StatementKind.JOINT_STATEMENT,
                issued_on=locked.said_on,
                event=locked.event,
            )
        )
        for position, one in enumerate(speakers_of(locked), start=1):
            keep(
                Signatory(
                    statement=statement, position=position, speaker=one.speaker, tenure=one.tenure
                )
            )
        changed(locked, statement=statement, from_document=True)
        for row in _open_ones(locked.snapshot):
            if row.from_document and row.statement_id is None:
                changed(row, statement=statement)
    return statement


def known_by(name: str) -> Speaker | None:
    """The one speaker with exactly this name, in any form, folded; None where none or several."""
    folded = fold_name(name)
    if not folded:
        return None
    formed = SpeakerName.objects.filter(folded=folded).values("speaker")
    # A name is sorted by one of its words: an index finds it under each.
    sorted_so = {sort_name(name, word) for word in name.split()} | {folded}
    found = Speaker.objects.filter(Q(pk__in=formed) | Q(sort_name__in=sorted_so)).order_by("pk")
    same = [
        speaker
        for speaker in found.prefetch_related("names")[:10]
        if folded in folded_forms(speaker)
    ]
    return same[0] if len(same) == 1 else None


def guessed_kind(name: str) -> str:
    """A person, unless the name holds a word in small letters or is an abbreviation."""
    words = name.split()
    small = any(word[0].islower() and len(word) > 3 for word in words)
    abbreviated = len(words) == 1 and len(name) > 1 and name.isupper()
    return SpeakerKind.ORGANISATION if small or abbreviated else SpeakerKind.PERSON


def guessed_family_name(name: str, kind: str, snapshot: Snapshot) -> str:
    """The word of a person's name that the text also prints without the others; else the last.

    “Minister Ahn” beside “Ahn Gyu Back” tells that Ahn is the family name.
    """
    words = name.split()
    if kind != SpeakerKind.PERSON or len(words) < 2:
        return ""
    for row in snapshot.candidates.exclude(speaker_text=""):
        alone = set(row.speaker_text.split()) & set(words)
        if len(alone) == 1:
            return alone.pop()
    return words[-1]


def _bare(printed: str) -> str:
    """A printed description without its article, where the text gives no name; no pronoun."""
    words = printed.split()
    if len(words) < 2:
        return ""
    return " ".join(words[1:] if words[0].lower() in _ARTICLES else words)


def _titled(title: str, snapshot: Snapshot) -> dict[str, str]:
    language = "de" if snapshot.article.language.startswith("de") else "en"
    return {f"title_{language}": " ".join(title.split())}


def _role(speaker: Speaker, role: str, snapshot: Snapshot) -> Tenure:
    titled = _titled(role, snapshot)
    held = speaker.tenures.filter(**titled).first()
    return held or keep(Tenure(speaker=speaker, source=snapshot.article, **titled))


def _open_ones(snapshot: Snapshot) -> list[Candidate]:
    """After ``lock_heads``."""
    rows = heads(snapshot).select_related("decision", "speaker", "tenure", "snapshot__article")
    rows = rows.prefetch_related("further_speakers__speaker__names", "speaker__names")
    return [row for row in rows if is_open(row)]


def _spread(candidate: Candidate, printed: str, made: InRole) -> None:
    """Choose the speaker for the candidate, and for all whose text gives the same name; the role
    for all of the speaker's that have none."""
    folded = fold_name(printed)
    for row in _open_ones(candidate.snapshot):
        chosen = speakers_of(row)
        others = [one for one in chosen if one.speaker.pk != made.speaker.pk]
        named = folded in {fold_name(name) for name in unknown_names(row)}
        without_role = made.tenure is not None and InRole(made.speaker) in chosen
        if row.pk != candidate.pk and not named and not without_role:
            continue
        names = names_of(row)
        choose_speakers(row, in_printed_order(names, [*others, made]))
        if len(names) > len(others) + 1:
            # Others of this candidate are to be made yet.
            row.speaker_name = joined(names)
            keep(row)
