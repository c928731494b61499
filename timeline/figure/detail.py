"""How much is drawn of each stretch of each lane: its single statements, or where they are too many a counted band."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from timeline.figure.rows import Ints

Unit = Literal["day", "week", "month", "quarter", "year"]
_DAYS: dict[Unit, float] = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3, "year": 365.2}
CELL = 8.0  # pixels: no stretch is narrower


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
    """The finest calendar unit whose stretches are at least 8 pixels wide, and the first days of the stretches from day `first` to `last`."""
    unit: Unit = next((unit for unit, days in _DAYS.items() if (last - first + 1) / days * CELL <= width), "year")
    if unit == "day":
        return unit, np.arange(first, last + 2)
    if unit == "week":  # 1970-01-05 was a Monday
        monday = first - (first - 4) % 7
        return unit, np.arange(monday, last + 8, 7)
    months = {"month": 1, "quarter": 3, "year": 12}[unit]
    begin = np.datetime64(first, "D").astype("datetime64[M]").astype(int) // months * months
    end = np.datetime64(last, "D").astype("datetime64[M]").astype(int)
    edges = np.arange(begin, end + months + 1, months).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return unit, edges[: int(np.searchsorted(edges, last, side="right")) + 1]


def split(
    at: Ints, lane: Ints, act: Ints, colour: Ints, size: tuple[int, int, int], window: tuple[int, int], width: float, most: int, stack: int
) -> Detail:
    """Decide for each stretch of a lane between single marks and a counted band.

    `size`: numbers of lanes, acts and colours; `window`: first and last visible day, which `at` must not leave; `width`: of the chart in
    pixels; `most`: so many single marks at most in all; `stack`: so many above each other in a lane. Sparse stretches stay single first.
    """
    lanes, acts, colours = size
    unit, edges = stretches(*window, width)
    many = len(edges) - 1
    of_day = np.searchsorted(edges, np.arange(edges[0], edges[-1]), side="right") - 1
    cell = lane * many + of_day[at - edges[0]]
    filled = np.bincount(cell, minlength=lanes * many)
    beside = max(1, int(width / many / 15))
    sizes = np.bincount(filled)
    fits = np.cumsum(sizes * np.arange(len(sizes))) <= most
    limit = min(int(np.flatnonzero(fits)[-1]), beside * stack) if len(sizes) else 0
    if len(at) <= most and filled.max(initial=0) <= beside * stack:
        single = np.ones(len(at), dtype=bool)
    else:
        single = (filled <= limit)[cell]
    banded = cell[~single]
    by_act = np.bincount(banded * acts + act[~single], minlength=lanes * many * acts).reshape(lanes, many, acts)
    by_colour = np.bincount(banded * colours + colour[~single], minlength=lanes * many * colours).reshape(lanes, many, colours)
    return Detail(unit, edges, single, by_act, by_colour)
