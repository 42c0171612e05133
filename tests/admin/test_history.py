"""The history of an item in words, and the way back."""

import pytest
from django.urls import reverse

from quotes.editorial.history import changes
from quotes.models import State
from tests import factories

pytestmark = pytest.mark.django_db


def url(item, view="change"):
    return reverse(f"admin:quotes_{item._meta.model_name}_{view}", args=[item.pk])


def restoring(client, item, change, **changed):
    version = client.get(url(item, "history")).context["version"]
    data = {"at": change.at.isoformat(), "_version": version, "reason": "zurück", **changed}
    return client.post(url(item, "restore"), data, follow=True)


@pytest.fixture
def changed_twice(edith, rosa, client_of, edited):
    quote = factories.published_quote()
    edited(
        client_of(edith),
        url(quote),
        said_on="2025-09",
        attributions__0__name_as_printed="Minister Nakatani",
        reason="nur der Monat steht da",
    )
    edited(client_of(rosa), url(quote), said_on="2025-09-08", reason="D nennt den Tag")
    return quote


def test_it_says_who_when_why_and_field_by_field_what(changed_twice, edith, client_of):
    page = client_of(edith).get(url(changed_twice, "history") + "?lang=en")
    newest, older = page.context["changes"][:2]
    assert (newest.who, newest.reason) == ("rosa", "D nennt den Tag")
    rows = {row.label: row for row in older.rows}
    said = next(field for field in rows["Quote"].fields if field.label == "Said on")
    assert (said.before, said.after) == ("8 September 2025", "September 2025")
    assert rows["Attribution"].fields[0].after == "Minister Nakatani"
    assert "nur der Monat steht da" in page.content.decode()


def test_it_speaks_the_editors_language(changed_twice, edith, client_of):
    page = client_of(edith).get(url(changed_twice, "history") + "?lang=de")
    assert "8. September 2025" in page.content.decode()


def test_an_earlier_version_comes_back_whole(changed_twice, edith, client_of):
    older = changes(changed_twice)[1]
    page = restoring(client_of(edith), changed_twice, older).content.decode()
    assert "is restored" in page
    changed_twice.refresh_from_db()
    assert changed_twice.said_on == "2025-09"
    assert changed_twice.attributions.get().name_as_printed == "Minister Nakatani"
    assert (changes(changed_twice)[0].user_id, changes(changed_twice)[0].reason) == (
        edith.pk,
        "zurück",
    )


def test_restoring_asks_for_a_reason(changed_twice, edith, client_of):
    page = restoring(client_of(edith), changed_twice, changes(changed_twice)[1], reason=" ")
    assert "Say why: this change needs a reason." in page.content.decode()
    changed_twice.refresh_from_db()
    assert changed_twice.said_on == "2025-09-08"


def test_restoring_what_a_rule_forbids_is_refused_in_words(edith, client_of):
    quote = factories.draft_quote(article=factories.published_article())
    bare = changes(quote)[-1]
    factories.publish(quote)
    page = restoring(client_of(edith), quote, bare)
    assert page.status_code == 200
    assert next(iter(page.context["messages"])).level_tag == "error"
    quote.refresh_from_db()
    assert (quote.state, quote.wording) == (State.PUBLISHED, factories.NAKATANI_DE)


def test_restoring_a_version_seen_before_another_change_is_refused(changed_twice, edith, client_of):
    page = restoring(
        client_of(edith), changed_twice, changes(changed_twice)[1], _version="2020-01-01T00:00:00"
    )
    assert "This was changed meanwhile." in page.content.decode()


@pytest.mark.parametrize("at", ["", "gestern", "2025-09-08", "1999-01-01T00:00:00+00:00"])
def test_a_version_that_never_was_is_refused(at, changed_twice, edith, client_of):
    page = restoring(client_of(edith), changed_twice, changes(changed_twice)[1], at=at)
    assert next(iter(page.context["messages"])).level_tag == "error"


def test_a_contributor_sees_the_history_and_restores_nothing(changed_twice, carl, client_of):
    page = client_of(carl).get(url(changed_twice, "history"))
    assert page.status_code == 200
    assert 'name="at"' not in page.content.decode()
    answer = client_of(carl).post(url(changed_twice, "restore"), {"at": "x"})
    assert answer.status_code == 403


def test_a_deleted_users_name_stays(changed_twice, rosa, edith, ada, client_of):
    answer = client_of(ada).post(reverse("admin:auth_user_delete", args=[rosa.pk]), {"post": "yes"})
    assert answer.status_code == 302
    page = client_of(edith).get(url(changed_twice, "history"))
    assert page.context["changes"][0].who == "rosa"


def test_markup_in_values_and_reasons_is_shown_as_text(edith, client_of, edited):
    quote = factories.published_quote()
    edited(client_of(edith), url(quote), addressee="<b>alle</b>", reason="<i>so</i>")
    page = client_of(edith).get(url(quote, "history")).content.decode()
    assert "&lt;b&gt;alle&lt;/b&gt;" in page
    assert "<i>so</i>" not in page
