"""How much is drawn of each stretch of each lane: its single statements, or where they are too many a counted band."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from timeline.figure.rows import Ints

Unit = Literal["day", "week", "fortnight", "month", "quarter", "year"]
_DAYS: dict[Unit, float] = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4, "quarter": 91.3, "year": 365.2}
CELL = 12.0  # pixels: no stretch is narrower
NEAR = 80.0  # pixels: so near to a band marks become part of it


@dataclass(frozen=True, slots=True)
class Detail:
    """`single`: which rows are drawn singly; `edges`: first days of the stretches, one more than there are stretches.

    `counts[lane, stretch, label]`: how many of the other rows stand there, by act (`by_act`) and by colour (`by_colour`).
    """

    unit: Unit
    edges: Ints
    single: npt.NDArray[np.bool_]
    by_act: Ints
    by_colour: Ints


def stretches(first: int, last: int, width: float) -> tuple[Unit, Ints]:
    """The finest calendar unit that is at least 12 pixels wide, and the first days of its stretches from day `first` to `last`."""
    unit: Unit = next((unit for unit, days in _DAYS.items() if (last - first + 1) / days * CELL <= width), "year")
    if unit == "day":
        return unit, np.arange(first, last + 2)
    if unit in ("week", "fortnight"):  # 1970-01-05 was a Monday
        days = int(_DAYS[unit])
        return unit, np.arange(first - (first - 4) % days, last + days + 1, days)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    begin = np.datetime64(first, "D").astype("datetime64[M]").astype(int) // months * months
    end = np.datetime64(last, "D").astype("datetime64[M]").astype(int)
    edges = np.arange(begin, end + months + 1, months).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return unit, edges[: int(np.searchsorted(edges, last, side="right")) + 1]


def _widened(dense: npt.NDArray[np.bool_], by: int) -> npt.NDArray[np.bool_]:
    """Dense stretches with what stands within `by` stretches of them, so that bands and marks do not take turns every few pixels."""
    summed = np.pad(np.cumsum(dense, axis=1), ((0, 0), (by + 1, by)), mode="edge")
    summed[:, : by + 1] = 0
    return np.asarray(summed[:, 2 * by + 1 :] > summed[:, : -2 * by - 1])


def split(
    at: Ints,
    lane: Ints,
    labels: tuple[Ints, Ints],
    size: tuple[int, int, int],
    window: tuple[int, int],
    width: float,
    room: tuple[int, int],
    wanted: npt.NDArray[np.bool_],
) -> Detail:
    """Decide for each stretch of a lane between single marks and a counted band.

    `labels`: act and colour of each row; `size`: numbers of lanes, acts and colours; `window`: first and last visible day, which `at` must
    not leave; `width`: of the chart in pixels; `room`: so many single marks at most in all, and so many above each other in a lane.
    The `wanted` rows stay single wherever they are not too many themselves, then the sparse stretches.
    """
    (lanes, acts, colours), (most, stack), (act, colour) = size, room, labels
    unit, edges = stretches(*window, width)
    many = len(edges) - 1
    of_day = np.searchsorted(edges, np.arange(edges[0], edges[-1]), side="right") - 1
    cell = lane * many + of_day[at - edges[0]]
    beside = max(1, int(width / many / 15))
    if wanted.any():
        wanted = wanted & (np.bincount(cell[wanted], minlength=lanes * many) <= beside * stack)[cell]
        filled, left = np.bincount(cell[~wanted], minlength=lanes * many), most - int(wanted.sum())
    else:
        filled, left = np.bincount(cell, minlength=lanes * many), most
    sizes = np.bincount(filled)
    # What is sent of a crowded picture is half marks, half bands.
    fits = np.cumsum(sizes * np.arange(len(sizes))) <= (left if len(at) <= most else max(0, left - most // 2))
    if len(at) <= most and filled.max(initial=0) <= beside * stack:
        dense = np.zeros((lanes, many), dtype=bool)
    else:
        limit = min(int(np.flatnonzero(fits)[-1]), beside * stack)
        dense = _widened((filled > limit).reshape(lanes, many), int(NEAR * many / width) + 1)
    single = ~dense.ravel()[cell] | wanted
    if single.any():
        cell, act, colour = cell[~single], act[~single], colour[~single]
    by_act = np.bincount(cell * acts + act, minlength=lanes * many * acts).reshape(lanes, many, acts)
    by_colour = np.bincount(cell * colours + colour, minlength=lanes * many * colours).reshape(lanes, many, colours)
    return Detail(unit, edges, single, by_act, by_colour)
