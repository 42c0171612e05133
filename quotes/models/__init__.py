"""The nouns of Wortlaut, one file per aggregate."""

from .captures import Capture, CaptureState
from .changes import Change, ChangedResource, ChangeKind, TouchedItems
from .done_actions import DoneAction
from .events import Event, EventKind, EventParticipant
from .further_speakers import FurtherSpeaker
from .intake import Candidate, CandidateOrigin, CandidateTopic, Decision
from .occurrences import Occurrence, Segment, SpeechType, WordingOrigin
from .provenance import Credit, CreditKind, Hop, HopAgent, HopKind
from .provisions import Provision, ProvisionKind, ProvisionParty, ProvisionText
from .quotes import Attribution, DateBasis, Quote, QuoteRelation, QuoteTopic, RelationKind
from .reports import Delivery, ErrorKind, ErrorReport, ReportState
from .sources import (
    Article,
    CaptureMethod,
    Extent,
    Genre,
    Outlet,
    OutletKind,
    Rights,
    Snapshot,
)
from .speakers import NameKind, Speaker, SpeakerKind, SpeakerName, Tenure
from .statements import (
    JointStatement,
    JointStatementTopic,
    LinkKind,
    Signatory,
    StatementKind,
    StatementLink,
    StatementVersion,
)
from .tokens import ApiToken, IdempotentAnswer, Scope
from .topics import Topic
from .workflow import MOVES, ReviewComment, State, Stateful

__all__ = [
    "MOVES",
    "ApiToken",
    "Article",
    "Attribution",
    "Candidate",
    "CandidateOrigin",
    "CandidateTopic",
    "Capture",
    "CaptureMethod",
    "CaptureState",
    "Change",
    "ChangeKind",
    "ChangedResource",
    "Credit",
    "CreditKind",
    "DateBasis",
    "Decision",
    "Delivery",
    "DoneAction",
    "ErrorKind",
    "ErrorReport",
    "Event",
    "EventKind",
    "EventParticipant",
    "Extent",
    "FurtherSpeaker",
    "Genre",
    "Hop",
    "HopAgent",
    "HopKind",
    "IdempotentAnswer",
    "JointStatement",
    "JointStatementTopic",
    "LinkKind",
    "NameKind",
    "Occurrence",
    "Outlet",
    "OutletKind",
    "Provision",
    "ProvisionKind",
    "ProvisionParty",
    "ProvisionText",
    "Quote",
    "QuoteRelation",
    "QuoteTopic",
    "RelationKind",
    "ReportState",
    "ReviewComment",
    "Rights",
    "Scope",
    "Segment",
    "Signatory",
    "Snapshot",
    "Speaker",
    "SpeakerKind",
    "SpeakerName",
    "SpeechType",
    "State",
    "Stateful",
    "StatementKind",
    "StatementLink",
    "StatementVersion",
    "Tenure",
    "Topic",
    "TouchedItems",
    "WordingOrigin",
]
