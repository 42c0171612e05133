"""The form that opens the admin."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.validators import MaxLengthValidator

_LONGEST: int = User._meta.get_field("username").max_length or 150


class LoginForm(AdminAuthenticationForm):
    """Refuses a name longer than any account's before the login throttle writes it down."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        username = self.fields["username"]
        # Django tells this length to the browser only.
        username.validators.append(MaxLengthValidator(_LONGEST))
