"""How the API describes itself (OpenAPI 3.1), from serializers, filters and help texts."""

from typing import Any

from drf_spectacular.openapi import AutoSchema

from .problems import MEDIA_TYPE, ProblemSerializer


class PublicSchema(AutoSchema):
    """Adds the problems that an operation may answer with."""

    def get_response_serializers(self) -> Any:
        problems = [400]
        if self.path.endswith("{id}/"):
            problems += [404, 410]
        return {
            200: super().get_response_serializers(),
            **{(status, MEDIA_TYPE): ProblemSerializer for status in problems},
        }
