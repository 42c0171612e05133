"""The moves between states: who may make them, what stands in their way, what they leave behind."""

import pytest

from quotes.editorial import moves
from quotes.editorial.history import changes
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.models import Quote, State
from tests.factories import (
    NAKATANI_EN,
    NAKATANI_JA,
    QuoteFactory,
    StatementLinkFactory,
    anchored_occurrence,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
    published_statement,
)

pytestmark = pytest.mark.django_db

DRAFTS = [draft_article, draft_quote, draft_statement]


@pytest.fixture(params=DRAFTS, ids=["article", "quote", "statement"])
def draft(request):
    return request.param()


def in_review(item, user):
    moves.submit(item, user)
    return item


def test_every_move_is_recorded_with_its_reason(edith, rosa):
    article = draft_article()
    moves.submit(article, edith, "please check")
    moves.return_to_author(article, rosa, "date is missing")
    moves.submit(article, edith, "date added")
    moves.publish(article, rosa, "checked against the print")
    moves.withdraw(article, edith, "retracted by the agency")
    moves.reopen(article, edith, "a corrected report came")
    reasons = [(c.user_name, c.reason) for c in reversed(changes(article)) if c.user_id]
    assert [reason for _name, reason in reasons] == [
        "please check",
        "date is missing",
        "date added",
        "checked against the print",
        "retracted by the agency",
        "a corrected report came",
    ]
    assert article.state == State.IN_REVIEW


@pytest.mark.parametrize(
    ("move", "states"),
    [
        (moves.submit, {State.DRAFT}),
        (moves.return_to_author, {State.IN_REVIEW}),
        (moves.withdraw, {State.PUBLISHED}),
        (moves.reopen, {State.WITHDRAWN}),
    ],
)
def test_a_move_starts_from_its_own_states_only(move, states, edith, rosa):
    for state, steps in {
        State.DRAFT: [],
        State.IN_REVIEW: [moves.submit],
        State.PUBLISHED: [moves.submit, moves.publish],
        State.WITHDRAWN: [moves.submit, moves.publish, moves.withdraw],
    }.items():
        with recorded(edith):
            article = draft_article()
        for step in steps:
            step(article, rosa if step is moves.publish else edith, "so")
        assert article.state == state
        if state in states:
            move(article, rosa, "because")
            assert article.state != state
        else:
            with pytest.raises(Refused) as refused:
                move(article, rosa, "because")
            assert len(refused.value.messages) == 1
            article.refresh_from_db()
            assert article.state == state


@pytest.mark.parametrize("move", [moves.return_to_author, moves.withdraw, moves.reopen])
def test_going_back_needs_a_reason(move, rosa):
    article = published_article()
    with pytest.raises(Refused) as refused:
        move(article, rosa, "  ")
    assert refused.value.messages == ["Say why: this step needs a reason."]


# Publication


def test_everything_that_is_missing_is_named_at_once(edith):
    quote = QuoteFactory(said_on="", said_on_basis="")
    moves.submit(quote, edith)
    with pytest.raises(Refused) as refused:
        moves.publish(quote, edith)
    assert refused.value.messages == [
        "No occurrence is marked as preferred: the quote has no wording yet.",
        "It has neither a speaker nor the description of an anonymous source.",
        "It has no date; say so if the date is not known.",
        "You changed it since review began: a second person publishes it (two pairs of eyes).",
    ]
    quote.refresh_from_db()
    assert quote.state == State.IN_REVIEW


def test_a_quote_needs_a_published_article(edith, rosa):
    quote = in_review(draft_quote(), edith)
    with pytest.raises(Refused) as refused:
        moves.publish(quote, rosa)
    (message,) = refused.value.messages
    assert message.startswith("The article of its preferred occurrence is not published")


