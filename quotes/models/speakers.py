"""People, organisations and groups that can be quoted, their names and their roles."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quotes.text.names import fold_name, sort_name

from .addresses import Addressed
from .dates import EdtfField, edtf_columns, edtf_constraints
from .editorial_model import Dated, EditorialModel, in_reader_language
from .history import tracked
from .languages import LanguageField
from .refusals import checked_now, refuse_if
from .topics import WikidataField
from .touching import changes, reaches, touches
from .visibility import OfSpeakerQuerySet, SpeakerQuerySet
from .workflow import kept_once_public


class SpeakerKind(models.TextChoices):
    PERSON = "person", _("person")
    ORGANISATION = "organisation", _("organisation")
    GROUP = "group", _("group")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("official name")
    TRANSLITERATION = "transliteration", _("transliteration")
    ALIAS = "alias", _("other name")
    SHORT = "short", _("short form")


@tracked
class Speaker(Dated, Addressed, EditorialModel):
    """Somebody who can be quoted (Popolo: Person, Organization)."""

    address_root = "speakers"

    kind = models.CharField(
        _("kind"), max_length=12, choices=SpeakerKind.choices, default=SpeakerKind.PERSON
    )
    name = models.CharField(
        _("name"), max_length=200, help_text=_("As readers of most languages would write it.")
    )
    family_name = models.CharField(
        _("family name"),
        max_length=100,
        blank=True,
        help_text=_("The part of the name by which a person is sorted."),
    )
    sort_name = models.CharField(_("sort name"), max_length=200, editable=False, default="")
    wikidata_id = WikidataField()

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["sort_name", "id"]
        constraints = [
            models.CheckConstraint(name="speaker_has_a_name", condition=~models.Q(name="")),
        ]
        # List of speakers by name.
        indexes = [models.Index(fields=["sort_name", "id"], name="speaker_by_name")]
        triggers = [
            checked_now(
                "speaker_with_words_is_kept",
                pgtrigger.Delete,
                refuse_if(
                    "EXISTS (SELECT 1 FROM quotes_attribution WHERE speaker_id = OLD.id)"
                    " OR EXISTS (SELECT 1 FROM quotes_signatory WHERE speaker_id = OLD.id)"
                    " OR EXISTS (SELECT 1 FROM quotes_statementversion WHERE issuer_id = OLD.id)",
                    "speaker_with_words_is_kept",
                    "A speaker with words is never deleted.",
                ),
            ),
            kept_once_public(
                "speaker_public_is_kept",
                ("quotes_attributionevent", "speaker_id", "quote_id", "quotes_quote"),
                ("quotes_signatoryevent", "speaker_id", "statement_id", "quotes_jointstatement"),
                rule="speaker_with_words_is_kept",
            ),
            *touches(changes("speaker", "r.id")),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        family = self.family_name if self.kind == SpeakerKind.PERSON else ""
        self.sort_name = sort_name(self.name, family or None)[:200]
        super().save(*args, **kwargs)

    @property
    def display_name(self) -> str:
        """The official name in the reader's language where we hold one, else the main name.

        Reads ``names`` (prefetch it for lists).
        """
        language = (get_language() or "en")[:2]
        for form in self.names.all():
            if form.kind == NameKind.OFFICIAL and form.language.split("-")[0] == language:
                return form.text
        return self.name


@tracked
class SpeakerName(EditorialModel):
    """One written form of a speaker's name, in one language and script."""

    speaker = models.ForeignKey(
        Speaker, models.CASCADE, verbose_name=_("speaker"), related_name="names"
    )
    text = models.CharField(_("name"), max_length=200)
    language = LanguageField(_("language"))
    kind = models.CharField(
        _("kind"), max_length=16, choices=NameKind.choices, default=NameKind.ALIAS
    )
    folded = models.CharField(_("folded"), max_length=200, editable=False, default="")

    objects = OfSpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("name form")
        verbose_name_plural = _("name forms")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["speaker", "text", "language"], name="speakername_once_a_speaker"
            ),
            models.CheckConstraint(name="speakername_is_not_empty", condition=~models.Q(text="")),
        ]
        # Search by any name form: equal or beginning with what was typed.
        indexes = [
            models.Index(
                fields=["folded"], name="speakername_folded", opclasses=["varchar_pattern_ops"]
            )
        ]
        triggers = touches(changes("speaker", "r.speaker_id"))

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs):
        self.folded = fold_name(self.text)[:200]
        super().save(*args, **kwargs)


