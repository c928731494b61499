"""The figure as a browser draws it: without errors, and with words that lie apart when they are measured, not estimated."""

import itertools
import json
from collections.abc import Iterator
from datetime import date

import plotly.graph_objects as go
import plotly.offline
import pytest
from playwright.sync_api import Browser, Page

from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.figure import View, figure

pytestmark = pytest.mark.browser
SMALL = synthetic_events(60, 12, 40)
VIEWS = {
    "screen": View(legend=True),
    "dark, by claim": View(dark=True, colour="claim"),
    "window": View(start=date(2022, 1, 5), end=date(2022, 1, 12), selected="s20"),
    "phone": View(width=390),
    "picture": View(printed=True, title="A title", caption="Filter: none"),
    "slide": View(printed=True, title="A title", width=1600, colour="claim"),
    "narrow picture": View(printed=True, title="A title that is longer than the page is wide and must be wrapped", width=640),
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.set_content("<body style='margin:0'><div id=chart></div></body>")
    page.add_script_tag(content=plotly.offline.get_plotlyjs())
    yield page
    page.close()


def draw(page: Page, fig: go.Figure) -> None:
    """Draw a figure; an error of plotly.js or a word of it on the console fails the test."""
    words: list[str] = []
    page.on("console", lambda message: words.append(message.text))
    page.evaluate(
        "async fig => { Plotly.purge('chart'); await Plotly.newPlot('chart', fig.data, fig.layout, {displayModeBar: false}) }",
        json.loads(fig.to_json()),
    )
    assert not words


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_draws_without_errors(page: Page, name: str) -> None:
    draw(page, figure(SMALL, VIEWS[name]))
    draw(page, figure(synthetic_events(3_000, 60, 700), VIEWS[name]))
    draw(page, figure(SMALL.iloc[:0], VIEWS[name]))


@pytest.mark.parametrize("printed", [False, True])
def test_a_cut_axis_draws_without_errors_and_loses_no_mark(page: Page, printed: bool) -> None:
    events = SMALL.copy()
    for name in (C.SAID_START, C.SAID_END, C.REPORTED):
        events[name] = events[name].where(events.index < 50, events[name] + (events[C.SAID_END].max() - events[C.SAID_END].min()) * 9)
    fig = figure(events, View(printed=printed))
    assert fig.layout.xaxis.rangebreaks
    draw(page, fig)
    drawn = page.evaluate("[...document.querySelectorAll('#chart .xy .trace.scatter')].at(-1).querySelectorAll('path.point').length")
    assert drawn == fig.layout.meta["singles"] == 60


@pytest.mark.parametrize("width", [640, 1200, 1600])
@pytest.mark.parametrize(("n", "actors", "days"), [(25, 8, 30), (60, 14, 60), (60, 3, 12), (90, 30, 100)])
def test_words_of_a_picture_lie_apart_as_measured(page: Page, n: int, actors: int, days: int, width: int) -> None:
    fig = figure(synthetic_events(n, actors, days), View(printed=True, title="Title", caption="Filter: none", width=width))
    draw(page, fig)
    boxes = page.evaluate(
        """[...document.querySelectorAll('#chart .annotation')].map(note => {
            const box = note.querySelector('text').getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom, note.textContent];
        })"""
    )
    assert len(boxes) > n
    for left, top, right, bottom, words in boxes:
        assert left >= 0 and right <= width + 1 and top >= 0 and bottom <= fig.layout.height, words
    for one, other in itertools.combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert across <= 1 or down <= 4, (one, other)  # the boxes of two lines touch by what letters leave free above and below
