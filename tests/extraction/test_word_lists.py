"""The word lists of the grammars hold no word twice."""

import pytest

from quotes.extraction.word_lists import by_verb, words


def test_a_list_is_written_as_one_text():
    assert words("  und\n aber oder ") == {"und", "aber", "oder"}
    assert words("") == frozenset()


def test_a_word_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="“und” stands twice"):
        words("und aber und")


def test_a_table_is_read_by_its_verbs():
    assert by_verb({"mit": "teilte teilt", "an": "gab"}) == {
        "teilte": "mit",
        "teilt": "mit",
        "gab": "an",
    }
