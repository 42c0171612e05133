"""Speakers, names and roles, raw: nobody with words is deleted, a role stays with its holder."""

import pytest

from quotes.models import SpeakerKind
from tests import factories
from tests.models.attacks import UNIQUE_VIOLATION, allowed, refused, sql

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words",
    [
        lambda speaker: factories.AttributionFactory(speaker=speaker),
        lambda speaker: factories.published_quote(speaker=speaker),
        lambda speaker: factories.SignatoryFactory(speaker=speaker),
        lambda speaker: factories.StatementVersionFactory(issuer=speaker),
    ],
    ids=["draft attribution", "published attribution", "signature", "issued text"],
)
def test_a_speaker_with_words_is_never_deleted(words):
    speaker = factories.SpeakerFactory()
    words(speaker)
    with refused("speaker_with_words_is_kept"):
        sql("DELETE FROM quotes_speaker WHERE id = %s", speaker.pk)


@pytest.mark.parametrize(
    ("published", "parts"),
    [(factories.published_quote, "attributions"), (factories.published_statement, "signatories")],
    ids=["speaker", "signatory"],
)
def test_a_speaker_who_once_had_public_words_is_kept_even_when_another_said_them(published, parts):
    row = getattr(published(), parts).first()
    speaker, other = row.speaker, factories.SpeakerFactory(name="Shinjiro Koizumi")
    sql(f"UPDATE {row._meta.db_table} SET speaker_id = %s WHERE id = %s", other.pk, row.pk)
    with refused("speaker_with_words_is_kept"):
        sql("DELETE FROM quotes_speaker WHERE id = %s", speaker.pk)


def test_a_speaker_without_words_is_deleted_with_his_names_and_roles():
    speaker = factories.SpeakerFactory()
    factories.SpeakerNameFactory(speaker=speaker)
    factories.TenureFactory(speaker=speaker)
    with allowed():
        speaker.delete()


def test_a_speaker_has_a_name():
    speaker = factories.SpeakerFactory()
    with refused("speaker_has_a_name"):
        sql("UPDATE quotes_speaker SET name = '' WHERE id = %s", speaker.pk)


def test_a_name_form_is_not_empty_and_held_once():
    name = factories.SpeakerNameFactory()
    with refused("speakername_is_not_empty"):
        sql("UPDATE quotes_speakername SET text = '' WHERE id = %s", name.pk)
    copy = (
        "INSERT INTO quotes_speakername (speaker_id, text, language, kind, folded)"
        " SELECT speaker_id, text, %s, kind, folded FROM quotes_speakername WHERE id = %s"
    )
    with refused("speakername_once_a_speaker", UNIQUE_VIOLATION):
        sql(copy, "ja", name.pk)
    with allowed():
        sql(copy, "zh", name.pk)


def test_a_role_has_a_title_and_is_not_held_in_oneself():
    tenure = factories.TenureFactory(title_de="")
    with refused("tenure_has_a_title"):
        sql("UPDATE quotes_tenure SET title_en = '' WHERE id = %s", tenure.pk)
    with refused("tenure_not_in_oneself"):
        sql("UPDATE quotes_tenure SET organisation_id = speaker_id WHERE id = %s", tenure.pk)
    ministry = factories.SpeakerFactory(kind=SpeakerKind.ORGANISATION, name="防衛省")
    with allowed():
        sql("UPDATE quotes_tenure SET organisation_id = %s WHERE id = %s", ministry.pk, tenure.pk)


NAMED_BESIDE_A_SPEAKER = pytest.mark.parametrize(
    ("table", "made"),
    [
        ("attribution", factories.AttributionFactory),
        ("signatory", factories.SignatoryFactory),
    ],
)


@NAMED_BESIDE_A_SPEAKER
def test_a_role_named_beside_a_speaker_is_one_of_his(table, made):
    nakatani = factories.SpeakerFactory()
    ahn = factories.SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
    row = made(speaker=nakatani)
    rule = f"{table}_tenure_of_speaker"
    with allowed():
        own = factories.TenureFactory(speaker=nakatani)
        sql(f"UPDATE quotes_{table} SET tenure_id = %s WHERE id = %s", own.pk, row.pk)
    other = factories.TenureFactory(speaker=ahn)
    with refused(rule):
        sql(f"UPDATE quotes_{table} SET tenure_id = %s WHERE id = %s", other.pk, row.pk)
    with refused(rule):
        sql(f"UPDATE quotes_{table} SET speaker_id = %s WHERE id = %s", ahn.pk, row.pk)
    with refused(rule):
        made(speaker=ahn, tenure=own)


def test_an_anonymous_source_holds_no_role():
    tenure = factories.TenureFactory()
    with refused("attribution_tenure_of_speaker"):
        factories.AttributionFactory(speaker=None, description="ein hoher Beamter", tenure=tenure)


@NAMED_BESIDE_A_SPEAKER
def test_a_role_once_named_does_not_move_to_another_holder(table, made):
    tenure, free = factories.TenureFactory(), factories.TenureFactory()
    row = made(speaker=tenure.speaker, tenure=tenure)
    other = factories.SpeakerFactory(name="Shinjiro Koizumi")
    move = "UPDATE quotes_tenure SET speaker_id = %s WHERE id = %s"
    with refused("tenure_stays_with_its_speaker"):
        sql(move, other.pk, tenure.pk)
    with allowed():
        sql(move, other.pk, free.pk)
    with allowed():
        sql(f"UPDATE quotes_{table} SET tenure_id = NULL WHERE id = %s", row.pk)
        sql(move, other.pk, tenure.pk)
