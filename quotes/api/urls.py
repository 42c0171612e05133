"""The addresses of the API."""

from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter

from .articles import ArticleViewSet
from .changes import ChangesView
from .documentation import views as documentation
from .events import EventViewSet
from .files.views import file_of_list
from .history import ArticleHistoryView, QuoteHistoryView, StatementHistoryView
from .hops import HopViewSet
from .occurrences import OccurrenceViewSet
from .outlets import OutletViewSet
from .provisions import ProvisionViewSet
from .quotes import QuoteViewSet
from .root import NothingHereView, RootView, SchemaView
from .speakers import SpeakerViewSet
from .statements import StatementViewSet
from .topics import TopicViewSet
from .writing.captures import CapturesViewSet
from .writing.drafts import DraftsView

router = SimpleRouter()
router.register("speakers", SpeakerViewSet, "speakers")
router.register("quotes", QuoteViewSet, "quotes")
router.register("statements", StatementViewSet, "statements")
router.register("articles", ArticleViewSet, "articles")
router.register("outlets", OutletViewSet, "outlets")
router.register("events", EventViewSet, "events")
router.register("topics", TopicViewSet, "topics")
router.register("occurrences", OccurrenceViewSet, "occurrences")
router.register("provisions", ProvisionViewSet, "provisions")
router.register("hops", HopViewSet, "hops")
router.register("captures", CapturesViewSet, "captures")

app_name = "api"
urlpatterns = [
    path("", documentation.guide, name="documentation"),
    path("reference/<slug:slug>/", documentation.reference, name="reference"),
    path("v1/", RootView.as_view(), name="root"),
    path("v1/schema/", SchemaView.as_view(), name="schema"),
    path("v1/changes/", ChangesView.as_view(), name="changes"),
    path("v1/drafts/", DraftsView.as_view(), name="drafts"),
    path("v1/quotes/<pk>/history/", QuoteHistoryView.as_view(), name="quotes-history"),
    path("v1/statements/<pk>/history/", StatementHistoryView.as_view(), name="statements-history"),
    path("v1/articles/<pk>/history/", ArticleHistoryView.as_view(), name="articles-history"),
    path("v1/", include(router.urls)),
    re_path(r"^v1/(?P<name>[a-z]+)\.(?P<form>csv|jsonl)\Z", file_of_list, name="file"),
    # Without a slash at the end, Django adds it first.
    re_path(r"(^|/)\Z", NothingHereView.as_view()),
]
