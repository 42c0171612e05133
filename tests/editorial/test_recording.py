"""One editorial change: whole or not at all, and recorded with who and why."""

import pytest

from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.models import Attribution, Quote, Speaker
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
