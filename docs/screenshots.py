"""Makes the pictures of the page in docs/pictures: python docs/screenshots.py (needs Chromium or Chrome, and the development tools).

Each view is taken in light, dark and at a phone's width: dashboard.png, dashboard-dark.png, dashboard-phone.png and so on. The same
articles give the same pictures: language, time zone and size are set, nothing moves.
"""

import logging
import sys
import threading
from pathlib import Path
from typing import Final
from urllib.parse import quote_plus

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.chromium import launch  # noqa: E402
from timeline.dashboard import create_app, open_desk  # noqa: E402

PICTURES: Final = ROOT / "docs" / "pictures"
OCTOBER: Final = "view=2022-10-15..2022-11-08"
# name → query; STATEMENT stands for the minister's denial, CLAIM for the most frequent claim
VIEWS: Final = {
    "dashboard": "",
    "filtered": "?affiliation=Iran&affiliation=Russia&act=deny&act=reject",
    "selected": f"?statement=STATEMENT&{OCTOBER}",
    "by-claim": f"?colour=claim&{OCTOBER}",
    "in-colour": f"?focus=CLAIM&{OCTOBER}",
    "claims": "",
    "statements": "",
    "checking": "",
    "export": "",
    "help": "",
}
LOOKS: Final = {"": ((1440, 900), "light"), "-dark": ((1440, 900), "dark"), "-phone": ((390, 844), "light")}


def shoot(page: Page, address: str, name: str, look: str) -> None:
    """One picture."""
    page.goto(address)
    page.wait_for_selector("#facet-lists .value", state="attached")
    page.wait_for_selector("#chart .main-svg .scatterlayer .trace", state="attached")
    page.wait_for_selector("#reading-list li", state="attached")
    if "statement=" in address:
        page.wait_for_selector("#details h2")
    if name == "claims":
        page.get_by_role("tab", name="Claims").click()
        page.wait_for_selector(".thread")
    if name in ("claims", "statements", "checking"):
        page.wait_for_selector("#table .ag-row", state="attached")
        page.locator("#tabs").evaluate("tabs => tabs.scrollIntoView()")
    if name == "checking":
        page.click("#least-certain")
        page.wait_for_timeout(300)
        page.click("#next-to-check")
        page.wait_for_selector("#details h2")
    if name == "export":
        page.click("#export-menu")
    if name == "help":
        page.click("#help-open")
        page.get_by_role("dialog").wait_for()
    page.mouse.move(1, 1)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(450)
    page.screenshot(path=PICTURES / f"{name}{look}.png", animations="disabled", caret="hide")


def shoot_all(browser: Browser, address: str, views: dict[str, str]) -> None:
    """All views (name → query) in all looks."""
    for look, (size, scheme) in LOOKS.items():
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale="en-GB",
            timezone_id="UTC",
            reduced_motion="reduce",
            has_touch=look == "-phone",
        )
        page = context.new_page()
        for name, query in views.items():
            shoot(page, address + query, name, look)
        context.close()


def main() -> None:
    """Serves the sample dossier and takes all pictures."""
    desk = open_desk(ROOT / "data", "Drones and denials")
    rows = desk.events
    denials = rows[(rows["act"] == "deny") & rows["actor"].astype(str).str.contains("bdollahian")]
    statement = str((denials if len(denials) else rows)["statement_id"].iloc[0])
    claim = str(rows.loc[rows["claim"].astype(str) != "", "claim"].astype(str).value_counts().index[0])
    views = {name: query.replace("STATEMENT", statement).replace("CLAIM", quote_plus(claim)) for name, query in VIEWS.items()}
    server = make_server("127.0.0.1", 0, create_app(desk).server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        shoot_all(browser, f"http://127.0.0.1:{server.server_port}/", views)
        browser.close()
    server.shutdown()
    print(f"{len(VIEWS) * len(LOOKS)} pictures in {PICTURES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
