"""Topics."""

from django.contrib import admin

from quotes.models import Topic

from .editorial_admin import EditorialAdmin
from .search import NamedSearch
from .site import site


@admin.register(Topic, site=site)
class TopicAdmin(NamedSearch, EditorialAdmin):
    list_display = ("__str__", "name_de", "name_en", "wikidata_id")
    by_text = ("name_de", "name_en", "wikidata_id")
    fieldsets = ((None, {"fields": ("name_de", "name_en", "wikidata_id")}),)
