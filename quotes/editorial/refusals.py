"""How the editorial functions say no: sentences, all at once, that a person can act on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.db.models import RestrictedError
from django.db.models.deletion import ProtectedError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from psycopg.errors import ForeignKeyViolation


class Refused(ValidationError):
    """Nothing was changed; ``messages`` says what stands in the way, each a whole sentence.

    ``rule`` is the name of the database's constraint where the database refused.
    """

    def __init__(self, reasons: Iterable[str | Promise], rule: str = "") -> None:
        super().__init__(
            [ValidationError(str(reason), code=rule or "refused") for reason in reasons]
        )
        self.rule = rule


# Where something stands in what was asked for: names of members and places in lists.
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, and where."""

    path: Path
    sentence: str
    rule: str = "invalid"


class RefusedInPlaces(Refused):
    """Nothing was changed; ``findings`` says what is wrong and where, all of it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = list(findings)
        super().__init__([finding.sentence for finding in self.findings], self.findings[0].rule)


# A body may name millions of wrong things; nobody reads more than these.
MOST_FINDINGS = 100


class Findings:
    """Collects what is wrong with one change, to say it at once: the first ``MOST_FINDINGS``."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def add(self, path: Path, sentence: str | Promise, rule: str = "invalid") -> None:
        if len(self.found) < MOST_FINDINGS:
            finding = Finding(path, str(sentence), rule)
            if finding not in self.found:
                self.found.append(finding)

    def take(
        self, error: ValidationError, path: Path, names: Mapping[str, Path] | None = None
    ) -> None:
        """Add the sentences of a refusal of the row at ``path``.

        ``names`` says where in the row a column was given, where that is not under its name.
        """
        if isinstance(error, RefusedInPlaces):
            for finding in error.findings:
                self.add(finding.path, finding.sentence, finding.rule)
        elif hasattr(error, "error_dict"):
            for column, errors in error.error_dict.items():
                own = () if column == NON_FIELD_ERRORS else (names or {}).get(column, (column,))
                for sentence in ValidationError(errors).messages:
                    self.add(path + own, sentence)
        else:
            for sentence in error.messages:
                self.add(path, sentence, getattr(error, "rule", "") or "invalid")

    @contextmanager
    def at(self, path: Path) -> Iterator[None]:
        """A refusal inside is collected instead of raised."""
        try:
            yield
        except ValidationError as error:
            self.take(error, path)

    def raise_if_any(self) -> None:
        if self.found:
            raise RefusedInPlaces(self.found)


class InEachOthersWay(Refused):
    """Two saved at the same moment, each waiting for the other: the database gave this one up.

    The same again, a moment later, may well be done.
    """

    def __init__(self) -> None:
        sentence = _("Somebody saved at the same moment. Nothing of yours was changed: try again.")
        super().__init__([sentence], rule="in_each_others_way")


class NotPermitted(PermissionDenied):
    """The user lacks a permission; the message names it."""


# The rules of the database that an editor can run into, in words that say what to do.
SENTENCES = {
    "occurrence_one_preferred": _("One occurrence of a quote is preferred, not several."),
    "quote_published_has_a_public_source": _(
        "A published quote needs a preferred occurrence in a published article."
    ),
    "quote_published_has_a_speaker": _(
        "A published quote needs a speaker or the description of one."
    ),
    "attribution_tenure_of_speaker": _("The role is not one of this speaker."),
    "signatory_tenure_of_speaker": _("The role is not one of this speaker."),
    "tenure_stays_with_its_speaker": _(
        "A role that is named in an attribution stays with its speaker."
    ),
    "speaker_with_words_is_kept": _("A speaker with words is never deleted."),
    "occurrence_published_is_kept": _(
        "An occurrence of a quote that was published is kept; mark it as withdrawn instead."
    ),
    "snapshot_never_changes": _(
        "A captured text never changes; capture the article again instead."
    ),
    "segments_in_order": _("The parts of a passage follow each other without overlapping."),
    "provisiontext_within_the_version": _("A provision’s text lies within the version’s."),
    "statementlink_provision_of_statement": _("The provision is not one of this statement."),
    "signatory_once_a_speaker": _("This speaker signs already."),
    "attribution_once_a_speaker": _("This speaker is named already."),
    "article_once_a_url": _(
        "There is an article at this address already, though it may be written differently."
    ),
    "event_not_part_of_itself": _("An event is not part of itself."),
    "hop_not_from_itself": _("An article is not its own source."),
    "provisiontext_of_one_statement": _("A provision and its text belong to one statement."),
    "quote_published_has_words": _("A published quote has words: mark its passage in a source."),
    "quote_published_says_when": _(
        "A published quote has a date, or says that the date is not known."
    ),
    "candidate_once_a_place": _("Another candidate has exactly these borders."),
    "snapshot_once_an_article": _("This article has a snapshot with this text already."),
    "statementversion_once": _("There is a version of this issuer and language."),
}
_GONE = _(
    "Something that was chosen here was deleted at the same moment, or what was to be deleted is"
    " used. Nothing was changed."
)
_KEPT = _("What is or was published is never deleted; withdraw it instead.")


def as_refusal(error: IntegrityError) -> Refused:
    """The sentence for a rule that the database kept.

    Takes Django's IntegrityError with psycopg's diagnostics as its cause; the database's own
    message stands where no better one is written here.
    """
    if isinstance(error, ProtectedError | RestrictedError):
        return Refused([_("This is still used elsewhere and cannot be deleted.")], rule="protected")
    diagnostics = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnostics, "constraint_name", "") or ""
    if rule.endswith(("_published_is_kept", "_public_is_kept")) and rule not in SENTENCES:
        return Refused([_KEPT], rule)
    message = getattr(diagnostics, "message_primary", "") or str(error)
    if isinstance(error.__cause__, ForeignKeyViolation):
        # Told by no model: it was there when the row was checked.
        message = _GONE
    return Refused([SENTENCES.get(rule) or _declared(rule) or message], rule)


def _declared(rule: str) -> str:
    """The sentence with which a model declares its constraint; empty where it has none."""
    for model in apps.get_app_config("quotes").get_models():
        for constraint in model._meta.constraints:
            if constraint.name == rule:
                told = constraint.violation_error_message
                return str(told) if told != constraint.default_violation_error_message else ""
    return ""


def checked(row: models.Model) -> None:
    """Check a row by its model's own rules; raises Refused with every sentence at once."""
    try:
        row.full_clean()
    except ValidationError as error:
        raise Refused(error.messages, rule="invalid") from error


def check_by_itself(row: models.Model, exclude: Collection[str] = ()) -> None:
    """Check the constraints of one row among several that are changed in the same go.

    What must be unique among them is left to the database, which sees them all; columns in
    ``exclude`` are not judged. Raises ValidationError.
    """
    errors = []
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            continue
        try:
            constraint.validate(type(row), row, exclude=set(exclude))
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(errors)
