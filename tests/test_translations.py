"""The German interface: complete, compiled, and what a German reader really sees.

After a change of words, with gettext installed: ``manage.py makemessages -l de --no-obsolete
--no-wrap --add-location file -i "tests/*" -i "var/*"``, fill in the German by hand,
``manage.py compilemessages -l de -i .venv``, and commit both files.
"""

import gettext
import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from babel.messages import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from quotes.admin.djangos_words import WITHOUT_GERMAN

from .factories import draft_quote, published_quote, published_statement

GERMAN = settings.BASE_DIR / "quotes" / "locale" / "de" / "LC_MESSAGES"
# Where words for people stand.
SOURCES = ("config", "quotes", "templates")
MAKEMESSAGES = {"no_obsolete": True, "no_wrap": True, "add_location": "file", "verbosity": 0}

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd%]|\{\w*\}")
_SHORTEST_TELLING = 4


def catalog_at(folder: Path) -> Catalog:
    with (folder / "django.po").open("rb") as file:
        return read_po(file, locale="de")


@pytest.fixture(scope="module")
def german() -> Catalog:
    return catalog_at(GERMAN)


def entries(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Singular and plural of a message, or its one form."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def identity(message: Message) -> tuple[str | None, str]:
    """What a message is found by. Of a compiled file Babel gives the context as bytes."""
    context: str | bytes | None = message.context
    if isinstance(context, bytes):
        context = context.decode()
    return context, forms(message.id)[0]


# The files


def test_every_string_has_its_german(german):
    untranslated = [
        identity(message) for message in entries(german) if not all(forms(message.string))
    ]

    assert not untranslated


def test_no_german_is_a_guess_of_the_tools(german):
    assert not [identity(message) for message in entries(german) if message.fuzzy]


def test_placeholders_are_the_same_in_both_languages(german):
    for message in entries(german):
        wanted = sorted(_PLACEHOLDER.findall(forms(message.id)[-1]))

        for translation in forms(message.string):
            assert sorted(_PLACEHOLDER.findall(translation)) == wanted, translation


def test_german_has_german_quotation_marks(german):
    foreign = re.compile(r"”|\"|“(?=\w)|(?<!\w)'|'(?!\w)")

    for message in entries(german):
        for translation in forms(message.string):
            assert not foreign.search(translation), translation
            assert translation.count("„") == translation.count("“"), translation


def test_the_compiled_file_says_what_the_written_one_says(german):
    with (GERMAN / "django.mo").open("rb") as file:
        compiled = {identity(message): forms(message.string) for message in entries(read_mo(file))}

    assert compiled == {identity(message): forms(message.string) for message in entries(german)}


def test_the_files_name_no_person_and_no_folder(german):
    written = (GERMAN / "django.po").read_text(encoding="utf-8")

    assert "@" not in written.partition("\n\n")[0]
    assert not re.search(r"^#: .*(?:^|\s)/", written, re.MULTILINE)


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="no gettext here")
def test_no_string_of_the_sources_is_missing(german, tmp_path, monkeypatch):
    for name in SOURCES:
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name)
    copied = tmp_path / "quotes" / "locale"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [str(copied)])

    call_command("makemessages", locale=["de"], **MAKEMESSAGES)

    found = {identity(message) for message in entries(catalog_at(copied / "de" / "LC_MESSAGES"))}
    assert found == {identity(message) for message in entries(german)}


def test_django_still_lacks_the_words_that_stand_in_for_its_own():
    django_folder = Path(django.__file__).parent
    for part in ("conf", "contrib/admin", "contrib/auth"):
        own = gettext.translation("django", django_folder / part / "locale", ["de"])

        assert [own.gettext(word) for word in WITHOUT_GERMAN] == list(WITHOUT_GERMAN)


# The pages


@pytest.fixture
def telling(german) -> list[str]:
    """The English sentences and phrases that nobody could take for German."""
    return [
        english
        for message in entries(german)
        for english in forms(message.id)
        if len(english.split()) >= _SHORTEST_TELLING and english not in forms(message.string)
    ]


def english_in(response, telling: list[str]) -> list[str]:
    """Which English stands in the text or in the attributes of a page."""
    shown = " ".join(html.unescape(response.content.decode()).split())
    return [english for english in telling if english in shown]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        *("/", "/quotes/", "/speakers/", "/statements/", "/articles/", "/outlets/", "/events/"),
        *("/topics/", "/method/", "/privacy/", "/licence/"),
        # What cannot be answered.
        *("/nowhere/", "/quotes/9999/", "/quotes/words/", "/quotes/?year=x&language=x&topic=x"),
    ],
)
@pytest.mark.parametrize("filled", [True, False], ids=["filled", "empty"])
def test_public_pages_are_german_throughout(path, filled, client, telling):
    if filled:
        published_quote()
        published_statement()

    response = client.get(path, headers={"Accept-Language": "de"})

    assert response.headers["Content-Language"] == "de"
    assert not english_in(response, telling)


@pytest.mark.django_db
def test_the_page_of_a_quote_is_german_throughout(client, telling):
    quote = published_quote()

    response = client.get(quote.get_absolute_url(), headers={"Accept-Language": "de"})

    assert "Gesagt von" in response.content.decode()
    assert not english_in(response, telling)


@pytest.mark.django_db
def test_the_pages_around_a_quote_are_german_throughout(client, telling):
    quote = published_quote()
    article = quote.occurrences.get().snapshot.article
    speaker = quote.attributions.get().speaker
    page = quote.get_absolute_url()

    for address in (
        *(f"{page}report/", f"{page}report/sent/", f"{page}embed/"),
        *(row.get_absolute_url() for row in (speaker, article, article.outlet)),
        published_statement().get_absolute_url(),
    ):
        response = client.get(address, headers={"Accept-Language": "de"})

        assert response.status_code == 200
        assert not english_in(response, telling), address


@pytest.fixture
def editing(edith) -> Client:
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(edith)
    return client


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/quotes/quote/",
        "/admin/quotes/quote/add/",
        "/admin/quotes/article/add/",
        "/admin/quotes/jointstatement/add/",
        "/admin/quotes/speaker/add/",
        "/admin/quotes/event/add/",
        "/admin/quotes/errorreport/",
        "/admin/quotes/apitoken/",
        "/admin/quotes/apitoken/add/",
    ],
)
def test_the_editors_pages_are_german_throughout(path, editing, telling):
    response = editing.get(path)

    assert response.status_code == 200
    assert not english_in(response, telling)


def test_the_page_for_a_new_account_is_german_throughout(ada, telling):
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(ada)

    response = client.get("/admin/auth/user/add/")

    assert response.status_code == 200
    assert not english_in(response, telling)


def test_the_form_and_the_history_of_a_quote_are_german_throughout(editing, telling):
    quote = draft_quote()

    for view in ("change", "history"):
        response = editing.get(f"/admin/quotes/quote/{quote.pk}/{view}/?lang=de")

        assert response.status_code == 200
        assert not english_in(response, telling)


def test_the_english_page_is_known_for_english(client, db, telling):
    assert english_in(client.get("/", headers={"Accept-Language": "en"}), telling)
