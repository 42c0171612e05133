"""Which outlet a page belongs to: told by its domain."""

from dataclasses import replace

from quotes.models import Outlet, OutletKind
from quotes.text.web_addresses import MalformedAddress, host_of, parse
from quotes.text.web_hosts import registered_domain

_WWW = "www."


def outlet_at(url: str) -> Outlet | None:
    """The outlet whose homepage lies on the host of this address, or else under its domain.

    None where there is none, and where several lie equally near.
    """
    host = _host(url)
    if not host:
        return None
    domain = registered_domain(host)
    under = [
        (outlet, _host(outlet.homepage))
        for outlet in Outlet.objects.filter(homepage__icontains=domain)
    ]
    near = [(outlet, held) for outlet, held in under if held and registered_domain(held) == domain]
    same = [outlet for outlet, held in near if held == host]
    found = same or [outlet for outlet, _held in near]
    return found[0] if len(found) == 1 else None


def outlet_named(name: str) -> Outlet | None:
    """The outlet of this name, whatever the case of its letters; None where several fit."""
    found = list(Outlet.objects.filter(name__iexact=name.strip())[:2]) if name.strip() else []
    return found[0] if len(found) == 1 else None


def new_outlet(name: str, url: str = "", kind: str = OutletKind.NEWSPAPER) -> Outlet:
    """An unsaved outlet; the root of a page's address becomes its homepage."""
    try:
        homepage = str(replace(parse(url), path="/", query=""))
    except MalformedAddress:
        homepage = ""
    return Outlet(name=name.strip(), homepage=homepage, kind=kind)


def name_by_domain(url: str) -> str:
    """What a page's outlet is called where nothing else says so: its host."""
    return _host(url)


def _host(url: str) -> str:
    """The host without “www.”; empty where there is none."""
    try:
        return host_of(url).removeprefix(_WWW)
    except MalformedAddress:
        return ""
