"""Details and claims as components. Everything from an article goes in as plain text: nothing of it is ever read as markup."""

import json
from typing import Any

import dash_mantine_components as dmc
import pandas as pd
from dash import dcc, html

from timeline.columns import STANCES
from timeline.columns import Columns as C
from timeline.dashboard import ids
from timeline.dashboard.claims_view import Change, ClaimThread
from timeline.dashboard.details import Details, Link, Piece
from timeline.dashboard.markup import attributes
from timeline.dashboard.wording import ACT_WORDS, BASIS_WORDS, DENIAL_WORDS, interval_words, legible, listed, number_words, one_line
from timeline.figure.lettering import Days
from timeline.figure.palette import STANCE_WORDS
from timeline.labels import ACTS, BY_PLACE

MARK_WORDS = {"content": "what was said", "cue": "cue", "speaker": "speaker", "date": "date"}
LANE_MOVES = (
    ("↑", "up", "Lane up (Shift ↑)"),
    ("↓", "down", "Lane down (Shift ↓)"),
    ("on top", "top", "Lane on top"),
)
RENAME_WORDS = "Give the claim another name; the name of another claim joins the two"
WEAK_TIE = "Tied to it only by where it stands in the text: it may be about something else."
ARTICLES_MOST = 20
ARTICLE_MOST = 20_000  # characters of the rest of an article that are sent with its passage


def act_icon(act: str, stance: str = "") -> html.Span:
    """The act's shape in the stance's colour, drawn by the style sheet."""
    return html.Span(className=f"icon act-{act} stance-{stance or 'none'}", **attributes(aria_hidden="true"))


def details_panel(details: Details, can_undo: bool = False, days: Days = "words") -> list[Any]:
    """The panel for one statement."""
    row = details.row.map(lambda value: legible(value) if isinstance(value, str) else value)
    act, stance = str(row[C.ACT]), str(row[C.STANCE])
    return [
        html.Div(
            [
                html.Div([act_icon(act, stance), html.B(ACT_WORDS[act]), *_denial(row), *_checked(row)], className="act-line"),
                html.Button("×", className="plain square", title="Close (Esc)", **attributes(aria_label="Close", data_action="close")),
            ],
            className="panel-head",
        ),
        html.H2(details.who, **attributes(data_statement=str(row[C.STATEMENT_ID]))),
        html.P(
            [
                html.Button(
                    "Only this actor", className="link quiet", **attributes(data_action="only-actor", data_value=str(details.row[C.ACTOR]))
                ),
                html.Span("Lane", className="quiet"),
                *(
                    html.Button(
                        sign,
                        className="link quiet",
                        title=words,
                        **attributes(data_action=action, data_value=str(details.row[C.ACTOR]), aria_label=words),
                    )
                    for sign, action, words in LANE_MOVES
                ),
            ],
            className="actor-links",
        ),
        html.P([html.Span(details.said, className="said"), *_circumstances(row)]),
        html.Blockquote([_piece(piece) for piece in details.passage]),
        html.P(
            [
                html.Span(words, className=f"mark-{mark}")
                for mark, words in MARK_WORDS.items()
                if any(p.mark == mark for p in details.passage)
            ],
            className="mark-key",
        ),
        *_source(details, row, days),
        html.H3("Date"),
        html.P(str(row[C.SAID_WHY]) or BASIS_WORDS[str(row[C.SAID_BASIS])]),
        html.P(["Dated by: ", BASIS_WORDS[str(row[C.SAID_BASIS])], html.Code(str(row[C.SAID_EDTF]))], className="small"),
        *_matter(row, days),
        html.H3("Claim"),
        *_claim(row, str(details.row[C.CLAIM])),
        *_links("Answers", details.answers),
        *_links("Answered by", details.answered_by),
        *_links("Said together with", details.together),
        html.H3("Why it is read so"),
        html.Dl(_reasons(row), className="reasons"),
        _correction_form(details.row),
        _check_bar(row, can_undo),
    ]


def _denial(row: pd.Series) -> list[Any]:
    kind = str(row[C.DENIAL])
    return [html.Span(DENIAL_WORDS.get(kind, kind), className="tag")] if kind else []


def _checked(row: pd.Series) -> list[Any]:
    return [html.Span("✓ checked", className="tag", title="A person has checked or corrected this row")] if row[C.CHECKED] else []


