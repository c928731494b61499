"""The page as served: nothing foreign in it, ids that exist, exports that hold the filtered rows, text that stays text."""

import io
import json
import re
from pathlib import Path

import example_dossier
import pandas as pd
import pytest
from dash import html

from timeline.columns import Columns as C
from timeline.dashboard import create_app, ids
from timeline.dashboard.address import read_address
from timeline.dashboard.desk import Desk
from timeline.dashboard.details import find_details
from timeline.dashboard.downloads import downloadable, picture_order
from timeline.dashboard.layout import build_page
from timeline.dashboard.panels import WEAK_TIE, claims_panel, details_panel
from timeline.filters import filter_events
from timeline.labels import BY_PLACE

ASSETS = Path(__file__).resolve().parents[1] / "assets"
EXAMPLE = example_dossier.dossier()
NOWHERE = (None, None)


@pytest.fixture(scope="module")
def app():
    return create_app(Desk(EXAMPLE))


def components(tree):
    """A component and all that is inside it."""
    if isinstance(tree, list | tuple):
        for each in tree:
            yield from components(each)
    elif hasattr(tree, "to_plotly_json"):
        yield tree
        yield from components(getattr(tree, "children", None))


def test_the_page_asks_no_other_machine(app) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page)
    assert "<html lang=" in page


def test_debug_and_mcp_are_off(app) -> None:
    assert not app.server.debug
    assert not any("mcp" in rule.rule for rule in app.server.url_map.iter_rules())


def test_large_answers_are_squeezed_if_the_browser_can_take_it(app) -> None:
    client = app.server.test_client()
    plain = client.get("/_dash-layout")
    squeezed = client.get("/_dash-layout", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert squeezed.headers.get("Content-Encoding") == "gzip"
    assert len(squeezed.data) < len(plain.data) / 2


def test_no_id_stands_twice() -> None:
    found = [str(each.id) for each in components(build_page()) if getattr(each, "id", None)]
    assert len(found) == len(set(found))


def test_the_scripts_and_the_style_sheet_know_only_ids_that_exist() -> None:
    made = {"search", "details"}  # drawn by a script, or an alias
    known = {value for name, value in vars(ids).items() if name.isupper() and isinstance(value, str)} | made
    for script in ASSETS.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        used = re.findall(r"""getElementById\(["']([\w-]+)["']\)|set_props\(["']([\w-]+)["']""", text)
        assert {one or other for one, other in used} <= known, script.name
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#([a-z][\w-]*)\b(?![^{]*;)", style)) <= known


def test_assets_ask_no_other_machine() -> None:
    for file in ASSETS.iterdir():
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|@font-face|url\(", file.read_text(encoding="utf-8")), file.name


@pytest.mark.parametrize(
    ("tie", "stance", "shown"),
    [
        ("shares “drone”", "act: deny", ["Tied to it by: shares “drone”", "Side told by: the act “deny”"]),
        ("shares “drone”", "negation denied", ["Tied to it by: shares “drone”", "Side told by: negation denied"]),
        (BY_PLACE, "act: state", [WEAK_TIE]),
        ("", "", []),
    ],
)
def test_the_details_say_what_ties_a_statement_to_its_claim(tie: str, stance: str, shown: list[str]) -> None:
    events = EXAMPLE.events.assign(**{C.CLAIM_WHY: tie, C.STANCE_WHY: stance})
    found = find_details(events, {}, "s18")
    assert found
    lines = [each.children for each in components(details_panel(found)) if type(each).__name__ == "P"]
    words = ["".join(line) if isinstance(line, list) and all(isinstance(w, str) for w in line) else line for line in lines]
    assert [w for w in words if isinstance(w, str) and w.startswith(("Tied", "Side"))] == shown


HOSTILE = "<script>alert(1)</script><b onmouseover=alert(2)>*bold*</b> [x](javascript:alert(3)) =1+1 \u202e"


def test_hostile_text_is_text_in_the_panels() -> None:
    events = EXAMPLE.events.copy()
    for column in (C.CONTENT, C.SAID_WHY, C.RULE, C.SAID_TEXT, C.MEDIUM, C.STANCE_WHY):
        events[column] = HOSTILE
    for column in (C.ACTOR, C.CLAIM, C.CLAIM_WHY, C.TITLE, C.ROLE, C.PUBLISHER):
        events[column] = pd.Categorical([HOSTILE] * len(events))
    events[C.URL] = "javascript:alert(4)"
    found = find_details(events, {}, "s18")
    assert found
    tree = list(components([details_panel(found), claims_panel([], [])]))
    assert tree
    for each in tree:
        assert type(each).__module__.split(".")[0] in ("dash", "dash_mantine_components")
        assert type(each).__name__ not in ("Markdown", "DangerouslySetInnerHTML", "Iframe", "Script")
        assert not getattr(each, "dangerously_allow_html", False)
        if isinstance(each, html.A):
            raise AssertionError("a link to a script")


@pytest.mark.parametrize("kind", ["csv", "xlsx", "jsonl", "parquet"])
def test_tables_hold_the_filtered_rows(kind: str) -> None:
    address = read_address("act=deny&affiliation=Iran")
    rows = filter_events(EXAMPLE.events, address.wanted)
    content, name = downloadable(rows, "Drones", address, (), NOWHERE, "article", kind)
    readers = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet, "jsonl": lambda file: pd.read_json(file, lines=True)}
    assert list(readers[kind](io.BytesIO(content))[C.STATEMENT_ID]) == list(rows[C.STATEMENT_ID])
    assert name == f"drones-act-deny-affiliation-iran.{kind}"


def test_other_files() -> None:
    rows, address = EXAMPLE.events, read_address("")
    page, name = downloadable(rows, "Drones", address, (), NOWHERE, "article", "html")
    assert name == "drones.html"
    assert not re.findall(rb"""<(?:script|link)[^>]+(?:src|href)=["'](?:https?:)?//""", page)
    sheet, name = downloadable(rows, "Drones", address, (), NOWHERE, "article", "timelinejs")
    assert name == "drones-timelinejs.csv"
    assert len(sheet.splitlines()) > len(rows) / 2
    claims, name = downloadable(rows, "Drones", address, (), NOWHERE, "article", "claims")
    assert name == "drones-claims.jsonld"
    json.loads(claims)


@pytest.mark.parametrize(("size", "width"), [("article", 1200), ("slide", 1600), ("poster", 2400)])
def test_a_web_page_has_the_width_that_was_chosen(size: str, width: int) -> None:
    page, _ = downloadable(EXAMPLE.events, "Drones", read_address(""), (), NOWHERE, size, "html")
    assert f'"width":{width}'.encode() in page.replace(b" ", b"")


def test_a_picture_is_ordered_with_size_name_and_caption() -> None:
    address = read_address("act=deny")
    rows = filter_events(EXAMPLE.events, address.wanted)
    order = picture_order(rows, "Drones", address, (), NOWHERE, "slide", "png")
    assert (order["width"], order["scale"], order["name"]) == (1600, 2, "drones-act-deny")
    assert order["about"]["Filter"] == "?act=deny"
    assert "7 statements" in order["about"]["Description"]
    json.dumps(order)
