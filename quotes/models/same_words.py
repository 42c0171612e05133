"""The key of a wording: equal for wordings that differ in nothing but print, computed by
PostgreSQL itself, so that an index holds it.

A hash of 64 bits: whoever looks up by it compares the words themselves afterwards.
"""

from django.db.models import BigIntegerField, CharField, F, Func, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Lower

# What typesetting changes and nobody says: blanks, marks, dashes, stops. The same for every
# locale, which classes of characters are not.
PRINT = (
    " \t\n\u00a0\u2009\u202f\u3000\u00ad\u200b\"'`´‘’‚‛“”„‟‹›«»「」『』｢｣〝〞〟"
    "-‐‑‒–—―.,;:!?…·・()[]、。，．！？：；（）"
)


def words_key(wording: Combinable | str) -> Func:
    """The key of a column (by its name) or of a given text (``Value``)."""
    column = F(wording) if isinstance(wording, str) else wording
    bare = Func(column, Value(PRINT), Value(""), function="translate", output_field=TextField())
    return Func(
        Lower(bare, output_field=CharField()),
        Value(0),
        function="hashtextextended",
        output_field=BigIntegerField(),
    )
