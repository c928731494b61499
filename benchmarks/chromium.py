"""The browser for benchmarks, browser tests and pictures: a Chromium or Chrome that is installed, headless, asking no other machine."""

import shutil
from typing import Final

from playwright.sync_api import Browser, Playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ARGUMENTS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def find() -> str | None:
    """The path of the first browser that is there."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright: Playwright) -> Browser:
    """The browser, started. Raises SystemExit with a sentence where none is installed."""
    path = find()
    if path is None:
        raise SystemExit("This needs Chromium or Chrome; install one.")
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