def test_a_quote_needs_an_anchor_that_holds(edith, rosa):
    quote = draft_quote(article=published_article())
    quote.occurrences.update(orphan=True)
    in_review(quote, edith)
    with pytest.raises(Refused) as refused:
        moves.publish(quote, rosa)
    assert refused.value.messages == [
        "The anchor of its preferred occurrence does not hold: the passage is not found."
    ]


def test_an_unknown_date_and_an_anonymous_source_are_enough(edith, rosa):
    quote = draft_quote(
        article=published_article(),
        description="ein hoher Beamter",
        said_on="",
        said_on_basis="unknown",
    )
    moves.publish(in_review(quote, edith), rosa)
    assert Quote.objects.published().filter(pk=quote.pk).exists()


def test_a_statement_needs_signatories_a_date_and_words(edith, rosa):
    statement = draft_statement(signatories=[], issued_on="")
    in_review(statement, edith)
    with pytest.raises(Refused) as refused:
        moves.publish(statement, rosa)
    assert refused.value.messages == [
        "It has no signatory.",
        "It has no date of issue.",
        "It has neither a version in a published article nor a published quote of its words.",
    ]


def test_drafts_are_not_published_past_review(draft, rosa):
    with pytest.raises(Refused) as refused:
        moves.publish(draft, rosa)
    assert "It is not in review: send it there first." in refused.value.messages


def test_the_time_of_the_first_publication_stays(edith, rosa):
    article = draft_article()
    moves.publish(in_review(article, edith), rosa)
    first = article.first_published_at
    moves.withdraw(article, edith, "wrong")
    moves.reopen(article, edith, "right after all")
    moves.publish(article, rosa)
    assert article.first_published_at == first
    assert article.published_at > first
    assert article.withdrawal_reason == ""


# Two pairs of eyes


def test_who_sent_it_to_review_does_not_publish_it(edith, rosa):
    article = in_review(draft_article(), edith)
    with pytest.raises(Refused) as refused:
        moves.publish(article, edith)
    assert refused.value.messages == [
        "You changed it since review began: a second person publishes it (two pairs of eyes)."
    ]
    moves.publish(article, rosa)
    assert article.state == State.PUBLISHED


def test_who_changed_a_part_during_review_is_an_author_too(edith, rosa):
    quote = in_review(draft_quote(article=published_article()), edith)
    with recorded(rosa, "name as printed"):
        attribution = quote.attributions.get()
        attribution.name_as_printed = "Minister Nakatani"
        attribution.save()
    with pytest.raises(Refused):
        moves.publish(quote, rosa)


def test_changes_before_the_present_review_do_not_count(edith, rosa, ada):
    article = draft_article()
    moves.submit(article, rosa)
    moves.return_to_author(article, edith, "no date")
    moves.submit(article, edith)
    moves.publish(article, rosa)
    assert article.state == State.PUBLISHED


def test_who_wrote_the_draft_does_not_publish_it_when_another_sends_it_to_review(edith, carl, rosa):
    quote = draft_quote(article=published_article())
    with recorded(edith, "to whom"):
        quote.addressee = "Reporter"
        quote.save()
    moves.submit(quote, carl)
    moves.return_to_author(quote, rosa, "please look again")
    moves.submit(quote, carl)
    with pytest.raises(Refused):
        moves.publish(quote, edith)
    moves.publish(quote, rosa)
    assert quote.state == State.PUBLISHED


def test_one_pair_of_eyes_is_enough_where_the_setting_says_so(edith, settings):
    settings.WORTLAUT_TWO_PAIRS_OF_EYES = False
    article = in_review(draft_article(), edith)
    moves.publish(article, edith)
    assert article.state == State.PUBLISHED


# Changed after publication


def test_a_change_after_publication_waits_for_a_second_person(edith, rosa):
    quote = published_quote()
    with recorded(edith, "the day is not certain"):
        quote.said_on = "2025-09"
        quote.save()
    quote.refresh_from_db()
    assert quote.unseen_since is not None
    with pytest.raises(Refused) as refused:
        moves.confirm(quote, edith)
    assert refused.value.messages == ["You made this change yourself: a second person confirms it."]
    moves.confirm(quote, rosa)
    assert quote.unseen_since is None
    with pytest.raises(Refused):
        moves.confirm(quote, rosa)


