"""What can go wrong with the embedded server, told so that one knows what to do."""

from django.db.utils import OperationalError


class EmbeddedServerError(OperationalError):
    """The embedded PostgreSQL cannot be had; the message says why, and names a way out."""
