"""Addresses of AMP pages, led back to the page itself where that is certain."""

import re

# Google's and Bing's viewers and the AMP project's cache; what follows is host and path.
_VIEWER_HOST = re.compile(r"(www\.)?(google\.([a-z]{2,3}|com?\.[a-z]{2})|bing\.com)")
_VIEWER_PATH = re.compile(r"/amp/(?P<secure>s/)?(?P<address>[^/]+\.[^/]+(/.*)?)")
_CACHE_HOST = re.compile(r"([a-z0-9-]+\.)?cdn\.ampproject\.org")
_CACHE_PATH = re.compile(r"/(wp/)?[cv]/(?P<secure>s/)?(?P<address>[^/]+\.[^/]+(/.*)?)")
# Hosts whose pages have the same path under the other name.
_HOSTS = {
    "amp.theguardian.com": "www.theguardian.com",
    "amp.dw.com": "www.dw.com",
    "amp.focus.de": "www.focus.de",
    "amp.france24.com": "www.france24.com",
    "amp.n-tv.de": "www.n-tv.de",
    "amp.rfi.fr": "www.rfi.fr",
    "amp.scmp.com": "www.scmp.com",
    "amp.smh.com.au": "www.smh.com.au",
    "amp.theage.com.au": "www.theage.com.au",
    "amp.usatoday.com": "www.usatoday.com",
    "amp.welt.de": "www.welt.de",
}
# A page of that name alone may be about AMP: something stands before it.
_SUFFIX = re.compile(r"(?P<page>/.*[^/])/+amp(?P<slash>/?)")
_ENDING = re.compile(r"(?P<page>/.*[^/])\.amp(?P<html>\.html?)")
_PARAMETERS = frozenset(("amp", "amp=", "amp=1", "amp=true", "outputType=amp", "outputtype=amp"))


def plain_form(scheme: str, host: str, path: str, query: str) -> str | None:
    """The address of the page of which this is an AMP form, one step back; None where it is none
    or where that is not certain.

    Takes the parts of an address in normal form; what it gives need not be in normal form, nor
    even be an address where a viewer was handed nonsense.
    """
    behind = f"?{query}" if query else ""
    wrapped = _wrapped(host, path)
    if wrapped:
        return f"http{'s' if wrapped['secure'] else ''}://{wrapped['address']}{behind}"
    if host in _HOSTS:
        return f"{scheme}://{_HOSTS[host]}{path}{behind}"
    ending = _SUFFIX.fullmatch(path)
    if ending:
        return f"{scheme}://{host}{ending['page']}{ending['slash']}{behind}"
    ending = _ENDING.fullmatch(path)
    if ending:
        return f"{scheme}://{host}{ending['page']}{ending['html']}{behind}"
    pieces = query.split("&")
    kept = [piece for piece in pieces if piece not in _PARAMETERS]
    if len(kept) < len(pieces):
        return f"{scheme}://{host}{path}" + (f"?{'&'.join(kept)}" if kept else "")
    return None


def _wrapped(host: str, path: str) -> re.Match[str] | None:
    if _VIEWER_HOST.fullmatch(host):
        return _VIEWER_PATH.fullmatch(path)
    if _CACHE_HOST.fullmatch(host):
        return _CACHE_PATH.fullmatch(path)
    return None
