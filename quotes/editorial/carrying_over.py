"""An article captured again: what still stands in its newest text goes there with all decisions.

Candidates and occurrences move, they are not copied: a passage is decided once, and a quote has one
occurrence in an article however often its text was captured. What the newest text lacks stays in
the one that holds it.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django.db import connection, models

from quotes.models import Article, Candidate, Decision, Occurrence, Quote, Snapshot
from quotes.text.anchors import Orphan, Span

from .anchoring import anchor, newest_whole_text, places_in
from .roles import may_change

# A candidate and the further parts of the quotation that it begins, in order.
Group = list[Candidate]
# "text" in ASCII: with an article's key, the advisory lock of its texts.
_TEXTS = int.from_bytes(b"text")


def hold(article: Article) -> None:
    """Let nobody else keep a text of the article, decide on its candidates or change its quotes
    until the transaction ends.

    For who keeps a new text, before anything else of the article is written: an editor who decides
    holds the candidate first, then the quote, and the article at last, for the rules of the
    database. So the article itself is not locked here.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_TEXTS, article.pk % 2**31])
    _locked_candidates(article)
    _locked_quotes(Occurrence.objects.filter(snapshot__article=article))


def carry_over(snapshot: Snapshot, user: Any) -> None:
    """Move the article's candidates, decided or open, and its occurrences to its newest text.

    An occurrence of a quote that the user may not change stays where it is, with its candidate. So
    does everything where ``snapshot`` is an excerpt and a whole text is held. Must run inside
    ``recorded()``, with the article held (``hold``).
    """
    article = snapshot.article
    newest = newest_whole_text(article)
    if newest is not None and newest != snapshot:
        return
    groups = _groups(article)
    places = _places(groups, snapshot)
    decisions = _decisions(groups)
    stay = _move_occurrences(snapshot, decisions, set(places), user)
    moving = {
        head: found
        for head, found in places.items()
        if head not in decisions or decisions[head].occurrence_id not in stay
    }
    _move_candidates(groups, moving, snapshot)


def _groups(article: Article) -> dict[int, Group]:
    """The article's candidates by the keys of their first parts, decided ones and those of newer
    texts first; nobody decides on them until the transaction ends."""
    locked = _locked_candidates(article)
    parts: dict[int, Group] = defaultdict(list)
    for row in sorted(locked, key=lambda row: row.start):
        parts[row.part_of_id or row.pk].append(row)
    heads = [row for row in locked if row.part_of_id is None]
    heads.sort(key=lambda row: (not row.decided, -row.snapshot_id, row.start))
    return {head.pk: parts[head.pk] for head in heads}


def _locked_candidates(article: Article) -> list[Candidate]:
    """In one order, that of ``lock_heads``; each text is read once, not with every candidate."""
    rows = Candidate.objects.filter(snapshot__article=article).select_for_update(of=("self",))
    return list(rows.order_by("pk").prefetch_related("snapshot"))


def _locked_quotes(occurrences: models.QuerySet[Occurrence]) -> dict[int, Quote]:
    """In one order, too: two articles may print the same quotes."""
    keys = set(occurrences.values_list("quote_id", flat=True))
    return Quote.objects.select_for_update().order_by("pk").in_bulk(keys)


def _places(groups: dict[int, Group], snapshot: Snapshot) -> dict[int, list[Span]]:
    """Where the groups of other texts stand in this one; without those that do not, and those whose
    place another candidate has."""
    here = [row for group in groups.values() for row in group if row.snapshot_id == snapshot.pk]
    taken = {Span(row.start, row.end) for row in here}
    places = {}
    for head, group in groups.items():
        if group[0].snapshot_id == snapshot.pk:
            continue
        spans = [Span(row.start, row.end) for row in group]
        found = _found(snapshot, group[0].snapshot, spans)
        if found and taken.isdisjoint(found):
            taken.update(found)
            places[head] = found
    return places


def _found(newer: Snapshot, snapshot: Snapshot, spans: Sequence[Span]) -> list[Span]:
    """The places of a passage in the newer text, in order; none where it is not there whole."""
    try:
        found = places_in(newer.text, snapshot.text, spans)
    except Orphan:
        return []
    in_order = all(one.end <= other.start for one, other in pairwise(found))
    return found if in_order else []


def _decisions(groups: dict[int, Group]) -> dict[int, Decision]:
    found = Decision.objects.filter(candidate__in=groups)
    return {decision.candidate_id: decision for decision in found}


def _move_occurrences(
    snapshot: Snapshot, decisions: dict[int, Decision], found: set[int], user: Any
) -> set[int]:
    """Anchor the article's occurrences in its newest text; gives the keys of those that stay."""
    candidates: dict[int, set[int]] = defaultdict(set)
    for head, decision in decisions.items():
        if decision.occurrence_id is not None:
            candidates[decision.occurrence_id].add(head)
    elsewhere = Occurrence.objects.filter(snapshot__article=snapshot.article).exclude(
        snapshot=snapshot
    )
    quotes = _locked_quotes(elsewhere)
    # Read behind the lock: as an editor who was at work on one of them left it.
    occurrences = elsewhere.filter(quote__in=quotes).prefetch_related("snapshot", "segments")
    stay = set()
    for occurrence in occurrences.order_by("pk"):
        spans = [Span(segment.start, segment.end) for segment in occurrence.segments.all()]
        places = _found(snapshot, occurrence.snapshot, spans)
        quote = quotes[occurrence.quote_id]
        if (
            places
            and candidates[occurrence.pk] <= found
            and may_change(user, quote)
            and not _stands_at(quote, snapshot, places[0])
        ):
            occurrence.snapshot, occurrence.quote = snapshot, quote
            occurrence.save()
            anchor(occurrence, places)
        else:
            stay.add(occurrence.pk)
    return stay


def _stands_at(quote: Quote, snapshot: Snapshot, place: Span) -> bool:
    held = quote.occurrences.filter(snapshot=snapshot)
    return held.filter(segments__start=place.start, segments__end=place.end).exists()


def _move_candidates(
    groups: dict[int, Group], moving: dict[int, list[Span]], snapshot: Snapshot
) -> None:
    within = {row.pk: row.within_id for group in groups.values() for row in group if row.within_id}
    # A bond never joins two texts, also not for the moment between two rows.
    parted = [pk for pk, around in within.items() if (pk in moving) or (around in moving)]
    Candidate.objects.filter(pk__in=parted).update(within=None)
    for head, places in moving.items():
        rows = zip(groups[head], places, strict=True)
        # The first part before those that name it.
        for row, place in sorted(rows, key=lambda one: one[0].part_of_id is not None):
            row.within = None
            row.speaker_start = _name_start(row, snapshot)
            row.start, row.end, row.snapshot = place.start, place.end, snapshot
            row.save()
    for pk in parted:
        if pk in moving and within[pk] in moving:
            Candidate.objects.filter(pk=pk).update(within=within[pk])


def _name_start(row: Candidate, snapshot: Snapshot) -> int | None:
    """Where the printed name stands in the newer text; None where it does not."""
    if row.speaker_start is None or not row.speaker_text:
        return None
    name = Span(row.speaker_start, row.speaker_start + len(row.speaker_text))
    if name.end > len(row.snapshot.text):
        return None
    found = _found(snapshot, row.snapshot, [name])
    return found[0].start if found else None
