"""An article read from a page: the words alone, and what is known about them."""

import pytest

from quotes.ingest.reading import Origin
from quotes.ingest.reading_html import read_html
from tests.ingest.pages import ENGLISH, PARAGRAPHS, URL, article, json_ld, meta, page


def test_the_text_is_the_article_and_nothing_around_it():
    teaser = '<div class="teaser"><p>Lesen Sie auch, was sonst in der Welt geschah.</p></div>'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + teaser
    text = read_html(page(body=body), URL).text
    assert text.endswith("\n\n".join(PARAGRAPHS))
    for around in (
        "Lesen Sie auch",
        "Startseite",
        "glaube ich nicht",
        "Noch ein Artikel",
        "Impressum",
        "Werbung",
    ):
        assert around not in text


def test_headings_items_and_cells_are_paragraphs_without_signs_that_nobody_wrote():
    body = (
        f"<p>{PARAGRAPHS[0]}</p><h2>Was beschlossen wurde</h2><p>{PARAGRAPHS[1]}</p>"
        "<ul><li>Jährliche <b>Besuche</b></li><li>Eine <a href='/x'>gemeinsame</a> Übung</li></ul>"
        "<table><tr><td>Japan</td><td>2024</td></tr><tr><td>Korea</td><td>2025</td></tr></table>"
        f"<blockquote><p>{PARAGRAPHS[2]}</p></blockquote><p>Erste Zeile<br>zweite <i>Zeile</i>.</p>"
    )
    text = read_html(page(body=body, headline=""), URL).text
    assert text.split("\n\n") == [
        PARAGRAPHS[0],
        "Was beschlossen wurde",
        PARAGRAPHS[1],
        "Jährliche Besuche",
        "Eine gemeinsame Übung",
        "Japan\t2024",
        "Korea\t2025",
        PARAGRAPHS[2],
        "Erste Zeile\nzweite Zeile.",
    ]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<html lang="de">', "„Vertrauen“"),
        ("<html lang=fr>", "«\u202fVertrauen\u202f»"),
        ("<html>", "“Vertrauen”"),
    ],
)
def test_a_quotation_that_the_page_leaves_the_browser_to_mark_is_marked(html, shown):
    body = f"<p>Er sagte: <q>Vertrauen</q> sei nötig. {PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    text = read_html(page(body=body, html=html), URL).text
    assert f"Er sagte: {shown} sei nötig." in text.replace(" »", "\u202f»").replace("« ", "«\u202f")


def test_signs_that_html_escapes_come_out_as_themselves():
    body = f"<p>{PARAGRAPHS[0]}</p><p>F&amp;E: 3 &lt; 5 &#8211; &bdquo;ja&ldquo; *nein* # eins</p>"
    text = read_html(page(body=body), URL).text
    assert text.endswith("F&E: 3 < 5 – „ja“ *nein* # eins")


def test_the_text_is_as_snapshots_hold_it():
    body = "<p>Bu\u0308rger\r\nund Bürger " + PARAGRAPHS[0] + "</p>"
    text = read_html(page(body=body), URL).text
    assert "\r" not in text
    assert "Bürger" in text
    assert "Bu\u0308rger" not in text


def test_json_ld_is_believed_first():
    head = (
        meta("og:title", "Andere Überschrift")
        + meta("article:published_time", "2025-09-10T08:00:00Z")
        + meta("author", "Redaktion")
        + json_ld(
            {"@type": "BreadcrumbList", "name": "Wo bin ich"},
            article(
                headline="Geduld &amp; Vertrauen",
                author=[{"@type": "Person", "name": "Anna  Beispiel"}, {"name": "AFP"}],
                datePublished="2025-09-08T23:30:00+02:00",
                inLanguage="de_AT",
                publisher={"@type": "Organization", "name": "Zeitung"},
            ),
        )
    )
    reading = read_html(page(head), URL)
    assert reading.headline == "Geduld & Vertrauen"
    assert reading.byline == "Anna Beispiel, AFP"
    assert reading.published == "2025-09-08"
    assert reading.language == "de-AT"
    assert reading.site_name == "Zeitung"
    assert reading.origins == {
        **dict.fromkeys(
            ("headline", "byline", "published", "language", "site_name"), Origin.JSON_LD
        ),
        "canonical_url": Origin.ADDRESS,
    }


