"""Joint statements: who issued them, their texts, their numbered provisions, quotes from them."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .addresses import Addressed
from .dates import EdtfField, edtf_columns, edtf_constraints
from .editorial_model import Dated, EditorialModel, in_reader_language
from .history import tracked
from .languages import LanguageField
from .quotes import Quote
from .refusals import checked_at_commit, checked_now, refuse_if
from .sources import Snapshot
from .speakers import InRole, Speaker, Tenure, tenure_of_speaker
from .topics import Topic
from .touching import changes, in_public_article, reaches, reaches_event, touches, with_public
from .visibility import (
    OfStatementQuerySet,
    StatementLinkQuerySet,
    StatementQuerySet,
    StatementVersionQuerySet,
)
from .workflow import (
    State,
    Stateful,
    kept_with,
    marks_unseen,
    queue_indexes,
    state_constraints,
    state_triggers,
    stays_with,
)


class StatementKind(models.TextChoices):
    JOINT_STATEMENT = "joint_statement", _("joint statement")
    PRESS_RELEASE = "press_release", _("joint press release")
    COMMUNIQUE = "communique", _("communiqué")
    DECLARATION = "declaration", _("declaration")


@tracked
class JointStatement(Dated, Stateful, Addressed, EditorialModel):
    """A text that several issue together: a thing of its own, not a quote."""

    address_root = "statements"

    title_de = models.CharField(_("German title"), max_length=300, blank=True)
    title_en = models.CharField(_("English title"), max_length=300, blank=True)
    kind = models.CharField(
        _("kind"),
        max_length=15,
        choices=StatementKind.choices,
        default=StatementKind.JOINT_STATEMENT,
    )
    event = models.ForeignKey(
        "quotes.Event",
        models.PROTECT,
        verbose_name=_("occasion"),
        null=True,
        blank=True,
        related_name="statements",
    )
    issued_on = EdtfField(_("issued on"))
    issued_on_earliest, issued_on_latest, issued_on_sort = edtf_columns()
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), blank=True, related_name="statements"
    )

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("joint statement")
        verbose_name_plural = _("joint statements")
        permissions = [
            ("publish_jointstatement", _("Can review, publish and withdraw joint statements"))
        ]
        ordering = ["-issued_on_sort", "-id"]
        constraints = [
            *edtf_constraints("statement", "issued_on"),
            *state_constraints("statement"),
            models.CheckConstraint(
                name="statement_has_a_title",
                condition=~Q(title_de="") | ~Q(title_en=""),
                violation_error_message=_("Give a title, in German or in English."),
            ),
        ]
        indexes = [
            # List of statements, newest first.
            models.Index(
                fields=["-issued_on_sort", "-id"],
                name="statement_newest_first",
                condition=Q(state=State.PUBLISHED),
            ),
            # What was published last: the first page, and what is new.
            models.Index(
                fields=["-first_published_at", "-id"],
                name="statement_last_published",
                condition=Q(state=State.PUBLISHED),
            ),
            *queue_indexes("statement"),
        ]
        triggers = [
            *state_triggers(
                "statement",
                (
                    "title_de",
                    "title_en",
                    "kind",
                    "event_id",
                    "issued_on",
                    "issued_on_earliest",
                    "issued_on_latest",
                    "issued_on_sort",
                ),
            ),
            *touches(changes("statement", "r.id"), *reaches_event("r.event_id")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return in_reader_language(self, "title")


@tracked
class JointStatementTopic(JointStatement.topics.through):  # type: ignore[name-defined]
    """History of a statement's topics."""

    class Meta:
        proxy = True
        triggers = touches(
            changes("statement", "r.jointstatement_id"), reaches("topic", "r.topic_id")
        )


def _span_holds(name: str, snapshot: str) -> str:
    """Refuse a span that ends beyond the text of the snapshot whose id ``snapshot`` gives."""
    return refuse_if(
        f'NEW."end" > COALESCE((SELECT length FROM quotes_snapshot WHERE id = {snapshot}), 0)',
        name,
        "A span ends within the snapshot’s text.",
    )


