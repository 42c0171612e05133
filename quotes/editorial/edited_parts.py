"""What the parts of each item are, and what is special about those that are places in a text."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from quotes.models import (
    Article,
    Attribution,
    Credit,
    Hop,
    JointStatement,
    Occurrence,
    Provision,
    ProvisionText,
    Quote,
    QuoteRelation,
    Signatory,
    Snapshot,
    Speaker,
    SpeakerName,
    StatementLink,
    StatementVersion,
    Tenure,
)
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.anchors import Span
from quotes.text.characters import UnstorableText

from .anchoring import anchor, follow_preferred, locate_part, locate_words, prefer
from .edited_rows import PARTS, EditedPart, EditedRow, Part
from .refusals import SENTENCES
from .sources import add_snapshot
from .wishes import Words


class EditedOccurrence(EditedRow):
    """Its segments are looked for in its snapshot; the wording follows from them."""

    special = frozenset({"segments"})
    spans: list[Span] | None = None
    preferred = False

    def settle(self) -> None:
        segments: list[Words] | None = self.wish.values.get("segments")
        if self.row.snapshot_id is None or "segments" in self.wish.unread:
            return
        moved = not self.is_new and self.row.snapshot_id != self.before["snapshot_id"]
        if segments is None:
            if moved:
                self.editing.findings.add(
                    self.wish.place("segments"),
                    _("This is another text: say where the passage stands in it."),
                )
            return
        with self.editing.findings.at(self.wish.place("segments")):
            spans = locate_words(self.row.snapshot, segments)
            if self.is_new or moved or spans != self._spans_now():
                self.spans = spans

    def _spans_now(self) -> list[Span]:
        return [Span(row.start, row.end) for row in self.row.segments.order_by("position")]

    @property
    def changes_anything(self) -> bool:
        return super().changes_anything or self.spans is not None


class EditedOccurrences(EditedPart):
    """The occurrences of a quote, of which at most one gives it its wording."""

    rows: list[EditedOccurrence]  # type: ignore[assignment]

    def prepare(self) -> None:
        if self.owner.is_new and self.rows and not self._says_which():
            # The first source of a new quote gives it its words, unless told otherwise.
            self.rows[0].wish.values["preferred"] = True
        super().prepare()
        for edited in self.rows:
            edited.preferred = edited.row.preferred
        for superfluous in [edited for edited in self.rows if edited.preferred][1:]:
            self.editing.findings.add(
                superfluous.wish.place("preferred"), SENTENCES["occurrence_one_preferred"]
            )

    def _says_which(self) -> bool:
        return any("preferred" in edited.wish.values for edited in self.rows)

    def write(self) -> None:
        for edited in self.rows:
            # One after the other: never two at a time.
            edited.row.preferred = edited.preferred and edited.before.get("preferred", False)
        super().write()
        for edited in self.rows:
            if edited.spans is not None:
                with edited.refused_here():
                    anchor(edited.row, edited.spans)
        for edited in self.rows:
            if edited.preferred and not edited.row.preferred:
                prefer(edited.row)
        follow_preferred(self.owner.row)


class EditedSnapshot(EditedRow):
    """A captured text is added, never changed."""

    def settle(self) -> None:
        if not self.is_new:
            return
        try:
            self.row.take()
        except UnstorableText:
            self.editing.findings.add(self.wish.place("text"), UNSTORABLE)
            return
        captures = Snapshot._base_manager.filter(article=self.row.article_id)
        if self.row.text and captures.filter(sha256=self.row.sha256).exists():
            self.editing.findings.add(
                self.wish.place("text"), SENTENCES["snapshot_once_an_article"]
            )

    def judge(self) -> None:
        if not self.is_new:
            self.editing.findings.add(self.wish.path, SENTENCES["snapshot_never_changes"])
            return
        super().judge()

    def save(self) -> None:
        with self.refused_here():
            self.row = add_snapshot(
                self.row.article,
                self.row.text,
                user=self.editing.user,
                extent=self.row.extent,
                method=self.row.method,
                reason=self.editing.reason,
            )


class EditedSpan(EditedRow):
    """A row that is one stretch of a text (``start`` and ``end``), named by offsets or words."""

    special = frozenset({"place"})

    def text(self) -> tuple[str, int] | None:
        """The text to look in, and where it begins in the snapshot; None where it is unknown."""
        raise NotImplementedError

    def moved(self) -> bool:
        """Whether the row is in another text than it was."""
        raise NotImplementedError

    def settle(self) -> None:
        text = self.text()
        place: Words | None = self.wish.values.get("place")
        if text is None or "place" in self.wish.unread:
            self.wish.unread |= {"start", "end"}
            return
        try:
            span = self.find_span(place, *text)
        except ValidationError as error:
            self.editing.findings.take(error, self.wish.path)
            self.wish.unread |= {"start", "end"}
        else:
            if span is not None:
                self.row.start, self.row.end = span.start, span.end

    def find_span(self, place: Words | None, text: str, begin: int) -> Span | None:
        """The stretch that is meant; None where it stays. Offsets count in the snapshot."""
        if place is None:
            return self.span_unasked(text, begin)
        if place.start is not None or place.end is not None:
            snapshot = self.snapshot_text()
            return locate_part(snapshot, place)
        found = locate_part(text, place)
        return Span(begin + found.start, begin + found.end)

    def span_unasked(self, text: str, begin: int) -> Span | None:
        """The stretch where none was asked for."""
        if self.is_new or self.moved():
            self.editing.findings.add(self.wish.path, _("Say which words of the text are meant."))
        return None

    def snapshot_text(self) -> str:
        raise NotImplementedError


class EditedVersion(EditedSpan):
    """A version of a statement: the whole snapshot, unless told otherwise."""

    def text(self) -> tuple[str, int] | None:
        return (self.row.snapshot.text, 0) if self.row.snapshot_id is not None else None

    def snapshot_text(self) -> str:
        return str(self.row.snapshot.text)

    def moved(self) -> bool:
        return not self.is_new and self.row.snapshot_id != self.before["snapshot_id"]

    def span_unasked(self, text: str, begin: int) -> Span | None:
        return Span(0, len(text)) if self.is_new or self.moved() else None


class EditedProvisionText(EditedSpan):
    """A provision's words in one version, which is there already or comes in the same change."""

    special = EditedSpan.special | {"version_at"}
    version_row: Any = None

    def settle(self) -> None:
        versions = self._versions()
        if "version_at" in self.wish.values and "version" not in self.wish.values:
            at = self.wish.values["version_at"]
            if versions is None or not 0 <= at < len(versions.rows):
                self.editing.findings.add(
                    self.wish.place("version_at"), _("There is no version at this place.")
                )
                self.wish.unread.add("version")
            else:
                self.version_row = versions.rows[at].row
                self.row.version = self.version_row
        elif versions is not None and self.row.version_id is not None:
            standing = [edited.row for edited in versions.rows]
            self.version_row = next((v for v in standing if v.pk == self.row.version_id), None)
            if self.version_row is not None:
                self.row.version = self.version_row
        version = self._version()
        if version is not None and version.pk is not None and not self._is_of_statement(version):
            self.editing.findings.add(
                self.wish.place("version"), _("The version is not one of this statement.")
            )
        super().settle()

    def _version(self) -> Any:
        if self.version_row is not None:
            return self.version_row
        return self.row.version if self.row.version_id is not None else None

    def _statement(self) -> Any:
        provision: Any = self.owner
        return provision.owner

    def _versions(self) -> EditedPart | None:
        parts = self._statement().parts
        return next((part for part in parts if part.part.model is StatementVersion), None)

    def _is_of_statement(self, version: StatementVersion) -> bool:
        versions = self._versions()
        if versions is not None and version in versions.removed:
            return False
        return version.statement_id == self._statement().row.pk

    def text(self) -> tuple[str, int] | None:
        version = self._version()
        if version is None or version.snapshot_id is None or version.start is None:
            return None
        return version.text, version.start

    def snapshot_text(self) -> str:
        return str(self._version().snapshot.text)

    def moved(self) -> bool:
        return not self.is_new and self.row.version_id != self.before["version_id"]

    def judge(self) -> None:
        if self.version_row is not None and self.version_row.pk is None:
            # Saved before this row is.
            self.wish.unread.add("version")
        super().judge()

    def save(self) -> None:
        if self.version_row is not None:
            self.row.version = self.version_row
        super().save()


PARTS.update(
    {
        Speaker: (Part("names", SpeakerName, "speaker"), Part("tenures", Tenure, "speaker")),
        Article: (
            Part("snapshots", Snapshot, "article", row=EditedSnapshot),
            Part("credits", Credit, "article", ordered=True),
            Part("hops", Hop, "article", ordered=True),
        ),
        Quote: (
            Part("attributions", Attribution, "quote", ordered=True),
            Part(
                "occurrences",
                Occurrence,
                "quote",
                row=EditedOccurrence,
                edited=EditedOccurrences,
            ),
            Part("statement_links", StatementLink, "quote"),
            Part("relations", QuoteRelation, "from_quote"),
        ),
        Occurrence: (Part("hops", Hop, "occurrence", ordered=True),),
        JointStatement: (
            Part("signatories", Signatory, "statement", ordered=True),
            Part("versions", StatementVersion, "statement", row=EditedVersion),
            Part("provisions", Provision, "statement"),
        ),
        Provision: (Part("texts", ProvisionText, "provision", row=EditedProvisionText),),
    }
)
