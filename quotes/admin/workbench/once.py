"""An action that is sent again does its work once: its answer was lost, or another window of the
same editor has sent it meanwhile."""

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from quotes.models import DoneAction

from .doing import Done

# Longer than a browser that was shut over a holiday keeps what it did not send.
KEPT_FOR = timedelta(days=60)


def done_once(user: Any, key: str, work: Callable[[], Done]) -> Done:
    """What ``work`` says is done, or what it said when this user last used this key.

    Work and record are one transaction. Only what was done is kept: a refusal changed nothing, and
    may be asked for again. Whoever asks while the first is at work waits for it. Without a key
    everything is done.
    """
    if not key:
        return work()
    now = timezone.now()
    with transaction.atomic():
        DoneAction.objects.filter(user=user, created_at__lte=now - KEPT_FOR).delete()
        # The key is taken first: the database lets nobody else take it until this is decided.
        record, is_first = DoneAction.objects.get_or_create(
            user=user, key=key, defaults={"answer": {}}
        )
        if not is_first:
            return Done(**record.answer)
        done = work()
        record.answer = dataclasses.asdict(done)
        record.save(update_fields=["answer"])
        return done
