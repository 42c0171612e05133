"""In the admin: a text of an article that is held already, and a text that another one holds."""

import pytest
from django.urls import reverse

from quotes.ingest import capturing
from quotes.models import Article, Capture
from tests import factories
from tests.admin.capture_pages import ADD, TEXT, URL, filled, page_of

pytestmark = pytest.mark.django_db


def test_an_article_leads_to_its_new_capture(carls, client_of, edith):
    article = factories.draft_article(url=URL, text="Alter Text.")
    page = client_of(edith).get(reverse("admin:quotes_article_change", args=[article.pk]))
    again = f"{ADD}?article={article.pk}"
    assert again in page.content.decode()
    assert carls.get(again).context["form"]["given"].value() == URL
    carls.post(again, {"given": TEXT})
    assert Capture.objects.get().article == article


def test_a_new_text_of_an_article_shows_what_changed_and_asks_nothing_else(carls):
    article = factories.draft_article(url=URL, text=TEXT.replace("Seoul", "Busan"))
    gone = factories.draft_quote("in Busan", article=article)
    carls.post(ADD, {"given": TEXT, "url": URL})
    capture = Capture.objects.get()
    page = carls.get(page_of(capture))
    assert "<del>Busan</del><ins>Seoul</ins>" in page.content.decode()
    assert list(page.context["form"].fields) == ["extent"]
    carls.post(page_of(capture), filled(carls, capture))
    assert article.snapshots.count() == 2
    kept = carls.get(page_of(capture))
    assert [orphan.quote for orphan in kept.context["orphans"]] == [gone]
    assert "no longer holds" in kept.content.decode()


def test_a_text_that_changed_back_says_so_before_and_after_it_is_kept(edith, client_of):
    client = client_of(edith)
    article = factories.ArticleFactory(url=URL, language="de")
    for text in (capturing.request(edith, text=TEXT).text, "Ein anderer Text."):
        factories.SnapshotFactory(article=article, text=text, extent="whole")
    capture = capturing.request(edith, text=TEXT, url=URL)
    assert "The page shows again, to the letter" in client.get(page_of(capture)).content.decode()
    client.post(page_of(capture), filled(client, capture))
    assert "The page went back to the text" in client.get(page_of(capture)).content.decode()
    form = reverse("admin:quotes_article_change", args=[article.pk])
    assert "(seen again " in client.get(form).content.decode()


def test_an_unchanged_text_says_so(carls):
    article = factories.draft_article(url=URL, text=TEXT)
    carls.post(ADD, {"given": TEXT, "url": URL})
    page = carls.get(page_of(Capture.objects.get())).content.decode()
    assert "Unchanged: the text is, to the letter, the one captured on" in page
    assert article.snapshots.count() == 1


def test_the_address_of_a_known_article_is_asked_about_before_its_text_is_replaced(carls, carl):
    article = factories.draft_article(url=URL, text=TEXT.replace("Seoul", "Busan"))
    capture = capturing.request(carl, text=TEXT)
    typed = filled(carls, capture, url=f"{URL}?utm_source=mail", headline="Treffen", new_outlet="")
    page = carls.post(page_of(capture), typed)
    shown = page.content.decode()
    assert "This is the address of an article that is held already." in shown
    assert reverse("admin:quotes_article_change", args=[article.pk]) in shown
    assert "<del>Busan</del><ins>Seoul</ins>" in shown
    assert page.context["form"]["headline"].value() == "Treffen"
    assert article.snapshots.count() == 1
    assert f'name="known_article" value="{article.pk}"' in shown
    carls.post(page_of(capture), {**typed, "known_article": article.pk})
    assert article.snapshots.count() == 2
    assert Article.objects.get().headline == article.headline


def test_an_address_that_was_mistyped_may_still_be_corrected(carls, carl):
    article = factories.draft_article(url=URL, text="Alter Text.")
    other = factories.draft_article(url=f"{URL}/3", text="Noch ein Text.")
    capture = capturing.request(carl, text=TEXT)
    typed = filled(carls, capture, url=URL, headline="Treffen", new_outlet="Zeitung")
    carls.post(page_of(capture), typed)
    asked = {**typed, "known_article": article.pk}
    page = carls.post(page_of(capture), {**asked, "url": other.url})
    assert page.context["form"].errors["url"]
    carls.post(page_of(capture), {**asked, "url": f"{URL}/2"})
    assert Article.objects.get(headline="Treffen").snapshots.get().text == TEXT
    assert (article.snapshots.count(), other.snapshots.count()) == (1, 1)


def test_a_text_that_is_held_already_says_so_and_may_be_kept_all_the_same(carls, carl):
    says = "This text is held already:"
    first = capturing.request(carl, text=TEXT)
    assert says not in carls.get(page_of(first)).content.decode()
    carls.post(page_of(first), filled(carls, first, new_outlet="Zeitung", headline="Treffen"))
    article = Article.objects.get()
    second = capturing.request(carl, text=TEXT)
    page = carls.get(page_of(second)).content.decode()
    assert says in page
    assert reverse("admin:quotes_article_change", args=[article.pk]) in page
    carls.post(page_of(second), filled(carls, second, new_outlet="Zeitung"))
    assert Article.objects.count() == 2


def test_whoever_keeps_is_led_to_the_passages_that_were_lost(carls):
    article = factories.draft_article(url=URL, text=TEXT.replace("Seoul", "Busan"))
    factories.draft_quote("in Busan", article=article)
    carls.post(ADD, {"given": TEXT, "url": URL})
    capture = Capture.objects.get()
    page = carls.post(page_of(capture), filled(carls, capture), follow=True).content.decode()
    link = f'<a href="{page_of(capture)}">The newest text no longer holds 1 passage.</a>'
    assert link in page


def test_where_nothing_was_lost_nothing_is_said_of_it(carls, capture):
    data = filled(carls, capture, new_outlet="Zeitung")
    page = carls.post(page_of(capture), data, follow=True).content.decode()
    assert "Kept, with 1 passage" in page
    assert "no longer holds" not in page
