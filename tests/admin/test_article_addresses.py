"""Editors are told which article stands at the address that they enter."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

PAGE = "https://www.example.org/2025/09/gespraech"


def test_a_page_that_is_there_already_is_named_at_the_field(edith, client_of, edited):
    first, other = factories.draft_article(url=PAGE), factories.draft_article()
    address = reverse("admin:quotes_article_change", args=[other.pk])
    answer = edited(client_of(edith), address, url=f"{PAGE}?utm_source=newsletter")
    [sentence] = answer.context["adminform"].form.errors["url"]
    assert sentence.endswith(f"no. {first.pk}.")
    other.refresh_from_db()
    assert other.canonical_url != PAGE


def test_the_form_of_an_article_keeps_its_own_address(edith, client_of, edited):
    article = factories.draft_article(url=PAGE)
    address = reverse("admin:quotes_article_change", args=[article.pk])
    answer = edited(client_of(edith), address, url=f"{PAGE}?utm_source=x", byline="Yonhap")
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.canonical_url, article.byline) == (PAGE, "Yonhap")
