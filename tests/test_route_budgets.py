"""Every address of the site has a query budget, and none asks more when there is more.

Pages, lists and items of the API and the admin are measured beside what else is tested of them
(tests/pages/test_query_budgets.py, tests/api/resource_tests.py, tests/admin/test_every_page.py and
others); what is measured nowhere else is measured here.
"""

import datetime
import json
from collections.abc import Callable, Iterator
from itertools import count as count_up
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from quotes.admin import site as admin_site
from quotes.api.resource import resources
from quotes.api.writing.described import EDITING
from quotes.models import ApiToken
from quotes.pages.reports import ReportForm
from tests import factories
from tests.admin.test_every_page import IN_MENU, OUR_MODELS, name_of
from tests.admin.test_every_page import _request as as_asked_by
from tests.api.writing.test_permissions import CHANGES, MODELS, WHOLE, WITH_STATE
from tests.pages.test_query_budgets import BUDGETS, PAGES, Site

# By route of quotes/pages/urls.py: the budgets of what answers there.
FORMS = ("atom", "json")
CITATIONS = ("bib", "ris", "csl.json")
REPORTED = ("quote", "statement", "article")
PAGE_ROUTES = {
    **{name: [f"pages.{name}"] for name in PAGES if "." not in name},
    **{
        f"{kind}-feed-{form}": [f"pages.feed.{kind}"]
        for kind in ("quotes", "speaker", "topic", "statement")
        for form in FORMS
    },
    **{
        f"{kind}-cite-{form}": [f"pages.cite.{kind}"]
        for kind in ("quote", "statement")
        for form in CITATIONS
    },
    **{
        f"{kind}-report": [f"pages.{kind}-report", f"pages.{kind}-report.sending"]
        for kind in REPORTED
    },
    **{f"{kind}-report-sent": [f"pages.{kind}-report-sent"] for kind in REPORTED},
    **{f"preview-{kind}": [f"pages.preview-{kind}"] for kind in REPORTED},
    **{
        name: [f"pages.{name}"]
        for name in ("method", "imprint", "privacy", "licence", "contact", "robots")
    },
    "sitemap": ["pages.sitemap.index"],
    "sitemap-lists": ["pages.sitemap.lists"],
    "sitemap-part": ["pages.sitemap.part"],
    "oembed": ["pages.oembed.quote", "pages.oembed.statement"],
}
# The same of quotes/api/urls.py; None is the answer to what is no address.
API_ROUTES = {
    **{
        name: [f"api.{name}"] for name in ("documentation", "reference", "root", "schema", "drafts")
    },
    **{f"{name}-list": [f"api.{name}.list"] for name in resources},
    **{f"{name}-detail": [f"api.{name}.detail"] for name in resources},
    "changes": ["api.changes"],
    **{f"{name}-history": ["api.history"] for name in ("quotes", "statements", "articles")},
    "file": ["api.files"],
    None: ["api.nothing"],
}
API_ROUTES["captures-list"] = ["api.captures.list", "api.captures.create"]
API_ROUTES["captures-detail"] = ["api.captures.detail"]
for _name in MODELS:
    API_ROUTES[f"{_name}-list"] += [f"api.{_name}.create"]
    API_ROUTES[f"{_name}-detail"] += [
        f"api.{_name}.{done}" for done in ("edited", "update", "partial_update", "destroy")
    ]
for _name in WITH_STATE:
    API_ROUTES[f"{_name}-submit"] = [f"api.{_name}.submit"]


def routes(namespace: str) -> set[str | None]:
    """The names of all routes of a part of the site."""

    def walk(patterns: Any) -> Iterator[str | None]:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns)
            else:
                yield pattern.name

    [part] = [
        each for each in get_resolver().url_patterns if getattr(each, "app_name", None) == namespace
    ]
    return set(walk(part.url_patterns))


