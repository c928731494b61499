"""The chart as a whole: what is drawn of an event table, and that the counts stay right however little of it is drawn singly."""

import base64
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.errors import ExportError
from timeline.figure import View, figure
from timeline.figure.symbols import SYMBOLS
from timeline.figure.ticks import fixed_ticks
from timeline.figure.timescale import Scale
from timeline.labels import ACTS

FERRY = "The ferry was unsafe"
ROWS: list[tuple[str, str, str, str | None, str | None, str, str, str, str, list[str]]] = [
    # id, actor, affiliation, first and last day, act, claim, stance, content, what it answers
    (
        "a1",
        "Harbour Union",
        "Harbour Union",
        "2023-03-06",
        "2023-03-06",
        "allege",
        FERRY,
        "affirm",
        "the ferry sailed with a broken door",
        [],
    ),
    ("a2", "Ida Moen", "Northline", "2023-03-07", "2023-03-07", "deny", FERRY, "refute", "that is <b>wrong</b> & unfair", ["a1"]),
    ("a3", "Ida Moen", "Northline", "2023-03-07", "2023-03-07", "offer", "", "", "the union may inspect every ship", []),
    ("a4", "Per Dahl", "Northline", "2023-03-01", "2023-03-31", "promise", FERRY, "neutral", "the doors will be checked", ["a1"]),
    ("a5", "The Coast Post", "", None, "2023-03-12", "allege", FERRY, "affirm", "the company knew", []),
    ("a6", "a clerk", "", "2023-03-10", "2023-03-10", "state", "", "", "papers were filed", []),
]


def table(rows: Sequence[Sequence[Any]] = ROWS) -> pd.DataFrame:
    names = [C.STATEMENT_ID, C.ACTOR, C.AFFILIATION, C.SAID_START, C.SAID_END, C.ACT, C.CLAIM, C.STANCE, C.CONTENT, C.IN_REPLY_TO]
    events = pd.DataFrame([list(row) for row in rows], columns=names)
    for name in (C.SAID_START, C.SAID_END):
        events[name] = pd.to_datetime(events[name]).astype("datetime64[s]")
    events[C.REPORTED] = events[C.SAID_END]
    events[C.ACTOR_KIND] = ["press" if "Post" in actor else "person" for actor in events[C.ACTOR]]
    events[C.ROLE] = ["captain" if actor == "Ida Moen" else "" for actor in events[C.ACTOR]]
    events[[C.PUBLISHER, C.TITLE, C.SAID_TEXT, C.QUOTATION]] = ["Coast Post", "Ferry row", "", "indirect"]
    return events


def trace(fig: go.Figure, name: str) -> dict[str, Any] | None:
    return next((one.to_plotly_json() for one in fig.data if one.name == name), None)


def drawn_by_act(fig: go.Figure) -> list[int]:
    """How many statements of each act a reader can see, singly and in bands."""
    found = np.zeros(len(ACTS), dtype=int)
    marks, bands = trace(fig, "statements"), trace(fig, "bands")
    by_marker = {symbol.marker: ACTS.index(act) for act, symbol in SYMBOLS.items()}
    for symbol in marks["marker"]["symbol"] if marks else []:
        found[by_marker[symbol]] += 1
    if bands:
        found += np.asarray(bands["customdata"]).astype(int).sum(axis=(0, 1))
    return found.tolist()


def test_one_mark_a_statement_with_its_id_first() -> None:
    marks = trace(figure(table()), "statements")
    assert marks is not None
    assert [card[0] for card in marks["customdata"]] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert marks["marker"]["symbol"][:3] == ["triangle-up", "x", "diamond"]


def test_marks_stand_on_their_day() -> None:
    marks = trace(figure(table(), View(start=date(2023, 3, 1), end=date(2023, 3, 31))), "statements")
    assert marks is not None
    days = [str(np.datetime64(int(when), "ms").astype("datetime64[D]")) for when in marks["x"]]
    assert days == ["2023-03-06", "2023-03-07", "2023-03-07", "2023-03-16", "2023-03-12", "2023-03-10"]
    assert len(set(zip(marks["x"], marks["y"], strict=True))) == 6


