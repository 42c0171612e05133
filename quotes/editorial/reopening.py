"""Taking a decision on a candidate back, as long as nothing was built upon it."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from quotes.models import (
    Candidate,
    Decision,
    Occurrence,
    Quote,
    Segment,
    Snapshot,
)

from .aggregates import all_events, event_model
from .candidate_rows import decision_of, heads, lock_heads, locked_head
from .deleting import why_kept
from .editing import check_may_change, permit
from .later_changes import change_of_insert, changed_since
from .recording import check_rules_now, recorded
from .refusals import NotPermitted, Refused


def reopen(candidate: Candidate, user: Any, *, only_own: bool = False) -> Candidate:
    """Make a decided candidate open again.

    The draft that acceptance made is deleted; a further occurrence is taken off its quote again,
    or marked as withdrawn where the quote was published. Raises Refused where somebody changed
    what acceptance made, where it left the drafts, where nothing is decided, or, with
    ``only_own``, where somebody else decided; NotPermitted, too where a draft is somebody else's
    and the user may delete none.
    """
    permit(user, "change", Candidate)
    with recorded(user, _("Decision taken back in the workbench")):
        locked = locked_head(candidate)
        decision = Decision.objects.select_related("occurrence").filter(candidate=locked).first()
        if decision is None:
            raise Refused([_("Nothing is decided here yet.")])
        if only_own and decision.decided_by_id != user.pk:
            sentence = _("%(who)s decided this: open it again with the button.")
            raise Refused([sentence % {"who": decision.decided_by_name}])
        if decision.occurrence is not None:
            _take_back(decision, decision.occurrence, user)
        Decision.objects.filter(pk=decision.pk).delete()
        check_rules_now()
    return locked


def reopen_own(snapshot: Snapshot, candidates: Iterable[int], user: Any) -> list[Candidate]:
    """Make those of the candidates, named by their keys, open again that the user decided.

    What is open already, or somebody else's decision meanwhile, is left. All or none otherwise:
    raises what ``reopen`` raises.
    """
    with recorded(user, _("Decision taken back in the workbench")):
        lock_heads(snapshot)
        rows = heads(snapshot).filter(pk__in=list(candidates)).select_related("decision")
        return [
            reopen(row, user)
            for row in rows
            if (decision := decision_of(row)) is not None and decision.decided_by_id == user.pk
        ]


def _take_back(decision: Decision, occurrence: Occurrence, user: Any) -> None:
    if decision.decided_by_id != user.pk and not user.has_perm("quotes.delete_quote"):
        raise NotPermitted(
            _("%(who)s accepted this: only who did, or may delete quotes, takes it back.")
            % {"who": decision.decided_by_name}
        )
    quote = Quote.objects.select_for_update().get(pk=occurrence.quote_id)
    context = change_of_insert(decision)
    if context is not None and context == change_of_insert(quote):
        _delete_draft(quote, context)
        return
    check_may_change(user, quote)
    if occurrence.preferred or changed_since(_events_of(occurrence), context):
        raise Refused(
            [_("This occurrence was changed after it was accepted: change it in its quote.")]
        )
    if quote.first_published_at is None:
        occurrence.delete()
    else:
        occurrence.withdrawn = True
        occurrence.save()


def _delete_draft(quote: Quote, context: uuid.UUID) -> None:
    kept = why_kept(quote)
    if kept:
        raise Refused([kept], rule="kept")
    if changed_since(all_events(quote), context) or quote.review_comments.exists():
        raise Refused(
            [_("Somebody worked on this draft after it was accepted: delete it on its own page.")]
        )
    quote.delete()


def _events_of(occurrence: Occurrence) -> list[models.QuerySet[Any]]:
    return [
        event_model(Occurrence).objects.filter(pgh_obj_id=occurrence.pk),
        event_model(Segment).objects.filter(occurrence_id=occurrence.pk),
    ]
