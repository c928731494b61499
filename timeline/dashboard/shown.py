"""What the chart and the lines around it show of the filtered rows."""

from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from timeline.columns import Columns as C
from timeline.dashboard.address import Address
from timeline.dashboard.wording import interval_words, number_words, one_line
from timeline.figure import View

BINS: Final = 160  # stretches of the overview
LIST_MOST: Final = 150  # statements that the arrow keys and screen readers walk through at a time


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
    )


def counts_words(events: pd.DataFrame) -> str:
    """The table in a line: "27 statements by 19 actors in 4 articles, 1 July – 6 November 2022"."""
    said = events[events[C.IS_STATEMENT]]
    parts = f"{number_words(len(said), 'statement')} by {number_words(said[C.ACTOR].nunique(), 'actor')}"
    parts += f" in {number_words(events[C.SOURCE_ID].nunique(), 'article')}"
    days = pd.concat([said[C.SAID_START], said[C.SAID_END]]).dropna()
    return f"{parts}, {interval_words(days.min(), days.max())}" if len(days) else parts


def empty_words(address: Address, total: int) -> str:
    """What stands where the chart would be, if nothing passes the filter."""
    if not total:
        return "No statements yet. Add articles to begin."
    if address.wanted.known_on:
        return f"Nothing of this had been published by {interval_words(address.wanted.known_on, address.wanted.known_on)}."
    return "No statement passes these filters. Undo the last one (u) or reset them (r)."


def known(events: pd.DataFrame, day: date | None) -> pd.DataFrame:
    """What had been published by a day; all without one."""
    return events if day is None else events[events[C.REPORTED].to_numpy() <= np.datetime64(day)]


def reading_list(rows: pd.DataFrame, window: tuple[date | None, date | None]) -> dict[str, Any]:
    """The statements in the order of saying, those in the window, at most LIST_MOST: id and one line each."""
    start, end = window
    if start and end:
        last = rows[C.SAID_END].to_numpy()
        first = rows[C.SAID_START].to_numpy()
        rows = rows[(last >= np.datetime64(start)) & ((first <= np.datetime64(end)) | np.isnat(first))]
    keys = rows[[C.SAID_END, C.SAID_START]].sort_values([C.SAID_END, C.SAID_START], kind="stable", na_position="first")
    first_rows = rows.loc[keys.index[:LIST_MOST]]
    items = [{"id": str(row[C.STATEMENT_ID]), "text": one_line(row)} for _, row in first_rows.iterrows()]
    return {"items": items, "total": len(rows)}


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
    stance = rows[C.STANCE].astype("str").to_numpy()[dated]
    counts = {name: np.bincount(bins[stance == name], minlength=number).tolist() for name in ("affirm", "refute")}
    return {"first": first, "days": days, "counts": np.bincount(bins, minlength=number).tolist(), **counts}