def test_interval_is_a_bar_and_open_date_a_hollow_mark_with_a_tail() -> None:
    fig = figure(table())
    bars = [one for one in fig.data if one.type == "bar"]
    assert len(bars) == 2
    assert (bars[0].base[0], bars[0].x[0]) == (np.datetime64("2023-03-01", "ms").astype(int), 31 * 86_400_000)
    marks = trace(fig, "statements")
    assert marks is not None
    assert [colour == "#ffffff" for colour in marks["marker"]["color"]] == [False, False, False, False, True, False]
    tail = bars[1]
    assert all(base + length == marks["x"][4] for base, length in zip(tail.base, tail.x, strict=True))


def test_lanes_are_grouped_by_affiliation_with_press_and_others_apart() -> None:
    lanes = figure(table()).layout.meta["lanes"]
    assert [(lane["name"], lane["group"]) for lane in lanes] == [
        ("Harbour Union", "Harbour Union"),
        ("Ida Moen", "Northline"),
        ("Per Dahl", "Northline"),
        ("The Coast Post", "The press"),
        ("a clerk", "Others"),
    ]


@pytest.mark.parametrize(
    ("view", "names"),
    [
        (View(order="name"), ["Harbour Union", "Ida Moen", "Per Dahl", "The Coast Post", "a clerk"]),
        (View(order="number"), ["Ida Moen", "Per Dahl", "Harbour Union", "The Coast Post", "a clerk"]),
        (View(actors=("Per Dahl",)), ["Per Dahl", "Ida Moen", "Harbour Union", "The Coast Post", "a clerk"]),
        (View(folded=frozenset({"Northline"})), ["Harbour Union", "Northline", "The Coast Post", "a clerk"]),
        (View(lanes=2), ["Northline", "Others"]),
        (View(lanes=1), ["Others"]),
    ],
)
def test_orders_and_folding(view: View, names: list[str]) -> None:
    fig = figure(table(), view)
    assert [lane["name"] for lane in fig.layout.meta["lanes"]] == names
    assert sum(lane["count"] for lane in fig.layout.meta["lanes"]) == 6
    assert sum(drawn_by_act(fig)) == 6


def test_words_of_an_article_are_shown_and_not_obeyed() -> None:
    hostile = [list(row) for row in ROWS]
    hostile[1][1] = "<a href='javascript:alert(1)'>Ida</a>"
    hostile[1][2] = "<script>x</script>"
    events = table(hostile)
    events[C.TITLE] = "<i>%{y}</i>"
    for view in (View(), View(printed=True, title="<b>T</b>", caption="<i>c</i>"), View(colour="claim", legend=True)):
        fig = figure(events, view)
        shown = [str(note.text) for note in fig.layout.annotations]
        for one in fig.data:
            shown += [str(one.name), str(one.text)]
            if one.name == "statements":
                shown += [words for card in one.customdata for words in card[1:]]
        for bad in ("<a href", "<script", "<b>wrong", "<i>%{y}", "<b>T</b></b>", "<i>c<"):
            assert not any(bad in words for words in shown), (bad, view)
        assert any("&lt;a href" in words for words in shown)


def test_the_card_tells_actor_day_act_way_words_claim_and_source() -> None:
    events = table().assign(denial="partial", medium="letter", addressee="the ministry", via="Wire <b>One</b>")
    marks = trace(figure(events), "statements")
    assert marks is not None
    assert marks["customdata"][1][1:] == [
        "Ida Moen · captain",
        "7 March 2023 · <b>denies</b> (partial)<br>letter · to the ministry · via Wire &lt;b&gt;One&lt;/b&gt;",
        "that is &lt;b&gt;wrong&lt;/b&gt; &amp; unfair",
        "Refutes it: The ferry was unsafe",
        "<i>Coast Post · Ferry row</i>",
    ]


def test_a_name_of_ten_thousand_letters_does_no_harm() -> None:
    rows = [list(row) for row in ROWS]
    rows[0][1], rows[0][2], rows[0][8] = "N" * 10_000, "A" * 10_000, "word " * 5_000
    started = time.process_time()
    for view in (View(), View(printed=True), View(width=360)):
        fig = figure(table(rows), view)
        assert max(len(str(note.text)) for note in fig.layout.annotations) < 900
    assert time.process_time() - started < 3


