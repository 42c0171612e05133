"""One editorial change: whole or not at all, and recorded with who and why."""

import threading
import time

import pytest
from django.db import connection

from quotes.editorial.recording import recorded
from quotes.editorial.refusals import InEachOthersWay, Refused
from quotes.models import Attribution, Quote, Speaker
from tests.at_once import until_waiting
from tests.factories import SpeakerFactory, TenureFactory, published_quote

pytestmark = pytest.mark.django_db


def test_history_says_who_and_why(edith):
    with recorded(edith, "  Found in the agency’s report "):
        speaker = Speaker.objects.create(name="中谷元")
    event = speaker.history.get()
    assert event.pgh_label == "insert"
    assert event.pgh_context["user"] == edith.pk
    assert event.pgh_context["user_name"] == (edith.get_full_name() or "edith")
    assert event.pgh_context["reason"] == "Found in the agency’s report"


def test_two_changes_in_a_row_keep_their_own_reasons(edith, rosa):
    with recorded(edith, "first"):
        speaker = Speaker.objects.create(name="안규백")
    with recorded(rosa, "second"):
        speaker.name = "Ahn Gyu-back"
        speaker.save()
    reasons = [e.pgh_context["reason"] for e in speaker.history.order_by("pgh_created_at")]
    assert reasons == ["first", "second"]


def test_an_error_undoes_everything(edith):
    with pytest.raises(RuntimeError), recorded(edith):
        Speaker.objects.create(name="Shigeru Ishiba")
        raise RuntimeError
    assert not Speaker.objects.filter(name="Shigeru Ishiba").exists()


def test_a_deferred_rule_is_broken_inside_and_not_at_commit(edith):
    quote = published_quote()
    with pytest.raises(Refused) as refused, recorded(edith):
        Quote.objects.filter(pk=quote.pk).update(wording="Something else")
    assert refused.value.rule == "quote_wording_is_preferred_occurrences"
    quote.refresh_from_db()
    assert quote.wording != "Something else"


def test_an_immediate_rule_becomes_a_sentence(edith):
    quote = published_quote()
    stranger = TenureFactory(speaker=SpeakerFactory(name="Ahn Gyu-back", family_name="Ahn"))
    with pytest.raises(Refused) as refused, recorded(edith):
        Attribution.objects.filter(quote=quote).update(tenure=stranger)
    assert refused.value.rule == "attribution_tenure_of_speaker"
    assert refused.value.messages == ["The role is not one of this speaker."]


def test_rules_are_deferred_again_afterwards(edith):
    first = published_quote()
    with recorded(edith):
        pass
    with pytest.raises(Refused), recorded(edith):
        # Were the rules still immediate, the first statement would raise an IntegrityError.
        Quote.objects.filter(pk=first.pk).update(wording="x")
        assert Quote.objects.filter(pk=first.pk, wording="x").exists()


def test_what_is_still_used_is_not_deleted(edith):
    quote = published_quote()
    speaker = quote.attributions.get().speaker
    with pytest.raises(Refused) as refused, recorded(edith):
        speaker.delete()
    assert refused.value.messages == ["This is still used elsewhere and cannot be deleted."]


def lock(speaker):
    return Speaker.objects.select_for_update().get(pk=speaker.pk)


@pytest.mark.django_db(transaction=True)
def test_two_who_wait_for_each_other_are_told_apart_and_one_is_done(edith, rosa):
    first, second = SpeakerFactory(name="Gen Nakatani"), SpeakerFactory(name="Ahn Gyu-back")
    begun = threading.Event()

    def other_way_round():
        try:
            with recorded(rosa):
                lock(second)
                begun.set()
                locked = lock(first)
                locked.name = "中谷元"
                locked.save()
        finally:
            connection.close()

    other = threading.Thread(target=other_way_round)
    with pytest.raises(InEachOthersWay) as refused, recorded(edith):
        locked = lock(first)
        locked.name = "Nakatani Gen"
        locked.save()
        other.start()
        assert begun.wait(30)
        until_waiting()
        # Who waits looks once, after this time, whether it will be in vain: the other has done so.
        time.sleep(1.3 * patience())
        lock(second)
    other.join(60)
    assert refused.value.messages == [
        "Somebody saved at the same moment. Nothing of yours was changed: try again."
    ]
    first.refresh_from_db()
    assert first.name == "中谷元"


def patience():
    """How many seconds a session waits for a lock before it looks for a deadlock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setting::int FROM pg_settings WHERE name = 'deadlock_timeout'")
        return cursor.fetchone()[0] / 1000
