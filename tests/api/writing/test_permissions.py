"""Who may do what: every address, method and role of the API, and what it is answered.

The table is the same for all resources; each of its cells is a test of its own. An address that
stands in no table fails.
"""

import json
import re
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from quotes.api.urls import urlpatterns
from quotes.api.writing.described import EDITING
from tests import factories

# Who asks: of which group, with a token for what, and what became of the token or the account.
ROLES: dict[str, dict[str, Any]] = {
    "anonymous": {},
    # Edith's, for nothing but public reading.
    "bare": {"group": "Editor", "scopes": []},
    "reader": {"group": "Editor", "scopes": ["drafts:read"]},
    "carl": {"group": "Contributor", "scopes": ["drafts:write"]},
    # He was an editor when he made it.
    "demoted": {"group": "Contributor", "scopes": ["published:write"]},
    "edith": {"group": "Editor", "scopes": ["drafts:write"]},
    "rosa": {"group": "Editor", "scopes": ["published:write"]},
    "ada": {"group": None, "scopes": ["published:write"]},
    "closed": {"group": "Editor", "scopes": ["published:write"], "account": "closed"},
    "expired": {"group": "Editor", "scopes": ["published:write"], "token": "expired"},
    "revoked": {"group": "Editor", "scopes": ["published:write"], "token": "revoked"},
}
# With the right version and a whole body. “demoted” etc. as above.
TABLE = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
GET    /                    200  200    200  200     200   200  200 200    401     401     401
POST   /                    401  403    403  201     201   201  201 201    401     401     401
GET    /draft/              404  404    200  200     200   200  200 200    401     401     401
PUT    /draft/              401  403    403  200     200   200  200 200    401     401     401
PATCH  /draft/              401  403    403  200     200   200  200 200    401     401     401
DELETE /draft/              401  403    403  403     403   204  204 204    401     401     401
GET    /public/             200  200    200  200     200   200  200 200    401     401     401
GET*   /public/             406  403    200  200     200   200  200 200    401     401     401
PUT    /public/             401  403    403  403     403   403  200 200    401     401     401
PATCH  /public/             401  403    403  403     403   403  200 200    401     401     401
DELETE /public/             401  403    403  403     403   403  409 409    401     401     401
"""
# Of items with a state.
STATEFUL = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
POST   /draft/submit/       401  403    403  200     200   200  200 200    401     401     401
POST   /public/submit/      401  403    403  403     403   409  409 409    401     401     401
"""
# What an address does not take, it refuses whoever asks, and names what it takes.
NOT_TAKEN = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
PUT    /                    405  405    405  405     405   405  405 405    401     401     401
PATCH  /                    405  405    405  405     405   405  405 405    401     401     401
DELETE /                    405  405    405  405     405   405  405 405    401     401     401
POST   /draft/              405  405    405  405     405   405  405 405    401     401     401
POST   /public/             405  405    405  405     405   405  405 405    401     401     401
"""
# Of items with a state.
STATEFUL_NOT_TAKEN = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
GET    /draft/submit/       405  405    405  405     405   405  405 405    401     401     401
GET    /public/submit/      405  405    405  405     405   405  405 405    401     401     401
HEAD   /public/submit/      405  405    405  405     405   405  405 405    401     401     401
PUT    /public/submit/      405  405    405  405     405   405  405 405    401     401     401
PATCH  /public/submit/      405  405    405  405     405   405  405 405    401     401     401
DELETE /public/submit/      405  405    405  405     405   405  405 405    401     401     401
"""
# Of none of the resources.
OTHERS = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
GET    drafts/              401  403    200  200     200   200  200 200    401     401     401
GET    captures/            401  403    200  200     200   200  200 200    401     401     401
POST   captures/            401  403    403  202     202   202  202 202    401     401     401
GET    captures/<pk>/       401  403    200  200     200   200  200 200    401     401     401
"""
# What these do not take.
OTHERS_NOT_TAKEN = """
                      anonymous bare reader carl demoted edith rosa ada closed expired revoked
