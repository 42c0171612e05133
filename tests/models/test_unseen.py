"""The mark "changed, not yet seen": set by whatever readers rely on, cleared by confirmation."""

import datetime

import pytest
from django.utils import timezone

from quotes.models import Article, JointStatement, Quote
from tests import factories
from tests.models.attacks import rules_hold, sql

pytestmark = pytest.mark.django_db

PUBLISHED = {
    Quote: factories.published_quote,
    Article: factories.published_article,
    JointStatement: factories.published_statement,
}
OCCURRENCE = "(SELECT id FROM quotes_occurrence WHERE quote_id = %(item)s)"
PROVISION = "(SELECT min(id) FROM quotes_provision WHERE statement_id = %(item)s)"


def columns(table, *assignments):
    return {
        assignment.split(" = ")[0]: f"UPDATE {table} SET {assignment} WHERE id = %(item)s"
        for assignment in assignments
    }


def bounds(table, field):
    day = "'2025-09-09'"
    return {
        f"{field} and its bounds": f"UPDATE {table} SET {field} = '2025-09-09',"
        f" {field}_earliest = {day}, {field}_latest = {day}, {field}_sort = {day}"
        " WHERE id = %(item)s",
        f"bounds of {field} alone": f"UPDATE {table} SET {field}_earliest = {day},"
        f" {field}_latest = {day}, {field}_sort = {day} WHERE id = %(item)s",
    }


SENSITIVE = {
    Quote: {
        **columns(
            "quotes_quote",
            "said_on_basis = 'derived'",
            "event_id = (SELECT min(id) FROM quotes_event)",
            "addressee = 'Reporter'",
            "context = 'Nach dem Gespräch'",
        ),
        **bounds("quotes_quote", "said_on"),
        "another speaker": "UPDATE quotes_attribution SET speaker_id = (SELECT max(id) FROM"
        " quotes_speaker) WHERE quote_id = %(item)s AND speaker_id IS NOT NULL",
        "speaker added": "INSERT INTO quotes_attribution (quote_id, position, description,"
        " name_as_printed) VALUES (%(item)s, 9, 'ein hoher Beamter', '')",
        "speaker removed": "DELETE FROM quotes_attribution WHERE quote_id = %(item)s"
        " AND position = 2",
        "name as printed": "UPDATE quotes_attribution SET name_as_printed = '中谷氏'"
        " WHERE quote_id = %(item)s",
        "speech type": "UPDATE quotes_occurrence SET speech_type = 'indirect'"
        " WHERE quote_id = %(item)s",
        "origin of the wording": "UPDATE quotes_occurrence SET wording_origin ="
        " 'machine_translation' WHERE quote_id = %(item)s",
        "page": "UPDATE quotes_occurrence SET locator = 'S. 17' WHERE quote_id = %(item)s",
        "occurrence added": "INSERT INTO quotes_occurrence (quote_id, snapshot_id, preferred,"
        " speech_type, language, wording, wording_origin, reporting_phrase, locator, orphan,"
        " withdrawn) SELECT quote_id, snapshot_id, false, 'direct', 'de', '', 'unknown', '', '',"
        " false, false FROM quotes_occurrence WHERE quote_id = %(item)s",
        "anchor moved to a lookalike": 'UPDATE quotes_segment SET start = start + half, "end" ='
        ' "end" + half FROM (SELECT length / 2 AS half FROM quotes_snapshot s JOIN'
        " quotes_occurrence o ON o.snapshot_id = s.id WHERE o.quote_id = %(item)s) text"
        f" WHERE occurrence_id IN {OCCURRENCE}",
        "source of an occurrence": "INSERT INTO quotes_hop (occurrence_id, kind, agent, evidence,"
        " inferred, position) SELECT id, 'quotes', 'human', 'Laut VNA', false, 9"
        " FROM quotes_occurrence WHERE quote_id = %(item)s",
        "link to a statement": "INSERT INTO quotes_statementlink (quote_id, statement_id, kind)"
        " SELECT %(item)s, min(id), 'states' FROM quotes_jointstatement",
    },
    Article: {
        **columns(
            "quotes_article",
            "headline = 'Anders'",
            "outlet_id = (SELECT min(id) FROM quotes_outlet)",
            "byline = 'VNA'",
            "language = 'vi'",
            "url = NULL, canonical_url = NULL",
            "rights = 'whole'",
        ),
        **bounds("quotes_article", "published_on"),
        "extent of the text": "UPDATE quotes_snapshot SET extent = 'whole'"
        " WHERE article_id = %(item)s",
        "text captured again": "INSERT INTO quotes_snapshot (article_id, text, sha256, length,"
        " method, extent, captured_at) VALUES (%(item)s, 'x', encode(sha256('x'), 'hex'), 1,"
        " 'pasted', 'whole', now())",
        "source named": "INSERT INTO quotes_hop (article_id, kind, agent, evidence, inferred,"
        " position) VALUES (%(item)s, 'quotes', 'human', 'Laut VNA', false, 9)",
        "source changed": "UPDATE quotes_hop SET kind = 'reprints' WHERE article_id = %(item)s",
        "source removed": "DELETE FROM quotes_hop WHERE article_id = %(item)s",
    },
    JointStatement: {
        **columns(
            "quotes_jointstatement",
            "title_de = 'Anders'",
            "title_en = 'Otherwise'",
            "kind = 'communique'",
            "event_id = (SELECT min(id) FROM quotes_event)",
        ),
        **bounds("quotes_jointstatement", "issued_on"),
        "signatory's capacity": "UPDATE quotes_signatory SET capacity = '국방부 장관'"
        " WHERE statement_id = %(item)s",
        "signatory removed": "DELETE FROM quotes_signatory WHERE statement_id = %(item)s"
        " AND position = 2",
        "provision's kind": "UPDATE quotes_provision SET kind = 'commits'"
        " WHERE statement_id = %(item)s",
        "provision's party": "INSERT INTO quotes_provision_parties (provision_id, speaker_id)"
        f" SELECT {PROVISION}, max(id) FROM quotes_speaker",
        "provision's text": "UPDATE quotes_provisiontext SET start = start + 1"
        f" WHERE provision_id = {PROVISION}",
        "version's standing": "UPDATE quotes_statementversion SET official = false"
        " WHERE statement_id = %(item)s",
    },
}
CASES = [
    pytest.param(model, change, id=f"{model._meta.model_name}: {name}")
    for model, changes in SENSITIVE.items()
    for name, change in changes.items()
]


