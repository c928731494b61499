"""For everyone: keys alone, screen readers, languages, light and dark, colours that everybody can tell apart."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from steps import at_lanes, notes, shown

from benchmarks.synthetic import synthetic_events
from timeline.dossier import Dossier

pytestmark = pytest.mark.browser


def test_arrow_keys_lead_beyond_what_is_sent_at_a_time(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    page = open_page(serve(Dossier("Many", synthetic_events(400, 12, 200))))
    shown(page, "400 statements")
    at_lanes(page)
    expect(page.locator("#reading-list li")).to_have_count(150)
    expect(page.locator("#reading-list p")).to_have_text("Statements 1 to 150 of 400; the arrow keys lead to the others.")
    seen: list[str] = []
    for _ in range(153):
        before = seen[-1] if seen else None
        page.keyboard.press("ArrowRight")
        page.wait_for_function(
            f"new URLSearchParams(location.search).get('statement') !== {before!r}".replace("None", "null"), timeout=60_000
        )
        seen.append(page.evaluate("new URLSearchParams(location.search).get('statement')"))
    assert len(set(seen)) == 153
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"new URLSearchParams(location.search).get('statement') === {seen[-2]!r}")
    start = int(page.locator("#reading-list ol").get_attribute("start") or 1)
    assert start > 1
    expect(page.locator("#reading-list li button").nth(152 - start)).not_to_be_empty()


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
