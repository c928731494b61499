"""Arrows from an answer to the statement that it answers, with the time that it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.lettering import text_width
from timeline.figure.marks import DAY, Mark, Trace, milliseconds
from timeline.figure.palette import Theme, rgba
from timeline.figure.rows import Rows
from timeline.figure.timescale import Scale

MOST_WORDS: Final = 24  # more labels than this on one picture hide more than they tell
MOST_TRIED: Final = 80
BUNDLE: Final = 40.0  # pixels between the beginnings of arrows that one label stands for
SHARES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.12, 0.88)  # places on a curve where words are tried


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


Points = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """An arrow: its points in pixels of the chart, from the answer to what is answered, and the time between them in words."""

    points: Points
    words: str
    target: tuple[float, float]

    def beside(self, other: "Curve") -> bool:
        """Whether two arrows say the same, side by side: one label is enough for both."""
        near = float(np.abs(self.points[0] - other.points[0]).max()) < BUNDLE
        return near and self.words == other.words and self.target == other.target


def bent(start: Points, end: Points, size: float) -> Points:
    """A gentle curve from mark to mark, beginning and ending beside them; empty where they stand too close together."""
    apart = end - start
    reach = float(np.hypot(*apart))
    if reach < size * 2:
        return np.empty((0, 2))
    bend = np.array([apart[1], -apart[0]]) / reach * min(42.0, reach * 0.18)
    middle = (start + end) / 2 + (bend if bend[0] < 0 else -bend)
    t = np.linspace(0, 1, 201)[:, None]
    curve: Points = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    far: Points = curve[(np.hypot(*(curve - start).T) > size * 0.85) & (np.hypot(*(curve - end).T) > size * 0.95)]
    return far


def clear_place(curve: Points, taken: Sequence[Box], others: Points, wide: float, tall: float = 14) -> Box | None:
    """Where words of this size can stand on a curve: over no box that is taken and no other curve; None if nowhere."""
    for share in SHARES:
        x, y = curve[int(share * (len(curve) - 1))]
        box = (float(x - wide / 2), float(y - tall / 2), float(x + wide / 2), float(y + tall / 2))
        over = (others[:, 0] > box[0]) & (others[:, 0] < box[2]) & (others[:, 1] > box[1]) & (others[:, 1] < box[3])
        if not over.any() and all(box[2] <= one[0] or one[2] <= box[0] or box[3] <= one[1] or one[3] <= box[1] for one in taken):
            return box
    return None


def labels(curves: Sequence[Curve], taken: Sequence[Box]) -> list[tuple[float, float, str]]:
    """Where the times can be read: (x, y, words). Words that would cover a mark, other words or another arrow are left out."""
    boxes = list(taken)
    placed: list[Curve] = []
    found: list[tuple[float, float, str]] = []
    thinned = [curve.points[::3] for curve in curves]
    for number, curve in enumerate(curves[:MOST_TRIED]):
        if not curve.words or any(curve.beside(other) for other in placed):
            continue
        rest = [points for place, points in enumerate(thinned) if place != number and not curve.beside(curves[place])]
        others = np.concatenate(rest) if rest else np.empty((0, 2))
        box = clear_place(curve.points, boxes, others, text_width(curve.words, 10) + 6)
        if box:
            boxes.append(box)
            placed.append(curve)
            found.append(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, curve.words))
    return found[:MOST_WORDS]


def arrow_traces(
    pairs: Sequence[tuple[Mark, Mark]], taken: Sequence[Box], rows: Rows, scale: Scale, size: float, look: Theme
) -> tuple[list[Trace], list[tuple[float, float, str]]]:
    """Thin curves ending in an arrowhead beside the statement answered; `taken`: boxes, in pixels of the chart, where no words can stand.

    Also returns where on the curves the times that the answers took can be read: milliseconds, pixels, words. The arrowheads tell all
    of them when pointed at.
    """
    curves = []
    for answer, target in pairs:
        start, end = (np.array([scale.x(mark.when / DAY), mark.y]) for mark in (answer, target))
        points = bent(start, end, size)
        if len(points) >= 3:
            curves.append(Curve(points, took(rows, answer, target), (float(end[0]), float(end[1]))))
    if not curves:
        return [], []
    xs: list[float | None] = []
    ys: list[float | None] = []
    heads: list[tuple[float, float, float]] = []
    for curve in curves:
        drawn = curve.points[np.unique(np.linspace(0, len(curve.points) - 1, 21).astype(int))]
        xs += [milliseconds(scale.day(float(x))) for x in drawn[:, 0]] + [None]
        ys += [round(float(y), 1) for y in drawn[:, 1]] + [None]
        way = drawn[-1] - drawn[-2]
        heads.append((milliseconds(scale.day(float(drawn[-1, 0]))), float(drawn[-1, 1]), float(np.degrees(np.arctan2(way[0], -way[1])))))
    line = {"type": "scatter", "showlegend": False}
    traces: list[Trace] = [
        line
        | {
            "mode": "lines",
            "x": xs,
            "y": ys,
            "line": {"width": 1.2, "color": rgba(look.ink, 0.55)},
            "name": "answers",
            "hoverinfo": "skip",
        },
        line
        | {
            "mode": "markers",
            "x": [head[0] for head in heads],
            "y": [head[1] for head in heads],
            "marker": {"symbol": "arrow", "size": 8, "angle": [head[2] for head in heads], "color": look.ink, "opacity": 0.75},
            "text": [f"an answer: {curve.words}" if curve.words else "an answer" for curve in curves],
            "name": "answer heads",
            "hoverinfo": "text",
        },
    ]
    return traces, [(milliseconds(scale.day(x)), y, words) for x, y, words in labels(curves, taken)]
