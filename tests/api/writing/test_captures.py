"""Captures through the API: asked for, followed, refused, seen by whom they concern."""

import pytest
from django.contrib.auth.models import Permission
from procrastinate.contrib.django.models import ProcrastinateJob

from quotes.api.writing import asking
from quotes.api.writing.newest_first import PAGE as PAGE_SIZE
from quotes.ingest import capturing, fetching
from quotes.ingest.keeping import as_read, keep
from quotes.ingest.tasks import capture as job
from quotes.models import Article, Capture, CaptureState
from tests import factories
from tests.api.resource_tests import check_against_schema, problem

from .conftest import Tool, places

pytestmark = pytest.mark.django_db

CAPTURES = "/api/v1/captures/"
URL = "https://www.example.org/artikel"
TEXT = (
    "Treffen der Minister\n\n„Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen“,"
    " sagte Gen Nakatani nach den Gesprächen gegenüber Reportern.\n\nLaut VNA"
)
PAGE = (
    '<!doctype html><html lang="de"><head><title>Treffen in Seoul</title>'
    '<meta property="article:published_time" content="2025-09-09T10:00:00+02:00">'
    f"</head><body><article><h1>Treffen in Seoul</h1><p>{TEXT * 3}</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def nothing_is_fetched(monkeypatch):
    """Whatever is asked for, an answer of the API fetches nothing."""

    def fetched(*args, **options):
        raise AssertionError("A page was fetched.")

    monkeypatch.setattr(fetching, "fetch", fetched)


def seen(tool, made):
    """The capture as its address tells it, which is as the schema says."""
    answer = tool.get(made.headers["Location"])
    assert answer.status_code == 200
    check_against_schema(answer.json(), "Capture")
    return answer.json()


def test_an_address_waits_for_the_job_that_fetches_it(ediths, edith):
    made = ediths.post(CAPTURES, {"url": f"{URL}#absatz"})
    assert made.status_code == 202
    capture = Capture.objects.get()
    assert (capture.state, capture.requested_by) == (CaptureState.WAITING, edith)
    assert made.headers["Location"] == f"http://testserver{CAPTURES}{capture.pk}/"
    assert ProcrastinateJob.objects.get().args == {"capture_id": capture.pk}
    told = seen(ediths, made)
    assert told == made.json()
    assert (told["state"], told["url"], told["source_url"]) == ("waiting", URL, None)
    assert (told["method"], told["requested_by"]) == ("fetched", "edith")
    assert told["read"] is told["refusal"] is told["article"] is told["snapshot"] is None
    assert told["admin_url"].endswith(f"/admin/quotes/capture/{capture.pk}/change/")


def test_a_text_is_read_at_once(ediths):
    made = ediths.post(CAPTURES, {"text": TEXT, "source_url": URL})
    assert made.status_code == 201
    told = seen(ediths, made)
    assert (told["state"], told["method"]) == ("read", "pasted")
    assert (told["url"], told["source_url"], told["read"]["url"]) == (None, URL, URL)
    read = told["read"]
    assert (read["text"], read["language"], read["headline"]) == (
        TEXT,
        "de",
        "Treffen der Minister",
    )
    assert (read["found_in"]["language"], read["found_in"]["byline"]) == ("text", None)
    assert (read["outlet"], read["outlet_name"]) == (None, "example.org")
    [origin] = read["origins"]
    assert (origin["kind"], origin["about"], origin["text"]) == ("hop", None, "Laut VNA")
    assert read["unchanged"] is False
    assert not ProcrastinateJob.objects.exists()


def test_the_source_of_a_page_is_read_at_once(ediths):
    made = ediths.post(CAPTURES, {"html": PAGE, "source_url": URL})
    assert made.status_code == 201
    told = seen(ediths, made)
    assert (told["method"], told["read"]["headline"]) == ("uploaded", "Treffen in Seoul")
    assert told["read"]["published_on"] == {
        "edtf": "2025-09-09",
        "earliest": "2025-09-09",
        "latest": "2025-09-09",
    }


def test_what_is_said_of_the_text_goes_before_what_is_read(ediths, edith):
    outlet = factories.OutletFactory(name="Beispielzeitung")
    said = {
        "headline": "Gespräche in Seoul",
        "byline": "Anna Beispiel",
        "published_on": {"edtf": "2025-09"},
        "language": "de-AT",
        "genre": "interview",
        "outlet": outlet.pk,
        "archive_url": "https://archive.example/1",
        "extent": "excerpt",
    }
    made = ediths.post(CAPTURES, {"html": PAGE, **said})
    read = seen(ediths, made)["read"]
    dates = {"earliest": "2025-09-01", "latest": "2025-09-30"}
    assert {name: read[name] for name in said} == {
        **said,
        "published_on": {"edtf": "2025-09", **dates},
    }
    assert {read["found_in"][name] for name in ("headline", "published_on", "outlet")} == {"said"}
    keep(Capture.objects.get(), as_read(Capture.objects.get()), edith)
    article = Article.objects.get()
    assert (article.outlet, article.published_on) == (outlet, "2025-09")
    assert article.snapshots.get().extent == "excerpt"


def test_an_outlet_is_named_by_its_name_too(ediths):
    known = factories.OutletFactory(name="Beispielzeitung")
    for name, found in (("beispielzeitung", known.pk), ("Nie gehört", None)):
        made = ediths.post(CAPTURES, {"text": TEXT, "source_url": URL, "outlet_name": name})
        assert made.json()["read"]["outlet"] == found
    assert made.json()["read"]["outlet_name"] == "Nie gehört"


def test_what_is_said_of_an_address_holds_when_its_page_was_read(ediths, monkeypatch):
    made = ediths.post(CAPTURES, {"url": URL, "headline": "Gespräche in Seoul"})
    page = capturing.read_page(PAGE, URL)
    monkeypatch.setattr(capturing, "read_at", lambda url: page)
    capturing.run(Capture.objects.get())
    told = seen(ediths, made)
    assert (told["state"], told["read"]["headline"]) == ("read", "Gespräche in Seoul")
    assert told["read"]["published_on"]["edtf"] == "2025-09-09"


def test_an_article_is_captured_again(ediths, edith):
    first = ediths.post(CAPTURES, {"text": TEXT, "language": "de", "outlet_name": "VNA"})
    snapshot = keep(Capture.objects.get(), as_read(Capture.objects.get()), edith)
    kept = seen(ediths, first)
    article = f"http://testserver/api/v1/articles/{snapshot.article_id}/"
    assert kept["state"] == "kept"
    assert kept["article"] == {"id": snapshot.article_id, "api_url": article}
    assert kept["snapshot"]["id"] == snapshot.pk
    assert str(snapshot.pk) in kept["snapshot"]["workbench_url"]
    again = ediths.post(CAPTURES, {"text": TEXT, "article": snapshot.article_id})
    told = seen(ediths, again)
    assert (told["state"], told["read"]["unchanged"]) == ("kept", True)
    assert told["snapshot"] == kept["snapshot"]


@pytest.mark.parametrize(
    ("reason", "values", "sentence"),
    [
        ("robots", {"host": "example.org"}, "robots.txt"),
        ("status", {"status": 404}, "status 404"),
        ("no_text", {"number": 0}, "paste its text"),
        ("fault", {}, "Something went wrong here"),
    ],
)
def test_a_refusal_has_a_code_and_a_sentence(ediths, reason, values, sentence):
    capture = factories.CaptureFactory(
        state="refused", reason=reason, reading={"refused": values}, detail="auf Deutsch"
    )
    told = ediths.get(f"{CAPTURES}{capture.pk}/").json()
    check_against_schema(told, "Capture")
    assert told["state"] == "refused"
    assert told["refusal"]["reason"] == reason
    assert sentence in told["refusal"]["detail"]


def test_no_address_of_an_inner_network_is_told(ediths, monkeypatch):
    made = ediths.post(CAPTURES, {"url": "http://intern.example/"})

    def refuse(url):
        raise fetching.Refused(
            fetching.Reason.ADDRESS_NOT_PUBLIC, host="intern.example", address="10.1.2.3"
        )

    monkeypatch.setattr(capturing, "read_at", refuse)
    capturing.run(Capture.objects.get())
    answer = ediths.get(made.headers["Location"])
    assert answer.json()["refusal"] == {
        "reason": "address_not_public",
        "detail": "intern.example does not lead to an address of the public internet.",
    }
    assert "10.1.2.3" not in answer.content.decode()


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({}, {""}),
        ({"source_url": URL}, {""}),
        ({"url": URL, "text": TEXT}, {"/text"}),
        ({"url": URL, "html": PAGE, "text": TEXT}, {"/html", "/text"}),
        ({"url": URL, "source_url": URL}, {"/source_url"}),
        ({"url": ""}, {"/url"}),
        ({"url": 5}, {"/url"}),
        ({"url": None}, {"/url"}),
        ({"url": "ftp://example.org/"}, {"/url"}),
        ({"url": "javascript:alert(1)"}, {"/url"}),
        ({"url": "http://anna:geheim@example.org/"}, {"/url"}),
        ({"url": "http://example.org/" + "a" * 2000}, {"/url"}),
        ({"text": TEXT, "source_url": "file:///etc/passwd"}, {"/source_url"}),
        ({"text": " \n "}, {"/text"}),
        ({"text": "… — …", "source_url": URL}, {"/text"}),
        ({"text": "ein\x00Text"}, {"/text"}),
        ({"text": "a " * 800_000}, {"/text"}),
        ({"html": "<html><body></body></html>"}, {"/html"}),
        ({"text": TEXT, "language": "Deutsch!"}, {"/language"}),
        ({"text": TEXT, "published_on": {"edtf": "gestern"}}, {"/published_on/edtf"}),
        ({"text": TEXT, "published_on": "2025-09-09"}, {"/published_on"}),
        ({"text": TEXT, "genre": "poem", "extent": "half"}, {"/genre", "/extent"}),
        ({"text": TEXT, "outlet": 10**6, "article": 10**6}, {"/outlet", "/article"}),
        ({"text": TEXT, "archive_url": "ftp://x.example/"}, {"/archive_url"}),
        ({"text": TEXT, "archive_url": "https://anna:geheim@x.example/"}, {"/archive_url"}),
        ({"outlet": 5, "outlet_name": "VNA"}, {"", "/outlet", "/outlet_name"}),
        ({"text": TEXT, "headline": "a" * 501}, {"/headline"}),
        ({"text": TEXT, "state": "kept", "requested_by": "rosa"}, {"/state", "/requested_by"}),
    ],
)
def test_every_wrong_member_is_named(ediths, body, pointers):
    found = places(ediths.post(CAPTURES, body))
    assert set(found) == pointers
    assert all(found.values())
    assert not Capture.objects.exists()
    assert not ProcrastinateJob.objects.exists()


