"""The dossier that the page works on, held by the server: one user, one dossier, read by many requests at once."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from timeline.articles import Article
from timeline.columns import CATEGORIES, FACETS
from timeline.columns import Columns as C
from timeline.dashboard.facets import Names, names_of, publication_days, said_span, span_of_days
from timeline.dashboard.shown import known
from timeline.dossier import Correction, Dossier, Parse
from timeline.errors import SourceError, TableError
from timeline.figure import View, figure
from timeline.filters import Filter, filter_events, passing, with_word_index
from timeline.threads import unanswered

FORM: Final = (C.ACTOR, C.AFFILIATION, C.SAID_START, C.SAID_END, C.ACT, C.STANCE, C.CLAIM)  # what the page can correct, in order
# Copying a column costs more than filtering it: chart, table, claims and lists get only what they show.
VIEWED: Final = (
    C.STATEMENT_ID, C.ACTOR, C.ACTOR_KIND, C.ROLE, C.AFFILIATION, C.SAID_START, C.SAID_END, C.SAID_TEXT, C.SAID_EDTF, C.REPORTED,
    C.IS_STATEMENT, C.ACT, C.DENIAL, C.CLAIM, C.CLAIM_WHY, C.STANCE, C.QUOTATION, C.CONTENT, C.IN_REPLY_TO, C.CONFIDENCE, C.CHECKED,
    C.SOURCE_ID, C.TITLE, C.PUBLISHER,
)  # fmt: skip
KEPT: Final = 8  # filter results kept, so that the chart, the table and a zoom don't filter again


@dataclass
class Desk:
    """Holds the current dossier and hands out its rows; `version` grows with every change, so that the page knows when to look again.

    `parse` reads further articles, `save` keeps every change.
    """

    dossier: Dossier
    parse: Parse | None = None
    save: Callable[[Dossier], None] | None = None
    version: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _rows: "OrderedDict[tuple[int, str], pd.DataFrame]" = field(default_factory=OrderedDict, repr=False)
    _events: tuple[int, pd.DataFrame] | None = field(default=None, repr=False)
    _waiting: tuple[tuple[int, date | None], pd.DataFrame] | None = field(default=None, repr=False)
    _names: tuple[int, Names] | None = field(default=None, repr=False)
    _days: tuple[int, dict[str, Any]] | None = field(default=None, repr=False)

    @property
    def events(self) -> pd.DataFrame:
        """The event table as filters and facets want it: repeated values as categories, words ready to be searched."""
        version, dossier = self.version, self.dossier
        if self._events is None or self._events[0] != version:
            self._events = (version, with_word_index(as_categories(dossier.events)))
        return self._events[1]

    def prepare(self) -> None:
        """Works out what the first view needs, while the browser still loads its scripts."""
        rows = self.rows(Filter())
        figure(rows, View(claims=self.names.claims))
        _ = self.days

    def whole_rows(self, wanted: Filter) -> pd.DataFrame:
        """The rows that pass a filter with all their columns, for exports."""
        return filter_events(self.dossier.events, wanted)

    def rows(self, wanted: Filter) -> pd.DataFrame:
        """The rows that pass a filter with the columns that the views show; the same result is worked out once."""
        key = (self.version, repr(wanted))
        with self._lock:
            if key in self._rows:
                self._rows.move_to_end(key)
                return self._rows[key]
            events = self.events
            rows = events[list(VIEWED)][passing(events, wanted)]
            self._rows[key] = rows
            while len(self._rows) > KEPT:
                self._rows.popitem(last=False)
            return rows

    def total(self, wanted: Filter) -> int:
        """How many rows there are without a filter; thoughts count only where they are wanted."""
        return len(self.rows(Filter(thoughts=wanted.thoughts)))

    def waiting(self, known_on: date | None) -> pd.DataFrame:
        """The accusations without a recorded answer among what had been published by a day."""
        key = (self.version, known_on)
        if self._waiting is None or self._waiting[0] != key:
            self._waiting = (key, unanswered(known(self.events, known_on)))
        return self._waiting[1]

    @property
    def names(self) -> Names:
        """The actors' affiliations and the articles' titles."""
        version = self.version
        if self._names is None or self._names[0] != version:
            self._names = (version, names_of(self.events))
        return self._names[1]

    @property
    def days(self) -> dict[str, Any]:
        """First and last day of the table and the days of publication, for the filter column."""
        version = self.version
        if self._days is None or self._days[0] != version:
            first, last = span_of_days(self.events)
            self._days = (
                version,
                {"first": first, "last": last, "published": publication_days(self.events), "strip": said_span(self.events)},
            )
        return self._days[1]

    def join(self, articles: list[Article]) -> int:
        """Adds articles; returns how many statements are new. Another article of the same name gets a name of its own.

        Raises SourceError where there is no parser.
        """
        if self.parse is None:
            raise SourceError("This page cannot read articles; start it with a parser.")
        parse, before = self.parse, set(self.events[C.STATEMENT_ID])
        articles = apart(articles, self.dossier.articles)
        self.change(lambda dossier: dossier.with_articles(articles, parse))
        return len(set(self.events[C.STATEMENT_ID]) - before)

    def correct(self, statement_id: str, values: Sequence[str]) -> int:
        """Sets the values (of FORM's columns) that differ in a row; returns the new version.

        Raises TableError for values that cannot be.
        """
        rows = self.events[self.events[C.STATEMENT_ID] == statement_id]
        if rows.empty:
            raise TableError("That statement is no longer in the table.")
        row = rows.iloc[0]
        wanted = dict(zip(FORM, (str(value or "").strip() for value in values), strict=True))
        wanted[C.STANCE] = "" if wanted[C.STANCE] == "none" else wanted[C.STANCE]
        present = {column: _as_text(row[column]) for column in FORM}
        changed = [(column, value) for column, value in wanted.items() if value != present[column]]
        steps = [Correction(statement_id, column, value, joined=number > 0) for number, (column, value) in enumerate(changed)]
        return self.change(lambda dossier: dossier.corrected(*steps)) if steps else self.version

    def check(self, statement_id: str, column: str = C.CHECKED, value: str = "true") -> int:
        """Sets a flag of a row: found right by a person, or whether it is a statement at all; returns the version, new after a change.

        Raises TableError for a row that isn't there.
        """
        if (self.events.loc[self.events[C.STATEMENT_ID] == statement_id, column] == (value == "true")).any():
            return self.version
        return self.change(lambda dossier: dossier.corrected(Correction(statement_id, column, value)))

    def rename(self, claim: str, name: str) -> int:
        """Gives a claim another name; returns the new version. Raises TableError for no name or an unknown claim."""
        return self.change(lambda dossier: dossier.renamed(claim, name))

    def undo(self) -> int:
        """Takes the last correction or renaming back; returns the new version."""
        return self.change(lambda dossier: dossier.undone())

    def change(self, step: Callable[[Dossier], Dossier]) -> int:
        """Replaces the dossier by what `step` makes of it; returns the new version. Errors leave everything as it was."""
        changed = step(self.dossier)
        if self.save:
            self.save(changed)
        with self._lock:
            self.dossier = changed
            self.version += 1
            self._rows.clear()
        return self.version


def apart(articles: Sequence[Article], known: Mapping[str, Article]) -> list[Article]:
    """The articles, those renamed whose `source_id` stands for another text already."""
    texts = {source_id: article.text for source_id, article in known.items()}
    named = []
    for article in articles:
        wanted, number = article.source_id, 1
        while texts.get(wanted, article.text) != article.text:
            number += 1
            wanted = f"{article.source_id}-{number}"
        texts[wanted] = article.text
        named.append(article if wanted == article.source_id else replace(article, source_id=wanted))
    return named


def _as_text(value: object) -> str:
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return "" if value is None or value is pd.NaT else str(value)


def as_categories(events: pd.DataFrame) -> pd.DataFrame:
    """The event table with the columns of repeated values as categories."""
    plain = [column for column in (*CATEGORIES, *FACETS) if not isinstance(events[column].dtype, pd.CategoricalDtype)]
    return events.astype(dict.fromkeys(plain, "category")) if plain else events