def surroundings():
    """Whatever a change may name: an event, another speaker, outlet and statement."""
    factories.EventFactory()
    factories.OutletFactory()
    factories.JointStatementFactory()


def prepared(model):
    """A published and confirmed item with what the changes above need."""
    surroundings()
    twice = f"„{factories.NAKATANI_DE}“, sagte er.\n" * 2
    if model is Quote:
        quote = factories.draft_quote(article=factories.draft_article(text=twice))
        factories.AttributionFactory(quote=quote, speaker=None, description="ein Beamter")
        factories.publish(quote.occurrences.get().snapshot.article)
        item = factories.publish(quote)
    elif model is Article:
        article = factories.draft_article()
        factories.HopFactory(article=article)
        item = factories.publish(article)
    else:
        item = factories.published_statement()
    factories.SpeakerFactory(name="Shinjiro Koizumi")
    factories.confirm(item)
    rules_hold()
    assert item.unseen_since is None
    return item


def changed(item, change):
    assert sql(change.replace("%(item)s", str(item.pk))) >= 1
    rules_hold()
    item.refresh_from_db()


@pytest.mark.parametrize(("model", "change"), CASES)
def test_a_change_of_what_readers_rely_on_is_marked(model, change):
    item = prepared(model)
    changed(item, change)
    assert item.unseen_since is not None


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Quote, "UPDATE quotes_quote SET updated_at = now() WHERE id = %(item)s"),
        (Quote, "UPDATE quotes_occurrence SET orphan = true WHERE quote_id = %(item)s"),
        (Quote, "UPDATE quotes_attribution SET position = position WHERE quote_id = %(item)s"),
        (Article, "UPDATE quotes_article SET rights_note = '–' WHERE id = %(item)s"),
        (JointStatement, "UPDATE quotes_provision SET kind = kind WHERE statement_id = %(item)s"),
    ],
    ids=["time stamp", "orphan", "nothing", "rights note", "nothing in a provision"],
)
def test_other_changes_are_not_marked(model, change):
    item = prepared(model)
    changed(item, change)
    assert item.unseen_since is None


@pytest.mark.parametrize("model", PUBLISHED)
@pytest.mark.parametrize("state", ["draft", "in_review", "withdrawn"])
def test_only_published_items_are_marked(model, state):
    item = factories.brought_to(prepared(model), state)
    for change in SENSITIVE[model].values():
        if not change.startswith("DELETE"):
            changed(item, change)
    assert item.unseen_since is None


@pytest.mark.parametrize("model", PUBLISHED)
def test_a_row_saved_from_an_old_copy_does_not_clear_the_mark(model):
    item = prepared(model)
    old_copy = model.objects.get(pk=item.pk)
    changed(item, next(iter(SENSITIVE[model].values())))
    marked = item.unseen_since
    old_copy.save(update_fields=["unseen_since", "confirmed_at", "updated_at"])
    item.refresh_from_db()
    assert item.unseen_since == marked
    changed(item, f"UPDATE {model._meta.db_table} SET unseen_since = NULL WHERE id = %(item)s")
    assert item.unseen_since == marked


@pytest.mark.parametrize("model", PUBLISHED)
def test_a_confirmation_clears_the_mark_and_a_later_change_sets_it_again(model):
    item = prepared(model)
    first, second, *_ = SENSITIVE[model].values()
    changed(item, first)
    factories.confirm(item)
    assert item.unseen_since is None
    changed(item, second)
    assert item.unseen_since is not None


def test_a_change_together_with_its_confirmation_stays_marked():
    item = prepared(Quote)
    changed(
        item,
        "UPDATE quotes_quote SET addressee = 'Reporter', confirmed_at = clock_timestamp()"
        " WHERE id = %(item)s",
    )
    assert item.unseen_since is not None


def test_a_confirmation_of_yesterday_clears_nothing():
    item = prepared(Quote)
    changed(item, SENSITIVE[Quote]["addressee"])
    yesterday = timezone.now() - datetime.timedelta(days=1)
    Quote.objects.filter(pk=item.pk).update(confirmed_at=yesterday)
    item.refresh_from_db()
    assert item.unseen_since is not None


@pytest.mark.parametrize("model", PUBLISHED)
def test_a_withdrawal_takes_the_mark_with_it(model):
    item = prepared(model)
    changed(item, next(iter(SENSITIVE[model].values())))
    factories.withdraw(item)
    item.refresh_from_db()
    assert item.unseen_since is None
