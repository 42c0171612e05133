"""The two system users in whose names a dossier is loaded and published. Nobody logs in as them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password


def loader() -> Any:
    """Who drafts what the dossier holds and sends it to review."""
    return _system_user("dossier-loader", "Loader")


def reviewer() -> Any:
    """The second pair of eyes: who publishes it."""
    return _system_user("dossier-reviewer", "Reviewer")


def _system_user(username: str, last_name: str) -> Any:
    user, _created = get_user_model()._default_manager.get_or_create(
        username=username,
        defaults={
            "first_name": "Dossier",
            "last_name": last_name,
            "is_active": False,
            "password": make_password(None),
        },
    )
    return user
