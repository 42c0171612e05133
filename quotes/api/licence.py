"""Under which terms the data may be used; every answer says so itself."""

import json
from functools import lru_cache

from django.conf import settings
from rest_framework import serializers


class LicenceSerializer(serializers.Serializer):
    """The terms of these data. What articles say belongs to those who wrote it: see ``rights``
    and ``rights_note`` of each."""

    name = serializers.CharField(
        allow_null=True, help_text="The licence of the data; null where the site gives none."
    )
    url = serializers.URLField(allow_null=True, help_text="Where it can be read.")
    attribution = serializers.CharField(help_text="How to name this site as the source.")


@lru_cache(1)
def licence() -> bytes:
    """The licence as JSON."""
    return json.dumps(
        {
            "name": settings.WORTLAUT_LICENCE or None,
            "url": settings.WORTLAUT_LICENCE_URL or None,
            "attribution": settings.WORTLAUT_ATTRIBUTION,
        },
        ensure_ascii=False,
    ).encode()
