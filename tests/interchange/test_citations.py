"""Citations: read back by BibTeX and RIS readers, held to CSL's rules, word for word in Chicago."""

import datetime
import json

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.interchange.blockquote import blockquote
from quotes.interchange.citations import Citations, citations
from quotes.interchange.site import Site
from quotes.models import Quote, SpeechType, WordingOrigin
from tests import factories
from tests.pages.test_query_budgets import BUDGETS

pytestmark = pytest.mark.django_db

SITE = Site("https://wortlaut.example")
ACCESSED = datetime.date(2025, 11, 24)
SCRIPTS = [
    ("Geduld – „Vertrauen“ & 50 % {mehr}_#1 $x^2~y \\ß", "de"),
    ("Терпение", "ru"),
    ("信頼関係を粘り強く醸成", "ja"),
    ("급변하는 안보환경", "ko"),
    ("الثقة تبنى بصبر", "ar"),
    ("סבלנות", "he"),
    ("धैर्य", "hi"),
    ("ความอดทน", "th"),
    ("υπομονή", "el"),
    ("համբերություն", "hy"),
]


def quoted(**fields) -> Quote:
    article = factories.published_article(
        language="en",
        text=factories.NAKATANI_EN,
        headline="Ministers Agree to Boost Communication",
        outlet=factories.OutletFactory(name="Jiji Press"),
        url="https://www.nippon.com/en/news/1/",
    )
    return factories.published_quote(factories.NAKATANI_EN, article=article, **fields)


def cited(item, language: str = "en") -> Citations:
    return citations(item, SITE, language, ACCESSED)


class TestChicago:
    def test_of_a_quote_in_english(self):
        quote = quoted()
        words = factories.NAKATANI_EN.rstrip(",")
        source = (
            "quoted in Jiji Press, “Ministers Agree to Boost Communication,” September 8, 2025,"
            " https://www.nippon.com/en/news/1/"
        )
        ours = f"https://wortlaut.example/quotes/{quote.pk}/."
        assert cited(quote).chicago_note == (
            f"Gen Nakatani, “{words},” September 8, 2025, {source},"
            f" Wortlaut, accessed November 24, 2025, {ours}"
        )
        assert cited(quote).chicago_bibliography == (
            f"Nakatani, Gen. “{words}.” September 8, 2025. Q{source[1:]}."
            f" Wortlaut. Accessed November 24, 2025. {ours}"
        )

    def test_of_a_quote_in_german(self):
        quote = quoted()
        quote.occurrences.update(wording_origin=WordingOrigin.MEDIA_TRANSLATION)
        note = cited(quote, "de").chicago_note
        assert note.startswith("Gen Nakatani, „Persistently fostering")
        assert "two sides“, 8. September 2025, in Übersetzung zitiert nach Jiji Press, „" in note
        assert "Wortlaut, abgerufen am 24. November 2025, https://" in note

    def test_of_a_paraphrase_has_no_marks(self):
        quote = quoted(speech_type=SpeechType.INDIRECT)
        note = cited(quote).chicago_note
        assert note.startswith(f"Gen Nakatani, {factories.NAKATANI_EN[:40]}")
        assert "paraphrased in Jiji Press" in note

    def test_of_a_statement_names_all_who_issued_it(self):
        people = [
            factories.SpeakerFactory(),
            factories.SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn"),
            factories.SpeakerFactory(kind="organisation", name="Ministry of Defense"),
        ]
        statement = factories.published_statement(signatories=people, issued_on="2025-09~")
        found = cited(statement)
        assert found.chicago_note.startswith(
            "Gen Nakatani, Ahn Gyu-back, and Ministry of Defense, “Joint press statement of the"
            " defense ministers,” joint press release, about September 2025, printed in Jiji Press"
        )
        # A name whose family name comes first anyway is not turned around.
        assert found.chicago_bibliography.startswith(
            "Nakatani, Gen, Ahn Gyu-back, and Ministry of Defense. “Joint press statement"
        )
        german = cited(statement, "de").chicago_note
        assert german.startswith(
            "Gen Nakatani, Ahn Gyu-back und Ministry of Defense, „Gemeinsame Presseerklärung der"
            " Verteidigungsminister“, gemeinsame Presseerklärung, um September 2025, abgedruckt bei"
        )

    @pytest.mark.parametrize(
        ("words", "titled"), [("Why?", "“Why?” September"), ("So it is.", "“So it is,” September")]
    )
    def test_marks_that_meet_become_one(self, words: str, titled: str):
        assert titled in cited(factories.published_quote(words)).chicago_note

    def test_an_anonymous_source_and_an_unknown_date_are_said(self):
        quote = factories.published_quote("Ja", description="ein hoher Beamter", said_on="")
        assert cited(quote).chicago_note.startswith("ein hoher Beamter, “Ja,” n.d., quoted in")
        assert cited(quote).chicago_bibliography.startswith("Ein hoher Beamter. “Ja.” N.d.")


