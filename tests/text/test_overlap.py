"""How much of their words two wordings share."""

import pytest

from quotes.text.overlap import overlap, words


def test_order_case_and_print_do_not_count():
    one = words("Geduldig „Vertrauen“ aufbauen")
    assert one == words("aufbauen, GEDULDIG: Vertrauen!")
    assert overlap(one, one).alike == 1


def test_a_part_is_held_whole_by_what_it_is_taken_from():
    found = overlap(words("geduldig Vertrauen"), words("Es gilt, geduldig Vertrauen aufzubauen"))
    assert (found.shared, found.held) == (2, 1)
    assert found.alike == pytest.approx(4 / 7)


def test_what_is_written_without_spaces_is_compared_by_pairs():
    assert words("必要だ") == {"必要", "要だ"}
    assert overlap(words("必要だ"), words("必要な")).shared == 1


@pytest.mark.parametrize("nothing", ["", " „“ ", "…"])
def test_nothing_shares_nothing(nothing):
    assert overlap(words(nothing), words("Vertrauen")).alike == 0
