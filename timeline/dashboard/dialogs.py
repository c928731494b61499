"""The dialogs: adding articles, and help."""

from typing import Final

import dash_mantine_components as dmc
from dash import dcc, html

from timeline.articles.sources import MAX_BYTES
from timeline.dashboard import ids
from timeline.dashboard.markup import attributes

KEYS: Final = (
    ("/", "search the words"),
    ("← →", "with the chart in focus: the statement before, the next one"),
    ("Shift ↑ ↓", "with the chart in focus: the chosen statement's lane up or down"),
    ("+ − 0", "with the chart in focus: fewer days, more days, all of them"),
    ("Enter", "open the details of the statement"),
    ("Esc", "close what is open"),
    ("c", "the open statement is right: mark it as checked, go on to the next"),
    ("x", "it is no statement: take it off the timeline, go on to the next"),
    ("n", "the next statement to check, least certain first"),
    ("u", "undo the last filter"),
    ("r", "reset all filters"),
    ("?", "this help"),
)


def build_add() -> dmc.Modal:
    """Files to drop, text to paste, how far the reading is and what went wrong."""
    return dmc.Modal(
        [
            dcc.Upload(
                [
                    html.B("Drop articles here"),
                    " or choose files",
                    html.Br(),
                    html.Small(f"Text, Markdown, HTML, PDF, Word, or a corpus in JSON Lines; each at most {MAX_BYTES // 1_000_000} MB"),
                ],
                id=ids.UPLOAD,
                multiple=True,
                max_size=MAX_BYTES,
                className="drop",
                className_active="drop drop-over",
            ),
            dmc.Textarea(
                id=ids.PASTE_TEXT,
                label="Or paste an article, or the link to one",
                placeholder="The whole text, headline first; or https://…",
                minRows=5,
                maxRows=12,
                autosize=True,
                value="",
            ),
            html.Div(
                [
                    dmc.TextInput(id=ids.PASTE_TITLE, label="Title", placeholder="First line, if left out", value=""),
                    dmc.DateInput(
                        id=ids.PASTE_DATE,
                        label="Published on",
                        valueFormat="YYYY-MM-DD",
                        placeholder="2022-10-25",
                        clearable=True,
                        popoverProps={"position": "top-start"},  # the button below stays free
                        description="Needed only where the text does not say it",
                        inputWrapperOrder=["label", "input", "description", "error"],
                    ),
                ],
                className="pair fields",
            ),
            html.Div([html.Button("Add the text", id=ids.PASTE_SEND, className="plain strong")], className="right"),
            html.Progress(id=ids.ADD_PROGRESS, max="1", value="0", hidden=True, **attributes(aria_label="Reading articles")),
            html.Div(id=ids.ADD_LARGE, role="status", className="report", **attributes(data_largest=str(MAX_BYTES))),
            html.Div(id=ids.ADD_REPORT, role="status", className="report"),
            dcc.Interval(id=ids.ADD_TICK, interval=400, disabled=True),
        ],
        id=ids.ADD,
        title="Add articles",
        size="lg",
        opened=False,
        closeButtonProps=attributes(aria_label="Close"),
    )


def build_help() -> dmc.Modal:
    """Keys, and how to read the chart."""
    signs = (
        ("Filled mark", "said on that day"),
        ("Bar", "said on one of these days"),
        ("Hollow mark with a tail", "said on that day or before: only the publication date is known"),
        ("Shape", "what the actor does: alleges, denies, offers …"),
        ("Colour", "the stance to the claim at issue, or the claim itself"),
        ("Band with numbers", "many statements: zoom in to open it"),
    )
    return dmc.Modal(
        [
            html.H3("Reading the chart"),
            html.Dl([part for name, words in signs for part in (html.Dt(name), html.Dd(words))]),
            html.H3("Moving"),
            html.P(
                "The wheel zooms, dragging pans, a double click shows everything. Click a filter to keep only it, its ⊘ to leave it out."
            ),
            html.H3("Keys"),
            html.Dl([part for key, words in KEYS for part in (html.Dt(html.Kbd(key)), html.Dd(words))]),
            html.H3("Searching"),
            html.P(
                [
                    'All words must occur. "Two words" in quotes are a phrase, OR between words gives either, a minus leaves out: ',
                    html.Code('"joint meeting" OR probe -drone'),
                ]
            ),
        ],
        id=ids.HELP,
        title="Help",
        size="lg",
        opened=False,
        closeButtonProps=attributes(aria_label="Close"),
    )
