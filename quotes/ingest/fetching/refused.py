"""Why a page was not fetched: a code that never changes, and the values that belong to it."""

from enum import StrEnum


class Reason(StrEnum):
    """The codes; after each, the names of its values."""

    # The address as it was written
    EMPTY_ADDRESS = "empty_address"
    ADDRESS_TOO_LONG = "address_too_long"  # most (characters)
    MALFORMED = "malformed"  # address
    NOT_HTTP = "not_http"  # address
    CREDENTIALS = "credentials"
    PORT = "port"  # port
    # Where it leads
    NAME_UNKNOWN = "name_unknown"  # host
    ADDRESS_NOT_PUBLIC = "address_not_public"  # host, address
    TOO_MANY_REDIRECTS = "too_many_redirects"  # most
    REDIRECT_LOOP = "redirect_loop"  # address
    ROBOTS = "robots"  # host
    ROBOTS_UNREACHABLE = "robots_unreachable"  # host
    # The connection
    CONNECTION = "connection"  # host
    TLS = "tls"  # host, detail
    TOO_SLOW = "too_slow"  # seconds
    BROKEN_OFF = "broken_off"  # host
    # The answer
    PROTOCOL = "protocol"  # host
    STATUS = "status"  # status
    HEADERS_TOO_LARGE = "headers_too_large"  # kilobytes
    TOO_LARGE = "too_large"  # megabytes
    COMPRESSION = "compression"  # encoding
    DECOMPRESSED_TOO_LARGE = "decompressed_too_large"  # megabytes
    CONTENT_TYPE = "content_type"  # type
    EMPTY = "empty"


class Refused(Exception):
    """A page that is not fetched. `reason` says why, `values` fill its sentence (`reasons.py`).

    The message is for logs.
    """

    def __init__(self, reason: Reason, **values: str | int) -> None:
        said = ", ".join(f"{name} {value}" for name, value in values.items())
        super().__init__(f"{reason.value}: {said}" if said else reason.value)
        self.reason = reason
        self.values = values
