"""What the chart and the lines around it show of the filtered rows."""

from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import Columns as C
from timeline.dashboard.address import Address
from timeline.dashboard.wording import interval_words, number_words, one_line
from timeline.figure import View
from timeline.figure.lettering import Days
from timeline.figure.rows import COLOURS, codes_of

BINS: Final = 160  # stretches of the overview
LIST_MOST: Final = 150  # statements that are sent at a time to arrow keys and screen readers; at its end follow the next ones


def shown(rows: pd.DataFrame, total: int, query: str, version: int) -> dict[str, Any]:
    """How many rows are shown of how many; changes whenever filter or data do."""
    return {"rows": len(rows), "total": total, "query": query, "version": version}


def chart_view(
    address: Address, scheme: str, width: int, selected: str, window: tuple[date | None, date | None], claims: tuple[str, ...] = ()
) -> View:
    """The view on the screen; `claims` keep their colours whatever the filter."""
    return View(
        colour=address.colour,
        dark=scheme == "dark",
        start=window[0],
        end=window[1],
        width=int(width),
        order=address.order,
        actors=address.top,
        folded=address.folded,
        claim=address.focus,
        selected=selected or "",
        claims=claims,
        days=address.days,
    )


def counts_words(events: pd.DataFrame, written: Days = "words") -> str:
    """The table in a line: "27 statements by 19 actors in 4 articles, 1 July – 6 November 2022"."""
    said = events[events[C.IS_STATEMENT]]
    parts = f"{number_words(len(said), 'statement')} by {number_words(said[C.ACTOR].nunique(), 'actor')}"
    parts += f" in {number_words(events[C.SOURCE_ID].nunique(), 'article')}"
    days = pd.concat([said[C.SAID_START], said[C.SAID_END]]).dropna()
    return f"{parts}, {interval_words(days.min(), days.max(), written)}" if len(days) else parts


def empty_words(address: Address, total: int) -> str:
    """What stands where the chart would be, if nothing passes the filter."""
    if not total:
        return "No statements yet. Add articles to begin."
    if address.wanted.known_on:
        return f"Nothing of this had been published by {interval_words(address.wanted.known_on, address.wanted.known_on, address.days)}."
    return "No statement passes these filters. Undo the last one (u) or reset them (r)."


def known(events: pd.DataFrame, day: date | None) -> pd.DataFrame:
    """What had been published by a day; all without one."""
    return events if day is None else events[events[C.REPORTED].to_numpy() <= np.datetime64(day)]


def reading_list(
    rows: pd.DataFrame, window: tuple[date | None, date | None], selected: str = "", begin: int | None = None, days: Days = "words"
) -> dict[str, Any]:
    """The statements in the order of saying, those in the window, at most LIST_MOST at a time: id and one line each.

    The list begins with the statement of the number `begin`, or without one so that the selected statement is in its middle; `first`
    is the number with which it begins, `total` how many there are in all.
    """
    start, end = window
    if start and end:
        ends, starts = rows[C.SAID_END].to_numpy(), rows[C.SAID_START].to_numpy()
        rows = rows[(ends >= np.datetime64(start)) & ((starts <= np.datetime64(end)) | np.isnat(starts))]
    last, first = (_day_numbers(rows[column]) for column in (C.SAID_END, C.SAID_START))
    order = np.lexsort((first, last))
    if begin is None:
        found = np.flatnonzero(np.asarray(rows[C.STATEMENT_ID] == selected)[order]) if selected else np.empty(0)
        begin = int(found[0]) - LIST_MOST // 2 if len(found) else 0
    begin = max(0, min(begin, len(rows) - LIST_MOST))
    some = rows.iloc[order[begin : begin + LIST_MOST]]
    items = [{"id": str(row[C.STATEMENT_ID]), "text": one_line(row, days)} for _, row in some.iterrows()]
    return {"items": items, "first": begin, "total": len(rows)}


def _day_numbers(days: pd.Series) -> npt.NDArray[np.int64]:
    """Days that sort as they are, those that are not known first."""
    return days.to_numpy().astype("datetime64[D]").astype(np.int64)


def overview(rows: pd.DataFrame, first: str, last: str) -> dict[str, Any]:
    """How many statements when, for the strip above the chart: at most BINS stretches of `days` days from `first` to `last` (ISO dates).

    A statement counts on the last day on which it can have been said; `affirm` and `refute` are parts of `counts`.
    """
    if not first:
        return {"first": "", "days": 1, "counts": [], "affirm": [], "refute": []}
    start = np.datetime64(first, "D")
    span = int((np.datetime64(last, "D") - start).astype(int)) + 1
    days = -(-span // BINS)
    number = -(-span // days)
    day = rows[C.SAID_END].fillna(rows[C.SAID_START]).to_numpy().astype("datetime64[D]")
    dated = ~np.isnat(day)
    bins = np.clip((day[dated] - start).astype(int) // days, 0, number - 1)
    stance = codes_of(rows[C.STANCE], COLOURS)[0][dated]
    counts = {name: np.bincount(bins[stance == COLOURS.index(name)], minlength=number).tolist() for name in ("affirm", "refute")}
    return {"first": first, "days": days, "counts": np.bincount(bins, minlength=number).tolist(), **counts}
