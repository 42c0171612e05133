"""Contributor, Editor, Administrator: made after every migrate, and what each may do."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from quotes.editorial import moves
from quotes.editorial.comments import comment
from quotes.editorial.refusals import Refused
from quotes.editorial.roles import may_change, may_publish
from quotes.models import ReviewComment
from tests.factories import (
    EventFactory,
    TopicFactory,
    draft_article,
    draft_quote,
    draft_statement,
    published_article,
    published_quote,
)

pytestmark = pytest.mark.django_db


def test_the_groups_are_made_again_by_migrate_and_keep_their_members(edith):
    Group.objects.get(name="Editor").permissions.clear()
    Group.objects.get(name="Contributor").delete()
    call_command("migrate", verbosity=0)
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Administrator",
        "Contributor",
        "Editor",
    }
    assert Group.objects.get(name="Editor").permissions.exists()
    assert edith.groups.get().name == "Editor"


@pytest.mark.parametrize("make", [draft_article, draft_quote, draft_statement])
def test_a_contributor_changes_drafts_and_publishes_nothing(make, carl, edith):
    item = make()
    assert may_change(carl, item)
    assert not may_publish(carl, item)
    assert may_publish(edith, item)
    moves.submit(item, carl)
    assert not may_change(carl, item)
    assert may_change(edith, item)


@pytest.mark.parametrize("model", ["candidate", "decision", "furtherspeaker"])
def test_a_contributor_works_in_the_workbench(model, carl):
    assert carl.has_perms([f"quotes.{action}_{model}" for action in ("view", "add", "change")])
    assert not carl.has_perm(f"quotes.delete_{model}")


@pytest.mark.parametrize("model", ["quote", "article", "jointstatement", "speaker", "topic"])
def test_a_contributor_deletes_no_item(model, carl, edith):
    assert not carl.has_perm(f"quotes.delete_{model}")
    assert edith.has_perm(f"quotes.delete_{model}")


def test_nobody_may_write_history(edith, carl):
    for user in (edith, carl):
        assert not any(
            p.endswith(("_quoteevent", "_articleevent")) for p in user.get_all_permissions()
        )


def test_only_administrators_manage_accounts(edith, ada):
    assert not edith.has_perm("auth.change_user")
    assert ada.has_perm("auth.change_user")


def test_a_comment_keeps_its_authors_name(edith):
    article = published_article()
    written = comment(article, edith, " Datum fehlt. ")
    name = edith.get_full_name() or "edith"
    edith.delete()
    written = ReviewComment.objects.get(pk=written.pk)
    assert (written.text, written.author, written.author_name) == ("Datum fehlt.", None, name)


def test_an_empty_comment_is_refused(edith):
    with pytest.raises(Refused):
        comment(draft_quote(), edith, "   ")


@pytest.mark.parametrize(
    "named",
    [
        lambda quote: quote.attributions.get().speaker,
        lambda quote: quote.topics.get(),
        lambda quote: quote.event,
        lambda quote: quote.occurrences.get().snapshot.article.outlet,
    ],
    ids=["speaker", "topic", "event", "outlet"],
)
def test_a_contributor_leaves_alone_what_readers_see(named, carl, edith):
    draft = draft_quote(event=EventFactory(), topics=[TopicFactory()])
    assert may_change(carl, named(draft))
    public = published_quote(event=EventFactory(), topics=[TopicFactory()])
    assert not may_change(carl, named(public))
    assert may_change(edith, named(public))
