"""Changing what is chosen for a candidate."""

from typing import Any

from django.utils.translation import gettext as _

from quotes.editorial import candidate_choices
from quotes.editorial.candidate_rows import InRole
from quotes.editorial.recording import recorded
from quotes.models import Candidate, Event, JointStatement, Speaker, Tenure, Topic

from .asked import Asked, Malformed, one_of
from .doing import Doing, Done


def change_fields(doing: Doing) -> Done:
    candidate, asked = doing.candidate, doing.asked
    fields: dict[str, Any] = {
        name: asked.text(name)
        for name in candidate_choices.PLAIN
        if asked.has(name) and name not in ("counts_from", "event", "statement", "from_document")
    }
    if asked.has("counts_from"):
        fields["counts_from"] = asked.row("counts_from", Event)
    if asked.has("from_document"):
        fields["from_document"] = asked.truth("from_document")
    if asked.has("event"):
        fields["event"] = asked.row("event", Event)
    if asked.has("statement"):
        fields["statement"] = asked.row("statement", JointStatement)
    if asked.has("topics"):
        fields["topics"] = asked.rows("topics", Topic)
    if asked.has("speakers"):
        fields["speakers"] = [_in_role(entry, doing) for entry in asked.entries("speakers")]
    if not fields:
        raise Malformed(_("Say what to change."))
    if not asked.as_json:
        # A plain form sends every field; what nobody touched is not typed.
        fields = {name: value for name, value in fields.items() if _differs(candidate, name, value)}
    with recorded(doing.user) as change:
        candidate_choices.change(candidate, doing.user, **fields)
    return doing.changed(_("Saved."), change, candidate.pk)


def _differs(candidate: Candidate, name: str, value: Any) -> bool:
    return name not in candidate_choices.PLAIN or getattr(candidate, name) != value


def _in_role(entry: Any, doing: Doing) -> InRole:
    """A speaker in the role that is named, or, where nothing is said, in the usual one."""
    if not isinstance(entry, dict):
        raise Malformed(_("A speaker is named by an object."))
    named = Asked(entry, as_json=True)
    speaker = one_of(Speaker, named.number("speaker"))
    if named.has("tenure"):
        return InRole(speaker, named.row("tenure", Tenure))
    return InRole(speaker, candidate_choices.usual_role(doing.snapshot, speaker))
