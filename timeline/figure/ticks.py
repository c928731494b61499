"""The dates above a chart that does not choose them itself: a picture, or an axis with cuts."""

from datetime import date
from typing import Any, Final

import numpy as np

from timeline.figure.lettering import Days
from timeline.figure.rows import Ints
from timeline.figure.timescale import Scale

STEPS: Final[tuple[tuple[float, str | int, str], ...]] = (  # days between ticks, plotly's step, where the steps begin (a Monday)
    *((days, days * 86_400_000, "2000-01-03") for days in (1, 2, 7, 14)),
    *((months * 30.4, f"M{months}", "2000-01-01") for months in (1, 3, 6, 12, 24, 60, 120, 1200)),
)
APART, NEAREST = 62, 46  # pixels between ticks as a rule, and at the least beside a cut


def fixed_ticks(axis: dict[str, Any], scale: Scale, written: Days = "words") -> None:
    """Set an axis's ticks: days, weeks from Monday, months or years; between two cuts there is at least one."""
    days, step, begin = next((one for one in STEPS if one[0] * scale.per_day >= APART), STEPS[-1])
    if not scale.breaks:
        axis |= {"tickmode": "linear", "dtick": step, "tick0": begin}
        return
    values: list[int] = []
    texts: list[str] = []
    free, year = -np.inf, 0
    for day, needs_day in _ticks(scale, days, step, begin):
        tick = np.datetime64(day, "D").item()
        x = scale.x(day)
        if x >= 0 > free:
            year = 0  # the first tick that is seen names its year
        free = x
        text = _tick_text(tick, needs_day, written)
        values.append(day * 86_400_000)
        texts.append(f"{text}<br> " if tick.year == year else f"{text}<br>{tick.year}")  # two lines each, so that all stand level
        year = tick.year
    axis |= {"tickmode": "array", "tickvals": values, "ticktext": texts}


def _tick_text(tick: date, needs_day: bool, written: Days) -> str:
    """A day or a month as a tick says it, without its year: "24 Oct", "24.10.", "10-24"."""
    if not needs_day:
        return f"{tick:%b}"
    return {"words": f"{tick.day} {tick:%b}", "german": f"{tick.day}.{tick.month}.", "iso": f"{tick:%m-%d}"}[written]


def _ticks(scale: Scale, days: float, step: str | int, begin: str) -> list[tuple[int, bool]]:
    """The days of the ticks, and whether their labels need the day of the month; some more at both sides, for whoever pans."""
    first, last = int(scale.day(-scale.width)), int(scale.day(2 * scale.width))
    starts = [first, *(end for _, end in scale.breaks)]
    ends = [*(cut for cut, _ in scale.breaks), last]
    regular = _regular(first, last, days, step, begin)
    chosen: list[tuple[int, bool]] = []
    alone = False  # whether the last tick chosen is the only one between its cuts
    for start, end in zip(starts, ends, strict=True):
        found = [(int(day), isinstance(step, int)) for day in regular[(regular >= start) & (regular < end)]]
        left, right = max(0.0, scale.x(start)), min(scale.width, scale.x(end))
        free = max(left, scale.x(chosen[-1][0]) + NEAREST) if chosen else left
        needed = None
        if left < right and not any(free <= scale.x(day) <= right for day, _ in found):
            middle = (left + right) / 2
            needed = int(np.ceil(scale.day(free))) if middle < free < right - 10 else int(scale.day(middle))
            found = sorted([*found, (needed, True)])
        before = len(chosen)
        for day, needs_day in found:
            crowded = bool(chosen) and scale.x(day) - scale.x(chosen[-1][0]) < NEAREST
            if not crowded:
                chosen.append((day, needs_day))
            elif day == needed and not alone:
                chosen[-1] = (day, needs_day)
        alone = len(chosen) - before <= 1
    return chosen


def _regular(first: int, last: int, days: float, step: str | int, begin: str) -> Ints:
    if isinstance(step, int):
        origin = int(np.datetime64(begin, "D").astype(np.int64))
        return np.arange(first - (first - origin) % int(days), last, int(days))
    months = int(step[1:])
    month = int(np.datetime64(first, "D").astype("datetime64[M]").astype(np.int64)) // months * months
    stop = int(np.datetime64(last, "D").astype("datetime64[M]").astype(np.int64)) + 1
    return np.arange(month, stop, months).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
