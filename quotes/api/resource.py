"""What every resource of the API has in common: a list and single rows, read only, published."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from rest_framework.exceptions import NotFound
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import ReadOnlyModelViewSet

from quotes.models import Stateful

from .ids import read_id
from .paging import KeysetPagination
from .parameters import PublicView
from .problems import Withdrawn


class PublicResource(PublicView, ReadOnlyModelViewSet):
    """A resource names its ``queryset`` (published rows, with what is nested in them), its
    serializers, its ``filterset_class`` and its ``orderings`` (the default one first)."""

    orderings: dict[str, str]
    filterset_class: Any
    # For single rows, where they carry more than rows of a list.
    detail_serializer_class: type[BaseSerializer] | None = None
    pagination_class = KeysetPagination

    def valid_parameters(self) -> Collection[str]:
        if self.action != "list":
            return ()
        return (*self.filterset_class.base_filters, *KeysetPagination.parameters)

    def get_serializer_class(self) -> type[BaseSerializer]:
        if self.action == "retrieve" and self.detail_serializer_class:
            return self.detail_serializer_class
        return super().get_serializer_class()

    def get_object(self) -> Model:
        """The public row; raises Withdrawn (410) where it was public once, else NotFound."""
        pk = read_id(self.kwargs["pk"])
        row = self.get_queryset().filter(pk=pk).first() if pk else None
        if row is not None:
            return row
        model = self.get_queryset().model
        if issubclass(model, Stateful):
            gone = model.objects.withdrawn().filter(pk=pk)  # type: ignore[attr-defined]
            for reason in gone.values_list("withdrawal_reason", flat=True):
                raise Withdrawn(str(model._meta.verbose_name), reason)
        raise NotFound(f"There is no public {model._meta.verbose_name} with this id.")
