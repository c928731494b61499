"""The journeys of docs/dashboard.md in a real browser."""

import re
import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from conftest import hostile_dossier
from playwright.sync_api import Page, expect
from steps import click_mark, marks, pick, shown

from benchmarks.synthetic import synthetic_events
from timeline.dossier import Dossier

pytestmark = pytest.mark.browser


def test_filters_combine_and_the_chart_the_counts_and_the_table_follow(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    shown(page, "27 statements")
    assert marks(page) == 27
    pick(page, "actor", "Hossein Amir-Abdollahian")
    shown(page, "5 of 27 statements")
    pick(page, "claim", "Iran supplied drones to Russia")
    shown(page, "3 of 27 statements")
    page.wait_for_function("document.querySelectorAll('#table .ag-center-cols-container .ag-row').length === 3")
    assert marks(page) == 3
    assert "actor=Hossein+Amir-Abdollahian" in page.url
    assert page.locator(".facet-act .value", has_text="deny").locator(".count").inner_text() == "1"


def test_the_address_restores_the_view_and_back_goes_back(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?act=deny&not.affiliation=Ukraine&statement=s14&colour=claim")
    shown(page, "6 of 27 statements")
    expect(page.locator("#details")).to_contain_text("Hossein Amir-Abdollahian")
    expect(page.locator(".chip.out")).to_contain_text("not Ukraine")
    pick(page, "act", "reject")
    shown(page, "9 of 27 statements")
    page.go_back()
    shown(page, "6 of 27 statements")
    page.go_forward()
    shown(page, "9 of 27 statements")
    page.get_by_role("button", name="Undo").click()
    shown(page, "6 of 27 statements")
    page.get_by_role("button", name="Reset").click()
    shown(page, "27 statements")
    assert "colour=claim" in page.url


def test_a_click_on_a_mark_shows_its_passage(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    click_mark(page, "s18")
    details = page.locator("#details")
    expect(details.locator("blockquote .mark-content")).to_have_text("the calls for an inquiry")
    expect(details.locator("blockquote .mark-cue")).to_have_text("condemned")
    expect(details.locator("blockquote .mark-speaker")).to_have_text("Nasser Kanaani")
    expect(details.locator("blockquote .mark-date")).to_have_text("last week")
    expect(details).to_contain_text("17–23 October 2022")
    assert "statement=s18" in page.url
    details.get_by_role("button", name=re.compile("France demands")).click()
    expect(details.locator("h2")).to_have_text("France")
    page.keyboard.press("Escape")
    expect(details).to_be_hidden()
    assert "statement" not in page.url


def chunks(png: bytes) -> dict[bytes, list[bytes]]:
    found: dict[bytes, list[bytes]] = {}
    place = 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data = png[place + 8 : place + 8 + length]
        assert zlib.crc32(kind + data) == struct.unpack(">I", png[place + 8 + length : place + 12 + length])[0]
        found.setdefault(kind, []).append(data)
        place += 12 + length
    return found


def test_the_picture_is_the_filtered_chart_at_twice_the_size(open_page: Callable[..., Page], address: str, tmp_path: Path) -> None:
    page = open_page(f"{address}?affiliation=Iran")
    shown(page, "9 of 27 statements")
    page.click("#export-menu")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG of this view").click()
    assert download.value.suggested_filename == "drones-and-denials-affiliation-iran.png"
    download.value.save_as(tmp_path / "chart.png")
    png = (tmp_path / "chart.png").read_bytes()
    parts = chunks(png)
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][0][:10])
    assert width == 2400
    assert height > 600
    about = b"".join(parts[b"iTXt"]).decode()
    assert "?affiliation=Iran" in about
    assert "9 statements" in about
    # Not blank: many different rows of pixels, some of them coloured.
    pixels = zlib.decompress(b"".join(parts[b"IDAT"]))
    stride = len(pixels) // height
    assert (depth, kind) in ((8, 2), (8, 6))
    assert len({pixels[row * stride : (row + 1) * stride] for row in range(height)}) > 100


def test_keys_lead_through_the_page(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.keyboard.press("/")
    page.keyboard.type("missiles", delay=15)
    shown(page, "2 of 27 statements")
    page.keyboard.press("Tab")
    page.focus("#chart-box")
    page.wait_for_function("document.querySelectorAll('#reading-list li').length === 2")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details")).to_contain_text("The Washington Post")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details")).to_contain_text("What was said about missiles")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("r")
    shown(page, "27 statements")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Reading the chart")


