"""Signed-in clients, and forms filled in as a browser would send them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.forms import BaseForm
from django.http import HttpResponse
from django.test import Client

from quotes.ingest import capturing
from tests.admin.capture_pages import TEXT, URL


@pytest.fixture
def client_of() -> Callable[[Any], Client]:
    def make(user: Any) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def carls(carl, client_of):
    return client_of(carl)


@pytest.fixture
def capture(carl):
    """A text that Carl pasted."""
    return capturing.request(carl, text=TEXT, url=URL)


def fields_of(response: HttpResponse) -> dict[str, Any]:
    """What a browser would send back of a changed or added item's page, untouched."""
    context = response.context
    data: dict[str, Any] = {"_version": context.get("version", "")}
    _add(data, context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        _add(data, formset.management_form)
        for form in formset.forms:
            _add(data, form)
    return data


def _add(data: dict[str, Any], form: BaseForm) -> None:
    for bound in form:
        value = bound.value()
        if value is None or value is False:
            continue
        name = bound.html_name
        if isinstance(value, list | tuple):
            data[name] = [getattr(entry, "pk", entry) for entry in value]
        else:
            data[name] = "on" if value is True else value


@pytest.fixture
def edited() -> Callable[..., HttpResponse]:
    """Open a page, change the named fields of its form, and send it."""

    def send(client: Client, address: str, page: Any = None, **changes: Any) -> HttpResponse:
        data = fields_of(page if page is not None else client.get(address))
        data.update({name.replace("__", "-"): value for name, value in changes.items()})
        data = {name: value for name, value in data.items() if value is not None}
        return client.post(address, data)

    return send
