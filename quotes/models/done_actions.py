"""What the workbench did lately for each editor: asked once more, it is not done once more.

Not editorial: it goes with its account, and is forgotten after some days.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# Code points.
LONGEST_KEY = 100


class DoneAction(models.Model):
    """An action that a window of the workbench asked for under a key of its own.

    Written in the transaction that did the work: either both are there, or neither.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False
    )
    key = models.CharField(max_length=LONGEST_KEY, editable=False)
    # What was answered, to be said again.
    answer = models.JSONField(editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("action that was done")
        verbose_name_plural = _("actions that were done")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="doneaction_once_a_key"),
            models.CheckConstraint(name="doneaction_has_a_key", condition=~models.Q(key="")),
        ]
        # Those that are too old, to be removed.
        indexes = [models.Index(fields=["created_at"], name="doneaction_age")]

    def __str__(self) -> str:
        return self.key
