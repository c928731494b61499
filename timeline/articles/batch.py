"""Sources → the Articles that can be read, with the failures kept for the end."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from timeline.articles.article import Article, Failure
from timeline.articles.sources import read_sources


class Batch:
    """The articles of some sources, each read as it is asked for; `failures` then has what could not be read.

    A source that is named twice is read once.
    """

    def __init__(self, sources: Iterable[str], published: date | None = None) -> None:
        self.failures: list[Failure] = []
        once: dict[str, str] = {}
        for source in sources:
            once.setdefault(_place(source), source)
        self._results = read_sources(once.values(), published)

    def __iter__(self) -> Iterator[Article]:
        for result in self._results:
            if isinstance(result, Article):
                yield result
            else:
                self.failures.append(result)


def _place(source: str) -> str:
    """The same for every way of naming the same file or folder; anything else stands for itself."""
    return os.path.realpath(source) if os.path.exists(source) else source  # noqa: PTH110 - pathlib's raises on names that are too long
