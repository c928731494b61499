"""Where each single mark stands within its lane, so that no mark, bar or label covers another; all in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from timeline.figure.rows import Ints
from timeline.figure.timescale import Scale


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
    """Where a mark stands: `row` of its lane; beside it at the left (−) or right (+): 1 its label, 2 its number, 0 nothing.

    `wide`: the pixels kept for what stands beside it.
    """

    row: int
    beside: int = 0
    wide: float = 0.0


def items(first: Ints, last: Ints, at: Ints, open_side: npt.NDArray[np.int8], lane: Ints, scale: Scale, look: Look) -> list[Item]:
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


def pack(found: Sequence[Item], beside: Sequence[tuple[Sequence[float], float]] = (), width: float = 0, most_rows: int = 0) -> list[Spot]:
    """Give each item a row of its lane, and something to stand beside it.

    `beside`: the widths that its label may have, best first, and that of its number, 0 = none; the number stands there where the label
    would need more than `most_rows` rows. Rows are filled from the top in the order of time; what stands beside a mark stays within the
    chart's `width`.
    """
    taken: dict[int, list[list[tuple[float, float]]]] = {}
    spots: list[Spot] = [Spot(0)] * len(found)
    for place in sorted(range(len(found)), key=lambda place: (found[place].lane, found[place].x, found[place].left)):
        item = found[place]
        labels, number = beside[place] if beside else ((), 0.0)
        tries: list[tuple[Spot, float, float]] = []
        for kind, wide in (*((1, label) for label in labels), (2, number)):
            if wide and item.right + wide <= width:
                tries.append((Spot(0, kind, wide), item.left, item.right + wide))
            if wide and item.left - wide >= 0:
                tries.append((Spot(0, -kind, wide), item.left - wide, item.right))
        tries = tries or [(Spot(0), item.left, item.right)]
        rows = taken.setdefault(item.lane, [])
        spot, left, right = _first_free(rows, tries, most_rows)
        if spot.row == len(rows):
            rows.append([])
        rows[spot.row].append((left, right))
        spots[place] = spot
    return spots


def _first_free(rows: list[list[tuple[float, float]]], tries: list[tuple[Spot, float, float]], most_rows: int) -> tuple[Spot, float, float]:
    for kind in (1, 2, 0):
        sides = [one for one in tries if abs(one[0].beside) == kind]
        for spot, left, right in sides:
            for place, row in enumerate(rows):
                if all(right <= a or b <= left for a, b in row):
                    return replace(spot, row=place), left, right
        if sides and (kind != 1 or len(rows) < most_rows):  # one more row, and the label is kept
            return replace(sides[0][0], row=len(rows)), *sides[0][1:]
    return replace(tries[-1][0], row=len(rows)), *tries[-1][1:]


def rows_of_lanes(found: Sequence[Item], spots: Sequence[Spot], lanes: int) -> Ints:
    """How many rows each lane needs, at least one."""
    rows = np.ones(lanes, dtype=np.int64)
    for item, spot in zip(found, spots, strict=True):
        rows[item.lane] = max(rows[item.lane], spot.row + 1)
    return rows
