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
from timeline.figure import figure

Window = tuple[date | None, date | None]


def picture_order(rows: pd.DataFrame, title: str, address: Address, window: Window, size: str, kind: str) -> dict[str, Any]:
    """All that the browser needs to draw the picture: the figure, its size in pixels, the scale, the file's name, what goes into it."""
    chosen = SIZES.get(size, SIZES["article"])
    drawn = figure(rows, printed_view(rows, title, address, window, chosen))
    return {
        "kind": kind,
        "figure": json.loads(drawn.to_json()),
        "width": drawn.layout.width or chosen.width,
        "height": drawn.layout.height or 600,
        "scale": chosen.scale,
        "name": file_stem(title, address),
        "about": {"Title": title, "Description": caption(rows, address), "Source": write_address(address) or "?"},
    }


def downloadable(rows: pd.DataFrame, title: str, address: Address, window: Window, kind: str) -> tuple[bytes, str]:
    """A file's bytes and name: html (the chart, working without a network) or csv, xlsx, jsonl, parquet (the rows)."""
    name = f"{file_stem(title, address)}.{kind}"
    if kind == "html":
        drawn = figure(rows, printed_view(rows, title, address, window, SIZES["article"]))
        return drawn.to_html(include_plotlyjs=True, full_html=True).encode(), name
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"rows.{kind}"
        save_events(rows, path)
        return path.read_bytes(), name


def as_download(content: bytes, name: str) -> dict[str, Any]:
    """A file as dcc.Download wants it."""
    return {"content": base64.b64encode(content).decode(), "filename": name, "base64": True}