def read_bibtex(text: str) -> dict[str, str]:
    parser = BibTexParser(common_strings=True)
    (entry,) = bibtexparser.loads(text, parser).entries
    return entry


def untex(text: str) -> str:
    """What TeX prints for the signs that we escape."""
    names = {
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textbackslash": "\0",
    }
    for name, sign in names.items():
        text = text.replace(f"\\{name}{{}}", sign)
    for sign in "&%$#_":
        text = text.replace(f"\\{sign}", sign)
    assert "\\" not in text
    return text.replace("\0", "\\")


@pytest.mark.parametrize(("words", "language"), SCRIPTS)
def test_words_of_every_script_come_back_as_they_were(words: str, language: str):
    quote = factories.published_quote(
        words, language=language, speaker=factories.SpeakerFactory(name=words, family_name="")
    )
    found = cited(quote)
    entry = read_bibtex(found.bibtex)
    assert untex(entry["title"]).removeprefix("{").removesuffix("}") == words
    assert untex(entry["author"]).removeprefix("{").removesuffix("}") == words
    # BibTeX counts braces, whatever stands before them.
    assert found.bibtex.count("{") == found.bibtex.count("}")
    (record,) = rispy.loads(found.ris.replace("\r\n", "\n"))
    assert record["title"] == words
    assert record["authors"] == [f"{words},"]
    assert record["language"] == language
    (item,) = json.loads(found.csl_json)
    assert (item["title"], item["author"]) == (words, [{"literal": words}])


def test_bibtex_is_as_exact_as_the_date_is_known():
    entry = read_bibtex(cited(quoted()).bibtex)
    assert entry["ENTRYTYPE"] == "misc"
    assert entry["author"] == "Nakatani, Gen"
    assert (entry["date"], entry["year"], entry["month"]) == ("2025-09-08", "2025", "9")
    assert entry["urldate"] == "2025-11-24"
    entry = read_bibtex(cited(factories.published_quote(said_on="2025~")).bibtex)
    assert entry["date"] == "2025~"
    assert "year" not in entry


def test_ris_has_a_type_first_and_an_end_last_and_a_tag_on_each_line():
    text = cited(quoted()).ris
    lines = text.split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(len(line) >= 6 and line[2:6] == "  - " for line in lines[:-1])
    (record,) = rispy.loads(text.replace("\r\n", "\n"))
    assert record["authors"] == ["Nakatani, Gen"]
    assert (record["year"], record["date"]) == ("2025", "2025/09/08/")
    assert record["urls"][0].startswith("https://wortlaut.example/quotes/")


