"""The page: header, filter column, chart with its tools, the views under it, and the panel that explains a statement."""

from typing import Any, Final
from urllib.parse import quote

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import dcc, html

from timeline.dashboard import ids
from timeline.dashboard.dialogs import build_add, build_help
from timeline.dashboard.markup import attributes
from timeline.dashboard.picture import SIZES
from timeline.dashboard.table import CARD, COLUMNS
from timeline.figure.layout import CONFIG
from timeline.figure.palette import DARK, FONT, LIGHT, Theme
from timeline.figure.symbols import SYMBOLS

# A double click is answered by assets/chart.js; the width is set by the server, which draws for it.
SETTINGS: Final[Any] = {**CONFIG, "doubleClick": False, "responsive": False}
EXPORTS: Final = (
    ("Picture", (("png", "PNG of this view"), ("copy", "Copy the picture"), ("svg", "SVG"), ("pdf", "PDF"), ("html", "Web page (HTML)"))),
    ("Table", (("csv", "CSV"), ("xlsx", "Excel (XLSX)"), ("jsonl", "JSON Lines"), ("parquet", "Parquet"))),
    ("For other programs", (("timelinejs", "TimelineJS sheet"), ("claims", "Claims (JSON-LD)"))),
)


NARROW: Final = 600  # pixels; in a narrower window the table shows each statement as a card
VIEWS: Final = (("chart", "Chart"), ("statements", "Statements"), ("claims", "Claims"))


