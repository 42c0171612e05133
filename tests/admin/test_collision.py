"""Two editors in one form: the second is told who changed what, and loses nothing he typed."""

import threading

import pytest
from django.db import connection, transaction
from django.urls import reverse

from quotes.editorial.history import changes
from quotes.editorial.recording import recorded
from quotes.models import Quote, Speaker
from tests import factories
from tests.admin.conftest import fields_of

pytestmark = pytest.mark.django_db


def change(item):
    return reverse(f"admin:quotes_{item._meta.model_name}_change", args=[item.pk])


@pytest.fixture
def quote():
    return factories.draft_quote()


def test_the_second_to_save_is_told_who_changed_what(quote, edith, rosa, client_of, edited):
    rosas = client_of(rosa).get(change(quote))
    edited(client_of(edith), change(quote), addressee="Reporter", reason="steht so in D")
    answer = edited(client_of(rosa), change(quote), rosas, context="Nach den Gesprächen")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "This was changed while you were editing" in page
    [meanwhile] = answer.context["meanwhile"]
    assert (meanwhile.who, meanwhile.reason) == ("edith", "steht so in D")
    assert [(field.label, field.after) for field in meanwhile.rows[0].fields] == [
        ("Said to", "Reporter")
    ]
    assert "Nach den Gesprächen</textarea>" in page
    quote.refresh_from_db()
    assert (quote.addressee, quote.context) == ("Reporter", "")


def test_saving_over_it_goes_through_the_second_time(quote, edith, rosa, client_of, edited):
    client = client_of(rosa)
    rosas = client.get(change(quote))
    edited(client_of(edith), change(quote), addressee="Reporter")
    refused = edited(client, change(quote), rosas, context="Nach den Gesprächen")
    answer = client.post(change(quote), fields_of(refused) | {"_continue": "Save over it"})
    assert answer.status_code == 302
    quote.refresh_from_db()
    assert (quote.addressee, quote.context) == ("", "Nach den Gesprächen")
    assert [found.user_id for found in changes(quote)][:2] == [rosa.pk, edith.pk]


def test_a_third_change_stops_the_second_save_again(quote, edith, rosa, client_of, edited):
    client = client_of(rosa)
    rosas = client.get(change(quote))
    edited(client_of(edith), change(quote), addressee="Reporter")
    refused = edited(client, change(quote), rosas, context="Nach den Gesprächen")
    edited(client_of(edith), change(quote), addressee="Journalisten")
    again = client.post(change(quote), fields_of(refused))
    assert again.status_code == 200
    assert [found.rows[0].fields[0].after for found in again.context["meanwhile"]] == [
        "Journalisten"
    ]


def test_a_change_of_a_part_collides_too(quote, edith, rosa, client_of, edited):
    rosas = client_of(rosa).get(change(quote))
    edited(client_of(edith), change(quote), attributions__0__name_as_printed="Minister Nakatani")
    answer = edited(client_of(rosa), change(quote), rosas, context="Nach den Gesprächen")
    assert answer.status_code == 200
    assert answer.context["meanwhile"]


def test_a_part_deleted_meanwhile_keeps_what_was_typed_about_it(
    quote, edith, rosa, client_of, edited
):
    ahn = factories.AttributionFactory(
        quote=quote, speaker=factories.SpeakerFactory(name="Ahn Gyu-back")
    )
    client = client_of(rosa)
    rosas = client.get(change(quote))
    edited(client_of(edith), change(quote), attributions__1__DELETE="on")
    assert not quote.attributions.filter(pk=ahn.pk).exists()
    refused = edited(client, change(quote), rosas, attributions__1__name_as_printed="Minister Ahn")
    assert refused.status_code == 200
    assert "Minister Ahn" in refused.content.decode()
    answer = client.post(change(quote), fields_of(refused))
    assert answer.status_code == 302, answer.context["errors"]
    assert [str(row.speaker) for row in quote.attributions.all()] == [
        "Gen Nakatani",
        "Ahn Gyu-back",
    ]
    assert quote.attributions.last().name_as_printed == "Minister Ahn"


def test_the_first_of_several_parts_may_be_the_one_that_went(quote, edith, rosa, client_of, edited):
    factories.AttributionFactory(quote=quote, speaker=factories.SpeakerFactory(name="Ahn Gyu-back"))
    client = client_of(rosa)
    rosas = client.get(change(quote))
    edited(client_of(edith), change(quote), attributions__0__DELETE="on")
    refused = edited(client, change(quote), rosas, attributions__1__name_as_printed="Minister Ahn")
    answer = client.post(change(quote), fields_of(refused))
    assert answer.status_code == 302, answer.context["errors"]
    assert {(str(row.speaker), row.name_as_printed) for row in quote.attributions.all()} == {
        ("Gen Nakatani", ""),
        ("Ahn Gyu-back", "Minister Ahn"),
    }


