"""Quotes are written with who said them and where they stand; passages are found or refused."""

import pytest

from quotes.editorial.history import changes
from quotes.editorial.refusals import InEachOthersWay
from quotes.models import Quote, State
from tests import factories
from tests.factories import ARTICLE_DE, NAKATANI_DE, NAKATANI_JA

from .conftest import places

pytestmark = pytest.mark.django_db

QUOTES = "/api/v1/quotes/"


@pytest.fixture
def body():
    tenure = factories.TenureFactory()
    snapshot = factories.draft_article().snapshots.get()
    return {
        "said_on": {"edtf": "2025-09-08", "basis": "stated"},
        "event": factories.EventFactory().pk,
        "addressee": "Reporter",
        "topics": [factories.TopicFactory().pk],
        "attributions": [
            {"speaker": tenure.speaker_id, "tenure": tenure.pk, "name_as_printed": "Nakatani"}
        ],
        "occurrences": [
            {"snapshot": snapshot.pk, "language": "de", "segments": [{"exact": NAKATANI_DE}]}
        ],
    }


def test_a_quote_is_made_whole_and_answered_with_its_address_and_version(ediths, edith, body):
    answer = ediths.post(QUOTES, {**body, "reason": "aus der Agentur"})
    assert answer.status_code == 201, answer.content
    quote = Quote.objects.get()
    assert answer.headers["Location"] == f"http://testserver/api/v1/quotes/{quote.pk}/"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert (quote.state, quote.wording, quote.language) == (State.DRAFT, NAKATANI_DE, "de")
    assert (quote.said_on, quote.said_on_basis) == ("2025-09-08", "stated")
    told = answer.json()
    assert told["said_on"]["earliest"] == "2025-09-08"
    [occurrence] = told["occurrences"]
    assert occurrence["preferred"] is True
    [segment] = occurrence["segments"]
    assert ARTICLE_DE[segment["start"] : segment["end"]] == segment["exact"] == NAKATANI_DE
    [change] = changes(quote)
    assert (change.user_id, change.reason) == (edith.pk, "aus der Agentur")
    again = ediths.get(answer.headers["Location"])
    assert again.json() == told
    assert again.headers["ETag"] == answer.headers["ETag"]


def test_offsets_name_a_passage_too_and_are_compared_with_the_words(ediths, body):
    start = ARTICLE_DE.index("geduldig")
    [occurrence] = body["occurrences"]
    occurrence["segments"] = [{"start": start, "end": start + 8}]
    answer = ediths.post(QUOTES, body)
    assert answer.json()["wording"] == "geduldig"
    occurrence["segments"] = [{"start": start, "end": start + 8, "exact": "Vertrauen"}]
    assert "Other words" in places(ediths.post(QUOTES, body))["/occurrences/0/segments/0"]
    for start, end in ((0, 10**6), (5, 5), (9, 3)):
        occurrence["segments"] = [{"start": start, "end": end}]
        assert "/occurrences/0/segments/0" in places(ediths.post(QUOTES, body))
    occurrence["segments"] = [{"start": 3}]
    assert "both ends" in places(ediths.post(QUOTES, body))["/occurrences/0/segments/0"]
    assert Quote.objects.count() == 1


def test_words_beside_it_tell_which_of_several_places_is_meant(ediths, body):
    text = "Ja, sagte er. Nein. Ja, sagte sie."
    article = factories.draft_article(text=text)
    [occurrence] = body["occurrences"]
    occurrence["snapshot"] = article.snapshots.get().pk
    occurrence["segments"] = [{"exact": "Ja"}]
    assert "2 times" in places(ediths.post(QUOTES, body))["/occurrences/0/segments/0"]
    occurrence["segments"] = [{"exact": "Ja", "prefix": "Nein. "}]
    answer = ediths.post(QUOTES, body)
    assert answer.json()["occurrences"][0]["segments"][0]["start"] == text.rindex("Ja")
    occurrence["segments"] = [{"exact": "Vielleicht"}]
    assert "does not stand" in places(ediths.post(QUOTES, body))["/occurrences/0/segments/0"]


