"""Everything around the marks: axes, lane names, group headings, rules, the legend, and the page that says that nothing matches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go

from timeline.figure.geometry import GROUP_GAP, HEAD, HEADING, NAME, ROLE, Geometry, heads_itself, whole_name
from timeline.figure.lanes import Lanes
from timeline.figure.lettering import Days, cut, safe, text_width, wrap
from timeline.figure.palette import FONT, Theme
from timeline.figure.symbols import SYMBOLS
from timeline.figure.ticks import fixed_ticks
from timeline.figure.timescale import Scale, length_words
from timeline.figure.view import View
from timeline.labels import ACTS

Layout = dict[str, Any]
TOP, BOTTOM = 46, 14
DAY_FORMATS: Final[
    dict[Days, tuple[str, str, str]]
] = {  # d3's, of single days, of weeks, of months; what follows a line break is written once
    "words": ("%e\n%B %Y", "%e %b\n%Y", "%b\n%Y"),
    "german": ("%-d.%-m.\n%Y", "%-d.%-m.\n%Y", "%b\n%Y"),
    "iso": ("%m-%d\n%Y", "%m-%d\n%Y", "%b\n%Y"),
}
CONFIG: Final = {"displaylogo": False, "displayModeBar": False, "scrollZoom": True, "doubleClick": "reset", "responsive": True}


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around the chart; `edge`: what stays free at the far left."""

    left: int
    right: int
    top: int
    bottom: int
    edge: int = 14


def margins(lanes: Lanes, view: View, thin: bool, counted: bool) -> Margins:
    """As wide at the left as the names need, within bounds that leave the chart at least two thirds (on a phone three fifths)."""
    most = min(230.0, view.width * (0.2 if view.width > 700 else 0.34))
    widest = max((text_width(lane.name, NAME) for lane in lanes.lanes), default=0)
    heads = max((text_width(lane.group, HEAD, bold=True) for lane in lanes.lanes), default=0)
    roles = max((text_width(lane.role, ROLE) for lane in lanes.lanes), default=0) if not thin else 0
    if thin:
        widest = max([widest, *(text_width(whole_name(lane), NAME, bold=True) for lane in lanes.lanes if lane.folded)])
    edge = 24 if view.printed else 14
    need = max(widest, heads, roles) + 20 + edge
    right = (58 if counted else 8) + (edge - 4)
    return Margins(int(max(96, min(need, most))), right, TOP, BOTTOM, edge)


