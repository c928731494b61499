"""The chart as a picture that nobody can hover over: labels or numbers at the marks, a list, a legend, a title and a caption."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.layout import Layout, note
from timeline.figure.lettering import Days, cut, day_words, fit, plain, safe, text_width, wrap
from timeline.figure.marks import Mark, Trace
from timeline.figure.palette import Theme
from timeline.figure.placing import Item, Spot
from timeline.figure.rows import Ints, Rows
from timeline.figure.symbols import SYMBOLS
from timeline.figure.ticks import fixed_ticks
from timeline.figure.timescale import Scale
from timeline.figure.view import View
from timeline.labels import ACTS

LABEL, LIST, CAPTION, TITLE = 10.5, 11.0, 10.5, 21.0  # sizes of letters
LIST_LINE, CAPTION_LINE = 15.0, 14.5
MOST_LISTED: Final = 80
WEIGHTIEST: Final = ("confirm", "deny", "allege", "reject", "threaten", "offer", "demand", "promise")
WIDEST: Final = (330.0, 210.0, 130.0)  # pixels: how long a label may be, tried one after the other
AIR: Final = 8.0  # pixels around what stands beside a mark
_JOINT: Final = re.compile('[,.]?["”] ["“]')  # `… the war," "it should do so …`
_QUOTES: Final = re.compile('["“”]')
EDGE = 24.0  # pixels around the page


@dataclass(frozen=True, slots=True)
class Lettering:
    """For each single mark its label, the widths that the label may have, best first, and that of its number (0 = it gets none)."""

    texts: tuple[str, ...]
    widths: tuple[tuple[tuple[float, ...], float], ...]


NO_LETTERING: Final = Lettering((), ())


@dataclass(frozen=True, slots=True)
class Page:
    """What is on the page: the marks with their places in pixels from the chart's left edge; `counted`: statements drawn
    as bands, each of a `unit`."""

    events: pd.DataFrame
    rows: Rows
    marks: Sequence[Mark]
    spots: Sequence[Spot]
    lettering: Lettering
    found: Sequence[Item]
    counted: int
    unit: str


def _words(events: pd.DataFrame, place: int) -> str:
    """The content as a label says it: "that" left out, its parts joined, no quotation mark without its partner."""
    words = plain(events[C.CONTENT].iat[place]) if C.CONTENT in events else ""
    words = _JOINT.sub(" … ", words).removeprefix("that ").strip(" ,.;:")
    if len(_QUOTES.findall(words)) % 2 or (_QUOTES.match(words) and _QUOTES.search(words[-1:])):
        words = _QUOTES.sub("", words)
    return words.strip(" ,.;:")


def letter(events: pd.DataFrame, rows: Rows, single: Ints, standing_out: npt.NDArray[np.bool_]) -> Lettering:
    """Labels of a few words for the marks that stand out; with more than a hundred of them numbers alone."""
    texts, widths = [], []
    few = int(standing_out[single].sum()) <= 100
    number = text_width("88", LABEL, bold=True) + AIR
    for row in single.tolist():
        text = cut(_words(events, int(rows.place[row])), 120) if few and standing_out[row] else ""
        shorter = {fit(text, widest, LABEL): None for widest in WIDEST} if text else {}
        texts.append(text)
        widths.append((tuple(text_width(one, LABEL) + AIR for one in shorter if one), number if standing_out[row] else 0.0))
    return Lettering(tuple(texts), tuple(widths))


def print_page(
    layout: Layout, traces: list[Trace], page: Page, colours: Sequence[tuple[str, str]], scale: Scale, view: View, look: Theme
) -> None:
    """Turn the chart's layout into a page: title and legend above, the numbered list and the caption below."""
    width, left = view.width, layout["margin"]["l"]
    words: list[dict[str, Any]] = []
    y = EDGE
    for line in wrap(plain(view.title), width - 2 * EDGE, TITLE, lines=2, bold=True):
        words.append(_text(f"<b>{safe(line)}</b>", EDGE, y, TITLE, look.ink))
        y += TITLE * 1.3
    y += 4 if view.title else 0
    y = _legend(traces, words, page, colours, y, view, look) + 6
    chart_top = y + layout["margin"]["t"]
    total = layout["yaxis"]["range"][0]
    y = chart_top + total + layout["margin"]["b"] + (14 if scale.breaks else 4)
    _beside(layout, page, look)
    y = _list(words, page, y, view, look)
    y = _caption(words, page, y, view, look)
    height = int(max(y + EDGE - 8, view.height or 0))
    right = width - layout["margin"]["r"]
    layout["height"] = height
    layout["margin"] = {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}
    layout["plot_bgcolor"] = "rgba(0,0,0,0)"
    fixed_ticks(layout["xaxis"], scale, view.days)
    layout["xaxis"] |= {"domain": [left / width, right / width], "fixedrange": True}
    layout["yaxis"] |= {"domain": [1 - (chart_top + total) / height, 1 - chart_top / height]}
    page_axis = {"visible": False, "fixedrange": True, "domain": [0, 1]}
    layout["xaxis2"] = page_axis | {"range": [0, width], "anchor": "y2"}
    layout["yaxis2"] = page_axis | {"range": [height, 0], "anchor": "x2"}
    layout["annotations"] += words
    layout["shapes"].append(
        {
            "type": "line", "layer": "below", "xref": "x domain", "yref": "y", "x0": 0, "x1": 1, "y0": 0, "y1": 0,
            "line": {"color": look.edge, "width": 1},
        }
    )  # fmt: skip


