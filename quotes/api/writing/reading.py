"""From a body to what an item shall be: everything that cannot be read is noted with its place."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from rest_framework import serializers
from rest_framework.relations import ManyRelatedField

from quotes.editorial.refusals import Findings, Path
from quotes.editorial.wishes import Wish, Words

from .edited import LONGEST_LIST
from .members import PlaceSerializer

_OBJECT = "This is an object: {…}."
_LIST = "This is a list: […]."


class Reading:
    """Reads bodies for one request. ``whole``: what is not named gets its default (PUT)."""

    def __init__(self, findings: Findings, whole: bool = False) -> None:
        self.findings = findings
        self.whole = whole

    def wish(
        self,
        serializer: serializers.BaseSerializer,
        data: Any,
        path: Path = (),
        held: Mapping[str, Any] | None = None,
    ) -> Wish:
        """What one row shall be. ``held``: the row as it would be sent now, if it is there."""
        wish = Wish(path=path)
        names: dict[str, Path] = {}
        wish.names = names
        if not isinstance(data, Mapping):
            self.findings.add(path, _OBJECT)
            return wish
        fields: Mapping[str, serializers.Field] = serializer.fields  # type: ignore[attr-defined]
        self._refuse_unknown(data, fields, path, held or {}, ("id",) if path else ())
        for name, field in fields.items():
            if field.read_only:
                continue
            if name not in data:
                # A row that is there keeps what is not named.
                if self.whole and not path:
                    self._default(field, wish)
                continue
            self._member(field, data[name], wish, (name,), names, held or {})
        return wish

    def _member(
        self,
        field: Any,
        value: Any,
        wish: Wish,
        own: Path,
        names: dict[str, Path],
        held: Mapping[str, Any],
    ) -> None:
        path = wish.path + own
        source = str(field.source)
        if isinstance(field, PlaceSerializer):
            names["place"] = own
            if value is not None:
                wish.values["place"] = self._words(field, value, path)
        elif isinstance(field, serializers.ListSerializer):
            names[source] = own
            self._rows(field, value, wish, path, held.get(str(own[-1])))
        elif isinstance(field, serializers.Serializer):
            self._group(field, value, wish, own, names, held.get(str(own[-1])))
        elif isinstance(field, ManyRelatedField):
            names[source] = own
            self._ids(field, value, wish, path)
        else:
            names[source] = own
            try:
                read = field.run_validation(value)
            except serializers.ValidationError as error:
                wish.unread.add(source)
                self._note(path, error)
            else:
                wish.values[source] = read

    def _group(
        self,
        group: serializers.Serializer,
        value: Any,
        wish: Wish,
        own: Path,
        names: dict[str, Path],
        held: Any,
    ) -> None:
        """Members that stand together, of the same row."""
        inner: dict[str, Path] = {
            str(field.source): (*own, name) for name, field in group.fields.items()
        }
        names.update(inner)
        if not isinstance(value, Mapping):
            self.findings.add(wish.path + own, _OBJECT)
            wish.unread.update(inner)
            return
        self._refuse_unknown(value, group.fields, wish.path + own, held or {})
        for name, field in group.fields.items():
            if field.read_only:
                continue
            if name in value:
                self._member(field, value[name], wish, (*own, name), names, {})
            elif self.whole and not wish.path:
                self._default(field, wish)

    def _rows(self, field: Any, value: Any, wish: Wish, path: Path, held: Any) -> None:
        source, child = str(field.source), field.child
        if not self._is_list(value, path):
            wish.unread.add(source)
            return
        if isinstance(child, PlaceSerializer):
            wish.values[source] = [
                self._words(child, each, (*path, place)) for place, each in enumerate(value)
            ]
            return
        known = {row["id"]: row for row in held or []}
        wish.parts[source] = []
        for place, each in enumerate(value):
            pk = each.get("id") if isinstance(each, Mapping) else None
            is_key = type(pk) is int
            if pk is not None and not is_key:
                self.findings.add((*path, place, "id"), "An id is a whole number.")
            row = self.wish(child, each, (*path, place), known.get(pk) if is_key else None)
            row.pk = pk if is_key else None
            wish.parts[source].append(row)

    def _words(self, field: PlaceSerializer, value: Any, path: Path) -> Words:
        if not isinstance(value, Mapping):
            self.findings.add(path, _OBJECT)
            return Words(path=path)
        self._refuse_unknown(value, field.fields, path, {})
        read: dict[str, Any] = {}
        for name, member in field.fields.items():
            if name in value:
                try:
                    read[name] = member.run_validation(value[name])
                except serializers.ValidationError as error:
                    self._note((*path, name), error)
        return Words(path=path, **read)

    def _ids(self, field: Any, value: Any, wish: Wish, path: Path) -> None:
        source = str(field.source)
        if not self._is_list(value, path):
            wish.unread.add(source)
            return
        rows: dict[int, models.Model] = {}
        for place, each in enumerate(value):
            try:
                row = field.child_relation.run_validation(each)
            except serializers.ValidationError as error:
                self._note((*path, place), error)
            else:
                rows[row.pk] = row
        wish.values[source] = list(rows.values())

    def _is_list(self, value: Any, path: Path) -> bool:
        if not isinstance(value, list):
            self.findings.add(path, _LIST)
            return False
        if len(value) > LONGEST_LIST:
            self.findings.add(path, f"A list has at most {LONGEST_LIST} rows.")
            return False
        return True

    def _default(self, field: Any, wish: Wish) -> None:
        """What a member is that was left out of a whole item."""
        if isinstance(field, PlaceSerializer):
            return
        if isinstance(field, serializers.ListSerializer):
            if isinstance(field.child, PlaceSerializer):
                wish.values[str(field.source)] = []
            else:
                wish.parts[str(field.source)] = []
        elif isinstance(field, serializers.Serializer):
            for inner in field.fields.values():
                if not inner.read_only:
                    self._default(inner, wish)
        elif isinstance(field, ManyRelatedField):
            wish.values[str(field.source)] = []
        else:
            column = _column(field)
            if column is not None:
                value = column.get_default()
                wish.values[column.name] = None if value == "" and column.null else value

    def _refuse_unknown(
        self,
        data: Mapping[str, Any],
        fields: Mapping[str, serializers.Field],
        path: Path,
        held: Mapping[str, Any],
        besides: tuple[str, ...] = (),
    ) -> None:
        """Note members that are not known here, and those that are not set but changed."""
        known = ", ".join(name for name, field in fields.items() if not field.read_only)
        unknown = f"This member is not known here. Known are: {known}."
        for name, value in data.items():
            if name in besides:
                continue
            if name not in fields:
                self.findings.add((*path, name), unknown, "unknown")
            elif fields[name].read_only and (name not in held or held[name] != value):
                self.findings.add(
                    (*path, name),
                    "This is not set here: leave it out, or send it back unchanged.",
                    "read_only",
                )

    def _note(self, path: Path, error: serializers.ValidationError) -> None:
        detail: Any = error.detail
        for sentence in detail if isinstance(detail, list) else [detail]:
            self.findings.add(path, str(sentence))


def _column(field: serializers.Field) -> models.Field | None:
    """The column that a member stands for."""
    parent: Any = field.parent
    while not isinstance(parent, serializers.ModelSerializer):
        parent = parent.parent
    model: type[models.Model] = parent.Meta.model
    names = {column.name: column for column in model._meta.concrete_fields}
    return names.get(str(field.source))
