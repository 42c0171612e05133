"""What editors say to each other, raw: about one item, as written, with the name for ever."""

import pytest

from quotes.models import ReviewComment
from tests import factories
from tests.models.attacks import FOREIGN_KEY_VIOLATION, allowed, refused, sql, value

pytestmark = pytest.mark.django_db

ABOUT = {
    "quote": factories.QuoteFactory,
    "article": factories.ArticleFactory,
    "statement": factories.JointStatementFactory,
}


@pytest.fixture
def comment():
    author = factories.UserFactory(username="rosa")
    return factories.ReviewCommentFactory(author=author)


@pytest.mark.parametrize("about", ABOUT)
def test_a_comment_is_about_one_item(about):
    with allowed():
        factories.ReviewCommentFactory(**{"quote": None, about: ABOUT[about]()})
    with refused("reviewcomment_about_one_item"):
        factories.ReviewCommentFactory(quote=None)
    for other in set(ABOUT) - {about}:
        with refused("reviewcomment_about_one_item"):
            factories.ReviewCommentFactory(
                **{"quote": None, about: ABOUT[about](), other: ABOUT[other]()}
            )


def test_a_comment_says_something():
    with refused("reviewcomment_says_something"):
        factories.ReviewCommentFactory(text="")


@pytest.mark.parametrize(
    "change",
    [
        "text = 'Einverstanden.'",
        "author_name = 'Edith'",
        "created_at = created_at - interval '1 day'",
        "author_id = (SELECT id FROM auth_user WHERE username = 'edith')",
        "quote_id = (SELECT max(id) FROM quotes_quote)",
    ],
)
def test_a_comment_stays_as_it_was_written(comment, change):
    factories.UserFactory(username="edith")
    factories.QuoteFactory()
    with refused("reviewcomment_stays_as_written"):
        sql(f"UPDATE quotes_reviewcomment SET {change} WHERE id = %s", comment.pk)


def test_deleting_a_user_keeps_what_he_said_and_his_name(comment):
    with allowed():
        comment.author.delete()
    comment = ReviewComment.objects.get(pk=comment.pk)
    assert (comment.author, comment.author_name) == (None, "Rosa")


def test_a_user_is_not_deleted_from_under_his_comments(comment):
    rule = value(
        "SELECT conname FROM pg_constraint WHERE contype = 'f'"
        " AND conrelid = 'quotes_reviewcomment'::regclass AND confrelid = 'auth_user'::regclass"
    )
    with refused(rule, FOREIGN_KEY_VIOLATION):
        sql("DELETE FROM auth_user WHERE id = %s", comment.author_id)