def _circumstances(row: pd.Series) -> list[Any]:
    parts = [f"to {row[C.ADDRESSEE]}" if row[C.ADDRESSEE] else "", str(row[C.MEDIUM]), f"through {row[C.VIA]}" if row[C.VIA] else ""]
    words = ", ".join(part for part in parts if part)
    return [html.Span(words, className="quiet")] if words else []


def _piece(piece: Piece) -> Any:
    text = legible(piece.text)
    return html.Mark(text, className=f"mark-{piece.mark}", title=MARK_WORDS[piece.mark]) if piece.mark else text


def _source(details: Details, row: pd.Series, days: Days) -> list[Any]:
    url = str(row[C.URL])
    title = str(row[C.TITLE]) or str(row[C.SOURCE_ID])
    link = html.A(title, href=url, target="_blank", rel="noopener noreferrer") if url.startswith(("https://", "http://")) else title
    reported = "" if pd.isna(row[C.REPORTED]) else f", {interval_words(row[C.REPORTED], row[C.REPORTED], days)}"
    parts: list[Any] = [html.P([html.Cite(link), html.Span(f" {row[C.PUBLISHER]}{reported}", className="quiet")], className="source")]
    if details.before.strip() or details.after.strip():
        parts.append(
            html.Details(
                [
                    html.Summary("The whole article"),
                    html.Div(
                        [
                            legible(details.before[-ARTICLE_MOST:]),
                            *[_piece(piece) for piece in details.passage],
                            details.after[:ARTICLE_MOST],
                        ],
                        className="article-text",
                        tabIndex=0,
                        role="region",
                        **attributes(aria_label="The whole article"),
                    ),
                ]
            )
        )
    return parts


def _matter(row: pd.Series, days: Days) -> list[Any]:
    if pd.isna(row[C.ABOUT_START]) and pd.isna(row[C.ABOUT_END]):
        return []
    return [html.P(["Speaks of: ", interval_words(row[C.ABOUT_START], row[C.ABOUT_END], days)], className="small")]


def _claim(row: pd.Series, raw: str) -> list[Any]:
    claim, stance = str(row[C.CLAIM]), str(row[C.STANCE])
    if not claim:
        return [html.P("Shares no claim with another statement.", className="quiet")]
    focus = html.Button("Keep in colour", className="link quiet", **attributes(data_action="focus", data_value=raw))
    only = html.Button("Only this claim", className="link quiet", **attributes(data_action="only-claim", data_value=raw))
    side = html.Span(STANCE_WORDS[stance], className=f"tag stance-{stance or 'none'}")
    rename = html.Button("Rename", className="link quiet", title=RENAME_WORDS, **attributes(data_action="rename", data_value=raw))
    return [
        html.Div(
            [html.P([side, " ", html.Span(claim, className="claim-name")]), html.P([focus, only, rename], className="actor-links")],
            className="renames",
        ),
        *_tie(row),
    ]


def _tie(row: pd.Series) -> list[Any]:
    """What ties a statement to its claim; a warning where it is no more than where it stands."""
    tie, stance = str(row[C.CLAIM_WHY]), str(row[C.STANCE_WHY])
    if not tie:
        return []
    if tie == BY_PLACE:
        return [html.P(WEAK_TIE, className="small weak")]
    act = stance.removeprefix("act: ")
    told = [html.P(["Side told by: ", stance if act == stance else f"the act “{act}”"], className="small")] if stance else []
    return [html.P(["Tied to it by: ", tie], className="small"), *told]


def _links(heading: str, links: tuple[Link, ...]) -> list[Any]:
    if not links:
        return []
    return [html.H3(heading), html.Ul([html.Li(_jump(link.words, link.statement_id, link.apart)) for link in links], className="jumps")]


def _jump(words: str, statement_id: str, apart: str = "") -> list[Any]:
    button = html.Button(words, className="link", **attributes(data_action="select", data_value=statement_id))
    return [button, html.Span(apart, className="apart")] if apart else [button]


def _reasons(row: pd.Series) -> list[Any]:
    reasons = {
        "Attribution": str(row[C.RULE]),
        "Act": str(row[C.ACT_RULE]),
        "Cue": str(row[C.CUE]),
        "Quotation": str(row[C.QUOTATION]),
        "Confidence": "checked by a person" if row[C.CHECKED] else f"{row[C.CONFIDENCE]:.0%}",
        "Id": str(row[C.STATEMENT_ID]),
    }
    return [part for name, words in reasons.items() if words for part in (html.Dt(name), html.Dd(words))]


