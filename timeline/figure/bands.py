"""Counted bands: in each dense stretch of a lane a stack of bars, one colour a stance or claim, whose numbers the card tells."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from timeline.figure.detail import Detail
from timeline.figure.marks import DAY, Trace
from timeline.figure.palette import Theme
from timeline.figure.rows import Ints
from timeline.figure.symbols import SYMBOLS
from timeline.labels import ACTS

UNITS = {"day": "day", "week": "week", "fortnight": "two weeks", "month": "month", "quarter": "quarter", "year": "year"}
NUMBER, NUMBERED_WIDTH, MOST_NUMBERS = 11, 20.0, 400  # pixels for a number, of the narrowest stretch that has one; how many at most
LEAST = 3.0  # pixels: no number above zero is drawn lower, so that one denial among hundreds of accusations is seen


def heights(counts: Ints, room: Ints) -> Ints:
    """Whole pixels for counts[lane, stretch, colour].

    A stack grows with the root of its number up to `room` of its lane, reached by the highest hundredth of all stacks; its parts share it.
    """
    whole = counts.sum(axis=2)
    highest = np.quantile(whole[whole > 0], 0.99) if whole.any() else 1
    tall = np.sqrt(np.minimum(1.0, whole / highest)) * room[:, None]
    parts = counts / np.maximum(1, whole)[:, :, None] * tall[:, :, None]
    parts = np.where(counts > 0, np.maximum(parts, LEAST), 0.0)
    over = np.maximum(1.0, parts.sum(axis=2) / np.maximum(room, 1)[:, None])
    # The upper edges are rounded, not the parts: what is drawn then never leaves the lane.
    upper = np.rint(np.cumsum(parts / over[:, :, None], axis=2)).astype(np.int64)
    tall_parts: Ints = np.diff(upper, axis=2, prepend=0)
    return tall_parts


def band_traces(
    detail: Detail, tops: Sequence[float], bottoms: Sequence[float], colours: Sequence[str], width: float, look: Theme, gap: int = 3
) -> list[Trace]:
    """One filled outline a colour, and above them an unseen grid that carries the counts; `width` of the chart in pixels.

    Where the stretches are wide and few enough, the number stands above each stack.

    The grid's `z` is the number of statements of a lane (row) in a stretch (column), its customdata that by act in the order of ACTS.
    """
    counts = detail.by_colour
    if not counts.any():
        return []
    top, bottom = np.rint(tops).astype(np.int64), np.rint(bottoms).astype(np.int64)
    whole = counts.sum(axis=2)
    numbered = width / whole.shape[1] >= NUMBERED_WIDTH and np.count_nonzero(whole) <= MOST_NUMBERS
    upper = np.cumsum(heights(counts, bottom - top - 2 * gap - (NUMBER if numbered else 0)), axis=2)
    base = bottom - gap
    traces: list[Trace] = []
    for place in range(len(colours) - 1, -1, -1):  # the whole stack first, then over it what stands lower
        lanes = np.flatnonzero(counts[:, :, place].any(axis=1))
        if not len(lanes):
            continue
        tall = np.where(counts[lanes, :, place] > 0, upper[lanes, :, place], 0)
        x, y = _outline(detail.edges, base[lanes, None] - tall, base[lanes])
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": x,
                "y": y,
                "fill": "toself",
                "fillcolor": colours[place],
                "line": {"width": 0, "shape": "hv"},
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
    if numbered:
        traces.append(_numbers(detail, whole, base[:, None] - upper[:, :, -1] - NUMBER // 2 - 1, look))
    return [*traces, _grid(detail, top, bottom)]


def _numbers(detail: Detail, whole: Ints, y: Ints, look: Theme) -> Trace:
    lane, stretch = np.nonzero(whole)
    middle = (detail.edges[:-1] + detail.edges[1:]) * (DAY / 2)
    return {
        "type": "scatter",
        "mode": "text",
        "x": middle[stretch].tolist(),
        "y": y[lane, stretch].tolist(),
        "text": [str(number) for number in whole[lane, stretch].tolist()],
        "textfont": {"size": 9.5, "color": look.quiet},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _outline(edges: Ints, upper: Ints, base: Ints) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int16]]:
    """The steps of each lane as one path with gaps between lanes; points that change nothing are left out."""
    lanes = len(base)
    y = np.concatenate([base[:, None], upper, base[:, None], base[:, None]], axis=1)
    days = np.concatenate([edges[:1], edges, edges[-1:]]).astype(float)
    x = np.broadcast_to(days * DAY, (lanes, len(days))).copy()
    x[:, -1] = np.nan
    needed = np.ones(y.shape, dtype=bool)
    needed[:, 1:-1] = y[:, 1:-1] != y[:, :-2]
    return x[needed].astype(np.float32), y[needed].astype(np.int16)


def _grid(detail: Detail, top: Ints, bottom: Ints) -> Trace:
    _, many, acts = detail.by_act.shape
    edges = np.unique(np.concatenate([top, bottom]))
    of_lane = np.searchsorted(edges, top)
    z: npt.NDArray[np.float32] = np.full((len(edges) - 1, many), np.nan, dtype=np.float32)
    whole = detail.by_act.sum(axis=2)
    z[of_lane] = np.where(whole > 0, whole, np.nan)
    small = np.uint8 if detail.by_act.max(initial=0) < 256 else (np.uint16 if detail.by_act.max(initial=0) < 65536 else np.uint32)
    data = np.zeros((len(edges) - 1, many, acts), dtype=small)
    data[of_lane] = detail.by_act
    shown = [place for place in range(acts) if detail.by_act[:, :, place].any()]
    parts = [f"{SYMBOLS[ACTS[place]].verb} %{{customdata[{place}]}}" for place in shown]
    lines = "<br>".join(" · ".join(parts[at : at + 4]) for at in range(0, len(parts), 4))
    stretch = f"the {UNITS[detail.unit]} around %{{x|%-d %B %Y}}" if detail.unit != "day" else "%{x|%-d %B %Y}"
    unseen: list[Any] = [[0, "rgba(0,0,0,0)"], [1, "rgba(0,0,0,0)"]]
    return {
        "type": "heatmap",
        "x": (detail.edges * DAY).astype(float).tolist(),
        "y": edges.tolist(),
        "z": z,
        "customdata": data,
        "colorscale": unseen,
        "showscale": False,
        "hoverongaps": False,
        "hovertemplate": f"<b>%{{z}} statements</b> in {stretch}<br><br>{lines}<br><br><i>Zoom in to read them</i><extra></extra>",
        "name": "bands",
    }
