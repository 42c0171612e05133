"""Pages on which no passage turns the text around it: the one place where that is seen to.

Templates set every passage apart (``dir``, ``<bdi>``); here each text between two tags, and each
tag with its attributes, loses the controls that would reach beyond it. What editors work on in the
admin keeps every character, and so does the API.
"""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from quotes.text.bidi import harmless

# U+202A–U+202E and U+2066–U+2069 in UTF-8: rare, and quickly seen not to be there.
_CONTROLS = re.compile(b"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
# Data for machines, which nobody sees and which keep every character; then single tags.
_TAGS = re.compile("(<script.*?</script>|<[^>]*>)", re.DOTALL)


class DirectionMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            response.streaming
            or not response.headers.get("Content-Type", "").startswith("text/html")
            or request.path.startswith("/admin/")
            or not _CONTROLS.search(response.content)
        ):
            return response
        response.content = harmless_html(response.content.decode()).encode()
        if response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))
        return response


def harmless_html(html: str) -> str:
    """Each text and each tag by itself: no two of them share an embedding."""
    return "".join(
        part if part.startswith("<script") else harmless(part) for part in _TAGS.split(html)
    )
