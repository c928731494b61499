"""What the Export menu gives: the order for a picture, which the browser draws, and the files that the server writes."""

import base64
import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.dashboard.address import Address, write_address
from timeline.dashboard.picture import SIZES, caption, file_stem, printed_view
from timeline.events import save_events
from timeline.export import export_figure, to_claimreview_json, to_timelinejs_csv
from timeline.figure import figure

Window = tuple[date | None, date | None]


def picture_order(
    rows: pd.DataFrame, title: str, address: Address, claims: tuple[str, ...], window: Window, size: str, kind: str
) -> dict[str, Any]:
    """All that the browser needs to draw the picture: the figure, its size in pixels, the scale, the file's name, what goes into it."""
    chosen = SIZES.get(size, SIZES["article"])
    drawn = figure(rows, printed_view(rows, title, address, claims, window, chosen, date.today()))
    return {
        "kind": kind,
        "figure": json.loads(drawn.to_json()),
        "width": drawn.layout.width or chosen.width,
        "height": drawn.layout.height or 600,
        "scale": chosen.scale,
        "name": file_stem(title, address),
        "about": about(rows, title, address, window),
    }


def downloadable(
    rows: pd.DataFrame, title: str, address: Address, claims: tuple[str, ...], window: Window, size: str, kind: str
) -> tuple[bytes, str]:
    """A file's bytes and name: html or pdf (the chart), csv, xlsx, jsonl, parquet (the rows), timelinejs (a sheet), claims (JSON-LD).

    Raises ExportError where a PDF finds no Chrome.
    """
    stem = file_stem(title, address)
    if kind == "timelinejs":
        return to_timelinejs_csv(rows).encode("utf-8-sig"), f"{stem}-timelinejs.csv"
    if kind == "claims":
        return to_claimreview_json(rows).encode(), f"{stem}-claims.jsonld"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{kind}"
        if kind in ("html", "pdf"):
            view = printed_view(rows, title, address, claims, window, SIZES.get(size, SIZES["article"]), date.today())
            export_figure(figure(rows, view), path, about=about(rows, title, address, window))
        else:
            save_events(rows, path)
        return path.read_bytes(), f"{stem}.{kind}"


def about(rows: pd.DataFrame, title: str, address: Address, window: Window) -> dict[str, str]:
    """What goes into a picture's metadata: its title, its caption, and the address of the view."""
    return {"Title": title, "Description": caption(rows, address, window, date.today()), "Filter": write_address(address) or "none"}


def as_download(content: bytes, name: str) -> dict[str, Any]:
    """A file as dcc.Download wants it."""
    return {"content": base64.b64encode(content).decode(), "filename": name, "base64": True}
