"""Speakers with their names and the roles they held."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from quotes.models import Speaker, SpeakerName, Tenure

from .columns import shown_date
from .editorial_admin import EditorialAdmin
from .known_choices import labels
from .parts import StackedPartInline, TabularPartInline
from .row_admin import RowAdmin
from .search import NamedSearch
from .site import site


class SpeakerNameInline(TabularPartInline):
    model = SpeakerName
    fields = ("text", "language", "kind")


class TenureInline(StackedPartInline):
    model = Tenure
    fk_name = "speaker"
    autocomplete_fields = ("organisation", "source")
    select_related = ("organisation", "source__outlet")
    fields = (("title_de", "title_en"), ("since", "until"), ("organisation", "source"), "note")


@admin.register(Speaker, site=site)
class SpeakerAdmin(NamedSearch, EditorialAdmin):
    list_display = ("name", "forms", "kind", "wikidata_id")
    list_filter = ("kind",)
    list_prefetch_related = ("names",)
    by_text = ("wikidata_id",)
    by_speaker = ("pk",)
    inlines = (SpeakerNameInline, TenureInline)
    fieldsets = ((None, {"fields": ("kind", ("name", "family_name"), "wikidata_id")}),)

    @admin.display(description=_("name forms"))
    def forms(self, speaker: Speaker) -> str:
        return ", ".join(form.text for form in speaker.names.all())


@admin.register(Tenure, site=site)
class TenureAdmin(NamedSearch, RowAdmin):
    """Only to choose from: roles are edited with their speaker."""

    list_display = ("__str__", "speaker", "organisation", "since", "until")
    list_select_related = ("speaker", "organisation")
    by_text = ("title_de", "title_en")
    by_speaker = ("speaker", "organisation")
    root_field = "speaker"


@labels(Tenure)
def _tenure_label(tenure: Tenure) -> str:
    years = " – ".join(filter(None, (shown_date(tenure.since), shown_date(tenure.until))))
    return f"{tenure.speaker}: {tenure.title}" + (f" ({years})" if years else "")