def _correction_form(row: pd.Series) -> html.Details:
    def day(column: str) -> str:
        return "" if pd.isna(row[column]) else f"{row[column]:%Y-%m-%d}"

    fields = [
        dmc.TextInput(id=ids.correction(C.ACTOR), label="Who", value=str(row[C.ACTOR]), size="xs"),
        dmc.TextInput(id=ids.correction(C.AFFILIATION), label="For whom", value=str(row[C.AFFILIATION]), size="xs"),
        dmc.TextInput(id=ids.correction(C.SAID_START), label="First day", value=day(C.SAID_START), placeholder="open", size="xs"),
        dmc.TextInput(id=ids.correction(C.SAID_END), label="Last day", value=day(C.SAID_END), placeholder="open", size="xs"),
        dmc.Select(id=ids.correction(C.ACT), label="Act", value=str(row[C.ACT]), size="xs", allowDeselect=False, data=list(ACTS)),
        dmc.Select(
            id=ids.correction(C.STANCE),
            label="Stance",
            value=str(row[C.STANCE]) or "none",
            size="xs",
            allowDeselect=False,
            data=[*STANCES, "none"],
        ),
        html.Div(dmc.TextInput(id=ids.correction(C.CLAIM), label="Claim", value=str(row[C.CLAIM]), size="xs"), className="wide"),
    ]
    buttons = [
        html.Button("Save", id=ids.correction("save"), className="plain strong small"),
    ]
    return html.Details(
        [
            html.Summary("Correct this"),
            html.Div(fields, className="form"),
            html.Div(buttons, className="right"),
            html.P(id=ids.correction("report"), role="status", className="small"),
        ],
        className="correct",
    )


def _check_bar(row: pd.Series, can_undo: bool) -> html.Div:
    """At the panel's foot, always in sight: right or no statement at all, on to the next one, and the way back."""
    checked, statement = bool(row[C.CHECKED]), bool(row[C.IS_STATEMENT])

    def button(verdict: str, words: str, title: str, hidden: bool, look: str = "") -> html.Button:
        return html.Button(words, id=ids.correction(verdict), className=f"plain small {look}", title=title, hidden=hidden)

    return html.Div(
        [
            button("right", "Right, next", "Mark as checked, go on to the next (c)", checked, "strong"),
            button("unchecked", "Not checked after all", "It comes up for checking again", not checked),
            html.Button("Correct", className="plain small", title="Set values right", **attributes(data_action="correct")),
            button("none", "No statement", "Take it off the timeline, go on to the next (x)", not statement, "off"),
            button("statement", "A statement", "Put it on the timeline, go on to the next", statement),
            html.Button(
                "Next to check" if checked else "Skip", className="plain small", title="The next one (n)", **attributes(data_action="next")
            ),
            _undo_button("details", can_undo),
            dcc.Store(id=ids.correction("row"), data=str(row[C.STATEMENT_ID])),  # what is said here is said of the row that one sees
        ],
        className="check-bar",
    )


def _undo_button(place: str, can_undo: bool) -> html.Button:
    words = "Undo the last correction"
    return html.Button(
        "Undo", id=ids.undo(place), className="link quiet small", title=words, hidden=not can_undo, **attributes(aria_label=words)
    )


def claims_panel(
    threads: list[ClaimThread], changes: list[Change], claims: int = 0, changed: int = 0, days: Days = "words", can_undo: bool = False
) -> list[Any]:
    """The Claims view; `claims` and `changed` are how many there are in all."""
    if not threads and not changes:
        return [html.P("No claim that two statements share is among those shown.", className="note")]
    parts: list[Any] = []
    if changes:
        parts += [html.H2("Changes of position"), *(_change(change, days) for change in changes), *_more(changed - len(changes))]
    if threads:
        parts += [
            html.Div([html.H2("Claims"), _undo_button("claims", can_undo)], className="claims-head"),
            *(_thread(thread, number == 0, days) for number, thread in enumerate(threads)),
            *_more(claims - len(threads)),
        ]
    return parts