@tracked
class Tenure(EditorialModel):
    """A role that a speaker held (Popolo: Membership); open where its ends are not known."""

    speaker = models.ForeignKey(
        Speaker, models.CASCADE, verbose_name=_("speaker"), related_name="tenures"
    )
    title_de = models.CharField(_("German title"), max_length=200, blank=True)
    title_en = models.CharField(_("English title"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Speaker,
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="offices",
    )
    since = EdtfField(_("since"))
    since_earliest, since_latest, since_sort = edtf_columns()
    until = EdtfField(_("until"))
    until_earliest, until_latest, until_sort = edtf_columns()
    source = models.ForeignKey(
        "quotes.Article",
        models.PROTECT,
        verbose_name=_("source"),
        null=True,
        blank=True,
        related_name="tenures",
        help_text=_("The article that says so."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = OfSpeakerQuerySet.as_manager()

    class Meta:
        verbose_name = _("role held")
        verbose_name_plural = _("roles held")
        ordering = ["since_sort", "id"]
        constraints = [
            *edtf_constraints("tenure", "since"),
            *edtf_constraints("tenure", "until"),
            models.CheckConstraint(
                name="tenure_ends_after_it_began",
                condition=models.Q(since_earliest__lte=models.F("until_latest"))
                | models.Q(since_earliest=None)
                | models.Q(until_latest=None),
                violation_error_message=_("A role does not end before it began."),
            ),
            models.CheckConstraint(
                name="tenure_has_a_title",
                condition=~models.Q(title_de="") | ~models.Q(title_en=""),
                violation_error_message=_("Give a title, in German or in English."),
            ),
            models.CheckConstraint(
                name="tenure_not_in_oneself",
                condition=~models.Q(organisation=models.F("speaker")),
                violation_error_message=_("Nobody holds a role in himself."),
            ),
        ]
        triggers = [
            checked_now(
                "tenure_stays_with_its_speaker",
                pgtrigger.UpdateOf("speaker_id"),
                refuse_if(
                    "OLD.speaker_id <> NEW.speaker_id AND ("
                    "EXISTS (SELECT 1 FROM quotes_attribution WHERE tenure_id = OLD.id)"
                    " OR EXISTS (SELECT 1 FROM quotes_signatory WHERE tenure_id = OLD.id))",
                    "tenure_stays_with_its_speaker",
                    "A role that is named in an attribution stays with its speaker.",
                ),
            ),
            *touches(changes("speaker", "r.speaker_id"), reaches("speaker", "r.organisation_id")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return in_reader_language(self, "title")


class InRole(models.Model):
    """A row that names a speaker and, perhaps, the role that he held then."""

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        tenure = self.tenure  # type: ignore[attr-defined]
        if tenure is not None and tenure.speaker_id != self.speaker_id:  # type: ignore[attr-defined]
            raise ValidationError({"tenure": _("The role is not one of this speaker.")})


def tenure_of_speaker(name: str) -> pgtrigger.Trigger:
    """The tenure named beside a speaker is one of his."""
    return checked_now(
        name,
        pgtrigger.Insert | pgtrigger.Update,
        # Whoever moves the role to another speaker at the same time waits for this row.
        "PERFORM 1 FROM quotes_tenure t WHERE t.id = NEW.tenure_id FOR SHARE;"
        + refuse_if(
            "NEW.tenure_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM quotes_tenure t"
            " WHERE t.id = NEW.tenure_id AND t.speaker_id = NEW.speaker_id)",
            name,
            "The role is not one of this speaker.",
        ),
    )
