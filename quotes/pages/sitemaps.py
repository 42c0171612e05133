"""What search engines read first: ``robots.txt``, and sitemaps of every public page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from quotes.interchange import sitemaps
from quotes.interchange.sitemaps import Place

from .frame import site_of

_LISTS = ("home", *sitemaps.KINDS)


@conditional_page
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The index: the lists, and each part that holds a public page."""
    site = site_of(request)
    addresses = [reverse("pages:sitemap-lists")]
    for kind in sitemaps.KINDS:
        addresses += [
            reverse("pages:sitemap-part", args=[kind, number]) for number in sitemaps.parts(kind)
        ]
    return _xml(sitemaps.index(site.address + address for address in addresses))


@conditional_page
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    site = site_of(request)
    return _xml(sitemaps.urlset(Place(site.address + reverse(f"pages:{name}")) for name in _LISTS))


@conditional_page
@require_safe
def part(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """The public pages of one kind whose ids lie in one range; 404 where there is none."""
    # A number beyond every id is no part.
    found = (
        sitemaps.places(kind, number, site_of(request))
        if kind in sitemaps.KINDS and number < 10**12
        else []
    )
    if not found:
        raise Http404(_("There is no page at this address."))
    return _xml(sitemaps.urlset(found))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; what only editors see is not worth asking for."""
    lines = (
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Disallow: {reverse('pages:home')}preview/",
        "",
        f"Sitemap: {site_of(request).address}{reverse('pages:sitemap')}",
        "",
    )
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _xml(text: str) -> HttpResponse:
    response = HttpResponse(text, content_type="application/xml; charset=utf-8")
    response["Cache-Control"] = "public, no-cache"
    return response