def test_a_graph_and_its_references_are_read():
    graph = {
        "@graph": [
            {"@type": ["WebPage"], "name": "Seite"},
            {"@type": "Person", "@id": "#anna", "name": "Anna Beispiel"},
            {"@type": ["Article", "x"], "headline": "Aus dem Graphen", "author": {"@id": "#anna"}},
        ]
    }
    reading = read_html(page(json_ld([graph])), URL)
    assert (reading.headline, reading.byline) == ("Aus dem Graphen", "Anna Beispiel")


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[" * 100_000,
        "null",
        '"NewsArticle"',
        '{"@type": {"a": 1}, "headline": 3}',
        '{"@type": "NewsArticle", "headline": {"x": []}, "author": [[1], {"name": {}}, null],'
        ' "datePublished": 20250908, "publisher": 7, "inLanguage": []}',
        "9" * 10_000,
    ],
)
def test_descriptions_that_are_nonsense_are_passed_over(broken):
    head = f'<script type="application/ld+json">{broken}</script>' + meta("og:title", "Gespräch")
    reading = read_html(page(head), URL)
    assert (reading.headline, reading.origins["headline"]) == ("Gespräch", Origin.META)


def test_what_no_database_holds_is_left_out_of_descriptions():
    # JSON writes what a page cannot hold by itself.
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ge\\ud800spräch",'
        ' "author": {"name": "Anna\\u0000 Beispiel"}, "publisher": {"name": "\\udc00"}}</script>'
    )
    reading = read_html(page(head), URL)
    assert (reading.headline, reading.byline) == ("Gespräch", "Anna Beispiel")
    assert reading.site_name == ""


def test_metadata_is_believed_next():
    head = (
        "<title>Titel | Zeitung</title>"
        + meta("og:title", "Gespräch in Seoul - Zeitung")
        + meta("og:site_name", "Zeitung")
        + meta("article:author", "https://social.example/anna")
        + meta("author", "Von Anna Beispiel")
        + meta("article:published_time", "2025-09-08")
    )
    reading = read_html(page(head), URL)
    assert reading.headline == "Gespräch in Seoul"
    assert reading.byline == "Anna Beispiel"
    assert reading.published == "2025-09-08"
    assert reading.site_name == "Zeitung"
    assert {reading.origins[name] for name in ("headline", "byline", "published")} == {Origin.META}


def test_what_the_page_shows_comes_before_its_title():
    reading = read_html(page("<title>Zeitung – Start</title>"), URL)
    assert (reading.headline, reading.origins["headline"]) == ("Gespräch in Seoul", Origin.TEXT)


def test_a_guess_is_called_a_guess():
    byline = '<div class="byline">Von <span class="author">Anna Beispiel</span></div>'
    reading = read_html(page(headline=f"<h1>Gespräch</h1>{byline}"), URL)
    assert (reading.byline, reading.origins["byline"]) == ("Anna Beispiel", Origin.GUESS)
    dated = URL.replace("politik", "2019/01/31")
    reading = read_html(page(), dated)
    assert (reading.published, reading.origins["published"]) == ("2019-01-31", Origin.GUESS)


def test_a_host_is_no_name_of_a_site():
    reading = read_html(page(), URL)
    assert reading.site_name == ""
    assert "site_name" not in reading.origins


def test_the_year_of_a_copyright_is_no_date():
    reading = read_html(page().replace("© Zeitung", "© 2019 Zeitung"), URL)
    assert reading.published == ""
    assert "published" not in reading.origins


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2025-09-08T10:12:00+02:00", "2025-09-08"),
        ("2025-09-08 10:12", "2025-09-08"),
        ("20250908", "2025-09-08"),
        ("20250908T101200Z", "2025-09-08"),
        ("2025-09", "2025-09"),
        ("Mon, 08 Sep 2025 10:12:00 +0200", "2025-09-08"),
        ("2025-02-30", ""),
        ("Mon, 08 Sep 99999999999999999999 10:12:00 +0200", ""),
        ("Mon, 08 Sep 2025 10:12:00 +99999999999999999999", ""),
        ("8. September 2025", ""),
        ("gestern", ""),
        ("20250908101200", ""),
    ],
)
def test_dates_are_read_as_machines_write_them_and_not_otherwise(written, published):
    reading = read_html(page(json_ld(article(datePublished=written))), URL)
    assert reading.published == published