@pytest.mark.parametrize("printed", [False, True])
def test_nothing_to_draw_says_so(printed: bool) -> None:
    fig = figure(table().iloc[:0], View(printed=printed))
    assert fig.layout.annotations[0].text == "No statements match"
    undated = table().assign(said_start=pd.NaT, said_end=pd.NaT, reported=pd.NaT)
    assert "date" in figure(undated).layout.annotations[0].text


def test_rows_without_any_day_are_counted() -> None:
    events = table()
    events.loc[0, [C.SAID_START, C.SAID_END, C.REPORTED]] = pd.NaT
    fig = figure(events, View(printed=True))
    assert (fig.layout.meta["rows"], fig.layout.meta["undated"]) == (5, 1)
    assert any("1 statement" in str(note.text) for note in fig.layout.annotations)


def test_chosen_claim_stands_out_with_arrows_from_answer_to_answered() -> None:
    fig = figure(table(), View(claim=FERRY))
    marks = trace(fig, "statements")
    assert marks is not None
    assert [opacity == 1 for opacity in marks["marker"]["opacity"]] == [True, True, False, True, True, False]
    arrows = trace(fig, "answers")
    assert arrows is not None
    assert list(arrows["x"]).count(None) == 2
    assert any(note.text == "1 day" for note in fig.layout.annotations)
    assert trace(figure(table(), View(claim=FERRY, arrows=False)), "answers") is None
    assert trace(figure(table()), "answers") is None


def test_selected_statement_is_ringed_and_an_unknown_one_ignored() -> None:
    ring, marks = trace(figure(table(), View(selected="a4")), "selected"), trace(figure(table()), "statements")
    assert ring is not None
    assert marks is not None
    assert (ring["x"][0], ring["y"][0]) == (marks["x"][3], marks["y"][3])
    assert trace(figure(table(), View(selected="nobody")), "selected") is None


def test_columns_that_the_picture_does_not_need_may_be_missing() -> None:
    events = table().drop(columns=[C.IN_REPLY_TO, C.TITLE, C.PUBLISHER, C.SAID_TEXT, C.QUOTATION, C.CONTENT, C.CLAIM])
    assert sum(drawn_by_act(figure(events, View(claim="x", selected="a1")))) == 6
    assert figure(events, View(printed=True, colour="claim")).layout.height > 100


def test_the_table_is_left_as_it_was() -> None:
    events = table()
    before = events.copy()
    figure(events, View(printed=True, claim=FERRY))
    pd.testing.assert_frame_equal(events, before)


@settings(max_examples=60, deadline=None)
@given(
    size=st.tuples(st.integers(1, 1500), st.integers(1, 60), st.sampled_from([1, 9, 60, 730, 9000])),
    seed=st.integers(0, 5),
    window=st.none() | st.tuples(st.integers(0, 700), st.integers(0, 300)),
    claim=st.booleans(),
    view=st.builds(
        View,
        detail=st.integers(1, 300),
        lanes=st.integers(1, 40),
        colour=st.sampled_from(["stance", "claim"]),
        printed=st.booleans(),
        width=st.sampled_from([390, 1200, 2400]),
    ),
)
def test_counts_by_act_are_exact(size: tuple[int, int, int], seed: int, window: tuple[int, int] | None, claim: bool, view: View) -> None:
    """Whatever is drawn singly or in bands: together they are the rows in view, act by act; no denial is lost."""
    events = synthetic_events(*size, seed=seed)
    start = end = None
    first, last = events[C.SAID_START].fillna(events[C.SAID_END]), events[C.SAID_END]
    seen = pd.Series(True, index=events.index)
    if window:
        start = date.fromordinal(date(2022, 1, 1).toordinal() + window[0])
        end = date.fromordinal(start.toordinal() + window[1])
        seen = (last >= pd.Timestamp(start)) & (first <= pd.Timestamp(end))
    chosen = str(events[C.CLAIM].iloc[0]) if claim else ""
    selected = "s0" if seed % 2 else ""
    fig = figure(events, replace(view, start=start, end=end, claim=chosen, selected=selected))
    expected = events.loc[seen, C.ACT].value_counts()
    assert drawn_by_act(fig) == [int(expected.get(act, 0)) for act in ACTS]
    assert fig.layout.meta["rows"] == int(seen.sum())
    assert fig.layout.meta["singles"] <= view.detail


