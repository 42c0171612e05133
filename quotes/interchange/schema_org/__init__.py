"""Public rows as schema.org JSON-LD, one file for each kind of thing.

Each function takes a row whose relations are public (prefetched from ``published()``) and the
site; it gives a JSON-LD object without ``@context``. ``documents`` makes whole documents.
"""

from .documents import KINDS, document, find, web_site

__all__ = ["KINDS", "document", "find", "web_site"]