def base_layout(view: View, look: Theme, space: Margins, total: float, scale: Scale) -> Layout:
    """Axes and margins: dates above, lanes in pixels from the top."""
    height = view.height or int(total) + space.top + space.bottom
    start, end = scale.origin, scale.day(scale.width)
    day = 86_400_000
    axis: Layout = {
        "type": "date",
        "range": [start * day, end * day],
        "side": "top",
        "ticklabelmode": "period",
        "showgrid": True,
        "gridcolor": look.rule,
        "gridwidth": 1,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": look.rule,
        "tickfont": {"size": 11.5, "color": look.quiet},
        "nticks": max(3, int(scale.width / 72)),
        "hoverformat": "%-d %B %Y",
        "tickformatstops": [
            {"dtickrange": [None, 86_400_000 * 2 - 1], "value": DAY_FORMATS[view.days][0]},
            {"dtickrange": [86_400_000 * 2, 86_400_000 * 27], "value": DAY_FORMATS[view.days][1]},
            {"dtickrange": ["M1", "M6"], "value": DAY_FORMATS[view.days][2]},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "minor": {"ticks": ""},
    }
    return {
        "width": view.width if view.printed else None,
        "height": height,
        "autosize": not view.printed,
        "margin": {"l": space.left, "r": space.right, "t": space.top, "b": space.bottom, "pad": 0},
        "paper_bgcolor": look.paper,
        "plot_bgcolor": look.paper,
        "font": {"family": FONT, "size": 12, "color": look.ink},
        "xaxis": axis,
        "yaxis": {"range": [total, 0], "visible": False, "fixedrange": True, "zeroline": False},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 12,
        "hoverlabel": {
            "bgcolor": look.card,
            "bordercolor": look.rule,
            "font": {"family": FONT, "size": 12.5, "color": look.ink},
            "align": "left",
            "namelength": 0,
        },
        "modebar": {"remove": ["select", "lasso", "autoscale", "zoomin", "zoomout"], "orientation": "v"},
        "barmode": "overlay",
        "showlegend": False,
        "shapes": [],
        "annotations": [],
        "template": {},
    }


def cut_marks(layout: Layout, scale: Scale, look: Theme, days: Days = "words") -> None:
    """Take the quiet stretches out of the axis, and say so: a dotted line through the chart, below it the length of what is left out."""
    if not scale.breaks:
        return
    day = 86_400_000
    fixed_ticks(layout["xaxis"], scale, days)
    layout["xaxis"] |= {"ticklabelmode": "instant", "tickangle": 0}  # the middle of a month that is cut is no place for its name
    layout["xaxis"]["rangebreaks"] = [
        {"bounds": [str(np.datetime64(begin, "D")), str(np.datetime64(end, "D"))]} for begin, end in scale.breaks
    ]
    free, second = -1000.0, False
    for begin, end in scale.breaks:
        line = {"color": look.quiet, "width": 1.2, "dash": "2px,3px"}
        where = {"xref": "x", "x0": end * day, "x1": end * day, "yref": "y domain", "y0": 0, "y1": 1}
        layout["shapes"].append({"type": "line", "layer": "above", "line": line} | where)
        words = note(f"{length_words(end - begin)} left out", 0, 10, look.quiet, xref="x", x=end * day, xanchor="center")
        lower = scale.x(end) - free < 110
        layout["annotations"].append(words | {"yref": "y domain", "yanchor": "top", "yshift": -10 if lower else 1})
        second = second or lower
        free = -1000.0 if lower else scale.x(end)
    if second:  # room for the second line of words
        layout["margin"] = layout["margin"] | {"b": BOTTOM + 12}
        layout["height"] += 12


def note(text: str, y: float, size: float, colour: str, **more: Any) -> dict[str, Any]:
    """A line of words at a height of the chart's own y axis; `xshift` counts from the chart's left edge."""
    return {
        "text": text,
        "xref": "x domain",
        "yref": "y",
        "x": 0,
        "y": y,
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": size, "color": colour},
        "align": "left",
    } | more


def time_note(when: float, y: float, text: str, look: Theme) -> dict[str, Any]:
    """The time that an answer took, on its arrow."""
    paper = {"bgcolor": look.paper, "borderpad": 1, "opacity": 0.92}
    return note(text, y, 10, look.quiet, xref="x", x=when, xanchor="center", align="center", name="took") | paper


def lane_counts(layout: Layout, geometry: Geometry, counts: Sequence[int], look: Theme) -> None:
    """The number of statements in view at the right of each lane."""
    for top, bottom, count in zip(geometry.top, geometry.bottom, counts, strict=True):
        place = {"x": 1, "xshift": 50, "xanchor": "right"}
        layout["annotations"].append(note(f"{count:,}", (top + bottom) / 2, 11, look.quiet, **place))


def lane_furniture(layout: Layout, lanes: Lanes, geometry: Geometry, space: Margins, look: Theme, folds: bool = False) -> None:
    """Names, roles, headings and quiet rules; a heading's annotation is named "group:" and the group, a lane's "actor:" and the actor.

    `folds` draws before each heading, and before each folded group, the sign that it folds and opens.
    """
    shift = -space.left + space.edge
    for y, group in geometry.headings:
        text = next(iter(wrap(group, space.left - 22, HEAD, lines=1, bold=True)), "")
        heading = note(f"<b>{safe(text)}</b>", y, HEAD, look.ink, xshift=shift, name=f"group:{group}", captureevents=True)
        layout["annotations"].append(heading)
        if folds:
            layout["annotations"].append(_fold_sign("▾", group, y, shift, look))
    for place, lane in enumerate(lanes.lanes):
        words = geometry.words[place]
        itself = heads_itself(lane, lanes)
        lines = [f"<b>{safe(line)}</b>" if itself else safe(line) for line in words.name]
        if words.role:
            lines.append(f'<span style="font-size:{ROLE}px;color:{look.quiet}">{safe(words.role)}</span>')
        middle = (geometry.top[place] + geometry.bottom[place]) / 2
        kind = f"group:{lane.group}" if itself and lane.folded else f"actor:{lane.actors[0]}" if not lane.folded else f"more:{lane.group}"
        indent = 0 if itself else 8
        colour = look.quiet if lane.folded and not itself else look.ink
        layout["annotations"].append(
            note("<br>".join(lines), middle, NAME, colour, xshift=shift + indent, name=kind[:300], captureevents=True)
        )
        if folds and kind.startswith("group:"):
            layout["annotations"].append(_fold_sign("▸", lane.group, middle, shift, look))
    groups: dict[str, tuple[float, float]] = {}
    for place, lane in enumerate(lanes.lanes):
        top, bottom = groups.get(lane.group, (geometry.top[place], 0.0))
        groups[lane.group] = (min(top, geometry.top[place]), max(bottom, geometry.bottom[place]))
        if place and lanes.lanes[place - 1].group == lane.group:
            layout["shapes"].append(_rule(geometry.top[place], look.rule, 0.6))
    headed = {group: y for y, group in geometry.headings}
    for group, (top, _) in list(groups.items())[1:]:
        y = (headed[group] - HEADING / 2 if group in headed else top) - GROUP_GAP / 2
        layout["shapes"] += [_rule(y, look.edge, 1), _stub(_rule(y, look.edge, 1), space.left - space.edge)]


def _fold_sign(sign: str, group: str, y: float, shift: float, look: Theme) -> dict[str, Any]:
    return note(sign, y, 11, look.quiet, xshift=shift - 13, name=f"group:{group}"[:300], captureevents=True)


def _rule(y: float, colour: str, width: float) -> dict[str, Any]:
    """A line across the chart at a height in pixels from its top."""
    line = {"color": colour, "width": width}
    return {"type": "line", "layer": "below", "xref": "x domain", "yref": "y", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}


def _stub(rule: dict[str, Any], left: float) -> dict[str, Any]:
    """The piece of a rule under the names: `left` pixels long, at the left of the chart."""
    return rule | {"xsizemode": "pixel", "xanchor": 0, "x0": -left, "x1": 0}


def legend_traces(layout: Layout, acts: Sequence[int], colours: Sequence[tuple[str, str]], view: View, look: Theme) -> list[dict[str, Any]]:
    """Traces without points for plotly's own legend: the acts in the ink of the page, then the colours."""
    keys: list[tuple[str, str, str, bool]] = [(SYMBOLS[ACTS[act]].marker, look.quiet, ACTS[act], SYMBOLS[ACTS[act]].lined) for act in acts]
    keys += [("square", colour, safe(cut(words, 48)), False) for words, colour in colours]
    layout["showlegend"] = True
    layout["margin"] = layout["margin"] | {"b": 64}
    layout["height"] += 50 if view.height is None else 0
    layout["legend"] = {
        "orientation": "h", "x": 0, "y": 0, "yref": "container", "xanchor": "left", "yanchor": "bottom",
        "itemclick": False, "itemdoubleclick": False, "font": {"size": 11.5, "color": look.ink}, "bgcolor": "rgba(0,0,0,0)",
    }  # fmt: skip
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [None],
            "y": [None],
            "name": name,
            "marker": {"symbol": symbol, "size": 10, "color": colour, "line": {"color": colour, "width": 3 if lined else 0}},
        }
        for symbol, colour, name, lined in keys
    ]


def empty_figure(view: View, look: Theme, words: str) -> go.Figure:
    """A picture that says in words why there is nothing to see."""
    hint = (
        "Widen the dates, clear a filter or search for other words."
        if words == "No statements match"
        else "Their dates can be set by hand."
    )
    layout = base_layout(view, look, Margins(20, 20, 20, 20), 200, Scale(0, 1, 100)) | {"height": view.height or 240}
    layout["xaxis"] = {"visible": False, "fixedrange": True, "range": [0, 1]}
    layout["annotations"] = [
        note(words, 86, 20, look.ink, x=0.5, xanchor="center"),
        note(hint, 118, 13, look.quiet, x=0.5, xanchor="center"),
    ]
    nothing = {"lanes": [], "rows": 0, "singles": 0, "undated": 0, "unit": "day", "stretches": []}
    layout["meta"] = nothing | {"selected": view.selected, "ring": 0}
    return go.Figure(layout=layout)
