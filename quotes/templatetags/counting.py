"""How many there are, in words; beyond what is counted it says so."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from quotes.models.selection import MOST_COUNTED

register = template.Library()


@register.filter
def quotes_in_words(count: int) -> str:
    """“12 quotes”, “more than 1,000 quotes”."""
    if count > MOST_COUNTED:
        most = number_format(MOST_COUNTED, force_grouping=True)
        return gettext("more than %(count)s quotes") % {"count": most}
    return ngettext("%(count)d quote", "%(count)d quotes", count) % {"count": count}
