"""Requests say how long their body is; one whose length is not told beforehand is refused."""

from collections.abc import Callable, Iterable

from config.request_encoding import Application, Environ

_REFUSAL = b"This site reads a body of which the Content-Length is told, and no chunked one.\n"


def length_told(application: Application) -> Application:
    """A WSGI application that answers 411 where a body comes without a Content-Length, in chunks
    or over HTTP/2.

    Django takes it for an empty one: what was sent was lost, and a draft of nothing made of it.
    """

    def answer(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        if environ.get("CONTENT_LENGTH") or not _has_body(environ):
            return application(environ, start_response)
        headers = [("Content-Type", "text/plain"), ("Content-Length", str(len(_REFUSAL)))]
        start_response("411 Length Required", headers)
        return [_REFUSAL]

    return answer


def _has_body(environ: Environ) -> bool:
    if environ["REQUEST_METHOD"] in ("GET", "HEAD", "OPTIONS"):
        return False
    if "HTTP_TRANSFER_ENCODING" in environ:
        return True
    # Only a server that ends the stream by itself, as granian does, can be asked for a byte that
    # is perhaps not there.
    return bool(environ.get("wsgi.input_terminated") and environ["wsgi.input"].read(1))
