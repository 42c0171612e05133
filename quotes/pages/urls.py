"""Addresses of the public pages."""

from django.urls import path, register_converter

from quotes.models import Article, JointStatement, Quote

from . import (
    about,
    articles,
    cite,
    embeds,
    events,
    feeds,
    home,
    oembed,
    outlets,
    preview,
    quotes,
    reports,
    sitemaps,
    speakers,
    statements,
    topics,
)
from .addresses import AddressConverter

register_converter(AddressConverter, "address")

app_name = "pages"
urlpatterns = [
    path("", home.home, name="home"),
    path("speakers/", speakers.speaker_list, name="speakers"),
    path("speakers/<address:address>/", speakers.SpeakerPage.as_view(), name="speaker"),
    path("quotes/", quotes.quote_list, name="quotes"),
    path("quotes/<address:address>/", quotes.QuotePage.as_view(), name="quote"),
    path("quotes/<address:address>/embed/", embeds.QuoteEmbed.as_view(), name="quote-embed"),
    path("statements/", statements.statement_list, name="statements"),
    path("statements/<address:address>/", statements.StatementPage.as_view(), name="statement"),
    path(
        "statements/<address:address>/embed/",
        embeds.StatementEmbed.as_view(),
        name="statement-embed",
    ),
    path("articles/", articles.article_list, name="articles"),
    path("articles/<address:address>/", articles.ArticlePage.as_view(), name="article"),
    path("outlets/", outlets.outlet_list, name="outlets"),
    path("outlets/<address:address>/", outlets.OutletPage.as_view(), name="outlet"),
    path("events/", events.event_list, name="events"),
    path("events/<address:address>/", events.EventPage.as_view(), name="event"),
    path("topics/", topics.topic_list, name="topics"),
    path("topics/<address:address>/", topics.TopicPage.as_view(), name="topic"),
    *(
        path(
            f"{kind}s/<address:address>/feed.{extension}",
            view.as_view(extension=extension),
            name=f"{kind}-feed-{extension}",
        )
        for kind, view in (
            ("speaker", feeds.SpeakerFeed),
            ("topic", feeds.TopicFeed),
            ("statement", feeds.StatementFeed),
        )
        for extension in ("atom", "json")
    ),
    path("quotes/feed.atom", feeds.quote_feed, {"extension": "atom"}, name="quotes-feed-atom"),
    path("quotes/feed.json", feeds.quote_feed, {"extension": "json"}, name="quotes-feed-json"),
    *(
        path(
            f"{kind}s/<address:address>/cite.{extension}",
            view.as_view(extension=extension),
            name=f"{kind}-cite-{extension}",
        )
        for kind, view in (("quote", cite.QuoteCitation), ("statement", cite.StatementCitation))
        for extension in cite.FORMATS
    ),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-lists.xml", sitemaps.lists, name="sitemap-lists"),
    path("sitemap-<slug:kind>-<int:number>.xml", sitemaps.part, name="sitemap-part"),
    path("oembed", oembed.endpoint, name="oembed"),
    path("method/", about.method, name="method"),
    path("imprint/", about.imprint, name="imprint"),
    path("privacy/", about.privacy, name="privacy"),
    path("licence/", about.licence, name="licence"),
    path("contact/", about.contact, name="contact"),
    path("preview/quotes/<int:pk>/", preview.preview_quote, name="preview-quote"),
    path("preview/statements/<int:pk>/", preview.preview_statement, name="preview-statement"),
    path("preview/articles/<int:pk>/", preview.preview_article, name="preview-article"),
]

# “Report an error”, below the page that it is about.
for kind, model in (("quote", Quote), ("statement", JointStatement), ("article", Article)):
    below = f"{model.address_root}/<address:address>/report/"
    urlpatterns += [
        path(below, reports.ReportPage.as_view(model=model), name=f"{kind}-report"),
        path(
            f"{below}sent/",
            reports.ReportSentPage.as_view(model=model),
            name=f"{kind}-report-sent",
        ),
    ]
