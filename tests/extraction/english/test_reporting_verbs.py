"""“X said …” and its kin: who says it, what, to whom."""

import pytest

from quotes.extraction.english import reporting_verbs
from tests.extraction.sentences import assert_found

IN_FRONT = """
{The minister} said [the bridge would be closed].
{The minister} said [that the bridge would be closed].
{She} announced on Monday [that the bridge would close].
{The police} reported [no one was injured].
{A spokesman for the ministry} confirmed [that the bridge would close].
{Holm} has also said [that the bridge was old].
In a letter, {Holm} wrote [that the bridge was old].
On Monday, {Rita Holm} said [the bridge was old].
{Holm and Tal} said [the bridge was old].
{Rita Holm, the minister of transport}, said [the bridge would close].
{Rita Holm}, who left on Monday, said [the bridge would close].
{She} asked [whether the bridge was safe].
{Both sides} agreed [that the bridge was old].
{Holm} said: "[We will build the bridge anew.]"
{Holm} said, "[We will build the bridge anew.]"
{Holm} tweeted "[The bridge will be closed in May]".
{Rita Holm} issued a statement which read "[The bridge is old.]"
"[We will build the bridge anew,]" {Rita Holm} said.
"[We will go home now,]" {Tom Hill of the council} said.
[No one was injured], {the police} said.
[The bridge, {she} suggested, was never safe].
"""
TO_WHOM = """
{Rita Holm} told <reporters> [that the bridge would close].
{Rita Holm} told <the press> on Monday [the bridge would close].
{Holm} told <Anadolu Agency>, a news outlet, [that the bridge was old].
{Holm} said to <the press> [the bridge would close].
"[We will go home now,]" {the council's spokeswoman} told <the BBC> on Monday.
{Holm} urged <the council> [to act soon].
"""
BEHIND = """
"[We will build the bridge anew,]" said {Rita Holm}.
"[We will build the bridge anew,]" said {the city's mayor, Rita Holm}.
"[We will go home now,]" said {Dr. Tom Hill} on Monday.
[The bridge was old], said {Holm}.
"""
SHARED = """
{Holm} said [the bridge was old], adding [that it would be closed].
The council left, with {Rita Holm} adding [that the bridge was old].
"[The bridge,]" {Holm} said, "[will be closed in May.]"
"""
WHERE_IT_ENDS = """
{Holm} said [the bridge was old], but nobody listened.
{Holm} said [the bridge was old]; nobody listened.
{Holm} said [the bridge was "[not safe]" in May].
"""
CALLED_OR_ASKED_FOR = """
{Holm} called the plan "[a disgrace]".
{Holm} described the plan as "[reckless and expensive]".
The plan was described by {Holm} as "[reckless and expensive]".
{Holm} called [for an inquiry into the accident].
{Holm} demanded [an inquiry into the accident].
{Holm} denied [the accusations of the council].
{Holm} warned [of a collapse of the bridge].
{Holm} vowed [to close the bridge].
{He} promised [to build a bridge soon].
{Holm} accused the council [of lying in May].
{Holm} pointed out [that the bridge was old].
{Holm} pointed out [the bridge was old].
{Holm} encouraged <residents> [to leave soon].
[The bridge was old], according to {Holm} who left on Monday.
{Holm} criticised [the plans of the council].
"""
ALL = IN_FRONT + TO_WHOM + BEHIND + SHARED + WHERE_IT_ENDS + CALLED_OR_ASKED_FOR


@pytest.mark.parametrize("sentence", ALL.split("\n"))
def test_a_verb_tells_who_says_what(sentence):
    assert_found(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "The report was published on Monday.",
        "Her claim was the first of many.",
        "The state said nothing.",
        "They were told on Monday.",
        "The council read reports from Monday.",
        "A hurricane warning for the coast was in effect.",
        "The council did not accede to protesters' demands for a new judge.",
        "The law would extradite people accused of grave crimes in May.",
        "A storm with reported winds of 90 miles passed the coast.",
        "He pointed the camera at the bridge.",
    ],
)
def test_nouns_and_other_meanings_report_nothing(sentence):
    assert_found(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "is_document"),
    [
        ("{The statement} said [the bridge would be closed].", True),
        ("{The ministry} said in a statement [that the bridge would be closed].", True),
        ('{The letter} read: "[The bridge will be closed in May.]"', True),
        ("{Rita Holm} issued a statement which said [the bridge was old].", True),
        ("According to {the report}, [no one was injured].", True),
        ("{The ministry} said [the bridge would be closed].", False),
        ("According to {the police}, [no one was injured].", False),
    ],
)
def test_what_is_written_is_told_from_what_is_spoken(sentence, is_document):
    assert [each.from_document for each in assert_found(sentence, "en")] == [is_document]


def test_no_verb_needs_that_and_goes_without_it():
    assert not reporting_verbs.ALWAYS & reporting_verbs.ONLY_WITH_THAT
