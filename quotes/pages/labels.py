"""Labels of fidelity: how a source prints words, and whose they are; each with an explanation.

Fidelity is one of three axes that never mix; its labels are outlined on every page.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quotes.models import Occurrence, SpeechType, WordingOrigin


@dataclass(frozen=True)
class Label:
    """``key`` is the stored value, which also names the explanation on the page."""

    key: str
    name: str | Promise
    explanation: str | Promise


def _by_key(*labels: Label) -> dict[str, Label]:
    return {label.key: label for label in labels}


# Translators: German: wörtlich, Zitatfragment, teils wörtlich, sinngemäß.
SPEECH_TYPES = _by_key(
    Label(
        SpeechType.DIRECT,
        pgettext_lazy("speech type", "direct"),
        _("Printed as the exact words, in quotation marks."),
    ),
    Label(
        SpeechType.FRAGMENT,
        pgettext_lazy("speech type", "fragment"),
        _("Single words or part of a sentence, quoted inside a sentence of the source."),
    ),
    Label(
        SpeechType.MIXED,
        pgettext_lazy("speech type", "partly direct"),
        _("Retold by the source, with some of the exact words in quotation marks."),
    ),
    Label(
        SpeechType.INDIRECT,
        pgettext_lazy("speech type", "paraphrased"),
        _("Retold in the words of the source; these are not the words that were spoken."),
    ),
)

WORDING_ORIGINS = _by_key(
    Label(
        WordingOrigin.ORIGINAL,
        pgettext_lazy("origin of a wording", "original wording"),
        _("In the language in which it was said or issued."),
    ),
    Label(
        WordingOrigin.OFFICIAL_TRANSLATION,
        pgettext_lazy("origin of a wording", "official translation"),
        _("Translated by those who said or issued it."),
    ),
    Label(
        WordingOrigin.MEDIA_TRANSLATION,
        pgettext_lazy("origin of a wording", "translated by the media"),
        _("Translated by the source or by the agency it relies on."),
    ),
    Label(
        WordingOrigin.MACHINE_TRANSLATION,
        pgettext_lazy("origin of a wording", "translated by machine"),
        _("Translated by a machine, or so it reads; wording and nuances may be off."),
    ),
    Label(
        WordingOrigin.UNKNOWN,
        pgettext_lazy("origin of a wording", "not known whether translated"),
        _("The source does not say whether it translated the words."),
    ),
)


def labels_of(occurrence: Occurrence) -> tuple[Label, Label]:
    """Speech type and origin of the wording."""
    return SPEECH_TYPES[occurrence.speech_type], WORDING_ORIGINS[occurrence.wording_origin]


def explained(occurrences: list[Occurrence]) -> list[Label]:
    """The labels that ``occurrences`` carry, each once, in the order of the scales."""
    used = {label.key for occurrence in occurrences for label in labels_of(occurrence)}
    scales = (*SPEECH_TYPES.values(), *WORDING_ORIGINS.values())
    return [label for label in scales if label.key in used]
