"""The numbered points of a joint statement, and where each version holds them."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .editorial_model import EditorialModel
from .history import tracked
from .refusals import checked_now, refuse_if
from .speakers import Speaker
from .statements import JointStatement, StatementVersion
from .touching import changes, reaches, touches
from .visibility import (
    OfStatementQuerySet,
    ProvisionTextQuerySet,
)
from .workflow import (
    kept_with,
    marks_unseen,
    stays_with,
)

_OF_PROVISION = ("p.statement_id", "JOIN quotes_provision p ON p.id = r.provision_id")


class ProvisionKind(models.TextChoices):
    AFFIRMS = "affirms", _("affirms")
    AGREES = "agrees", _("agrees")
    COMMITS = "commits", _("commits")
    CONDEMNS = "condemns", _("condemns")
    NOTES = "notes", _("notes")
    WELCOMES = "welcomes", _("welcomes")


@tracked
class Provision(EditorialModel):
    """A numbered point of a statement, which can be followed up."""

    statement = models.ForeignKey(
        JointStatement, models.CASCADE, verbose_name=_("statement"), related_name="provisions"
    )
    number = models.PositiveSmallIntegerField(_("number"))
    number_printed = models.BooleanField(
        _("number is printed"),
        default=False,
        help_text=_("Otherwise the number is ours."),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=ProvisionKind.choices)
    parties = models.ManyToManyField(
        Speaker,
        verbose_name=_("parties"),
        blank=True,
        related_name="provisions",
        help_text=_("Empty where it binds every signatory."),
    )

    objects = OfStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "number"],
                name="provision_number",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]
        triggers = [
            stays_with("provision_stays_with_its_statement", "statement_id"),
            kept_with("provision_published_is_kept", "quotes_jointstatement", "statement_id"),
            marks_unseen("provision_marks", "quotes_jointstatement", "SELECT ROW.statement_id"),
            *touches(changes("statement", "r.statement_id")),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_kind_display()}"


@tracked
class ProvisionParty(Provision.parties.through):  # type: ignore[name-defined]
    """History of a provision's parties."""

    class Meta:
        proxy = True
        triggers = [
            marks_unseen(
                "provisionparty_marks",
                "quotes_jointstatement",
                "SELECT p.statement_id FROM quotes_provision p WHERE p.id = ROW.provision_id",
            ),
            *touches(changes("statement", *_OF_PROVISION), reaches("speaker", "r.speaker_id")),
        ]


@tracked
class ProvisionText(EditorialModel):
    """Where one version of the statement holds a provision: offsets into its snapshot."""

    provision = models.ForeignKey(
        Provision, models.CASCADE, verbose_name=_("provision"), related_name="texts"
    )
    version = models.ForeignKey(
        StatementVersion,
        models.CASCADE,
        verbose_name=_("version"),
        related_name="provision_texts",
    )
    start = models.PositiveIntegerField(_("start"), help_text=_("In code points, from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("In code points, exclusive."))

    objects = ProvisionTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("provision’s text")
        verbose_name_plural = _("provisions’ texts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["provision", "version"], name="provisiontext_once_a_version"
            ),
            models.CheckConstraint(
                name="provisiontext_starts_before_it_ends",
                condition=Q(start__gte=0, start__lt=models.F("end")),
            ),
        ]
        triggers = [
            checked_now(
                "provisiontext_holds",
                pgtrigger.Insert | pgtrigger.Update,
                'SELECT v.statement_id, v.start, v."end" INTO version'
                " FROM quotes_statementversion v WHERE v.id = NEW.version_id;"
                + refuse_if(
                    'NEW.start < version.start OR NEW."end" > version."end"',
                    "provisiontext_within_the_version",
                    "A provision’s text lies within the version’s.",
                )
                + refuse_if(
                    "version.statement_id IS NULL OR version.statement_id IS DISTINCT FROM"
                    " (SELECT statement_id FROM quotes_provision WHERE id = NEW.provision_id)",
                    "provisiontext_of_one_statement",
                    "A provision and its text belong to one statement.",
                ),
                version="RECORD",
            ),
            marks_unseen(
                "provisiontext_marks",
                "quotes_jointstatement",
                "SELECT p.statement_id FROM quotes_provision p WHERE p.id = ROW.provision_id",
            ),
            *touches(changes("statement", *_OF_PROVISION)),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """The provision's characters in the version's snapshot."""
        return self.version.snapshot.text[self.start : self.end]
