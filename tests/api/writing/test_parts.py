"""Articles with captured texts, statements with versions and provisions, speakers with roles."""

import pytest

from quotes.models import JointStatement, Snapshot
from tests import factories
from tests.factories import STATEMENT_JA

from .conftest import places

pytestmark = pytest.mark.django_db


def test_an_article_is_captured_and_captured_again(ediths):
    outlet = factories.OutletFactory().pk
    body = {"outlet": outlet, "language": "de", "source_url": "https://example.org/a"}
    made = ediths.post("/api/v1/articles/", {**body, "snapshots": [{"text": "Eins.\r\nZwei."}]})
    assert made.status_code == 201, made.content
    [snapshot] = made.json()["snapshots"]
    assert (snapshot["text"], snapshot["length"]) == ("Eins.\nZwei.", 11)
    kept = {"id": snapshot["id"]}
    address = made.headers["Location"]
    again = ediths.patch(address, {"snapshots": [kept, {"text": "Eins.\nZwei."}]})
    assert "already" in places(again)["/snapshots/1/text"]
    changed = ediths.patch(address, {"snapshots": [{**kept, "text": "Drei."}]})
    assert "never changes" in places(changed)["/snapshots/0"]
    more = ediths.patch(address, {"snapshots": [kept, {"text": "Drei."}]})
    assert more.status_code == 200
    assert Snapshot.objects.count() == 2
    assert "already" in places(ediths.post("/api/v1/articles/", body))["/source_url"]
    assert "/source_url" in places(
        ediths.post("/api/v1/articles/", {**body, "source_url": "javascript:alert(1)"})
    )


def test_a_statement_is_made_with_provisions_of_versions_that_come_with_it(ediths):
    snapshot = factories.draft_article(language="ja", text="\n".join(STATEMENT_JA)).snapshots.get()
    speaker = factories.SpeakerFactory()
    body = {
        "title_en": "Joint press statement",
        "signatories": [{"speaker": speaker.pk, "capacity": "日本国防衛大臣"}],
        "versions": [{"issuer": speaker.pk, "language": "ja", "snapshot": snapshot.pk}],
        "provisions": [
            {
                "number": 1,
                "kind": "welcomes",
                "parties": [speaker.pk],
                "texts": [{"version_at": 0, "segment": {"exact": STATEMENT_JA[0]}}],
            }
        ],
    }
    made = ediths.post("/api/v1/statements/", body)
    assert made.status_code == 201, made.content
    told = made.json()
    assert told["versions"][0]["segment"]["end"] == len(snapshot.text)
    [text] = told["provisions"][0]["texts"]
    assert text["segment"]["exact"] == STATEMENT_JA[0]
    assert ediths.put(made.headers["Location"], told).json() == told
    body["provisions"][0]["texts"][0]["version_at"] = 1
    assert "/provisions/0/texts/0/version_at" in places(ediths.post("/api/v1/statements/", body))
    body["provisions"][0]["texts"][0] = {
        "version": factories.draft_statement().versions.get().pk,
        "segment": {"exact": STATEMENT_JA[0]},
    }
    assert "/provisions/0/texts/0/version" in places(ediths.post("/api/v1/statements/", body))
    assert JointStatement.objects.filter(title_en="Joint press statement").count() == 1


def test_a_speaker_has_names_and_roles(ediths):
    ministry = factories.SpeakerFactory(kind="organisation", name="Ministry")
    body = {
        "kind": "person",
        "name": "Ahn Gyu-back",
        "family_name": "Ahn",
        "names": [{"text": "안규백", "language": "KO", "kind": "official"}],
        "tenures": [
            {"title_en": "Minister", "organisation": ministry.pk, "since": {"edtf": "2025"}}
        ],
        "reason": "steht in E",
    }
    body["tenures"][0]["since"] = {"edtf": "2025"}
    made = ediths.post("/api/v1/speakers/", body)
    assert made.status_code == 201, made.content
    assert made.json()["names"][0]["language"] == "ko"
    assert made.json()["tenures"][0]["since"]["latest"] == "2025-12-31"
    body["tenures"][0]["until"] = {"edtf": "2024"}
    assert "before it began" in places(ediths.post("/api/v1/speakers/", body))["/tenures/0"]
