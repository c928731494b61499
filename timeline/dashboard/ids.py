"""The ids of the page's components, for layout, callbacks, style sheet and client-side functions alike."""

from typing import Final

SHELL: Final = "shell"
THEME: Final = "theme"

# State that the browser holds; the address bar is where it comes from (assets/address.js).
QUERY: Final = "query"
SELECTED: Final = "selected"
RINGED: Final = "ringed"  # the same in the chart, which follows once the arrow keys rest
WINDOW: Final = "window"
WRITTEN: Final = "written"  # how days are written
LIST_FROM: Final = "list-from"
SCHEME: Final = "scheme"
SIZE: Final = "size"
VERSION: Final = "version"
SHOWN: Final = "shown"
DRAWN: Final = "drawn"
FACET_DATA: Final = "facet-data"
LIST_DATA: Final = "list-data"

HEADER: Final = "header"
TITLE: Final = "title"
COUNTS: Final = "counts"
SCHEME_SWITCH: Final = "scheme-switch"
FACETS_TOGGLE: Final = "facets-toggle"
ADD_OPEN: Final = "add-open"
EXPORT_MENU: Final = "export-menu"
HELP_OPEN: Final = "help-open"
HELP: Final = "help"

FACETS: Final = "facets"
FACET_LISTS: Final = "facet-lists"
SEARCH_BOX: Final = "search-box"
CHIPS: Final = "chips"

TOOLBAR: Final = "toolbar"
COLOUR: Final = "colour"
ORDER: Final = "order"
DAYS: Final = "days"
REPLAY: Final = "replay"
REPLAY_BOX: Final = "replay-box"
LEGEND: Final = "legend"
OVERVIEW: Final = "overview"
CHART: Final = "chart"
AXIS: Final = "axis"
CHART_BOX: Final = "chart-box"
EMPTY: Final = "empty"
READING_LIST: Final = "reading-list"

TABS: Final = "tabs"
TABLE: Final = "table"
GRID_SCRIPT: Final = "grid-script"
GRID_READY: Final = "grid-ready"  # true once that script is there
TABLE_BOX: Final = "table-box"
CLAIMS: Final = "claims"

DETAILS: Final = "details"
DETAILS_BODY: Final = "details-body"

ADD: Final = "add"
UPLOAD: Final = "upload"
PASTE_TITLE: Final = "paste-title"
PASTE_TEXT: Final = "paste-text"
PASTE_DATE: Final = "paste-date"
PASTE_SEND: Final = "paste-send"
ADD_PROGRESS: Final = "add-progress"
ADD_REPORT: Final = "add-report"
ADD_LARGE: Final = "add-large"
ADD_TICK: Final = "add-tick"

GO_TO: Final = "go-to"  # the statement that the server wants opened
RENAME: Final = "rename"  # a claim and the name that it shall have
RENAMED: Final = "renamed"  # old and new name of a claim
LEAST: Final = "least-certain"
NEXT: Final = "next-to-check"
CHECKED: Final = "checked"

PICTURE: Final = "picture"
PICTURE_SIZE: Final = "picture-size"
DOWNLOAD: Final = "download"
STATUS: Final = "status"


def export_item(kind: str) -> dict[str, str]:
    """The Export menu's item of a kind of file (png, svg, html, csv, xlsx, jsonl, parquet, copy)."""
    return {"type": "export", "kind": kind}


def correction(part: str) -> dict[str, str]:
    """A part of what corrects a row: the form's fields by column, "save", "report" and "row"; the verdicts on it."""
    return {"type": "correction", "part": part}


def undo(place: str) -> dict[str, str]:
    """A button that takes the last correction or renaming back; `place` is where it stands."""
    return {"type": "undo", "place": place}
