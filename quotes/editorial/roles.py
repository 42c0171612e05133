"""Who may do what: Contributor (drafts), Editor (review, publish), Administrator (everything)."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from quotes.models import State, Stateful

CONTRIBUTOR, EDITOR, ADMINISTRATOR = "Contributor", "Editor", "Administrator"


def make_groups() -> None:
    """Make the three groups and give each its permissions; existing members stay."""
    ours = Permission.objects.filter(content_type__app_label="quotes").exclude(
        # History is written by the database alone.
        Q(content_type__model__endswith="event") & ~Q(content_type__model="event")
    )
    accounts = Permission.objects.filter(content_type__app_label="auth")
    publishing = Q(codename__startswith="publish_") | Q(codename__startswith="delete_")
    # Readers' names and addresses are for those who answer them; nobody writes in their place.
    reports = Q(content_type__model="errorreport")
    ours = ours.exclude(reports & ~Q(codename__in=["view_errorreport", "change_errorreport"]))
    # A contributor takes back rows of a draft (an attribution, an occurrence), never an item.
    rows_of_a_draft = Q(codename="delete_reviewcomment")
    administering = Q(codename="administer_apitoken")
    wanted = {
        CONTRIBUTOR: ours.exclude(publishing | rows_of_a_draft | administering | reports)
        | ours.filter(
            codename__in=[
                "delete_attribution",
                "delete_credit",
                "delete_hop",
                "delete_occurrence",
                "delete_quoterelation",
                "delete_segment",
                "delete_signatory",
                "delete_speakername",
                "delete_statementlink",
            ]
        ),
        EDITOR: ours.exclude(administering),
        ADMINISTRATOR: ours | accounts,
    }
    for name, permissions in wanted.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions.distinct())


def may_publish(user: Any, item: Stateful) -> bool:
    """Whether the user may review, publish and withdraw items of this kind."""
    return user.has_perm(f"quotes.publish_{type(item)._meta.model_name}")


def is_settled(item: Any) -> bool:
    """Whether the item left the hands of who drafts it: readers or reviewers see what changes.

    Of what has a state, everything but a draft; a speaker, event, topic or outlet once something
    published names it.
    """
    if isinstance(item, Stateful):
        return item.state != State.DRAFT
    return type(item).objects.published().filter(pk=item.pk).exists()


def may_change(user: Any, item: Any) -> bool:
    """Whether the user may change this item now: a contributor only what is not settled."""
    if not user.has_perm(f"quotes.change_{type(item)._meta.model_name}"):
        return False
    if isinstance(item, Stateful):
        return item.state == State.DRAFT or may_publish(user, item)
    return user.has_perm("quotes.publish_quote") or not is_settled(item)
