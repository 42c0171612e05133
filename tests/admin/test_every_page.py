"""Every page of the editors' site answers, and asks the database no more when there is more."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quotes.admin import site
from quotes.models import Credit, Hop
from tests import factories

pytestmark = pytest.mark.django_db

BUDGETS = json.loads((Path(__file__).parent.parent / "query_budgets.json").read_text())
MODELS = sorted(site._registry, key=lambda model: model._meta.model_name)
OUR_MODELS = [model for model in MODELS if model._meta.app_label == "quotes"]
IN_MENU = [
    "article",
    "capture",
    "errorreport",
    "event",
    "jointstatement",
    "outlet",
    "quote",
    "speaker",
    "topic",
]


def name_of(model):
    return model._meta.model_name


@pytest.fixture
def some_rows():
    """Builds one of everything, joined to each other; call it again for more."""

    def build():
        tenure = factories.TenureFactory(organisation=factories.SpeakerFactory(kind="group"))
        factories.SpeakerNameFactory(speaker=tenure.speaker)
        quote = factories.draft_quote(tenure=tenure, event=factories.EventFactory())
        factories.QuoteRelationFactory(from_quote=quote)
        statement = factories.draft_statement()
        provision = statement.provisions.first()
        factories.StatementLinkFactory(quote=quote, statement=statement, provision=provision)
        quote.topics.add(factories.TopicFactory())
        article = quote.occurrences.get().snapshot.article
        factories.HopFactory(article=article)
        factories.HopFactory(article=None, occurrence=quote.occurrences.get())
        factories.CreditFactory(article=article, outlet=article.outlet)
        factories.OutletFactory(organisation=tenure.organisation)
        factories.ReviewCommentFactory(quote=quote)
        factories.token_of(factories.UserFactory())
        factories.ErrorReportFactory()
        factories.CaptureFactory(article=article)
        return quote

    return build


def address(model, view, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{name_of(model)}_{view}", args=arguments)


def queries(client, url):
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
        assert response.status_code == 200, (url, response.status_code)
    return len(captured)


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_the_list_answers_and_can_be_searched(model, some_rows, client_of, ada):
    some_rows()
    client = client_of(ada)
    for query in ("", "?q=nakatani", "?q=%00", "?o=1", "?q=7"):
        assert client.get(address(model, "changelist") + query, follow=True).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_the_pages_of_a_row_answer(model, some_rows, client_of, ada):
    some_rows()
    client = client_of(ada)
    row = model._default_manager.first()
    for view in ("change", "history"):
        assert client.get(address(model, view, row.pk), follow=True).status_code == 200
    assert client.get(address(model, "change", 10**9), follow=True).status_code == 200
    admin, request = site._registry[model], _request(ada)
    if admin.has_module_permission(request) and admin.has_add_permission(request):
        assert client.get(address(model, "add")).status_code == 200
        assert client.get(address(model, "delete", row.pk), follow=True).status_code == 200


def _request(user):
    from django.test import RequestFactory

    request = RequestFactory().get("/")
    request.user = user
    return request


def autocompleted():
    for model in OUR_MODELS:
        admin = site._registry[model]
        for owner in (admin, *(inline(model, site) for inline in admin.inlines)):
            for field in owner.autocomplete_fields:
                yield owner.model._meta.model_name, field


@pytest.mark.parametrize(("model", "field"), sorted(set(autocompleted())))
def test_every_choice_is_found_by_typing(model, field, some_rows, client_of, ada):
    some_rows()
    client = client_of(ada)
    asked = {"app_label": "quotes", "model_name": model, "field_name": field}
    answer = client.get(reverse("admin:autocomplete"), {**asked, "term": ""})
    assert answer.json()["results"]
    assert (
        client.get(reverse("admin:autocomplete"), {**asked, "term": "\x00"}).json()["results"] == []
    )


@pytest.mark.parametrize("model", OUR_MODELS, ids=name_of)
def test_the_number_of_queries_does_not_grow(model, some_rows, client_of, ada):
    client = client_of(ada)
    some_rows()
    row = model._default_manager.order_by("pk").first()
    _grow(row)
    urls = {"list": address(model, "changelist")}
    if name_of(model) in IN_MENU:
        urls["change"] = address(model, "change", row.pk)
        urls["history"] = address(model, "history", row.pk)
    client.get(urls["list"])
    before = {view: queries(client, url) for view, url in urls.items()}
    for _more in range(3):
        some_rows()
    _grow(row)
    after = {view: queries(client, url) for view, url in urls.items()}
    for view, count in after.items():
        assert count <= before[view]
        assert count <= BUDGETS[f"admin.{name_of(model)}.{view}"]


def _grow(row):
    """More parts for the row, of every kind that its form shows."""
    kind = name_of(type(row))
    for more in range(3):
        position = 100 + more + Hop.objects.count() + Credit.objects.count()
        if kind == "speaker":
            factories.SpeakerNameFactory(speaker=row, text=f"Nakatani {uuid4()}")
            factories.TenureFactory(speaker=row, organisation=factories.SpeakerFactory())
        elif kind == "quote":
            factories.AttributionFactory(
                quote=row, tenure=(tenure := factories.TenureFactory()), speaker=tenure.speaker
            )
            factories.anchored_occurrence(row, factories.draft_article())
            factories.QuoteRelationFactory(from_quote=row)
            factories.StatementLinkFactory(quote=row)
            row.topics.add(factories.TopicFactory())
        elif kind == "article":
            factories.SnapshotFactory(article=row, text=f"Seoul {uuid4()}")
            source = factories.ArticleFactory(headline="")
            factories.HopFactory(article=row, source_article=source, position=position)
            outlet = factories.OutletFactory()
            factories.CreditFactory(article=row, outlet=outlet, position=position)
        elif kind == "jointstatement":
            factories.SignatoryFactory(statement=row)
            factories.StatementVersionFactory(statement=row)
            factories.ProvisionFactory(statement=row)
        elif kind == "event":
            row.participants.add(factories.SpeakerFactory())


def test_the_first_page_asks_the_same_with_more_in_its_queues(some_rows, client_of, ada):
    client = client_of(ada)
    index = reverse("admin:index")
    some_rows()
    _queue_up()
    client.get(index)
    before = queries(client, index)
    for _more in range(3):
        _queue_up()
    assert queries(client, index) == before
    assert before <= BUDGETS["admin.index"]


def _queue_up():
    waiting = factories.brought_to(factories.draft_quote(), "in_review")
    factories.ReviewCommentFactory(quote=waiting)
    factories.ErrorReportFactory()
    factories.CaptureFactory()
    factories.CandidateFactory()
    changed = factories.published_quote()
    changed.addressee = "Reporter"
    changed.save()
    lost = factories.draft_quote().occurrences.get()
    lost.orphan = True
    lost.save()


def test_every_model_that_editors_keep_is_reached_by_a_form():
    shown = {name_of(model) for model in MODELS}
    for admin in site._registry.values():
        shown |= {inline.model._meta.model_name for inline in admin.inlines}
    kept = {
        model._meta.model_name
        for model in apps.get_app_config("quotes").get_models()
        if hasattr(model, "pgh_event_model") and not model._meta.proxy
    }
    # A segment is what its occurrence's passage makes it; comments stand on the item's form;
    # candidates and decisions have pages of their own.
    elsewhere = {"segment", "reviewcomment", "candidate", "furtherspeaker", "decision"}
    assert kept - shown == elsewhere
