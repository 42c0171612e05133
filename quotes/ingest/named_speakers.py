"""Which speaker of the database a name in a text means, and which role he held on a day."""

import datetime
from collections.abc import Iterable

from django.db.models import F, Value
from django.db.models.functions import StrIndex

from quotes.models import Speaker, SpeakerName, Tenure
from quotes.text.dates import ImpreciseDate
from quotes.text.names import fold_name

# Words of a name beyond which nobody's family name is looked for.
_MOST_WORDS = 8


class NamedSpeakers:
    """Finds speakers by any written form of their name; asks the database once for all names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._meant: dict[str, set[int]] = {}
        folded = {fold_name(name) for name in names} - {""}
        forms = SpeakerName.objects.filter(folded__in=folded).values_list("folded", "speaker_id")
        for form, speaker in forms:
            self._meant.setdefault(form, set()).add(speaker)
        orders = {order for name in folded for order in _sorting_orders(name)}
        for pk, name in Speaker.objects.filter(sort_name__in=orders).values_list("pk", "name"):
            self._meant.setdefault(fold_name(name), set()).add(pk)
        ids = {pk for meant in self._meant.values() for pk in meant}
        self._speakers = Speaker.objects.prefetch_related("tenures").in_bulk(ids)

    def meant_by(self, name: str) -> Speaker | None:
        """The one speaker with this name; None where there is none, or several."""
        meant = self._meant.get(fold_name(name), set())
        return self._speakers[next(iter(meant))] if len(meant) == 1 else None


def known_names_in(text: str) -> list[str]:
    """Every written form of a speaker's name that stands in the text, as the database has it."""
    folded = f" {fold_name(text)} "
    forms = (
        SpeakerName.objects.exclude(folded="")
        .annotate(place=StrIndex(Value(folded), F("folded")))
        .filter(place__gt=0)
    )
    return sorted(set(forms.values_list("text", flat=True)))


def role_held(speaker: Speaker, day: ImpreciseDate | None) -> Tenure | None:
    """The one role that the speaker held then; None where no day is known, or several fit.

    A role whose beginning or end is not known may have been held at any time.
    """
    if day is None or (day.earliest is None and day.latest is None):
        return None
    first = day.earliest or datetime.date.min
    last = day.latest or datetime.date.max
    held = [
        tenure
        for tenure in speaker.tenures.all()
        if (tenure.since_earliest or first) <= last and (tenure.until_latest or last) >= first
    ]
    return held[0] if len(held) == 1 else None


def _sorting_orders(folded: str) -> set[str]:
    """Every order in which this name may stand in ``sort_name``: some words of it come first."""
    words = folded.split()[:_MOST_WORDS]
    places = range(len(words))
    return {
        " ".join(words[first : last + 1] + words[:first] + words[last + 1 :])
        for first in places
        for last in places[first:]
    } | {folded}