def test_bands_open_up_as_one_zooms_in() -> None:
    events = synthetic_events(20_000)
    wide = figure(events).layout.meta
    month = figure(events, View(start=date(2022, 10, 1), end=date(2022, 10, 31))).layout.meta
    day = figure(events, View(start=date(2022, 10, 4), end=date(2022, 10, 5))).layout.meta
    assert wide["singles"] / wide["rows"] < 0.05
    assert month["unit"] == "day"
    assert day["singles"] == day["rows"] > 0
    assert [lane["name"] for lane in wide["lanes"]] == [lane["name"] for lane in day["lanes"]], "lanes stay while one zooms"


def test_what_is_chosen_stands_out_of_the_crowd() -> None:
    """The selected statement, what it answers, and a claim of few statements are marks however dense the rest is."""
    events = synthetic_events(20_000, claims=300)
    events.at[events.index[15_000], C.IN_REPLY_TO] = ["s14000", "s13000"]
    marks = trace(figure(events, View(selected="s15000")), "statements")
    assert marks is not None
    assert {"s15000", "s14000", "s13000"} <= {card[0] for card in marks["customdata"]}
    counts = events[C.CLAIM].value_counts()
    rare = str(next(name for name, count in counts.items() if 5 <= count <= 100))
    fig = figure(events, View(claim=rare))
    marks = trace(fig, "statements")
    assert marks is not None
    assert set(events.loc[events[C.CLAIM] == rare, C.STATEMENT_ID]) <= {card[0] for card in marks["customdata"]}
    assert sum(drawn_by_act(fig)) == 20_000


def test_a_hundred_thousand_rows_are_quick_and_small() -> None:
    events = synthetic_events(100_000)
    figure(events)
    views = [View(), View(start=date(2022, 10, 1), end=date(2022, 10, 31)), View(colour="claim"), View(claim=str(events[C.CLAIM].iloc[0]))]
    for view in views:
        started = time.process_time()  # what others do on the machine does not count
        fig = figure(events, view)
        assert time.process_time() - started < 0.6, "four times the target, since machines differ"
        assert len(fig.to_json()) < 250_000


