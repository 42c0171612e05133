"""Each resource as a flat table, one row for one item, for spreadsheets and data frames.

The same columns make the CSV files and the Parquet files. What has several values is a list.
"""

from .columns import Column, Kind, Table
from .others import EVENTS, SPEAKERS, TOPICS
from .sources import ARTICLES, HOPS, OUTLETS
from .speech import OCCURRENCES, QUOTES
from .statements import PROVISIONS, STATEMENTS

TABLES: dict[str, Table] = {
    "speakers": SPEAKERS,
    "quotes": QUOTES,
    "statements": STATEMENTS,
    "articles": ARTICLES,
    "outlets": OUTLETS,
    "events": EVENTS,
    "topics": TOPICS,
    "occurrences": OCCURRENCES,
    "provisions": PROVISIONS,
    "hops": HOPS,
}

__all__ = ["TABLES", "Column", "Kind", "Table"]
