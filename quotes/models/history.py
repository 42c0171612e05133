"""History: every insert, update and delete of an editorial table, written by the database itself.

Set-based (one trigger a statement), append-only and lossless. Many-to-many tables are tracked
through a proxy of their through model: an event model on the through model itself would record
nothing. Who, why and in which request stands beside each row as JSON, so that it outlives the
account.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, overload

import pghistory
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


@overload
def tracked(model: Model) -> Model: ...
@overload
def tracked(*, exclude: tuple[str, ...]) -> Callable[[Model], Model]: ...
def tracked(model: Any = None, *, exclude: tuple[str, ...] = ()) -> Any:
    """Keep the history of a model in ``model.pgh_event_model``.

    Also as ``@tracked(exclude=…)``, with the columns that may be forgotten: history cannot.
    """
    if model is None:
        return partial(tracked, exclude=exclude)
    track = pghistory.track(
        # Made anew for each model: the trackers hold the model's trigger.
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        level=pghistory.Statement,
        append_only=True,
        context_field=pghistory.ContextJSONField(null=True),
        # "events" would be taken: a speaker takes part in events.
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        exclude=list(exclude),
    )
    return track(model)
