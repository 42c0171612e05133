"""Finding rows by any form of a speaker's name, however it is written."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from quotes.models import Speaker, SpeakerName
from quotes.text.names import fold_name

from .known_choices import is_key


def speakers_named(term: str) -> models.QuerySet[Speaker]:
    """Speakers of whom one name form holds every word of ``term``, folded."""
    words = fold_name(term).split()
    if not words:
        return Speaker.objects.none()
    in_form, in_name = Q(), Q()
    for word in words:
        in_form &= Q(folded__contains=word)
        in_name &= Q(sort_name__contains=word)
    forms = SpeakerName.objects.filter(in_form, speaker=OuterRef("pk"))
    return Speaker.objects.filter(in_name | Exists(forms))


class NamedSearch(admin.ModelAdmin):
    """For an admin: what is typed finds rows by their own columns, and by who speaks in them.

    ``by_speaker`` are paths to a speaker; ``by_text`` are columns, of which one holds the whole
    term. A number finds the row of that number.
    """

    by_speaker: ClassVar[tuple[str, ...]] = ()
    by_text: ClassVar[tuple[str, ...]] = ()
    # Django shows the search box, and lets others choose from this list, where this is not empty.
    search_fields = ("pk",)

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        found = Q()
        for column in self.by_text:
            found |= Q(**{f"{column}__icontains": term})
        if self.by_speaker:
            speakers = speakers_named(term).values("pk")
            for path in self.by_speaker:
                found |= Q(**{f"{path}__in": speakers})
        if is_key(term):
            found |= Q(pk=int(term))
        # By key, so that a row found in two ways stands once and keeps its order.
        model: Any = queryset.model
        keys = model._base_manager.filter(found).values("pk")
        return queryset.filter(pk__in=keys), False
