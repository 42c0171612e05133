"""Jobs: what is done in the background, by a worker (config/work.py).

They stand in the site's own database: a job is there exactly if the change that asked for it is.
"""

import asyncio
import datetime
import logging
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import transaction
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, JobAborted, UniqueViolation
from procrastinate.jobs import Job, Status

# Attempts after the first where a page cannot be reached; seconds before each.
WAITS = (5, 30)
# Attempts after which a job at which a worker died is not begun anew: what killed that one would
# kill every other, too.
MOST_ATTEMPTS = 3
# Seconds without a sign of life after which a worker counts as dead.
DEAD_AFTER = 20

_log = logging.getLogger(__name__)


class AfterFailedConnections(BaseRetryStrategy):
    """Once more where the connection failed, and where the worker was told to stop meanwhile."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        from .capturing import ConnectionFailed

        if isinstance(exception, JobAborted | asyncio.CancelledError):
            return RetryDecision(retry_in={"seconds": 0})
        if isinstance(exception, ConnectionFailed) and job.attempts < len(WAITS):
            return RetryDecision(retry_in={"seconds": WAITS[job.attempts]})
        return None


@app.task(name="capture", queue="captures", retry=AfterFailedConnections(), pass_context=True)
def capture(context: JobContext, capture_id: int) -> None:
    """Fetch and read the page of a capture."""
    from quotes.models import Capture

    from .capturing import ConnectionFailed, give_up, run

    asked = Capture.objects.filter(pk=capture_id).first()
    if asked is None:
        return
    try:
        run(asked, may_try_again=context.job.attempts < len(WAITS))
    except ConnectionFailed:
        raise
    except Exception:
        # A fault of ours: nobody waits for it any longer, and the log has it.
        give_up(asked)
        raise


def defer_capture(capture_id: int) -> None:
    """Have a page captured as soon as the transaction is through; once, however often asked."""
    _defer(capture.configure(queueing_lock=f"capture {capture_id}"), capture_id=capture_id)


@app.periodic(cron="* * * * *")
@app.task(name="take up", queue="captures", queueing_lock="take up", pass_context=True)
async def take_up(context: JobContext, timestamp: int) -> None:
    """Do anew what a worker was at when it died, unless that was the last attempt."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER):
        if job.attempts + 1 < MOST_ATTEMPTS:
            try:
                await manager.retry_job(job)
            except UniqueViolation:
                # The same was asked for once more meanwhile, and waits: that does it.
                await manager.finish_job(job, Status.FAILED, delete_job=False)
            continue
        _log.error(
            "Given up: “%s” %s, at which a worker died again", job.task_name, job.task_kwargs
        )
        if job.task_name == capture.name:
            await sync_to_async(_give_up, thread_sensitive=False)(job.task_kwargs["capture_id"])
        await manager.finish_job(job, Status.FAILED, delete_job=False)


def _give_up(capture_id: Any) -> None:
    from quotes.models import Capture

    from .capturing import give_up

    asked = Capture.objects.filter(pk=capture_id).first()
    if asked is not None:
        give_up(asked)


@app.periodic(cron="17 3 * * *")
@app.task(name="recheck articles", queue="links", queueing_lock="recheck articles")
def recheck_articles(timestamp: int) -> None:
    """Have every article looked at again whose turn it is today; none where that is off."""
    from .links import due

    if settings.WORTLAUT_RECHECK_DAYS > 0:
        today = datetime.datetime.fromtimestamp(timestamp, datetime.UTC).date()
        for article in due(today, settings.WORTLAUT_RECHECK_DAYS).values_list("pk", flat=True):
            _defer(recheck.configure(queueing_lock=f"recheck {article}"), article_id=article)


@app.task(name="recheck", queue="links")
def recheck(article_id: int) -> None:
    """Look at the page of one article again."""
    from quotes.models import Article

    from .links import recheck as look

    article = Article.objects.filter(pk=article_id).first()
    if article is not None:
        look(article)


def _defer(deferrer: Any, **arguments: Any) -> None:
    try:
        # A refusal must not spoil the transaction around it.
        with transaction.atomic():
            deferrer.defer(**arguments)
    except AlreadyEnqueued:
        pass
