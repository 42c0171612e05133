"""A save is recorded with who, when, why and in which request; a refused one loses nothing."""

import pytest
from django.urls import reverse

from quotes.editorial.history import changes
from quotes.models import Attribution, Quote, Speaker, State
from tests import factories

pytestmark = pytest.mark.django_db


def change(item):
    return reverse(f"admin:quotes_{item._meta.model_name}_change", args=[item.pk])


def test_a_save_is_recorded_with_person_reason_and_request(edith, client_of, edited):
    speaker = factories.SpeakerFactory()
    edited(client_of(edith), change(speaker), name="Nakatani Gen", reason="Familienname zuerst")
    newest = changes(speaker)[0]
    assert (newest.user_id, newest.reason) == (edith.pk, "Familienname zuerst")
    assert [field.field.name for field in newest.rows[0].fields] == ["name"]
    context = Speaker.pgh_event_model.objects.latest("pgh_created_at").pgh_context
    assert context["request"] == f"POST {change(speaker)}"


def test_a_change_without_a_reason_is_refused_at_the_reason(edith, client_of, edited):
    speaker = factories.SpeakerFactory()
    answer = edited(client_of(edith), change(speaker), name="Nakatani Gen")
    assert answer.status_code == 200
    assert answer.context["reason_field"].errors
    assert 'value="Nakatani Gen"' in answer.content.decode()
    speaker.refresh_from_db()
    assert speaker.name == "Gen Nakatani"


def test_a_part_alone_needs_the_reason_too(edith, client_of, edited):
    speaker = factories.SpeakerFactory()
    page = client_of(edith).get(change(speaker))
    new = {"names__0__text": "中谷元", "names__0__language": "ja", "names__0__kind": "official"}
    answer = edited(client_of(edith), change(speaker), page, names__TOTAL_FORMS=1, **new)
    assert answer.context["reason_field"].errors
    assert "中谷元" in answer.content.decode()
    assert not speaker.names.exists()


def test_a_draft_needs_no_reason(edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(client_of(edith), change(quote), addressee="Reporter")
    assert answer.status_code == 302
    quote.refresh_from_db()
    assert quote.addressee == "Reporter"


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN])
def test_everything_but_a_draft_needs_a_reason(state, edith, client_of, edited):
    quote = factories.published_quote()
    if state == State.IN_REVIEW:
        quote = factories.brought_to(factories.draft_quote(), state)
    factories.brought_to(quote, state)
    assert edited(client_of(edith), change(quote), addressee="Reporter").status_code == 200
    answer = edited(client_of(edith), change(quote), addressee="Reporter", reason="steht in D")
    assert answer.status_code == 302
    quote.refresh_from_db()
    assert (quote.addressee, quote.state) == ("Reporter", state)


def test_an_untouched_form_records_nothing(edith, client_of, edited):
    quote = factories.published_quote(context="Nach\r\nden Gesprächen")
    factories.anchored_occurrence(quote, factories.published_article())
    factories.confirm(quote)
    before = len(changes(quote))
    answer = edited(client_of(edith), change(quote))
    assert answer.status_code == 302, answer.context["errors"]
    assert len(changes(quote)) == before
    quote.refresh_from_db()
    assert quote.unseen_since is None


def test_a_new_item_is_made_with_its_parts_in_one_go(edith, client_of, edited):
    speaker, article = factories.SpeakerFactory(), factories.draft_article()
    answer = edited(
        client_of(edith),
        reverse("admin:quotes_quote_add"),
        said_on="2025-09-08",
        said_on_basis="stated",
        attributions__0__speaker=speaker.pk,
        occurrences__0__snapshot=article.snapshots.get().pk,
        occurrences__0__language="de",
        occurrences__0__passage=f"„{factories.NAKATANI_DE}“",
    )
    assert answer.status_code == 302, answer.context["errors"]
    quote = Quote.objects.get()
    assert (quote.wording, quote.language) == (factories.NAKATANI_DE, "de")
    assert quote.attributions.get().speaker == speaker
    assert {change.user_id for change in changes(quote)} == {edith.pk}


