"""Event table + Filter → the rows that pass, and the counts beside each choice. Vectorised: no Python code per row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.columns import Columns as C

Mask = NDArray[np.bool_]
WORD_COLUMNS: Final = (C.CONTENT, C.SPEAKER, C.ACTOR, C.CLAIM)
YES_NO: Final = pd.Index(["no", "yes"])  # the values of a flag
INDEX: Final = "_words"  # a column that a table may carry besides its own: content and speaker in lower case


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. `chosen` maps a column to the values wanted (any of them), `excluded` to those unwanted; empty = all.

    `since`, `until`: days (inclusive) that a statement's interval must touch, one with an open beginning by its last day, where its
    mark stands; `words`: all of these in content, speaker, actor or
    claim ("two words" in quotes are a phrase, `OR` between two gives either, a leading `-` excludes);
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
    return events[passing(events, wanted)]


def passing(events: pd.DataFrame, wanted: Filter) -> Mask:
    """For each row whether it passes all conditions."""
    return _all_of(len(events), _conditions(events, wanted).values())


def facet_counts(events: pd.DataFrame, wanted: Filter, column: str) -> pd.Series:
    """Rows per value of a column among those that pass all conditions but the one on this column, most frequent first."""
    return all_facet_counts(events, wanted, (column,))[column]


def all_facet_counts(events: pd.DataFrame, wanted: Filter, columns: Sequence[str]) -> dict[str, pd.Series]:
    """`facet_counts` of several columns at once: each condition is worked out a single time."""
    conditions = _conditions(events, wanted)
    total = _all_of(len(events), conditions.values())
    counts = {}
    for column in columns:
        own = f"in {column}"
        mask = total if own not in conditions else _all_of(len(events), [mask for key, mask in conditions.items() if key != own])
        counts[column] = _counts(events[column], mask)
    return counts


def word_terms(words: str) -> list[tuple[bool, tuple[str, ...]]]:
    """A search as terms: (wanted, the alternatives); 'drone "joint meeting" -baseless a OR b'.

    A lone quotation mark, minus or OR is taken as an ordinary word, or left out where nothing remains of it.
    """
    found = re.findall(r'(-?)(?:"([^"]+)"|(\S+))', words)
    terms: list[tuple[bool, tuple[str, ...]]] = []
    join = False
    for minus, phrase, word in found:
        text = (phrase or word).strip('"').strip().lower()
        if word == "OR" and terms and not join:
            join = True
            continue
        if not text:
            continue
        if join and not minus and terms[-1][0]:
            terms[-1] = (True, (*terms[-1][1], text))
        else:
            terms.append((not minus, (text,)))
        join = False
    return terms


def names_like(values: pd.Series, wanted: Iterable[str]) -> tuple[str, ...]:
    """The column's values that are written as those wanted but for upper and lower case; one that has none stands for itself."""
    names: dict[str, list[str]] = {}
    for name in values.astype(str).unique():
        names.setdefault(name.casefold(), []).append(name)
    return tuple(dict.fromkeys(name for each in wanted for name in names.get(each.casefold(), [each])))


def describe(wanted: Filter) -> str:
    """The filter in words, for captions: 'act: deny or reject; not affiliation: Iran; from 2022-10-17; words: drone'; "" for none."""
    parts = [f"{column.replace('_', ' ')}: {' or '.join(value or 'none' for value in values)}" for column, values in wanted.chosen.items()]
    parts += [
        f"not {column.replace('_', ' ')}: {' or '.join(value or 'none' for value in values)}" for column, values in wanted.excluded.items()
    ]
    days = {"from": wanted.since, "until": wanted.until, "as known on": wanted.known_on}
    parts += [f"{words} {day.isoformat()}" for words, day in days.items() if day]
    parts += [f"words: {wanted.words}"] if wanted.words else []
    parts += [f"confidence at least {wanted.min_confidence:g}"] if wanted.min_confidence else []
    parts += ["with thoughts and plans"] if wanted.thoughts else []
    return "; ".join(parts)


