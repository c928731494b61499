"""What is kept between readings: the articles, the event table made of them, and the corrections that people have made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

import pandas as pd

from timeline.articles import Article
from timeline.columns import CATEGORIES
from timeline.columns import Columns as C
from timeline.edtf import edtf
from timeline.errors import TableError

BY_HAND: Final = "corrected by hand"
Parse: TypeAlias = Callable[[Sequence[Article]], pd.DataFrame]
CORRECTABLE: Final = (C.ACTOR, C.AFFILIATION, C.SAID_START, C.SAID_END, C.ACT, C.CLAIM, C.STANCE, C.IS_STATEMENT, C.CHECKED)

_WHY: Final = {C.ACT: C.ACT_RULE, C.CLAIM: C.CLAIM_WHY, C.STANCE: C.STANCE_WHY}  # what gave a value is no longer so once a person sets it


@dataclass(frozen=True, slots=True)
class Correction:
    """A value set by a person in the row of a statement; days are ISO dates, flags true or false, "" is an open day or no claim.

    `joined`: made in one step with the correction before it, and undone with it.
    """

    statement_id: str
    column: str
    value: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Renaming:
    """A claim that a person has given another name; the name of another claim joins the two.

    `statements` are the ids that it had then: after further articles the same claim may be found under other words.
    """

    claim: str
    name: str
    statements: tuple[str, ...]


Step: TypeAlias = Correction | Renaming


@dataclass(frozen=True, slots=True)
class Dossier:
    """Articles by `source_id`, the event table as parsed, and the corrections and renamings in the order in which they were made.

    `pinned` are the claims that an analyst has named, each with its hints (see `claims.read_pins`). A dossier is a value: adding,
    correcting and undoing give a new one. `events` holds the corrections already.
    """

    title: str
    parsed: pd.DataFrame
    articles: Mapping[str, Article] = field(default_factory=dict)
    corrections: tuple[Step, ...] = ()
    pinned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    events: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "articles", MappingProxyType(dict(self.articles)))
        object.__setattr__(self, "pinned", MappingProxyType(dict(self.pinned)))
        object.__setattr__(self, "events", apply_corrections(self.parsed, self.corrections))

    def with_articles(self, new: Iterable[Article], parse: Parse) -> "Dossier":
        """The dossier with further articles, all parsed together, since claims and actors are shared; an article read again replaces
        its earlier self, and corrections stay. Rows of a table whose articles are not at hand stay as they are."""
        articles = {**self.articles, **{article.source_id: article for article in new}}
        kept = self.parsed[~self.parsed[C.SOURCE_ID].astype(str).isin(articles)]
        read = parse(list(articles.values()))
        return replace(self, parsed=stack(kept, read), articles=articles)

    def corrected(self, *corrections: Correction) -> "Dossier":
        """The dossier with further corrections.

        Raises TableError for a column that cannot be corrected, an unknown label, an impossible day or an unknown row.
        """
        for correction in corrections:
            _check(correction, self.events)
        changed = replace(self, corrections=(*self.corrections, *corrections))
        if (changed.events[C.SAID_START] > changed.events[C.SAID_END]).any():
            raise TableError("The first day on which it can have been said must not be later than the last.")
        return changed

    def renamed(self, claim: str, name: str) -> "Dossier":
        """The dossier with another name for a claim. Raises TableError for no name or a claim that isn't there."""
        name = " ".join(name.split())
        if not name:
            raise TableError("A claim needs a name.")
        mine = self.events.loc[self.events[C.CLAIM] == claim, C.STATEMENT_ID]
        if mine.empty or not claim:
            raise TableError(f"No statement has the claim {claim!r}.")
        if name == claim:
            return self
        return replace(self, corrections=(*self.corrections, Renaming(claim, name, tuple(mine))))

    def undone(self) -> "Dossier":
        """The dossier without its last step: a renaming, or the corrections that were made at once."""
        left = list(self.corrections)
        while left:
            last = left.pop()
            if not (isinstance(last, Correction) and last.joined):
                break
        return replace(self, corrections=tuple(left))


