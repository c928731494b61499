"""Which lane each statement is in: one lane an actor, grouped by affiliation, the least frequent actors folded where there are too many."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from timeline.columns import CATEGORIES
from timeline.columns import Columns as C
from timeline.figure.lettering import plain
from timeline.figure.rows import Ints, Rows, codes_of

Order = Literal["first", "number", "name"]
PRESS, OTHERS = "The press", "Others"
UNNAMED: Final = "Speaker not named"


@dataclass(frozen=True, slots=True)
class Lane:
    """`name` as shown; `actors`: the names as in the table (several where folded); `role`, `count` of statements, `group` as shown."""

    name: str
    role: str
    group: str
    actors: tuple[str, ...]
    count: int
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom, and for each drawn row the index of its lane."""

    lanes: tuple[Lane, ...]
    of_row: Ints


@dataclass(slots=True)
class _Actor:
    code: int
    name: str
    role: str
    group: str
    count: int
    first: int


def _last_filled(last_row: Ints, of_actor: Ints, values: Ints, names: list[str]) -> list[str]:
    """For each actor the value of the last row that has one, "" for none; `last_row` is the last row of each actor."""
    found = [names[value] for value in values[last_row]]
    if "" in found:  # seldom, since the rest is much work
        filled = np.array([name != "" for name in names], dtype=bool)[values]
        latest = np.full(len(last_row), -1)
        latest[of_actor[filled]] = values[filled]
        found = [names[value] if value >= 0 else "" for value in latest]
    return found


def _actors(events: pd.DataFrame, rows: Rows) -> tuple[list[_Actor], Ints]:
    def codes(column: str, labels: tuple[str, ...] | None = None) -> tuple[Ints, list[str]]:
        found, names = codes_of(events[column], labels)
        return (found if len(found) == len(rows.place) else found[rows.place]), names

    of_actor, names = codes(C.ACTOR)
    count = np.bincount(of_actor, minlength=len(names))
    first = np.full(len(names), np.iinfo(np.int64).max)
    np.minimum.at(first, of_actor, rows.at)
    last_row = np.zeros(len(names), dtype=np.int64)
    last_row[of_actor] = np.arange(len(of_actor))
    role = _last_filled(last_row, of_actor, *codes(C.ROLE))
    affiliation = _last_filled(last_row, of_actor, *codes(C.AFFILIATION))
    kind = _last_filled(last_row, of_actor, *codes(C.ACTOR_KIND, (*CATEGORIES[C.ACTOR_KIND], "")))

    def group(code: int) -> str:
        return PRESS if kind[code] == "press" else plain(affiliation[code]) or OTHERS

    return [
        _Actor(code, names[code], plain(role[code]), group(code), int(count[code]), int(first[code]))
        for code in np.flatnonzero(count).tolist()
    ], of_actor


def _sort_key(order: Order, by_hand: tuple[str, ...]) -> Callable[[_Actor], tuple[float, float, str]]:
    hand = {name: place for place, name in enumerate(by_hand)}

    def key(actor: _Actor) -> tuple[float, float, str]:
        value = {"first": actor.first, "number": -actor.count, "name": 0}[order]
        return hand.get(actor.name, len(hand)), value, actor.name.casefold()

    return key


def lay_lanes(
    events: pd.DataFrame, rows: Rows, order: Order, by_hand: tuple[str, ...] = (), folded: frozenset[str] = frozenset(), most: int = 40
) -> Lanes:
    """The lanes of an event table.

    Groups stand in the order of their first actor (speakers without affiliation last). A folded group is one lane. Where there would be
    more than `most` lanes, the actors with the fewest statements share one lane a group; if there are still too many groups, the
    smallest are put together.
    """
    actors, of_actor = _actors(events, rows)
    if not actors:
        return Lanes((), of_actor)
    sizes: dict[str, int] = {}
    for actor in actors:
        sizes[actor.group] = sizes.get(actor.group, 0) + actor.count
    if len(sizes) > most:
        kept = set(sorted((name for name in sizes if name != OTHERS), key=lambda name: (-sizes[name], name))[: most - 1])
        for actor in actors:
            actor.group = actor.group if actor.group in kept else OTHERS
    named = _named_actors(actors, folded, most)
    key = _sort_key(order, by_hand)
    groups: dict[str, list[_Actor]] = {}
    for actor in sorted(actors, key=key):
        groups.setdefault(actor.group, []).append(actor)
    if order == "name" and not by_hand:
        groups = dict(sorted(groups.items(), key=lambda item: item[0].casefold()))
    if order == "number" and not by_hand:
        groups = dict(sorted(groups.items(), key=lambda item: -sum(actor.count for actor in item[1])))
    if OTHERS in groups:
        groups[OTHERS] = groups.pop(OTHERS)
    lanes: list[Lane] = []
    lane_of = np.zeros(max(actor.code for actor in actors) + 1, dtype=np.int64)
    for group, members in groups.items():
        rest = [actor for actor in members if actor.code not in named]
        for actor in members:
            if actor.code in named:
                lane_of[actor.code] = len(lanes)
                lanes.append(Lane(plain(actor.name) or UNNAMED, actor.role, group, (actor.name,), actor.count))
        if rest:
            for actor in rest:
                lane_of[actor.code] = len(lanes)
            name, role = (group, f"{len(rest)} speakers") if len(rest) == len(members) else (f"{len(rest)} more", "")
            lanes.append(Lane(name, role, group, tuple(actor.name for actor in rest), sum(actor.count for actor in rest), folded=True))
    return Lanes(tuple(lanes), lane_of[of_actor])


def _named_actors(actors: list[_Actor], folded: frozenset[str], most: int) -> set[int]:
    """The codes of the actors that have a lane of their own: all of the groups not folded, if they fit; else the most frequent ones."""
    open_actors = sorted((actor for actor in actors if actor.group not in folded), key=lambda actor: (-actor.count, actor.name))
    shared = len({actor.group for actor in actors if actor.group in folded})
    if len(open_actors) + shared <= most:
        return {actor.code for actor in open_actors}
    room = max(0, most - len({actor.group for actor in actors}))
    named = {actor.code for actor in open_actors[:room]}
    left: dict[str, list[_Actor]] = {}
    for actor in actors:
        if actor.code not in named:
            left.setdefault(actor.group, []).append(actor)
    # A shared lane for one actor alone is that actor's own lane.
    return named | {group[0].code for name, group in left.items() if len(group) == 1 and name not in folded}
