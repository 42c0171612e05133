"""States of what is published as a whole (articles, quotes, statements), and the talk about them.

draft → in review → published → withdrawn; back only from review to draft and from withdrawn to
review. ``quotes.editorial.moves`` moves; the database refuses every other way.
"""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .editorial_model import EditorialModel
from .history import tracked
from .refusals import checked_now, refuse_if


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


MOVES: dict[str, tuple[str, ...]] = {
    State.DRAFT: (State.IN_REVIEW,),
    State.IN_REVIEW: (State.DRAFT, State.PUBLISHED),
    State.PUBLISHED: (State.WITHDRAWN,),
    State.WITHDRAWN: (State.IN_REVIEW,),
}


class Stateful(models.Model):
    """A row with a state of its own."""

    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, editable=False
    )
    first_published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    withdrawal_reason = models.TextField(
        _("reason of the withdrawal"),
        blank=True,
        editable=False,
        help_text=_("Shown on the page that stays behind."),
    )
    confirmed_at = models.DateTimeField(
        _("last confirmed"),
        null=True,
        editable=False,
        help_text=_("When a second editor last confirmed what was changed after publication."),
    )
    unseen_since = models.DateTimeField(
        _("changed and not yet seen since"),
        null=True,
        editable=False,
        help_text=_("A published item was changed; a second editor has not confirmed it yet."),
    )

    class Meta:
        abstract = True


def state_constraints(model: str) -> list[models.BaseConstraint]:
    """What a row's state asks of its other columns."""
    return [
        models.CheckConstraint(
            name=f"{model}_state_known", condition=models.Q(state__in=State.values)
        ),
        models.CheckConstraint(
            name=f"{model}_published_has_a_time",
            condition=~models.Q(state__in=[State.PUBLISHED, State.WITHDRAWN])
            | models.Q(first_published_at__isnull=False, published_at__isnull=False),
        ),
        models.CheckConstraint(
            name=f"{model}_withdrawn_says_why",
            condition=~models.Q(state=State.WITHDRAWN) | ~models.Q(withdrawal_reason=""),
        ),
        models.CheckConstraint(
            name=f"{model}_unseen_only_published",
            condition=models.Q(unseen_since=None) | models.Q(state=State.PUBLISHED),
        ),
    ]


def queue_indexes(model: str) -> list[models.Index]:
    """For the editors' first page: what is in work, and what was changed after publication."""
    return [
        models.Index(
            fields=["state", "updated_at"],
            name=f"{model}_in_work",
            condition=models.Q(state__in=[State.DRAFT, State.IN_REVIEW]),
        ),
        models.Index(
            fields=["unseen_since"],
            name=f"{model}_unseen",
            condition=models.Q(unseen_since__isnull=False),
        ),
    ]


def state_triggers(model: str, seen_columns: tuple[str, ...]) -> list[pgtrigger.Trigger]:
    """The ways between states, no deletion after publication, and the mark "changed, not seen".

    ``seen_columns`` are those whose change on a published row a second editor must confirm.
    """
    ways = " OR ".join(
        f"(OLD.state = '{before}' AND NEW.state = '{after}')"
        for before, afters in MOVES.items()
        for after in afters
    )
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in seen_columns)
    return [
        checked_now(
            f"{model}_starts_as_draft",
            pgtrigger.Insert,
            refuse_if(
                "NEW.state <> 'draft'",
                f"{model}_starts_as_draft",
                "A new item is a draft.",
            ),
        ),
        checked_now(
            f"{model}_state_moves",
            pgtrigger.Update,
            refuse_if(
                "OLD.id <> NEW.id",
                f"{model}_id_stays",
                "The number of an item never changes.",
            )
            + refuse_if(
                f"OLD.state <> NEW.state AND NOT ({ways})",
                f"{model}_state_moves",
                "This state cannot follow that one.",
            )
            + refuse_if(
                "OLD.first_published_at IS NOT NULL"
                " AND OLD.first_published_at IS DISTINCT FROM NEW.first_published_at",
                f"{model}_first_published_stays",
                "The time of the first publication does not change.",
            )
            # The mark is the database's own: an old copy that is saved neither sets nor clears it.
            + " NEW.confirmed_at = GREATEST(OLD.confirmed_at, NEW.confirmed_at);"
            " NEW.unseen_since = CASE"
            " WHEN OLD.state <> 'published' OR NEW.state <> 'published' THEN NULL"
            f" WHEN {changed} THEN COALESCE(OLD.unseen_since, clock_timestamp())"
            " WHEN NEW.confirmed_at > COALESCE(OLD.confirmed_at, '-infinity') THEN NULL"
            " WHEN COALESCE(OLD.unseen_since, NEW.unseen_since) <= NEW.confirmed_at THEN NULL"
            " ELSE COALESCE(OLD.unseen_since, NEW.unseen_since) END;",
        ),
        checked_now(
            f"{model}_published_is_kept",
            pgtrigger.Delete,
            refuse_if(
                "OLD.first_published_at IS NOT NULL",
                f"{model}_published_is_kept",
                "What is or was published is never deleted; withdraw it instead.",
            ),
        ),
    ]


