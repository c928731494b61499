"""The days on the axis: which are visible, how they become pixels, and which long quiet stretches are cut out."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from timeline.figure.rows import Ints, Rows, day_number

WIDE = 14  # days: what happens between the ends of a longer interval may be cut out of the axis
LONG = 62  # days: a longer interval may reach beyond the axis rather than stretch it
QUIET, SAVING = 0.1, 0.25  # shares of the axis: the shortest stretch that is cut out, and what must be won to cut at all


@dataclass(frozen=True, slots=True)
class Scale:
    """Days → pixels: `origin` is the day at the chart's left edge, `per_day` pixels a day, `width` of the chart.

    `breaks`: first and last day (excluded) of stretches that are cut out, in the order of time.
    """

    origin: float
    per_day: float
    width: float
    breaks: tuple[tuple[int, int], ...] = ()

    def x(self, day: float) -> float:
        """Pixels from the chart's left edge to the beginning of a day."""
        cut = sum(min(day, end) - begin for begin, end in self.breaks if day > begin)
        return (day - self.origin - cut) * self.per_day

    def seen_from(self, day: float) -> float:
        """The day itself, or the end of the cut that it falls into: plotly loses a bar that begins in a cut."""
        return next((end for begin, end in self.breaks if begin <= day < end), day)

    def day(self, x: float) -> float:
        """The day at so many pixels from the chart's left edge."""
        found = self.origin + x / self.per_day
        for begin, end in self.breaks:
            found += end - begin if found > begin else 0
        return found


def visible_days(rows: Rows, start: date | None, end: date | None) -> tuple[int, int]:
    """First and last visible day; where none is given, all days on which something is said, save the beginning of very long intervals."""
    last = int(rows.last.max()) if end is None else day_number(end)
    if start is not None:
        return day_number(start), max(day_number(start), last)
    known = int(rows.last.max() - rows.last.min())
    long = rows.last - rows.first > max(LONG, known // 2)
    first = int(rows.first.min() if long.all() else np.where(long, rows.last, rows.first).min())
    return min(first, last), last


def in_view(rows: Rows, window: tuple[int, int]) -> tuple[Ints, Ints]:
    """The rows with a day in the window (of an open date the known day), and for every row the day where its mark stands.

    A mark stands in the middle of those of its days that are visible.
    """
    first, last = window
    if rows.first.min() >= first and rows.last.max() <= last:
        return np.arange(len(rows.place)), rows.at
    seen = np.flatnonzero((rows.last >= first) & (rows.first <= last))
    return seen, (np.clip(rows.first, first, last) + np.clip(rows.last, first, last)) >> 1


def lay_days(window: tuple[int, int], width: float, air: float, breaks: tuple[tuple[int, int], ...] = ()) -> Scale:
    """A scale for the window: with `air` (a share of it) at both sides it is at least a week, without it is exact."""
    first, last = window
    days = last - first + 1 - sum(end - begin for begin, end in breaks)
    missing = max(0, 7 - days) / 2 if air else 0
    edge = (days + 2 * missing) * air + missing
    return Scale(first - edge, width / (days + 2 * edge), width, breaks)


def quiet_stretches(rows: Rows) -> tuple[tuple[int, int], ...]:
    """The stretches without a statement that are worth cutting out of the axis: first and last day (excluded) of each.

    A few days are left at both sides, more before what follows, for the tails of open dates. Of intervals over a month only the last
    day counts, and where an axis is cut anyway, of those over a fortnight the two ends: their bars run through the cut.
    """
    window = visible_days(rows, None, None)
    first, last = np.maximum(rows.first, window[0]), rows.last
    days = window[1] - window[0] + 1
    cuts, rest = _cuts(np.where(last - first > 31, last, first), last, max(10, QUIET * days), days)
    if sum(other - one for one, other in cuts) < SAVING * days:
        return ()
    begun = first[(last - first > WIDE) & (last - first <= LONG)]
    ends = np.concatenate([begun, last])
    return _cuts(np.concatenate([begun, np.where(last - first > WIDE, last, first)]), ends, max(20, SAVING * rest), days)[0]


def _cuts(first: Ints, last: Ints, least: float, days: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """The stretches of more than `least` days between intervals, less what is left at their sides; and how many of all days remain."""
    order = np.argsort(first, kind="stable")
    begin, end = first[order][1:], np.maximum.accumulate(last[order])[:-1]
    quiet = begin - end - 1 > least
    rest = days - int((begin - end - 1)[quiet].sum())
    before, after = max(2, round(0.03 * rest)), max(2, round(0.06 * rest))
    cuts = [
        (one + 1 + before, other - after)
        for one, other in zip(end[quiet].tolist(), begin[quiet].tolist(), strict=True)
        if other - after > one + 1 + before
    ]
    return tuple(cuts), rest


def within(breaks: tuple[tuple[int, int], ...], window: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The pieces of cuts that lie in a window; none if nothing of the window would be left."""
    first, last = window
    pieces = tuple((max(begin, first), min(end, last + 1)) for begin, end in breaks if begin <= last and first < end)
    return pieces if sum(end - begin for begin, end in pieces) < last - first + 1 else ()


def outside_cuts(at: Ints, last: Ints, breaks: tuple[tuple[int, int], ...]) -> Ints:
    """The days where marks stand, moved to the last of their days where the axis is cut."""
    for begin, end in breaks:
        at = np.where((at >= begin) & (at < end), last, at)
    return at


def length_words(days: int) -> str:
    """How long a cut is: "3 weeks", "8 months", "2 years"."""
    for unit, length in (("year", 365.2), ("month", 30.4), ("week", 7)):
        if days >= 1.6 * length or unit == "week":
            count = round(days / length)
            return f"{count} {unit}{'s' if count != 1 else ''}"
    return ""
