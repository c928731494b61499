"""What is shown ↔ the query part of the address: every view has its link."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, cast
from urllib.parse import parse_qsl, urlencode

from timeline.columns import Columns as C
from timeline.figure.lettering import Days
from timeline.filters import Filter

# Facets that can be chosen and excluded, under the names that they have in the address, in their order on the page.
FACET_COLUMNS: Final[dict[str, str]] = {
    "actor": C.ACTOR,
    "affiliation": C.AFFILIATION,
    "claim": C.CLAIM,
    "act": C.ACT,
    "stance": C.STANCE,
    "outlet": C.PUBLISHER,
    "article": C.SOURCE_ID,
    "denial": C.DENIAL,
    "basis": C.SAID_BASIS,
    "quotation": C.QUOTATION,
    "checked": C.CHECKED,
}
NAMES: Final = {column: name for name, column in FACET_COLUMNS.items()}
NOT: Final = "not."

Colour = Literal["stance", "claim"]
Order = Literal["first", "number", "name"]


@dataclass(frozen=True, slots=True)
class Address:
    """The filter and the way of drawing it. `focus` is the claim kept in colour; `folded` the affiliations drawn as one lane;
    `top` the actors whose lanes come first, in this order; `days` how days are written.
    """

    wanted: Filter = field(default_factory=Filter)
    colour: Colour = "stance"
    order: Order = "first"
    focus: str = ""
    folded: frozenset[str] = frozenset()
    top: tuple[str, ...] = ()
    days: Days = "words"


def read_address(query: str) -> Address:
    """The query part of an address ("?act=deny&from=2022-10-17"); what cannot be understood is left out."""
    chosen: dict[str, list[str]] = {}
    excluded: dict[str, list[str]] = {}
    folded: set[str] = set()
    top: dict[str, None] = {}
    single: dict[str, str] = {}
    for name, value in parse_qsl(query.lstrip("?"), keep_blank_values=True):
        facet = name.removeprefix(NOT)
        if facet in FACET_COLUMNS:
            (excluded if name.startswith(NOT) else chosen).setdefault(FACET_COLUMNS[facet], []).append(value)
        elif name == "fold":
            folded.add(value)
        elif name == "top":
            top[value] = None
        else:
            single[name] = value
    wanted = Filter(
        chosen={column: tuple(dict.fromkeys(values)) for column, values in chosen.items()},
        excluded={column: tuple(dict.fromkeys(values)) for column, values in excluded.items()},
        since=read_day(single.get("from", "")),
        until=read_day(single.get("until", "")),
        words=single.get("q", "").strip(),
        known_on=read_day(single.get("known", "")),
        min_confidence=_share(single.get("confidence", "")),
        thoughts=single.get("thoughts") == "1",
    )
    colour, order, days = single.get("colour"), single.get("order"), single.get("days")
    return Address(
        wanted,
        cast("Colour", colour) if colour in ("stance", "claim") else "stance",
        cast("Order", order) if order in ("first", "number", "name") else "first",
        single.get("focus", ""),
        frozenset(folded),
        tuple(top),
        cast("Days", days) if days in ("words", "german", "iso") else "words",
    )


def write_address(address: Address) -> str:
    """The query part of an address, "" for the view that is shown without one; `read_address` gives the address back."""
    wanted = address.wanted
    pairs: list[tuple[str, str]] = []
    for name, column in FACET_COLUMNS.items():
        pairs += [(name, value) for value in wanted.chosen.get(column, ())]
        pairs += [(NOT + name, value) for value in wanted.excluded.get(column, ())]
    days = {"from": wanted.since, "until": wanted.until, "known": wanted.known_on}
    pairs += [(name, day.isoformat()) for name, day in days.items() if day]
    pairs += [("q", wanted.words)] if wanted.words else []
    pairs += [("confidence", f"{wanted.min_confidence:g}")] if wanted.min_confidence else []
    pairs += [("thoughts", "1")] if wanted.thoughts else []
    pairs += [("colour", address.colour)] if address.colour != "stance" else []
    pairs += [("order", address.order)] if address.order != "first" else []
    pairs += [("focus", address.focus)] if address.focus else []
    pairs += [("fold", value) for value in sorted(address.folded)]
    pairs += [("top", value) for value in address.top]
    pairs += [("days", address.days)] if address.days != "words" else []
    return f"?{urlencode(pairs)}" if pairs else ""


def read_window(text: str) -> tuple[date | None, date | None]:
    """The visible days, written "2022-10-01..2022-10-31"; (None, None) for all."""
    start, _, end = text.partition("..")
    first, last = read_day(start), read_day(end)
    return (first, last) if first and last and first <= last else (None, None)


def read_day(text: str) -> date | None:
    """An ISO date, None where it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _share(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
