"""What an editor gives to be captured, told apart: an address, a text, a page as a file."""

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quotes.editorial.refusals import Refused
from quotes.models import Article, Capture

from . import fetching
from .capturing import request
from .fetching.charsets import decode
from .fetching.content_types import HTML, PLAIN, found_type

LARGEST_FILE = 10_000_000  # bytes
TOO_LARGE = gettext_lazy("The file is larger than %(megabytes)s MB.")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://|mailto:|javascript:|data:")
# A name with a dot and letters after it, as it is typed without http://.
_BARE = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def address_in(given: str) -> str:
    """The address that was given, with its scheme; "" where it is a text."""
    given = given.strip()
    if not given or any(character.isspace() for character in given):
        return ""
    if _SCHEME.match(given):
        return given
    return f"https://{given}" if _BARE.fullmatch(given) else ""


def request_given(
    user: Any, given: str, *, url: str = "", article: Article | None = None
) -> Capture:
    """A capture of what was typed or pasted: one address, the source of a page, or a text.

    `url` says where a text stands. Raises Refused.
    """
    address = address_in(given)
    if address:
        return request(user, url=address, article=article)
    if _PAGE.match(given):
        return request(user, html=given, url=url, article=article)
    return request(user, text=given, url=url, article=article)


def request_file(
    user: Any, content: bytes, *, url: str = "", article: Article | None = None
) -> Capture:
    """A capture of a file with a page or a plain text; `url` says where it stands.

    Its kind is told by its first bytes, its character set as a browser tells it. Raises Refused.
    """
    return request(user, url=url, article=article, **read_file(content))


def read_file(content: bytes) -> dict[str, Any]:
    """The content of a file as "html" or as "text". Raises Refused."""
    if len(content) > LARGEST_FILE:
        raise Refused([TOO_LARGE % {"megabytes": LARGEST_FILE // 1_000_000}], rule="too_large")
    if not content.strip():
        raise Refused([_("The file is empty.")], rule="empty")
    try:
        media_type = found_type(content, "")
    except fetching.Refused as refused:
        raise Refused(
            [_("The file holds neither a page nor a plain text.")], rule=refused.reason.value
        ) from refused
    text, _charset = decode(content, "", is_html=media_type != PLAIN)
    return {"html": text} if media_type == HTML else {"text": text}
