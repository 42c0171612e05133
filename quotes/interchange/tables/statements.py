"""Joint statements and their provisions as tables."""

from django.db.models import F, OuterRef, QuerySet

from quotes.models import Provision, ProvisionText, Signatory, Speaker, StatementVersion, Topic
from quotes.models.rights import provision_text

from .columns import date, identity, integer, integers, page, table, text, texts, truth


def _signatories() -> QuerySet:
    return Signatory.objects.published().filter(statement=OuterRef("pk")).order_by("position")


def _versions() -> QuerySet:
    versions = StatementVersion.objects.published().filter(statement=OuterRef("pk"))
    return versions.order_by("language").distinct()


def _provisions() -> QuerySet:
    return Provision.objects.published().filter(statement=OuterRef("pk")).order_by("number")


def _topics() -> QuerySet:
    return Topic.objects.published().filter(statements=OuterRef("pk")).order_by("name_en")


def _parties() -> QuerySet:
    return Speaker.objects.published().filter(provisions=OuterRef("pk")).order_by("pk")


def _texts() -> QuerySet:
    texts = ProvisionText.objects.published().filter(provision=OuterRef("pk"))
    return texts.order_by("version__language", "version_id", "pk")


STATEMENTS = table(
    identity(),
    page("statements"),
    text("title_de", "Its German title."),
    text("title_en", "Its English title."),
    text("kind", "What sort of text it is."),
    date("issued_on", "When it was issued"),
    integer("event_id", "Id of the occasion."),
    text("event", "The occasion, in English.", F("event__title_en")),
    texts("signatories", "Who issued it, in order.", _signatories, "speaker__name"),
    integers("signatory_ids", "Ids of these.", _signatories, "speaker_id"),
    texts("capacities", "The capacity of each as printed.", _signatories, "capacity"),
    texts("languages", "The languages of its versions.", _versions, "language"),
    integers("provision_ids", "Ids of its numbered points, in order.", _provisions, "pk"),
    texts("topics", "What it is about, in English.", _topics, "name_en"),
    integers("topic_ids", "Ids of these.", _topics, "pk"),
)

PROVISIONS = table(
    identity(),
    integer("statement_id", "Id of the joint statement."),
    integer("number", "Its number."),
    truth("number_printed", "Whether the number is printed; else it is ours."),
    text("kind", "What the signatories do in it."),
    texts("parties", "Whom it binds; empty where it binds every signatory.", _parties, "name"),
    integers("party_ids", "Ids of these.", _parties, "pk"),
    texts("languages", "The language of each of its texts.", _texts, "version__language"),
    texts("texts", "Its words in each of these languages.", _texts, provision_text()),
)
