"""Open the dashboard: python app.py [PATH] [--port N]; a WSGI server takes `app:server` and the path from TIMELINE_PATH."""

import argparse
import os
import sys
import webbrowser
from pathlib import Path
from typing import Any

from timeline.dashboard import create_app, listen, open_desk
from timeline.errors import TimelineError

SAMPLE = Path(__file__).parent / "data"


def main() -> int:
    """Options → articles → events → page; 1 with one sentence where the path cannot be opened or the port is taken."""
    parser = argparse.ArgumentParser(description="Open the timeline of a dossier, a folder of articles, an event table or a corpus.")
    parser.add_argument("path", nargs="?", type=Path, default=SAMPLE, help="what to open (default: the sample dossier)")
    parser.add_argument("--port", type=int, help="default: 8050, or the next one that is free")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    options = parser.parse_args()
    try:
        server = listen(create_app(open_desk(options.path, "Drones and denials" if options.path == SAMPLE else "")), options.port)
    except TimelineError as error:
        print(error, file=sys.stderr)
        return 1
    address = f"http://127.0.0.1:{server.port}/"
    print(f"The timeline is at {address} (stop it with Ctrl+C)", flush=True)
    if not options.no_browser:
        webbrowser.open(address)
    server.serve_forever()
    return 0


def __getattr__(name: str) -> Any:
    if name == "server":
        return create_app(open_desk(Path(os.environ.get("TIMELINE_PATH", SAMPLE)))).server
    raise AttributeError(f"module 'app' has no attribute '{name}'")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(0)
