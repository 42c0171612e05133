"""The filters that several lists share, with what they offer."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quotes.models import Occurrence, Outlet, Speaker, SpeakerName, Topic
from quotes.models.distinct_values import distinct_values
from quotes.pages.visible import public

from .fields import LanguageField, RowField, YearsField


def _speakers() -> Any:
    names = Prefetch("names", public(SpeakerName))
    speakers: Any = public(Speaker)
    return speakers.order_by("sort_name", "pk").prefetch_related(names)


def _named(speakers: Any, typed: str) -> Any:
    return speakers.named(typed)


def _topics() -> QuerySet[Any]:
    return public(Topic).order_by(_topic_name(), "pk")


def _topic_name() -> str:
    return "name_de" if (get_language() or "en").startswith("de") else "name_en"


def speaker_field(name: str, label: Any) -> RowField:
    return RowField(
        name,
        label,
        _("The beginning of a name, in any script"),
        rows=_speakers,
        named=_named,
        name_of=lambda speaker: speaker.display_name,  # type: ignore[attr-defined]
        none_called=_("Nobody of this name has public words here."),
        none_numbered=_("There is no public speaker with this number."),
        few=False,
    )


# Outlets and topics are few beside what they hold: their names may be searched in the middle.
OUTLET = RowField(
    "outlet",
    _("Outlet"),
    _("A part of its name"),
    rows=lambda: public(Outlet).order_by("name", "pk"),
    named=lambda rows, typed: rows.filter(name__icontains=typed),
    none_called=_("No public outlet is called so."),
    none_numbered=_("There is no public outlet with this number."),
)
TOPIC = RowField(
    "topic",
    _("Topic"),
    _("A part of its name"),
    rows=_topics,
    named=lambda rows, typed: rows.filter(**{f"{_topic_name()}__icontains": typed}),
    none_called=_("No public topic is called so."),
    none_numbered=_("There is no public topic with this number."),
)
YEARS = YearsField("year", _("Year"), _("2025 or 2020–2025"))


def occurrence_language() -> LanguageField:
    return LanguageField(
        "language",
        _("Language"),
        held=lambda: distinct_values(public(Occurrence), "language"),
    )