def test_an_interrupted_passage_has_several_segments(ediths, body):
    [occurrence] = body["occurrences"]
    occurrence["segments"] = [{"exact": "geduldig"}, {"exact": "„schwierigen“"}]
    answer = ediths.post(QUOTES, body)
    assert answer.status_code == 201, answer.content
    assert answer.json()["wording"] == "geduldig … schwierigen"
    occurrence["segments"].reverse()
    assert places(ediths.post(QUOTES, body))


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_saved(ediths, body):
    foreign = factories.TenureFactory()
    body["said_on"] = {"edtf": "8. September", "basis": "maybe"}
    body["event"] = 10**6
    body["topics"] = [10**7, "x"]
    body["attributions"][0]["tenure"] = foreign.pk
    body["attributions"].append({"description": ""})
    body["occurrences"][0]["segments"] = [{"exact": "steht nicht da"}]
    body["occurrences"].append({"snapshot": True, "language": "deutsch!"})
    body["colour"] = "red"
    body["state"] = "published"
    wrong = places(ediths.post(QUOTES, body))
    assert set(wrong) == {
        "/said_on/edtf",
        "/said_on/basis",
        "/event",
        "/topics/0",
        "/topics/1",
        "/attributions/0/tenure",
        "/attributions/1",
        "/occurrences/0/segments/0",
        "/occurrences/1/snapshot",
        "/occurrences/1/language",
        "/colour",
        "/state",
    }
    assert "2025-09-08" in wrong["/said_on/edtf"]
    assert "stated, derived" in wrong["/said_on/basis"]
    assert "attributions" in wrong["/colour"]
    assert not Quote.objects.exists()


@pytest.mark.parametrize(
    "said_on", [{"edtf": "2025-09-08"}, {"edtf": "2025-09-08", "basis": "unknown"}]
)
def test_a_date_of_which_nobody_says_how_it_is_known_is_refused_at_that_member(
    ediths, body, said_on
):
    errors = places(ediths.post(QUOTES, {**body, "said_on": said_on}))
    assert [*errors] == ["/said_on/basis"]
    # Which date is meant, is not known: then nothing is said of its basis.
    unread = places(ediths.post(QUOTES, {**body, "said_on": {**said_on, "edtf": 8}}))
    assert [*unread] == ["/said_on/edtf"]


def test_a_change_names_only_what_changes(ediths, edith, body):
    made = ediths.post(QUOTES, body)
    address, told = made.headers["Location"], made.json()
    answer = ediths.patch(address, {"context": "Nach den Gesprächen"}, made.headers["ETag"])
    assert answer.status_code == 200, answer.content
    assert answer.headers["ETag"] != made.headers["ETag"]
    assert answer.json() == {**told, "context": "Nach den Gesprächen"}


def test_what_was_read_can_be_sent_back_and_changes_nothing(ediths, body):
    made = ediths.post(QUOTES, body)
    quote = Quote.objects.get()
    before = len(changes(quote))
    for send in (ediths.put, ediths.patch):
        answer = send(made.headers["Location"], made.json(), made.headers["ETag"])
        assert answer.status_code == 200, answer.content
        assert answer.headers["ETag"] == made.headers["ETag"]
        assert answer.json() == made.json()
    assert len(changes(quote)) == before


def test_a_list_that_is_named_replaces_the_list_that_is_there(ediths, body):
    made = ediths.post(QUOTES, body)
    address, told = made.headers["Location"], made.json()
    japanese = factories.draft_article(language="ja", text=f"中谷氏は「{NAKATANI_JA}」と強調。")
    kept = {"id": told["occurrences"][0]["id"], "preferred": False}
    new = {
        "snapshot": japanese.snapshots.get().pk,
        "language": "ja",
        "preferred": True,
        "segments": [{"exact": NAKATANI_JA}],
        "hops": [{"kind": "quotes", "agent": "unknown", "evidence": "Laut VNA"}],
    }
    answer = ediths.patch(address, {"occurrences": [kept, new]})
    assert answer.status_code == 200, answer.content
    assert (answer.json()["wording"], answer.json()["language"]) == (NAKATANI_JA, "ja")
    first, second = answer.json()["occurrences"]
    assert first == {**told["occurrences"][0], "preferred": False}
    assert second["hops"][0]["evidence"] == "Laut VNA"
    answer = ediths.patch(address, {"occurrences": [{"id": first["id"], "preferred": True}]})
    assert answer.json()["wording"] == NAKATANI_DE
    assert len(answer.json()["occurrences"]) == 1
    answer = ediths.patch(address, {"occurrences": [], "topics": [], "attributions": []})
    assert (answer.json()["wording"], answer.json()["topics"]) == ("", [])


def test_put_empties_what_it_leaves_out(ediths, body):
    made = ediths.post(QUOTES, body)
    answer = ediths.put(made.headers["Location"], {"addressee": "niemand"})
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["addressee"], told["event"], told["topics"]) == ("niemand", None, [])
    assert told["attributions"] == told["occurrences"] == []
    assert told["said_on"]["edtf"] is None


