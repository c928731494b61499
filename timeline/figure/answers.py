"""Arrows from an answer to the statement that it answers, with the time that it took."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.lettering import text_width
from timeline.figure.marks import DAY, Mark, Trace, milliseconds
from timeline.figure.palette import Theme, rgba
from timeline.figure.rows import Rows
from timeline.figure.timescale import Scale

MOST_WORDS = 24  # more labels than this on one picture hide more than they tell


def answered(events: pd.DataFrame, place: int) -> list[str]:
    """The ids of the statements that the one at this place of the table answers."""
    found = events[C.IN_REPLY_TO].iat[place] if C.IN_REPLY_TO in events else None
    return [str(name) for name in found] if isinstance(found, (list, tuple, np.ndarray)) else []


def answer_pairs(events: pd.DataFrame, rows: Rows, marks: Sequence[Mark], ids: Sequence[str], selected: str) -> list[tuple[Mark, Mark]]:
    """Pairs (answer, answered) among the marks that stand out: both of the chosen claim, or one of them selected."""
    by_id = dict(zip(ids, marks, strict=True))
    pairs = []
    for mark, name in zip(marks, ids, strict=True):
        for other in answered(events, int(rows.place[mark.row])):
            target = by_id.get(other)
            if target is not None and target is not mark and (selected in (name, other) if selected else not mark.faded):
                pairs.append((mark, target))
    return pairs


def took(rows: Rows, answer: Mark, target: Mark) -> str:
    """The time between two statements in words: "2 days", "same day", "1–7 days"; "" where it is open or not forward in time."""
    if answer.open_side or target.open_side:
        return ""
    least = int(rows.first[answer.row] - rows.last[target.row])
    most = int(rows.last[answer.row] - rows.first[target.row])
    if most < 0:
        return ""
    least = max(0, least)
    if least == most:
        return "same day" if most == 0 else f"{most} day{'s' if most > 1 else ''}"
    return f"{least}–{most} days"


def _clear_place(
    curve: npt.NDArray[np.float64], taken: list[tuple[float, float, float, float]], wide: float, tall: float = 12
) -> tuple[float, float] | None:
    """A point of a curve where words of this size cover nothing that stands there already; None if there is none."""
    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        x, y = curve[int(share * (len(curve) - 1))]
        box = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
        if all(box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1] for other in taken):
            taken.append(box)
            return float(x), float(y)
    return None


def arrow_traces(
    pairs: Sequence[tuple[Mark, Mark]],
    taken: list[tuple[float, float, float, float]],
    rows: Rows,
    scale: Scale,
    size: float,
    look: Theme,
) -> tuple[list[Trace], list[tuple[float, float, str]]]:
    """Thin curves ending in an arrowhead beside the statement answered; `taken`: boxes, in pixels of the chart, where no words can stand.

    Also returns where on the curves the times that the answers took can stand without covering a mark: milliseconds, pixels, words.
    """
    if not pairs:
        return [], []
    xs: list[float | None] = []
    ys: list[float | None] = []
    heads: list[tuple[float, float, float]] = []
    words: list[tuple[float, float, str]] = []
    along = np.linspace(0, 1, 201)
    for answer, target in pairs:
        start = np.array([scale.x(answer.when / DAY), answer.y])
        end = np.array([scale.x(target.when / DAY), target.y])
        apart = end - start
        reach = float(np.hypot(*apart))
        if reach < size * 2:
            continue
        bend = np.array([apart[1], -apart[0]]) / reach * min(42.0, reach * 0.18)
        middle = (start + end) / 2 + (bend if bend[0] < 0 else -bend)
        curve = np.array([(1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end for t in along])
        far = (np.hypot(*(curve - start).T) > size * 0.85) & (np.hypot(*(curve - end).T) > size * 0.95)
        curve = curve[far]
        if len(curve) < 3:
            continue
        curve = curve[np.unique(np.linspace(0, len(curve) - 1, 21).astype(int))]
        xs += [milliseconds(scale.day(float(x))) for x in curve[:, 0]] + [None]
        ys += [round(float(y), 1) for y in curve[:, 1]] + [None]
        way = curve[-1] - curve[-2]
        heads.append((milliseconds(scale.day(float(curve[-1, 0]))), float(curve[-1, 1]), float(np.degrees(np.arctan2(way[0], -way[1])))))
        text = took(rows, answer, target)
        if text and (spot := _clear_place(curve, taken, text_width(text, 10) + 4)):
            words.append((milliseconds(scale.day(spot[0])), spot[1], text))
    line = {"type": "scatter", "hoverinfo": "skip", "showlegend": False}
    traces: list[Trace] = [
        line | {"mode": "lines", "x": xs, "y": ys, "line": {"width": 1.2, "color": rgba(look.ink, 0.55)}, "name": "answers"},
        line
        | {
            "mode": "markers",
            "x": [head[0] for head in heads],
            "y": [head[1] for head in heads],
            "marker": {"symbol": "arrow", "size": 8, "angle": [head[2] for head in heads], "color": look.ink, "opacity": 0.75},
        },
    ]
    return traces, words[:MOST_WORDS]
