"""For everyone: keys alone, screen readers, languages, light and dark, colours that everybody can tell apart."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, Request, expect
from steps import PLACE, at_lanes, notes, shown

from benchmarks.synthetic import synthetic_events
from timeline.dashboard.shown import LIST_MOST, reading_list
from timeline.dossier import Dossier

pytestmark = pytest.mark.browser


CHOSEN = "new URLSearchParams(location.search).get('statement')"
PLOT = "document.querySelector('#chart .js-plotly-plot')"
RINGED = f"({PLACE})({CHOSEN}) && {PLOT}.layout.meta.selected === {CHOSEN} && {PLOT}._fullData.some(trace => trace.name === 'selected')"
# An arrow key held down, twice as fast as keys repeat. On a slow machine steps come late, but so does the page's timer: none is a rest.
HOLD = """async ([key, steps]) => {
  const rings = new Set();
  for (let step = 0; step < steps; step++) {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, repeat: step > 0 }));
    const ring = document.querySelector("#chart .ring");
    if (ring) rings.add(ring.getAttribute("cx") + " " + ring.getAttribute("cy"));
    await new Promise(resolve => setTimeout(resolve, 15));
  }
  return rings.size;
}"""


def in_order(dossier: Dossier) -> list[str]:
    """The ids of the statements in the order in which the keys lead through them."""
    parts = [reading_list(dossier.events, (None, None), begin=begin) for begin in range(0, len(dossier.events) + LIST_MOST, LIST_MOST)]
    places = {part["first"] + place: item["id"] for part in parts for place, item in enumerate(part["items"])}
    return [places[place] for place in sorted(places)]


def asked(page: Page) -> Callable[[str], int]:
    """How often the server has been asked for something because of a change of the property given, as "ringed.data"."""
    causes: list[str] = []

    def note(request: Request) -> None:
        if "_dash-update" in request.url:
            causes.extend(request.post_data_json["changedPropIds"])

    page.on("request", note)
    return causes.count


@pytest.fixture(scope="module")
def many() -> Dossier:
    return Dossier("Many", synthetic_events(400, 12, 200))


@pytest.fixture(scope="module")
def many_address(serve: Callable[..., str], many: Dossier) -> str:
    return serve(many)


def test_an_arrow_key_held_down_leads_through_all_and_is_drawn_once(
    open_page: Callable[..., Page], many_address: str, many: Dossier
) -> None:
    page = open_page(many_address)
    order = in_order(many)
    shown(page, "400 statements")
    at_lanes(page)
    expect(page.locator("#reading-list li")).to_have_count(150)
    expect(page.locator("#reading-list p")).to_have_text("Statements 1 to 150 of 400; the arrow keys lead to the others.")
    times, before = asked(page), page.evaluate("history.length")
    rings = page.evaluate(HOLD, ["ArrowRight", 153])
    page.wait_for_function(f"{CHOSEN} === {order[152]!r}")
    page.wait_for_function(RINGED)
    expect(page.locator("#details .reasons dd").last).to_have_text(order[152])
    assert rings > 140  # each mark had its ring while the keys were down
    assert times("ringed.data") <= 2  # at rest; a slow machine may rest once more, where the list's next part is late
    assert times("list-from.data") <= 3
    assert page.evaluate("history.length") == before
    # A single step back, from the middle of a list that has come along.
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"{CHOSEN} === {order[151]!r}")
    page.wait_for_function(RINGED)
    page.wait_for_function("""() => {
      const list = document.querySelector("#reading-list ol");
      const item = list.start > 1 && list.children[152 - list.start];
      return item && item.textContent === document.getElementById("status").textContent;
    }""")
    # And all the way back.
    page.evaluate(HOLD, ["ArrowLeft", 160])
    page.wait_for_function(f"{CHOSEN} === {order[0]!r}")
    page.wait_for_function(RINGED)
    expect(page.locator("#details .reasons dd").last).to_have_text(order[0])
    assert times("ringed.data") <= 5


def test_details_are_asked_for_one_at_a_time_however_slow_the_server(open_page: Callable[..., Page], many_address: str) -> None:
    page = open_page(many_address)
    shown(page, "400 statements")
    at_lanes(page)
    page.evaluate("""() => {
      const own = window.fetch;
      window.underWay = 0;
      window.most = 0;
      window.fetch = async (...wanted) => {
        if (!JSON.parse(wanted[1].body).changedPropIds.includes("selected.data")) return own(...wanted);
        window.most = Math.max(window.most, ++window.underWay);
        await new Promise(resolve => setTimeout(resolve, 300));
        return own(...wanted).finally(() => window.underWay--);
      };
    }""")
    page.evaluate(HOLD, ["ArrowRight", 40])
    page.wait_for_function(RINGED)
    page.wait_for_function(f"[...document.querySelectorAll('#details .reasons dd')].some(node => node.textContent === {CHOSEN})")
    assert page.evaluate("window.most") <= 2  # at rest the last one doesn't wait for the one before


def test_a_filter_changed_while_a_step_is_pending_counts_for_both(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    shown(page, "27 statements")
    at_lanes(page)
    press = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))"
    page.evaluate(f"{press}; {press}; timelineAddress.toggle('affiliation', 'Iran'); {press}")
    shown(page, "9 of 27 statements")
    page.wait_for_function(RINGED)
    ids = page.evaluate(f"{PLOT}._fullData.find(trace => trace.name === 'statements').customdata.map(data => data[0])")
    chosen = page.evaluate(CHOSEN)
    assert chosen in ids  # the last step was made among those that the filter leaves
    assert "affiliation=Iran" in page.url
    expect(page.locator("#details .reasons dd").last).to_have_text(chosen)
    page.go_back()
    shown(page, "27 statements")
    before = page.evaluate(CHOSEN)
    assert before  # where the first two steps had led
    assert before != chosen
    expect(page.locator("#details .reasons dd").last).to_have_text(before)


def test_a_screen_reader_gets_an_ordered_list_in_the_order_of_saying(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.wait_for_selector("#reading-list li", state="attached")
    tree = page.locator("#reading-list").aria_snapshot()
    assert 'list "The statements shown, in the order of saying"' in tree
    items = page.locator("#reading-list li").all_text_contents()
    assert len(items) == 27
    assert all(re.search(r"\d{4}|undated", words) for words in items)
    assert "Jake Sullivan" in items[0]


@pytest.mark.parametrize(
    ("language", "axis", "said", "chip"),
    [
        ("en-GB", r"\d{1,2} Oct", "19 Oct 2022", "1 Oct 2022 – 10 Nov 2022×"),
        ("de-DE", r"\d{1,2}\.\d{1,2}\.?", "19.10.2022", "1.10.2022 – 10.11.2022×"),
        ("sv-SE", r"10-\d\d", "2022-10-19", "2022-10-01 – 2022-11-10×"),
    ],
)
def test_days_are_written_as_the_reader_writes_them(
    open_page: Callable[..., Page], address: str, language: str, axis: str, said: str, chip: str
) -> None:
    page = open_page(f"{address}?view=2022-10-01..2022-11-10", locale=language)
    expect(page.locator(".chip.focus")).to_have_text(chip)
    expect(page.locator("#chart .xtick text").first).not_to_be_empty()
    ticks = page.locator("#chart .xtick text").all_text_contents()
    assert any(re.search(axis, words) for words in ticks), ticks
    expect(page.locator("#table .ag-center-cols-container [col-id=said]", has_text=said).first).to_be_attached()
    page.locator("#days").get_by_text("10-24").click()
    page.wait_for_function("document.querySelector('#chart .xtick text').textContent.includes('10-')")
    expect(page.locator("#counts")).to_contain_text("2022-")


def test_light_and_dark_follow_the_system(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"{paper} !== {dark!r}")
    page.wait_for_function("document.querySelector('#chart .js-plotly-plot').layout.paper_bgcolor === '#ffffff'")
    page.get_by_role("button", name="Light or dark").click()
    page.wait_for_function(f"{paper} === {dark!r}")


def test_the_page_is_worked_with_the_keyboard_alone(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.wait_for_selector("#reading-list li", state="attached")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(3):
        if page.evaluate("document.activeElement.id") == "chart-box":
            break
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "chart-box"
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details h2")).to_contain_text("Jake Sullivan")
    expect(page.locator("#status")).to_contain_text("Jake Sullivan")
    page.keyboard.press("+")
    page.wait_for_function("new URLSearchParams(location.search).has('view')")
    half = page.evaluate("new URLSearchParams(location.search).get('view')")
    page.keyboard.press("-")
    page.wait_for_function(f"new URLSearchParams(location.search).get('view') !== {half!r}")
    page.keyboard.press("0")
    page.wait_for_function("!new URLSearchParams(location.search).has('view')")
    page.keyboard.press("Enter")
    expect(page.locator("#details")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert notes(page)


def test_a_phone_reads_details_claims_and_table_without_scrolling_sideways(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?statement=s18", viewport={"width": 390, "height": 844}, has_touch=True)
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.get_by_role("button", name="Close").first.click()
    page.get_by_role("button", name="Claims", exact=True).click()
    expect(page.locator(".thread").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_fingers_scroll_the_page_over_the_chart_move_the_days_and_zoom(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(
        f"{address}?view=2022-10-15..2022-10-29",
        viewport={"width": 390, "height": 700},
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    )
    page.wait_for_selector("#reading-list li", state="attached")
    hand = page.context.new_cdp_session(page)

    def touch(kind: str, *fingers: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(fingers)]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(20)

    def swipe(*steps: tuple[tuple[float, float], ...]) -> None:
        touch("touchStart", *steps[0])
        for step in steps[1:]:
            touch("touchMove", *step)
        touch("touchEnd")

    swipe(*[((250, 620 - 25 * step),) for step in range(13)])
    page.wait_for_function("scrollY > 150")
    assert "view=2022-10-15..2022-10-29" in page.url
    page.wait_for_timeout(900)  # until the page has come to rest
    page.evaluate("scrollTo(0, 0)")
    swipe(*[((330 - 10 * step, 560),) for step in range(13)])
    view = "new URLSearchParams(location.search).get('view')"
    page.wait_for_function(f"{view} > '2022-10-17'")
    assert page.evaluate("scrollY") == 0
    first, last = page.evaluate(view).split("..")
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    assert 13 <= days <= 15
    swipe(*[((260 - 20 - 4 * step, 560), (260 + 20 + 4 * step, 560)) for step in range(12)])
    page.wait_for_function(f"{view} !== '{first}..{last}'")
    page.wait_for_timeout(400)
    first, last = page.evaluate(view).split("..")
    assert (date.fromisoformat(last) - date.fromisoformat(first)).days < days * 0.7
