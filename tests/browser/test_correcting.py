"""Correcting: the way through what nobody has checked, names of claims, and the way back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from steps import shown
from test_page import serious

from timeline.columns import Columns as C
from timeline.dossier import Dossier

pytestmark = pytest.mark.browser
TALKS = "Ukraine stayed away from expert talks"


@pytest.fixture
def dossier() -> Dossier:
    """The example, each statement less certain than the one before."""
    from example_dossier import dossier

    plain = dossier()
    return replace(plain, parsed=plain.parsed.assign(**{C.CONFIDENCE: [0.9 - number / 100 for number in range(len(plain.parsed))]}))


def opened(page: Page, statement_id: str) -> None:
    page.wait_for_function(f"new URLSearchParams(location.search).get('statement') === '{statement_id}'")
    expect(page.locator(".reasons dd").last).to_have_text(statement_id)


def test_one_goes_through_the_least_certain_first(open_page: Callable[..., Page], serve: Callable[..., str], dossier: Dossier) -> None:
    fourth, third, second, first = dossier.events[C.STATEMENT_ID].tail(4)
    page = open_page(serve(dossier))
    page.get_by_role("button", name="Statements", exact=True).click()
    page.get_by_role("button", name="Least certain first").click()
    row = "#table .ag-center-cols-container .ag-row[row-index='0'] [col-id=confidence]"
    expect(page.locator(row)).to_have_text("0.64")
    expect(page.get_by_role("button", name="Least certain first")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Next to check").first.click()
    opened(page, first)
    page.get_by_role("button", name="Right, next").click()
    opened(page, second)
    expect(page.locator("#checked")).to_have_text("1 of 27 checked")
    expect(page.locator(row)).to_have_text("0.65")
    page.locator("#details").get_by_role("button", name="Skip").click()
    opened(page, third)
    page.get_by_role("button", name="No statement").click()
    opened(page, fourth)
    shown(page, "26 statements")
    page.get_by_role("button", name="Undo the last correction").click()
    opened(page, third)
    shown(page, "27 statements")
    page.get_by_role("button", name="Undo the last correction").click()
    opened(page, first)
    expect(page.locator("#checked")).to_have_text("0 of 27 checked")


def test_keys_check_and_go_on_until_nothing_is_left(open_page: Callable[..., Page], serve: Callable[..., str], dossier: Dossier) -> None:
    page = open_page(f"{serve(dossier)}?q=missiles")
    shown(page, "2 of 27 statements")
    page.keyboard.press("n")
    page.wait_for_selector("#details .check-bar")
    first = page.evaluate("new URLSearchParams(location.search).get('statement')")
    page.keyboard.press("c")
    page.wait_for_function(f"new URLSearchParams(location.search).get('statement') !== '{first}'")
    expect(page.locator("#checked")).to_have_text("1 of 2 checked")
    expect(page.get_by_role("button", name="Right, next")).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator("#status")).to_have_text("Checked. That was the last one.")
    expect(page.locator("#details .tag", has_text="checked")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("#status")).to_contain_text("Nothing is left to check")
    page.get_by_role("button", name="Not checked after all").click()
    expect(page.locator("#checked")).to_have_text("1 of 2 checked")


def test_a_correction_counts_as_checked_and_the_export_says_so(
    open_page: Callable[..., Page], serve: Callable[..., str], dossier: Dossier, tmp_path: Path
) -> None:
    page = open_page(f"{serve(dossier)}?statement=s18")
    page.locator("#details").get_by_role("button", name="Correct", exact=True).click()
    expect(page.get_by_label("Who", exact=True)).to_be_focused()
    page.get_by_label("Who", exact=True).fill("Nasser Kan'ani")
    page.get_by_label("For whom").fill("Tehran")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#details .tag", has_text="checked")).to_be_visible()
    page.locator(".facet-checked summary").click()
    page.locator(".facet-checked .pick", has_text="checked by a person").click()
    shown(page, "1 of 27 statements")
    page.click("#export-menu")
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON Lines").click()
    download.value.save_as(tmp_path / "rows.jsonl")
    (row,) = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (row["actor"], row["affiliation"], row["checked"]) == ("Nasser Kan'ani", "Tehran", True)
    page.get_by_role("button", name="Undo the last correction").click()  # both values at once
    shown(page, "0 of 27 statements")
    expect(page.locator("#details h2")).to_have_text("Nasser Kanaani, spokesman (Iran)")


def test_a_claim_is_renamed_in_place_and_the_view_stays(
    open_page: Callable[..., Page], serve: Callable[..., str], dossier: Dossier
) -> None:
    page = open_page(f"{serve(dossier)}?focus={TALKS.replace(' ', '+')}", reduced_motion="reduce")
    page.get_by_role("button", name="Claims", exact=True).click()
    row = page.locator(".renames", has=page.locator(".claim-name", has_text=TALKS))
    row.get_by_role("button", name="Rename").click()
    field = page.get_by_label("Another name for the claim")
    expect(field).to_be_focused()
    expect(field).to_have_value(TALKS)
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    row.get_by_role("button", name="Rename").click()
    field.fill("<b>Kyiv</b> missed the talks")
    place = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    expect(page.locator(".claim-name", has_text="<b>Kyiv</b> missed the talks")).to_be_visible()
    expect(page.locator(".chip.focus")).to_contain_text("<b>Kyiv</b> missed the talks")
    expect(page.locator(".facet-claim")).not_to_contain_text(TALKS)
    assert abs(page.evaluate("scrollY") - place) < 40
    page.get_by_role("button", name="Undo the last correction").first.click()
    expect(page.locator("#status")).to_have_text(f"The claim is called “{TALKS}” again.")
    expect(page.locator(".chip.focus")).to_contain_text(TALKS)


def test_the_name_of_another_claim_joins_the_two(open_page: Callable[..., Page], serve: Callable[..., str], dossier: Dossier) -> None:
    page = open_page(f"{serve(dossier)}?statement=s18")
    page.locator("#details").get_by_role("button", name="Rename").click()
    assert page.locator("#claim-names option").count() >= 3
    page.get_by_label("Another name for the claim").fill("Iran supplied drones to Russia")
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("Joined")
    expect(page.locator("#details .claim-name")).to_have_text("Iran supplied drones to Russia")


def test_keep_in_colour_leads_from_the_claims_to_the_chart(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, reduced_motion="reduce")
    page.get_by_role("button", name="Claims", exact=True).click()
    page.locator(".thread").first.get_by_role("button", name="Keep in colour").click()
    page.wait_for_function("scrollY === 0")
    expect(page.locator(".chip.focus")).to_be_in_viewport()


def test_a_phone_shows_what_was_said_in_the_table(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address, viewport={"width": 390, "height": 844}, has_touch=True)
    page.get_by_role("button", name="Statements", exact=True).click()
    card = page.locator("#table .card").first
    expect(card).to_contain_text("Jake Sullivan")
    expect(card.locator(".card-what")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Least certain first").click()
    card.click()
    expect(page.locator("#details .check-bar")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_where_one_corrects(open_page: Callable[..., Page], address: str, scheme: str) -> None:
    import axe_playwright_python.sync_playwright as axe

    page = open_page(f"{address}?statement=s18", color_scheme=scheme, reduced_motion="reduce")
    page.get_by_role("button", name="Claims", exact=True).click()
    page.locator("#claims").get_by_role("button", name="Rename").first.click()
    found = serious(axe, page)
    page.keyboard.press("Escape")
    page.locator("#details").get_by_role("button", name="Correct", exact=True).click()
    found += serious(axe, page)
    assert not found, [(each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found]