def _more(number: int) -> list[Any]:
    return [html.P(f"and {number:,} more: narrow the filter to see them", className="note")] if number > 0 else []


def _change(change: Change, days: Days) -> html.Section:
    sides = [_side(words, row, days) for words, row in (("Earlier", change.earlier), ("Later", change.later))]
    return html.Section([html.H3(legible(f"{change.actor}: {change.claim}")), html.Div(sides, className="pair")], className="change")


def _side(words: str, row: pd.Series, days: Days) -> html.Div:
    act, stance = str(row[C.ACT]), str(row[C.STANCE])
    head: list[Any] = [
        act_icon(act, stance),
        f"{words}: {interval_words(row[C.SAID_START], row[C.SAID_END], days)}, {STANCE_WORDS[stance]}",
    ]
    quotation = html.Button(
        " ".join(legible(row[C.CONTENT]).split()), className="link", **attributes(data_action="select", data_value=str(row[C.STATEMENT_ID]))
    )
    return html.Div([html.P(head, className="small"), html.Blockquote(quotation)])


def _item(row: pd.Series, days: Days) -> dict[str, str]:
    return {"id": str(row[C.STATEMENT_ID]), "words": one_line(row, days)}


def _drawn_list(items: list[dict[str, str]]) -> html.Ol:
    """A list of statements that assets/jumps.js draws: hundreds of lines as components would hold the browser up for half a minute."""
    return html.Ol(className="jumps", **attributes(data_items=json.dumps(items)))


def _thread(thread: ClaimThread, opened: bool, days: Days) -> html.Div:
    sides = [("affirm", thread.affirming), ("refute", thread.refuting), ("neutral", thread.neutral)]
    summary = [
        html.Span(legible(thread.claim), className="claim-name"),
        html.Span(number_words(thread.total, "statement"), className="quiet"),
        *(
            html.Span(
                f"{len(names)} {'affirm' if s == 'affirm' else 'refute' if s == 'refute' else 'neutral'}", className=f"tag stance-{s}"
            )
            for s, names in sides
            if names
        ),
    ]
    body: list[Any] = [
        html.Dl(
            [part for stance, names in sides if names for part in (html.Dt(STANCE_WORDS[stance]), html.Dd(listed(names, 12)))],
            className="reasons",
        )
    ]
    if thread.open:
        until = interval_words(thread.as_of, thread.as_of, days)
        items = [{"accused": f"{legible(accused) or 'the accused'}:", **_item(row, days)} for accused, row in thread.open]
        body.append(html.Div([html.P(f"No recorded answer as of {until} from"), _drawn_list(items)], className="silent"))
    focus = html.Button("Keep in colour", className="plain small", **attributes(data_action="focus", data_value=thread.claim))
    only = html.Button("Show only this", className="plain small", **attributes(data_action="only-claim", data_value=thread.claim))
    body.append(html.P([focus, only]))
    items = [{"icon": f"act-{row[C.ACT]} stance-{row[C.STANCE] or 'none'}", **_item(row, days)} for _, row in thread.rows.iterrows()]
    body.append(_drawn_list(items))
    if len(thread.loose):
        body.append(html.P("Only their place in the text ties these to the claim; they may be about something else", className="note"))
        body.append(_drawn_list([_item(row, days) for _, row in thread.loose.iterrows()]))
    listed_here = len(thread.rows) + len(thread.loose)
    if thread.total > listed_here:
        body.append(html.P(f"and {thread.total - listed_here:,} more in the table", className="note"))
    rename = html.Button(
        "Rename", className="link quiet small", title=RENAME_WORDS, **attributes(data_action="rename", data_value=thread.claim)
    )
    return html.Div([html.Details([html.Summary(summary), *body], open=opened, className="thread"), rename], className="renames")


def show_button(articles: list[str]) -> list[Any]:
    """A button that shows only the statements of these articles (their `source_id`s); none for so many that nobody would look."""
    if not 0 < len(articles) <= ARTICLES_MOST:
        return []
    return [
        " ",
        html.Button("Show only these", className="plain small", **attributes(data_action="articles", data_value=json.dumps(articles))),
    ]


def problems_list(problems: tuple[str, ...]) -> Any:
    """What went wrong with the articles added, one sentence each."""
    return html.Ul([html.Li(words) for words in problems], className="problems") if problems else ""
