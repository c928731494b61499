"""Finding: facets and words, what is left out, links and the way back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from steps import pick, shown

pytestmark = pytest.mark.browser


def count(page: Page, facet: str, name: str) -> int:
    return int(page.locator(f".facet-{facet} .value", has_text=name).first.locator(".count").text_content() or -1)


def test_values_are_alternatives_facets_narrow_and_a_click_leaves_out(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    deny, reject = count(page, "act", "deny"), count(page, "act", "reject")
    pick(page, "act", "deny")
    shown(page, f"{deny} of 27 statements")
    pick(page, "act", "reject")
    shown(page, f"{deny + reject} of 27 statements")
    assert count(page, "act", "deny") == deny  # a facet's own choice does not change its counts
    iran = count(page, "actor", "Iran")
    page.locator(".facet-actor .value.group", has_text="Iran").first.hover()
    page.get_by_role("button", name="Leave out Iran", exact=True).first.click()
    shown(page, f"{deny + reject - iran} of 27 statements")
    expect(page.locator(".chip.out")).to_have_text("not Iran×")
    page.keyboard.press("u")
    shown(page, f"{deny + reject} of 27 statements")
    page.locator(".chip", has_text="reject").click()
    shown(page, f"{deny} of 27 statements")


@pytest.mark.parametrize("facet", ["outlet", "article", "denial", "basis", "quotation"])
def test_every_facet_that_starts_closed_counts_and_filters(open_page: Callable[..., Page], address: str, facet: str) -> None:
    page = open_page(address)
    page.locator(f".facet-{facet} summary").click()
    value = page.locator(f".facet-{facet} .value:not(.none)").first
    number = int(value.locator(".count").text_content() or 0)
    assert number > 0
    value.locator(".pick").click()
    shown(page, f"{number} of 27 statements" if number < 27 else "27 of 27 statements")


def test_words_phrases_or_and_minus(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    numbers = {}
    for words in ("inquiry", "missiles", "inquiry OR missiles", "inquiry -condemned", '"calls for an inquiry"'):
        page.fill("#search", words)
        page.wait_for_function(f"new URLSearchParams(location.search).get('q') === {words!r}")
        expect(page.locator(".chip", has_text="words:")).to_have_text(f"words: {words}×")
        numbers[words] = int((page.locator(".shown").text_content() or "0").split()[0])
    assert numbers["inquiry OR missiles"] == numbers["inquiry"] + numbers["missiles"]
    assert 1 == numbers['"calls for an inquiry"'] <= numbers["inquiry"]


def test_days_confidence_and_thoughts(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    page.get_by_label("From", exact=True).fill("2022-10-24")
    expect(page.locator(".shown")).not_to_have_text("27 statements")
    within = page.locator(".shown").text_content()
    page.locator(".facet summary", has_text="How sure the parser is").click()
    page.get_by_label("Least confidence").fill("0.9")
    page.get_by_label("Least confidence").dispatch_event("change")
    expect(page.locator(".chip", has_text="confidence ≥ 0.9")).to_be_visible()
    page.get_by_label("also thoughts and plans").check()
    expect(page.locator(".chip", has_text="with thoughts")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator(".shown")).to_have_text(within or "")


def test_a_link_leads_to_the_claims_or_the_table(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(f"{address}?act=deny&act=allege", reduced_motion="reduce")
    page.get_by_role("button", name="Claims", exact=True).click()
    page.wait_for_function("location.search.includes('show=claims')")
    other = open_page(page.url, reduced_motion="reduce")
    expect(other.locator(".thread").first).to_be_in_viewport()
    other.get_by_role("tab", name="Statements").click()
    other.wait_for_function("location.search.includes('show=statements')")
    other.get_by_role("button", name="Chart", exact=True).click()
    other.wait_for_function("!location.search.includes('show=') && scrollY === 0")
    shown(other, other.locator(".shown").text_content() or "")


def test_a_link_opens_the_same_view_elsewhere(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(address)
    pick(page, "stance", "refutes it")
    page.locator("#colour").get_by_text("Claim").click()
    page.locator("#order").get_by_text("A–Z").click()
    page.wait_for_function("location.search.includes('order=name')")
    expect(page.locator(".shown")).to_contain_text(" of ")
    words = page.locator(".shown").text_content()
    lanes = "document.querySelector('#chart .js-plotly-plot').layout.meta.lanes.map(lane => lane.name)"
    other = open_page(page.url)
    expect(other.locator(".shown")).to_have_text(words or "")
    other.wait_for_function(f"{lanes}.length")
    page.wait_for_function(f"names => {lanes}.join() === names", arg=",".join(other.evaluate(lanes)))
