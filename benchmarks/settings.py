"""The site's own settings, with a database of its own: what is measured is never edited."""

from config.settings import *  # noqa: F403
from config.settings import DATABASES

for _database in DATABASES.values():
    _database["NAME"] = f"{_database['NAME']}_bench"
# A program that measures asks more often than anybody may.
WORTLAUT_API_REQUESTS_PER_MINUTE = 1_000_000_000
