"""The moves between states, each recorded with a reason. See ``quotes.models.workflow``."""

import datetime
from typing import Any

from django.db.models import Case, IntegerField, When
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from quotes.models import (
    MOVES,
    Article,
    JointStatement,
    LinkKind,
    Occurrence,
    Quote,
    State,
    WordingOrigin,
)

from .anchoring import prefer
from .authorship import changed_by_others_after, may_confirm
from .publication_checks import has_words, missing_for_publication
from .recording import recorded
from .refusals import Refused

Item = Article | Quote | JointStatement


def submit(item: Item, user: Any, reason: str = "") -> None:
    """Send a draft to review; raises Refused from any other state."""
    _move(item, State.IN_REVIEW, user, reason, only_from=State.DRAFT)


def return_to_author(item: Item, user: Any, reason: str) -> None:
    """Give an item in review back as a draft, saying why."""
    _needs_reason(reason)
    _move(item, State.DRAFT, user, reason)


def publish(item: Item, user: Any, reason: str = "") -> None:
    """Publish an item in review; raises Refused with everything that is missing."""
    with recorded(user, reason):
        locked = _lock(item)
        missing = missing_for_publication(locked, user)
        if missing:
            raise Refused(missing)
        now = timezone.now()
        locked.state = State.PUBLISHED
        locked.published_at = now
        locked.first_published_at = locked.first_published_at or now
        locked.withdrawal_reason = ""
        locked.save()
    item.refresh_from_db()


def withdraw(item: Item, user: Any, reason: str) -> None:
    """Take a published item back. Its page stays and shows ``reason``.

    Withdrawing an article makes another occurrence of each of its quotes preferred, or withdraws
    the quote, in the same transaction; a statement that is left without words goes, too.
    """
    _needs_reason(reason)
    with recorded(user, reason):
        locked = _lock(item)
        _check_way(locked, State.WITHDRAWN)
        if isinstance(locked, Article):
            _leave_article(locked, user, reason)
        locked.state = State.WITHDRAWN
        locked.withdrawal_reason = reason.strip()
        locked.save()
        _leave_statements(locked, user, reason)
    item.refresh_from_db()


def reopen(item: Item, user: Any, reason: str) -> None:
    """Bring a withdrawn item back into review."""
    _needs_reason(reason)
    _move(item, State.IN_REVIEW, user, reason, only_from=State.WITHDRAWN)


def confirm(item: Item, user: Any, reason: str = "") -> None:
    """Say that a second editor has seen what was changed after publication."""
    with recorded(user, reason):
        locked = _lock(item)
        if locked.unseen_since is None:
            raise Refused([_("Nothing waits to be confirmed here.")])
        if not may_confirm(locked, user):
            raise Refused([_("You made this change yourself: a second person confirms it.")])
        # The database's clock: it is compared with the time of the mark.
        locked.confirmed_at = Now()
        locked.save()
    item.refresh_from_db()


def check_seen(item: Item, user: Any, seen: datetime.datetime | None) -> None:
    """Raise Refused where somebody else changed the item after ``user`` saw it at ``seen``.

    Locks the item until the transaction ends, so that the next move is made on what was seen.
    None asks nothing.
    """
    locked = _lock(item)
    if seen is not None and changed_by_others_after(locked, user, seen):
        raise Refused([_("Somebody changed this after you opened the page: look at it again.")])


def _lock(item: Item) -> Item:
    return type(item).objects.select_for_update().get(pk=item.pk)


def _needs_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused([_("Say why: this step needs a reason.")])


def _check_way(item: Item, state: str, only_from: str | None = None) -> None:
    if state not in MOVES[item.state] or (only_from and item.state != only_from):
        raise Refused(
            [
                _("From “%(before)s” there is no way to “%(after)s”.")
                % {"before": item.get_state_display(), "after": State(state).label}
            ]
        )


def _move(item: Item, state: str, user: Any, reason: str, only_from: str | None = None) -> None:
    with recorded(user, reason):
        locked = _lock(item)
        _check_way(locked, state, only_from)
        locked.state = state
        locked.save()
    item.refresh_from_db()


def _leave_article(article: Article, user: Any, reason: str) -> None:
    """Give every published quote that rests on ``article`` another footing, or withdraw it."""
    resting = Quote.objects.published().filter(
        occurrences__preferred=True, occurrences__snapshot__article=article
    )
    for quote in resting:
        successor = _next_preferred(quote, article)
        if successor is not None:
            prefer(successor)
        else:
            withdraw(quote, user, _without_source(reason))


def _leave_statements(item: Item, user: Any, reason: str) -> None:
    """Withdraw every statement of which ``item``, just withdrawn, held the last words."""
    held = JointStatement.objects.published()
    match item:
        case Article():
            held = held.filter(versions__snapshot__article=item)
        case Quote():
            held = held.filter(quote_links__quote=item, quote_links__kind=LinkKind.STATES)
        case JointStatement():
            return
    for statement in held.distinct():
        if not has_words(statement):
            withdraw(statement, user, _without_source(reason))


def _without_source(reason: str) -> str:
    return _("Its only source was withdrawn: %(reason)s") % {"reason": reason.strip()}


def _next_preferred(quote: Quote, article: Article) -> Occurrence | None:
    """The public occurrence nearest to the words spoken, in another article."""
    nearness = Case(
        *(When(wording_origin=origin, then=place) for place, origin in enumerate(WordingOrigin)),
        output_field=IntegerField(),
    )
    return (
        Occurrence.objects.published()
        .filter(quote=quote, orphan=False)
        .exclude(snapshot__article=article)
        .order_by(nearness, "id")
        .first()
    )
