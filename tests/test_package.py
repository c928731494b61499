"""The public names, imported as the documentation does, and in any order."""

import subprocess
import sys
from pathlib import Path

import pytest

import timeline

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert callable(getattr(timeline, name))


def test_a_name_that_is_not_public() -> None:
    with pytest.raises(AttributeError, match="no attribute 'figures'"):
        _ = timeline.figures  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "import timeline.figure",
        "from timeline.figure.view import View",
        "from timeline.export import export_figure",
        "import timeline.dates",
    ],
)
def test_figure_is_the_function_whatever_was_imported_before(before: str) -> None:
    code = f"{before}\nfrom timeline import figure, find_dates\nfrom types import FunctionType as F\nassert type(figure) is type(find_dates) is F"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_modules_are_still_found() -> None:
    import timeline.figure
    from timeline import articles, figure
    from timeline.figure import View

    assert View().width > 0
    assert articles.read_article is timeline.read_article
    assert timeline.figure is figure
    assert sys.modules["timeline.figure"].figure is figure
