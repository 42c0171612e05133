"""Tokens with which editors' tools reach the API, and what they were answered lately.

Neither is editorial: a token is a key, not a fact, and goes with its account.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from knox.models import AbstractAuthToken


class Scope(models.TextChoices):
    """What a token may be used for, each including the ones before it."""

    READ_DRAFTS = "drafts:read", _("Read drafts and everything else that you see in the admin")
    WRITE_DRAFTS = "drafts:write", _("Create, change and delete drafts, send them to review")
    WRITE_PUBLIC = "published:write", _("Change also what is in review or public")


class ApiToken(AbstractAuthToken):
    """A key to the API for one person's tools. Only its hash is kept; it never changes."""

    # A number of its own: the hash stands in no address.
    id = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=128, unique=True, editable=False)
    token_key = models.CharField(_("begins with"), max_length=25, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("account"),
        related_name="auth_token_set",
        editable=False,
    )
    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("Which tool uses it, and where. It stands in the history of what it changes."),
    )
    scopes = ArrayField(
        models.CharField(max_length=20, choices=Scope.choices),
        verbose_name=_("may be used to"),
        default=list,
        blank=True,
        size=len(Scope),
    )
    created = models.DateTimeField(_("made"), auto_now_add=True)
    expiry = models.DateTimeField(_("expires"))
    last_used_at = models.DateTimeField(
        _("last used"), null=True, editable=False, help_text=_("To the hour.")
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    revoked_by_name = models.CharField(_("revoked by"), max_length=150, blank=True, editable=False)

    class Meta:
        verbose_name = _("API token")
        verbose_name_plural = _("API tokens")
        ordering = ["-created", "-id"]
        permissions = [("administer_apitoken", _("Can see and revoke everybody’s API tokens"))]
        constraints = [
            models.CheckConstraint(name="apitoken_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="apitoken_scopes_known", condition=Q(scopes__contained_by=Scope.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_expired(self) -> bool:
        return self.expiry <= timezone.now()

    def allows(self, scope: str) -> bool:
        """Whether the token may be used for this: scopes include those before them."""
        order = Scope.values
        return any(order.index(held) >= order.index(scope) for held in self.scopes)


class IdempotentAnswer(models.Model):
    """What a request with an ``Idempotency-Key`` was answered, to be said again for a day.

    Written in the transaction that did the work: either both are there, or neither.
    """

    token = models.ForeignKey(ApiToken, models.CASCADE, related_name="+", editable=False)
    key = models.CharField(max_length=255, editable=False)
    # Of method, address and body: the same key with another request is a mistake.
    fingerprint = models.CharField(max_length=64, editable=False)
    status = models.PositiveSmallIntegerField(editable=False)
    headers = models.JSONField(editable=False)
    body = models.BinaryField(editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("answer to be repeated")
        verbose_name_plural = _("answers to be repeated")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["token", "key"], name="idempotentanswer_once_a_key")
        ]
        # Those that are too old, to be removed.
        indexes = [models.Index(fields=["created_at"], name="idempotentanswer_age")]

    def __str__(self) -> str:
        return self.key