@tracked
class StatementVersion(EditorialModel):
    """The statement's own text in one language, as one issuer published it."""

    statement = models.ForeignKey(
        JointStatement, models.CASCADE, verbose_name=_("statement"), related_name="versions"
    )
    issuer = models.ForeignKey(
        Speaker, models.PROTECT, verbose_name=_("issuer"), related_name="versions_issued"
    )
    language = LanguageField(_("language"))
    official = models.BooleanField(_("official"), default=False)
    snapshot = models.ForeignKey(
        Snapshot,
        models.PROTECT,
        verbose_name=_("snapshot"),
        related_name="statement_versions",
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("In code points, from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("In code points, exclusive."))

    objects = StatementVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "issuer", "language"],
                name="statementversion_once",
                violation_error_message=_("There is a version of this issuer and language."),
            ),
            models.CheckConstraint(
                name="statementversion_starts_before_it_ends",
                condition=Q(start__gte=0, start__lt=models.F("end")),
            ),
        ]
        triggers = [
            checked_now(
                "statementversion_within_the_snapshot",
                pgtrigger.Insert | pgtrigger.Update,
                _span_holds("statementversion_within_the_snapshot", "NEW.snapshot_id"),
            ),
            checked_at_commit(
                "statementversion_holds_its_provisions",
                pgtrigger.Update,
                refuse_if(
                    "EXISTS (SELECT 1 FROM quotes_provisiontext p JOIN quotes_statementversion v"
                    " ON v.id = p.version_id WHERE v.id = NEW.id"
                    ' AND (p.start < v.start OR p."end" > v."end"))',
                    "provisiontext_within_the_version",
                    "A provision’s text lies within the version’s.",
                ),
            ),
            stays_with("statementversion_stays_with_its_statement", "statement_id"),
            kept_with(
                "statementversion_published_is_kept", "quotes_jointstatement", "statement_id"
            ),
            marks_unseen(
                "statementversion_marks", "quotes_jointstatement", "SELECT ROW.statement_id"
            ),
            *touches(
                changes("statement", "r.statement_id", in_public_article("r")),
                reaches("speaker", "r.issuer_id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} ({self.language})"

    @property
    def text(self) -> str:
        """The version's characters in its snapshot."""
        return self.snapshot.text[self.start : self.end]


@tracked
class Signatory(InRole, EditorialModel):
    """Who issued the statement, in order, and in which capacity."""

    statement = models.ForeignKey(
        JointStatement, models.CASCADE, verbose_name=_("statement"), related_name="signatories"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=1)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, verbose_name=_("speaker"), related_name="signatures"
    )
    tenure = models.ForeignKey(
        Tenure,
        models.PROTECT,
        verbose_name=_("role then"),
        null=True,
        blank=True,
        related_name="signatures",
    )
    capacity = models.CharField(
        _("capacity as printed"), max_length=300, blank=True, help_text=_("“日本国防衛大臣”")
    )

    objects = OfStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "speaker"],
                name="signatory_once_a_speaker",
                violation_error_message=_("This speaker signs already."),
            ),
            models.UniqueConstraint(
                fields=["statement", "position"],
                name="signatory_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]
        triggers = [
            tenure_of_speaker("signatory_tenure_of_speaker"),
            marks_unseen("signatory_marks", "quotes_jointstatement", "SELECT ROW.statement_id"),
            *touches(changes("statement", "r.statement_id"), reaches("speaker", "r.speaker_id")),
        ]

    def __str__(self) -> str:
        return str(self.speaker)


class LinkKind(models.TextChoices):
    STATES = "states", _("the statement’s own words")
    CONCERNS = "concerns", _("said about it or on the occasion")


@tracked
class StatementLink(EditorialModel):
    """A quote's bond to a statement: its own words (with the provision), or said about it."""

    quote = models.ForeignKey(
        Quote, models.CASCADE, verbose_name=_("quote"), related_name="statement_links"
    )
    statement = models.ForeignKey(
        JointStatement, models.CASCADE, verbose_name=_("statement"), related_name="quote_links"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=LinkKind.choices)
    provision = models.ForeignKey(
        "quotes.Provision",
        models.RESTRICT,
        verbose_name=_("provision"),
        null=True,
        blank=True,
        related_name="quote_links",
    )

    objects = StatementLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a statement")
        verbose_name_plural = _("links to statements")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["quote", "statement", "provision"],
                name="statementlink_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="statementlink_provision_only_where_stated",
                condition=Q(provision=None) | Q(kind=LinkKind.STATES),
                violation_error_message=_("Only the statement’s own words have a provision."),
            ),
        ]
        triggers = [
            checked_now(
                "statementlink_provision_of_statement",
                pgtrigger.Insert | pgtrigger.Update,
                refuse_if(
                    "NEW.provision_id IS NOT NULL AND NEW.statement_id IS DISTINCT FROM"
                    " (SELECT statement_id FROM quotes_provision WHERE id = NEW.provision_id)",
                    "statementlink_provision_of_statement",
                    "The provision is not one of this statement.",
                ),
            ),
            marks_unseen("statementlink_marks_quote", "quotes_quote", "SELECT ROW.quote_id"),
            *touches(
                changes("quote", "r.quote_id", with_public("jointstatement", "r.statement_id")),
                changes("statement", "r.statement_id", with_public("quote", "r.quote_id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.statement}"

    def clean(self):
        super().clean()
        if self.provision is not None and self.provision.statement_id != self.statement_id:
            raise ValidationError({"provision": _("The provision is not one of this statement.")})
