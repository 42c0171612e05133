"""Captures in the admin: asked for in one box, followed, corrected, kept or put away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from quotes.admin.origin_forms import OriginForm
from quotes.ingest import capturing
from quotes.ingest.said import Said
from quotes.models import Article, Capture, CaptureMethod, CaptureState, Outlet
from tests import factories
from tests.admin.capture_pages import ADD, TEXT, URL, filled, page_of

pytestmark = pytest.mark.django_db

PAGE = f'<!doctype html><html lang="de"><body><article><p>{TEXT}</p></article></body></html>'


def test_the_first_page_takes_an_address(carls):
    page = carls.get("/admin/").content.decode()
    assert f'action="{ADD}"' in page
    answer = carls.post(ADD, {"given": URL})
    capture = Capture.objects.get()
    assert (capture.url, capture.state) == (URL, CaptureState.WAITING)
    assert answer["Location"] == page_of(capture)


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("www.example.org/artikel", "https://www.example.org/artikel"),
        (" example.org \n", "https://example.org/"),
        ("HTTP://Example.org/a b".replace(" ", "%20"), "http://example.org/a%20b"),
    ],
)
def test_an_address_is_known_by_its_looks(carls, given, url):
    carls.post(ADD, {"given": given})
    assert Capture.objects.get().url == url


def test_it_takes_a_text(carls):
    carls.post(ADD, {"given": TEXT, "url": URL})
    capture = Capture.objects.get()
    assert (capture.method, capture.url, capture.text) == (CaptureMethod.PASTED, URL, TEXT)


@pytest.mark.parametrize(
    ("name", "content", "method"),
    [
        ("artikel.html", PAGE.encode(), CaptureMethod.UPLOADED),
        ("artikel.htm", PAGE.encode("cp1252", "xmlcharrefreplace"), CaptureMethod.UPLOADED),
        ("artikel.txt", TEXT.encode(), CaptureMethod.PASTED),
        ("artikel.txt", TEXT.encode("utf-16"), CaptureMethod.PASTED),
    ],
)
def test_it_takes_a_file_in_whatever_character_set(carls, name, content, method):
    carls.post(ADD, {"file": SimpleUploadedFile(name, content)})
    capture = Capture.objects.get()
    assert capture.method == method
    assert "„Geduldig Vertrauen aufzubauen" in capture.text


def test_the_source_of_a_page_is_read_as_a_page(carls):
    carls.post(ADD, {"given": PAGE})
    assert Capture.objects.get().method == CaptureMethod.UPLOADED


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"given": ""}, "Give an address or a text."),
        ({"given": "ftp://example.org/a"}, "nothing else is fetched"),
        ({"given": "http://anna:geheim@example.org/"}, "holds a user name or a password"),
        ({"given": "ein\x00Text mit Worten"}, "cannot be stored"),
        ({"given": "… — …"}, "paste its text"),
        ({"given": TEXT, "url": "ftp://x"}, "nothing else is fetched"),
    ],
)
def test_bad_input_is_explained_and_stays(carls, data, sentence):
    page = carls.post(ADD, data)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert page.context["form"]["given"].value() == data["given"]
    assert not Capture.objects.exists()


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"PK\x03\x04", b"\x00\x01\x02", b"  ", b""])
def test_a_file_that_is_no_text_is_refused(carls, content):
    page = carls.post(ADD, {"file": SimpleUploadedFile("artikel.html", content)})
    assert page.context["form"].errors["file"]
    assert not Capture.objects.exists()


# The page of a capture


def test_while_it_waits_the_page_asks_and_can_be_asked(carls):
    capture = factories.CaptureFactory()
    page = carls.get(page_of(capture)).content.decode()
    assert f'data-progress-url="{page_of(capture, "progress")}"' in page
    assert "Look again" in page
    assert carls.get(page_of(capture, "progress")).json() == {
        "state": "waiting",
        "says": "waits for its turn",
        "done": False,
    }


def test_when_it_is_read_the_progress_is_done(carls, capture):
    answer = carls.get(page_of(capture, "progress"))
    assert answer.json()["done"]
    assert "no-store" in answer["Cache-Control"]


def test_a_refusal_says_why_and_offers_other_ways(carls):
    capture = factories.CaptureFactory(
        state=CaptureState.REFUSED, reason="status", reading={"refused": {"status": 404}}
    )
    page = carls.get(page_of(capture)).content.decode()
    assert "There is no such page (status 404)." in page
    assert "Try again" in page
    assert "Paste the text instead" in page
    carls.post(page_of(capture, "step"), {"_step": "again"})
    capture.refresh_from_db()
    assert capture.state == CaptureState.WAITING


def test_it_shows_what_was_read_and_where(carls, capture):
    page = carls.get(page_of(capture))
    form = page.context["form"]
    assert form["language"].value() == "de"
    assert form.read_in("language") == "read in the text"
    assert form["url"].value() == URL
    assert "told by the address" in page.content.decode()
    assert [origin["text"].value() for origin in form.origins] == ["(Quelle: AFP)", "Laut VNA"]
    assert all(origin["kept"].value() for origin in form.origins)


def test_what_is_corrected_is_kept(carls, capture):
    data = filled(
        carls,
        capture,
        headline="Treffen in Seoul",
        new_outlet="Beispielzeitung",
        published_on="2025-09-09",
    )
    answer = carls.post(page_of(capture), data)
    article = Article.objects.get()
    assert answer.status_code == 302
    assert (article.headline, article.outlet.name) == ("Treffen in Seoul", "Beispielzeitung")
    assert (article.published_on, article.language, article.url) == ("2025-09-09", "de", URL)
    assert article.snapshots.get().text == TEXT
    assert [credit.text for credit in article.credits.all()] == ["(Quelle: AFP)"]
    assert [hop.evidence for hop in article.hops.all()] == ["Laut VNA"]
    page = carls.get(page_of(capture)).content.decode()
    assert "Kept, with 1 passage that may be a quote." in page


def test_an_origin_that_is_not_ticked_is_not_kept_and_one_may_change_its_kind(carls, capture):
    data = filled(
        carls,
        capture,
        new_outlet="Beispielzeitung",
        **{"origins-0-kept": None, "origins-1-kind": "agency", "origins-1-source": ""},
    )
    carls.post(page_of(capture), data)
    [credit] = Article.objects.get().credits.all()
    assert (credit.text, credit.kind, credit.outlet) == ("Laut VNA", "agency", None)


def test_a_known_outlet_is_chosen_already(carls, carl):
    outlet = factories.OutletFactory(homepage="https://example.org")
    capture = capturing.request(carl, text=TEXT, url=URL)
    page = carls.get(page_of(capture))
    assert page.context["form"]["outlet"].value() == outlet.pk
    assert f'<option value="{outlet.pk}" selected>' in page.content.decode()
    carls.post(page_of(capture), filled(carls, capture, outlet=outlet.pk))
    assert Article.objects.get().outlet == outlet


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"language": "deutsch!"}, "language"),
        ({"published_on": "neulich"}, "published_on"),
        ({"new_outlet": ""}, "outlet"),
        ({"archive_url": "kein Link"}, "archive_url"),
        ({"headline": "a\x00b"}, "headline"),
        ({"url": "ftp://x"}, "__all__"),
        ({"outlet": "999999"}, "outlet"),
        ({"origins-0-text": ""}, None),
    ],
)
def test_a_wrong_correction_keeps_what_was_typed(carls, capture, wrong, field):
    data = filled(carls, capture, **{"new_outlet": "Zeitung", "byline": "Von Anna", **wrong})
    page = carls.post(page_of(capture), data)
    assert page.status_code == 200
    form = page.context["form"]
    assert "Please look at what is marked" in page.content.decode()
    assert field is None or field in form.errors
    assert form["byline"].value() == "Von Anna"
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


def test_what_somebody_kept_meanwhile_is_not_kept_again(carls, capture):
    data = filled(carls, capture, new_outlet="Zeitung")
    carls.post(page_of(capture), data)
    page = carls.post(page_of(capture), data, follow=True)
    assert "Somebody kept or discarded this meanwhile." in page.content.decode()
    assert Article.objects.count() == 1


def test_it_is_discarded(carls, capture):
    carls.post(page_of(capture, "step"), {"_step": "discard"})
    capture.refresh_from_db()
    assert capture.state == CaptureState.DISCARDED
    assert "nothing of it was kept" in carls.get(page_of(capture)).content.decode()


def test_an_article_that_is_deleted_takes_its_captures_along(carls, capture, client_of, edith):
    carls.post(page_of(capture), filled(carls, capture, new_outlet="Zeitung"))
    article = Article.objects.get()
    address = reverse("admin:quotes_article_delete", args=[article.pk])
    client_of(edith).post(address, {"post": "yes"})
    assert not Article.objects.exists()
    assert not Capture.objects.exists()


def test_a_capture_by_itself_is_not_deleted(capture, client_of, edith):
    page = client_of(edith).post(page_of(capture, "delete"), {"post": "yes"}, follow=True)
    assert "A capture is discarded, not deleted." in page.content.decode()
    assert Capture.objects.exists()


def test_the_kinds_of_a_credit_are_named_in_the_editors_language(capture):
    with translation.override("de"):
        kinds = dict(OriginForm().fields["kind"].choices)
        assert str(kinds["photo"]).endswith(": Foto")


# Many origins


def test_a_text_with_hundreds_of_origins_is_kept_without_correcting_any(carls, carl):
    lines = [f"Quelle: https://quelle.example/{number}" for number in range(230)]
    endless = "Quelle: https://quelle.example/" + "a" * 700
    capture = capturing.request(carl, text="\n".join([TEXT, endless, *lines]))
    data = filled(carls, capture, new_outlet="Zeitung", language="de")
    assert carls.post(page_of(capture), data).status_code == 302
    article = Article.objects.get()
    assert article.credits.count() + article.hops.count() == 200
    assert article.hops.filter(evidence=endless[:500]).exists()


def test_too_many_origins_are_refused_in_words(carls, capture):
    data = filled(carls, capture, new_outlet="Zeitung", **{"origins-TOTAL_FORMS": "201"})
    page = carls.post(page_of(capture), data)
    assert "Please submit at most 200 forms." in page.content.decode()
    assert not Article.objects.exists()


# Lists and rights


def test_the_first_page_lists_what_is_under_way(carls, capture):
    done = factories.CaptureFactory(state=CaptureState.DISCARDED)
    page = carls.get("/admin/")
    assert page.context["captures"] == [capture]
    assert page_of(capture) in page.content.decode()
    assert page_of(done) not in page.content.decode()


def test_the_list_is_filtered_by_state(carls, capture):
    factories.CaptureFactory()
    listed = carls.get("/admin/quotes/capture/?state__exact=read")
    assert [row.pk for row in listed.context["cl"].result_list] == [capture.pk]


def test_who_may_not_capture_is_turned_away(client_of, capture, django_user_model):
    client = client_of(django_user_model.objects.create_user("x", is_staff=True))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"given": TEXT}).status_code == 403
    assert client.get(page_of(capture)).status_code == 403
    assert client.post(page_of(capture), {}).status_code == 403
    assert client.post(page_of(capture, "step"), {"_step": "discard"}).status_code == 403
    assert client.get(page_of(capture, "progress")).status_code == 404
    assert "queue-capture" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("key", ["0", "999999", "x", "٣", "9" * 30])
def test_what_is_not_there_is_said_to_be_gone(carls, key):
    page = carls.get(f"/admin/quotes/capture/{key}/change/", follow=True)
    assert "Perhaps it was deleted?" in page.content.decode()
    assert carls.get(f"/admin/quotes/capture/{key}/progress/").status_code == 404


def test_what_a_page_says_is_never_taken_for_markup(carls, carl):
    evil = "<script>alert(1)</script>"
    text = f"{evil} „Geduldig Vertrauen aufzubauen ist nötig“, sagte er.\nQuelle: {evil}"
    capture = capturing.request(carl, text=text)
    Capture.objects.filter(pk=capture.pk).update(
        reading={**capture.reading, "headline": evil, "outlet": evil}
    )
    for address in (page_of(capture), "/admin/", "/admin/quotes/capture/"):
        assert evil not in carls.get(address).content.decode()


def test_what_was_said_when_it_was_asked_for_is_told_apart_from_what_was_read(carl, carls):
    said = Said(headline="Gespräche in Seoul", extent="excerpt")
    page = carls.get(page_of(capturing.request(carl, text=TEXT, said=said)))
    form = page.context["form"]
    assert form["headline"].value() == "Gespräche in Seoul"
    assert form["extent"].value() == "excerpt"
    assert form.read_in("headline") == "said when it was asked for"
    assert form.read_in("language") == "read in the text"
