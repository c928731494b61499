"""Reading: lanes, claims, zoom and replay, as a new user goes through them."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from steps import at_lanes, click_mark, lanes, marks, notes, pick, shown

pytestmark = pytest.mark.browser
VIEW = "new URLSearchParams(location.search).get('view')"
DRONES = "Iran supplied drones to Russia"


def test_a_group_folds_into_one_lane_and_opens_again(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    before = lanes(page)
    assert "Nasser Kanaani" in before
    page.locator("#chart .annotation-text", has_text="▾").first.wait_for()
    heading = page.locator("#chart .annotation-text", has_text="Iran").first
    heading.click()
    page.wait_for_function(
        "document.querySelector('#chart .js-plotly-plot').layout.meta.lanes.every(lane => lane.name !== 'Nasser Kanaani')"
    )
    assert "fold=Iran" in page.url
    assert marks(page) == 27
    page.locator("#chart .annotation-text", has_text="▸").first.click()
    page.wait_for_function(
        "document.querySelector('#chart .js-plotly-plot').layout.meta.lanes.some(lane => lane.name === 'Nasser Kanaani')"
    )
    assert lanes(page) == before


def test_lanes_are_ordered_by_first_statement_number_and_name(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    first = lanes(page)
    page.locator("#order").get_by_text("A–Z").click()
    page.wait_for_function("location.search.includes('order=name')")
    page.wait_for_function(
        f"JSON.stringify(document.querySelector('#chart .js-plotly-plot').layout.meta.lanes.map(lane => lane.name)) !== {str(first)!r}"
    )
    iranians = [name for name in lanes(page) if name in ("Amir Saeed Irwani", "Hossein Amir-Abdollahian", "Nasser Kanaani")]
    assert iranians == sorted(iranians)
    page.locator("#order").get_by_text("Most").click()
    page.wait_for_function("location.search.includes('order=number')")
    page.wait_for_function("document.querySelector('#chart .js-plotly-plot').layout.meta.lanes[0].group === 'Iran'")


def test_lanes_are_ordered_by_hand(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?statement=s18")
    before = lanes(page)
    place = before.index("Nasser Kanaani")
    page.get_by_role("button", name="Lane up (Shift ↑)").click()
    page.wait_for_function(f"document.querySelector('#chart .js-plotly-plot').layout.meta.lanes[{place - 1}].name === 'Nasser Kanaani'")
    at_lanes(page)
    page.keyboard.press("Shift+ArrowDown")
    page.wait_for_function(f"document.querySelector('#chart .js-plotly-plot').layout.meta.lanes[{place}].name === 'Nasser Kanaani'")
    assert lanes(page) == before
    page.get_by_role("button", name="Lane on top").click()
    page.wait_for_function("document.querySelector('#chart .js-plotly-plot').layout.meta.lanes[0].name === 'Nasser Kanaani'")
    assert "top=Nasser+Kanaani" in page.url
    page.locator(".chip", has_text="lanes by hand").or_(page.locator(".chip", has_text="on top")).click()
    page.wait_for_function("!location.search.includes('top=')")


def test_a_claim_stays_in_colour_with_arrows_and_their_times(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.get_by_role("button", name="Claims", exact=True).click()
    page.locator(".thread", has_text=DRONES).get_by_role("button", name="Keep in colour").first.click()
    expect(page.locator(".chip.focus")).to_contain_text(DRONES)
    page.wait_for_function(
        "document.querySelector('#chart .js-plotly-plot')._fullData.some(trace => trace.name === 'answers' && trace.x.length > 20)"
    )
    assert any(re.fullmatch(r"same day|\d+(–\d+)? days?", words) for words in notes(page))
    times = page.evaluate(
        """[...document.querySelectorAll('#chart .annotation')].filter(note => /^(same|[0-9–]+) days?$/.test(note.textContent)).map(note => {
            const box = note.getBoundingClientRect();
            return [box.left, box.top, box.right, box.bottom];
        })"""
    )
    for number, one in enumerate(times):
        for other in times[number + 1 :]:
            assert one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
    faded = page.evaluate(
        """document.querySelector('#chart .js-plotly-plot')._fullData.filter(trace => trace.name === 'statements')
            .flatMap(trace => trace.marker.opacity).filter(opacity => opacity < 1).length"""
    )
    assert faded >= 10
    page.locator(".chip.focus").click()
    page.wait_for_function("!location.search.includes('focus=')")


def test_claims_name_the_sides_and_those_who_have_not_answered(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.get_by_role("button", name="Claims", exact=True).click()
    thread = page.locator(".thread", has_text=DRONES).first
    expect(thread).to_contain_text("affirms the claim")
    expect(thread).to_contain_text("refutes it")
    expect(thread.locator(".jumps li").first).to_be_visible()
    expect(page.locator(".silent").first).to_contain_text("answer")
    thread.locator(".jumps button").first.click()
    expect(page.locator("#details h2")).to_be_visible()


def test_the_table_sorts_and_selects_in_step_with_the_chart(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, reduced_motion="reduce")
    page.get_by_role("button", name="Statements", exact=True).click()
    page.locator("#table .ag-header-cell", has_text="Who").click()
    first = page.locator("#table .ag-center-cols-container .ag-row[row-index='0'] [col-id=actor]")
    expect(first).to_have_text("Amir Saeed Irwani")
    first.click()
    expect(page.locator("#details h2")).to_contain_text("Amir Saeed Irwani")
    page.wait_for_function(
        "document.querySelector('#chart .js-plotly-plot')._fullData.some(trace => /circle-open/.test(trace.marker?.symbol || ''))"
    )
    click_mark(page, "s18")
    expect(page.locator("#table .ag-row-selected").first).to_contain_text("Nasser Kanaani")


def test_the_wheel_zooms_dragging_moves_and_a_double_click_shows_all(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.wait_for_function("document.querySelector('#chart .js-plotly-plot')._fullLayout.xaxis")
    box = page.locator("#chart .nsewdrag").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.6, box["y"] + min(box["height"], 500) * 0.5
    page.mouse.move(x, y)
    page.mouse.wheel(0, -400)
    page.wait_for_function(VIEW)
    page.wait_for_timeout(400)
    zoomed = page.evaluate(VIEW)
    page.mouse.down()
    page.mouse.move(x - 150, y, steps=6)
    page.mouse.up()
    page.wait_for_function(f"{VIEW} !== {zoomed!r}")
    moved = page.evaluate(VIEW)
    assert moved > zoomed
    page.wait_for_timeout(500)
    page.mouse.dblclick(box["x"] + box["width"] * 0.35, box["y"] + 8)
    page.wait_for_function(f"!{VIEW}")


def test_replay_plays_from_day_to_day(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.click("#replay")
    page.get_by_role("button", name="Play", exact=True).click()
    days = []
    for _ in range(2):
        page.wait_for_function(f"(known => known && !{days}.includes(known))(new URLSearchParams(location.search).get('known'))")
        days.append(page.evaluate("new URLSearchParams(location.search).get('known')"))
    assert days == ["2022-10-20", "2022-10-22"]
    expect(page.locator(".shown")).to_have_text("27 statements", timeout=15_000)


def test_the_picture_of_the_time_chooses_days_and_colour_by_claim(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.locator("#colour").get_by_text("Claim").click()
    expect(page.locator("#legend")).to_contain_text(DRONES)
    expect(page.locator("#overview .affirm")).to_have_count(0)  # there the colours would mean something else
    pick(page, "claim", DRONES)
    shown(page, "14 of 27 statements")


def test_a_long_name_wraps_within_its_lane(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    from dataclasses import replace

    from example_dossier import dossier

    plain = dossier()
    events = plain.events.copy()
    long = "The Permanent Secretariat of the Interregional Commission for the Observation of Unmanned Flights"
    events["actor"] = events["actor"].cat.rename_categories({"Nasser Kanaani": long})
    page = open_page(serve(replace(plain, parsed=events)))
    lines = page.locator("#chart .annotation-text", has_text="Permanent").first.evaluate(
        "node => node.querySelectorAll('tspan.line').length"
    )
    assert lines >= 2
    left, plot = page.evaluate(
        """[[...document.querySelectorAll('#chart .annotation')].find(note => /Permanent/.test(note.textContent)).getBoundingClientRect().right,
            document.querySelector('#chart .nsewdrag').getBoundingClientRect().left]"""
    )
    assert left <= plot