def test_the_publisher_may_confirm_what_another_changed_right_after(edith, rosa):
    article = in_review(draft_article(), edith)
    moves.publish(article, rosa)
    with recorded(edith, "typing error"):
        article.byline = "Jiji"
        article.save()
    article.refresh_from_db()
    moves.confirm(article, rosa)
    assert article.unseen_since is None


def test_saving_an_old_copy_does_not_clear_the_mark(edith):
    quote = published_quote()
    old_copy = Quote.objects.get(pk=quote.pk)
    with recorded(edith):
        quote.said_on = "2025-09"
        quote.save()
    with recorded(edith):
        old_copy.said_on = "2025-09"
        old_copy.context = "Seoul"
        old_copy.save()
    quote.refresh_from_db()
    assert quote.unseen_since is not None


# Withdrawal


def test_withdrawing_an_article_makes_the_next_best_occurrence_preferred(edith):
    quote = published_quote(NAKATANI_JA, language="ja")
    machine = published_article(text=NAKATANI_EN, language="en")
    media = published_article(text=NAKATANI_EN, language="en")
    anchored_occurrence(quote, machine, NAKATANI_EN, wording_origin="machine_translation")
    wanted = anchored_occurrence(quote, media, NAKATANI_EN, wording_origin="media_translation")
    article = quote.occurrences.get(preferred=True).snapshot.article
    moves.withdraw(article, edith, "taken back by the agency")
    quote.refresh_from_db()
    assert quote.state == State.PUBLISHED
    assert quote.occurrences.get(preferred=True) == wanted
    assert (quote.wording, quote.language) == (NAKATANI_EN, "en")
    assert quote.unseen_since is not None


def test_withdrawing_the_only_article_withdraws_the_quote(edith):
    quote = published_quote()
    article = quote.occurrences.get().snapshot.article
    moves.withdraw(article, edith, "taken back by the agency")
    quote.refresh_from_db()
    assert quote.state == State.WITHDRAWN
    assert quote.withdrawal_reason == "Its only source was withdrawn: taken back by the agency"
    assert not Quote.objects.published().exists()


def test_an_occurrence_in_a_draft_article_is_no_footing(edith):
    quote = published_quote(NAKATANI_JA, language="ja")
    anchored_occurrence(quote, draft_article(text=NAKATANI_EN, language="en"), NAKATANI_EN)
    moves.withdraw(quote.occurrences.get(preferred=True).snapshot.article, edith, "wrong")
    quote.refresh_from_db()
    assert quote.state == State.WITHDRAWN


def test_a_withdrawn_statement_says_why(edith):
    statement = published_statement()
    moves.withdraw(statement, edith, "not the final text")
    assert statement.withdrawal_reason == "not the final text"
    assert statement.state == State.WITHDRAWN


def test_a_statement_goes_with_the_article_of_its_only_words(edith):
    statement = published_statement()
    moves.withdraw(statement.versions.get().snapshot.article, edith, "taken back")
    statement.refresh_from_db()
    assert statement.state == State.WITHDRAWN
    assert statement.withdrawal_reason == "Its only source was withdrawn: taken back"


def test_a_statement_stays_while_a_published_quote_has_its_words(edith):
    statement = published_statement()
    quote = published_quote()
    StatementLinkFactory(quote=quote, statement=statement, kind="states")
    moves.withdraw(statement.versions.get().snapshot.article, edith, "taken back")
    statement.refresh_from_db()
    assert statement.state == State.PUBLISHED
    moves.withdraw(quote, edith, "never said")
    statement.refresh_from_db()
    assert statement.state == State.WITHDRAWN
