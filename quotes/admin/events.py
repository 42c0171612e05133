"""Events."""

from django.contrib import admin

from quotes.models import Event

from .columns import shown_date
from .editorial_admin import EditorialAdmin
from .search import NamedSearch
from .site import site


@admin.register(Event, site=site)
class EventAdmin(NamedSearch, EditorialAdmin):
    list_display = ("__str__", "kind", "place", "held")
    list_filter = ("kind",)
    by_text = ("title_de", "title_en", "place")
    by_speaker = ("participants",)
    autocomplete_fields = ("participants", "parent")
    list_select_related = ("parent",)
    fieldsets = (
        (None, {"fields": (("title_de", "title_en"), ("kind", "held_on"), "place", "parent")}),
        (None, {"fields": ("participants",)}),
    )

    @admin.display(
        description=Event._meta.get_field("held_on").verbose_name, ordering="held_on_sort"
    )
    def held(self, event: Event) -> str:
        return shown_date(event.held_on)