def test_nothing_found_says_so_and_a_reset_brings_all_back(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?q=nobody+said+this")
    expect(page.locator("#empty")).to_contain_text("No statement passes these filters")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#empty")).to_be_hidden()
    shown(page, "27 statements")


def test_replay_shows_what_was_known(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.click("#replay")
    slider = page.locator("#replay-box input")
    slider.fill("1")
    slider.dispatch_event("change")
    shown(page, "16 of 27 statements")
    assert "known=2022-10-22" in page.url


def test_claims_show_threads_and_changes_of_position(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.get_by_role("tab", name="Claims").click()
    expect(page.locator(".change")).to_contain_text("arming one side was not his country's policy")
    expect(page.locator(".change")).to_contain_text("Iran delivered a limited number of drones")
    page.locator(".thread").first.get_by_role("button", name="Show only this").click()
    shown(page, "14 of 27 statements")


def test_a_row_of_the_table_opens_its_statement(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?act=confirm")
    shown(page, "1 of 27 statements")
    # The grid shows one empty row, without an id, until rows have come.
    page.locator("#table .ag-center-cols-container .ag-row[row-id]").first.click()
    expect(page.locator("#details")).to_contain_text("Iran delivered a limited number of drones")


def test_hostile_text_is_text_and_runs_nowhere(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    page = open_page(f"{serve(hostile_dossier())}?statement=s18")
    expect(page.locator("#details h2")).to_contain_text("<img src=x onerror=")
    page.get_by_role("tab", name="Claims").click()
    expect(page.locator("#claims")).to_contain_text("<b>bold</b>")
    click_mark(page, "s20")
    page.wait_for_timeout(300)
    assert page.evaluate("window.owned") is None
    assert page.locator("#shell img, #shell a[href^=javascript], #shell blockquote b").count() == 0
    page.mouse.wheel(0, 200)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1")


def serious(axe: ModuleType, page: Page) -> list[dict]:
    return [each for each in axe.Axe().run(page).response["violations"] if each["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_of_accessibility(open_page: Callable[..., Page], address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = open_page(f"{address}?statement=s18&act=criticize&act=deny", color_scheme=scheme)
    expect(page.locator("#details h2")).to_be_visible()
    page.wait_for_timeout(300)
    found = serious(axe, page)
    page.click("#export-menu")
    found += serious(axe, page)
    page.click("#add-open")
    page.wait_for_selector("#upload input[aria-label]", state="attached")
    page.wait_for_timeout(300)
    found += serious(axe, page)
    assert not found, [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]


def test_a_phone_shows_chart_filters_and_details(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, viewport={"width": 390, "height": 844}, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#facets")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    pick(page, "act", "offer")
    shown(page, "1 of 27 statements")


def test_dropped_and_pasted_articles_join_and_bad_ones_are_named(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    from example_dossier import dossier

    page = open_page(serve(dossier()))
    page.click("#add-open")
    text = "Third camp speaks up\n\n" + "The envoy said on Monday that there would be no further talks about the matter this year. " * 3
    good = {"name": "fresh.txt", "mimeType": "text/plain", "buffer": f"{text}\n\nPublished: 12 November 2022\n".encode()}
    bad = {"name": "junk.txt", "mimeType": "text/plain", "buffer": b"\x00\x01\x02\x03" * 200}
    page.fill("#paste-date", "2022-11-12")
    page.locator("#upload input[type=file]").set_input_files([good, bad])
    expect(page.locator("#add-report")).to_contain_text("Added 1 article with 1 new statement.")
    expect(page.locator("#add-report li")).to_have_count(1)
    expect(page.locator("#add-report li")).to_contain_text("junk.txt")
    page.get_by_role("button", name="Show only these").click()
    shown(page, "1 of 28 statements")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("u")
    shown(page, "28 statements")


def test_a_correction_is_made_and_undone(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    from example_dossier import dossier

    page = open_page(f"{serve(dossier())}?statement=s18")
    page.locator(".correct summary").click()
    page.get_by_label("Who", exact=True).fill("Nasser Kan'ani")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#details h2")).to_contain_text("Nasser Kan'ani")
    expect(page.locator(".facet-actor")).to_contain_text("Nasser Kan'ani")
    page.locator(".correct summary").click()
    page.get_by_role("button", name="Undo the last correction").click()
    expect(page.locator("#details h2")).to_contain_text("Nasser Kanaani")


def test_a_crowd_opens_as_one_zooms_in(open_page: Callable[..., Page], serve: Callable[..., str]) -> None:
    page = open_page(serve(Dossier("Crowd", synthetic_events(4000, 60, 400))))
    shown(page, "4,000 statements")
    singles = "document.querySelector('#chart .js-plotly-plot').layout.meta.singles"
    assert page.evaluate(singles) < 1000
    strip = page.locator("#overview").bounding_box()
    assert strip
    y = strip["y"] + strip["height"] / 2
    page.mouse.move(strip["x"] + strip["width"] * 0.5, y)
    page.mouse.down()
    page.mouse.move(strip["x"] + strip["width"] * 0.52, y, steps=4)
    page.mouse.up()
    page.wait_for_function("new URLSearchParams(location.search).has('view')")
    first, _, last = page.evaluate("new URLSearchParams(location.search).get('view')").partition("..")
    assert 3 <= (date.fromisoformat(last) - date.fromisoformat(first)).days <= 15
    day = date.fromisoformat(first)
    expect(page.locator(".chip.focus")).to_contain_text(f"{day.day} {day:%b %Y}")
    page.wait_for_function(f"{singles} > 20")
    page.evaluate("window.scrollTo(0, 700)")
    expect(page.locator("#axis")).to_be_visible()
    assert page.locator("#axis span").count() >= 2
    page.locator(".chip.focus").click()
    page.wait_for_function("!new URLSearchParams(location.search).has('view')")
