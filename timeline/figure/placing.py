"""Where each single mark stands within its lane, so that no mark, bar or label covers another; all in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeline.figure.rows import Ints


@dataclass(frozen=True, slots=True)
class Scale:
    """Days → pixels: `origin` is the day at the chart's left edge, `per_day` pixels a day, `width` of the chart."""

    origin: float
    per_day: float
    width: float

    def x(self, day: float) -> float:
        """Pixels from the chart's left edge to the beginning of a day."""
        return (day - self.origin) * self.per_day


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in pixels: of a mark, of a row of marks, of the tail of an open date, and the space at a lane's edges."""

    mark: float = 11
    row: float = 17
    tail: float = 44
    pad: float = 7


@dataclass(frozen=True, slots=True)
class Item:
    """One mark to place: its lane, its pixel `x`, and the pixels that it takes from `left` to `right` with bar and tail."""

    lane: int
    x: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands: `row` of its lane; beside it at the left (−) or right (+): 1 its label, 2 its number, 0 nothing."""

    row: int
    beside: int = 0


def items(first: Ints, last: Ints, at: Ints, open_side: Ints, lane: Ints, scale: Scale, look: Look) -> list[Item]:
    """One item a statement; statements of one day in one lane stand beside each other within the day as far as it is wide enough."""
    pitch = look.mark + 4
    beside = max(1, int(scale.per_day / pitch))
    same_day: dict[tuple[int, int], list[int]] = {}
    exact = ((first == last) | (open_side < 0)).tolist()
    days, lanes = at.tolist(), lane.tolist()
    for place, (day, its_lane) in enumerate(zip(days, lanes, strict=True)):
        if exact[place]:
            same_day.setdefault((its_lane, day), []).append(place)
    shift = [0.0] * len(days)
    for places in same_day.values():
        for count, place in enumerate(places):
            in_row = min(beside, len(places) - count // beside * beside)
            shift[place] = (count % beside - (in_row - 1) / 2) * pitch
    half = look.mark / 2 + 1.5
    made = []
    for place, day in enumerate(days):
        x = scale.x(day + 0.5) + shift[place]
        left, right = x - half, x + half
        if exact[place]:
            left -= look.tail if open_side[place] < 0 else 0
        else:
            left, right = min(left, max(0.0, scale.x(first[place]))), max(right, min(scale.width, scale.x(last[place] + 1)))
        made.append(Item(lanes[place], x, left, right))
    return made


def pack(found: Sequence[Item], beside: Sequence[tuple[float, float]] = (), width: float = 0, most_rows: int = 0) -> list[Spot]:
    """Give each item a row of its lane, and something to stand beside it.

    `beside`: the widths of its label and of its number, 0 = none; the number stands there where the label would need more than `most_rows`
    rows. Rows are filled from the top in the order of time; what stands beside a mark stays within the chart's `width`.
    """
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    spots: list[Spot] = [Spot(0)] * len(found)
    for place in sorted(range(len(found)), key=lambda place: (found[place].lane, found[place].x, found[place].left)):
        item, (label, number) = found[place], beside[place] if beside else (0.0, 0.0)
        tries = []
        for kind, wide in ((1, label), (2, number)):
            if wide:
                sides = [(kind, item.left, item.right + wide), (-kind, item.left - wide, item.right)]
                tries += [side for side in sides if side[1] >= 0 and side[2] <= width]
        tries = tries or [(0, item.left, item.right)]
        rows = taken.setdefault(item.lane, [])
        row, what, left, right = _first_free(rows, tries, most_rows)
        if row == len(rows):
            rows.append([])
        rows[row].append((left, right))
        spots[place] = Spot(row, what)
    return spots


def _first_free(
    rows: list[list[tuple[float, float]]], tries: list[tuple[int, float, float]], most_rows: int
) -> tuple[int, int, float, float]:
    for kind in (1, 2, 0):
        sides = [one for one in tries if abs(one[0]) == kind]
        for row in range(len(rows)):
            for side, left, right in sides:
                if all(right <= a or b <= left for a, b in rows[row]):
                    return row, side, left, right
        if sides and kind == 1 and len(rows) < most_rows:  # one more row, and the label is kept
            break
    side, left, right = sides[0] if sides else tries[-1]
    return len(rows), side, left, right


def rows_of_lanes(found: Sequence[Item], spots: Sequence[Spot], lanes: int) -> Ints:
    """How many rows each lane needs, at least one."""
    rows = np.ones(lanes, dtype=np.int64)
    for item, spot in zip(found, spots, strict=True):
        rows[item.lane] = max(rows[item.lane], spot.row + 1)
    return rows
