"""Single statements as plotly traces: marks, bars of days, fading tails, and the cards that explain them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.lettering import Days, card_lines, cut, day_words, plain, safe
from timeline.figure.palette import STANCE_WORDS, Theme, rgba
from timeline.figure.rows import COLOURS, Rows
from timeline.figure.symbols import SYMBOLS
from timeline.labels import ACTS

Trace = dict[str, Any]
DAY: Final = 86_400_000  # milliseconds, plotly's unit on a date axis
FADED: Final = 0.2
RING: Final = 11  # pixels: how much wider the ring around the selected mark is
HOVER: Final = (
    "<b>%{customdata[1]}</b><br>%{customdata[2]}<br><br>%{customdata[3]}<br><br>%{customdata[4]}<br>%{customdata[5]}<extra></extra>"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement as drawn.

    `when` in milliseconds since 1970, `y` in pixels from the top, `bar` its days or None, `open_side` as in Rows.
    """

    row: int
    when: float
    y: float
    bar: tuple[float, float] | None
    open_side: int
    colour: str
    act: int
    faded: bool


def _cell(events: pd.DataFrame, column: str, place: int) -> str:
    return plain(events[column].iat[place]) if column in events else ""


def statement_ids(events: pd.DataFrame, rows: Rows, which: Sequence[int]) -> list[str]:
    """The statement ids of rows, given by their index among the drawn rows."""
    return [str(name) for name in events[C.STATEMENT_ID].iloc[rows.place[list(which)]]]


def card(events: pd.DataFrame, rows: Rows, row: int, lines: int = 7, days: Days = "words") -> list[str]:
    """What a mark's customdata holds: id, actor, day and act, quotation in at most so many `lines`, claim, source, safe to draw."""
    place = int(rows.place[row])
    actor = " · ".join(part for part in (_cell(events, C.ACTOR, place), _cell(events, C.ROLE, place)) if part)
    day = day_words(rows.first[row].astype("datetime64[D]"), rows.last[row].astype("datetime64[D]"), int(rows.open_side[row]), days=days)
    said = _cell(events, C.SAID_TEXT, place)
    basis = f" (“{safe(cut(said, 40))}”)" if said and said not in day else ""
    kind = _cell(events, C.DENIAL, place)
    act = f"<b>{SYMBOLS[ACTS[rows.act[row]]].verb}</b>" + (f" ({safe(kind)})" if kind else "")
    how = [_cell(events, C.MEDIUM, place), _cell(events, C.ADDRESSEE, place), _cell(events, C.VIA, place)]
    ways = " · ".join(f"{word}{text}" for word, text in zip(("", "to ", "via "), how, strict=True) if text)
    claim, content = _cell(events, C.CLAIM, place), _cell(events, C.CONTENT, place)
    content = f"“{content}”" if content and _cell(events, C.QUOTATION, place) == "direct" and content[0] not in "“\"'‘" else content
    stance = STANCE_WORDS[COLOURS[rows.stance[row]]]
    issue = card_lines(f"{stance}: {claim}", lines=2) if claim else "No claim shared with another statement"
    source = " · ".join(part for part in (_cell(events, C.PUBLISHER, place), _cell(events, C.TITLE, place)) if part)
    return [
        _cell(events, C.STATEMENT_ID, place),
        card_lines(actor, lines=2),
        f"{day}{basis} · {act}" + (f"<br>{card_lines(ways, lines=1)}" if ways else ""),
        card_lines(content, lines=lines) or "(no words given)",
        issue[:1].upper() + issue[1:],
        f"<i>{card_lines(source, lines=2)}</i>" if source else "",
    ]


def bar_trace(marks: Sequence[Mark], thick: float) -> list[Trace]:
    """The days between which a statement must have been said, as thin rounded bars."""
    barred = [(mark, mark.bar) for mark in marks if mark.bar is not None]
    if not barred:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [bar[0] for _, bar in barred],
            "x": [bar[1] - bar[0] for _, bar in barred],
            "y": [mark.y for mark, _ in barred],
            "width": thick,
            "marker": {
                "color": [rgba(mark.colour, 0.09 if mark.faded else 0.32) for mark, _ in barred],
                "cornerradius": thick / 2,
                "line": {"width": 0},
            },
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def tail_trace(marks: Sequence[Mark], per_pixel: float, length: float, thick: float, steps: int = 9) -> list[Trace]:
    """Tails that fade to the left of statements of which only the last day is known; `per_pixel`: milliseconds a pixel."""
    tailed = [mark for mark in marks if mark.open_side < 0]
    if not tailed:
        return []
    spans = [length * per_pixel * (step + 1) / steps for step in range(steps)]  # laid over each other, so that no seam shows
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [round(mark.when - span) for mark in tailed for span in spans],
            "x": [round(span) for _ in tailed for span in spans],
            "y": [mark.y for mark in tailed for _ in spans],
            "width": thick,
            "marker": {
                "color": [rgba(mark.colour, 0.02 if mark.faded else 0.07) for mark in tailed for _ in spans],
                "line": {"width": 0},
            },
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def marks_trace(marks: Sequence[Mark], cards: Sequence[list[str]], size: float, look: Theme) -> Trace:
    """The marks: shape = act, colour as given, hollow where no first day is known."""
    colours, lines, widths, sizes = [], [], [], []
    for mark in marks:
        symbol, hollow = SYMBOLS[ACTS[mark.act]], mark.open_side != 0
        lined = symbol.lined
        colours.append(look.paper if hollow else mark.colour)
        lines.append(mark.colour if lined or hollow else look.paper)
        widths.append((1.6 if hollow else size * 0.34) if lined else (1.7 if hollow else 1))
        sizes.append(round(size * symbol.swell + (1.5 if not hollow and not lined else 0), 1))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.when for mark in marks],
        "y": [mark.y for mark in marks],
        "customdata": list(cards),
        "hovertemplate": HOVER,
        "marker": {
            "symbol": [SYMBOLS[ACTS[mark.act]].marker for mark in marks],
            "size": sizes,
            "color": colours,
            "opacity": [FADED if mark.faded else 1 for mark in marks],
            "line": {"color": lines, "width": widths},
        },
        "showlegend": False,
        "name": "statements",
    }


def ring_trace(mark: Mark, size: float, look: Theme) -> Trace:
    """A ring around the selected statement."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.when],
        "y": [mark.y],
        "marker": {"symbol": "circle-open", "size": size + RING, "color": look.ink, "line": {"width": 2}},
        "hoverinfo": "skip",
        "showlegend": False,
        "name": "selected",
    }


def milliseconds(days: float) -> float:
    """Days since 1970 in plotly's unit on a date axis."""
    return float(np.round(days * DAY))
