"""Making and changing an item with its parts in one go: judged whole, then written whole.

For who asks for a whole change at once, as editors' tools do; everything that is wrong with it is
said at once, each thing with its place, and nothing is half saved. The rules are the models' and
the database's; what is special about some rows stands in ``edited_rows``.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from . import edited_parts  # noqa: F401  (says what the parts are)
from .edited_rows import Editing, Root
from .reasons import check_reason
from .recording import check_rules_now, recorded
from .refusals import Findings, NotPermitted
from .roles import may_change
from .wishes import Wish

Item = TypeVar("Item", bound=models.Model)
# Reads what is asked for, for an item as it is now; what cannot be read becomes a finding.
Read = Callable[[Any, Findings], Wish]


def create(model: type[Item], read: Read, *, user: Any, reason: str = "") -> Item:
    """A new item with its parts. Raises Refused with everything that is wrong, or NotPermitted."""
    permit(user, "add", model)
    item = model()
    with recorded(user, reason):
        _edit(item, read, user, reason)
    return item


def change(
    model: type[Item],
    pk: int,
    read: Read,
    *,
    user: Any,
    reason: str = "",
    admit: Callable[[Item], None] = lambda item: None,
) -> Item:
    """Change an item with its parts; what is not asked for stays.

    The item is locked, then ``admit`` is called with it, which may raise. Where nothing differs,
    nothing is written. Raises Refused with everything that is wrong, NotPermitted, or
    ``model.DoesNotExist``.
    """
    with recorded(user, reason):
        item = model._base_manager.select_for_update().get(pk=pk)
        admit(item)
        check_may_change(user, item)
        _edit(item, read, user, reason)
    return item


def check_may_change(user: Any, item: models.Model) -> None:
    """Raise NotPermitted, with the reason, where the user may not change the item now."""
    permit(user, "change", type(item))
    if not may_change(user, item):
        raise NotPermitted(
            _("What is in review or public is changed by editors only: you may change drafts.")
        )


def permit(user: Any, action: str, model: type[models.Model]) -> None:
    """Raise NotPermitted where the user lacks the permission: add, change, delete or view."""
    permission = f"{model._meta.app_label}.{action}_{model._meta.model_name}"
    if not user.has_perm(permission):
        raise NotPermitted(
            _("This needs the permission “%(permission)s”.") % {"permission": permission}
        )


def _edit(item: models.Model, read: Read, user: Any, reason: str) -> None:
    findings = Findings()
    wish = read(item, findings)
    editing = Editing(findings, user, reason, permit)
    root = Root(editing, item, wish)
    root.prepare()
    if root.changes_anything:
        findings_of_reason(findings, item, reason)
    findings.raise_if_any()
    if root.changes_anything:
        root.write()
        check_rules_now()


def findings_of_reason(findings: Findings, item: models.Model, reason: str) -> None:
    """Note where a reason is missing."""
    with findings.at(()):
        check_reason(item, reason)
