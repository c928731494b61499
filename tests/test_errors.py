"""The errors: kinds of one family, so that callers catch TimelineError alone."""

import pytest

from timeline.errors import ExportError, NoDateError, SourceError, TableError, TimelineError


@pytest.mark.parametrize("kind", [SourceError, NoDateError, TableError, ExportError])
def test_kinds(kind: type[TimelineError]) -> None:
    assert issubclass(kind, TimelineError)
    assert str(kind("a.txt is empty.")) == "a.txt is empty."
