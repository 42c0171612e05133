"""The head of a page: its text said once and used for several readers, its data, its addresses."""

import json
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.template.base import NodeList, Parser, Token
from django.utils.encoding import escape_uri_path
from django.utils.safestring import SafeString, mark_safe

from quotes.pages.frame import Frame

register = template.Library()

# In a script element nothing but "</" and "<!--" ends the data; escaped, they mean the same.
_IN_SCRIPT = str.maketrans(
    {character: f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}
)


class _Caught(template.Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: template.Context) -> SafeString:
        # Escaped already by whatever wrote it; in one line, since it goes into attributes.
        context[self.name] = mark_safe(" ".join(self.nodelist.render(context).split()))
        return mark_safe("")


@register.tag
def caught(parser: Parser, token: Token) -> _Caught:
    """``{% caught as title %}…{% endcaught %}``: what stands between, in one line, by that name."""
    words = token.split_contents()
    if len(words) != 3 or words[1] != "as":
        raise template.TemplateSyntaxError("Write {% caught as name %}.")
    nodelist = parser.parse(("endcaught",))
    parser.delete_first_token()
    return _Caught(nodelist, words[2])


@register.filter
def as_json_ld(data: dict[str, Any]) -> SafeString:
    """JSON for a ``<script type="application/ld+json">``: no character of it ends the script."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_IN_SCRIPT))


@register.simple_tag(takes_context=True)
def whole_address(context: template.Context, address: str) -> str:
    """An address of this site with scheme and host."""
    return context["request"].build_absolute_uri(address)


@register.simple_tag(takes_context=True)
def canonical_address(context: template.Context, lang: str | None = None) -> str:
    """This page's full address, without what changes nothing in it.

    A language stays where it was asked for: ``?lang=de`` is the German page itself, the address
    without it that in the language of whoever comes. ``lang`` sets another one, "" none.
    """
    request: HttpRequest = context["request"]
    frame: Frame = context.get("frame") or Frame()
    query = QueryDict(mutable=True)
    for name, values in request.GET.lists():
        matters = frame.parameters is None or name in frame.parameters
        if matters and name != "lang" and any(values):
            query.setlist(name, values)
    language = request.GET.get("lang", "") if lang is None else lang
    if language in dict(settings.LANGUAGES):
        query["lang"] = language
    path = escape_uri_path(request.path)
    return request.build_absolute_uri(f"{path}?{query.urlencode()}" if query else path)
