"""``manage.py capture``: prints what was read, keeps it on request, and says why not."""

import io
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from quotes.ingest import fetching
from quotes.models import Article, Capture
from tests.factories import OutletFactory
from tests.ingest.internet import answer

from .test_capturing import PAGE, TEXT, URL

pytestmark = pytest.mark.django_db


@pytest.fixture
def web(internet, monkeypatch):
    internet.pages["example.org/artikel"] = answer(PAGE)
    monkeypatch.setattr(fetching, "fetch", lambda url, allowed: internet.fetch(url))
    return internet


def capture(*arguments, **options):
    said = io.StringIO()
    call_command("capture", *arguments, stdout=said, **options)
    return said.getvalue()


def test_it_prints_what_a_page_says_and_where_and_keeps_nothing(web):
    said = capture(URL)
    for line in (
        "headline: Treffen in Seoul",
        "language: de",
        "outlet: Beispielzeitung",
        "published_on: 2025-09-09",
        f"url: {URL}",
        "hop: Laut VNA",
    ):
        assert line in said
    assert "„Geduldig Vertrauen aufzubauen" in said
    assert not Capture.objects.exists()


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE), ("a.txt", TEXT)])
def test_it_reads_a_file(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert "„Geduldig Vertrauen aufzubauen" in capture(str(tmp_path / name))


def test_it_reads_the_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert "language: de" in capture("-")


@pytest.mark.parametrize(
    ("source", "code", "reason"),
    [
        ("http://example.org/fort", 3, "Not read (status): There is no such page"),
        ("http://intern.example/", 3, "Not read (address_not_public)"),
        ("http://example.org/" + "a" * 300, 3, "Not read (status)"),
        ("ftp://example.org/", 3, "Not read (not_http)"),
        ("keine Datei", 2, "There is no file"),
    ],
)
def test_it_says_why_nothing_was_read(web, source, code, reason):
    web.names["intern.example"] = ["127.0.0.1"]
    with pytest.raises(CommandError) as error:
        capture(source)
    assert error.value.returncode == code
    assert reason in str(error.value)


def test_a_file_that_is_no_text_has_a_reason(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(CommandError, match=r"Not read \(content_type\)") as error:
        capture(str(tmp_path / "a.pdf"))
    assert error.value.returncode == 3


def test_it_keeps_what_was_read_in_somebodys_name(web, edith, jobs):
    said = capture(
        URL, "--keep", "--user", "edith", "--outlet", "Die Zeitung", "--genre", "opinion"
    )
    article = Article.objects.get()
    assert said.startswith(f"kept: article {article.pk}, snapshot")
    assert (article.outlet.name, article.genre, article.language) == (
        "Die Zeitung",
        "opinion",
        "de",
    )
    assert article.history.get().pgh_context["user"] == edith.pk
    assert article.snapshots.get().candidates.count() == 1
    assert jobs() == []


def test_kept_again_it_is_unchanged(web, edith):
    outlet = OutletFactory(name="Die Zeitung")
    capture(URL, "--keep", "--user", "edith", "--outlet", "die zeitung")
    article = Article.objects.get()
    assert article.outlet == outlet
    assert capture(URL, "--keep", "--user", "edith") == f"unchanged: article {article.pk}\n"
    assert article.snapshots.count() == 1


def test_what_cannot_be_kept_says_why_and_leaves_nothing_under_way(web, edith):
    with pytest.raises(CommandError, match="Not kept: ") as error:
        capture(URL, "--keep", "--user", "edith", "--language", "deutsch!")
    assert error.value.returncode == 4
    assert not Article.objects.exists()
    assert Capture.objects.get().state == "discarded"


@pytest.mark.parametrize(
    "options", [["--keep"], ["--user", "edith"], ["--keep", "--user", "nobody"]]
)
def test_wrong_options_are_told(web, edith, options):
    with pytest.raises(CommandError) as error:
        capture(URL, *options)
    assert error.value.returncode == 2