def test_valid_values_are_named(ediths):
    found = places(ediths.post(CAPTURES, {"text": TEXT, "genre": "poem", "colour": "red"}))
    assert "interview" in found["/genre"]
    assert "source_url" in found["/colour"]
    assert "geheim" not in str(places(ediths.post(CAPTURES, {"url": "http://a:geheim@b.org"})))


def test_an_outlet_is_named_once(ediths):
    body = {"text": TEXT, "outlet": factories.OutletFactory().pk, "outlet_name": "VNA"}
    assert "/outlet_name" in places(ediths.post(CAPTURES, body))


def test_a_page_is_as_large_as_a_file_may_be(ediths, monkeypatch):
    large = {"html": f"{PAGE}<!--{' ' * 3_000_000}-->"}
    assert ediths.post(CAPTURES, large).status_code == 201
    monkeypatch.setattr(asking, "LARGEST_FILE", 1_000_000)
    assert "1000000 characters" in places(ediths.post(CAPTURES, large))["/html"]
    too_large = problem(ediths.post(CAPTURES, b'{"html": "' + b"x" * 20_000_000 + b'"}'), 413)
    assert "20000000 bytes" in too_large["detail"]


def test_the_same_key_captures_once(ediths):
    first = ediths.post(CAPTURES, {"url": URL}, Idempotency_Key="k")
    again = ediths.post(CAPTURES, {"url": URL}, Idempotency_Key="k")
    assert (again.status_code, again.content) == (202, first.content)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.headers["Location"] == first.headers["Location"]
    assert Capture.objects.count() == ProcrastinateJob.objects.count() == 1
    assert ediths.post(CAPTURES, {"text": TEXT}, Idempotency_Key="k").status_code == 422


