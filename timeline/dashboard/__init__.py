"""The page: a Dash app over a dossier. Everything it needs is served from here; nothing is asked of another machine."""

import gzip
import logging
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dash import Dash
from flask import Response, abort, request

from timeline.dashboard.callbacks import register_callbacks
from timeline.dashboard.desk import Desk
from timeline.dashboard.layout import build_page, index_string

SMALL: Final = 10_000  # bytes of an answer that are not worth squeezing
ASSETS: Final = Path(__file__).resolve().parents[2] / "assets"


def create_app(desk: Desk) -> Dash:
    """The app for a desk; `app.server` is the WSGI application."""
    app = Dash(
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
    return app


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
    from timeline.pipeline import parse
    from timeline.shelf import ENDING, open_path, save_dossier

    opened = open_path(path)
    for failure in opened.failures:
        print(failure, file=sys.stderr)
    dossier = replace(opened.dossier, title=title) if title else opened.dossier
    return Desk(dossier, parse, partial(save_dossier, path=path) if path.suffix == ENDING else None)


def serve(app: Dash, port: int) -> int:
    """Serves the page to this machine alone until it is stopped; 1 with a sentence where the port is taken."""
    from werkzeug.serving import make_server

    app.server.before_request(only_local)
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    try:
        server = make_server("127.0.0.1", port, app.server, threaded=True)
    except (OSError, SystemExit):
        print(f"Port {port} is taken; choose another one with --port.", file=sys.stderr)
        return 1
    with suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0