@pytest.mark.parametrize(("namespace", "known"), [("pages", PAGE_ROUTES), ("api", API_ROUTES)])
def test_every_route_has_a_budget(namespace, known):
    assert routes(namespace) == set(known)
    assert {key for keys in known.values() for key in keys} - set(BUDGETS) == set()


@pytest.mark.django_db
def test_every_list_and_every_form_in_the_menu_of_the_admin_has_a_budget(ada):
    needed = {"admin.index", "admin.workbench.page", "admin.workbench.state"}
    for model in OUR_MODELS:
        needed.add(f"admin.{name_of(model)}.list")
        admin = admin_site._registry[model]
        # Tokens are made and revoked, and have no form to come back to.
        if admin.has_module_permission(as_asked_by(ada)) and model is not ApiToken:
            assert name_of(model) in IN_MENU
            needed |= {f"admin.{name_of(model)}.{view}" for view in ("change", "history")}
    assert needed == {key for key in BUDGETS if key.startswith("admin.")}


def test_no_budget_is_of_a_route_that_is_gone():
    known = {key for table in (PAGE_ROUTES, API_ROUTES) for keys in table.values() for key in keys}
    # More than one measurement of a route.
    known |= {"pages.quotes.narrowed", "api.quotes.annotations", "api.quotes.schema_org"}
    assert {key for key in BUDGETS if not key.startswith("admin.")} == known


NUMBERS = count_up(1)
# What is asked, by budget: each gives the answer of one request, made anew with new drafts.
Ask = Callable[[Site, "Askers"], Any]


class Askers:
    """A reader, an editor signed in, and a tool with a token for everything."""

    def __init__(self) -> None:
        self.reader = Client()
        editor = factories.UserFactory(groups=["Editor"], is_staff=True)
        self.editor = Client()
        self.editor.force_login(editor)
        _token, secret = factories.token_of(editor, "drafts:read", "published:write")
        self.secret = secret

    def tool(self, method: str, address: str, body: Any = None, **headers: str) -> Any:
        return self.reader.generic(
            method,
            f"/api/v1/{address}",
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.secret}", "If-Match": "*", **headers},
        )


def get(address: str) -> Ask:
    return lambda site, who: who.reader.get(address)


def below(kind: str, path: str) -> Ask:
    return lambda site, who: who.reader.get(f"{PAGES[kind](site)}{path}")


def preview(kind: str) -> Ask:
    return lambda site, who: who.editor.get(f"/preview/{kind}s/{getattr(site, kind).pk}/")


def sending(kind: str) -> Ask:
    def send(site: Site, who: Askers) -> Any:
        item = getattr(site, kind)
        with time_machine.travel(datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)):
            opened = ReportForm(f"{item.address_root}/{item.pk}").opened_now()
        sent = {"kind": "wording", "message": "Das Wort fehlt.", "opened": opened}
        # From one address only a few are taken.
        sender = f"192.0.2.{next(NUMBERS)}"
        return who.reader.post(f"{PAGES[kind](site)}report/", sent, REMOTE_ADDR=sender)

    return send


def fresh(body: dict[str, Any]) -> dict[str, Any]:
    """The same with names that nothing has yet, and a reason."""
    number = next(NUMBERS)
    names = {name: f"{body[name]} {number}" for name in body if name.startswith("name")}
    return {**body, **names, "reason": "Probe"}


def writing(name: str) -> dict[str, Ask]:
    """Every way in which a tool writes items of a resource, each time of a new draft."""
    draft = MODELS[name][0]
    asked: dict[str, Ask] = {
        "create": lambda site, who: who.tool("POST", f"{name}/", fresh(WHOLE[name]())),
        "edited": lambda site, who: who.tool("GET", f"{name}/{draft().pk}/", Accept=EDITING),
        "update": lambda site, who: who.tool("PUT", f"{name}/{draft().pk}/", fresh(WHOLE[name]())),
        "partial_update": lambda site, who: who.tool(
            "PATCH", f"{name}/{draft().pk}/", fresh(CHANGES[name])
        ),
        "destroy": lambda site, who: who.tool("DELETE", f"{name}/{draft().pk}/?reason=Probe"),
    }
    if name in WITH_STATE:
        asked["submit"] = lambda site, who: who.tool("POST", f"{name}/{draft().pk}/submit/", {})
    return {f"api.{name}.{key}": ask for key, ask in asked.items()}