def index_string(language: str = "en") -> str:
    """The page's frame: colours from the figure's palette as CSS variables, the acts' shapes for the filter column.

    Plotly's script is not among the page's: Dash asks for it when the chart's place is there, and while it loads, the server draws.
    """
    shapes = "".join(f'.act-{act}{{--shape:url("{_svg(symbol.outline)}")}}' for act, symbol in SYMBOLS.items())
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
{{%metas%}}
<title>{{%title%}}</title>
<link rel="icon" href="data:,">
{{%css%}}
<style>:root{{{_variables(LIGHT)}--font:{FONT}}}[data-mantine-color-scheme="dark"]{{{_variables(DARK)}}}{shapes}</style>
</head>
<body>
{{%app_entry%}}
<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer>
</body>
</html>"""


def _svg(outline: str) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='-1.1 -1.1 2.2 2.2'><path d='{outline}'/></svg>"
    return "data:image/svg+xml," + quote(svg, safe="/:='")


def _variables(theme: Theme) -> str:
    plain = {name: getattr(theme, name) for name in ("paper", "ink", "quiet", "rule", "card")}
    stances = {f"stance-{name or 'none'}": colour for name, colour in theme.stances.items()}
    claims = {f"claim-{number}": colour for number, colour in enumerate(theme.claims)}
    return "".join(f"--{name}:{colour};" for name, colour in (plain | stances | claims).items())


def build_page() -> dmc.MantineProvider:
    """The whole page, empty of data: callbacks fill it."""
    return dmc.MantineProvider(
        html.Div(
            [
                *_state(),
                html.A("Skip to the chart", href=f"#{ids.CHART_BOX}", className="skip"),
                build_header(),
                html.Div([build_facets(), build_main(), build_details()], className="columns"),
                build_add(),
                build_help(),
                html.Div(id=ids.STATUS, role="status", className="status", **attributes(aria_live="polite")),
            ],
            id=ids.SHELL,
            className="shell",
        ),
        id=ids.THEME,
        forceColorScheme="light",
        theme={"fontFamily": FONT, "primaryColor": "dark", "defaultRadius": "sm", "cursorType": "pointer"},
    )


def _state() -> list[Any]:
    names = (
        ids.QUERY,
        ids.SELECTED,
        ids.RINGED,
        ids.WINDOW,
        ids.WRITTEN,
        ids.LIST_FROM,
        ids.SCHEME,
        ids.SIZE,
        ids.VERSION,
        ids.SHOWN,
        ids.DRAWN,
        ids.FACET_DATA,
        ids.LIST_DATA,
        ids.GRID_READY,
        ids.GO_TO,
        ids.RENAME,
        ids.RENAMED,
        ids.PICTURE,
    )
    return [*(dcc.Store(id=name) for name in names), dcc.Download(id=ids.DOWNLOAD)]


def build_header() -> html.Header:
    """Title and counts at the left, what one does with the whole at the right."""
    return html.Header(
        [
            html.Button("Filters", id=ids.FACETS_TOGGLE, className="plain narrow-only", **attributes(aria_controls=ids.FACETS)),
            html.Div([html.H1(id=ids.TITLE), html.P(id=ids.COUNTS)], className="titles"),
            html.Nav(
                [html.Button(words, className="link", **attributes(data_action="view", data_value=view)) for view, words in VIEWS],
                className="views",
                **attributes(aria_label="Views"),
            ),
            html.Div(
                [
                    html.Button("Add articles", id=ids.ADD_OPEN, className="plain"),
                    _export_menu(),
                    html.Button(
                        "?", id=ids.HELP_OPEN, className="plain square", title="Keys and signs (?)", **attributes(aria_label="Help")
                    ),
                    html.Button(
                        "◐", id=ids.SCHEME_SWITCH, className="plain square", title="Light or dark", **attributes(aria_label="Light or dark")
                    ),
                ],
                className="tools",
            ),
        ],
        id=ids.HEADER,
    )


def _export_menu() -> html.Details:
    groups: list[Any] = []
    for heading, kinds in EXPORTS:
        groups.append(html.H3(heading))
        if heading == "Picture":
            sizes = [{"value": name, "label": size.words} for name, size in SIZES.items()]
            size = dmc.SegmentedControl(id=ids.PICTURE_SIZE, data=sizes, value="article", size="xs", fullWidth=True)
            groups.append(html.Div(size, role="group", title="How wide the picture is", **attributes(aria_label="Width of the picture")))
        groups += [html.Button(words, id=ids.export_item(kind), n_clicks=0, className="item") for kind, words in kinds]
    return html.Details(
        [html.Summary("Export", id=ids.EXPORT_MENU, className="plain strong"), html.Div(groups, className="menu-body")], className="menu"
    )


def build_facets() -> html.Aside:
    """The filter column; assets/facets.js draws search and facets into it."""
    return html.Aside(
        [
            html.Div(id=ids.SEARCH_BOX, role="search"),
            html.Div(id=ids.FACET_LISTS),
        ],
        id=ids.FACETS,
        **attributes(aria_label="Filters"),
    )


def build_main() -> html.Main:
    """Chips of the filter, the chart with its tools, and the views under it."""
    return html.Main(
        [
            html.Div(id=ids.CHIPS, className="chips"),
            html.Div(
                [
                    _switch("Colour", ids.COLOUR, [("stance", "Stance"), ("claim", "Claim")]),
                    _switch("Order", ids.ORDER, [("first", "First"), ("number", "Most"), ("name", "A–Z")]),
                    _switch("Dates", ids.DAYS, [("words", "24 Oct"), ("german", "24.10."), ("iso", "10-24")]),
                    html.Div(id=ids.LEGEND, className="legend"),
                    html.Button("Replay", id=ids.REPLAY, className="plain small", title="Show only what had been published by a day"),
                ],
                id=ids.TOOLBAR,
                className="toolbar",
            ),
            html.Div(
                id=ids.REPLAY_BOX,
                className="replay",
                hidden=True,
            ),
            html.Div(id=ids.OVERVIEW, hidden=True),
            html.Div(
                [
                    html.Div(id=ids.AXIS, className="axis", hidden=True, **attributes(aria_hidden="true")),
                    dcc.Graph(
                        id=ids.CHART,
                        config=SETTINGS,
                        responsive=False,
                        style={"width": "100%"},
                    ),
                    html.Div(id=ids.EMPTY, className="empty", hidden=True),
                ],
                id=ids.CHART_BOX,
                tabIndex=0,
                role="application",
                **attributes(aria_label="Timeline. Arrow keys go from statement to statement, Enter opens the details."),
            ),
            html.Div(id=ids.READING_LIST, className="for-readers"),
            _tabs(),
        ]
    )


def _switch(label: str, name: str, choices: list[tuple[str, str]]) -> html.Div:
    control = dmc.SegmentedControl(
        id=name, data=[{"value": value, "label": words} for value, words in choices], value=choices[0][0], size="xs"
    )
    return html.Div([html.Span(label, className="label", id=f"{name}-label"), control], className="switch")


def _tabs() -> dmc.Tabs:
    return dmc.Tabs(
        [
            dmc.TabsList([dmc.TabsTab(words, value=view) for view, words in VIEWS[1:]]),
            dmc.TabsPanel([_review(), html.Div(id=ids.TABLE_BOX, className="table-box")], value="statements"),
            dmc.TabsPanel(html.Div(id=ids.CLAIMS), value="claims"),
        ],
        id=ids.TABS,
        value="statements",
        color="gray",
        keepMounted=True,
    )


def _review() -> html.Div:
    """The way through what nobody has checked yet."""
    return html.Div(
        [
            html.Button(
                "Least certain first", id=ids.LEAST, className="plain small", title="Sort by confidence", **attributes(aria_pressed="false")
            ),
            html.Button("Next to check", id=ids.NEXT, className="plain small", title="Open the least certain one not yet checked (n)"),
            html.Span(id=ids.CHECKED, className="quiet"),
        ],
        className="review",
    )


def build_table(narrow: bool = False) -> dag.AgGrid:
    """The grid: rows come from the server in blocks as one scrolls, sorted there. In a narrow window a row is a card."""
    columns = [{**column, "hide": True} for column in COLUMNS] + [CARD] if narrow else [dict(column) for column in COLUMNS]
    return dag.AgGrid(
        id=ids.TABLE,
        rowModelType="infinite",
        columnDefs=columns,
        defaultColDef={"sortable": True, "resizable": True, "filter": False, "suppressMovable": False},
        getRowId="params.data.id",
        dashGridOptions={
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
            "cacheBlockSize": 100,
            "maxBlocksInCache": 20,
            "infiniteInitialRowCount": 1,
            "blockLoadDebounceMillis": 60,
            "rowHeight": 92 if narrow else 32,
            "headerHeight": 0 if narrow else 32,
            "animateRows": False,
            "suppressCellFocus": False,
            "suppressNoRowsOverlay": True,
            "theme": {"function": "themeQuartz"},
        },
        style={"height": "max(360px, calc(100vh - 172px))", "width": "100%"},
    )


def build_details() -> html.Aside:
    """The panel at the right (below on a phone); closed until a statement is chosen."""
    return html.Aside(
        html.Div(id=ids.DETAILS_BODY),
        id=ids.DETAILS,
        hidden=True,
        tabIndex=-1,
        **attributes(aria_label="Details of the chosen statement"),
    )
