"""The site's own settings, with a database of its own: what is measured is never edited."""

from config.settings import *  # noqa: F403
from config.settings import DATABASES

for _database in DATABASES.values():
    _database["NAME"] = f"{_database['NAME']}_bench"
