"""Whatever a page is made of, reading it ends soon: with its text, or with the reason."""

import time

import pytest

from quotes.ingest.page_tree import MOST_CHARACTERS, MOST_ELEMENTS, page_tree
from quotes.ingest.reading_html import read_html
from quotes.ingest.unreadable import SENTENCES, Unreadable, UnreadableReason
from tests.ingest.pages import PARAGRAPHS, URL, page

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def read_soon(html):
    # Of this thread alone: how long it takes depends on what else the machine does.
    began = time.thread_time()
    try:
        return read_html(html, URL)
    finally:
        assert time.thread_time() - began < 15


@pytest.mark.parametrize(
    "body",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">Ein Wort</p>" + TEXT,
        "<div>" * 15_000 + TEXT + "</div>" * 15_000 + TEXT,
        "<b>" * 15_000 + TEXT,
        "<script>" + "x" * 5_000_000 + "</script>" + TEXT,
        "<style>" + "x{}" * 1_000_000 + "</style>" + TEXT,
        "<!--" + "<p>" * 1_000_000 + "-->" + TEXT,
        '<img src="data:image/png;base64,' + "A" * 8_000_000 + '">' + TEXT,
        "<svg>" + "<g>" * 10_000 + "</svg>" + TEXT,
        "<p>a\x00b\x01\x0b\ufffe\uffff</p>" + TEXT,
        "<p>&#0;&#1;&#xD800;&#x110000;&#99999999999;</p>" + TEXT,
        "<p>\ud800 und \udfff</p>" + TEXT,
        '<p\x00 \x01=\ud800 <">x</p><a:b:c><x"y><öä>x</öä></x"y>' + TEXT,
        "</div></article></body></html>" + TEXT,
        "<table><tr><td>" * 3000 + TEXT,
        TEXT + "<ul><li>a" * 5000,
        "<pre>x" + " " * 300_000 + "x" + "\n" * 300_000 + "</pre>" + TEXT,
        TEXT + "<",
        TEXT + "<p a='",
        "<p>a" + "\u0301\u0316" * 300_000 + "</p>" + TEXT,
        "<h1><div>" * 49 + "&amp;a" * 600_000 + "</div></h1>" * 49 + TEXT,
    ],
    ids=range(20),
)
def test_the_text_of_a_hostile_page_is_read_all_the_same(body):
    text = read_soon(page(body=body)).text
    assert PARAGRAPHS[0] in text
    text.encode()
    assert "\x00" not in text


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", UnreadableReason.NO_TEXT),
        ("  \n", UnreadableReason.NO_TEXT),
        ("<html><body></body></html>", UnreadableReason.NO_TEXT),
        ("<script>alert('nur ein Programm')</script>", UnreadableReason.NO_TEXT),
        ("<!--" * 1_000_000, UnreadableReason.NO_TEXT),
        ("<frameset><frame src=a></frameset>", UnreadableReason.NO_TEXT),
        ("\x00" * 1000, UnreadableReason.NO_TEXT),
        ("<p>Wort" * (MOST_ELEMENTS + 1), UnreadableReason.TOO_COMPLEX),
        ("<div>" * 1_000_000, UnreadableReason.TOO_COMPLEX),
        ("<p>" + "Wort " * 400_000, UnreadableReason.TOO_LARGE),
        ("<" * 3_000_000, UnreadableReason.TOO_LARGE),
        ("&amp;" * 3_000_000, UnreadableReason.TOO_LARGE),
        ("x" * (MOST_CHARACTERS + 1), UnreadableReason.TOO_LARGE),
    ],
    ids=range(13),
)
def test_what_cannot_be_read_says_why(html, reason):
    with pytest.raises(Unreadable) as unreadable:
        read_soon(html)
    assert unreadable.value.reason is reason
    assert "%" not in unreadable.value.sentence
    assert unreadable.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "piece",
    [
        "<p>Ein Wort mit <a href=x>Link</a> und <b>mehr</b>.</p>",
        "<div>Ein Wort<br></div>",
        "<h2>Ein Wort</h2>",
        "<span>Wort</span> ",
        "<ul><li>Ein Wort</ul>",
        "<tr><td>Ein<td>Wort",
        "<meta name=author content=x><time datetime=2025>x</time>",
    ],
)
def test_as_many_parts_as_are_allowed_are_read_in_seconds(piece):
    count = (MOST_ELEMENTS - 100) // (piece.count("<") - piece.count("</"))
    body = f"<p>{PARAGRAPHS[0]}</p>" + ("<table>" if "<tr>" in piece else "") + piece * count
    read_soon(page(body=body))


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(UnreadableReason)


def test_what_lies_too_deep_is_set_beside_each_other_in_order():
    tree = page_tree("<div>a" * 2000 + "<p>b</p>" + "</div>c" * 2000)
    assert tree.text_content() == "a" * 2000 + "b" + "c" * 2000
    assert max(sum(1 for _ in element.iterancestors()) for element in tree.iter()) < 110


def test_scripts_styles_and_controls_leave_no_trace():
    tree = page_tree("<p onclick=x style='display:none'>a<script>b</script><button>c</button>d")
    assert tree.text_content() == "ad"
    assert dict(tree.find(".//p").attrib) == {"style": "display:none"}
