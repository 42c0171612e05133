"""From an address, a file or a pasted text to an article with a snapshot and its candidates.

`request` notes what is asked for; a text is read at once, an address by `run`, in a job. What was
read is a proposal: an editor corrects and keeps it (`keeping.py`), or discards it.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quotes.editorial.recording import display_name, recorded
from quotes.editorial.refusals import Refused
from quotes.models import Article, Capture, CaptureMethod, CaptureState
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText, check_storable

from . import fetching
from .articles import article_at, stands_at
from .authors import author_of
from .captured import Read, read_at, read_page, read_pasted
from .fetching.session import read_address
from .links import note_alive, note_refusal
from .recapturing import without_change
from .said import Said
from .unreadable import Unreadable, UnreadableReason

# Kinds of refusal that pass by themselves: worth another attempt.
PASSING = frozenset(
    (fetching.Reason.CONNECTION, fetching.Reason.BROKEN_OFF, fetching.Reason.TOO_SLOW)
)
# Why a capture fails that the site itself fails at; a code, as those of pages are.
FAULT = "fault"
_FAULT_SENTENCE = _("Something went wrong here. The site’s log says what; try again later.")
_FETCHING, _READING = frozenset(fetching.Reason), frozenset(UnreadableReason)
_UNDER_WAY = (CaptureState.WAITING, CaptureState.FETCHING)
# Every code that the reason of a refused capture may be.
REASONS = sorted({reason.value for reason in (*fetching.Reason, *UnreadableReason)} | {FAULT})


class ConnectionFailed(Exception):
    """The page could not be reached this time; the capture waits for the next attempt."""


def request(
    user: Any,
    *,
    url: str = "",
    text: str = "",
    html: str = "",
    article: Article | None = None,
    said: Said | None = None,
    by_job: bool = True,
) -> Capture:
    """Ask for a page to be captured, or give its text (pasted) or its HTML (from a file) at once.

    With a text or HTML, `url` says where it stands and is not fetched. `article` is the one that
    is captured again, `said` what is known of the text beforehand. Without `by_job` whoever asks
    calls `run` himself. Raises Refused for what is no address and what holds no text.
    """
    url = _address(url) if url.strip() else ""
    if not (url or text.strip() or html.strip()):
        raise Refused([_("Give an address or a text.")], rule="empty")
    for given in (text, html):
        _check_storable(given)
    capture = Capture(
        url=url,
        article=article,
        requested_by=user,
        requested_by_name=display_name(user)[:150],
        method=CaptureMethod.FETCHED,
        reading={"said": said.values()} if said else {},
    )
    if not (text or html):
        with recorded(user):
            capture.save()
            if by_job:
                _defer(capture)
        return capture
    capture.method = CaptureMethod.UPLOADED if html else CaptureMethod.PASTED
    try:
        read = read_page(html, url) if html else read_pasted(text, url)
    except Unreadable as error:
        raise Refused([error.sentence], rule=error.reason.value) from error
    with recorded(user):
        _done(capture, read)
    return capture


def run(capture: Capture, *, may_try_again: bool = False) -> Capture:
    """Fetch and read the page of a capture that waits; it is then read, or refused with a reason.

    One that is done already stays as it is. Raises ConnectionFailed, and leaves it waiting, where
    another attempt is possible and may help.
    """
    user = author_of(capture)
    with recorded(user):
        capture = _locked(capture)
        if capture.state not in _UNDER_WAY:
            return capture
        capture.state = CaptureState.FETCHING
        capture.save()
    try:
        read = read_at(capture.url)
    except fetching.Refused as refused:
        if may_try_again and refused.reason in PASSING:
            _wait_again(capture, user)
            raise ConnectionFailed(refused.reason) from refused
        # What is said of another address, mistyped perhaps, says nothing of the article's.
        if capture.article is not None and stands_at(capture.article, capture.url):
            note_refusal(capture.article, refused, user)
        return _refuse(capture, user, refused.reason, fetching.sentence(refused), refused.values)
    except Unreadable as error:
        return _refuse(capture, user, error.reason, error.sentence, {"number": error.number})
    with recorded(user):
        capture = _locked(capture)
        if capture.state == CaptureState.FETCHING:
            _done(capture, read)
            if capture.article is not None and stands_at(capture.article, capture.url):
                note_alive(capture.article, user)
    return capture


def give_up(capture: Capture) -> Capture:
    """Say that reading this page fails here, for a reason that is no fault of the page."""
    user = author_of(capture)
    return _refuse(capture, user, FAULT, str(_FAULT_SENTENCE), {})


def discard(capture: Capture, user: Any) -> Capture:
    """Put away what was read, and what waits to be; nothing of it is kept in an article.

    Raises Refused for one that was kept.
    """
    with recorded(user):
        capture = _locked(capture)
        if capture.state == CaptureState.KEPT:
            raise Refused([_("This capture was kept already.")], rule="kept")
        capture.reason = capture.detail = ""
        _finish(capture, CaptureState.DISCARDED)
    return capture


def again(capture: Capture, user: Any) -> Capture:
    """Try a refused capture of an address once more. Raises Refused for any other."""
    with recorded(user):
        capture = _locked(capture)
        if capture.state != CaptureState.REFUSED or capture.method != CaptureMethod.FETCHED:
            raise Refused([_("Only a page that could not be captured is tried again.")])
        capture.state, capture.reason, capture.detail = CaptureState.WAITING, "", ""
        capture.finished_at = None
        capture.save()
        _defer(capture)
    return capture


def why(capture: Capture) -> str:
    """Why it could not be captured, in the language of the moment; empty where it could."""
    values = capture.reading.get("refused", {})
    if capture.reason == FAULT:
        return str(_FAULT_SENTENCE)
    if capture.reason in _FETCHING:
        return fetching.sentence(fetching.Refused(fetching.Reason(capture.reason), **values))
    if capture.reason in _READING:
        return Unreadable(UnreadableReason(capture.reason), **values).sentence
    return ""


def _address(url: str) -> str:
    """The address in its normal form; raises Refused with the sentence that says what is wrong."""
    try:
        return str(read_address(url))
    except fetching.Refused as refused:
        raise Refused([fetching.sentence(refused)], rule=refused.reason.value) from refused


def _check_storable(text: str) -> None:
    try:
        check_storable(text)
    except UnstorableText as error:
        raise Refused([UNSTORABLE], rule="unstorable") from error


def _defer(capture: Capture) -> None:
    from .tasks import defer_capture  # the jobs know this module

    defer_capture(capture.pk)


def _locked(capture: Capture) -> Capture:
    """The row as it is now, held until the transaction ends."""
    return (
        Capture.objects.select_for_update(of=("self",)).select_related("article").get(pk=capture.pk)
    )


def _done(capture: Capture, read: Read) -> None:
    """Keep what was read with its capture; one that brings nothing new is through with that."""
    read.put_into(capture)
    if capture.article is None and capture.final_url:
        capture.article = article_at(capture.final_url)
    capture.snapshot = without_change(capture)
    capture.reading["unchanged"] = capture.snapshot is not None
    _finish(capture, CaptureState.KEPT if capture.snapshot else CaptureState.READ)


def _finish(capture: Capture, state: CaptureState) -> None:
    capture.state = state
    capture.finished_at = timezone.now()
    capture.save()


def _wait_again(capture: Capture, user: Any) -> None:
    with recorded(user):
        Capture.objects.filter(pk=capture.pk, state=CaptureState.FETCHING).update(
            state=CaptureState.WAITING
        )


def _refuse(
    capture: Capture, user: Any, reason: str, sentence: str, values: dict[str, Any]
) -> Capture:
    with recorded(user), transaction.atomic():
        capture = _locked(capture)
        if capture.state in _UNDER_WAY:
            capture.reason, capture.detail = str(reason), sentence[:500]
            capture.reading = {**capture.reading, "refused": values}
            _finish(capture, CaptureState.REFUSED)
    return capture
