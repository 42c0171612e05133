"""An article that is captured again, with candidates and an accepted one, for tests."""

from quotes.ingest.capturing import request
from quotes.ingest.keeping import as_read, keep
from quotes.models import CaptureState, Decision, Extent
from tests import factories

URL = "https://www.example.org/artikel"
TEXT = (
    "„Wir werden“, sagte die Ministerin in Seoul, „geduldig Vertrauen aufbauen.“\n"
    "Am Abend wiederholte sie: „Vertrauen ist alles.“\n"
    "„Vertrauen ist alles“, hieß es auch in der Erklärung."
)
LATER = f"Neue Fassung vom Abend.\n{TEXT}"
LATEST = f"Neue Fassung von heute.\n{TEXT}"


def first_captured(url=URL):
    article = factories.ArticleFactory(url=url, language="de")
    factories.SnapshotFactory(article=article, text=TEXT, extent=Extent.WHOLE)
    return article


def candidate(article, words, **fields):
    snapshot = article.snapshots.get()
    start = snapshot.text.index(words)
    fields.setdefault("speaker", factories.SpeakerFactory())
    return factories.CandidateFactory(
        snapshot=snapshot, start=start, end=start + len(words), kind="direct", **fields
    )


def asked(user, text, url=URL):
    capture = request(user, text=text, url=url)
    assert capture.state == CaptureState.READ
    return capture


def captured(user, text):
    capture = asked(user, text)
    return keep(capture, as_read(capture), user)


def apart():
    """Decisions whose occurrence stands in another text than their candidate."""
    return [
        decision
        for decision in Decision.objects.exclude(occurrence=None).select_related(
            "candidate", "occurrence"
        )
        if decision.candidate.snapshot_id != decision.occurrence.snapshot_id
    ]
