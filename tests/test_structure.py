"""The layout shows the data's way: a stage imports from earlier stages only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "timeline"
ORDER = """errors spans labels edtf lexicon articles blocks language dates attribution actors identities circumstances said acts propositions statements claims
columns events threads pipeline filters figure export dossier shelf dashboard __main__""".split()


def stage_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_stages(path: Path) -> set[str]:
    """The stages that a module imports at any level, type-checking blocks too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
            if node.module == "timeline":
                names = [f"timeline.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("timeline.")}
    return found


MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_stage_imports_from_earlier_ones_only(path: Path) -> None:
    stage = stage_of(path)
    assert stage in ORDER, f"{stage} has no place in the order of stages"
    later = {name for name in imported_stages(path) if ORDER.index(name) > ORDER.index(stage)}
    assert not later, f"{path.name} imports from later stages: {sorted(later)}"


def test_no_module_of_odds_and_ends() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}]


def test_a_page_over_a_table_needs_no_parser() -> None:
    """spaCy, scipy and scikit-learn take a second to import, and only the first article that is read needs them."""
    import subprocess
    import sys

    code = (
        "import sys, app, timeline.dashboard, timeline.shelf\n"
        "from timeline.dashboard.desk import Desk\n"
        "from timeline.dossier import Dossier\n"
        "from timeline.events import empty_events\n"
        "from timeline.pipeline import Reader\n"
        "timeline.dashboard.create_app(Desk(Dossier('', empty_events()), Reader()))\n"
        "assert not {'spacy', 'scipy', 'sklearn'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT.parent)


def test_imports_do_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing a stage opens no file of the lexicon and loads no model."""
    import subprocess
    import sys

    code = (
        "import timeline.lexicon, timeline.language as l, timeline.statements, timeline.claims\n"
        "assert timeline.lexicon.entries.cache_info().currsize == 0\n"
        "assert l.pipeline.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT.parent)
