"""The interface language: ``?lang=``, then the cookie, then Accept-Language."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers


class LanguageMiddleware(LocaleMiddleware):
    """Django's choice of language, with ``?lang=de`` going before it and being remembered.

    A language that the site does not speak is ignored. The cookie is set on pages only: an API
    client keeps no cookies, and its answers must stay cacheable. A page that asks for none
    (``keeps_no_cookie``) sets none: it stands in a frame of another site.
    """

    def process_request(self, request: HttpRequest) -> None:
        language = _asked_for(request)
        if language is None:
            super().process_request(request)
        else:
            translation.activate(language)
            request.LANGUAGE_CODE = language

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        super().process_response(request, response)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        if not is_page or getattr(response, "keeps_no_cookie", False):
            return response
        patch_vary_headers(response, ["Cookie"])
        language = _asked_for(request)
        if language is not None:
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                language,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
                httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
                samesite="Lax",
            )
        return response


def _asked_for(request: HttpRequest) -> str | None:
    language = request.GET.get("lang")
    return language if language in dict(settings.LANGUAGES) else None
