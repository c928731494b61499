"""Nothing hides anything: marks, bars, tails, labels and numbers of a lane never lie over each other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.placing import Item, Look, Spot, items, pack, rows_of_lanes
from timeline.figure.timescale import Scale

WIDTH = 900.0
ITEM = st.builds(
    lambda lane, x, before, after: Item(lane, x, x - before, x + after),
    st.integers(0, 3),
    st.floats(10, WIDTH - 10),
    st.floats(5, 60),
    st.floats(5, 200),
)
BESIDE = st.tuples(st.lists(st.floats(20, 300), max_size=3), st.sampled_from([0.0, 18.0]))


def extent(item: Item, spot: Spot) -> tuple[float, float]:
    if spot.beside > 0:
        return item.left, item.right + spot.wide
    return (item.left - spot.wide if spot.beside < 0 else item.left), item.right


@given(st.lists(st.tuples(ITEM, BESIDE), max_size=40), st.integers(0, 6))
def test_nothing_overlaps(pairs: list[tuple[Item, tuple[list[float], float]]], most_rows: int) -> None:
    found, beside = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    spots = pack(found, beside, WIDTH, most_rows)
    for place, (item, spot) in enumerate(zip(found, spots, strict=True)):
        left, right = extent(item, spot)
        assert not spot.beside or (right <= WIDTH or spot.beside < 0)
        assert not spot.beside or (left >= 0 or spot.beside > 0)
        for other_item, other_spot in zip(found[:place], spots[:place], strict=True):
            if (item.lane, spot.row) == (other_item.lane, other_spot.row):
                other_left, other_right = extent(other_item, other_spot)
                assert right <= other_left or other_right <= left


def test_a_label_is_kept_while_rows_may_be_added_and_is_a_number_after_that() -> None:
    found = [Item(0, 450 + place, 444 + place, 456 + place) for place in range(6)]
    spots = pack(found, [((200.0,), 16.0)] * 6, WIDTH, most_rows=4)
    assert [abs(spot.beside) for spot in spots] == [1, 1, 1, 1, 2, 2]
    assert sorted(spot.row for spot in spots) == [0, 1, 2, 3, 4, 5]
    assert rows_of_lanes(found, spots, 2).tolist() == [6, 1]


def test_a_label_that_does_not_fit_at_the_right_stands_at_the_left() -> None:
    spot = pack([Item(0, 880, 874, 886)], [((100.0,), 0.0)], WIDTH, 3)[0]
    assert (spot.beside, spot.wide) == (-1, 100.0)


def placed(days: list[tuple[int, int, int]], per_day: float) -> list[Item]:
    first, last, side = (np.array(column) for column in zip(*days, strict=True))
    at = (first + last) // 2
    return items(first, last, at, side.astype(np.int8), np.zeros(len(days), dtype=np.int64), Scale(0, per_day, 40 * per_day), Look())


def test_statements_of_one_day_stand_beside_each_other_within_the_day() -> None:
    found = placed([(3, 3, 0)] * 3, per_day=60)
    assert all(item.left >= 180 and item.right <= 240 for item in found)
    assert [spot.row for spot in pack(found)] == [0, 0, 0]
    assert sum(item.x for item in found) / 3 == 210


def test_statements_of_one_narrow_day_stand_above_each_other() -> None:
    found = placed([(3, 3, 0)] * 3, per_day=6)
    assert {item.x for item in found} == {21}
    assert sorted(spot.row for spot in pack(found)) == [0, 1, 2]


def test_an_interval_takes_its_days_and_an_open_date_its_tail() -> None:
    interval, tail = placed([(3, 9, 0), (20, 20, -1)], per_day=20)
    assert (interval.left, interval.right, interval.x) == (60, 200, 130)
    assert tail.left < tail.x - Look().tail
    assert tail.right < tail.x + Look().mark
