"""What calls what. Only wiring: the work is done by the plain functions of the other modules."""

from functools import partial
from typing import Any

import pandas as pd
from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update
from dash.exceptions import PreventUpdate

from timeline.dashboard import ids
from timeline.dashboard.adding import Adding, read_dropped, read_pasted, report_words
from timeline.dashboard.address import Address, read_address, read_day, read_window
from timeline.dashboard.claims_view import changes_of_position, claim_threads, number_of_claims
from timeline.dashboard.corrections import register_corrections
from timeline.dashboard.desk import Desk
from timeline.dashboard.details import find_details
from timeline.dashboard.downloads import as_download, downloadable, picture_order
from timeline.dashboard.facets import facet_data
from timeline.dashboard.layout import NARROW, build_table
from timeline.dashboard.panels import claims_panel, details_panel, problems_list, show_button
from timeline.dashboard.shown import chart_view, counts_words, empty_words, overview, reading_list, shown
from timeline.dashboard.table import grid_response
from timeline.errors import TimelineError
from timeline.figure import figure
from timeline.figure.lettering import Days


def register_callbacks(app: Dash, desk: Desk) -> None:
    """Connects the page to the desk."""
    register_browser(app)
    register_chart(app, desk)
    register_views(app, desk)
    register_exports(app, desk)
    register_adding(app, desk)
    register_corrections(app, desk)


def register_browser(app: Dash) -> None:
    """What happens in the browser alone (assets/*.js)."""

    def runs(function: str, *wires: Any, start: bool = False) -> None:
        app.clientside_callback(ClientsideFunction("timeline", function), *wires, prevent_initial_call=not start)  # type: ignore[no-untyped-call]

    runs(
        "boot",
        Output(ids.QUERY, "data"),
        Output(ids.SELECTED, "data"),
        Output(ids.RINGED, "data"),
        Output(ids.WINDOW, "data"),
        Output(ids.WRITTEN, "data"),
        Output(ids.SCHEME, "data"),
        Output(ids.SIZE, "data"),
        Input(ids.SHELL, "id"),
        start=True,
    )
    runs("scheme", Output(ids.THEME, "forceColorScheme"), Input(ids.SCHEME, "data"), start=True)
    runs("toggleScheme", Input(ids.SCHEME_SWITCH, "n_clicks"))
    runs("drawFacets", Input(ids.FACET_DATA, "data"), State(ids.QUERY, "data"))
    runs("moved", Input(ids.WINDOW, "data"))
    runs("drawList", Input(ids.LIST_DATA, "data"))
    runs("chartDrawn", Input(ids.CHART, "figure"))
    runs("tabChosen", Input(ids.TABS, "value"))
    runs("refreshTable", Input(ids.SHOWN, "data"))
    runs("explained", Input(ids.DETAILS_BODY, "children"))
    runs("markRow", Input(ids.RINGED, "data"))
    runs("markRow", Input(ids.TABLE, "getRowsResponse"))
    runs("tableSelected", Input(ids.TABLE, "selectedRows"))
    runs("rowClicked", Input(ids.TABLE, "cellClicked"))
    runs("colour", Input(ids.COLOUR, "value"))
    runs("order", Input(ids.ORDER, "value"))
    runs("days", Input(ids.DAYS, "value"))
    runs("savePicture", Input(ids.PICTURE, "data"))
    runs("opens", Output(ids.ADD, "opened"), Input(ids.ADD_OPEN, "n_clicks"))
    runs("opens", Output(ids.HELP, "opened"), Input(ids.HELP_OPEN, "n_clicks"))
    runs("toggleFacets", Input(ids.FACETS_TOGGLE, "n_clicks"))
    runs("toggleReplay", Input(ids.REPLAY, "n_clicks"))
    runs("drawJumps", Input(ids.CLAIMS, "children"))
    runs("leastCertain", Input(ids.LEAST, "n_clicks"))
    runs("goTo", Input(ids.GO_TO, "data"))
    runs("renamed", Input(ids.RENAMED, "data"))


