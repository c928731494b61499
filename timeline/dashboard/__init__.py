"""The page: a Dash app over a dossier. Everything it needs is served from here; nothing is asked of another machine."""

import gc
import gzip
import logging
import re
import socket
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dash import Dash
from flask import Response, abort, request
from werkzeug.serving import BaseWSGIServer, make_server

from timeline.dashboard import ids
from timeline.dashboard.callbacks import register_callbacks
from timeline.dashboard.desk import Desk
from timeline.dashboard.layout import build_page, index_string
from timeline.errors import SourceError

FIRST_PORT: Final = 8050
SMALL: Final = 10_000  # bytes of an answer that are not worth squeezing
ASSETS: Final = Path(__file__).resolve().parents[2] / "assets"


def create_app(desk: Desk) -> Dash:
    """The app for a desk; `app.server` is the WSGI application."""
    app = _Page(
        "timeline",
        assets_folder=str(ASSETS),
        title=f"{desk.dossier.title} – timeline",
        update_title="",
        index_string=index_string(),
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        serve_locally=True,
        enable_mcp=False,
        suppress_callback_exceptions=True,
    )
    app.layout = build_page()
    register_callbacks(app, desk)
    app.server.after_request(compressed)
    gc.freeze()  # the dossier stays: without this, its rows are looked through again and again for what could be thrown away
    threading.Thread(target=desk.prepare, daemon=True).start()
    return app


class _Page(Dash):
    def interpolate_index(self, *_: Any, **parts: Any) -> str:
        """The grid's script only has its address here; assets/page.js fetches it when chart and filters stand."""
        address = re.compile(r'<script src="([^"]*/dash_ag_grid/[^"]*)"></script>')
        parts["scripts"] = address.sub(rf'<script type="later" id="{ids.GRID_SCRIPT}" data-src="\1"></script>', parts["scripts"])
        return str(super().interpolate_index(**parts))  # type: ignore[no-untyped-call]


def compressed(response: Response) -> Response:
    """Squeezes large answers to callbacks: a chart's numbers shrink to a third in a few milliseconds."""
    if response.mimetype != "application/json" or response.direct_passthrough or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    data = response.get_data()
    if len(data) > SMALL:
        response.set_data(gzip.compress(data, compresslevel=1))
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
    return response


def only_local() -> None:
    """Turns away requests for another host's name: a foreign page must not reach this server through a name of its own."""
    if (urlsplit(f"//{request.host}").hostname or "") not in ("127.0.0.1", "localhost", "::1"):
        abort(403)


def open_desk(path: Path, title: str = "") -> Desk:
    """A desk with what is at a path; changes to a dossier file are kept in it. Sources that failed are named on standard error.

    Raises SourceError or TableError where the path cannot be opened.
    """
    from tqdm import tqdm

    from timeline.shelf import is_dossier, open_path, save_dossier

    with tqdm(desc="Reading", unit=" articles", file=sys.stderr, disable=sys.stderr is None or not sys.stderr.isatty(), leave=False) as bar:
        opened = open_path(path, progress=lambda _: bar.update())
    for failure in opened.failures:
        print(failure, file=sys.stderr)
    dossier = replace(opened.dossier, title=title) if title else opened.dossier
    return Desk(dossier, opened.reader, partial(save_dossier, path=path) if is_dossier(path) else None)


def listen(app: Dash, port: int | None = None) -> BaseWSGIServer:
    """A server for this machine alone, listening on the port, or without one on the first that is free from 8050 on.

    Raises SourceError where the port is taken.
    """
    app.server.before_request(only_local)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    for number in [port] if port is not None else range(FIRST_PORT, FIRST_PORT + 50):
        # Bound here, since the server itself would end the program where the port is taken.
        with suppress(OSError), socket.create_server(("127.0.0.1", number)) as bound:
            return make_server("127.0.0.1", number, app.server, threaded=True, fd=bound.fileno())
    raise SourceError(f"Port {port or FIRST_PORT} is taken; choose another one with --port.")
