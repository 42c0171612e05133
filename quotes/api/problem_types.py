"""Every kind of error that the API answers with; its ``type`` leads to its place at ``/api/``.

RFC 9457: a type is an address that says what the problem is, whoever meets it and wherever.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True)
class ProblemType:
    """``title`` is the same for every problem of this type; ``text`` is for the documentation."""

    slug: str
    status: int
    title: str
    text: str

    def uri(self, request: HttpRequest) -> str:
        return request.build_absolute_uri(reverse("api:documentation")) + f"#problem-{self.slug}"


BAD_PARAMETERS = ProblemType(
    "bad-parameters",
    400,
    "Parameters that cannot be taken",
    "A parameter of the address is unknown here, empty, given twice, or has a value that cannot "
    "be read. `errors` names each of them with what is wrong; `valid_parameters` names all that "
    "this address knows.",
)
MALFORMED = ProblemType(
    "malformed",
    400,
    "A request that cannot be read",
    "The body is no JSON in UTF-8, or not of the form that the reference tells. `errors` names "
    "each field that is wrong, where it is one.",
)
NOT_AUTHENTICATED = ProblemType(
    "not-authenticated",
    401,
    "A token is needed",
    "Writing needs a token, and the one that came is missing, wrong, expired or revoked. Reading "
    "needs none: leave the `Authorization` header out.",
)
NOT_ALLOWED = ProblemType(
    "not-allowed",
    403,
    "Not allowed",
    "The token is good, but its scopes or the rights of its owner do not reach this far.",
)
NOT_FOUND = ProblemType(
    "not-found",
    404,
    "Nothing public here",
    "There is nothing at this address, or it is not public, or it never was. Which of these is "
    "not told.",
)
METHOD_NOT_ALLOWED = ProblemType(
    "method-not-allowed",
    405,
    "Not this method",
    "The address does not take this method. The header `Allow` names those that it takes.",
)
NOT_ACCEPTABLE = ProblemType(
    "not-acceptable",
    406,
    "Not in this format",
    "The address has no format that the header `Accept` allows. Leave the header out for JSON.",
)
CONFLICT = ProblemType(
    "conflict",
    409,
    "At odds with another request",
    "The request contradicts the present state, or another one with the same `Idempotency-Key`, or "
    "was in the way of one at the same moment. Of the last two, try again a little later.",
)
WITHDRAWN = ProblemType(
    "withdrawn",
    410,
    "Withdrawn",
    "It was published once and is no longer. `withdrawal_reason` says why. Remove it from what "
    "you keep, or mark it as withdrawn.",
)
SET_BACK = ProblemType(
    "set-back",
    410,
    "The feed of changes was set back",
    "The place where the cursor stands is no longer in the feed: the database was set back to an "
    "earlier state, and changes that you may have read were lost with it. What you keep cannot be "
    "brought up to date from there. Begin anew: with the files of all rows, or without a cursor.",
)
PRECONDITION_FAILED = ProblemType(
    "precondition-failed",
    412,
    "Changed meanwhile",
    "Somebody changed the item after you read it: `If-Match` names another version of it. Read it "
    "again, look at what changed, and send your change anew.",
)
TOO_LARGE = ProblemType(
    "too-large", 413, "Too large", "The request's body is larger than this address takes."
)
UNSUPPORTED_MEDIA_TYPE = ProblemType(
    "unsupported-media-type",
    415,
    "Not in this format",
    "Bodies are JSON: send `Content-Type: application/json`.",
)
REFUSED = ProblemType(
    "refused",
    422,
    "Against a rule",
    "The request can be read, but what it asks breaks a rule that holds for editors, too. `errors` "
    "names each field, or the rule.",
)
PRECONDITION_REQUIRED = ProblemType(
    "precondition-required",
    428,
    "Say what you change",
    "A change needs `If-Match` with the `ETag` of the version that you read, so that nobody "
    "overwrites what somebody else wrote meanwhile.",
)
TOO_MANY_REQUESTS = ProblemType(
    "too-many-requests",
    429,
    "Too many requests",
    "Wait as many seconds as `Retry-After` says. A file of all rows spares you most requests.",
)
BUSY = ProblemType(
    "busy",
    503,
    "Busy",
    "All places for this kind of answer are taken. Try again after as many seconds as "
    "`Retry-After` says.",
)
INTERRUPTED = ProblemType(
    "interrupted",
    500,
    "Interrupted",
    "A file of all rows broke off while it was being sent, after its status had gone out. What "
    "arrived is not complete, and its last line, which no reader of the format takes, says so. "
    "Fetch it again.",
)

PROBLEM_TYPES = (
    BAD_PARAMETERS,
    MALFORMED,
    NOT_AUTHENTICATED,
    NOT_ALLOWED,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    WITHDRAWN,
    SET_BACK,
    PRECONDITION_FAILED,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    REFUSED,
    PRECONDITION_REQUIRED,
    TOO_MANY_REQUESTS,
    BUSY,
    INTERRUPTED,
)
# What an error is that says no more than its status.
_BY_STATUS = {each.status: each for each in reversed(PROBLEM_TYPES)}
_BY_STATUS[400] = MALFORMED


def of_status(status: int) -> ProblemType | None:
    return _BY_STATUS.get(status)
