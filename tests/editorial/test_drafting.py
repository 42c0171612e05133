"""New drafts, whole or not at all: a quote and a joint statement with everything that is theirs."""

import pytest

from quotes.editorial.drafting import Point, Printing, draft_quote, draft_statement, keep
from quotes.editorial.history import changes
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.models import (
    Attribution,
    JointStatement,
    Occurrence,
    Provision,
    Quote,
    Signatory,
    Speaker,
    SpeakerName,
    StatementVersion,
    Topic,
)
from tests.factories import (
    NAKATANI_DE,
    NAKATANI_JA,
    STATEMENT_JA,
    SnapshotFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


def printing(text: str, passage: str, language: str) -> Printing:
    snapshot = SnapshotFactory(text=text, article__language=language)
    return Printing(Occurrence(snapshot=snapshot, language=language), passage)


@pytest.fixture
def japanese() -> Printing:
    return printing(f"「{NAKATANI_JA}」と強調。", f"「{NAKATANI_JA}」", "ja")


@pytest.fixture
def german() -> Printing:
    return printing(f"„{NAKATANI_DE}“, sagte er.", NAKATANI_DE, "de")


def test_a_quote_is_drafted_with_all_that_is_its_own(edith, japanese, german):
    nakatani, topic = SpeakerFactory(), Topic.objects.create(name_de="Besuche", name_en="Visits")
    quote = draft_quote(
        Quote(said_on="2025-09-08", said_on_basis="stated"),
        attributions=[Attribution(speaker=nakatani), Attribution(description="ein Beamter")],
        printings=[japanese, german],
        topics=[topic],
        user=edith,
        reason="From two sources.",
    )
    assert (quote.state, quote.wording, quote.language) == ("draft", NAKATANI_JA, "ja")
    assert [a.speaker for a in quote.attributions.order_by("position")] == [nakatani, None]
    assert [o.wording for o in quote.occurrences.all()] == [NAKATANI_JA, NAKATANI_DE]
    assert quote.occurrences.get(preferred=True) == japanese.occurrence
    assert quote.topics.get() == topic
    assert [(c.user_id, c.reason) for c in changes(quote)] == [(edith.pk, "From two sources.")]


def test_a_passage_without_a_place_undoes_the_whole_draft(edith, japanese):
    lost = printing("Seoul, 8. September.", NAKATANI_DE, "de")
    with pytest.raises(Refused, match="does not stand in the text"):
        draft_quote(
            Quote(),
            attributions=[Attribution(speaker=SpeakerFactory())],
            printings=[japanese, lost],
            user=edith,
        )
    assert not Quote.objects.exists()
    assert not Occurrence.objects.exists()


def test_a_row_that_breaks_its_models_rules_is_refused_with_all_of_them(edith):
    with pytest.raises(Refused) as refused, recorded(edith):
        keep(SpeakerName(speaker=SpeakerFactory(), text="", language="klingonisch"))
    assert len(refused.value.messages) == 2
    assert not SpeakerName.objects.exists()


def statement_of(edith, *passages: str) -> JointStatement:
    """A statement of the dossier's paragraphs, with a point for each of ``passages``."""
    snapshot = SnapshotFactory(text="\n".join(STATEMENT_JA), article__language="ja")
    nakatani, ahn = SpeakerFactory(), SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn")
    version = StatementVersion(
        snapshot=snapshot, start=0, end=snapshot.length, language="ja", issuer=nakatani
    )
    return draft_statement(
        JointStatement(title_de="Gemeinsame Presseerklärung", issued_on="2025-09-08"),
        signatories=[Signatory(speaker=nakatani), Signatory(speaker=ahn)],
        versions=[version],
        points=[Point(Provision(kind="agrees"), [(version, passage)]) for passage in passages],
        user=edith,
        reason="From the ministry’s text.",
    )


def test_a_statement_is_drafted_with_signatories_and_numbered_provisions(edith):
    statement = statement_of(edith, *STATEMENT_JA)
    assert statement.state == "draft"
    signatories = statement.signatories.order_by("position")
    assert [s.speaker.name for s in signatories] == ["Gen Nakatani", "Ahn Gyu-back"]
    provisions = statement.provisions.order_by("number")
    assert [(p.number, p.texts.get().text) for p in provisions] == list(
        enumerate(STATEMENT_JA, start=1)
    )


def test_a_provision_that_the_version_does_not_hold_undoes_the_whole_draft(edith):
    with pytest.raises(Refused, match="does not stand in the text"):
        statement_of(edith, STATEMENT_JA[0], "両国の防衛協力関係を")
    assert not JointStatement.objects.exists()
    assert Speaker.objects.count() == 2
