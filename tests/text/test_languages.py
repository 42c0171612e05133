"""Language tags: well-formed, named, with their direction and quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.text.languages import (
    MalformedLanguage,
    canonical,
    direction,
    language_name,
    quotation_marks,
)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "de"),
        (" DE-at ", "de-AT"),
        ("KO-latn", "ko-Latn"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("ES-419", "es-419"),
        ("sl-ROZAJ-biske", "sl-rozaj-biske"),
        ("de-ch-1901", "de-CH-1901"),
        ("zh-CMN-hans-cn", "zh-cmn-Hans-CN"),
        ("en-U-CA-gregory-X-Foo", "en-u-ca-gregory-x-foo"),
        ("X-Whatever", "x-whatever"),
        ("iw", "he"),
        ("in-ID", "id-ID"),
        ("yue", "yue"),
    ],
)
def test_a_tag_is_brought_into_its_usual_case(tag, expected):
    assert canonical(tag) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "d",
        "german",
        "deutsch",
        "de_AT",
        "de-",
        "-de",
        "de--AT",
        "de AT",
        "de-A",
        "de-AT-Latn",
        "de-1901-1901",
        "en-a-bb-a-cc",
        "en-u",
        "x-",
        "i-klingon",
        "dé",
        "ｄｅ",
        "de\x00",
        "de-ſſ",
    ],
)
def test_what_is_no_tag_is_refused(tag):
    with pytest.raises(MalformedLanguage) as refused:
        canonical(tag)
    assert "ko-Latn" in str(refused.value)


@given(st.text(st.sampled_from("abcdex019-ABX"), max_size=20) | st.text(max_size=8))
def test_whatever_is_typed_is_a_tag_or_refused(text):
    try:
        tag = canonical(text)
    except MalformedLanguage:
        return
    assert canonical(tag) == tag
    assert language_name(tag, "de")
    assert direction(tag) in ("ltr", "rtl")
    assert len(quotation_marks(tag)) == 2


@pytest.mark.parametrize(
    ("tag", "german", "english"),
    [
        ("ko", "Koreanisch", "Korean"),
        ("ko-Latn", "Koreanisch (Lateinisch)", "Korean (Latin)"),
        ("de-AT", "Österreichisches Deutsch", "Austrian German"),
        ("ja", "Japanisch", "Japanese"),
        ("vi-VN", "Vietnamesisch (Vietnam)", "Vietnamese (Vietnam)"),
        ("zh-Hant-TW", "Chinesisch (traditionell, Taiwan)", "Traditional Chinese (Taiwan)"),
        ("qaa", "qaa", "qaa"),
        ("x-own", "x-own", "x-own"),
        ("no tag", "no tag", "no tag"),
    ],
)
def test_a_language_is_named_in_the_readers_language(tag, german, english):
    assert language_name(tag, "de") == german
    assert language_name(tag, "en") == english


def test_a_reader_whose_language_is_unknown_sees_the_tag():
    assert language_name("de", "qaa") == "de"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"),
        ("he", "rtl"),
        ("iw", "rtl"),
        ("fa-IR", "rtl"),
        ("ur", "rtl"),
        ("az-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("de", "ltr"),
        ("ja", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_is_that_of_the_script(tag, expected):
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "opening", "closing"),
    [
        ("de", "„", "“"),
        ("de-AT", "„", "“"),
        ("de-CH", "«", "»"),
        ("en", "“", "”"),
        ("fr", "«\u202f", "\u202f»"),
        ("ja", "「", "」"),
        ("ko", "“", "”"),
        ("vi", "“", "”"),
        ("zh", "“", "”"),
        ("zh-Hant", "「", "」"),
        ("zh-TW", "「", "」"),
        ("ru", "«", "»"),
        ("ar", "«", "»"),
        ("he", "”", "”"),
        ("pl", "„", "”"),
        ("sv", "”", "”"),
        ("DE", "„", "“"),
        ("tlh", "“", "”"),
        ("", "“", "”"),
    ],
)
def test_each_language_has_its_own_quotation_marks(tag, opening, closing):
    assert quotation_marks(tag) == (opening, closing)
