"""Letters come out as they were written, whatever the server says about them."""

import codecs
import time

import pytest

from quotes.ingest.fetching.charset_labels import by_label
from quotes.ingest.fetching.charsets import decode
from tests.ingest.internet import answer
from tests.text.writing import SCRIPTS

GERMAN = "<html lang=de><p>„Für die Bürger heißt das: Geduld üben“, erklärte Müller – über 5 €.</p>"
POLISH = (
    "<html lang='pl'><p>„Należy cierpliwie budować zaufanie”, powiedział żołnierzom w Łodzi.</p>"
)


def page(language):
    return f"<html><head><title>x</title></head><p>{SCRIPTS[language][0]}</p></html>"


WRITTEN = {
    "windows-1252": GERMAN,
    "windows-1250": POLISH,
    "shift_jis": page("ja"),
    "euc-jp": page("ja"),
    "iso-2022-jp": page("ja").replace("・", "、"),
    "euc-kr": page("ko"),
    "gb18030": page("zh"),
    "big5": "<p>國防部長表示：「信任需要耐心培養，不能一蹴而就。」他隨後離開了首爾。</p>",
    "windows-1251": page("ru"),
    "koi8-r": page("ru").replace("—", "-").replace("«", '"').replace("»", '"'),
    "windows-1253": page("el"),
    "windows-1255": "<p>השר אמר לכתבים: חייבים לבנות אמון בסבלנות, ולאחר מכן עזב את סיאול.</p>",
    "windows-1256": page("ar"),
    "windows-874": page("th"),
}


def encoded(text, name):
    charset = by_label(name)
    assert charset is not None
    return text.encode(charset.codec)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_header_is_believed(name):
    assert decode(encoded(WRITTEN[name], name), name) == (WRITTEN[name], name)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset={}>",
        '<META\n CharSet = "{}">',
        "<meta http-equiv='Content-Type' content='text/html; charset={}'>",
        "<!-- <meta charset=utf-8> --><script>" + "x" * 3000 + "</script><meta charset='{}' />",
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_the_page_is_believed_where_the_header_says_nothing(name, declaration):
    text = declaration.format(name.upper()) + WRITTEN[name]
    assert decode(encoded(text, name)) == (text, name)


@pytest.mark.parametrize("name", [name for name in WRITTEN if name != "iso-2022-jp"])
def test_bytes_that_nobody_names_are_known_by_their_script(name):
    assert decode(encoded(WRITTEN[name], name)) == (WRITTEN[name], name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("tis-620", "windows-874"),
        ("big5-hkscs", "big5"),
        ('"utf8"', "utf-8"),
        ("unicode-1-1-utf-8", "utf-8"),
        ("utf-16", "utf-16le"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label, name):
    assert by_label(label).name == name


@pytest.mark.parametrize(
    "label", ["", "utf-7", "none", "iso-2022-kr", "hz-gb-2312", "unknown-8bit"]
)
def test_labels_that_browsers_do_not_know_are_passed_over(label):
    assert by_label(label) is None
    assert decode(GERMAN.encode(), label) == (GERMAN, "utf-8")
    assert decode(GERMAN.encode("cp1252"), label) == (GERMAN, "windows-1252")


def test_the_characters_between_latin_1_and_windows_1252_are_read():
    assert decode("„Ja“ – 5 €".encode("cp1252"), "iso-8859-1")[0] == "„Ja“ – 5 €"


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    ],
)
def test_a_byte_order_mark_is_believed_before_all_else_and_is_no_text(mark, codec, name):
    for text in (GERMAN, page("ja"), page("emoji")):
        assert decode(mark + text.encode(codec), "shift_jis") == (text, name)


def test_utf_16_without_a_mark_is_read_where_the_header_says_so():
    assert decode(GERMAN.encode("utf-16-le"), "utf-16") == (GERMAN, "utf-16le")


def test_a_page_that_calls_itself_utf_16_in_ascii_is_not():
    text = "<meta charset=utf-16>" + GERMAN
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "windows-1251", "koi8-r"])
def test_utf_8_that_is_called_something_else_is_read_as_utf_8(label):
    assert decode(GERMAN.encode(), label) == (GERMAN, "utf-8")
    assert decode(f"<meta charset={label}>{GERMAN}".encode())[1] == "utf-8"
    assert decode(page("ja").encode(), "shift_jis") == (page("ja"), "utf-8")


def test_what_is_called_utf_8_and_is_not_is_read_by_the_pages_own_label():
    text = "<meta charset=iso-8859-1>" + GERMAN
    assert decode(text.encode("cp1252"), "utf-8") == (text, "windows-1252")
    text = "<meta charset=euc-kr>" + page("ko")
    assert decode(text.encode("cp949"), "utf-8") == (text, "euc-kr")


def test_what_is_called_utf_8_and_is_not_is_guessed_where_nothing_else_is_said():
    assert decode(GERMAN.encode("cp1252"), "utf-8") == (GERMAN, "windows-1252")
    assert decode(page("ja").encode("cp932"), "utf-8") == (page("ja"), "shift_jis")


@pytest.mark.parametrize(("language", "label"), [("ja", "utf-8"), ("ja", ""), ("ko", "euc-kr")])
def test_a_damaged_character_does_not_turn_the_whole_text(language, label):
    written = (page(language) * 3).encode(label or "utf-8")
    text, name = decode(written[:-40] + b"\xff" + written[-40:], label)
    assert name == (label or "utf-8")
    assert "\ufffd" in text
    assert SCRIPTS[language][0] in text


def test_a_text_that_is_cut_in_a_character_is_read_to_there():
    text, name = decode(page("ja").encode()[: -len("</p></html>") - 1])
    assert name == "utf-8"
    assert text.endswith("\ufffd")


def test_plain_text_declares_nothing():
    text = "Er schrieb: <meta charset=koi8-r> für Ältere"
    assert decode(text.encode("cp1252"), is_html=False) == (text, "windows-1252")


def test_ascii_is_read_under_any_name():
    for label in ("", "utf-8", "koi8-r", "shift_jis"):
        assert decode(b"<p>Ja</p>", label)[0] == "<p>Ja</p>"


def test_the_label_travels_in_the_header_of_the_answer(internet):
    for header in ("text/html; charset=Shift_JIS", 'text/html; x=y; Charset="shift-jis"'):
        internet.pages["example.org/artikel"] = answer(page("ja").encode("cp932"), header)
        fetched = internet.fetch()
        assert (fetched.text, fetched.charset) == (page("ja"), "shift_jis")
        assert fetched.body == page("ja").encode("cp932")


def test_megabytes_that_fit_no_set_are_read_soon():
    body = bytes(range(1, 256)) * 40_000
    began = time.monotonic()
    text, name = decode(body, "utf-8")
    assert time.monotonic() - began < 5
    assert name
    assert len(text) > 1_000_000