def test_a_part_added_meanwhile_stays(quote, edith, rosa, client_of, edited):
    client = client_of(rosa)
    rosas = client.get(change(quote))
    ahn = factories.SpeakerFactory(name="Ahn Gyu-back")
    edited(
        client_of(edith),
        change(quote),
        attributions__TOTAL_FORMS=2,
        attributions__1__speaker=ahn.pk,
    )
    refused = edited(client, change(quote), rosas, attributions__0__name_as_printed="Nakatani")
    assert client.post(change(quote), fields_of(refused)).status_code == 302
    assert [row.position for row in quote.attributions.all()] == [1, 2]


def test_an_item_deleted_meanwhile_can_be_made_anew(quote, edith, rosa, client_of, edited):
    client = client_of(rosa)
    rosas = client.get(change(quote))
    client_of(edith).post(
        reverse("admin:quotes_quote_delete", args=[quote.pk]), {"post": "yes", "reason": "doppelt"}
    )
    assert not Quote.objects.exists()
    refused = edited(client, change(quote), rosas, context="Nach den Gesprächen")
    page = refused.content.decode()
    assert "Somebody deleted this while you were editing." in page
    assert "Nach den Gesprächen</textarea>" in page
    answer = client.post(reverse("admin:quotes_quote_add"), fields_of(refused))
    assert answer.status_code == 302, answer.context["errors"]
    anew = Quote.objects.get()
    assert (anew.context, anew.wording) == ("Nach den Gesprächen", factories.NAKATANI_DE)


def test_what_was_typed_is_shown_when_the_item_left_the_authors_hands(
    quote, edith, carl, client_of, edited
):
    client = client_of(carl)
    carls = client.get(change(quote))
    edited(client_of(edith), change(quote), _move="submit")
    typed = {"context": "Nach den Gesprächen", "attributions__0__name_as_printed": "Minister"}
    refused = edited(client, change(quote), carls, **typed)
    page = refused.content.decode()
    assert refused.status_code == 200
    assert "You may no longer change this." in page
    assert "Nach den Gesprächen</textarea>" in page
    assert 'value="Minister"' in page
    assert 'name="_continue"' not in page
    assert client.post(change(quote), fields_of(refused)).status_code == 403
    quote.refresh_from_db()
    assert quote.context == ""


@pytest.mark.parametrize("version", [None, "gestern", "2020-01-01T00:00:00"])
def test_a_form_without_its_version_saves_nothing(version, quote, edith, client_of, edited):
    answer = edited(client_of(edith), change(quote), _version=version, addressee="Reporter")
    assert answer.status_code == 200
    quote.refresh_from_db()
    assert quote.addressee == ""


def test_a_provision_collides_with_its_statement(edith, rosa, client_of, edited):
    statement = factories.draft_statement()
    provision = statement.provisions.first()
    rosas = client_of(rosa).get(change(provision))
    edited(client_of(edith), change(statement), title_en="Joint press statement")
    answer = edited(client_of(rosa), change(provision), rosas, kind="agrees")
    assert answer.status_code == 200
    assert answer.context["meanwhile"]


@pytest.mark.django_db(transaction=True)
def test_who_saves_waits_for_who_saves_before_him(edith, rosa, client_of, edited):
    """No race: the second save sees what the first one, not yet committed, has changed."""
    speaker = factories.SpeakerFactory()
    client = client_of(rosa)
    rosas = client.get(change(speaker))
    answers = []

    def save():
        try:
            answers.append(edited(client, change(speaker), rosas, name="Nakatani", reason="kürzer"))
        finally:
            connection.close()

    with transaction.atomic():
        with recorded(edith, "länger"):
            held = Speaker.objects.select_for_update().get(pk=speaker.pk)
            held.name = "Gen Nakatani, Minister"
            held.save()
        waiting = threading.Thread(target=save)
        waiting.start()
        waiting.join(timeout=1)
        assert waiting.is_alive()
    waiting.join(timeout=60)
    assert answers[0].status_code == 200
    assert answers[0].context["meanwhile"][0].reason == "länger"
    speaker.refresh_from_db()
    assert speaker.name == "Gen Nakatani, Minister"
