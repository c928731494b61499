"""Files that leave the program: pictures with their filter inside, pages that need no network, tables for other programs."""

import csv
import io
import json
import re
import struct
import zlib
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from benchmarks.synthetic import synthetic_events
from timeline.columns import Columns as C
from timeline.errors import ExportError
from timeline.export import add_png_text, export_figure, read_png_text, standalone_html, to_claimreview_json, to_timelinejs_csv
from timeline.figure import View, figure

ABOUT = {"Title": "Who said <what>", "Filter": "claim=Überläufer & 雨", "Empty": ""}


@pytest.fixture(scope="module")
def picture() -> go.Figure:
    return figure(synthetic_events(20, 5, 20), View(printed=True, title="Who said <what>", caption="All", width=900))


@pytest.mark.browser
@pytest.mark.slow
def test_png_has_the_size_asked_for_and_carries_its_filter(picture: go.Figure, tmp_path: Path) -> None:
    data = export_figure(picture, tmp_path / "chart.PNG", about=ABOUT).read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1800, 2 * picture.layout.height)
    assert read_png_text(data) == {
        "Software": "timeline",
        "Title": "Who said <what>",
        "Description": "All",
        "Filter": "claim=Überläufer & 雨",
    }
    assert len(set(zlib.decompress(_pixels(data)))) > 20, "not a blank picture"


def _pixels(data: bytes) -> bytes:
    found, place = b"", 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        if data[place + 4 : place + 8] == b"IDAT":
            found += data[place + 8 : place + 8 + length]
        place += 12 + length
    return found


@pytest.mark.browser
@pytest.mark.slow
def test_svg_and_pdf(picture: go.Figure, tmp_path: Path) -> None:
    svg = export_figure(picture, tmp_path / "chart.svg", about=ABOUT).read_text()
    assert "<title>Who said &lt;what&gt;</title>" in svg
    assert "claim=Überläufer &amp; 雨" in svg
    assert export_figure(picture, tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")


def test_page_stands_alone_and_runs_nothing_of_an_article(tmp_path: Path) -> None:
    events = synthetic_events(5, 2, 5)
    events[C.CONTENT] = "</script><script>alert(1)</script>"
    path = export_figure(figure(events), tmp_path / "chart.html", about={"Title": "<script>alert(2)</script>", "Filter": '"><b>'})
    page = path.read_text()
    assert "alert(1)</script>" not in page
    assert "<script>alert(2)" not in page
    assert 'content="&quot;&gt;&lt;b&gt;"' in page
    assert not re.findall(r"""<(?:script|link|img)[^>]+(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    assert "Plotly.newPlot" in standalone_html(figure(events))


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("chart.gif", {}, "should end in one of .png, .svg, .pdf, .html"),
        ("chart", {}, "should end in one of"),
        ("chart.png", {"scale": 0}, "cannot be drawn"),
        ("chart.png", {"width": 9000, "scale": 3}, "cannot be drawn"),
        ("chart.svg", {"width": 3}, "cannot be drawn"),
        ("missing/chart.html", {}, "cannot be written"),
    ],
)
def test_what_cannot_be_exported_says_why(picture: go.Figure, tmp_path: Path, name: str, options: dict[str, int], words: str) -> None:
    with pytest.raises(ExportError, match=re.escape(words)) as caught:
        export_figure(picture, tmp_path / name, **options)  # type: ignore[arg-type]
    assert str(caught.value).count("\n") == 0


def _no_browser(*_: object, **__: object) -> bytes:
    raise RuntimeError("Kaleido requires Google Chrome to be installed.")


def test_no_chrome_is_one_sentence(picture: go.Figure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "nothing"))
    with pytest.raises(ExportError, match="BROWSER_PATH"):
        export_figure(picture, tmp_path / "chart.png")
    monkeypatch.setenv("BROWSER_PATH", "/bin/true")
    with monkeypatch.context() as patched, pytest.raises(ExportError, match="BROWSER_PATH is /bin/true, which didn't start"):
        patched.setattr(go.Figure, "to_image", _no_browser)
        patched.setattr(Path, "is_file", lambda _: True)
        export_figure(picture, tmp_path / "chart.png")
    monkeypatch.delenv("BROWSER_PATH")
    monkeypatch.setattr("choreographer.browsers.chromium.Chromium.find_browser", lambda **_: None)
    with pytest.raises(ExportError, match="needs Chrome or Chromium"):
        export_figure(picture, tmp_path / "chart.png")


def test_png_text_goes_in_and_comes_out() -> None:
    header = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(13) + bytes(4)
    data = add_png_text(header, {"Filter": "stance=refute · \u202e", "Long": "x" * 5000})
    assert read_png_text(data) == {"Filter": "stance=refute · \u202e", "Long": "x" * 5000}
    assert read_png_text(b"no picture") == {}


def test_claims_as_json_ld() -> None:
    events = synthetic_events(40, 5, 20, claims=3)
    graph = json.loads(to_claimreview_json(events))
    assert graph["@context"] == "https://schema.org"
    claims = set(events[C.CLAIM].astype(str)) - {""}
    assert {item["name"] for item in graph["@graph"]} == claims
    said = [one["identifier"] for item in graph["@graph"] for one in item["subjectOf"]]
    assert sorted(said) == sorted(events.loc[events[C.CLAIM] != "", C.STATEMENT_ID])
    affirming = set(events.loc[(events[C.STANCE] == "affirm"), C.ACTOR].astype(str))
    assert {author["name"] for item in graph["@graph"] for author in item.get("author", [])} <= affirming


def test_timelinejs_sheet() -> None:
    events = synthetic_events(30, 5, 20)
    events.loc[0, C.CONTENT] = "=HYPERLINK(1) <b>x</b>"
    rows = list(csv.DictReader(io.StringIO(to_timelinejs_csv(events))))
    assert len(rows) == 30
    assert rows[0]["Text"].startswith("'=HYPERLINK(1) &lt;b&gt;x")
    day = pd.Timestamp(events[C.SAID_END].iloc[5])
    start = pd.Timestamp(events[C.SAID_START].fillna(events[C.SAID_END]).iloc[5])
    assert [int(rows[5][name]) for name in ("Year", "Month", "Day")] == [start.year, start.month, start.day]
    assert rows[5]["End Day"] == ("" if start == day else str(day.day))
    opened = [row["Display Date"] for row, start in zip(rows, events[C.SAID_START], strict=True) if pd.isna(start)]
    assert opened
    assert all(words.startswith("on or before ") for words in opened)