def _text(text: str, x: float, y: float, size: float, colour: str) -> dict[str, Any]:
    """Words on the page, x and y of their upper left corner in pixels."""
    return {
        "text": text,
        "xref": "x2",
        "yref": "y2",
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "align": "left",
        "borderpad": 0,
        "font": {"size": size, "color": colour},
    }


def _beside(layout: Layout, page: Page, look: Theme) -> None:
    """The labels and numbers at the marks; a label takes what room is left in its row of marks."""
    numbers = numbering(page)
    for place, (mark, spot) in enumerate(zip(page.marks, page.spots, strict=True)):
        if not spot.beside or (abs(spot.beside) == 2 and place not in numbers):
            continue
        side = 1 if spot.beside > 0 else -1
        item = page.found[place]
        edge = item.right if side > 0 else item.left
        if abs(spot.beside) == 1:
            text, colour = safe(fit(page.lettering.texts[place], spot.wide - AIR, LABEL)), look.ink
        else:
            text, colour = f"<b>{numbers[place]}</b>", mark.colour
        words = note(text, mark.y, LABEL, colour, xshift=edge + side * 2, xanchor="left" if side > 0 else "right")
        layout["annotations"].append(words | {"bgcolor": look.paper, "borderpad": 0})


def numbering(page: Page) -> dict[int, int]:
    """Mark → the number that stands beside it, in the order of time.

    A number without its line in the list would be a riddle: if there are too many, admissions, denials and accusations come first.
    """
    numbered = [place for place, spot in enumerate(page.spots) if abs(spot.beside) == 2]
    weight = {label: place for place, label in enumerate(WEIGHTIEST)}
    numbered.sort(key=lambda place: (weight.get(ACTS[page.marks[place].act], len(weight)), page.marks[place].when))
    numbered = sorted(numbered[:MOST_LISTED], key=lambda place: (page.marks[place].when, page.marks[place].y))
    return {place: number for number, place in enumerate(numbered, start=1)}