CAPTURED = "Die Minister trafen sich in Seoul. „Geduldig Vertrauen aufzubauen“, sagte Nakatani."


def captured() -> Any:
    """A capture with all that can be told of one: an article, a snapshot, an outlet."""
    snapshot = factories.SnapshotFactory()
    outlet = snapshot.article.outlet
    return factories.CaptureFactory(
        state="kept",
        text=snapshot.text,
        reading={"outlet": outlet.name, "outlet_id": outlet.pk},
        article=snapshot.article,
        snapshot=snapshot,
    )


MEASURED: dict[str, Ask] = {
    **{f"pages.{name}": get(f"/{name}/") for name in ("method", "imprint", "privacy", "licence")},
    "pages.contact": get("/contact/"),
    "pages.robots": get("/robots.txt"),
    "pages.sitemap.lists": get("/sitemap-lists.xml"),
    "pages.feed.topic": below("topic", "feed.atom"),
    **{f"pages.{kind}-report": below(kind, "report/") for kind in REPORTED},
    **{f"pages.{kind}-report.sending": sending(kind) for kind in REPORTED},
    **{f"pages.{kind}-report-sent": below(kind, "report/sent/") for kind in REPORTED},
    **{f"pages.preview-{kind}": preview(kind) for kind in REPORTED},
    "api.root": get("/api/v1/"),
    "api.schema": get("/api/v1/schema/"),
    "api.reference": get("/api/reference/quotes/"),
    "api.nothing": get("/api/v1/nothing/"),
    "api.drafts": lambda site, who: who.tool("GET", "drafts/?resource=quotes"),
    "api.captures.list": lambda site, who: who.tool("GET", "captures/"),
    "api.captures.create": lambda site, who: who.tool("POST", "captures/", {"text": CAPTURED}),
    "api.captures.detail": lambda site, who: who.tool("GET", f"captures/{captured().pk}/"),
    **{key: ask for name in MODELS for key, ask in writing(name).items()},
}


@pytest.fixture
def owners_words(settings: Any) -> None:
    """Of pages that a site has only where its owner wrote them."""
    settings.WORTLAUT_IMPRINT = settings.WORTLAUT_PRIVACY = "Verein Wortlaut, Berlin"
    settings.WORTLAUT_CONTACT_EMAIL = "mail@example.org"


def count(ask: Ask, site: Site, who: Askers) -> int:
    """The queries of the one request; what makes its draft is not counted."""
    found = []

    def measured(send: Callable[..., Any]) -> Callable[..., Any]:
        def request(*args: Any, **options: Any) -> Any:
            with CaptureQueriesContext(connection) as captured:
                response = send(*args, **options)
            assert response.status_code in (200, 201, 204, 303, 404), response.content
            found.append(len(captured))
            return response

        return request

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Client, "request", measured(Client.request))
        ask(site, who)
    [number] = found
    return number


@pytest.mark.django_db
@pytest.mark.usefixtures("owners_words")
def test_what_is_measured_nowhere_else_stays_within_its_budget_at_two_sizes():
    site, who = Site(), Askers()
    for ask in MEASURED.values():
        # What is put together once for all requests.
        count(ask, site, who)
    small = {name: count(ask, site, who) for name, ask in MEASURED.items()}
    site.grow(3)
    factories.draft_quote()
    large = {name: count(ask, site, who) for name, ask in MEASURED.items()}
    assert large == small
    assert large == {name: BUDGETS.get(name) for name in MEASURED}