def stack(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Two event tables one below the other, categories joined."""
    if first.empty or second.empty:
        return (second if first.empty else first).reset_index(drop=True)
    first, second = first.copy(deep=False), second.copy(deep=False)
    for column in first.columns.intersection(second.columns):
        if isinstance(first[column].dtype, pd.CategoricalDtype):
            categories = pd.Index(dict.fromkeys([*first[column].cat.categories, *second[column].astype("category").cat.categories]))
            first[column] = first[column].cat.set_categories(categories)
            second[column] = second[column].astype("category").cat.set_categories(categories)
    return pd.concat([first, second], ignore_index=True)


def apply_corrections(events: pd.DataFrame, steps: Iterable[Step]) -> pd.DataFrame:
    """The event table with the corrections and renamings made. Those whose rows are gone are passed over.

    A row that has been corrected, or found right, is `checked` and gets confidence 1.
    """
    steps = list(steps)
    if not steps:
        return events
    events = events.copy()
    ids = events[C.STATEMENT_ID]
    touched = ids[ids.isin({step.statement_id for step in steps if isinstance(step, Correction)})]
    places = {str(name): rows.index for name, rows in touched.groupby(touched)}
    checked: dict[str, bool] = {}
    for step in steps:
        if isinstance(step, Renaming):
            _rename(events, step)
        elif step.statement_id in places:
            checked[step.statement_id] = step.column != C.CHECKED or step.value == "true"
            if step.column != C.CHECKED:
                _set(events, places[step.statement_id], step.column, step.value)
    for answer in (True, False):
        rows = [place for name, each in checked.items() if each is answer for place in places[name]]
        events.loc[rows, C.CHECKED] = answer
        if answer:
            events.loc[rows, C.CONFIDENCE] = 1.0
    return events


def _rename(events: pd.DataFrame, renaming: Renaming) -> None:
    """Renames the claim that most of the renaming's statements have now, in all its rows."""
    now = events.loc[events[C.STATEMENT_ID].isin(renaming.statements), C.CLAIM].astype(str).value_counts()
    if len(now) and now.index[0] and now.iloc[0] * 2 > now.sum():
        _write(events, events.index[events[C.CLAIM] == now.index[0]], C.CLAIM, renaming.name)


def _set(events: pd.DataFrame, rows: pd.Index, column: str, value: str) -> None:
    if column in (C.SAID_START, C.SAID_END):
        events.loc[rows, column] = pd.Timestamp(value) if value else pd.NaT
        for index in rows:
            start, end = (None if pd.isna(day) else day.date() for day in (events.loc[index, C.SAID_START], events.loc[index, C.SAID_END]))
            events.loc[index, C.SAID_EDTF] = edtf(start, end)
            events.loc[index, C.SAID_WHY] = BY_HAND
        return
    if column == C.IS_STATEMENT:
        events.loc[rows, column] = value == "true"
        return
    _write(events, rows, column, value)
    if column in _WHY:
        _write(events, rows, _WHY[column], BY_HAND)


def _write(events: pd.DataFrame, rows: pd.Index, column: str, value: str) -> None:
    if isinstance(events[column].dtype, pd.CategoricalDtype) and value not in events[column].cat.categories:
        events[column] = events[column].cat.add_categories([value])
    events.loc[rows, column] = value


def _check(correction: Correction, events: pd.DataFrame) -> None:
    column, value = correction.column, correction.value
    if column not in CORRECTABLE:
        raise TableError(f"The column {column!r} cannot be corrected; choose one of {', '.join(CORRECTABLE)}.")
    if column in CATEGORIES and value not in CATEGORIES[column]:
        raise TableError(f"{value!r} is no {column}; choose one of {', '.join(label or 'none' for label in CATEGORIES[column])}.")
    if column in (C.IS_STATEMENT, C.CHECKED) and value not in ("true", "false"):
        raise TableError(f"{value!r} is no {column}; write true or false.")
    if column == C.ACTOR and not value.strip():
        raise TableError("An actor needs a name.")
    if column in (C.SAID_START, C.SAID_END) and value:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise TableError(f"{value!r} is no day; write it as 2022-10-24.") from None
    if not (events[C.STATEMENT_ID] == correction.statement_id).any():
        raise TableError(f"No statement has the id {correction.statement_id!r}.")
