"""Where words were printed or broadcast: outlets, articles, their captured texts, their origins."""

import datetime
import hashlib

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quotes.text.normalising import snapshot_text

from .addresses import Addressed
from .dates import EdtfField, edtf_columns, edtf_constraints
from .editorial_model import Dated, EditorialModel
from .history import tracked
from .languages import LanguageField
from .quote_rules import PUBLISHED_HAS_SOURCE
from .refusals import checked_at_commit, checked_now, refuse_if
from .touching import changes, reaches, touches
from .visibility import ArticleQuerySet, OfArticleQuerySet, OutletQuerySet
from .web_addresses import WebAddressField, canonical_column, kept_under
from .workflow import (
    State,
    Stateful,
    kept_once_public,
    kept_with,
    marks_unseen,
    queue_indexes,
    state_constraints,
    state_triggers,
)


class OutletKind(models.TextChoices):
    NEWSPAPER = "newspaper", _("newspaper")
    MAGAZINE = "magazine", _("magazine")
    AGENCY = "agency", _("news agency")
    BROADCASTER = "broadcaster", _("broadcaster")
    GOVERNMENT = "government", _("ministry or authority")
    PARLIAMENT = "parliament", _("parliament")
    AGGREGATOR = "aggregator", _("aggregator")
    PUBLISHER = "publisher", _("book publisher")
    PLATFORM = "platform", _("platform")
    OTHER = "other", _("other outlet")