def register_chart(app: Dash, desk: Desk) -> None:
    """Chart first; everything else follows from SHOWN, so that the picture does not wait for the lists."""

    @app.callback(
        Output(ids.CHART, "figure"),
        Output(ids.SHOWN, "data"),
        Output(ids.DRAWN, "data"),
        Output(ids.EMPTY, "children"),
        Output(ids.EMPTY, "hidden"),
        Input(ids.QUERY, "data"),
        Input(ids.VERSION, "data"),
        Input(ids.SCHEME, "data"),
        Input(ids.SIZE, "data"),
        Input(ids.RINGED, "data"),
        Input(ids.WINDOW, "data"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def draw(
        query: str | None, _version: int, scheme: str, width: int, ringed: str, window: str, before: dict[str, Any] | None
    ) -> tuple[Any, ...]:
        if query is None or not width:
            raise PreventUpdate
        address, rows = _rows(desk, query)
        chart = figure(rows, chart_view(address, scheme, width, ringed, read_window(window or ""), desk.names.claims))
        chart.update_layout(width=width, autosize=False)
        total = desk.total(address.wanted)
        state = shown(rows, total, query, desk.version)
        # Not by what triggered this call: the browser drops the answer to an earlier one that is still under way.
        drawn = {"shown": state, "window": window}
        return chart, no_update if state == before else state, drawn, empty_words(address, total), bool(len(rows))

    @app.callback(Output(ids.TITLE, "children"), Output(ids.COUNTS, "children"), Input(ids.SHOWN, "data"), Input(ids.WRITTEN, "data"))
    def count(_shown: Any, written: Days | None) -> tuple[str, str]:
        return desk.dossier.title, counts_words(desk.events, written or "words")

    @app.callback(Output(ids.FACET_DATA, "data"), Input(ids.SHOWN, "data"), State(ids.QUERY, "data"), prevent_initial_call=True)
    def facets(state: dict[str, Any], query: str) -> dict[str, Any]:
        address, rows = _rows(desk, query)
        strip = overview(rows, *desk.days["strip"])
        return {"shown": state, "facets": facet_data(desk.events, address, desk.names), "overview": strip, **desk.days}

    @app.callback(
        Output(ids.LIST_DATA, "data"),
        Input(ids.DRAWN, "data"),
        Input(ids.LIST_FROM, "data"),
        State(ids.SELECTED, "data"),
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
    )
    def list_statements(drawn: dict[str, Any] | None, begin: int | None, selected: str | None, query: str) -> dict[str, Any]:
        if not drawn:
            raise PreventUpdate
        address, rows = _rows(desk, query)
        asked = None if f"{ids.DRAWN}.data" in ctx.triggered_prop_ids else begin
        items = reading_list(rows, read_window(drawn["window"] or ""), selected or "", asked, address.days)
        # Of which view the list is, so that steps with the arrow keys are made in the list that they are meant for.
        return items | {"view": f"{query} {drawn['window'] or ''}", "around": selected or ""}


def register_views(app: Dash, desk: Desk) -> None:
    """The table, the claims and the details."""

    @app.callback(Output(ids.TABLE_BOX, "children"), Input(ids.GRID_READY, "data"), State(ids.SIZE, "data"), prevent_initial_call=True)
    def table(_ready: bool, width: int) -> Any:
        return build_table(narrow=width < NARROW)

    @app.callback(Output(ids.TABLE, "getRowsResponse"), Input(ids.TABLE, "getRowsRequest"), State(ids.QUERY, "data"))
    def rows_asked(request: dict[str, Any] | None, query: str | None) -> dict[str, Any]:
        if not request:
            raise PreventUpdate
        address, rows = _rows(desk, query or "")
        return grid_response(rows, request, address.days)

    @app.callback(Output(ids.CLAIMS, "children"), Input(ids.SHOWN, "data"), Input(ids.TABS, "value"), State(ids.QUERY, "data"))
    def claims(_state: Any, tab: str, query: str | None) -> Any:
        if tab != "claims" or query is None:
            raise PreventUpdate
        address, rows = _rows(desk, query)
        changes, changed = changes_of_position(rows)
        return claims_panel(
            claim_threads(rows, desk.waiting(address.wanted.known_on)),
            changes,
            number_of_claims(rows),
            changed,
            address.days,
            bool(desk.dossier.corrections),
        )

    @app.callback(
        Output(ids.DETAILS_BODY, "children"),
        Output(ids.DETAILS, "hidden"),
        Input(ids.SELECTED, "data"),
        Input(ids.VERSION, "data"),
        Input(ids.WRITTEN, "data"),
    )
    def explain(selected: str | None, _version: int, written: Days | None) -> tuple[Any, bool]:
        days = written or "words"
        found = find_details(desk.events, desk.dossier.articles, selected, days) if selected else None
        return (details_panel(found, bool(desk.dossier.corrections), days), False) if found else ([], True)


def register_exports(app: Dash, desk: Desk) -> None:
    """Pictures are ordered from the server and drawn by the browser; tables and pages are files."""

    @app.callback(
        Output(ids.PICTURE, "data"),
        Output(ids.DOWNLOAD, "data"),
        Output(ids.STATUS, "children"),
        Input(ids.export_item(ALL), "n_clicks"),  # type: ignore[arg-type]
        State(ids.QUERY, "data"),
        State(ids.WINDOW, "data"),
        State(ids.PICTURE_SIZE, "value"),
        prevent_initial_call=True,
    )
    def export(clicks: list[int], query: str, window: str | None, size: str) -> tuple[Any, Any, str]:
        if not any(clicks) or not ctx.triggered_id:
            raise PreventUpdate
        kind = str(ctx.triggered_id["kind"])
        address = read_address(query)
        rows = desk.whole_rows(address.wanted)
        try:
            if kind in ("png", "svg", "copy"):
                return (
                    picture_order(rows, desk.dossier.title, address, desk.names.claims, read_window(window or ""), size, kind),
                    no_update,
                    "Drawing …",
                )
            content, name = downloadable(rows, desk.dossier.title, address, desk.names.claims, read_window(window or ""), size, kind)
        except TimelineError as error:
            return no_update, no_update, str(error)
        return no_update, as_download(content, name), f"{name} is ready."


def register_adding(app: Dash, desk: Desk) -> None:
    """Files and pasted text are read in the background; the page asks how far that is."""
    adding = Adding()

    @app.callback(
        Output(ids.ADD_TICK, "disabled"),
        Output(ids.ADD_REPORT, "children"),
        Input(ids.UPLOAD, "contents"),
        Input(ids.PASTE_SEND, "n_clicks"),
        State(ids.UPLOAD, "filename"),
        State(ids.PASTE_TEXT, "value"),
        State(ids.PASTE_TITLE, "value"),
        State(ids.PASTE_DATE, "value"),
        prevent_initial_call=True,
    )
    def add(contents: list[str] | None, _clicks: int, names: list[str], text: str, title: str, day: str | None) -> tuple[bool, Any]:
        published = read_day(day or "")
        if ctx.triggered_id == ids.PASTE_SEND:
            sources: list[tuple[str, Any]] = [("the pasted text", partial(read_pasted, text or "", title or "", published))]
        else:
            sources = [(name, partial(read_dropped, name, data, published)) for name, data in zip(names or [], contents or [], strict=True)]
        if not sources:
            raise PreventUpdate
        started = adding.start(sources, desk.join)
        return False, "" if started else "Another reading is still under way; wait until it is done."

    @app.callback(
        Output(ids.ADD_PROGRESS, "value"),
        Output(ids.ADD_PROGRESS, "hidden"),
        Output(ids.ADD_REPORT, "children", allow_duplicate=True),
        Output(ids.ADD_TICK, "disabled", allow_duplicate=True),
        Output(ids.VERSION, "data"),
        Input(ids.ADD_TICK, "n_intervals"),
        prevent_initial_call=True,
    )
    def look(_ticks: int) -> tuple[Any, ...]:
        progress = adding.progress
        fresh = [name for name, article in desk.dossier.articles.items() if article.text in progress.texts] if progress.over else []
        report = html.Div([html.P([report_words(progress), *show_button(fresh)]), problems_list(progress.problems)])
        version = desk.version if progress.over and progress.added else no_update
        return str(progress.done / max(1, progress.total)), progress.over, report, progress.over, version


def _rows(desk: Desk, query: str) -> tuple[Address, pd.DataFrame]:
    address = read_address(query)
    return address, desk.rows(address.wanted)
