"""A speaker's years: a chart of his quotes, the roles held then, and the same as a table."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.models import Quote, Speaker
from quotes.pages.visible import public
from quotes.pages.years import Years, years_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def speaker() -> Speaker:
    return factories.SpeakerFactory()


def said(speaker: Speaker, *dates: str, tenure=None) -> None:
    article = factories.published_article()
    for date in dates:
        factories.published_quote(article=article, speaker=speaker, said_on=date, tenure=tenure)


def years(speaker: Speaker) -> Years:
    found = years_of(Speaker.objects.get(pk=speaker.pk), public)
    assert found
    return found


def percent(share: str) -> float:
    return float(share.rstrip("%"))


def stretches(speaker: Speaker) -> list[tuple[float, float, bool]]:
    """Start and end in percent of the axis, and whether that is sure, of the first role."""
    return [
        (round(percent(part.x)), round(percent(part.x) + percent(part.width)), part.sure)
        for part in years(speaker).roles[0].stretches
    ]


def test_each_year_has_a_bar_as_high_as_its_share_that_leads_to_its_quotes(
    client: Client, speaker: Speaker
):
    said(speaker, "2021-05-01", "2021-05", "2021", "2021~", "2023-12-31")
    factories.draft_quote(speaker=speaker, said_on="2022")
    said(factories.SpeakerFactory(), "2022")
    bars = years(speaker).bars
    assert [(bar.year, bar.number) for bar in bars] == [(2021, 4), (2023, 1)]
    assert [bar.height for bar in bars] == [120, 30]
    assert [percent(bar.slot.x) for bar in bars] == pytest.approx([0, 66.667])
    assert bars[0].address == f"/quotes/?speaker={speaker.pk}&year=2021"
    text = client.get(speaker.get_absolute_url(), {"lang": "en"}).text
    assert f'href="/quotes/?speaker={speaker.pk}&amp;year=2021" aria-label="2021: 4 quotes"' in text
    assert text.count(f'<th scope="row"><a href="/quotes/?speaker={speaker.pk}') == 2
    assert "style=" not in text


@pytest.mark.parametrize("dates", [[], ["2025-09-08"], ["2025-09-08", "2025-10", "", "199X"]])
def test_where_all_falls_into_one_year_there_is_no_chart(
    client: Client, speaker: Speaker, dates: list[str]
):
    said(speaker, *dates)
    factories.published_statement(signatories=[speaker])
    assert years_of(speaker, public) is None
    assert "<svg" not in client.get(speaker.get_absolute_url()).text


def test_quotes_of_no_certain_year_stand_in_no_bar_and_are_named(client: Client, speaker: Speaker):
    said(speaker, "1999", "2001", "199X", "2000-12-24/2001-01-06", "")
    found = years(speaker)
    assert [bar.number for bar in found.bars] == [1, 1]
    assert (found.imprecise, found.undated) == (2, 1)
    text = client.get(speaker.get_absolute_url(), {"lang": "en"}).text
    assert "2 quotes may have been said in one of several years" in text
    assert "1 quote without a known date stands in no bar." in text


def test_a_long_life_has_few_ticks_and_one_number(speaker: Speaker):
    said(speaker, "1961", "1990", "1990", "2023", "2023")
    found = years(speaker)
    assert [tick.year for tick in found.ticks] == [1970, 1980, 1990, 2000, 2010, 2020]
    assert [bar.year for bar in found.bars if bar.numbered] == [1990]
    assert all(percent(bar.slot.x) + percent(bar.slot.width) <= 100.01 for bar in found.bars)


def test_two_years_do_not_make_bars_as_wide_as_doors(speaker: Speaker):
    said(speaker, "2025", "2026")
    assert [percent(bar.bar.width) for bar in years(speaker).bars] == pytest.approx([8, 8])
    assert [percent(bar.slot.width) for bar in years(speaker).bars] == pytest.approx([50, 50])


class TestRoles:
    def test_a_dated_role_stands_where_it_was_held(self, speaker: Speaker):
        said(speaker, "2010", "2019")
        factories.TenureFactory(speaker=speaker, since="2012-01-01", until="2014-12-31")
        assert stretches(speaker) == [(20, 50, True)]

    def test_imprecise_ends_are_drawn_as_far_as_they_may_reach(self, speaker: Speaker):
        said(speaker, "2010", "2019")
        factories.TenureFactory(speaker=speaker, since="2012", until="2015")
        assert stretches(speaker) == [(20, 30, False), (30, 50, True), (50, 60, False)]

    def test_a_role_without_dates_is_sure_where_quotes_name_it(self, speaker: Speaker):
        tenure = factories.TenureFactory(speaker=speaker)
        said(speaker, "2010", "2019")
        said(speaker, "2012", "2013", tenure=tenure)
        assert stretches(speaker) == [(0, 20, False), (20, 40, True), (40, 100, False)]

    def test_a_role_that_nothing_dates_is_nowhere_sure(self, speaker: Speaker):
        said(speaker, "2010", "2019")
        factories.TenureFactory(speaker=speaker)
        assert stretches(speaker) == [(0, 100, False)]

    def test_an_open_end_is_not_known(self, speaker: Speaker):
        tenure = factories.TenureFactory(speaker=speaker, since="2012-01-01")
        said(speaker, "2010", "2019")
        said(speaker, "2013", tenure=tenure)
        assert stretches(speaker) == [(20, 40, True), (40, 100, False)]

    def test_a_role_before_all_quotes_is_named_without_a_line(
        self, client: Client, speaker: Speaker
    ):
        said(speaker, "2010", "2019")
        factories.TenureFactory(speaker=speaker, since="1990", until="1995")
        assert stretches(speaker) == []
        text = client.get(speaker.get_absolute_url(), {"lang": "en"}).text
        assert "Minister of Defense" in text
        assert "1990 – 1995" in text


def test_numbers_are_written_for_the_chart_and_not_for_the_reader(client: Client, speaker: Speaker):
    said(speaker, "2010", "2019")
    text = client.get(speaker.get_absolute_url(), {"lang": "de"}).text
    assert 'x="5.000%"' in text or 'x="0.000%"' in text
    assert "0,000%" not in text
    assert "2.010" not in text


def test_it_takes_one_query_however_many_quotes_there_are(speaker: Speaker):
    said(speaker, "2010", "2019", "2019")
    asked = Speaker.objects.prefetch_related("tenures").get(pk=speaker.pk)
    with CaptureQueriesContext(connection) as captured:
        years_of(asked, public)
    assert len(captured) == 1
    assert "GROUP BY" in captured[0]["sql"]
    assert Quote.objects.count() == 3
