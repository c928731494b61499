"""One server and one Chromium for all tests of the page; a page is closed only if nothing went wrong in it."""

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import example_dossier
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from benchmarks import chromium
from timeline.articles import Article
from timeline.columns import Columns as C
from timeline.dashboard import create_app
from timeline.dashboard.desk import Desk
from timeline.dossier import Dossier, stack

HOSTILE = "<img src=x onerror=\"window.owned=1\"><b>bold</b> <a href='javascript:1'>x</a> **md** \u202etxt.exe " + "long" * 600


def parse(articles: list[Article]) -> pd.DataFrame:
    """The example's rows, and one row for each article that is new: a stand-in for the parser."""
    events = example_dossier.events()
    fresh = [article for article in articles if article.source_id not in {one.source_id for one in example_dossier.ARTICLES}]
    for number, article in enumerate(fresh):
        row = events.iloc[[0]].copy()
        row[C.STATEMENT_ID], row[C.CONTENT], row[C.CONTENT_SPANS] = f"new{number}", article.title, [[[0, len(article.title)]]]
        row[C.SOURCE_ID] = pd.Categorical([article.source_id])
        events = stack(events, row)
    return events


def hostile_dossier() -> Dossier:
    """The example with markup and scripts in every text that comes from an article."""
    dossier = example_dossier.dossier()
    events = dossier.events.copy()
    for column in (C.CONTENT, C.SAID_WHY, C.SPEAKER, C.RULE, C.ACT_RULE, C.SAID_TEXT):
        events[column] = HOSTILE
    for column in (C.ACTOR, C.AFFILIATION, C.CLAIM, C.TITLE, C.PUBLISHER, C.ROLE):
        events[column] = events[column].cat.rename_categories(lambda name: f"{name} {HOSTILE}" if name else name)
    articles = {key: replace(article, text=article.text.replace("Iran", HOSTILE[:60])) for key, article in dossier.articles.items()}
    return Dossier(HOSTILE, events, articles)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Dossier], str]]:
    """Serves a dossier for the length of the session; returns its address."""
    servers = []
    logging.getLogger("werkzeug").setLevel(logging.ERROR)

    def start(dossier: Dossier) -> str:
        server = make_server("127.0.0.1", 0, create_app(Desk(dossier, parse)).server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(serve: Callable[[Dossier], str]) -> str:
    return serve(example_dossier.dossier())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium.find() is None:
        pytest.skip("no Chromium or Chrome is installed")
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address and waits for the chart; at the end no page may have had an error or asked another machine."""
    troubles: list[str] = []
    contexts = []

    def opens(url: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1360, "height": 860}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        own = url.partition("?")[0]
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}") if "_dash-update" not in request.url else None)
        page.on(
            "request",
            lambda request: troubles.append(f"foreign: {request.url}") if not request.url.startswith((own, "data:", "blob:")) else None,
        )
        page.on("response", lambda response: troubles.append(f"{response.status}: {response.url}") if response.status >= 400 else None)
        page.goto(url)
        page.wait_for_selector("#facet-lists .value", state="attached")
        page.wait_for_selector("#chart .main-svg", state="attached")
        return page

    yield opens
    for context in contexts:
        context.close()
    assert not troubles, troubles