def test_history_names_the_token(ediths, edith):
    ediths.post(CAPTURES, {"text": TEXT})
    context = Capture.pgh_event_model.objects.latest("pgh_created_at").pgh_context
    assert (context["user"], context["token_name"]) == (edith.pk, "Redaktionssystem")


def test_who_may_not_see_captures_sees_his_own_alone(tool, django_user_model, edith):
    user = django_user_model.objects.create_user("udo", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="add_capture"))
    udos, ediths = tool(user, "drafts:write"), tool(edith, "drafts:write")
    own = udos.post(CAPTURES, {"text": TEXT})
    other = ediths.post(CAPTURES, {"url": URL}).headers["Location"]
    assert udos.get(own.headers["Location"]).status_code == 200
    assert udos.get(other).json()["detail"] == udos.get(f"{CAPTURES}4711/").json()["detail"]
    assert udos.get(other).status_code == 404
    assert [row["id"] for row in udos.get(CAPTURES).json()["results"]] == [own.json()["id"]]
    assert len(ediths.get(CAPTURES).json()["results"]) == 2
    article = factories.draft_article()
    for pk in (article.pk, 10**6):
        denied = problem(udos.post(CAPTURES, {"text": TEXT, "article": pk}), 403)
        assert "view_article" in denied["detail"]