def test_rows_of_another_quote_are_not_to_be_had(ediths, body):
    other = factories.draft_quote()
    made = ediths.post(QUOTES, body)
    for rows in (
        {"attributions": [{"id": other.attributions.get().pk, "description": "x"}]},
        {"occurrences": [{"id": other.occurrences.get().pk}]},
        {"attributions": [{"id": made.json()["attributions"][0]["id"]}] * 2},
    ):
        assert places(ediths.patch(made.headers["Location"], rows))
    assert other.attributions.get().description == ""


def test_two_preferred_occurrences_are_refused(ediths, body):
    body["occurrences"] = [{**body["occurrences"][0], "preferred": True}] * 2
    assert "not several" in places(ediths.post(QUOTES, body))["/occurrences/1/preferred"]


def test_links_to_statements_and_quotes_are_written(ediths, body):
    statement, other = factories.draft_statement(), factories.draft_quote()
    provision = statement.provisions.first()
    body["statements"] = [{"kind": "states", "statement": statement.pk, "provision": provision.pk}]
    body["relations"] = [{"kind": "answers", "quote": other.pk}]
    answer = ediths.post(QUOTES, body)
    assert answer.status_code == 201, answer.content
    assert answer.json()["statements"][0]["provision"] == provision.pk
    assert answer.json()["relations"][0]["quote"] == other.pk
    body["statements"][0]["statement"] = factories.draft_statement().pk
    assert "/statements/0/provision" in places(ediths.post(QUOTES, body))


def test_a_rule_of_the_database_is_told_at_its_row(ediths, body):
    body["attributions"] *= 2
    refused = places(ediths.post(QUOTES, body))
    assert refused == {"/attributions/1": "This speaker is named already."}


def test_who_was_in_the_way_of_somebody_else_is_told_to_try_again(ediths, body, monkeypatch):
    def given_up(*_arguments, **_options):
        raise InEachOthersWay

    monkeypatch.setattr(Quote, "save", given_up)
    answer = ediths.post("/api/v1/quotes/", body)
    assert answer.status_code == 409
    assert "Nothing of yours was changed: try again." in answer.json()["detail"]


def test_another_text_asks_for_the_place_of_the_passage(ediths, body):
    made = ediths.post(QUOTES, body)
    row = {"id": made.json()["occurrences"][0]["id"]}
    other = factories.draft_article().snapshots.get().pk
    asked = {"occurrences": [{**row, "snapshot": other}]}
    assert "/occurrences/0/segments" in places(ediths.patch(made.headers["Location"], asked))
    asked["occurrences"][0]["segments"] = [{"exact": "geduldig"}]
    answer = ediths.patch(made.headers["Location"], asked)
    assert answer.json()["wording"] == "geduldig"


def test_a_draft_is_sent_to_review_and_no_further(ediths, body):
    made = ediths.post(QUOTES, body)
    submit = f"{made.headers['Location']}submit/"
    assert ediths.ask("POST", submit).status_code == 428
    answer = ediths.ask("POST", submit, {"reason": "fertig"}, made.headers["ETag"])
    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == "in_review"
    assert changes(Quote.objects.get())[0].reason == "fertig"
    assert places(ediths.ask("POST", submit, None, answer.headers["ETag"]), 409)


def test_a_tool_reads_lists_and_items_with_their_parameters_as_any_reader_does(ediths, client):
    quote = factories.published_quote(language="de")
    factories.published_quote(language="fr")
    for address in (f"{QUOTES}?language=de&count=true", f"{QUOTES}{quote.pk}/?expand=occurrences"):
        assert ediths.get(address).content == client.get(address).content
    hop = factories.HopFactory(article=factories.published_article())
    for address in ("/api/v1/hops/?count=true", f"/api/v1/hops/{hop.pk}/"):
        assert ediths.get(address).content == client.get(address).content
    answer = ediths.get(f"{QUOTES}?colour=red")
    assert answer.status_code == 400
    assert "language" in answer.json()["valid_parameters"]


def test_what_was_made_is_there_and_what_was_deleted_is_not(edith, tool, body):
    mine = tool(edith, "drafts:read", "drafts:write")
    address = mine.post(QUOTES, body).headers["Location"]
    assert mine.get(address).status_code == 200
    assert mine.delete(address).status_code == 204
    assert mine.get(address).status_code == 404
    assert mine.delete(address).status_code == 404