def boxes(fig: go.Figure) -> list[tuple[float, float, float, float, str]]:
    """Left, top, right and bottom of the words beside marks, in pixels of the page, by the same estimate of widths."""
    from timeline.figure.lettering import text_width

    left = fig.layout.xaxis.domain[0] * fig.layout.width
    found = []
    for note in fig.layout.annotations:
        if note.xref == "x domain" and note.yref == "y" and note.bgcolor and not str(note.name or "").startswith(("group:", "actor:")):
            plain = str(note.text).replace("<b>", "").replace("</b>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            wide = text_width(plain, note.font.size)
            begin = left + note.xshift - (wide if note.xanchor == "right" else 0)
            found.append((begin, note.y - 6, begin + wide, note.y + 6, plain))
    return found


@pytest.mark.parametrize(("n", "actors", "days"), [(25, 8, 30), (60, 14, 60), (60, 3, 10), (150, 20, 200)])
def test_labels_and_numbers_of_a_picture_lie_apart_and_on_the_page(n: int, actors: int, days: int) -> None:
    events = synthetic_events(n, actors, days)
    fig = figure(events, View(printed=True, title="Title", caption="Filter: none"))
    found = boxes(fig)
    assert found
    for place, one in enumerate(found):
        assert one[0] >= 0 and one[2] <= fig.layout.width + 1, one
        for other in found[:place]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_quiet_stretches_are_left_out_of_the_whole_and_of_a_window_alike() -> None:
    rows = [list(row) for row in ROWS]
    rows[5][3] = rows[5][4] = "2023-11-20"
    whole = figure(table(rows))
    assert [(cut.bounds[0][:7], cut.bounds[1][:7]) for cut in whole.layout.xaxis.rangebreaks] == [("2023-04", "2023-11")]
    assert any("8 months left out" in str(note.text) for note in whole.layout.annotations)
    assert sum(drawn_by_act(whole)) == 6
    window = figure(table(rows), View(start=date(2023, 3, 1), end=date(2023, 12, 1)))
    assert window.layout.xaxis.rangebreaks == whole.layout.xaxis.rangebreaks
    inside = figure(table(rows), View(start=date(2023, 6, 1), end=date(2023, 12, 1))).layout.xaxis.rangebreaks
    assert inside[0].bounds[0] == "2023-06-01"
    assert not figure(table(rows), View(start=date(2023, 3, 1), end=date(2023, 3, 20))).layout.xaxis.rangebreaks
    assert not figure(table(rows), View(breaks=False)).layout.xaxis.rangebreaks
    picture = figure(table(rows), View(printed=True))
    assert len(picture.layout.xaxis.rangebreaks) == 1
    assert "6 Mar<br>2023" in picture.layout.xaxis.ticktext
    axis: dict[str, Any] = {}
    scale = Scale(19_145, 2.5, 700, ((19_240, 19_500),))  # 2 June 2022 on, without 5 September 2022 to 22 May 2023
    fixed_ticks(axis, scale)
    seen = [text for day, text in zip(axis["tickvals"], axis["ticktext"], strict=True) if 0 <= scale.x(day / 86_400_000) <= scale.width]
    assert seen == [
        "Jul<br>2022",
        *(f"{month}<br> " for month in ("Aug", "Sep")),
        "Jul<br>2023",
        *(f"{month}<br> " for month in ("Aug", "Sep", "Oct", "Nov")),
    ]  # June stands too near


def test_every_statement_of_a_small_picture_is_explained() -> None:
    """A label, or a number that stands in the list below."""
    events = synthetic_events(60, 3, 10)
    fig = figure(events, View(printed=True))
    texts = [str(note.text) for note in fig.layout.annotations]
    found = [box[4] for box in boxes(fig)]
    numbers = [text for text in found if text.isdigit()]
    assert len(found) == 60
    assert numbers
    assert all(texts.count(f"<b>{number}</b>") == 2 for number in numbers), "once at the mark, once in the list"


def test_long_lists_are_cut_and_say_so() -> None:
    fig = figure(synthetic_events(350, 20, 100), View(printed=True))
    assert any("more in the table" in str(note.text) for note in fig.layout.annotations)
    assert fig.layout.height < 4000


def test_a_picture_names_title_filter_and_sources() -> None:
    fig = figure(table(), View(printed=True, title="The ferry", caption="Filter: all"))
    words = " ".join(str(note.text) for note in fig.layout.annotations)
    for part in ("The ferry", "Filter: all", "Sources: Coast Post", "alleges", "denies", "refutes it", "on or before this day"):
        assert part in words
    assert fig.layout.width == 1200


@pytest.mark.parametrize(("width", "height"), [(-5, None), (0, None), (99, 400), (1200, 0)])
def test_too_small_a_chart_is_refused(width: int, height: int | None) -> None:
    with pytest.raises(ExportError, match="cannot be drawn"):
        View(width=width, height=height)


@pytest.mark.parametrize("printed", [True, False])
def test_the_smallest_chart_is_drawn(printed: bool) -> None:
    assert figure(table(), View(width=100, height=10, printed=printed)).data


def test_the_dark_figure_has_the_dark_theme() -> None:
    assert figure(table(), View(dark=True)).layout.paper_bgcolor != figure(table()).layout.paper_bgcolor


def test_numbers_travel_as_typed_arrays() -> None:
    bands = next(one for one in json.loads(figure(synthetic_events(5_000)).to_json())["data"] if one.get("name") == "bands")
    assert len(base64.b64decode(bands["customdata"]["bdata"])) == int(
        np.prod([int(part) for part in bands["customdata"]["shape"].split(",")])
    )
