"""The documentation is true: the README's sessions print what it shows, its Python runs, its links lead somewhere."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from readme_sessions import README, ROOT, commands, refreshed

from timeline.articles import SUFFIXES
from timeline.columns import ALL

TEXT = README.read_text(encoding="utf-8")
PAGES = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "data" / "README.md"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the sessions are a Unix shell's")
def test_sessions_print_what_the_readme_shows() -> None:
    assert len(commands(TEXT)) >= 4
    assert refreshed(TEXT) == TEXT, "run python tests/readme_sessions.py"


def test_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```$", TEXT, re.S | re.M)
    assert blocks
    for block in blocks:
        exec(compile(block, str(README), "exec"), {})
    assert (tmp_path / "timeline.html").stat().st_size > 1000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


def test_every_column_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "event-table.md").read_text(encoding="utf-8")))
    assert set(ALL) <= described


def test_every_kind_of_source_is_described() -> None:
    text = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in text] == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_dependency_is_explained(name: str) -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    wanted = re.findall(r"^([a-z][\w-]*)", (ROOT / f"{name}.in").read_text(encoding="utf-8"), re.M)
    assert [package for package in wanted if not re.search(rf"(?<![\w-]){re.escape(package)}(?![\w-])", explained)] == []
