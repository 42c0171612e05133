"""Each refusal becomes a sentence that an editor understands."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from quotes.ingest.fetching import Reason, Refused, reasons, refused, sentence


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_sentence_of_the_values_that_come_with_it(reason):
    source = Path(refused.__file__).read_text()
    listed = re.search(rf'= "{reason.value}"(?:  # (.*))?$', source, re.MULTILINE)
    named = re.findall(r"(\w+)(?: \(\w+\))?(?:, |$)", listed[1] or "")
    told = sentence(Refused(reason, **dict.fromkeys(named, 7)))
    assert told.endswith(".")
    assert "%(" not in told


def test_the_values_stand_in_the_sentence():
    told = sentence(Refused(Reason.ADDRESS_NOT_PUBLIC, host="intern.example", address="10.0.0.1"))
    assert told == (
        "intern.example leads to 10.0.0.1, which is not an address of the public internet."
    )


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (404, "no such page"),
        (410, "removed"),
        (403, "paste its text"),
        (418, "418"),
        (503, "error"),
    ],
)
def test_well_known_statuses_are_told_in_words(status, told):
    said = sentence(Refused(Reason.STATUS, status=status))
    assert told in said
    assert str(status) in said


def test_nothing_is_translated_before_it_is_shown():
    with override("de"):
        assert all(hasattr(said, "__proxy__") or str(said) for said in reasons.SENTENCES.values())


def test_the_message_for_logs_holds_the_code_and_the_values():
    assert str(Refused(Reason.PORT, port=22)) == "port: port 22"
    assert str(Refused(Reason.EMPTY)) == "empty"