@tracked
class Outlet(Dated, Addressed, EditorialModel):
    """Who publishes: a newspaper, an agency, a ministry, a broadcaster, an aggregator."""

    address_root = "outlets"

    name = models.CharField(_("name"), max_length=200, unique=True)
    kind = models.CharField(
        _("kind"), max_length=12, choices=OutletKind.choices, default=OutletKind.NEWSPAPER
    )
    homepage = models.URLField(_("homepage"), max_length=500, blank=True)
    organisation = models.ForeignKey(
        "quotes.Speaker",
        models.PROTECT,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="outlets",
        help_text=_("Where the outlet belongs to somebody who is quoted here, too."),
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name", "id"]
        constraints = [models.CheckConstraint(name="outlet_has_a_name", condition=~Q(name=""))]
        triggers = [
            kept_once_public(
                "outlet_public_is_kept",
                ("quotes_articleevent", "outlet_id", "pgh_obj_id", "quotes_article"),
                ("quotes_articleevent", "carried_by_id", "pgh_obj_id", "quotes_article"),
            ),
            *touches(changes("outlet", "r.id"), reaches("speaker", "r.organisation_id")),
        ]

    def __str__(self) -> str:
        return self.name


class Genre(models.TextChoices):
    REPORT = "report", _("report")
    AGENCY_REPORT = "agency_report", _("agency report")
    INTERVIEW = "interview", _("interview")
    TRANSCRIPT = "transcript", _("transcript")
    PRESS_RELEASE = "press_release", _("press release")
    OPINION = "opinion", _("opinion")
    BOOK = "book", _("book")
    BROADCAST = "broadcast", _("broadcast")
    POST = "post", _("post")
    OTHER = "other", _("other")


class Rights(models.TextChoices):
    EXCERPT = "excerpt", _("excerpts only")
    WHOLE = "whole", _("the whole text may be shown")


_ALREADY_THERE = _(
    "There is an article at this address already, though it may be written differently: no."
    " %(number)s."
)


@tracked
class Article(Dated, Stateful, Addressed, EditorialModel):
    """One publication. It may have no URL (print, broadcast) and be known without its text."""

    address_root = "articles"

    headline = models.CharField(_("headline"), max_length=500, blank=True)
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, verbose_name=_("outlet"), related_name="articles"
    )
    carried_by = models.ForeignKey(
        Outlet,
        models.PROTECT,
        verbose_name=_("carried by"),
        null=True,
        blank=True,
        related_name="carried_articles",
        help_text=_("The site that holds this copy, where it is not the outlet’s own."),
    )
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    language = LanguageField(_("language"))
    published_on = EdtfField(_("date of publication"))
    published_on_earliest, published_on_latest, published_on_sort = edtf_columns()
    genre = models.CharField(_("genre"), max_length=14, choices=Genre.choices, default=Genre.REPORT)
    url = WebAddressField(
        _("URL"), null=True, blank=True, help_text=_("Empty for print and broadcast.")
    )
    canonical_url = canonical_column()
    link_dead_since = models.DateField(
        _("link dead since"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The day on which the page was first found to be gone."),
    )
    archive_url = models.URLField(_("archived copy"), max_length=2000, blank=True)
    rights = models.CharField(
        _("what may be shown"),
        max_length=8,
        choices=Rights.choices,
        default=Rights.EXCERPT,
        help_text=_("Excerpts: the quoted passages with 200 characters on either side."),
    )
    rights_note = models.CharField(_("licence or permission"), max_length=300, blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("publish_article", _("Can review, publish and withdraw articles"))]
        ordering = ["-published_on_sort", "-id"]
        constraints = [
            *edtf_constraints("article", "published_on"),
            *state_constraints("article"),
            # Finds an article by its address, however that was come by.
            models.UniqueConstraint(
                fields=["canonical_url"],
                name="article_once_a_url",
                violation_error_message=_(
                    "There is an article at this address already, though it may be written"
                    " differently."
                ),
            ),
            models.CheckConstraint(name="article_url_null_or_given", condition=~Q(url="")),
            models.CheckConstraint(
                name="article_canonical_url_with_url",
                condition=Q(url=None, canonical_url=None)
                | Q(url__isnull=False, canonical_url__isnull=False) & ~Q(canonical_url=""),
            ),
        ]
        indexes = [
            # List of articles, newest first.
            models.Index(
                fields=["-published_on_sort", "-id"],
                name="article_newest_first",
                condition=Q(state=State.PUBLISHED),
            ),
            # The list in one language; which languages there are.
            models.Index(
                fields=["language", "-published_on_sort", "-id"],
                name="article_by_language",
                condition=Q(state=State.PUBLISHED),
            ),
            # An outlet's articles, newest first.
            models.Index(
                fields=["outlet", "-published_on_sort", "-id"],
                name="article_of_outlet",
                condition=Q(state=State.PUBLISHED),
            ),
            *queue_indexes("article"),
        ]
        triggers = [
            *state_triggers(
                "article",
                (
                    "headline",
                    "outlet_id",
                    "carried_by_id",
                    "byline",
                    "language",
                    "published_on",
                    "published_on_earliest",
                    "published_on_latest",
                    "published_on_sort",
                    "url",
                    "rights",
                ),
            ),
            checked_at_commit(
                "article_carries_quotes",
                pgtrigger.UpdateOf("state"),
                PUBLISHED_HAS_SOURCE.replace(
                    "{quotes}",
                    "SELECT o.quote_id FROM quotes_occurrence o"
                    " JOIN quotes_snapshot t ON t.id = o.snapshot_id WHERE t.article_id = NEW.id",
                ),
            ),
            *touches(
                changes("article", "r.id"),
                reaches("outlet", "r.outlet_id"),
                reaches("outlet", "r.carried_by_id"),
                reaches(
                    "speaker",
                    "t.organisation_id",
                    "JOIN quotes_outlet t ON t.id IN (r.outlet_id, r.carried_by_id)",
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.headline or f"{self.outlet}, {self.published_on or self.language}"

    def clean(self):
        super().clean()
        self.url = self.url or None
        self.canonical_url = kept_under(self.url, self.canonical_url)
        if self.canonical_url:
            twins = Article.objects.filter(canonical_url=self.canonical_url).exclude(pk=self.pk)
            for number in twins.values_list("pk", flat=True):
                refusal = ValidationError(
                    _ALREADY_THERE, code="article_once_a_url", params={"number": number}
                )
                raise ValidationError({"url": refusal})


class CaptureMethod(models.TextChoices):
    FETCHED = "fetched", _("fetched")
    PASTED = "pasted", _("pasted")
    UPLOADED = "uploaded", _("uploaded")


class Extent(models.TextChoices):
    WHOLE = "whole", _("whole text")
    EXCERPT = "excerpt", _("excerpt")


@tracked
class Snapshot(EditorialModel):
    """The text of an article as captured, for ever. Offsets into it are code points."""

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article"), related_name="snapshots"
    )
    text = models.TextField(_("text"))
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    length = models.PositiveIntegerField(
        _("length"), editable=False, help_text=_("In code points.")
    )
    method = models.CharField(
        _("how captured"),
        max_length=8,
        choices=CaptureMethod.choices,
        default=CaptureMethod.PASTED,
    )
    extent = models.CharField(
        _("extent"), max_length=7, choices=Extent.choices, default=Extent.WHOLE
    )
    captured_at = models.DateTimeField(_("captured"), auto_now_add=True)
    seen_again_at = models.DateTimeField(
        _("seen again"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When the page went back to this text, after another had taken its place."),
    )

    objects = OfArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["captured_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "sha256"],
                name="snapshot_once_an_article",
                violation_error_message=_("This article has a snapshot with this text already."),
            ),
            models.CheckConstraint(name="snapshot_holds_text", condition=~Q(text="")),
            models.CheckConstraint(
                name="snapshot_text_is_nfc",
                condition=models.ExpressionWrapper(
                    models.Func(
                        models.F("text"),
                        template="(%(expressions)s IS NFC NORMALIZED)",
                        output_field=models.BooleanField(),
                    ),
                    output_field=models.BooleanField(),
                ),
            ),
            models.CheckConstraint(
                name="snapshot_lines_end_with_lf", condition=~Q(text__contains="\r")
            ),
            models.CheckConstraint(
                name="snapshot_length_is_its_texts",
                condition=Q(length=models.functions.Length("text")),
            ),
            models.CheckConstraint(
                name="snapshot_sha256_is_its_texts",
                condition=Q(
                    sha256=models.Func(
                        models.F("text"),
                        template="encode(sha256(convert_to(%(expressions)s, 'UTF8')), 'hex')",
                        output_field=models.CharField(),
                    )
                ),
            ),
        ]
        # Whether any article holds this text.
        indexes = [models.Index(fields=["sha256"], name="snapshot_by_sha256")]
        triggers = [
            checked_now(
                "snapshot_never_changes",
                pgtrigger.Update,
                refuse_if(
                    "(OLD.text, OLD.article_id, OLD.captured_at, OLD.method)"
                    " IS DISTINCT FROM (NEW.text, NEW.article_id, NEW.captured_at, NEW.method)",
                    "snapshot_never_changes",
                    "A captured text never changes; capture the article again instead.",
                ),
            ),
            kept_with("snapshot_published_is_kept", "quotes_article", "article_id"),
            marks_unseen("snapshot_marks_article", "quotes_article", "SELECT ROW.article_id"),
            *touches(changes("article", "r.article_id")),
        ]

    def __str__(self) -> str:
        return f"{self.article} ({self.captured_at:%Y-%m-%d})" if self.captured_at else "–"

    @property
    def current_since(self) -> datetime.datetime:
        """Since when this text was, or is, what the page shows."""
        return self.seen_again_at or self.captured_at

    def take(self) -> None:
        """Bring a new text into its lasting form (LF, NFC) and measure it.

        Raises UnstorableText for NUL bytes and lone surrogates.
        """
        self.text = snapshot_text(self.text)
        self.length = len(self.text)
        self.sha256 = hashlib.sha256(self.text.encode()).hexdigest()

    def save(self, *args, **kwargs):
        if self._state.adding:
            self.take()
        super().save(*args, **kwargs)