def test_nobody_captures_who_may_not_in_the_admin(tool, django_user_model):
    nobody = django_user_model.objects.create_user("niemand", is_staff=True)
    answer = tool(nobody, "published:write").post(CAPTURES, {"url": URL})
    assert "add_capture" in problem(answer, 403)["detail"]
    assert not Capture.objects.exists()


def test_the_list_is_narrowed_by_state(ediths):
    waiting = ediths.post(CAPTURES, {"url": URL}).json()
    read = ediths.post(CAPTURES, {"text": TEXT}).json()
    everything = ediths.get(CAPTURES).json()
    check_against_schema(everything, "CapturePage")
    assert [row["id"] for row in everything["results"]] == [read["id"], waiting["id"]]
    assert [row["title"] for row in everything["results"]] == ["Treffen der Minister", URL]
    for state, found in (("waiting", [waiting]), ("read", [read]), ("refused", [])):
        rows = ediths.get(f"{CAPTURES}?state={state}").json()["results"]
        assert [row["id"] for row in rows] == [each["id"] for each in found]
    refused = problem(ediths.get(f"{CAPTURES}?state=done"), 400)
    assert "waiting, fetching, read, kept, refused, discarded" in refused["detail"]
    assert refused["valid_parameters"] == ["cursor", "state"]


def test_the_list_is_read_page_by_page(ediths):
    made = [factories.CaptureFactory().pk for _ in range(PAGE_SIZE + 2)]
    first = ediths.get(f"{CAPTURES}?state=waiting").json()
    second = ediths.get(first["next"]).json()
    assert "state=waiting" in first["next"]
    assert second["next"] is None
    found = [row["id"] for page in (first, second) for row in page["results"]]
    assert found == sorted(made, reverse=True)
    for wrong in ("x", "0", "9" * 30):
        assert problem(ediths.get(f"{CAPTURES}?cursor={wrong}"), 400)


def test_a_list_asks_as_often_for_many_as_for_one(ediths, django_assert_num_queries):
    outlet = factories.OutletFactory()
    for _ in range(3):
        ediths.post(CAPTURES, {"text": TEXT, "outlet": outlet.pk})
        # The token, its account’s rights (two), the captures.
        with django_assert_num_queries(4):
            ediths.get(CAPTURES)


def test_manners(ediths):
    made = ediths.post(CAPTURES, {"url": URL})
    for answer in (made, ediths.get(CAPTURES), ediths.get(made.headers["Location"])):
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "Authorization" in answer.headers["Vary"]
        assert answer.headers["RateLimit"].startswith('"address";r=')
    assert ediths.ask("OPTIONS", CAPTURES).headers["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert problem(ediths.post(f"{CAPTURES}?url={URL}", {"url": URL}), 400)
    assert problem(ediths.get(CAPTURES, Accept="text/csv"), 406)
    for wrong in ("0", "x", "9" * 30, "1.5"):
        assert ediths.get(f"{CAPTURES}{wrong}/").status_code == 404
    assert problem(Tool(None).get(made.headers["Location"]), 401)


def test_a_job_that_is_not_worked_on_opens_nothing(ediths):
    """The tests have no worker: a job is a row, and the task is called by nobody."""
    assert ediths.post(CAPTURES, {"url": "http://127.0.0.1:1/"}).status_code == 202
    assert ProcrastinateJob.objects.get().task_name == job.name
    assert ProcrastinateJob.objects.get().status == "todo"
