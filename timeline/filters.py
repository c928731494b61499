"""Event table + Filter → the rows that pass, and the counts beside each choice."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. `chosen` maps a column to the values wanted (any of them), `excluded` to those unwanted; empty = all.

    `since`, `until`: days (inclusive) that a statement's interval must touch; `words`: all of these in content, speaker or claim;
    `known_on`: only what had been published by that day; `thoughts`: also rows that are no statements.
    """

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: dict[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    words: str = ""
    known_on: date | None = None
    min_confidence: float = 0.0
    thoughts: bool = False


def filter_events(events: pd.DataFrame, wanted: Filter) -> pd.DataFrame:
    """The rows that pass all conditions, order kept."""
    raise NotImplementedError


def facet_counts(events: pd.DataFrame, wanted: Filter, column: str) -> pd.Series:
    """Rows per value of a column among those that pass all conditions but the one on this column, most frequent first."""
    raise NotImplementedError
