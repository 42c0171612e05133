"""Roles, as they are named beside a speaker: in attributions and under statements."""

from rest_framework import serializers

from quotes.models import Tenure

from .bodies.relations import Related


class RoleSerializer(serializers.ModelSerializer):
    """A role that a speaker held."""

    organisation = Related(
        "speakers",
        "organisation_id",
        # Of somebody who is reached by what is published.
        reached=True,
        allow_null=True,
        help_text="The speaker whose role it is; null where not known.",
    )

    class Meta:
        model = Tenure
        fields = ("id", "title_de", "title_en", "organisation")
