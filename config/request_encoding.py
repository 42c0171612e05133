"""Requests are UTF-8, as browsers and programs send them; another declared encoding is refused."""

from collections.abc import Callable, Iterable
from email.message import Message
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
_REFUSAL = b"This site reads UTF-8 only: leave the charset of the Content-Type away.\n"


def utf_8_only(application: Application) -> Application:
    """A WSGI application that answers 400 where a request declares another encoding than UTF-8.

    Django reads the query string in the declared one before any middleware runs, and some
    "encodings" of Python (rot13, unicode_escape) make errors or characters that no database holds.
    """

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        content_type = Message()
        content_type["Content-Type"] = environ.get("CONTENT_TYPE") or "text/plain"
        declared = str(content_type.get_param("charset", "utf-8"))
        if declared.lower() in ("utf-8", "utf8"):
            return application(environ, start_response)
        headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(_REFUSAL)))]
        start_response("400 Bad Request", headers)
        return [_REFUSAL]

    return answer
