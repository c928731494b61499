"""Makes the pictures of the page in docs/pictures: python docs/screenshots.py (needs Chromium or Chrome, and the development tools)."""

import logging
import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from timeline.dashboard import create_app, open_desk  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OCTOBER = "view=2022-10-15..2022-11-08"
# name → (query, width, height, dark); STATEMENT stands for the minister's denial
VIEWS = {
    "dashboard": ("", 1440, 900, False),
    "dashboard-dark": ("", 1440, 900, True),
    "filtered": ("?affiliation=Iran&affiliation=Russia&act=deny&act=reject", 1440, 900, False),
    "selected": (f"?statement=STATEMENT&{OCTOBER}", 1440, 900, False),
    "selected-dark": (f"?statement=STATEMENT&{OCTOBER}", 1440, 900, True),
    "by-claim": (f"?colour=claim&{OCTOBER}", 1440, 900, False),
    "claims": ("#claims", 1440, 900, False),
    "phone": ("", 390, 844, False),
    "phone-selected": ("?statement=STATEMENT", 390, 844, True),
}


def shoot(browser: Browser, address: str, name: str, statement: str) -> None:
    """One picture."""
    query, width, height, dark = VIEWS[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
    page.goto(address + query.replace("STATEMENT", statement).removesuffix("#claims"))
    page.wait_for_selector("#facet-lists .value", state="attached")
    page.wait_for_selector("#chart .main-svg", state="attached")
    if query == "#claims":
        page.get_by_role("tab", name="Claims").click()
        page.wait_for_selector(".thread")
        page.locator("#tabs").evaluate("tabs => tabs.scrollIntoView()")
    page.wait_for_timeout(900)
    page.screenshot(path=PICTURES / f"{name}.png")
    page.close()


def main() -> None:
    """Serves the sample dossier and takes all pictures."""
    desk = open_desk(ROOT / "data", "Drones and denials")
    rows = desk.events
    denials = rows[(rows["act"] == "deny") & rows["actor"].astype(str).str.contains("bdollahian")]
    statement = str((denials if len(denials) else rows)["statement_id"].iloc[0])
    server = make_server("127.0.0.1", 0, create_app(desk).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for name in VIEWS:
            shoot(browser, f"http://127.0.0.1:{server.server_port}/", name, statement)
            print(PICTURES / f"{name}.png")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
