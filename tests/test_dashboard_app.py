"""Opening the page: the address that is printed, a port that is taken, a path that is not there, names of other hosts."""

import importlib
import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import example_dossier
import pytest

from timeline.dashboard import FIRST_PORT, create_app, listen, only_local
from timeline.dashboard.desk import Desk
from timeline.errors import SourceError
from timeline.events import save_events

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    save_events(example_dossier.events(), tmp_path / "events.parquet")
    return tmp_path / "events.parquet"


def test_the_program_prints_its_address_and_serves_the_table(table: Path) -> None:
    command = [sys.executable, str(ROOT / "app.py"), str(table), "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}) as running:
        try:
            line = running.stdout.readline() if running.stdout else ""
            assert line.startswith("The timeline is at http://127.0.0.1:")
            with urllib.request.urlopen(line.split()[4], timeout=20) as answer:
                assert b"events" in answer.read()
        finally:
            running.terminate()


def test_a_path_that_is_not_there_gives_one_sentence() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "app.py"), "nowhere.csv"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "nowhere.csv" in done.stderr


def test_a_taken_port_is_named_and_without_one_the_next_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SourceError, match=f"Port {port} is taken"):
            listen(create_app(Desk(example_dossier.dossier())), port)
    server = listen(create_app(Desk(example_dossier.dossier())))
    other = listen(create_app(Desk(example_dossier.dossier())))
    assert FIRST_PORT <= server.port < other.port
    server.server_close()
    other.server_close()


def test_requests_for_another_hosts_name_are_turned_away() -> None:
    app = create_app(Desk(example_dossier.dossier()))
    app.server.before_request(only_local)
    client = app.server.test_client()
    assert client.get("/", headers={"Host": "127.0.0.1:8050"}).status_code == 200
    assert client.get("/", headers={"Host": "localhost"}).status_code == 200
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 403


def test_the_page_starts_without_the_scripts_that_can_wait() -> None:
    app = create_app(Desk(example_dossier.dossier()))
    page = app.server.test_client().get("/").text
    at_once = re.findall(r'<script src="([^"]*)"', page)
    assert any("dash_mantine_components" in address for address in at_once)
    assert not any("dash_ag_grid" in address or "plotly" in address for address in at_once)
    later = re.findall(r'data-src="([^"]*)"', page)
    assert [app.server.test_client().get(address).status_code for address in later] == [200]


def test_a_wsgi_server_finds_the_application(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_PATH", str(table))
    monkeypatch.syspath_prepend(str(ROOT))
    application = importlib.import_module("app").server
    assert application.test_client().get("/").status_code == 200
    with pytest.raises(AttributeError):
        importlib.import_module("app").nothing  # noqa: B018
