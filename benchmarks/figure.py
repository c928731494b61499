"""How long the chart takes and how much of it is sent: `python -m benchmarks.figure [--rows 100000] [--draw]`.

For a table of so many rows and one of ten times as many: the median time of `figure()` and of its JSON, the JSON's size, and the single
marks in it, for the whole time, a month, a claim. `--draw` also draws the whole in a headless Chromium, beside plotly.js scattergl drawing
every point, in the same run.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from benchmarks.chromium import launch
from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.figure import View, figure


def median_ms(work: Callable[[], Any], times: int = 7) -> float:
    """The median time of a piece of work in milliseconds, after one run that does not count."""
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def views(events: pd.DataFrame) -> dict[str, View]:
    """The views that are measured."""
    claim = str(events[C.CLAIM].astype(str).replace("", np.nan).dropna().iloc[0])
    return {
        "all two years": View(),
        "a month": View(start=date(2022, 10, 1), end=date(2022, 10, 31)),
        "two days": View(start=date(2022, 10, 3), end=date(2022, 10, 4)),
        "coloured by claim": View(colour="claim"),
        "one claim chosen": View(claim=claim),
        "printed": View(printed=True, title="Benchmark", caption="Filter: none"),
    }


def server(rows: int) -> dict[str, float]:
    """Print the table for so many rows; returns view → milliseconds of figure()."""
    events = synthetic_events(rows)
    print(f"\n{rows:,} rows, 200 actors, two years\n{'view':<20}{'figure ms':>10}{'JSON ms':>9}{'KB':>7}{'marks':>7}{'lanes':>7}")
    taken = {}
    for name, view in views(events).items():
        fig = figure(events, view)
        taken[name] = median_ms(lambda view=view: figure(events, view))  # type: ignore[misc]
        sent = median_ms(fig.to_json)
        meta = fig.layout.meta
        print(f"{name:<20}{taken[name]:>10.0f}{sent:>9.0f}{len(fig.to_json()) / 1000:>7.0f}{meta['singles']:>7}{len(meta['lanes']):>7}")
    return taken


def every_point(events: pd.DataFrame) -> go.Figure:
    """The chart that one would draw first: every row a WebGL point, without cards."""
    lanes = events[C.ACTOR].cat.codes
    days = events[C.SAID_END].to_numpy().astype("datetime64[ms]").astype(np.int64)
    return go.Figure(go.Scattergl(x=days, y=lanes.to_numpy(), mode="markers", marker={"size": 6}), layout={"xaxis": {"type": "date"}})


def draw(rows: int) -> None:
    """Print how long a headless Chromium takes to draw the whole: this chart, and every point in scattergl."""
    import plotly.offline
    from playwright.sync_api import sync_playwright

    events = synthetic_events(rows)
    script = """async ([data, layout]) => {
        const begun = performance.now();
        await Plotly.react('chart', data, layout, {displayModeBar: false});
        await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
        return performance.now() - begun;
    }"""
    with sync_playwright() as tools:
        browser = launch(tools)
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        page.set_content("<div id=chart></div>")
        page.add_script_tag(content=plotly.offline.get_plotlyjs())
        print(f"\ndrawing {rows:,} rows in {browser.version}")
        for name, fig in (("this chart", figure(events)), ("scattergl, every point", every_point(events))):
            sent = json.loads(fig.to_json())
            taken = [page.evaluate(script, [sent["data"], sent["layout"]]) for _ in range(5)]
            print(f"{name:<24}{statistics.median(taken):>8.0f} ms, the first time {taken[0]:.0f} ms, {len(fig.to_json()) / 1000:,.0f} KB")
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--draw", action="store_true", help="also draw in a headless Chromium")
    options = parser.parse_args()
    few, many = server(options.rows), server(options.rows * 10)
    print("\ntimes as long with ten times the rows: " + ", ".join(f"{name} {many[name] / few[name]:.1f}" for name in few))
    if options.draw:
        draw(options.rows)


if __name__ == "__main__":
    main()
