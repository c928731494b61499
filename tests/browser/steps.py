"""What the journeys have in common: what a user does on the page, and what one sees then."""

from playwright.sync_api import Page, expect

# Where a mark stands on the screen: its trace and place are looked up in what plotly has drawn.
PLACE = """id => {
  const plot = document.querySelector("#chart .js-plotly-plot");
  for (const trace of plot._fullData) {
    const at = (trace.customdata || []).findIndex(data => data && data[0] === id);
    if (trace.name !== "statements" || at < 0) continue;
    const box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
    return [box.left + xaxis._offset + xaxis.d2p(trace.x[at]), box.top + yaxis._offset + yaxis.d2p(trace.y[at])];
  }
  return null;
}"""


def shown(page: Page, words: str) -> None:
    expect(page.locator(".shown")).to_have_text(words)


def pick(page: Page, facet: str, name: str) -> None:
    page.locator(f".facet-{facet} .pick", has_text=name).first.click()


def marks(page: Page) -> int:
    plot = "document.querySelector('#chart .js-plotly-plot')"
    return page.evaluate(f"{plot}._fullData.filter(trace => trace.name === 'statements').reduce((n, trace) => n + trace.x.length, 0)")


def click_mark(page: Page, statement_id: str) -> None:
    # The details beside the chart make it narrower, and it is drawn anew.
    page.wait_for_function("Math.abs(document.querySelector('#chart .js-plotly-plot').layout.width - timelineChart.measure()) <= 2")
    page.wait_for_function(f"({PLACE})('{statement_id}')")
    page.locator("#chart-box").scroll_into_view_if_needed()
    x, y = page.evaluate(PLACE, statement_id)
    page.mouse.move(x, y)
    page.wait_for_selector(".hoverlayer .hovertext")
    page.mouse.click(x, y)


def lanes(page: Page) -> list[str]:
    """The names of the lanes from top to bottom."""
    return page.evaluate("document.querySelector('#chart .js-plotly-plot').layout.meta.lanes.map(lane => lane.name)")


def notes(page: Page) -> list[str]:
    """All that is written in the chart beside its axes."""
    return page.locator("#chart .annotation-text").all_text_contents()


def at_lanes(page: Page) -> None:
    """The chart in the focus of the keyboard, with all marks drawn."""
    page.wait_for_selector("#reading-list li", state="attached")
    page.locator("#chart-box").focus()