def _conditions(events: pd.DataFrame, wanted: Filter) -> dict[str, Mask]:
    """The conditions that the filter sets, each with its mask; a column's own one is called "in <column>"."""
    masks: dict[str, Mask] = {}
    for column in {*wanted.chosen, *wanted.excluded}:
        mask = _facet_mask(events[column], wanted.chosen.get(column, ()), wanted.excluded.get(column, ()))
        if mask is not None:
            masks[f"in {column}"] = mask
    # An open start or end may lie on any day, so it touches every range that its known end allows; a row without any date touches none.
    start, end = events[C.SAID_START].to_numpy(), events[C.SAID_END].to_numpy()
    if wanted.since is not None:
        masks["since"] = (end >= np.datetime64(wanted.since)) | (np.isnat(end) & ~np.isnat(start))
    if wanted.until is not None:
        until = np.datetime64(wanted.until)
        masks["until"] = (start <= until) | (np.isnat(start) & (end <= until))
    if wanted.known_on is not None:
        masks["known"] = events[C.REPORTED].to_numpy() < np.datetime64(wanted.known_on + timedelta(days=1))
    if wanted.min_confidence > 0:
        masks["confidence"] = events[C.CONFIDENCE].to_numpy() >= wanted.min_confidence
    if not wanted.thoughts:
        masks["statements"] = events[C.IS_STATEMENT].to_numpy(dtype=bool)
    for number, (keep, alternatives) in enumerate(word_terms(wanted.words)):
        mask = _words_mask(events, alternatives)
        masks[f"words {number}"] = mask if keep else ~mask
    return masks


def _all_of(rows: int, masks: Iterable[Mask]) -> Mask:
    result = np.ones(rows, dtype=bool)
    for mask in masks:
        result &= mask
    return result


def _facet_mask(values: pd.Series, chosen: tuple[str, ...], excluded: tuple[str, ...]) -> Mask | None:
    """Looks the few categories up, then each row's code in that list; None where the column sets no condition."""
    if not chosen and not excluded:
        return None
    codes, categories = _coded(values)
    names = pd.Index(categories.astype(str))
    passes = names.isin(chosen) if chosen else np.ones(len(names), dtype=bool)
    passes &= ~names.isin(excluded)
    blank = ("" in chosen if chosen else True) and "" not in excluded
    mask: Mask = np.append(passes, blank)[codes]  # a missing value has the code -1 and counts as ""
    return mask


def _counts(values: pd.Series, mask: Mask) -> pd.Series:
    codes, categories = _coded(values)
    names = categories.astype(str)
    numbers = np.bincount(codes[mask] + 1, minlength=len(categories) + 1)
    missing, numbers = int(numbers[0]), numbers[1:]
    counts = pd.Series(numbers, index=pd.Index(names, name=values.name), name="count")
    if missing:  # a missing value counts as ""
        counts[""] = missing + (int(counts[""]) if "" in counts.index else 0)
    return counts.sort_values(ascending=False, kind="stable")


def _coded(values: pd.Series) -> tuple[NDArray[np.integer], pd.Index]:
    if values.dtype == bool:
        return values.to_numpy().astype(np.int8), YES_NO
    if not isinstance(values.dtype, pd.CategoricalDtype):
        values = values.astype("category")
    return values.cat.codes.to_numpy(), values.cat.categories


def with_word_index(events: pd.DataFrame) -> pd.DataFrame:
    """The table with a column that makes searching for words several times faster; worth it where one searches more than once."""
    joined = events[C.CONTENT].astype("str").str.cat(events[C.SPEAKER].astype("str"), sep="\n")
    return events.assign(**{INDEX: joined.str.lower()})


def _words_mask(events: pd.DataFrame, alternatives: tuple[str, ...]) -> Mask:
    result = np.zeros(len(events), dtype=bool)
    indexed = INDEX in events
    columns = (INDEX, C.ACTOR, C.CLAIM) if indexed else WORD_COLUMNS
    for column in columns:
        values = events[column]
        for text in alternatives:
            if isinstance(values.dtype, pd.CategoricalDtype):
                codes, categories = _coded(values)
                hits = np.array([text in str(name).lower() for name in categories], dtype=bool)
                result |= np.append(hits, False)[codes]
            else:
                found = values.astype("str").str.contains(text, case=column == INDEX, regex=False, na=False)
                result |= found.to_numpy(dtype=bool)
    return result
