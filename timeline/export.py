"""Figure → file: PNG, SVG and PDF through a Chrome that is installed, HTML that stands alone; and tables for other programs."""

import csv
import html
import io
import json
import os
import struct
import zlib
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from timeline.columns import Columns as C
from timeline.errors import ExportError
from timeline.figure.layout import CONFIG
from timeline.figure.lettering import plain

PICTURES: Final = (".png", ".svg", ".pdf")
FORMATS: Final = (*PICTURES, ".html")
LARGEST: Final = 16_000  # pixels a side: Chrome draws nothing above this
NO_CHROME: Final = (
    "A picture needs Chrome or Chromium on this computer and none was found; install one (or set BROWSER_PATH to it), or export to .html."
)


def export_figure(
    fig: go.Figure,
    path: str | Path,
    width: int | None = None,
    height: int | None = None,
    scale: float = 2.0,
    about: Mapping[str, str | None] | None = None,
) -> Path:
    """Write a figure to a file whose ending says the format.

    Args:
        fig: the figure, best drawn with `View(printed=True)`.
        path: ends in .png, .svg, .pdf or .html.
        width, height: in pixels; None = as the figure says.
        scale: pixels of a PNG for each pixel of the figure.
        about: what made the picture, such as {"Title": …, "Filter": …}; it goes into the file's metadata, with the title and
            caption (as "Description") of the figure's view where they are not given.

    Returns:
        The path written.

    Raises:
        ExportError: an unknown ending, an impossible size, no Chrome, or a place where nothing can be written.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise ExportError(f"{path.name} should end in one of {', '.join(FORMATS)}.")
    wide, tall = _size(fig, width, height)
    if not 0 < scale <= 10 or max(wide, tall) * (scale if ending == ".png" else 1) > LARGEST or min(wide, tall) < 50:
        raise ExportError(f"A picture of {wide} × {tall} at scale {scale:g} cannot be drawn; give 50 to {LARGEST:,} pixels a side in all.")
    meta = fig.layout.meta or {}
    said = {"Title": meta.get("title"), "Description": meta.get("caption"), **(about or {})}
    texts = {key: plain(value) for key, value in said.items() if value}
    if ending == ".html":
        data = standalone_html(fig, texts).encode()
    else:
        data = _picture(fig, ending[1:], wide, tall, scale if ending == ".png" else 1)
        if ending == ".png":
            data = add_png_text(data, {"Software": "timeline", **texts})
        elif ending == ".svg":
            data = _add_svg_text(data, texts)
        else:
            data = add_pdf_text(data, texts)
    try:
        path.write_bytes(data)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}.") from error
    return path


def _size(fig: go.Figure, width: int | None, height: int | None) -> tuple[int, int]:
    return int(width or fig.layout.width or 1200), int(height or fig.layout.height or 700)


def _picture(fig: go.Figure, kind: str, width: int, height: int, scale: float) -> bytes:
    from choreographer.errors import ChromeNotFoundError

    _find_browser()
    try:
        # A plain dict: plotly's own checks of the figure are done, and the pixels are those asked for.
        data: bytes = go.Figure(fig).to_image(format=kind, width=width, height=height, scale=scale, validate=False)
    except ChromeNotFoundError as error:
        raise ExportError(_no_chrome()) from error
    except RuntimeError as error:
        raise ExportError(_no_chrome() if "Chrome" in str(error) else f"Chrome could not draw the picture: {_first_line(error)}") from error
    except Exception as error:  # Chrome fails in many ways, and none of them is the user's to read
        raise ExportError(f"Chrome could not draw the picture: {_first_line(error)}") from error
    return data


def _first_line(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return (text[0] if text else type(error).__name__).rstrip(".") + "."


def _no_chrome() -> str:
    named = os.environ.get("BROWSER_PATH", "")
    return f"BROWSER_PATH is {named}, which didn't start; it should name a Chrome or Chromium." if named else NO_CHROME


def _find_browser() -> None:
    """Raise if no browser is where Kaleido looks for one, before it waits for it."""
    from choreographer.browsers.chromium import Chromium

    named = os.environ.get("BROWSER_PATH", "")
    if named and not Path(named).is_file():
        raise ExportError(f"BROWSER_PATH is {named}, where there is no file; it should name a Chrome or Chromium.")
    if not named and not Chromium.find_browser(skip_local=False):
        raise ExportError(NO_CHROME)


def add_png_text(data: bytes, about: dict[str, str]) -> bytes:
    """A PNG with text chunks (iTXt, UTF-8) after its header; a keyword is cut to 79 Latin letters, as the format demands."""
    end_of_header = 8 + 25
    chunks = b""
    for key, value in about.items():
        keyword = key.encode("latin-1", "replace")[:79]
        body = b"iTXt" + keyword + b"\0\0\0\0\0" + value.encode()
        chunks += struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:end_of_header] + chunks + data[end_of_header:]


def add_pdf_text(data: bytes, about: Mapping[str, str]) -> bytes:
    """A PDF with entries in its document information: the title, the caption as the subject, the rest under their own names."""
    from pypdf import PdfWriter

    names = {"Description": "Subject"}
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.add_metadata({f"/{names.get(key, key)}": value for key, value in about.items()} | {"/Producer": "timeline"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read_png_text(data: bytes) -> dict[str, str]:
    """The iTXt chunks of a PNG: keyword → text. Empty if there are none or it is no PNG."""
    found: dict[str, str] = {}
    place = 8
    while data[:8] == b"\x89PNG\r\n\x1a\n" and place + 8 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        if data[place + 4 : place + 8] == b"iTXt":
            keyword, _, rest = data[place + 8 : place + 8 + length].partition(b"\0")
            found[keyword.decode("latin-1")] = rest[2:].split(b"\0", 2)[2].decode()
        place += 12 + length
    return found


def _add_svg_text(data: bytes, about: dict[str, str]) -> bytes:
    if not about:
        return data
    title = f"<title>{html.escape(about['Title'])}</title>" if "Title" in about else ""
    rest = "\n".join(f"{key}: {value}" for key, value in about.items() if key != "Title")
    text = data.decode()
    end = text.index(">", text.index("<svg")) + 1
    return (text[:end] + title + f"<desc>{html.escape(rest)}</desc>" + text[end:]).encode()


def standalone_html(fig: go.Figure, about: dict[str, str] | None = None) -> str:
    """A page with the figure and all it needs: it asks no other machine for anything."""
    about = about or {}
    paper = fig.layout.paper_bgcolor or "#ffffff"
    chart = fig.to_html(full_html=False, include_plotlyjs=True, config=CONFIG, default_height=f"{_size(fig, None, None)[1]}px")
    metas = "".join(
        f'<meta name="timeline-{html.escape(key.lower())}" content="{html.escape(value)}">\n'
        for key, value in about.items()
        if key != "Title"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(about.get('Title') or 'Timeline')}</title>\n{metas}"
        f"<style>body {{ margin: 0; background: {html.escape(str(paper))}; }}</style>\n</head>\n<body>\n{chart}\n</body>\n</html>\n"
    )


def _day(value: Any) -> str | None:
    return None if pd.isna(value) else pd.Timestamp(value).strftime("%Y-%m-%d")


def to_claimreview_json(events: pd.DataFrame) -> str:
    """Each claim with who affirms and who refutes it, as JSON-LD in schema.org's words.

    The items are of type Claim, not ClaimReview: a timeline says who said what, and rates nothing. `appearance` are the articles,
    `firstAppearance` the earliest; the statements stand under `subjectOf` as Quotation with `creator`, `dateCreated` (EDTF), `text`.
    """
    items = []
    claimed = events[events[C.CLAIM].astype(str).ne("") & events[C.CLAIM].notna()]
    for claim, group in claimed.groupby(C.CLAIM, observed=True, sort=False):
        rows = group.sort_values(C.SAID_END, kind="stable")
        affirming = rows[rows[C.STANCE].astype(str) == "affirm"]
        appearances = [_article(row) for row in rows.drop_duplicates(C.SOURCE_ID).to_dict("records")]
        item: dict[str, Any] = {"@type": "Claim", "name": str(claim), "text": str(claim)}
        if len(affirming):
            item["author"] = [_actor(row) for row in affirming.drop_duplicates(C.ACTOR).to_dict("records")]
        items.append(
            item
            | {"firstAppearance": appearances[0], "appearance": appearances, "subjectOf": [_said(row) for row in rows.to_dict("records")]}
        )
    return json.dumps({"@context": "https://schema.org", "@graph": items}, ensure_ascii=False, indent=2)


def _actor(row: dict[Hashable, Any]) -> dict[str, Any]:
    kind = "Organization" if row[C.ACTOR_KIND] in ("organization", "press") else "Country" if row[C.ACTOR_KIND] == "country" else "Person"
    actor = {"@type": kind, "name": str(row[C.ACTOR])}
    if kind == "Person" and row[C.ROLE]:
        actor["jobTitle"] = str(row[C.ROLE])
    return actor


def _article(row: dict[Hashable, Any]) -> dict[str, Any]:
    parts = {"headline": row[C.TITLE], "url": row[C.URL], "datePublished": _day(row[C.REPORTED])}
    article = {"@type": "NewsArticle"} | {key: str(value) for key, value in parts.items() if value}
    return article | ({"publisher": {"@type": "Organization", "name": str(row[C.PUBLISHER])}} if row[C.PUBLISHER] else {})


def _said(row: dict[Hashable, Any]) -> dict[str, Any]:
    words = {"text": str(row[C.CONTENT]), "dateCreated": str(row[C.SAID_EDTF]) or _day(row[C.SAID_END])}
    about = f"{row[C.ACT]}, {row[C.STANCE]}".strip(", ")
    return {"@type": "Quotation", "identifier": str(row[C.STATEMENT_ID]), "creator": _actor(row), **words, "keywords": about}


TIMELINEJS: Final = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def to_timelinejs_csv(events: pd.DataFrame) -> str:
    """The rows in TimelineJS's sheet format: headline = actor and act, text = content and source, group = affiliation.

    TimelineJS draws HTML, so that all words are escaped; a cell that a spreadsheet would take for a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TIMELINEJS)
    for row in events.to_dict("records"):
        last = row[C.SAID_END] if not pd.isna(row[C.SAID_END]) else row[C.REPORTED]
        first = row[C.SAID_START] if not pd.isna(row[C.SAID_START]) else last
        if pd.isna(first):
            continue
        day, end = pd.Timestamp(first), pd.Timestamp(last) if not pd.isna(last) else pd.Timestamp(first)
        ends = [end.year, end.month, end.day] if end != day else ["", "", ""]
        open_date = f"on or before {end:%Y-%m-%d}" if pd.isna(row[C.SAID_START]) else ""
        source = ", ".join(plain(row[name]) for name in (C.PUBLISHER, C.TITLE) if plain(row[name]))
        headline = f"{plain(row[C.ACTOR])}: {row[C.ACT]}"
        cells = [open_date, headline, f"{plain(row[C.CONTENT])} ({source})" if source else plain(row[C.CONTENT])]
        shown = [_no_formula(html.escape(cell)) for cell in cells]
        group = _no_formula(html.escape(plain(row[C.AFFILIATION])))
        writer.writerow([day.year, day.month, day.day, "", *ends, "", *shown, "", "", "", "", "", group, ""])
    return out.getvalue()


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
