"""Captured texts, raw: they never change, and they are what their columns say."""

import hashlib
import unicodedata

import pytest

from quotes.models import Snapshot
from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql, value
from tests.plans import plan_of_look_up

pytestmark = pytest.mark.django_db

INSERT = (
    "INSERT INTO quotes_snapshot (article_id, text, sha256, length, method, extent, captured_at)"
    " VALUES (%s, %s, %s, %s, 'pasted', 'whole', now())"
)


def captured(article, text, *, sha256=None, length=None):
    return sql(
        INSERT,
        article.pk,
        text,
        hashlib.sha256(text.encode()).hexdigest() if sha256 is None else sha256,
        len(text) if length is None else length,
    )


@pytest.fixture
def snapshot():
    return factories.SnapshotFactory(text=factories.NAKATANI_JA)


@pytest.mark.parametrize("state", ["draft", "published"])
@pytest.mark.parametrize(
    "change",
    [
        "text = text || '!', length = length + 1, sha256 ="
        " encode(sha256(convert_to(text || '!', 'UTF8')), 'hex')",
        "text = replace(text, '粘り強く', '辛抱強く'), sha256 ="
        " encode(sha256(convert_to(replace(text, '粘り強く', '辛抱強く'), 'UTF8')), 'hex')",
        "captured_at = captured_at - interval '1 day'",
        "method = 'fetched'",
    ],
    ids=["longer", "same length", "captured earlier", "captured otherwise"],
)
def test_a_captured_text_never_changes(snapshot, change, state):
    factories.brought_to(snapshot.article, state)
    with refused("snapshot_never_changes"):
        sql(f"UPDATE quotes_snapshot SET {change} WHERE id = %s", snapshot.pk)


def test_a_captured_text_stays_with_its_article(snapshot):
    other = factories.ArticleFactory()
    with refused("snapshot_never_changes"):
        sql("UPDATE quotes_snapshot SET article_id = %s WHERE id = %s", other.pk, snapshot.pk)


@pytest.mark.parametrize(
    ("column", "rule", "changed"),
    [
        ("sha256", "snapshot_sha256_is_its_texts", "0" * 64),
        ("sha256", "snapshot_sha256_is_its_texts", ""),
        ("length", "snapshot_length_is_its_texts", 3),
    ],
)
def test_a_hash_and_a_length_are_those_of_the_text(snapshot, column, rule, changed):
    with refused(rule):
        sql(f"UPDATE quotes_snapshot SET {column} = %s WHERE id = %s", changed, snapshot.pk)
    with refused(rule):
        captured(snapshot.article, "중앙", **{column: changed})


def test_an_editor_may_say_later_that_a_text_is_an_excerpt(snapshot):
    with allowed():
        sql("UPDATE quotes_snapshot SET extent = 'excerpt' WHERE id = %s", snapshot.pk)
    assert value("SELECT extent FROM quotes_snapshot WHERE id = %s", snapshot.pk) == "excerpt"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (unicodedata.normalize("NFD", "Bộ trưởng Quốc phòng"), "snapshot_text_is_nfc"),
        (unicodedata.normalize("NFD", "양측은"), "snapshot_text_is_nfc"),
        ("Laut VNA\r\nQuelle", "snapshot_lines_end_with_lf"),
        ("Laut VNA\rQuelle", "snapshot_lines_end_with_lf"),
    ],
    ids=["Vietnamese decomposed", "Korean decomposed", "CRLF", "CR"],
)
def test_a_text_is_held_in_nfc_with_line_feeds(text, rule):
    article = factories.ArticleFactory()
    with refused(rule):
        captured(article, text)
    with allowed():
        captured(article, unicodedata.normalize("NFC", text).replace("\r", "\n"))


def test_an_empty_text_is_no_snapshot():
    with refused("snapshot_holds_text"):
        captured(factories.ArticleFactory(), "")


def test_an_article_has_one_snapshot_of_one_text(snapshot):
    with refused("snapshot_once_an_article", UNIQUE_VIOLATION):
        captured(snapshot.article, snapshot.text)
    with allowed():
        captured(factories.ArticleFactory(), snapshot.text)


def test_saving_brings_a_text_into_the_form_that_is_held():
    raw = unicodedata.normalize("NFD", "Bộ trưởng\r\n👩‍👩‍👧 양측은\r")
    snapshot = factories.SnapshotFactory(text=raw)
    assert snapshot.text == "Bộ trưởng\n👩‍👩‍👧 양측은\n"
    assert value("SELECT char_length(text) FROM quotes_snapshot") == snapshot.length == 20


def test_whether_any_article_holds_a_text_is_told_by_an_index():
    snapshot = factories.SnapshotFactory()
    same = Snapshot.objects.order_by().filter(sha256=snapshot.sha256)
    assert "snapshot_by_sha256" in plan_of_look_up(same)
