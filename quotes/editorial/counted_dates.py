"""The date of a candidate whose words count from an event: “einen Tag nach der Ankündigung …”.

Once an editor chose the event (``counts_from``), the date is worked out and follows the event's,
as long as the candidate is open and nobody typed another. What somebody typed stays.
"""

from quotes.models import Candidate, DateBasis
from quotes.text import date_phrases
from quotes.text.date_phrases import DatePhrase, resolve_after


def counting_phrase(candidate: Candidate) -> DatePhrase | None:
    """What the printed expression counts and from which words; None where it needs no event."""
    expression = candidate.said_on_expression
    if not expression:
        return None
    language = candidate.snapshot.article.language
    found = date_phrases.find(expression, language, None)
    return next((phrase for phrase in found if phrase.awaits_event), None)


def counted(candidate: Candidate) -> str:
    """The EDTF date that the words give, counted from the chosen event.

    "" where no event is chosen, it has no date, or the words count from none.
    """
    event = candidate.counts_from
    phrase = counting_phrase(candidate) if event is not None and event.held_on else None
    if event is None or phrase is None:
        return ""
    try:
        return resolve_after(phrase, event.held_on)
    except ValueError:
        # No calendar has the day.
        return ""


def follow_event(row: Candidate) -> bool:
    """Bring a counted date, or an open one, to what it is now; say whether anything changed.

    Saves nothing. “Not known” is somebody's answer and stays.
    """
    if row.counts_from_id is None and not row.said_on_counted:
        return False
    if not row.said_on_counted and (row.said_on or row.said_on_basis == DateBasis.UNKNOWN):
        return False
    before = row.said_on
    row.said_on = counted(row)
    row.said_on_counted = bool(row.said_on)
    row.said_on_basis = DateBasis.DERIVED if row.said_on else ""
    return row.said_on != before


def count_anew(row: Candidate) -> None:
    """Follow an event that was chosen just now.

    It knows better than the date of publication, and than that nothing is known.
    """
    if row.said_on_basis in (DateBasis.PUBLICATION, DateBasis.UNKNOWN) and counted(row):
        row.said_on = row.said_on_basis = ""
    follow_event(row)
