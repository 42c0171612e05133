"""The rows of an item that is changed in one go: prepared and judged, then written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.utils.translation import gettext as _

from .refusals import (
    Finding,
    Findings,
    Path,
    RefusedInPlaces,
    as_refusal,
    check_by_itself,
)
from .wishes import Wish


@dataclass(frozen=True)
class Editing:
    """One change of one item: who makes it, why, and what is wrong with it."""

    findings: Findings
    user: Any
    reason: str
    # Raises NotPermitted: (user, action, model).
    permit: Callable[[Any, str, type[models.Model]], None]


class EditedRow:
    """One row, with the rows that belong to it."""

    # Names among the values that are no columns: ``settle`` sees to them.
    special: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self, editing: Editing, row: Any, wish: Wish, owner: "EditedRow | None", link: str = ""
    ) -> None:
        self.editing, self.row, self.wish = editing, row, wish
        self.owner, self.link = owner, link
        self.is_new: bool = row._state.adding
        self.before = {} if self.is_new else _columns(row)
        self.parts: list[EditedPart] = []
        self.links: dict[str, list[models.Model]] = {}

    # Preparing: nothing is written.

    def prepare(self) -> None:
        """Take over what is wished and judge it."""
        for name, value in self.wish.values.items():
            if name in self.special:
                continue
            if self.row._meta.get_field(name).many_to_many:
                if self._differs(name, value):
                    self.links[name] = value
            else:
                setattr(self.row, name, value)
        self.settle()
        if self.is_new or self.has_changed:
            if self.owner is not None:
                self.editing.permit(
                    self.editing.user, "add" if self.is_new else "change", type(self.row)
                )
            self.judge()
        for part in PARTS.get(type(self.row), ()):
            if part.accessor in self.wish.parts:
                edited = part.edited(self.editing, self, part, self.wish.parts[part.accessor])
                self.parts.append(edited)
                edited.prepare()

    def settle(self) -> None:
        """Work out the columns that follow from other things than their own values."""

    def judge(self) -> None:
        """Note what the model's own rules say against the row."""
        derived = {field.name for field in self.row._meta.concrete_fields if not field.editable}
        exclude = derived | self.wish.unread | ({self.link} if self.link else set())
        alone = self.owner is None
        try:
            self.row.full_clean(exclude=exclude, validate_unique=alone, validate_constraints=alone)
            if not alone:
                check_by_itself(self.row, exclude)
        except ValidationError as error:
            self.find(error)

    def find(self, error: ValidationError) -> None:
        """Note a refusal of this row at the places where its columns were given."""
        names = {field.name: self.wish.names.get(field.name, (field.name,)) for field in _all(self)}
        self.editing.findings.take(error, self.wish.path, names)

    @property
    def has_changed(self) -> bool:
        """Whether a column of the row itself differs from what it was."""
        return self.is_new or _columns(self.row) != self.before

    @property
    def changes_anything(self) -> bool:
        """Whether the row or anything that belongs to it differs."""
        return (
            self.has_changed
            or bool(self.links)
            or any(part.changes_anything for part in self.parts)
        )

    def _differs(self, name: str, rows: Iterable[models.Model]) -> bool:
        if self.is_new:
            return bool(rows)
        held = set(getattr(self.row, name).values_list("pk", flat=True))
        return held != {row.pk for row in rows}

    # Writing

    def write(self) -> None:
        """Save the row and what belongs to it."""
        if self.has_changed:
            self.save()
        for part in self.parts:
            part.write()
        for name, rows in self.links.items():
            getattr(self.row, name).set(rows)

    def save(self) -> None:
        with self.refused_here():
            self.row.save()

    def refused_here(self) -> "_RefusedHere":
        return _RefusedHere(self.wish.path)


class Root(EditedRow):
    """The item itself."""

    def __init__(self, editing: Editing, row: Any, wish: Wish) -> None:
        super().__init__(editing, row, wish, None)

    def write(self) -> None:
        if not self.has_changed:
            # When it was last changed is said of the item as a whole.
            self.save()
        super().write()


class EditedPart:
    """The rows of one kind that belong to a row: those wished for, and those no longer there."""

    def __init__(
        self, editing: Editing, owner: EditedRow, part: "Part", wishes: list[Wish]
    ) -> None:
        self.editing, self.owner, self.part = editing, owner, part
        held = {} if owner.is_new else {row.pk: row for row in _held(owner.row, part)}
        taken = set()
        self.rows: list[EditedRow] = []
        for wish in wishes:
            if wish.pk is not None and wish.pk not in held:
                editing.findings.add((*wish.path, "id"), _("There is no such row here."))
                continue
            if wish.pk in taken:
                editing.findings.add((*wish.path, "id"), _("This row is named twice."))
                continue
            row = held[wish.pk] if wish.pk is not None else part.model()
            taken.add(wish.pk if wish.pk is not None else object())
            edited = part.row(editing, row, wish, owner, part.link)
            setattr(row, part.link, owner.row)
            self.rows.append(edited)
        self.removed = [row for pk, row in held.items() if pk not in taken]
        if part.ordered:
            for position, edited in enumerate(self.rows, start=1):
                edited.row.position = position

    def prepare(self) -> None:
        for row in self.rows:
            row.prepare()
        if self.removed:
            self.editing.permit(self.editing.user, "delete", self.part.model)

    @property
    def changes_anything(self) -> bool:
        return bool(self.removed) or any(row.changes_anything for row in self.rows)

    def write(self) -> None:
        for row in reversed(self.removed):
            with _RefusedHere((*self.owner.wish.path, *self._name())):
                row.delete()
        for edited in self.rows:
            edited.write()

    def _name(self) -> Path:
        return self.owner.wish.names.get(self.part.accessor, (self.part.accessor,))


@dataclass(frozen=True)
class Part:
    """Rows of ``model`` that belong to a row by ``link`` and are found by its ``accessor``."""

    accessor: str
    model: type[models.Model]
    link: str
    ordered: bool = False
    row: type[EditedRow] = EditedRow
    edited: type[EditedPart] = EditedPart


# The parts of each model, in the order in which they are written; ``edited_parts`` fills it.
PARTS: dict[type[models.Model], tuple[Part, ...]] = {}


class _RefusedHere:
    """A rule of the database that is broken inside is refused at this place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, IntegrityError):
            refusal = as_refusal(error)
            raise RefusedInPlaces(
                [Finding(self.path, sentence, refusal.rule) for sentence in refusal.messages]
            ) from error


def _held(owner: models.Model, part: Part) -> models.QuerySet[Any]:
    rows: models.QuerySet[Any] = part.model._base_manager.filter(**{part.link: owner.pk})
    return rows.order_by(*part.model._meta.ordering or ())


def _columns(row: models.Model) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def _all(edited: EditedRow) -> Iterable[models.Field]:
    return edited.row._meta.concrete_fields
