"""What a person sets right: values of a row, a claim's name, and the queue of what nobody has looked at yet. Each step can be undone."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from dash import ALL, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from timeline.columns import Columns as C
from timeline.dashboard import ids
from timeline.dashboard.address import read_address
from timeline.dashboard.desk import FORM, Desk
from timeline.dashboard.wording import legible
from timeline.dossier import Correction, Renaming, Step
from timeline.errors import TableError


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a button says of the open row: the column and value that it sets, what is reported, and whether the next row follows."""

    column: str
    value: str
    words: str
    goes_on: bool = True


VERDICTS: Final = {
    "right": Verdict(C.CHECKED, "true", "Checked."),
    "unchecked": Verdict(C.CHECKED, "false", "Not checked any more.", goes_on=False),
    "none": Verdict(C.IS_STATEMENT, "false", "Taken off the timeline."),
    "statement": Verdict(C.IS_STATEMENT, "true", "Back on the timeline."),
}


def next_to_check(rows: pd.DataFrame, after: str = "") -> str:
    """The id of the row to look at next, "" if all are checked: those not yet checked, least certain first, then in the table's order.

    `after` is the row that is open: the one behind it follows, at the end the first again; it is never the answer itself.
    """
    ids_, confidence, checked = (rows[column].to_numpy() for column in (C.STATEMENT_ID, C.CONFIDENCE, C.CHECKED))
    order = np.argsort(confidence, kind="stable")
    waiting = order[~checked[order].astype(bool)]
    place = np.flatnonzero(ids_[waiting] == after)
    if len(place):
        waiting = np.roll(waiting, -int(place[0]))[1:]
    return str(ids_[waiting[0]]) if len(waiting) else ""


def progress_words(rows: pd.DataFrame) -> str:
    """How far the checking is: "3 of 91 checked"."""
    return f"{int(rows[C.CHECKED].sum()):,} of {len(rows):,} checked" if len(rows) else ""


def undone_words(step: Step) -> str:
    """What an undo has taken back, in a sentence."""
    if isinstance(step, Renaming):
        return f"The claim is called “{legible(step.claim)}” again."
    return {(C.CHECKED, "true"): "Not checked any more.", (C.IS_STATEMENT, "false"): "Back on the timeline."}.get(
        (step.column, step.value), "The last correction is undone."
    )


def register_corrections(app: Dash, desk: Desk) -> None:
    """Connects form, queue and names of claims to the desk."""

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.correction("report"), "children"),
        Input(ids.correction("save"), "n_clicks"),
        State(ids.correction("row"), "data"),
        *[State(ids.correction(column), "value") for column in FORM],
        prevent_initial_call=True,
    )
    def correct(save: int, row: str, *values: str) -> tuple[Any, str]:
        if not save:
            raise PreventUpdate
        try:
            return desk.correct(row, values), ""
        except TableError as error:
            return no_update, str(error)

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.GO_TO, "data", allow_duplicate=True),
        Output(ids.STATUS, "children", allow_duplicate=True),
        *[Input(ids.correction(verdict), "n_clicks") for verdict in VERDICTS],
        State(ids.correction("row"), "data"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def check(*values: Any) -> tuple[Any, Any, str]:
        *clicks, row, query = values
        if not any(clicks) or not ctx.triggered_id:
            raise PreventUpdate
        verdict = VERDICTS[ctx.triggered_id["part"]]
        following = next_to_check(desk.rows(read_address(query or "").wanted), row) if verdict.goes_on else ""
        before = desk.version
        try:
            version = desk.check(row, verdict.column, verdict.value)
        except TableError as error:
            return no_update, no_update, str(error)
        if version == before:  # pressed twice
            raise PreventUpdate
        return version, following or no_update, verdict.words + (" That was the last one." if verdict.goes_on and not following else "")

    @app.callback(
        Output(ids.GO_TO, "data", allow_duplicate=True),
        Output(ids.STATUS, "children", allow_duplicate=True),
        Input(ids.NEXT, "n_clicks"),
        State(ids.SELECTED, "data"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def go_on(_clicks: int, selected: str | None, query: str | None) -> tuple[Any, str]:
        rows = desk.rows(read_address(query or "").wanted)
        following = next_to_check(rows, selected or "")
        return following or no_update, "" if following else "Nothing is left to check among the statements shown."

    @app.callback(Output(ids.CHECKED, "children"), Input(ids.SHOWN, "data"), State(ids.QUERY, "data"))
    def progress(_shown: Any, query: str | None) -> str:
        return progress_words(desk.rows(read_address(query or "").wanted))

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.RENAMED, "data", allow_duplicate=True),
        Output(ids.STATUS, "children", allow_duplicate=True),
        Input(ids.RENAME, "data"),
        prevent_initial_call=True,
    )
    def rename(wish: dict[str, str] | None) -> tuple[Any, Any, str]:
        if not wish:
            raise PreventUpdate
        name = " ".join(wish["name"].split())
        there = (desk.events[C.CLAIM] == name).any()
        try:
            version = desk.rename(wish["claim"], name)
        except TableError as error:
            return no_update, no_update, str(error)
        return version, [wish["claim"], name], "Joined with the claim of that name." if there else "Renamed."

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.RENAMED, "data", allow_duplicate=True),
        Output(ids.GO_TO, "data", allow_duplicate=True),
        Output(ids.STATUS, "children", allow_duplicate=True),
        Input(ids.undo(ALL), "n_clicks"),  # type: ignore[arg-type]
        prevent_initial_call=True,
    )
    def undo(clicks: list[int | None]) -> tuple[Any, Any, Any, str]:
        steps = desk.dossier.corrections
        if not any(clicks) or not steps:
            raise PreventUpdate
        step = steps[-1]
        version = desk.undo()
        if isinstance(step, Correction):
            return version, no_update, step.statement_id, undone_words(step)
        return version, [step.name, step.claim], no_update, undone_words(step)
