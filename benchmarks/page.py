"""How fast the page is with a large table, in a headless Chromium: `python -m benchmarks.page [--rows N] [--large N] [--vis FOLDER]`.

Prints how long the page takes to be usable, the median time from changing a filter to the finished picture and from zooming to a month, and
how much the server sends for a changed filter. With `--large` the same filters are measured on a second, larger table, ratio by ratio.

Beside it, in the same run, how long two other libraries take to draw the same statements for the first time, from the call to the second
animation frame after it, their code already loaded: plotly.js scattergl with every point, and with `--vis` (the unpacked npm package
vis-timeline) vis-timeline with every statement as a point in the lane of its actor, nothing stacked, the whole time in view. Both draw all
at once, as neither has counted bands; the page's own time contains the server, the network and the filter.
"""

import argparse
import json
import logging
import statistics
import threading
import time
from pathlib import Path

import pandas as pd
import plotly.offline
from playwright.sync_api import Browser, Page, Response, sync_playwright
from werkzeug.serving import BaseWSGIServer, make_server

from benchmarks.chromium import launch
from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.dashboard import create_app
from timeline.dashboard.desk import Desk
from timeline.dossier import Dossier

FILTERS = (
    "timelineAddress.toggle('act', 'deny')",
    "timelineAddress.toggle('stance', 'refute')",
    "timelineAddress.reset()",
    "timelineAddress.toggle('affiliation', 'Arvania')",
    "timelineAddress.reset()",
    "timelineAddress.set('q', 'weapons')",
    "timelineAddress.reset()",
    "timelineAddress.exclude('act', 'state')",
    "timelineAddress.set('from', '2022-06-01')",
    "timelineAddress.reset()",
)
STARTS = 5
ZOOMS = ("timelineAddress.show('2022-06-01..2022-07-01')", "timelineAddress.show('')") * 3
# From the change to the second animation frame after plotly has drawn: the picture is on the screen.
TIME = """async step => {
  const plot = document.querySelector("#chart .js-plotly-plot");
  const drawn = new Promise(resolve => plot.once("plotly_afterplot", resolve));
  const start = performance.now();
  eval(step);
  await drawn;
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}"""
GL = """async points => {
  const start = performance.now();
  const trace = { type: "scattergl", mode: "markers", x: points.x, y: points.y };
  await Plotly.newPlot("box", [trace], { width: 1100, height: 1400 });
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return performance.now() - start;
}"""
# vis-timeline's fastest way to show all: not stacked, as high as its lanes; done when it says that it is.
VIS = """async points => {
  const box = document.getElementById("box");
  const start = performance.now();
  const items = points.x.map((day, place) => ({ id: place, start: day, group: points.y[place], type: "point" }));
  const groups = [...new Set(points.y)].map(name => ({ id: name, content: name }));
  await new Promise(done => {
    const options = { stack: false, start: points.first, end: points.last, onInitialDrawComplete: done };
    new vis.Timeline(box, new vis.DataSet(items), new vis.DataSet(groups), options);
  });
  await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const taken = performance.now() - start;
  return { taken, drawn: box.querySelectorAll(".vis-item.vis-point").length, groups: groups.length };
}"""


def sizes(page: Page) -> list[int]:
    """Bytes of the answers to callbacks, as sent, in a list that grows."""
    found: list[int] = []

    def note(response: Response) -> None:
        if "_dash-update" in response.url and response.status == 200:
            found.append(int(response.headers.get("content-length", 0)))

    page.on("response", note)
    return found


def measure(page: Page, steps: tuple[str, ...], sent: list[int]) -> tuple[list[float], list[int]]:
    """Times in ms and bytes sent for each step."""
    times, bytes_sent = [], []
    for step in steps:
        sent.clear()
        times.append(page.evaluate(TIME, step))
        page.wait_for_timeout(900)
        bytes_sent.append(sum(sent))
    return times, bytes_sent


def others(browser: Browser, events: pd.DataFrame, vis: Path | None) -> dict[str, object]:
    """What other libraries take to draw every point (ms), with their versions and what is drawn."""
    days = events[C.SAID_END].dt.strftime("%Y-%m-%d").tolist()
    points = {"x": days, "y": events[C.ACTOR].astype(str).tolist(), "first": min(days), "last": max(days)}
    found: dict[str, object] = {}
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content("<div id=box></div>")
    page.add_script_tag(content=plotly.offline.get_plotlyjs())
    found["scattergl_ms"] = round(page.evaluate(GL, points))
    page.close()
    if vis:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(180_000)
        page.set_content("<div id=box></div>")
        page.add_style_tag(content=(vis / "styles" / "vis-timeline-graph2d.min.css").read_text())
        page.add_script_tag(content=(vis / "standalone" / "umd" / "vis-timeline-graph2d.min.js").read_text())
        drawn = page.evaluate(VIS, points)
        found["vis_timeline_version"] = json.loads((vis / "package.json").read_text())["version"]
        found |= {"vis_timeline_ms": round(drawn["taken"]), "vis_timeline_points_drawn": drawn["drawn"]}
        page.close()
    return found


def opened(browser: Browser, events: pd.DataFrame) -> tuple[BaseWSGIServer, Page, float]:
    """A new server over the table, its page, nothing of it cached, and the seconds from the server's start until the page is usable."""
    server = make_server("127.0.0.1", 0, create_app(Desk(Dossier("Synthetic", events))).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    started = time.perf_counter()
    page.goto(f"http://127.0.0.1:{server.port}/", wait_until="commit")
    page.wait_for_selector("#chart .main-svg", state="attached", timeout=120_000)
    page.wait_for_selector("#facet-lists .value", state="attached", timeout=120_000)
    return server, page, time.perf_counter() - started


def page_figures(browser: Browser, events: pd.DataFrame) -> tuple[dict[str, object], list[float]]:
    """The page's figures for a table, and the time of each filter in ms."""
    usable = []
    for _ in range(STARTS):
        server, page, seconds = opened(browser, events)
        usable.append(seconds)
        page.close()
        server.shutdown()
    server, page, _ = opened(browser, events)
    sent = sizes(page)
    page.wait_for_timeout(2000)
    filters, filter_bytes = measure(page, FILTERS, sent)
    zooms, _ = measure(page, ZOOMS, sent)
    page.close()
    server.shutdown()
    figures: dict[str, object] = {
        "rows": len(events),
        "usable_s_median": round(statistics.median(usable), 2),
        "usable_s_worst": round(max(usable), 2),
        "filter_ms_median": round(statistics.median(filters)),
        "filter_ms_worst": round(max(filters)),
        "filter_kb_sent_median": round(statistics.median(filter_bytes) / 1000),
        "filter_kb_sent_most": round(max(filter_bytes) / 1000),
        "zoom_ms_median": round(statistics.median(zooms)),
    }
    return figures, filters


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--large", type=int, help="rows of a second table, for the same filters")
    parser.add_argument("--vis", type=Path, help="folder of the unpacked npm package vis-timeline")
    options = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    events = synthetic_events(options.rows)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        result, filters = page_figures(browser, events)
        result |= others(browser, events, options.vis)
        if options.large:
            large, slower = page_figures(browser, synthetic_events(options.large))
            ratios = [one / other for one, other in zip(slower, filters, strict=True)]
            result["large"] = large | {
                "filter_ratio_median": round(statistics.median(ratios), 2),
                "filter_ratio_worst": round(max(ratios), 2),
            }
        browser.close()
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
