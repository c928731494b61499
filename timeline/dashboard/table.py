"""The Statements table: its columns, and the rows that the grid asks for as it scrolls."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from timeline.columns import Columns as C
from timeline.dashboard.wording import ACT_WORDS, legible, short_interval, shortened
from timeline.figure.palette import STANCE_WORDS

SAID: Final = "said"  # shown column that stands for two of the table's
LONGEST: Final = 400  # characters of a cell; the whole statement is in the details

COLUMNS: Final[tuple[dict[str, Any], ...]] = (
    {"field": SAID, "headerName": "Said", "width": 148, "cellClass": "cell-day"},
    {"field": C.ACTOR, "headerName": "Who", "width": 190},
    {"field": C.AFFILIATION, "headerName": "For", "width": 120},
    {"field": C.ACT, "headerName": "Act", "width": 118, "cellRenderer": "ActCell"},
    {"field": C.CONTENT, "headerName": "What", "flex": 1, "minWidth": 300},
    {"field": C.STANCE, "headerName": "Stance", "width": 132},
    {"field": C.CLAIM, "headerName": "Claim", "width": 220},
    {"field": C.PUBLISHER, "headerName": "Outlet", "width": 140},
    {"field": C.CONFIDENCE, "headerName": "Confidence", "width": 110, "type": "rightAligned"},
)


def sort_rows(rows: pd.DataFrame, model: Sequence[dict[str, str]]) -> pd.DataFrame:
    """The rows in the order that the grid asks for; by day of saying where it asks for none."""
    if not model:
        model = [{"colId": SAID, "sort": "asc"}]
    keys, ascending = [], []
    for entry in model:
        for column in (C.SAID_END, C.SAID_START) if entry["colId"] == SAID else (entry["colId"],):
            if column in rows:
                keys.append(column)
                ascending.append(entry["sort"] != "desc")
    if not keys:
        return rows
    by_name = rows[keys].apply(_as_text_order)
    order = by_name.sort_values(keys, ascending=ascending, kind="stable", na_position="last").index
    return rows.loc[order]


def _as_text_order(values: pd.Series) -> pd.Series:
    """Open sets sort by name, not by the order in which their categories came up; closed sets keep their own order."""
    if isinstance(values.dtype, pd.CategoricalDtype) and values.name not in (C.ACT, C.STANCE):
        return values.cat.reorder_categories(sorted(values.cat.categories), ordered=True)
    return values.cat.as_ordered() if isinstance(values.dtype, pd.CategoricalDtype) else values


def grid_rows(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows for the grid: text only, the statement's id as `id`."""
    return [
        {
            "id": row[C.STATEMENT_ID],
            SAID: short_interval(row[C.SAID_START], row[C.SAID_END]),
            C.ACTOR: legible(row[C.ACTOR]),
            C.AFFILIATION: legible(row[C.AFFILIATION]),
            C.ACT: ACT_WORDS.get(row[C.ACT], row[C.ACT]),
            "icon": f"act-{row[C.ACT]} stance-{row[C.STANCE] or 'none'}",
            C.STANCE: STANCE_WORDS[row[C.STANCE]] if row[C.STANCE] else "",
            C.CLAIM: legible(row[C.CLAIM]),
            C.CONTENT: shortened(str(row[C.CONTENT]), LONGEST),
            C.PUBLISHER: legible(row[C.PUBLISHER]),
            C.CONFIDENCE: f"{row[C.CONFIDENCE]:.2f}",
        }
        for row in rows.to_dict("records")
    ]


def grid_response(rows: pd.DataFrame, request: dict[str, Any]) -> dict[str, Any]:
    """What the grid's request (startRow, endRow, sortModel) gets: the rows of that block and how many there are."""
    ordered = sort_rows(rows, request.get("sortModel") or [])
    block = ordered.iloc[int(request.get("startRow", 0)) : int(request.get("endRow", 100))]
    return {"rowData": grid_rows(block), "rowCount": len(rows)}
