"""Who else said what a candidate holds: “die beiden Minister” are two."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .editorial_model import EditorialModel
from .history import tracked
from .intake import Candidate
from .speakers import InRole, Speaker, Tenure, tenure_of_speaker


@tracked
class FurtherSpeaker(InRole, EditorialModel):
    """One who said it together with the candidate's own speaker, in the order chosen."""

    candidate = models.ForeignKey(
        Candidate, models.CASCADE, verbose_name=_("candidate"), related_name="further_speakers"
    )
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        verbose_name=_("speaker"),
        related_name="candidates_shared",
    )
    tenure = models.ForeignKey(
        Tenure,
        models.PROTECT,
        verbose_name=_("role then"),
        null=True,
        blank=True,
        related_name="candidates_shared",
    )

    class Meta:
        verbose_name = _("further speaker")
        verbose_name_plural = _("further speakers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "speaker"],
                name="furtherspeaker_once_a_candidate",
                violation_error_message=_("This speaker is named already."),
            )
        ]
        triggers = [tenure_of_speaker("furtherspeaker_tenure_of_speaker")]

    def __str__(self) -> str:
        return str(self.speaker)
