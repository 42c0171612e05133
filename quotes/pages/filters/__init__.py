"""What readers narrow a list by: a plain form, an address that can be read, chips in words."""

from .asked import Filters
from .fields import ChoiceField, Field, LanguageField, NameField, RowField, YearsField
from .lists import filtered_list

__all__ = [
    "ChoiceField",
    "Field",
    "Filters",
    "LanguageField",
    "NameField",
    "RowField",
    "YearsField",
    "filtered_list",
]