POST   drafts/              405  405    405  405     405   405  405 405    401     401     401
PUT    captures/            405  405    405  405     405   405  405 405    401     401     401
PATCH  captures/            405  405    405  405     405   405  405 405    401     401     401
DELETE captures/            405  405    405  405     405   405  405 405    401     401     401
POST   captures/<pk>/       405  405    405  405     405   405  405 405    401     401     401
PUT    captures/<pk>/       405  405    405  405     405   405  405 405    401     401     401
PATCH  captures/<pk>/       405  405    405  405     405   405  405 405    401     401     401
DELETE captures/<pk>/       405  405    405  405     405   405  405 405    401     401     401
"""
# Addresses that answer everybody alike and take nothing but GET.
OPEN = re.compile(
    r"|reference/.*|v1/|v1/schema/|v1/changes/.*|v1/lookup/.*|v1/histor(y|ies)/.*"
    r"|v1/(occurrences|provisions|hops)/.*"
    r"|v1/[a-z]+(/<pk>/history/|/<pk>/changes/|/history/|\.[a-z]+|\.<.*>)"
    r"|v1/<name>\\\.<form>"
)
CHANGES = {
    "speakers": {"family_name": "Nakatani"},
    "outlets": {"homepage": "https://www.example.org/"},
    "events": {"place": "Seoul"},
    "topics": {"name_en": "Defence cooperation, changed"},
    "articles": {"byline": "Yonhap"},
    "quotes": {"context": "Nach den Gesprächen"},
    "statements": {"title_en": "Joint press release, changed"},
}
WHOLE = {
    "speakers": lambda: {"kind": "person", "name": "Ahn Gyu-back"},
    "outlets": lambda: {"name": "Yonhap", "kind": "agency"},
    "events": lambda: {"title_en": "Talks", "kind": "meeting"},
    "topics": lambda: {"name_de": "Verteidigung", "name_en": "Defence"},
    "articles": lambda: {"outlet": factories.OutletFactory().pk, "language": "de"},
    "quotes": lambda: {"addressee": "Reporter"},
    "statements": lambda: {"title_en": "Joint statement", "kind": "declaration"},
}
MODELS: dict[str, tuple[Any, Any]] = {
    "speakers": (
        factories.SpeakerFactory,
        lambda: factories.published_quote().attributions.get().speaker,
    ),
    "outlets": (factories.OutletFactory, lambda: factories.published_article().outlet),
    "events": (
        factories.EventFactory,
        lambda: factories.published_quote(event=factories.EventFactory()).event,
    ),
    "topics": (
        factories.TopicFactory,
        lambda: factories.published_quote(topics=[factories.TopicFactory()]).topics.get(),
    ),
    "articles": (factories.draft_article, factories.published_article),
    "quotes": (factories.draft_quote, factories.published_quote),
    "statements": (factories.draft_statement, factories.published_statement),
}
WITH_STATE = ("articles", "quotes", "statements")


def cells(table: str) -> list[tuple[str, str, str, int]]:
    """(method, address, role, status)"""
    head, *rows = table.strip("\n").splitlines()
    roles = head.split()
    assert roles == list(ROLES)
    return [
        (method, address, role, int(status))
        for method, address, *statuses in map(str.split, rows)
        for role, status in zip(roles, statuses, strict=True)
    ]


def secret_of(name: str, role: dict[str, Any]) -> str | None:
    if not role:
        return None
    user = get_user_model().objects.create_user(name, is_staff=True, is_superuser=name == "ada")
    if role["group"]:
        user.groups.add(Group.objects.get(name=role["group"]))
    past = {
        "expired": {"expiry": timezone.now()},
        "revoked": {"revoked_at": timezone.now(), "revoked_by_name": "ada"},
    }
    _token, secret = factories.token_of(
        user, *role["scopes"], **past.get(role.get("token", ""), {})
    )
    if role.get("account") == "closed":
        get_user_model().objects.filter(pk=user.pk).update(is_active=False)
    return secret


class Cells:
    """One resource; ``TestCase`` sets its rows up once for all cells."""

    resource = "quotes"

    @classmethod
    def setUpTestData(cls) -> None:
        cls.secrets = {name: secret_of(name, role) for name, role in ROLES.items()}
        draft, public = MODELS[cls.resource]
        cls.rows = {"draft": draft().pk, "public": public().pk}

    def setUp(self) -> None:
        cache.clear()

    def ask(self, method: str, address: str, role: str, body: Any = None, **headers: str) -> Any:
        if self.secrets[role] is not None:
            headers["Authorization"] = f"Bearer {self.secrets[role]}"
        return self.client.generic(
            method,
            address,
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers=headers,
        )

    def check(self, method: str, address: str, role: str, status: int) -> None:
        path = f"/api/v1/{self.resource}{address}"
        for name, pk in self.rows.items():
            path = path.replace(name, str(pk))
        headers = {"If-Match": "*"}
        if method == "GET*":
            method, headers = "GET", {"Accept": EDITING}
        body = self.body(method, address, path)
        if method == "DELETE":
            path += "?reason=Probe"
        response = self.ask(method, path, role, body, **headers)
        assert response.status_code == status, response.content.decode()
        if status == 405:
            assert method not in response.headers["Allow"].split(", ")
            assert {"POST", "GET"} & set(response.headers["Allow"].split(", "))
        assert_well_mannered(response, role, method)

    def body(self, method: str, address: str, path: str) -> Any:
        if address.endswith("submit/"):
            return {"reason": "Probe"}
        if method == "PUT" and address != "/":
            whole = self.ask("GET", path, "ada", Accept=EDITING).json()
            return {**whole, **CHANGES[self.resource], "reason": "Probe"}
        if method == "PATCH":
            return {**CHANGES[self.resource], "reason": "Probe"}
        return {**WHOLE[self.resource](), "reason": "Probe"} if method == "POST" else None


def assert_well_mannered(response: Any, role: str, method: str = "GET") -> None:
    """What every answer to a tool has in common."""
    if response.status_code >= 400:
        assert response.headers["Content-Type"] == "application/problem+json"
        assert method == "HEAD" or response.json()["status"] == response.status_code
    if response.status_code == 401:
        assert response.headers["WWW-Authenticate"].startswith("Bearer ")
    if role != "anonymous":
        assert response.headers["Cache-Control"] == "private, no-store"
        assert "Authorization" in response.headers["Vary"]


def case_of(resource: str) -> type[TestCase]:
    table = cells(TABLE) + cells(NOT_TAKEN)
    if resource in WITH_STATE:
        table += cells(STATEFUL) + cells(STATEFUL_NOT_TAKEN)

    def test(method: str, address: str, role: str, status: int) -> Any:
        return lambda self: self.check(method, address, role, status)

    methods = {
        f"test_{method.replace('*', '_as_editors_see_it')}_{address.strip('/')}_{role}": test(
            method, address, role, status
        )
        for method, address, role, status in table
    }
    assert len(methods) == len(table)
    name = f"Test{resource.title()}"
    return type(name, (Cells, TestCase), {**methods, "resource": resource})


for _resource in MODELS:
    globals()[f"Test{_resource.title()}"] = case_of(_resource)


class TestOthers(Cells, TestCase):
    def test_every_role(self) -> None:
        capture = factories.CaptureFactory()
        for method, address, role, status in cells(OTHERS) + cells(OTHERS_NOT_TAKEN):
            with self.subTest(method=method, address=address, role=role):
                cache.clear()
                path = f"/api/v1/{address.replace('<pk>', str(capture.pk))}"
                if address == "drafts/":
                    path += "?resource=quotes"
                body = None if method == "GET" else {"url": "https://zeitung.example/artikel"}
                response = self.ask(method, path, role, body)
                assert response.status_code == status, response.content.decode()
                if status == 405:
                    assert method not in response.headers["Allow"].split(", ")
                assert_well_mannered(response, role)


class TestCompleteness(SimpleTestCase):
    """A new address, or a new method of one, has to have its row."""

    def test_every_address_and_method_has_a_row(self) -> None:
        kinds = {"/": "/", "/<pk>/": "/draft/", "/<pk>/submit/": "/draft/submit/"}
        rows = {(m, a) for m, a, *_rest in (*cells(TABLE), *cells(STATEFUL))}
        others = {(m, f"v1/{a}") for m, a, *_rest in cells(OTHERS)}
        missing = []
        for route, methods in routes(urlpatterns):
            resource, _slash, rest = route.removeprefix("v1/").partition("/")
            for method in methods:
                if resource in MODELS and f"/{rest}" in kinds:
                    known = (method, kinds[f"/{rest}"]) in rows
                else:
                    known = (method, route) in others or (method == "GET" and OPEN.fullmatch(route))
                if not known:
                    missing.append((method, route))
        assert missing == []

    def test_the_table_has_no_row_too_many(self) -> None:
        found = {(method, route) for route, methods in routes(urlpatterns) for method in methods}
        for resource in MODELS:
            table = cells(TABLE) + (cells(STATEFUL) if resource in WITH_STATE else [])
            for method, address, *_rest in table:
                route = re.sub("draft|public", "<pk>", f"v1/{resource}{address}")
                assert (method.rstrip("*"), route) in found
            for method, address, *_rest in cells(OTHERS):
                assert (method, f"v1/{address}") in found
            for method, address, *_rest in cells(OTHERS_NOT_TAKEN):
                assert (method, f"v1/{address}") not in found
            for method, address, *_rest in cells(NOT_TAKEN) + cells(STATEFUL_NOT_TAKEN):
                route = re.sub("draft|public", "<pk>", f"v1/{resource}{address}")
                assert (method, route) not in found


def routes(patterns: Any, prefix: str = "") -> list[tuple[str, set[str]]]:
    """Every address of the API with the methods that it takes, but those of every address."""
    found = []
    for pattern in patterns:
        route = prefix + plain(str(pattern.pattern))
        if hasattr(pattern, "url_patterns"):
            found += routes(pattern.url_patterns, route)
            continue
        callback = pattern.callback
        if hasattr(callback, "actions"):
            methods = set(callback.actions)
        elif hasattr(callback, "view_class"):
            methods = {
                name
                for name in callback.view_class.http_method_names
                if hasattr(callback.view_class, name)
            }
        else:
            methods = {"get"}
        methods = {method.upper() for method in methods} - {"HEAD", "OPTIONS"}
        if methods:
            found.append((route, methods))
    return found


def plain(pattern: str) -> str:
    return re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern).strip("^$").removesuffix(r"\Z")
