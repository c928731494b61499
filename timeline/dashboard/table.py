"""The Statements table: its columns, and the rows that the grid asks for as it scrolls."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.columns import Columns as C
from timeline.dashboard.wording import ACT_WORDS, legible, short_interval, shortened
from timeline.figure.lanes import UNNAMED
from timeline.figure.lettering import Days
from timeline.figure.palette import STANCE_WORDS

SAID: Final = "said"  # shown column that stands for two of the table's
_LAST: Final = np.iinfo(np.int64).max  # rank of what has no value
LONGEST: Final = 400  # characters of a cell; the whole statement is in the details

COLUMNS: Final[tuple[dict[str, Any], ...]] = (
    {"field": SAID, "headerName": "Said", "width": 138, "cellClass": "cell-day"},
    {"field": C.ACTOR, "headerName": "Who", "width": 168},
    {"field": C.ACT, "headerName": "Act", "width": 108, "cellRenderer": "ActCell"},
    {"field": C.CONTENT, "headerName": "What", "flex": 1, "minWidth": 260},
    {"field": C.STANCE, "headerName": "Stance", "width": 128},
    {"field": C.CLAIM, "headerName": "Claim", "width": 196},
    {"field": C.CONFIDENCE, "headerName": "Confidence", "width": 124, "type": "rightAligned"},
    {"field": C.AFFILIATION, "headerName": "For", "width": 120},
    {"field": C.PUBLISHER, "headerName": "Outlet", "width": 140},
)
CARD: Final[dict[str, Any]] = {"colId": "card", "headerName": "Statement", "flex": 1, "cellRenderer": "StatementCard", "sortable": False}
_SORTED_BY: Final = {SAID: (C.SAID_END, C.SAID_START), C.CONFIDENCE: (C.CHECKED, C.CONFIDENCE)}  # what is checked leaves the queue


def sort_places(rows: pd.DataFrame, model: Sequence[dict[str, str]]) -> NDArray[np.intp]:
    """The places of the rows in the order that the grid asks for, by day of saying where it asks for none; what has no value comes last."""
    wanted = [entry for entry in model if entry["colId"] == SAID or entry["colId"] in rows] or [{"colId": SAID, "sort": "asc"}]
    keys: list[NDArray[np.int64]] = []
    for entry in wanted:
        for column in _SORTED_BY.get(entry["colId"], (entry["colId"],)):
            ranks = _ranks(rows[column])
            keys.append(np.where(ranks == _LAST, ranks, -ranks) if entry["sort"] == "desc" else ranks)
    return np.lexsort(keys[::-1])


def _ranks(values: pd.Series) -> NDArray[np.int64]:
    """Whole numbers that sort as the values do: open sets by name, closed sets (act, stance) in the order of their labels."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        categories = values.cat.categories
        ranks = np.arange(len(categories)) if values.name in (C.ACT, C.STANCE) else np.argsort(np.argsort(categories.astype(str)))
        return np.append(ranks, _LAST)[values.cat.codes.to_numpy()].astype(np.int64)
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        days = values.to_numpy()
        return np.where(np.isnat(days), _LAST, days.astype("datetime64[D]").astype(np.int64))
    if pd.api.types.is_numeric_dtype(values.dtype):
        return (values.to_numpy(dtype=float) * 1_000_000).astype(np.int64)
    return pd.factorize(values.astype("str"), sort=True)[0].astype(np.int64)


def grid_rows(rows: pd.DataFrame, days: Days = "words") -> list[dict[str, Any]]:
    """Rows for the grid: text only, the statement's id as `id`."""
    return [
        {
            "id": row[C.STATEMENT_ID],
            SAID: short_interval(row[C.SAID_START], row[C.SAID_END], days),
            C.ACTOR: legible(row[C.ACTOR]) or UNNAMED,
            C.AFFILIATION: legible(row[C.AFFILIATION]),
            C.ACT: ACT_WORDS.get(row[C.ACT], row[C.ACT]),
            "icon": f"act-{row[C.ACT]} stance-{row[C.STANCE] or 'none'}",
            C.STANCE: STANCE_WORDS[row[C.STANCE]] if row[C.STANCE] else "",
            C.CLAIM: legible(row[C.CLAIM]),
            C.CONTENT: shortened(str(row[C.CONTENT]), LONGEST),
            C.PUBLISHER: legible(row[C.PUBLISHER]),
            C.CONFIDENCE: "✓ checked" if row[C.CHECKED] else f"{row[C.CONFIDENCE]:.2f}",
        }
        for row in rows.to_dict("records")
    ]


def grid_response(rows: pd.DataFrame, request: dict[str, Any], days: Days = "words") -> dict[str, Any]:
    """What the grid's request (startRow, endRow, sortModel) gets: the rows of that block and how many there are."""
    places = sort_places(rows, request.get("sortModel") or [])
    block = places[int(request.get("startRow", 0)) : int(request.get("endRow", 100))]
    return {"rowData": grid_rows(rows.iloc[block], days), "rowCount": len(rows)}
