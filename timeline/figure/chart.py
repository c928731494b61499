"""The chart put together: rows → lanes → detail → places → traces → layout."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from timeline.columns import Columns as C
from timeline.figure import printed
from timeline.figure.answers import answer_pairs, answered, arrow_traces
from timeline.figure.bands import band_traces
from timeline.figure.detail import Detail, split
from timeline.figure.geometry import Geometry, lane_words, lay
from timeline.figure.lanes import Lanes, lay_lanes
from timeline.figure.layout import (
    Margins,
    base_layout,
    cut_marks,
    empty_figure,
    lane_counts,
    lane_furniture,
    legend_traces,
    margins,
    time_note,
)
from timeline.figure.lettering import plain
from timeline.figure.marks import DAY, RING, Mark, Trace, bar_trace, card, marks_trace, milliseconds, ring_trace, statement_ids, tail_trace
from timeline.figure.palette import STANCE_WORDS, Theme, claim_order, mix, theme
from timeline.figure.placing import Item, Look, Spot, items, pack, rows_of_lanes
from timeline.figure.rows import COLOURS, Ints, Rows, codes_of, read_rows
from timeline.figure.timescale import Scale, in_view, lay_days, outside_cuts, quiet_stretches, visible_days, within
from timeline.figure.view import View
from timeline.labels import ACTS

THIN = 24  # more lanes than this are drawn thin
STACK = 8  # rows of marks above each other, before a stretch of a lane becomes a counted band; four times that for a few statements
FEW = 150
PRINTED_STACK = 7
BAND = 34  # pixels: the least height of a lane with counted bands


@dataclass(frozen=True, slots=True)
class Colouring:
    """`of_row`: which of `colours` a mark has; `names`: what they stand for; `standing_out`: the rows of the chosen claim, or all.

    `band_of_row`, `bands`: the same for bands, which have one grey for all that takes no side and one for all that recedes.
    """

    of_row: Ints
    colours: tuple[str, ...]
    names: tuple[str, ...]
    standing_out: npt.NDArray[np.bool_]
    band_of_row: Ints
    bands: tuple[str, ...]


def figure(events: pd.DataFrame, view: View | None = None) -> go.Figure:
    """The timeline of the rows given (filter first).

    Args:
        events: an event table; columns that the picture does not need may be missing.
        view: how to draw it.

    Returns:
        A figure of `view.width` pixels. The trace named "statements" holds the single marks: its customdata begins with the statement_id.
        Where too many statements stand close together, the trace named "bands" holds their numbers. `layout.meta` says which lanes there
        are and how many rows are drawn (see docs/figure.md).
    """
    view = view or View()
    look = theme(view.dark)
    if view.printed and (view.start or view.end):  # a picture shows the lanes that it needs; on a screen they stay while one moves in time
        events = _within(events, view)
    rows = read_rows(events)
    if not len(rows.place):
        return empty_figure(view, look, "No statements match" if not rows.undated else "None of the statements has a date")
    lanes = lay_lanes(events, rows, view.order, view.actors, view.folded, max(1, view.lanes))
    thin = len(lanes.lanes) > THIN
    space = margins(lanes, view, thin, counted=len(rows.place) > view.detail)
    window = visible_days(rows, view.start, view.end)
    width, whole = float(view.width - space.left - space.right), view.start is None and view.end is None
    seen, at = in_view(rows, window)
    colouring = _colouring(events, rows, view, look)
    detail = split(
        at[seen],
        lanes.of_row[seen],
        (rows.act[seen], colouring.band_of_row[seen]),
        (len(lanes.lanes), len(ACTS), len(colouring.bands)),
        window,
        width,
        (view.detail, STACK if len(seen) > FEW else 4 * STACK),
        _wanted(events, rows, seen, colouring, view),
    )
    single = seen[detail.single]
    # The cuts follow from the table and not from the window, so that nothing jumps when one zooms.
    cuts = within(quiet_stretches(rows), window) if view.breaks and len(rows.place) <= view.detail and len(single) == len(seen) else ()
    at = outside_cuts(at, np.minimum(rows.last, window[1]), cuts)
    scale = lay_days(window, width, (0.035 if view.printed else 0.025) if whole else 0.0, cuts)
    sizes = Look(mark=9, row=15 if view.printed else 13, tail=34, pad=4) if thin else Look(row=19 if view.printed else 17)
    found = items(rows.first[single], rows.last[single], at[single], rows.open_side[single], lanes.of_row[single], scale, sizes)
    lettering = printed.letter(events, rows, single, colouring.standing_out) if view.printed else printed.NO_LETTERING
    spots = pack(found, lettering.widths, scale.width, PRINTED_STACK)
    many = rows_of_lanes(found, spots, len(lanes.lanes))
    words = lane_words(lanes, space.left - space.edge - 12, thin, [float(number) * sizes.row + 2 * sizes.pad for number in many])
    least = np.where(detail.by_act.any(axis=(1, 2)), BAND, 21 if thin else 38).tolist()
    geometry = lay(lanes, many, words, sizes.row, sizes.pad, least)
    marks = _marks(rows, single, found, spots, geometry, scale, colouring, sizes)
    drawn = _Drawing(events, rows, seen, lanes, geometry, scale, space, marks, detail, sizes, colouring, found, spots, lettering)
    return _assemble(drawn, view, look)


@dataclass(frozen=True, slots=True)
class _Drawing:
    events: pd.DataFrame
    rows: Rows
    seen: Ints
    lanes: Lanes
    geometry: Geometry
    scale: Scale
    space: Margins
    marks: list[Mark]
    detail: Detail
    sizes: Look
    colouring: Colouring
    found: list[Item]
    spots: list[Spot]
    lettering: printed.Lettering


def _within(events: pd.DataFrame, view: View) -> pd.DataFrame:
    rows = read_rows(events)
    return events.iloc[rows.place[in_view(rows, visible_days(rows, view.start, view.end))[0]]] if len(rows.place) else events


def _colouring(events: pd.DataFrame, rows: Rows, view: View, look: Theme) -> Colouring:
    out = np.ones(len(rows.place), dtype=bool)
    claim, names = codes_of(events[C.CLAIM]) if C.CLAIM in events else (np.zeros(len(events), dtype=np.int64), [""])
    claim = claim if len(claim) == len(rows.place) else claim[rows.place]
    if view.claim:
        out = claim == (names.index(view.claim) if view.claim in names else -1)
    if view.colour == "stance":
        base, colours = rows.stance, tuple(look.stances[name] for name in COLOURS)
        labels: tuple[str, ...] = COLOURS
    else:
        numbers = np.bincount(claim, minlength=len(names))
        chosen = claim_order({name: int(number) for name, number in zip(names, numbers, strict=True) if number}, view.claims)
        of_name = np.array([chosen.index(name) if name in chosen else len(chosen) for name in names])
        base, colours = of_name[claim], (*look.claims[: len(chosen)], look.stances[""])
        labels = (*chosen, "")
    greys = 2 if view.colour == "stance" else 1
    bands = (*colours[:-greys], mix(look.stances[""], look.paper, 0.25), mix(look.stances[""], look.paper, 0.75))
    band = np.minimum(base, len(bands) - 2)
    return Colouring(base, colours, labels, out, np.where(out, band, len(bands) - 1) if view.claim else band, bands)


def _wanted(events: pd.DataFrame, rows: Rows, seen: Ints, colouring: Colouring, view: View) -> npt.NDArray[np.bool_]:
    """The rows that are shown singly even in a crowd: the selected statement, what it answers, and the chosen claim if it has few."""
    wanted = np.zeros(len(seen), dtype=bool)
    if view.claim:
        chosen = colouring.standing_out[seen]
        wanted |= chosen & (np.count_nonzero(chosen) <= view.detail // 2)
    if view.selected:
        ids = events[C.STATEMENT_ID]
        if len(place := np.flatnonzero((ids == view.selected).to_numpy())):
            names = [view.selected, *answered(events, int(place[0]))][: max(1, view.detail // 2)]
            wanted |= ids.isin(names).to_numpy()[rows.place[seen]]
    return wanted


def _marks(
    rows: Rows, single: Ints, found: list[Item], spots: list[Spot], geometry: Geometry, scale: Scale, colouring: Colouring, sizes: Look
) -> list[Mark]:
    many = rows_of_lanes(found, spots, len(geometry.top))
    marks = []
    for row, item, spot in zip(single.tolist(), found, spots, strict=True):
        bar = None
        if rows.first[row] != rows.last[row] and rows.open_side[row] >= 0:
            bar = (milliseconds(scale.seen_from(float(rows.first[row]))), milliseconds(float(rows.last[row]) + 1))
        marks.append(
            Mark(
                row=row,
                when=milliseconds(scale.day(item.x)),
                y=round(geometry.row_y(item.lane, spot.row, int(many[item.lane]), sizes.row), 1),
                bar=bar,
                open_side=int(rows.open_side[row]),
                colour=colouring.colours[colouring.of_row[row]],
                act=int(rows.act[row]),
                faded=not bool(colouring.standing_out[row]),
            )
        )
    return marks


def _taken(drawn: _Drawing) -> list[tuple[float, float, float, float]]:
    """The boxes where marks and what is written beside them stand, in pixels of the chart."""
    half = drawn.sizes.mark / 2 + 3
    boxes = []
    for mark, item, spot in zip(drawn.marks, drawn.found, drawn.spots, strict=True):
        left = item.left - spot.wide if spot.beside < 0 else item.x - half
        right = item.right + spot.wide if spot.beside > 0 else item.x + half
        boxes.append((left, mark.y - half, right, mark.y + half))
        if mark.bar:
            boxes.append((drawn.scale.x(mark.bar[0] / DAY), mark.y - 6, drawn.scale.x(mark.bar[1] / DAY), mark.y + 6))
    return boxes


def _keys(colouring: Colouring, counted: bool, view: View) -> list[tuple[str, str]]:
    """What the colours say, for a legend: (words, colour); bands have one grey for all that takes no side."""
    words = STANCE_WORDS if view.colour == "stance" else {"": "other claims"}
    keys = [(plain(words.get(name, name)), colour) for name, colour in zip(colouring.names, colouring.colours, strict=True)]
    if counted and view.colour == "stance":
        keys = [*keys[:2], ("takes no side, or no claim", colouring.bands[2])]
    return [*keys, ("other claims", colouring.bands[-1])] if counted and view.claim else keys


def _assemble(drawn: _Drawing, view: View, look: Theme) -> go.Figure:
    seen = len(drawn.seen)
    marks, sizes, geometry = drawn.marks, drawn.sizes, drawn.geometry
    per_pixel = DAY / drawn.scale.per_day
    ids = statement_ids(drawn.events, drawn.rows, [mark.row for mark in marks])
    traces: list[Trace] = band_traces(drawn.detail, geometry.top, geometry.bottom, drawn.colouring.bands, drawn.scale.width, look)
    traces += bar_trace(marks, sizes.mark * 0.62)
    traces += tail_trace(marks, per_pixel, sizes.tail, sizes.mark * 0.62)
    times: list[tuple[float, float, str]] = []
    selected = view.selected if view.selected in ids else ""
    if view.arrows and (view.claim or selected):
        pairs = answer_pairs(drawn.events, drawn.rows, marks, ids, selected)
        arrows, times = arrow_traces(pairs, _taken(drawn), drawn.rows, drawn.scale, sizes.mark, look)
        traces += arrows
    if selected:
        traces.append(ring_trace(marks[ids.index(view.selected)], sizes.mark, look))
    cards = [card(drawn.events, drawn.rows, mark.row, 7 if len(marks) <= 200 else 3, view.days) for mark in marks]
    if marks:
        traces.append(marks_trace(marks, cards, sizes.mark, look))
    layout = base_layout(view, look, drawn.space, geometry.total, drawn.scale)
    if drawn.detail.by_act.any():
        lane_counts(layout, geometry, np.bincount(drawn.lanes.of_row[drawn.seen], minlength=len(geometry.top)).tolist(), look)
    cut_marks(layout, drawn.scale, look, view.days)
    lane_furniture(layout, drawn.lanes, geometry, drawn.space, look, folds=not view.printed)
    layout["annotations"] += [time_note(*time, look) for time in times]
    layout["meta"] = {
        "title": plain(view.title),
        "caption": plain(view.caption),
        "lanes": [
            {"name": lane.name, "group": lane.group, "actors": list(lane.actors[:200]), "count": lane.count, "top": top, "bottom": bottom}
            for lane, top, bottom in zip(drawn.lanes.lanes, geometry.top, geometry.bottom, strict=True)
        ],
        "rows": seen,
        "singles": len(marks),
        "selected": view.selected,
        "ring": sizes.mark + RING,
        "undated": drawn.rows.undated,
        "unit": drawn.detail.unit,
        "stretches": [str(day.astype("datetime64[D]")) for day in drawn.detail.edges] if len(marks) < seen else [],
    }
    if view.printed:
        page = printed.Page(
            drawn.events, drawn.rows, marks, drawn.spots, drawn.lettering, drawn.found, seen - len(marks), drawn.detail.unit
        )
        printed.print_page(layout, traces, page, _keys(drawn.colouring, bool(page.counted), view), drawn.scale, view, look)
    elif view.legend:
        acts = sorted({mark.act for mark in marks} | set(np.flatnonzero(drawn.detail.by_act.any(axis=(0, 1))).tolist()))
        traces += legend_traces(layout, acts, _keys(drawn.colouring, seen > len(marks), view), view, look)
    return go.Figure(data=traces, layout=layout)