def test_a_rule_of_the_database_is_an_error_of_the_form(edith, client_of, edited):
    quote = factories.published_quote()
    answer = edited(
        client_of(edith),
        change(quote),
        addressee="Reporter",
        reason="aufgeräumt",
        attributions__0__DELETE="on",
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "A published quote needs a speaker or the description of one." in page
    assert 'value="Reporter"' in page
    assert 'value="aufgeräumt"' in page
    assert Attribution.objects.filter(quote=quote).exists()
    quote.refresh_from_db()
    assert quote.addressee == ""


def test_a_refused_save_leaves_no_message_of_success(edith, client_of, edited):
    quote, client = factories.published_quote(), client_of(edith)
    answer = edited(client, change(quote), reason="weg", attributions__0__DELETE="on")
    assert not list(answer.context["messages"])


def test_a_role_of_somebody_else_is_refused_at_its_field(edith, client_of, edited):
    quote, foreign = factories.draft_quote(), factories.TenureFactory()
    answer = edited(client_of(edith), change(quote), attributions__0__tenure=foreign.pk)
    assert "The role is not one of this speaker." in answer.content.decode()


def test_malformed_dates_are_refused_with_three_examples(edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(client_of(edith), change(quote), said_on="8. September 2025")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2025-09-08, 2025-09, 2025~" in page
    assert 'value="8. September 2025"' in page


@pytest.mark.parametrize(
    "field", ["addressee", "context", "reason", "comment", "occurrences__0__passage"]
)
def test_a_nul_byte_is_refused_wherever_it_is_typed(field, edith, client_of, edited):
    quote = factories.draft_quote()
    answer = edited(client_of(edith), change(quote), **{field: "Vertr\x00auen"})
    assert answer.status_code == 200
    assert answer.context["errors"]


def test_parts_stand_in_the_order_that_the_editor_gives_them(edith, client_of, edited):
    quote = factories.draft_quote()
    ahn = factories.AttributionFactory(
        quote=quote, speaker=factories.SpeakerFactory(name="Ahn Gyu-back")
    )
    edited(client_of(edith), change(quote), attributions__0__place="2", attributions__1__place="1")
    assert quote.attributions.first() == ahn
    assert [row.position for row in quote.attributions.all()] == [1, 2]


@pytest.mark.parametrize("first", [True, False], ids=["forward", "back"])
def test_the_preferred_occurrence_can_be_another(first, edith, client_of, edited):
    quote = factories.published_quote()
    english = factories.published_article(text=f'"{factories.NAKATANI_EN}" he said.', language="en")
    factories.anchored_occurrence(quote, english, factories.NAKATANI_EN, preferred=not first)
    german = {"occurrences__0__preferred": None if first else "on"}
    english = {"occurrences__1__preferred": "on" if first else None}
    answer = edited(client_of(edith), change(quote), reason="genauer", **german, **english)
    assert answer.status_code == 302, answer.context["errors"]
    quote.refresh_from_db()
    wording = factories.NAKATANI_EN if first else factories.NAKATANI_DE
    assert (quote.wording, quote.language) == (wording, "en" if first else "de")


def test_two_preferred_occurrences_are_refused(edith, client_of, edited):
    quote = factories.draft_quote()
    factories.anchored_occurrence(quote, factories.draft_article())
    answer = edited(
        client_of(edith),
        change(quote),
        occurrences__0__preferred="on",
        occurrences__1__preferred="on",
    )
    assert "One occurrence of a quote is preferred, not several." in answer.content.decode()


def test_saves_do_not_lean_on_a_log_that_goes_with_the_user(edith, client_of, edited):
    from django.contrib.admin.models import LogEntry

    speaker = factories.SpeakerFactory()
    edited(client_of(edith), change(speaker), name="Nakatani Gen", reason="Familienname zuerst")
    assert not LogEntry.objects.exists()
    edith.delete()
    assert changes(speaker)[0].user_name == "edith"
