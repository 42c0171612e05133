"""Pages for requests that cannot be answered; they say what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, with a link to the beginning of the list that was asked for."""
    return render(request, "400.html", {"beginning": request.path}, status=400)
