"""Event table → the columns that drawing needs, as arrays: where each row stands in time, its act, stance and claim."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.columns import STANCES
from timeline.columns import Columns as C
from timeline.labels import ACTS

Ints = npt.NDArray[np.int64]
NO_DAY = np.iinfo(np.int64).min
COLOURS = (*STANCES, "")


@dataclass(frozen=True, slots=True)
class Rows:
    """One entry a row that can be drawn, days counted from 1970-01-01; `at` is the day where a mark stands.

    `open_side` −1: no first day known, +1: no last day; `place`: the row's place in the event table; `undated`: rows left out.
    """

    place: Ints
    first: Ints
    last: Ints
    open_side: npt.NDArray[np.int8]
    act: Ints
    stance: Ints
    undated: int

    @property
    def at(self) -> Ints:
        middle = self.first + self.last
        middle >>= 1
        return middle


def _days(column: pd.Series) -> Ints:
    return column.to_numpy().astype("datetime64[D]").view(np.int64)


def codes_of(column: pd.Series, labels: tuple[str, ...] | None = None) -> tuple[Ints, list[str]]:
    """A column as codes and labels; with `labels`, codes into those (an unknown or missing value gets the last one)."""
    kept = column if isinstance(column.dtype, pd.CategoricalDtype) else column.fillna("").astype("category")
    codes, names = kept.cat.codes.to_numpy(), [str(name) for name in kept.cat.categories]
    if labels is None:
        if (codes < 0).any():  # missing values become ""
            names, codes = [*names, ""], np.where(codes < 0, len(names), codes)
        return codes.astype(np.int64), names
    if tuple(names) == labels and not (codes < 0).any():
        return codes.astype(np.int64), names
    to = np.array([labels.index(name) if name in labels else len(labels) - 1 for name in names] + [len(labels) - 1])
    return to[codes], list(labels)


def read_rows(events: pd.DataFrame) -> Rows:
    """The rows of an event table as arrays; rows without any day are counted and left out."""
    first, last = _days(events[C.SAID_START]), _days(events[C.SAID_END])
    no_first, no_last = first == NO_DAY, last == NO_DAY
    open_side = np.zeros(len(events), dtype=np.int8)
    if no_last.any():
        reported = _days(events[C.REPORTED])
        last = np.where(no_last, np.where(no_first, reported, np.maximum(first, reported)), last)
        open_side[no_last] = 1
    if no_first.any():
        open_side[no_first] = -1
        first = np.where(no_first, last, first)
    last = np.maximum(first, last)
    act, stance = codes_of(events[C.ACT], ACTS)[0], codes_of(events[C.STANCE], COLOURS)[0]
    dated = last != NO_DAY
    if dated.all():
        return Rows(np.arange(len(events)), first, last, open_side, act, stance, 0)
    place = np.flatnonzero(dated)
    return Rows(place, first[place], last[place], open_side[place], act[place], stance[place], len(events) - len(place))


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return int(np.datetime64(day, "D").astype(np.int64))