def _list(words: list[dict[str, Any]], page: Page, y: float, view: View, look: Theme) -> float:
    """The numbered statements in columns below the chart: date, actor, act, few words."""
    numbers = numbering(page)
    if not numbers:
        return y
    columns = max(1, int(view.width / 560))
    gutter, number = 28.0, 24.0
    wide = (view.width - 2 * EDGE - gutter * (columns - 1)) / columns - number
    entries = [(str(number), _entry(page, place, wide, view.days)) for place, number in numbers.items()]
    tall = sum(len(entry) for _, entry in entries)
    most, column, used, lowest = -(-tall // columns), 0, 0, 0
    for label, entry in entries:
        if used >= most and column < columns - 1:
            column, used = column + 1, 0
        x = EDGE + column * (wide + number + gutter)
        words.append(_text(f"<b>{label}</b>", x, y + used * LIST_LINE, LIST, look.ink))
        words.append(_text("<br>".join(entry), x + number, y + used * LIST_LINE, LIST, look.ink))
        used += len(entry)
        lowest = max(lowest, used)
    y += lowest * LIST_LINE + 8
    more = sum(abs(spot.beside) == 2 for spot in page.spots) - len(numbers)
    if more:
        words.append(_text(f"… and {more} more in the table", EDGE, y - 2, LIST, look.quiet))
        y += LIST_LINE + 4
    return y


def _entry(page: Page, place: int, wide: float, days: Days) -> list[str]:
    row = page.marks[place].row
    at = int(page.rows.place[row])
    first, last = (days[row].astype("datetime64[D]") for days in (page.rows.first, page.rows.last))
    day = day_words(first, last, int(page.rows.open_side[row]), short=True, days=days)
    actor = cut(plain(page.events[C.ACTOR].iat[at]), 40)
    head = f"{day} · {actor} {SYMBOLS[ACTS[page.marks[place].act]].verb}: "
    lines = wrap(head + cut(_words(page.events, at), 110), wide, LIST, lines=2)
    return [safe(line) for line in lines]


def _legend(
    traces: list[Trace],
    words: list[dict[str, Any]],
    page: Page,
    colours: Sequence[tuple[str, str]],
    y: float,
    view: View,
    look: Theme,
) -> float:
    """Rows of shapes and colours with their words; returns the y below them."""
    marks = page.marks
    keys: list[tuple[str, str, str, bool, bool]] = [
        (SYMBOLS[ACTS[act]].marker, look.ink, SYMBOLS[ACTS[act]].verb, SYMBOLS[ACTS[act]].lined, False)
        for act in sorted({mark.act for mark in marks})
    ]
    if any(mark.open_side for mark in marks):
        keys.append(("circle", look.ink, "on or before this day", False, True))
    tints = {mark.colour for mark in marks}
    coloured = [("square", colour, cut(word, 60), False, False) for word, colour in colours if page.counted or colour in tints]
    y += 8
    for group in (keys, coloured):
        x = EDGE + 6
        for symbol, colour, word, lined, hollow in group:
            wide = text_width(word, LIST) + 34
            if x + wide > view.width - EDGE:
                x, y = EDGE + 6, y + 19
            traces.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "xaxis": "x2",
                    "yaxis": "y2",
                    "x": [x],
                    "y": [y],
                    "marker": {
                        "symbol": symbol,
                        "size": 10,
                        "color": look.paper if hollow else colour,
                        "line": {"color": colour, "width": 3.4 if lined else (1.6 if hollow else 0)},
                    },
                    "hoverinfo": "skip",
                    "showlegend": False,
                    "cliponaxis": False,
                }
            )
            words.append(_text(safe(word), x + 11, y, LIST, look.quiet) | {"yanchor": "middle"})
            x += wide
        y += 19 if group else 0
    return y - 6


def _caption(words: list[dict[str, Any]], page: Page, y: float, view: View, look: Theme) -> float:
    """The caption as given, the sources, and what the picture leaves out."""
    notes = [plain(part) for part in view.caption.split("\n")] if view.caption else []
    if page.counted:
        notes.append(f"{page.counted:,} statements stand so close that they are drawn as columns, one a {page.unit}: the higher, the more.")
    if page.rows.undated:
        notes.append(f"{page.rows.undated} statements without a date are not shown.")
    if "Sources:" not in view.caption and (found := sources(page.events)):
        notes.append(f"Sources: {found}")
    for one in notes:
        for line in wrap(one, view.width - 2 * EDGE, CAPTION, lines=3):
            words.append(_text(safe(line), EDGE, y, CAPTION, look.quiet))
            y += CAPTION_LINE
    return y


def sources(events: pd.DataFrame, most: int = 12) -> str:
    """The outlets of an event table, those with most statements first: "Coastal Herald, Morning Wire and 3 more"."""
    if C.PUBLISHER not in events:
        return ""
    counts = events[C.PUBLISHER].value_counts(sort=True)
    names = [plain(name) for name, count in counts.items() if count and plain(name)]
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(cut(name, 60) for name in names[:most]) + more
