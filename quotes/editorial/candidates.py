"""What an editor makes of a candidate: a new draft, a further occurrence, or nothing."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from quotes.models import (
    Article,
    Attribution,
    Candidate,
    DateBasis,
    Decision,
    HopAgent,
    HopKind,
    LinkKind,
    Occurrence,
    Quote,
    Snapshot,
    Speaker,
    StatementLink,
    WordingOrigin,
)
from quotes.text.anchors import Span

from .anchoring import anchor, prefer
from .candidate_rows import (
    as_described,
    heads,
    is_open,
    lock_heads,
    locked_open,
    said_by_exactly,
    speakers_of,
    unknown_names,
)
from .drafting import keep
from .editing import check_may_change, permit
from .recording import display_name, recorded
from .refusals import Refused


def accept(candidate: Candidate, user: Any) -> Occurrence:
    """Make the candidate a draft: a quote with who said it, anchored at its place.

    Raises AlreadyDecided; Refused where a speaker is named whom the database does not know, or a
    rule is broken; NotPermitted.
    """
    permit(user, "add", Quote)
    with recorded(user, _("Accepted in the workbench")):
        locked = locked_open(candidate)
        attributions = _attributions(locked)
        quote = keep(
            Quote(
                said_on=locked.said_on,
                said_on_basis=_basis(locked),
                said_on_expression=locked.said_on_expression,
                event=locked.event,
                addressee=locked.addressee,
            )
        )
        for position, attribution in enumerate(attributions, start=1):
            attribution.quote, attribution.position = quote, position
            keep(attribution)
        occurrence = _printed(locked, quote)
        prefer(occurrence)
        if locked.statement is not None:
            kind = LinkKind.STATES if locked.from_document else LinkKind.CONCERNS
            keep(StatementLink(quote=quote, statement=locked.statement, kind=kind))
        quote.topics.set(locked.topics.all())
        _decide(locked, user, occurrence)
    return occurrence


def accept_as(candidate: Candidate, quote: Quote, user: Any) -> Occurrence:
    """Make the candidate a further occurrence of a quote that exists.

    Who said it and when stays as the quote has it. Raises AlreadyDecided, Refused where the quote
    stands at this place already, NotPermitted.
    """
    with recorded(user, _("Accepted in the workbench as a further occurrence")):
        locked = locked_open(candidate)
        held = Quote.objects.select_for_update().get(pk=quote.pk)
        check_may_change(user, held)
        spans = spans_of(locked)
        if held.occurrences.filter(
            snapshot=locked.snapshot,
            withdrawn=False,
            segments__start=spans[0].start,
            segments__end=spans[0].end,
        ).exists():
            raise Refused([_("This passage is an occurrence of that quote already.")])
        occurrence = _printed(locked, held)
        if not held.occurrences.filter(preferred=True).exists():
            prefer(occurrence)
        _decide(locked, user, occurrence)
    return occurrence


def reject(candidate: Candidate, user: Any) -> Decision:
    """Say that the candidate is no quote; raises AlreadyDecided or NotPermitted."""
    permit(user, "change", Candidate)
    with recorded(user, _("Rejected in the workbench")):
        return _decide(locked_open(candidate), user, None)


def accept_all_of(snapshot: Snapshot, speakers: Sequence[Speaker], user: Any) -> list[Occurrence]:
    """Accept every open candidate of the snapshot that exactly these speakers said.

    Those for which the text names others besides are left. All or none: raises Refused where one
    of them cannot be accepted.
    """
    wanted = {speaker.pk for speaker in speakers}
    rows = heads(snapshot).select_related("decision", "speaker", "tenure")
    rows = rows.prefetch_related("speaker__names", "further_speakers__speaker__names")
    with recorded(user, _("Accepted in the workbench")):
        lock_heads(snapshot)
        return [
            accept(candidate, user)
            for candidate in rows
            if is_open(candidate) and wanted and said_by_exactly(candidate, wanted)
        ]


def spans_of(candidate: Candidate) -> list[Span]:
    """The places of the candidate and of its further parts, in order (code points)."""
    parts = candidate.parts.values_list("start", "end")
    return [Span(*place) for place in sorted([(candidate.start, candidate.end), *parts])]


def _decide(candidate: Candidate, user: Any, occurrence: Occurrence | None) -> Decision:
    return keep(
        Decision(
            candidate=candidate,
            occurrence=occurrence,
            decided_by=user,
            decided_by_name=display_name(user),
        )
    )


def _attributions(candidate: Candidate) -> list[Attribution]:
    unknown = unknown_names(candidate)
    if unknown:
        raise Refused(
            [
                _("“%(name)s” is not among the speakers yet: make the speaker, or choose another.")
                % {"name": name}
                for name in unknown
            ],
            rule="speaker_unknown",
        )
    described = as_described(candidate)
    if described:
        return [Attribution(description=described)]
    return [
        Attribution(speaker=one.speaker, tenure=one.tenure, name_as_printed=candidate.speaker_text)
        for one in speakers_of(candidate)
    ]


def _basis(candidate: Candidate) -> str:
    """How the date is known, so that it fits whether there is one."""
    if candidate.said_on:
        named = candidate.said_on_basis not in ("", DateBasis.UNKNOWN)
        return candidate.said_on_basis if named else DateBasis.INFERRED
    return DateBasis.UNKNOWN if candidate.said_on_basis == DateBasis.UNKNOWN else ""


def _printed(candidate: Candidate, quote: Quote) -> Occurrence:
    """A new occurrence of ``quote`` at the candidate's place, not preferred."""
    article = candidate.snapshot.article
    occurrence = Occurrence(
        quote=quote,
        snapshot=candidate.snapshot,
        speech_type=candidate.kind,
        language=article.language,
        wording_origin=_origin(article),
        reporting_phrase=candidate.reporting_phrase,
    )
    keep(occurrence)
    anchor(occurrence, spans_of(candidate))
    return occurrence


def _origin(article: Article) -> str:
    """Where the article's wording comes from, as its origins say."""
    translated: models.QuerySet = article.hops.filter(kind=HopKind.TRANSLATES)
    agents = set(translated.values_list("agent", flat=True))
    if not agents:
        return WordingOrigin.UNKNOWN
    if HopAgent.MACHINE in agents:
        return WordingOrigin.MACHINE_TRANSLATION
    return WordingOrigin.MEDIA_TRANSLATION
