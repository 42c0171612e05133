"""Tokens for editors' tools: made for oneself, never for more than one may do, revoked at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quotes.models import ApiToken, Scope
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText, check_storable

from .recording import display_name
from .refusals import Refused, checked

# Days that a token can be made for.
LIFETIMES = (7, 30, 90, 365)
# So many of one account are in use at a time; more are a mistake, or not hers.
MOST_TOKENS = 20

_ASKS_FOR = {
    Scope.READ_DRAFTS: "quotes.view_quote",
    Scope.WRITE_DRAFTS: "quotes.change_quote",
    Scope.WRITE_PUBLIC: "quotes.publish_quote",
}


def scopes_for(user: Any) -> list[Scope]:
    """The scopes that a token of this user can have: none that goes beyond what she may do."""
    return [scope for scope in Scope if user.has_perm(_ASKS_FOR[scope])]


def make_token(
    user: Any, name: str, scopes: Sequence[str], lifetime: timedelta
) -> tuple[ApiToken, str]:
    """A new token of the user and its secret text, which is known only now and kept nowhere.

    Raises Refused for a scope that she cannot give, a name that is none, or too many tokens.
    """
    allowed = scopes_for(user)
    if any(scope not in allowed for scope in scopes):
        raise Refused([_("A token cannot do more than you may do.")], rule="scope")
    if not timedelta(0) < lifetime <= timedelta(days=max(LIFETIMES)):
        raise Refused([_("A token lasts for a year at most.")], rule="lifetime")
    if usable(ApiToken.objects.filter(user=user)).count() >= MOST_TOKENS:
        raise Refused(
            [_("You have %(count)s tokens already: revoke some first.") % {"count": MOST_TOKENS}],
            rule="too_many",
        )
    try:
        check_storable(name)
    except UnstorableText as error:
        raise Refused([UNSTORABLE], rule="unstorable") from error
    expiry = timezone.now() + lifetime
    checked(ApiToken(user=user, name=name.strip(), scopes=list(scopes), digest="-", expiry=expiry))
    return ApiToken.objects.create(
        user=user, expiry=lifetime, name=name.strip(), scopes=list(scopes)
    )


def revoke(token: ApiToken, user: Any) -> None:
    """Make the token useless from now on. One that is revoked stays as it is."""
    if not may_revoke(token, user):
        raise Refused([_("This is somebody else’s token.")], rule="foreign")
    ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(
        revoked_at=timezone.now(), revoked_by_name=display_name(user)
    )
    token.refresh_from_db()


def may_revoke(token: ApiToken, user: Any) -> bool:
    """Whose token it is, and an administrator."""
    return token.user_id == user.pk or user.has_perm("quotes.administer_apitoken")


def seen_by(user: Any) -> QuerySet[ApiToken]:
    """The tokens that the user sees: her own; an administrator everybody's."""
    tokens: QuerySet[ApiToken] = ApiToken.objects.select_related("user")
    if user.has_perm("quotes.administer_apitoken"):
        return tokens
    return tokens.filter(user=user)


def usable(tokens: QuerySet[ApiToken]) -> QuerySet[ApiToken]:
    """Those of the tokens that are neither expired nor revoked."""
    return tokens.filter(revoked_at=None, expiry__gt=timezone.now())


def why_useless(token: ApiToken, now: datetime) -> str:
    """The sentence that says why a token opens nothing; empty where it does.

    Reads ``user``. An account that cannot log in any more has no tokens either.
    """
    if token.revoked_at is not None:
        return "This token was revoked."
    if token.expiry <= now:
        return f"This token expired on {token.expiry:%Y-%m-%d}."
    if not (token.user.is_active and token.user.is_staff):
        return "The account of this token is closed."
    return ""
