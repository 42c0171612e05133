"""Which pages about itself the site has, for every page's footer."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def site_has(setting: str) -> bool:
    """Whether the site has set ``WORTLAUT_<setting>``."""
    return bool(getattr(settings, f"WORTLAUT_{setting}"))
