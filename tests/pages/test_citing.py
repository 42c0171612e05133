"""How to cite and embed: on the page of a quote and of a statement, ready to be copied."""

from html import unescape

import pytest
from django.test import Client

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_quote_says_how_to_cite_and_embed_it(client: Client):
    quote = factories.published_quote()
    lasting = f"http://testserver/quotes/{quote.pk}/"
    text = client.get(quote.get_absolute_url(), {"lang": "de"}).text
    assert f'<a href="{lasting}">{lasting}</a>' in text
    assert "Gen Nakatani, „Um die Zusammenarbeit" in text
    for extension in ("bib", "ris", "csl.json"):
        assert f'href="{quote.get_absolute_url()}cite.{extension}?lang=de"' in text
    copied = unescape(text.split('id="copy-quoted"')[1].split("</textarea>")[0])
    assert f'<blockquote cite="{lasting}" lang="de"><p>„{factories.NAKATANI_DE}“</p>' in copied
    framed = unescape(text.split('id="copy-framed"')[1].split("</textarea>")[0])
    assert f'<iframe src="{lasting}embed/?lang=de" width="100%" height="' in framed
    assert ' style="border:0;max-width:100%"></iframe>' in framed
    assert client.get(f"{lasting}embed/?lang=de", follow=True).status_code == 200


def test_a_statement_has_a_frame_but_no_words_to_quote(client: Client):
    statement = factories.published_statement()
    text = client.get(statement.get_absolute_url(), {"lang": "en"}).text
    assert f"http://testserver/statements/{statement.pk}/embed/?lang=en" in text
    assert f'href="{statement.get_absolute_url()}cite.bib?lang=en"' in text
    assert "copy-quoted" not in text


def test_words_with_markup_are_copied_as_words(client: Client):
    quote = factories.published_quote("</textarea><script>alert(1)</script>")
    text = client.get(quote.get_absolute_url()).text
    assert "<script>" not in text
    copied = unescape(text.split('id="copy-quoted"')[1].split("</textarea>")[0])
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in copied


def test_a_draft_cannot_be_cited(client: Client, edith):
    client.force_login(edith)
    text = client.get(f"/preview/quotes/{factories.draft_quote().pk}/").text
    assert "geduldig Vertrauen" in text
    assert "cite.bib" not in text


def test_what_is_copied_says_role_and_labels_and_brings_the_original_along(client: Client):
    quote = factories.published_quote(
        factories.NAKATANI_JA, language="ja", tenure=factories.TenureFactory()
    )
    quote.occurrences.update(wording_origin="original")
    factories.anchored_occurrence(
        quote, factories.published_article(), wording_origin="machine_translation"
    )
    text = client.get(quote.get_absolute_url(), {"lang": "de"}).text
    copied = unescape(text.split('id="copy-quoted"')[1].split("</textarea>")[0])
    assert copied.index(factories.NAKATANI_DE) < copied.index(f"「{factories.NAKATANI_JA}」")
    assert 'lang="ja"><p>「' in copied
    assert "<p>Gen Nakatani, Verteidigungsminister, 8. September 2025. " in copied
    assert "(wörtlich, maschinell übersetzt) <a " in copied


def test_what_is_paraphrased_is_copied_as_paraphrased(client: Client):
    quote = factories.published_quote(speech_type="indirect")
    text = client.get(quote.get_absolute_url(), {"lang": "en"}).text
    copied = unescape(text.split('id="copy-quoted"')[1].split("</textarea>")[0])
    assert f"<p>{factories.NAKATANI_DE}</p>" in copied
    # That nobody knows whether it was translated, is left out.
    assert "(paraphrased) <a " in copied
