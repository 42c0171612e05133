"""Where a statement's versions and provisions stand: one span of a snapshot each."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from quotes.models import Snapshot, StatementVersion
from quotes.text.anchors import Span

from .anchoring import locate
from .refusals import Refused


def locate_version(snapshot: Snapshot, passage: str, prefix: str = "", suffix: str = "") -> Span:
    """The span (code points) of a version's text; the whole snapshot where ``passage`` is empty.

    Paragraphs stand one a line. Raises Refused with the reason.
    """
    if not passage.strip():
        return Span(0, len(snapshot.text))
    return _from_first_to_last(locate(snapshot, passage, prefix, suffix))


def locate_provision(
    version: StatementVersion, passage: str, prefix: str = "", suffix: str = ""
) -> Span:
    """The span (code points into the version's snapshot) of a provision within a version's text.

    Raises Refused where the version does not hold the passage, or more than once.
    """
    if not passage.strip():
        raise Refused([_("Give the provision’s text as the version has it.")])
    # Only the version's own characters count: what stands around it may say the same words.
    found = _from_first_to_last(locate(Snapshot(text=version.text), passage, prefix, suffix))
    return Span(version.start + found.start, version.start + found.end)


def _from_first_to_last(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
