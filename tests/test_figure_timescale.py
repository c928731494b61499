"""Days and pixels: windows, cuts in quiet stretches, calendars."""

import itertools
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.detail import stretches
from timeline.figure.rows import Rows
from timeline.figure.ticks import NEAREST, fixed_ticks
from timeline.figure.timescale import Scale, in_view, lay_days, length_words, outside_cuts, quiet_stretches, visible_days, within


def rows(*days: tuple[int, int]) -> Rows:
    first, last = (np.array(column, dtype=np.int64) for column in zip(*days, strict=True))
    zeros = np.zeros(len(days), dtype=np.int64)
    return Rows(np.arange(len(days)), first, last, zeros.astype(np.int8), zeros, zeros, 0)


@given(st.floats(0, 999), st.lists(st.tuples(st.integers(20, 900), st.integers(1, 80)), max_size=3))
def test_pixels_and_days_are_each_others_inverse_outside_cuts(x: float, cuts: list[tuple[int, int]]) -> None:
    breaks, free = [], 0
    for begin, length in sorted(cuts):
        if begin > free:
            breaks.append((begin, begin + length))
            free = begin + length + 5
    scale = Scale(10, 2.5, 1000, tuple(breaks))
    assert scale.x(scale.day(x)) == pytest.approx(x)
    assert all(not begin < scale.day(x) < end for begin, end in breaks)


def test_a_very_long_interval_does_not_stretch_the_axis() -> None:
    assert visible_days(rows((0, 3000), (2990, 2990), (3010, 3010)), None, None) == (2990, 3010)
    assert visible_days(rows((2960, 2990), (3010, 3010)), None, None) == (2960, 3010)
    assert visible_days(rows((0, 3000)), None, None) == (0, 3000)


def test_a_window_is_taken_as_given_and_a_wrong_one_is_a_day() -> None:
    assert visible_days(rows((5, 5)), date(1970, 1, 11), date(1970, 1, 21)) == (10, 20)
    assert visible_days(rows((5, 5)), date(1970, 1, 11), date(1970, 1, 3)) == (10, 10)


def test_marks_stand_in_the_middle_of_what_is_visible() -> None:
    seen, at = in_view(rows((0, 10), (8, 8), (11, 30), (40, 50)), (6, 14))
    assert seen.tolist() == [0, 1, 2]
    assert at[:3].tolist() == [8, 8, 12]


def test_quiet_stretches_are_cut_and_nothing_said_in_them_is_lost() -> None:
    found = rows((0, 30), (100, 100), (105, 107), (400, 400))
    cuts = quiet_stretches(found)
    assert len(cuts) == 3  # the first runs through the long interval, whose two ends are seen
    for day in (0, 30, 100, 105, 107, 400):
        assert all(day < begin or end <= day for begin, end in cuts)
    scale = lay_days((0, 400), 1000, 0.02, cuts)
    assert scale.x(401) - scale.x(0) == pytest.approx(1000 / (1 + 2 * 0.02))


@pytest.mark.parametrize("days", [[(0, 0), (5, 5), (9, 9)], [(day, day) for day in range(0, 300, 10)], [(3, 3)]])
def test_no_cut_where_little_is_won(days: list[tuple[int, int]]) -> None:
    assert quiet_stretches(rows(*days)) == ()


@pytest.mark.parametrize(
    ("window", "cuts"),
    [((0, 100), ((20, 50),)), ((30, 100), ((30, 50),)), ((0, 40), ((20, 41),)), ((60, 70), ()), ((30, 40), ()), ((0, 19), ())],
)
def test_a_window_has_the_pieces_of_cuts_that_lie_in_it(window: tuple[int, int], cuts: tuple[tuple[int, int], ...]) -> None:
    assert within(((20, 50),), window) == cuts


def test_a_bar_runs_through_a_cut_and_its_mark_stays_visible() -> None:
    found = rows((0, 0), (0, 300), (300, 300))
    cuts = quiet_stretches(found)
    assert len(cuts) == 1
    at = outside_cuts(in_view(found, (0, 300))[1], found.last, cuts)
    assert at.tolist() == [0, 300, 300]


@pytest.mark.parametrize(
    ("days", "words"), [(8, "1 week"), (24, "3 weeks"), (61, "2 months"), (240, "8 months"), (730, "2 years"), (580, "19 months")]
)
def test_length_words(days: int, words: str) -> None:
    assert length_words(days) == words


@pytest.mark.parametrize(
    ("first", "last", "width", "unit"),
    [
        ("2022-10-01", "2022-10-31", 900, "day"),
        ("2022-01-05", "2022-12-30", 900, "week"),
        ("2022-01-01", "2023-12-31", 900, "fortnight"),
        ("2019-01-15", "2023-12-31", 900, "month"),
        ("2008-02-01", "2023-12-31", 900, "quarter"),
        ("1950-05-05", "2023-12-31", 1000, "year"),
        ("1022-01-01", "2023-12-31", 900, "year"),
    ],
)
def test_stretches_are_calendar_units_that_hold_every_day(first: str, last: str, width: float, unit: str) -> None:
    begin, end = (int(np.datetime64(day, "D").astype(int)) for day in (first, last))
    found, edges = stretches(begin, end, width)
    assert found == unit
    assert edges[0] <= begin
    assert edges[-2] <= end < edges[-1]
    assert (np.diff(edges) > 0).all()
    if unit in ("week", "fortnight"):
        assert edges[0].astype("datetime64[D]").item().weekday() == 0


@given(
    st.integers(19_000, 19_400),
    st.floats(0.3, 60),
    st.lists(st.tuples(st.integers(5, 300), st.integers(30, 900)), min_size=1, max_size=3),
    st.integers(240, 1600),
)
def test_every_piece_of_a_cut_axis_is_dated_and_no_two_dates_touch(
    origin: int, per_day: float, cuts: list[tuple[int, int]], width: int
) -> None:
    breaks, begin = [], origin
    for kept, length in cuts:
        breaks.append((begin + kept, begin + kept + length))
        begin = breaks[-1][1]
    scale = Scale(origin, per_day, width, tuple(breaks))
    axis: dict[str, Any] = {}
    fixed_ticks(axis, scale)
    days = [value / 86_400_000 for value in axis["tickvals"]]
    places = [scale.x(day) for day in days]
    assert all(after - before >= NEAREST - 1e-6 for before, after in itertools.pairwise(places))
    assert all(scale.seen_from(day) == day for day in days), "no date in a cut"
    seen = [text for x, text in zip(places, axis["ticktext"], strict=True) if 0 <= x <= width]
    assert not seen or seen[0][-4:].isdigit(), "the first date names its year"
    pieces = zip([origin, *(end for _, end in breaks)], [*(cut for cut, _ in breaks), int(scale.day(width))], strict=True)
    for start, end in pieces:
        if min(width, scale.x(end)) - max(0, scale.x(start)) > 2 * NEAREST + per_day:
            assert any(start <= day <= end for day in days), (start, end)  # at its very end is dated, too
