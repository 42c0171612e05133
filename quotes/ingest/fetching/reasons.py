"""Why a page was not fetched, in words for editors."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .refused import Reason, Refused

SENTENCES: dict[Reason, Promise] = {
    Reason.EMPTY_ADDRESS: _("There is no address."),
    Reason.ADDRESS_TOO_LONG: _("The address is longer than %(most)s characters."),
    Reason.MALFORMED: _("“%(address)s” is not a web address."),
    Reason.NOT_HTTP: _(
        "“%(address)s” does not begin with http:// or https://; nothing else is fetched."
    ),
    Reason.CREDENTIALS: _(
        "The address holds a user name or a password. Remove it; pages behind a login are not"
        " fetched."
    ),
    Reason.PORT: _("The address leads to port %(port)s; only the usual ports 80 and 443 are used."),
    Reason.NAME_UNKNOWN: _("There is no server with the name %(host)s."),
    Reason.ADDRESS_NOT_PUBLIC: _(
        "%(host)s leads to %(address)s, which is not an address of the public internet."
    ),
    Reason.TOO_MANY_REDIRECTS: _("The page redirects more than %(most)s times."),
    Reason.REDIRECT_LOOP: _("The page redirects in a circle, back to %(address)s."),
    Reason.ROBOTS: _(
        "%(host)s does not want this page to be fetched by programs (robots.txt). Open it in"
        " your browser and paste its text."
    ),
    Reason.ROBOTS_UNREACHABLE: _(
        "%(host)s does not say at the moment whether programs may fetch the page (robots.txt)."
        " Try again later, or paste the text."
    ),
    Reason.CONNECTION: _("No connection to %(host)s could be made."),
    Reason.TLS: _("The connection to %(host)s is not secure: %(detail)s."),
    Reason.TOO_SLOW: _("The page was not there within %(seconds)s seconds."),
    Reason.BROKEN_OFF: _("The connection to %(host)s broke off before the whole page was there."),
    Reason.PROTOCOL: _("%(host)s answers with something that is not HTTP."),
    Reason.STATUS: _("The server answers with status %(status)s instead of the page."),
    Reason.HEADERS_TOO_LARGE: _(
        "The server sends more than %(kilobytes)s kB before the page begins."
    ),
    Reason.TOO_LARGE: _("The page is larger than %(megabytes)s MB."),
    Reason.COMPRESSION: _("The page is compressed in a way that cannot be read (%(encoding)s)."),
    Reason.DECOMPRESSED_TOO_LARGE: _(
        "The page is larger than %(megabytes)s MB once it is decompressed."
    ),
    Reason.CONTENT_TYPE: _(
        "The address does not lead to a page with text but to a file of the type %(type)s."
    ),
    Reason.EMPTY: _("The page is empty."),
}
_STATUSES = {
    401: _("The page needs a login (status 401). Paste its text instead."),
    402: _("The page has to be paid for (status 402). Paste its text instead."),
    403: _(
        "The server does not let programs have the page (status 403). Open it in your browser"
        " and paste its text."
    ),
    404: _("There is no such page (status 404)."),
    410: _("The page was removed (status 410)."),
    429: _("The server was asked too often (status 429). Try again later."),
    451: _("The page is withheld for legal reasons (status 451)."),
}
_SERVER_ERROR = _("The server has an error (status %(status)s). Try again later.")


def sentence(refused: Refused) -> str:
    """The whole sentence, in the language of the moment."""
    said = SENTENCES[refused.reason]
    if refused.reason == Reason.STATUS:
        status = int(refused.values["status"])
        said = _SERVER_ERROR if status >= 500 else _STATUSES.get(status, said)
    return str(said) % refused.values