def test_csl_json_has_only_what_the_schema_knows():
    exact = quoted()
    for item in (exact, factories.published_quote(said_on="2025~"), quoted_statement()):
        (found,) = json.loads(cited(item).csl_json)
        assert found.keys() <= {
            "id",
            "type",
            "title",
            "author",
            "issued",
            "container-title",
            "genre",
            "language",
            "URL",
            "accessed",
            "note",
        }
        assert found["type"] == "webpage"
        for name in found["author"]:
            assert name.keys() in ({"literal"}, {"family", "given"})
        for date in (found["issued"], found["accessed"]):
            assert date.keys() in ({"date-parts"}, {"literal"})
    (found,) = json.loads(cited(exact).csl_json)
    assert found["issued"] == {"date-parts": [[2025, 9, 8]]}
    assert found["author"] == [{"family": "Nakatani", "given": "Gen"}]


def quoted_statement():
    return factories.published_statement(
        signatories=[factories.SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")]
    )


class TestFiles:
    def test_are_what_they_are_called(self, client: Client):
        for item, kind in ((quoted(), "quote"), (quoted_statement(), "statement")):
            for extension, media_type, begins in (
                ("bib", "application/x-bibtex", f"@misc{{wortlaut-{kind}-{item.pk},"),
                ("ris", "application/x-research-info-systems", "TY  - ELEC\r\n"),
                ("csl.json", "application/vnd.citationstyles.csl+json", "[\n"),
            ):
                response = client.get(f"{item.get_absolute_url()}cite.{extension}")
                assert response["Content-Type"] == f"{media_type}; charset=utf-8"
                assert response.text.startswith(begins)
                assert f"wortlaut-{kind}-{item.pk}.{extension}" in response["Content-Disposition"]

    def test_are_found_moved_and_gone_like_the_page(self, client: Client):
        quote = factories.published_quote()
        response = client.get(f"/quotes/{quote.pk}/cite.bib")
        assert response["Location"] == f"{quote.get_absolute_url()}cite.bib"
        factories.withdraw(quote)
        assert client.get(f"/quotes/{quote.pk}/cite.bib").status_code == 410
        draft = factories.draft_quote()
        assert client.get(f"/quotes/{draft.pk}/cite.ris").status_code == 404

    def test_cost_the_same_however_much_there_is(self, client: Client):
        quote, statement = quoted(), quoted_statement()
        for _ in range(2):
            for item, kind in ((quote, "quote"), (statement, "statement")):
                with CaptureQueriesContext(connection) as captured:
                    assert client.get(f"{item.get_absolute_url()}cite.bib").status_code == 200
                assert len(captured) == BUDGETS[f"pages.cite.{kind}"]
            factories.AttributionFactory(quote=quote)
            factories.anchored_occurrence(quote, factories.published_article())
            factories.SignatoryFactory(statement=statement)
            factories.StatementVersionFactory(
                statement=statement, snapshot__article=factories.published_article()
            )


class TestBlockquote:
    def test_says_whose_words_in_which_language_and_where_from(self):
        quote = factories.published_quote(factories.NAKATANI_JA, language="ja")
        address = f"https://wortlaut.example/quotes/{quote.pk}/"
        assert blockquote(quote, quote.occurrences.get(), SITE, "de") == (
            f'<blockquote cite="{address}" lang="ja"><p>「{factories.NAKATANI_JA}」</p>'
            f"</blockquote>\n<p>Gen Nakatani, 8. September 2025."
            f' <a href="{address}">Wortlaut</a></p>'
        )

    def test_escapes_and_turns_the_direction(self):
        quote = factories.published_quote("<b>الثقة</b>", language="ar", said_on="")
        found = blockquote(quote, quote.occurrences.get(), SITE, "en")
        assert 'lang="ar" dir="rtl"><p>«&lt;b&gt;الثقة&lt;/b&gt;»</p>' in found
        assert "<p>Gen Nakatani. <a" in found

    def test_a_paraphrase_has_no_marks(self):
        quote = factories.published_quote("Ja", speech_type=SpeechType.INDIRECT)
        assert "<p>Ja</p>" in blockquote(quote, quote.occurrences.get(), SITE, "en")
