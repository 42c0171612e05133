"""The actions of the workbench by their names: each calls one editorial function and says so."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quotes.editorial import candidate_choices, candidate_places, candidates, made_in_place
from quotes.editorial.candidate_rows import AlreadyDecided, speakers_of, unknown_names
from quotes.editorial.publishing_drafts import Outcome, publish_ready
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.reopening import reopen, reopen_own
from quotes.editorial.taking_back import take_back
from quotes.models import Candidate, Quote

from .asked import Malformed
from .changes import change_fields
from .doing import Doing, Done


def words(candidate: Candidate) -> str:
    return Truncator(" ".join(candidate.exact.split())).chars(60)


def _accept(doing: Doing) -> Done:
    candidate = doing.candidate
    _once(lambda: candidates.accept(candidate, doing.user), doing.user, accepted=True)
    return _went(_("Accepted: “%(words)s”"), candidate)


def _accept_as(doing: Doing) -> Done:
    candidate = doing.candidate
    quote = doing.asked.row("quote", Quote)
    if quote is None:
        raise Malformed(_("“%(name)s” is a whole number.") % {"name": "quote"})
    _once(lambda: candidates.accept_as(candidate, quote, doing.user), doing.user, accepted=True)
    return _went(_("Accepted as a further occurrence: “%(words)s”"), candidate)


def _reject(doing: Doing) -> Done:
    candidate = doing.candidate
    _once(lambda: candidates.reject(candidate, doing.user), doing.user, accepted=False)
    return _went(_("Rejected: “%(words)s”"), candidate)


def _once(decide: Callable[[], Any], user: Any, *, accepted: bool) -> None:
    """A decision that the same person sends twice, since its answer was lost, is made once."""
    try:
        decide()
    except AlreadyDecided as refusal:
        made = refusal.decision
        if made.decided_by_id != user.pk or made.is_accepted != accepted:
            raise


def _went(sentence: str, candidate: Candidate) -> Done:
    return Done(
        sentence % {"words": words(candidate)}, go_on_from=candidate.part_of_id or candidate.pk
    )


def _reopen(doing: Doing) -> Done:
    candidate = doing.candidate
    reopen(candidate, doing.user, only_own=doing.asked.truth("mine"))
    return Done(_("Open again: “%(words)s”") % {"words": words(candidate)}, candidate.pk)


def _accept_all(doing: Doing) -> Done:
    candidate = doing.candidate
    speakers = [one.speaker for one in speakers_of(candidate)]
    if not speakers:
        raise Refused([_("Choose who said it first.")])
    made = candidates.accept_all_of(doing.snapshot, speakers, doing.user)
    sentence = ngettext("%(count)s candidate accepted", "%(count)s candidates accepted", len(made))
    rows = doing.snapshot.candidates.filter(decision__occurrence__in=made)
    return Done(
        sentence % {"count": len(made)},
        go_on_from=candidate.pk,
        undo=_undone_by("reopen_all", candidate, rows),
    )


def _reopen_all(doing: Doing) -> Done:
    opened = reopen_own(doing.snapshot, doing.asked.numbers("candidates"), doing.user)
    sentence = ngettext(
        "%(count)s candidate open again.", "%(count)s candidates open again.", len(opened)
    )
    return Done(sentence % {"count": len(opened)}, doing.candidate.pk)


def _give_to_all(doing: Doing) -> Done:
    candidate, column = doing.candidate, doing.asked.text("field")
    if column not in candidate_choices.SHARED:
        raise Malformed(_("This is each candidate’s own."))
    with recorded(doing.user) as change:
        given = candidate_choices.give_to_all(candidate, column, doing.user)
    sentence = ngettext(
        "Given to %(count)s other candidate.", "Given to %(count)s other candidates.", given
    )
    return doing.changed(sentence % {"count": given}, change, candidate.pk)


def _date_by_publication(doing: Doing) -> Done:
    candidate = doing.candidate
    with recorded(doing.user) as change:
        given = candidate_choices.date_by_publication(candidate, doing.user)
    sentence = ngettext(
        "Dated by the publication: %(count)s candidate.",
        "Dated by the publication: %(count)s candidates.",
        len(given),
    )
    return doing.changed(sentence % {"count": len(given)}, change, candidate.pk)


def _take_back(doing: Doing) -> Done:
    try:
        change = uuid.UUID(doing.asked.text("change"))
    except ValueError as error:
        raise Malformed(_("There is no such change.")) from error
    back = take_back(doing.snapshot, change, doing.user)
    sentence = ngettext(
        "Taken back for %(count)s candidate.", "Taken back for %(count)s candidates.", len(back)
    )
    return Done(sentence % {"count": len(back)}, doing.asked.key("candidate"))


def _undone_by(action: str, at_hand: Candidate, rows: Iterable[Candidate]) -> dict[str, Any]:
    return {"action": action, "candidate": at_hand.pk, "candidates": [row.pk for row in rows]}


def _resize(doing: Doing) -> Done:
    candidate, asked = doing.candidate, doing.asked
    with recorded(doing.user) as change:
        moved = candidate_places.resize(
            candidate, asked.number("start"), asked.number("end"), doing.user
        )
    return doing.changed(_("Borders moved."), change, moved.pk)


def _mark(doing: Doing) -> Done:
    asked = doing.asked
    with recorded(doing.user) as change:
        made = candidate_places.mark(
            doing.snapshot, asked.number("start"), asked.number("end"), doing.user
        )
    return doing.changed(_("New candidate: “%(words)s”") % {"words": words(made)}, change, made.pk)


def _new_speaker(doing: Doing) -> Done:
    """The named speaker; without a name every unknown one of the candidate."""
    candidate, asked = doing.candidate, doing.asked
    given = {name: asked.text(name) for name in ("name", "kind", "family_name", "role")}
    with recorded(doing.user) as change:
        made = [made_in_place.new_speaker_for(candidate, doing.user, **given)]
        while not given["name"] and unknown_names(row := doing.candidate):
            made.append(made_in_place.new_speaker_for(row, doing.user))
    names = ", ".join(str(speaker) for speaker in made)
    sentence = _("Among the speakers now: %(names)s") % {"names": names}
    return doing.changed(sentence, change, candidate.pk)


def _new_event(doing: Doing) -> Done:
    candidate, asked = doing.candidate, doing.asked
    counted_from = asked.truth("counted_from")
    with recorded(doing.user) as change:
        event = made_in_place.new_event_for(
            candidate,
            doing.user,
            title=asked.text("title"),
            held_on=asked.text("held_on"),
            place=asked.text("place"),
            counted_from=counted_from,
        )
    sentence = _("Event made: %(title)s") if counted_from else _("Occasion made: %(title)s")
    return doing.changed(sentence % {"title": event}, change, candidate.pk)


def _new_statement(doing: Doing) -> Done:
    candidate = doing.candidate
    with recorded(doing.user) as change:
        statement = made_in_place.new_statement_for(
            candidate, doing.user, title=doing.asked.text("title")
        )
    sentence = _("Joint statement made: %(title)s") % {"title": statement}
    return doing.changed(sentence, change, candidate.pk)


def _publish(doing: Doing) -> Done:
    return Done(
        outcome_told(publish_ready(doing.snapshot, doing.user)), doing.asked.key("candidate")
    )


def outcome_told(outcome: Outcome) -> str:
    """What became of the drafts, in sentences."""
    told = []
    if outcome.published:
        count = len(outcome.published)
        told.append(
            ngettext("%(count)s published.", "%(count)s published.", count) % {"count": count}
        )
    if outcome.in_review:
        count = len(outcome.in_review)
        told.append(
            ngettext(
                "%(count)s waits for review: a second person publishes it.",
                "%(count)s wait for review: a second person publishes them.",
                count,
            )
            % {"count": count}
        )
    if outcome.left:
        count = len(outcome.left)
        told.append(
            ngettext("%(count)s lacks something.", "%(count)s lack something.", count)
            % {"count": count}
        )
    return " ".join(told) or _("There is nothing to publish.")


ACTIONS: dict[str, Callable[[Doing], Done]] = {
    "accept": _accept,
    "accept_as": _accept_as,
    "accept_all": _accept_all,
    "reject": _reject,
    "reopen": _reopen,
    "reopen_all": _reopen_all,
    "change": change_fields,
    "give_to_all": _give_to_all,
    "date_by_publication": _date_by_publication,
    "take_back": _take_back,
    "resize": _resize,
    "mark": _mark,
    "new_speaker": _new_speaker,
    "new_event": _new_event,
    "new_statement": _new_statement,
    "publish": _publish,
}
