"""Every label that readers meet, each with an explanation; the method page shows them all.

Fidelity (how a source prints words, and whose they are) is one of three axes that never mix; its
labels are outlined on every page.
"""

from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from quotes.models import (
    DateBasis,
    HopAgent,
    HopKind,
    LinkKind,
    Occurrence,
    RelationKind,
    SpeechType,
    State,
    WordingOrigin,
)


@dataclass(frozen=True)
class Label:
    """``key`` is the stored value, which also names the explanation on the page."""

    key: str
    name: str | Promise
    explanation: str | Promise
    scale: str = ""

    @property
    def anchor(self) -> str:
        """Where the method page explains it."""
        return f"{self.scale}-{self.key}"


def _scale(scale: str, *labels: Label) -> dict[str, Label]:
    return {label.key: replace(label, scale=scale) for label in labels}


# Translators: German: wörtlich, Zitatfragment, teils wörtlich, sinngemäß.
SPEECH_TYPES = _scale(
    "speech",
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

WORDING_ORIGINS = _scale(
    "wording",
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

# Who said it: what stands where a name would stand.
SOURCES = _scale(
    "source",
    Label(
        "named",
        pgettext_lazy("attribution", "by name"),
        _("A source names the speaker; the role is the one held on that day."),
    ),
    Label(
        "nameless",
        _("without a name"),
        _("The source gives no name, only a description; it stands here as printed."),
    ),
)

DATE_BASES = _scale(
    "date",
    Label(DateBasis.STATED, DateBasis.STATED.label, _("The source gives the day itself.")),
    Label(
        DateBasis.DERIVED,
        DateBasis.DERIVED.label,
        _("Worked out from words such as “one day after the announcement”, which stand beside it."),
    ),
    Label(
        DateBasis.PUBLICATION,
        DateBasis.PUBLICATION.label,
        _("The source gives no day; it was published on this one, so the words are not younger."),
    ),
    Label(
        DateBasis.INFERRED,
        DateBasis.INFERRED.label,
        _("An editor concluded it from something else that we know."),
    ),
    Label(DateBasis.UNKNOWN, DateBasis.UNKNOWN.label, _("We know no date, and say none.")),
)

HOP_KINDS = _scale(
    "hop",
    Label(
        HopKind.QUOTES,
        HopKind.QUOTES.label,
        _("The text takes single passages from another one, in the same language."),
    ),
    Label(
        HopKind.REPRINTS, HopKind.REPRINTS.label, _("The text repeats another one, word by word.")
    ),
    Label(
        HopKind.TRANSLATES,
        HopKind.TRANSLATES.label,
        _("The text is another one in a different language; whoever translated chose the words."),
    ),
    Label(
        HopKind.SUMMARISES,
        HopKind.SUMMARISES.label,
        _("The text tells the content of another one, shorter and in words of its own."),
    ),
)

HOP_AGENTS = _scale(
    "agent",
    Label(HopAgent.HUMAN, HopAgent.HUMAN.label, _("Somebody wrote or translated it.")),
    Label(HopAgent.MACHINE, HopAgent.MACHINE.label, _("A program made it, or so the text says.")),
    Label(HopAgent.UNKNOWN, HopAgent.UNKNOWN.label, _("The text does not say.")),
)

LINK_KINDS = _scale(
    "link",
    Label(
        LinkKind.STATES,
        LinkKind.STATES.label,
        _("The quote is a passage of the joint statement itself, printed by a source."),
    ),
    Label(
        LinkKind.CONCERNS,
        LinkKind.CONCERNS.label,
        _("Somebody speaks about the statement, or on the day on which it was issued."),
    ),
)

RELATION_KINDS = _scale(
    "relation",
    Label(RelationKind.REPEATS, RelationKind.REPEATS.label, _("Says the same again, later.")),
    Label(
        RelationKind.CONTRADICTS,
        RelationKind.CONTRADICTS.label,
        _("Says the opposite of what was said before, whoever said it."),
    ),
    Label(
        RelationKind.RETRACTS,
        RelationKind.RETRACTS.label,
        _("The speaker takes back what he said. The earlier words stay, with this note."),
    ),
    Label(RelationKind.ANSWERS, RelationKind.ANSWERS.label, _("Replies to what was said before.")),
)

STATES = _scale(
    "state",
    Label(State.DRAFT, State.DRAFT.label, _("Being written; only editors see it.")),
    Label(
        State.IN_REVIEW,
        State.IN_REVIEW.label,
        _("Finished, and waiting for somebody else to check it; only editors see it."),
    ),
    Label(State.PUBLISHED, State.PUBLISHED.label, _("Public: here, and in every output.")),
    Label(
        State.WITHDRAWN,
        State.WITHDRAWN.label,
        _("It was public and no longer is. Its page stays and says why, but not what stood there."),
    ),
)

# In the order of the method page. The first part of each label's anchor is the scale's key.
SCALES = {
    "source": SOURCES,
    "speech": SPEECH_TYPES,
    "wording": WORDING_ORIGINS,
    "date": DATE_BASES,
    "hop": HOP_KINDS,
    "agent": HOP_AGENTS,
    "link": LINK_KINDS,
    "relation": RELATION_KINDS,
    "state": STATES,
}


def labels_of(occurrence: Occurrence) -> tuple[Label, Label]:
    """Speech type and origin of the wording."""
    return labels_for(occurrence.speech_type, occurrence.wording_origin)


def names_of_labels(occurrence: Occurrence) -> list[str]:
    """What a card says of an occurrence; that something is not known, it leaves out."""
    return [str(one.name) for one in labels_of(occurrence) if one.key != WordingOrigin.UNKNOWN]


def labels_for(speech_type: str, wording_origin: str) -> tuple[Label, Label]:
    return SPEECH_TYPES[speech_type], WORDING_ORIGINS[wording_origin]


def explained(occurrences: list[Occurrence]) -> list[Label]:
    """The labels that ``occurrences`` carry, each once, in the order of the scales."""
    used = {label.key for occurrence in occurrences for label in labels_of(occurrence)}
    scales = (*SPEECH_TYPES.values(), *WORDING_ORIGINS.values())
    return [label for label in scales if label.key in used]
