"""What the filter column shows: each facet's values with their live counts, ready for assets/facets.js to draw."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from timeline.columns import CATEGORIES
from timeline.columns import Columns as C
from timeline.dashboard.address import NAMES, Address
from timeline.dashboard.wording import BASIS_WORDS, CHECKED_WORDS, DENIAL_WORDS, legible
from timeline.figure.lanes import UNNAMED
from timeline.figure.palette import STANCE_WORDS, claim_order
from timeline.filters import Filter, all_facet_counts

MOST = 400  # values of one facet that the page lists; its search box finds the rest by words


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet's heading, whether it starts open, whether all labels show (also those without rows), and words for its labels."""

    title: str
    opened: bool = True
    closed_set: bool = False
    words: dict[str, str] | None = None


FACETS: Final[dict[str, Facet]] = {
    C.ACT: Facet("What they do", closed_set=True),
    C.STANCE: Facet("Stance to the claim", closed_set=True, words=STANCE_WORDS),
    C.CLAIM: Facet("Claims"),
    C.ACTOR: Facet("Who"),
    C.PUBLISHER: Facet("Outlets", opened=False),
    C.SOURCE_ID: Facet("Articles", opened=False),
    C.DENIAL: Facet("Kind of denial", opened=False, words=DENIAL_WORDS),
    C.SAID_BASIS: Facet("How it is dated", opened=False, closed_set=True, words=BASIS_WORDS),
    C.QUOTATION: Facet("Quotation", opened=False, closed_set=True),
    C.CHECKED: Facet("Checked", opened=False, words=CHECKED_WORDS),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What doesn't change with the filter: each actor's affiliation, each article's title, and the claims that have a colour."""

    affiliation: dict[str, str]
    title: dict[str, str]
    claims: tuple[str, ...]


def names_of(events: pd.DataFrame) -> Names:
    """The actors' most frequent affiliations, the articles' titles, and the most frequent claims."""
    pairs = events.groupby([C.ACTOR, C.AFFILIATION], observed=True).size().sort_values(kind="stable")
    affiliation = {str(actor): str(name) for actor, name in pairs.index}  # the most frequent comes last and stays
    articles = events[[C.SOURCE_ID, C.TITLE]].drop_duplicates(C.SOURCE_ID)
    title = {str(source): str(name) for source, name in zip(articles[C.SOURCE_ID], articles[C.TITLE], strict=True)}
    claims = events[C.CLAIM].value_counts()
    return Names(affiliation, title, claim_order({str(claim): int(number) for claim, number in claims.items() if number}))


def facet_data(events: pd.DataFrame, address: Address, names: Names) -> list[dict[str, Any]]:
    """The facets in their order: name in the address, title, values with label, count and state ("on", "off" or "")."""
    wanted = address.wanted
    counts = all_facet_counts(events, wanted, [*FACETS, C.AFFILIATION])
    facets = {column: _facet(column, facet, counts, wanted, names) for column, facet in FACETS.items()}
    if address.colour == "claim":
        for entry in facets[C.CLAIM]["values"]:
            entry["swatch"] = names.claims.index(entry["value"]) if entry["value"] in names.claims else -1
    return list(facets.values())


def _facet(column: str, facet: Facet, counts: dict[str, pd.Series], wanted: Filter, names: Names) -> dict[str, Any]:
    series = counts[column]
    chosen, excluded = wanted.chosen.get(column, ()), wanted.excluded.get(column, ())
    missing = [value for value in (*chosen, *excluded) if value not in series.index]
    if missing:
        series = pd.concat([series, pd.Series(0, index=missing)])
    if facet.closed_set:
        series = series[series.index.isin(list(counts[column].index))].reindex(sorted(series.index, key=_order(column)))
    keep = (series > 0) | facet.closed_set | series.index.isin([*chosen, *excluded])
    if column == C.DENIAL:
        keep &= series.index != ""
    series = series[keep]
    values = []
    for value, count in zip(series.index[:MOST], series.to_numpy()[:MOST], strict=True):
        entry: dict[str, Any] = {"value": value, "count": int(count), "state": _state(value, chosen, excluded)}
        label = _label(column, value, facet, names)
        if label != value:
            entry["label"] = label
        if column == C.ACTOR:
            entry["group"] = names.affiliation.get(value, "")
        values.append(entry)
    data: dict[str, Any] = {"name": NAMES[column], "title": facet.title, "opened": facet.opened, "values": values}
    data["more"] = max(0, len(series) - MOST)
    if column == C.ACTOR:
        data["groups"] = _groups(counts[C.AFFILIATION], wanted, values)
    return data


def _groups(counts: pd.Series, wanted: Filter, actors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The affiliations above the actors, those with most rows first; actors of none come last, without a heading to click."""
    chosen, excluded = wanted.chosen.get(C.AFFILIATION, ()), wanted.excluded.get(C.AFFILIATION, ())
    present = {actor["group"] for actor in actors}
    names = [name for name in counts.index if name and (name in present or name in chosen or name in excluded)]
    names += [name for name in (*chosen, *excluded) if name not in names and name]
    return [{"value": name, "count": int(counts.get(name, 0)), "state": _state(name, chosen, excluded)} for name in names]


def _state(value: str, chosen: tuple[str, ...], excluded: tuple[str, ...]) -> str:
    return "on" if value in chosen else "off" if value in excluded else ""


def _label(column: str, value: str, facet: Facet, names: Names) -> str:
    if column == C.SOURCE_ID:
        return legible(names.title.get(value) or value)
    if facet.words and value in facet.words:
        return facet.words[value]
    return legible(value) or {C.CLAIM: "no claim", C.ACTOR: UNNAMED}.get(column, "not named")


def _order(column: str) -> Any:
    places = {label: place for place, label in enumerate(CATEGORIES[column])}
    return lambda value: places.get(value, len(places))


def span_of_days(events: pd.DataFrame) -> tuple[str, str]:
    """First and last day that the table speaks of, as ISO dates; "" where it has none."""
    days = pd.concat([events[C.SAID_START], events[C.SAID_END]]).dropna()
    return (f"{days.min():%Y-%m-%d}", f"{days.max():%Y-%m-%d}") if len(days) else ("", "")


def said_span(events: pd.DataFrame) -> tuple[str, str]:
    """First and last day of saying as ISO dates, each statement on the last day that is possible; "" where none has a date."""
    days = events[C.SAID_END].fillna(events[C.SAID_START]).dropna()
    return (f"{days.min():%Y-%m-%d}", f"{days.max():%Y-%m-%d}") if len(days) else ("", "")


def publication_days(events: pd.DataFrame) -> list[str]:
    """The days on which something was published, in order, as ISO dates: the stops of the replay."""
    days = np.unique(events[C.REPORTED].dropna().to_numpy())
    return [str(day)[:10] for day in days]
