"""Jobs: what is done in the background, by a worker (config/work.py).

They stand in the site's own database: a job is there exactly if the change that asked for it is.
"""

import asyncio
import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, JobAborted
from procrastinate.jobs import Job

# Attempts after the first where a page cannot be reached; seconds before each.
WAITS = (5, 30)
# Seconds without a sign of life after which a worker counts as dead.
DEAD_AFTER = 20


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
    """Do anew what a worker was at when it died."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER):
        await manager.retry_job(job)


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
