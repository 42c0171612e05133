"""What no browser sends: refused in words, or as a bad request, and never an error of ours."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def change(item):
    return reverse(f"admin:quotes_{item._meta.model_name}_change", args=[item.pk])


@pytest.mark.parametrize(
    "sent",
    [
        {"attributions__TOTAL_FORMS": "viele"},
        {"attributions__TOTAL_FORMS": "999999999"},
        {"attributions__0__id": "9" * 40},
        {"attributions__0__id": "x"},
        {"attributions__0__speaker": "9" * 40},
        {"attributions__0__speaker": "\x00"},
        {"attributions__0__place": "9" * 40},
        {"occurrences__0__snapshot": "-1"},
        {"occurrences__0__language": "Deutsch, glaube ich"},
        {"occurrences__0__language": "\x00"},
        {"topics": ["x", "9" * 40]},
        {"event": "0"},
        {"said_on": "../2020\x00"},
        {"said_on_basis": "geraten"},
        {"reason": "x" * 501},
        {"comment": "x" * 5001},
    ],
)
def test_a_form_made_by_hand_is_refused_and_nothing_is_saved(sent, edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(client_of(edith), change(quote), addressee="Reporter", **sent)
    assert answer.status_code == 200
    assert answer.context["errors"]
    quote.refresh_from_db()
    assert quote.addressee == ""


@pytest.mark.parametrize("number", ["900", "1900", "999999999"])
def test_no_more_rows_are_made_than_were_sent(number, edith, client_of, edited):
    lie = {"attributions__TOTAL_FORMS": number}
    answer = edited(client_of(edith), change(factories.draft_quote()), said_on="nie", **lie)
    [formset] = [
        shown.formset
        for shown in answer.context["inline_admin_formsets"]
        if shown.formset.prefix == "attributions"
    ]
    assert len(formset.forms) < 200


@pytest.mark.parametrize("count", ["TOTAL_FORMS", "INITIAL_FORMS"])
@pytest.mark.parametrize("number", ["-1", "0", "7"])
def test_a_number_of_rows_that_is_wrong_deletes_none(count, number, edith, client_of, edited):
    quote = factories.draft_quote()
    lie = {f"attributions__{count}": number}
    answer = edited(client_of(edith), change(quote), addressee="Reporter", **lie)
    assert answer.status_code in (200, 302)
    assert quote.attributions.count() == 1


@pytest.mark.parametrize("chosen", ["x", "", "9" * 40, "\x00"])
@pytest.mark.parametrize("action", ["publish", "delete_selected", "unknown"])
def test_a_choice_in_the_list_that_is_no_row_does_nothing(action, chosen, edith, client_of):
    data = {"action": action, "_selected_action": [chosen], "confirmed": "yes", "post": "yes"}
    answer = client_of(edith).post(reverse("admin:quotes_quote_changelist"), data, follow=True)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "query",
    ["p=x", "p=-1", "o=x.y", "state__exact=geheim", "quotes__x=1", "all=", "e=1", "_to_field=x"],
)
def test_an_address_made_by_hand_leads_somewhere(query, edith, client_of):
    address = reverse("admin:quotes_quote_changelist")
    assert client_of(edith).get(f"{address}?{query}", follow=True).status_code in (200, 400)


@pytest.mark.parametrize("key", ["x", "0", "9" * 40, "1_00", "%00"])
@pytest.mark.parametrize("view", ["change", "history", "delete", "restore", "move", "comment"])
def test_an_item_that_is_not_there_is_no_error(view, key, edith, client_of):
    address = f"/admin/quotes/quote/{key}/{view}/"
    client = client_of(edith)
    assert client.get(address, follow=True).status_code in (200, 403, 404)
    assert client.post(address, {"reason": "so"}, follow=True).status_code in (200, 403, 404)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"app_label": "quotes", "model_name": "attribution", "field_name": "quote\x00"},
        {"app_label": "auth", "model_name": "user", "field_name": "groups", "term": "x"},
        {"app_label": "quotes", "model_name": "attribution", "field_name": "name_as_printed"},
    ],
)
def test_choices_of_something_else_are_refused(asked, edith, client_of):
    assert client_of(edith).get(reverse("admin:autocomplete"), asked).status_code in (403, 404)
