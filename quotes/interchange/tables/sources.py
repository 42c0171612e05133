"""Articles, outlets and hops as tables."""

from django.db.models import F

from quotes.models import Outlet, Speaker

from .columns import (
    Column,
    Kind,
    date,
    identity,
    integer,
    page,
    public_name,
    table,
    text,
    truth,
    web_address,
)

ARTICLES = table(
    identity(),
    page("articles"),
    text("headline", "Its headline."),
    Column("source_url", Kind.TEXT, "Where it was published.", lambda site: web_address("url")),
    Column(
        "link_dead_since",
        Kind.DATE,
        "The day on which the page was first found to be gone.",
        lambda site: F("link_dead_since"),
    ),
    Column("archive_url", Kind.TEXT, "An archived copy.", lambda site: web_address("archive_url")),
    integer("outlet_id", "Id of who published it."),
    text("outlet", "Who published it.", F("outlet__name")),
    integer("carried_by_id", "Id of the site that holds this copy, where it is another."),
    text("carried_by", "The name of that site.", F("carried_by__name")),
    text("byline", "Who wrote it, as printed."),
    text("language", "Its language, BCP 47."),
    date("published_on", "When it was published"),
    text("genre", "What sort of publication it is."),
    text("rights", "How much of its text may be shown."),
    text("rights_note", "The licence or permission."),
)

OUTLETS = table(
    identity(),
    page("outlets"),
    text("name", "Its name."),
    text("kind", "What sort of publisher it is."),
    Column("homepage", Kind.TEXT, "Its homepage.", lambda site: web_address("homepage")),
    Column(
        "organisation_id",
        Kind.INTEGER,
        "Id of the speaker that it belongs to.",
        lambda site: public_name(Speaker, "organisation_id", "pk"),
    ),
    Column(
        "organisation",
        Kind.TEXT,
        "The name of that speaker.",
        lambda site: public_name(Speaker, "organisation_id"),
    ),
)

HOPS = table(
    identity(),
    integer("article_id", "Id of the article whose text came this way, or"),
    integer("occurrence_id", "id of the occurrence whose words did."),
    text("kind", "What was done with the source’s text."),
    text("agent", "Who did it."),
    integer("source_article_id", "Id of the article it comes from, where we hold it."),
    integer("source_outlet_id", "Id of the outlet it comes from, where only that is known."),
    Column(
        "source_outlet",
        Kind.TEXT,
        "The name of that outlet.",
        lambda site: public_name(Outlet, "source_outlet_id"),
    ),
    text("evidence", "The words that say so."),
    integer("evidence_in_id", "Id of the article that prints them, where it is another."),
    truth("inferred", "Whether an editor inferred it."),
)
