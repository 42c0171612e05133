"""The pages of captures as a browser asks for them and sends them back, for tests."""

from django.urls import reverse

ADD = "/admin/quotes/capture/add/"
URL = "https://www.example.org/artikel"
TEXT = (
    "Die Minister in Seoul. (Quelle: AFP)\n"
    "„Geduldig Vertrauen aufzubauen ist der Weg, den wir gehen wollen“, sagte Gen Nakatani nach"
    " den Gesprächen gegenüber Reportern.\n"
    "Laut VNA"
)


def page_of(capture, view="change"):
    return reverse(f"admin:quotes_capture_{view}", args=[capture.pk])


def filled(client, capture, **changes):
    """What a browser sends back of the page of a capture that was read."""
    form = client.get(page_of(capture)).context["form"]
    data = {bound.html_name: bound.value() or "" for bound in form}
    for part in (form.origins.management_form, *form.origins.forms):
        data |= {bound.html_name: bound.value() for bound in part}
    # A box that is not ticked is not sent.
    return {
        name: value for name, value in {**data, **changes}.items() if value not in (None, False)
    }
