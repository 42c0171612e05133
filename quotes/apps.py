"""The one Django app of Wortlaut."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class QuotesConfig(AppConfig):
    name = "quotes"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Quotes")

    def ready(self) -> None:
        # Importing registers them.
        from quotes import checks  # noqa: F401

        post_migrate.connect(_make_groups, sender=self)
        post_migrate.connect(_bring_public_rule, sender=self)


def _make_groups(using: str = "default", **kwargs: Any) -> None:
    """Groups and their permissions after every migrate, once the permissions exist."""
    from django.contrib.auth.management import create_permissions

    from quotes.editorial.roles import make_groups

    create_permissions(kwargs["sender"], using=using, verbosity=0)
    make_groups()


def _bring_public_rule(using: str = "default", **kwargs: Any) -> None:
    """The database's own form of ``published()`` after every migrate."""
    from quotes.models.public_rule import install

    install(using)