def marks_unseen(
    name: str, table: str, target: str, ignoring: tuple[str, ...] = ()
) -> pgtrigger.Trigger:
    """A change of a dependent row marks the published row it belongs to.

    ``target`` is an SQL subquery for the ids in ``table``, written with ``ROW`` for the row;
    an update that changes nothing but the columns in ``ignoring`` marks nothing.
    """

    def mark(row: str) -> str:
        return (
            f"UPDATE {table} SET unseen_since = clock_timestamp()"
            f" WHERE state = 'published' AND unseen_since IS NULL"
            f" AND id IN ({target.replace('ROW', row)});"
        )

    left_out = "".join(f" - '{column}'" for column in ignoring)
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func="IF TG_OP = 'UPDATE' THEN"
        f" IF to_jsonb(OLD){left_out} = to_jsonb(NEW){left_out} THEN RETURN NULL; END IF; END IF;"
        f" IF TG_OP <> 'INSERT' THEN {mark('OLD')} END IF;"
        f" IF TG_OP <> 'DELETE' THEN {mark('NEW')} END IF; RETURN NULL;",
    )


def stays_with(name: str, column: str) -> pgtrigger.Trigger:
    """A row never moves to another owner: it would walk away from what was published."""
    return checked_now(
        name,
        pgtrigger.UpdateOf(column),
        refuse_if(
            f"OLD.{column} <> NEW.{column}", name, "This row stays with the item it belongs to."
        ),
    )


def kept_once_public(
    name: str, *bonds: tuple[str, str, str, str], rule: str = ""
) -> pgtrigger.Trigger:
    """A row without a state is kept once a published item has named it.

    Each bond is (history table, its column with this row's id, its column with the item's id,
    the item's table). History tells: links may be gone by the time the row is deleted. ``rule``
    is the name to refuse by, the trigger's own unless given.
    """
    named = " OR ".join(
        f"EXISTS (SELECT 1 FROM {history} h JOIN {table} i ON i.id = h.{item}"
        f" WHERE h.{column} = OLD.id AND i.first_published_at IS NOT NULL)"
        for history, column, item, table in bonds
    )
    return checked_now(
        name,
        pgtrigger.Delete,
        refuse_if(named, rule or name, "What a published item has named is never deleted."),
    )


def kept_with(name: str, table: str, foreign_key: str) -> pgtrigger.Trigger:
    """A dependent row is not deleted once the row it belongs to was published."""
    return checked_now(
        name,
        pgtrigger.Delete,
        refuse_if(
            f"EXISTS (SELECT 1 FROM {table} WHERE id = OLD.{foreign_key}"
            " AND first_published_at IS NOT NULL)",
            name,
            "What belongs to a published item is never deleted.",
        ),
    )


@tracked
class ReviewComment(EditorialModel):
    """What editors say to each other about one item while it is reviewed. Never public."""

    article = models.ForeignKey(
        "quotes.Article",
        models.CASCADE,
        verbose_name=_("article"),
        null=True,
        blank=True,
        related_name="review_comments",
    )
    quote = models.ForeignKey(
        "quotes.Quote",
        models.CASCADE,
        verbose_name=_("quote"),
        null=True,
        blank=True,
        related_name="review_comments",
    )
    statement = models.ForeignKey(
        "quotes.JointStatement",
        models.CASCADE,
        verbose_name=_("statement"),
        null=True,
        blank=True,
        related_name="review_comments",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("author"),
    )
    author_name = models.CharField(_("author’s name"), max_length=150)
    text = models.TextField(_("comment"))
    created_at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        verbose_name = _("review comment")
        verbose_name_plural = _("review comments")
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="reviewcomment_about_one_item",
                condition=models.Q(article__isnull=False, quote=None, statement=None)
                | models.Q(article=None, quote__isnull=False, statement=None)
                | models.Q(article=None, quote=None, statement__isnull=False),
            ),
            models.CheckConstraint(
                name="reviewcomment_says_something", condition=~models.Q(text="")
            ),
        ]
        triggers = [
            checked_now(
                "reviewcomment_stays_as_written",
                pgtrigger.Update,
                refuse_if(
                    "(to_jsonb(OLD) - 'author_id') <> (to_jsonb(NEW) - 'author_id')"
                    # An account may go; its name stays beside the comment.
                    " OR NEW.author_id IS NOT NULL"
                    " AND NEW.author_id IS DISTINCT FROM OLD.author_id",
                    "reviewcomment_stays_as_written",
                    "A comment stays as it was written; add another.",
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.author_name}: {self.text}"
