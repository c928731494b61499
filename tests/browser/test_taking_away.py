"""Taking away: pictures, the clipboard, pages, tables and files for other programs, each of the view that is shown."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from steps import shown

from timeline.export import read_png_text

pytestmark = pytest.mark.browser
NAME = "drones-and-denials-affiliation-iran"


@pytest.fixture
def iran(open_page: Callable[..., Page], address: str) -> Page:
    page = open_page(f"{address}?affiliation=Iran", permissions=["clipboard-read", "clipboard-write"])
    shown(page, "9 of 27 statements")
    page.click("#export-menu")
    return page


def take(page: Page, button: str, tmp_path: Path) -> Path:
    """The file that a button of the menu gives."""
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_the_picture_goes_to_the_clipboard_with_its_filter(iran: Page) -> None:
    iran.get_by_role("button", name="Copy the picture").click()
    expect(iran.locator("#status")).to_contain_text("The picture is in the clipboard.")
    found = iran.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            const blob = await item.getType("image/png");
            const bitmap = await createImageBitmap(blob);
            return [item.types, bitmap.width, bitmap.height, blob.size];
        }"""
    )
    assert found[0] == ["image/png"]
    assert found[1] == 2400
    assert found[2] > 600
    assert found[3] > 20_000


@pytest.mark.parametrize(("size", "width"), [("Slide", 3200), ("Poster", 9600)])
def test_a_picture_for_a_slide_or_a_poster_is_larger(iran: Page, tmp_path: Path, size: str, width: int) -> None:
    iran.locator("#picture-size").get_by_text(size).click()
    path = take(iran, "PNG of this view", tmp_path)
    data = path.read_bytes()
    assert int.from_bytes(data[16:20], "big") == width
    about = read_png_text(data)
    assert about["Filter"] == "?affiliation=Iran"
    assert about["Source"].endswith("?affiliation=Iran")
    assert re.search(r"9 statements.*Data [0-9a-f]{8}", about["Description"])


def test_an_svg_has_the_caption_and_no_script(iran: Page, tmp_path: Path) -> None:
    text = take(iran, "SVG", tmp_path).read_text(encoding="utf-8")
    assert text.startswith("<svg")
    assert "Drones and denials" in text
    assert "<script" not in text


def test_a_pdf_has_its_words_as_words(iran: Page, tmp_path: Path) -> None:
    path = take(iran, "PDF", tmp_path)
    assert path.name == f"{NAME}.pdf"
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    words = reader.pages[0].extract_text()
    assert "Drones and denials" in words
    assert "affiliation: Iran" in words
    assert reader.metadata
    assert reader.metadata.title == "Drones and denials"
    assert "9 statements" in str(reader.metadata.subject)


def test_a_web_page_stands_alone(iran: Page, tmp_path: Path, open_page: Callable[..., Page]) -> None:
    path = take(iran, "Web page (HTML)", tmp_path)
    page = iran.context.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None)
    page.goto(path.as_uri())
    expect(page.locator(".main-svg").first).to_be_visible()
    expect(page.locator(".annotation-text", has_text="Drones and denials")).to_be_visible()
    assert not foreign


def test_the_rows_come_as_tables(iran: Page, tmp_path: Path) -> None:
    read = {
        "CSV": lambda path: pd.read_csv(path, encoding="utf-8-sig"),
        "Excel (XLSX)": pd.read_excel,
        "JSON Lines": lambda path: pd.read_json(path, lines=True),
        "Parquet": pd.read_parquet,
    }
    for button, load in read.items():
        if not iran.locator(".menu-body").is_visible():
            iran.click("#export-menu")
        path = take(iran, button, tmp_path)
        assert path.stem == NAME
        rows = load(path)
        assert len(rows) == 9, button
        assert set(rows["affiliation"]) == {"Iran"}


def test_a_sheet_for_timelinejs_and_claims_as_json_ld(iran: Page, tmp_path: Path) -> None:
    sheet = list(csv.DictReader(io.StringIO(take(iran, "TimelineJS sheet", tmp_path).read_text(encoding="utf-8-sig"))))
    assert len(sheet) == 9
    assert {row["Group"] for row in sheet} == {"Iran"}
    iran.click("#export-menu")
    claims = json.loads(take(iran, "Claims (JSON-LD)", tmp_path).read_text(encoding="utf-8"))
    assert claims["@context"] == "https://schema.org"
    assert {item["@type"] for item in claims["@graph"]} == {"Claim"}