# Languages


@pytest.mark.parametrize(
    ("html", "language", "origin"),
    [
        ('<html lang="de-CH">', "de-CH", Origin.META),
        ("<html lang='DE'>", "de", Origin.META),
        ("<html xml:lang=de>", "de", Origin.META),
        ("<html>", "de", Origin.TEXT),
        ("<html lang=''>", "de", Origin.TEXT),
        ("<html lang='Deutsch!'>", "de", Origin.TEXT),
        ("<html lang=en-US>", "de", Origin.TEXT),
    ],
)
def test_the_language_is_the_pages_unless_the_text_contradicts(html, language, origin):
    reading = read_html(page(html=html), URL)
    assert (reading.language, reading.origins["language"]) == (language, origin)


def test_a_short_text_does_not_contradict():
    reading = read_html(page(body="<p>Trust needs patience, he said.</p>", headline=""), URL)
    assert (reading.language, reading.origins["language"]) == ("de", Origin.META)


def test_an_english_article_is_english():
    assert read_html(page(html="<html>", body=f"<p>{ENGLISH}</p>"), URL).language == "en"
    locale = meta("og:locale", "en_GB")
    assert read_html(page(locale, html="<html>", body=f"<p>{ENGLISH}</p>"), URL).language == "en-GB"


# Addresses


@pytest.mark.parametrize(
    ("link", "canonical", "origin"),
    [
        ("/politik/1234", "https://www.zeitung.example/politik/1234", Origin.META),
        (
            "https://zeitung.example/a/amp/?utm_source=x#k",
            "https://zeitung.example/a/",
            Origin.META,
        ),
        ("https://other.example/a", URL, Origin.ADDRESS),
        ("https://www.zeitung.example/", URL, Origin.ADDRESS),
        ("javascript:alert(1)", URL, Origin.ADDRESS),
        ("https://user:secret@zeitung.example/a", URL, Origin.ADDRESS),
        ("", URL, Origin.ADDRESS),
    ],
)
def test_the_address_a_page_gives_itself_is_believed_within_its_site(link, canonical, origin):
    reading = read_html(page(f'<link rel="canonical" href="{link}">'), URL + "?fbclid=1")
    assert (reading.canonical_url, reading.origins["canonical_url"]) == (canonical, origin)
    if link:
        reading = read_html(page(meta("og:url", link)), URL)
        assert reading.canonical_url == canonical


@pytest.mark.parametrize(
    ("base", "canonical"),
    [
        ("/", "https://www.zeitung.example/artikel/5"),
        ("https://zeitung.example/de/", "https://zeitung.example/de/artikel/5"),
        ("https://other.example/", URL),
        # What is no address of the web is no base, and as if it were not there.
        *((base, f"{URL.rpartition('/')[0]}/artikel/5") for base in ("data:,x", "http://[", "")),
    ],
)
def test_that_address_is_read_from_the_base_of_the_page(base, canonical):
    head = f'<base href="{base}"><base href="/not-the-first/">'
    reading = read_html(page(f'{head}<link rel="canonical" href="artikel/5">'), URL)
    assert reading.canonical_url == canonical


def test_a_file_has_the_address_it_gives_itself_or_none():
    reading = read_html(page('<link rel="canonical" href="https://zeitung.example/a">'))
    assert (reading.canonical_url, reading.origins["canonical_url"]) == (
        "https://zeitung.example/a",
        Origin.META,
    )
    assert read_html(page('<link rel="canonical" href="/a">')).canonical_url == ""


def test_the_amp_form_is_told():
    reading = read_html(page('<link rel="amphtml" href="/politik/1234/amp/">'), URL)
    assert reading.amp_url == "https://www.zeitung.example/politik/1234/amp/"


def test_a_copy_in_the_archive_is_led_back_to_its_original():
    copy = f"https://web.archive.org/web/20250908120000id_/{URL}?utm_source=x"
    reading = read_html(page(f'<link rel="canonical" href="{copy}">'), copy)
    assert (reading.archived_url, reading.canonical_url) == (URL, URL)
    assert read_html(page(), URL).archived_url == ""
