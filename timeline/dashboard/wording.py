"""How days, acts and people are worded on the page."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.symbols import SYMBOLS

_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ACT_WORDS: Final[dict[str, str]] = {act: symbol.verb for act, symbol in SYMBOLS.items()}
BASIS_WORDS: Final = {
    "explicit": "calendar date in the text",
    "relative": "counted from publication",
    "inherited": "same occasion as a dated one",
    "publication": "no date: by publication",
}
DENIAL_WORDS: Final = {
    "categorical": "categorical denial", "partial": "partial denial", "conditional": "conditional denial", "non-denial": "non-denial",
    "counter-accusation": "counter-accusation", "walk-back": "walked back",
}  # fmt: skip


def day_words(day: "date | pd.Timestamp") -> str:
    """A day in full: 24 October 2022."""
    return f"{day.day} {day:%B %Y}"


def interval_words(start: "date | pd.Timestamp | None", end: "date | pd.Timestamp | None") -> str:
    """An interval of days as one says it: "24 October 2022", "17–23 October 2022", "on or before 25 October 2022", "undated"."""
    first = None if start is None or pd.isna(start) else start
    last = None if end is None or pd.isna(end) else end
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        return f"on or before {day_words(last)}" if last is not None else f"on or after {day_words(first)}"  # type: ignore[arg-type]
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def short_interval(start: "date | pd.Timestamp | None", end: "date | pd.Timestamp | None") -> str:
    """An interval for a narrow column, in ISO days: "2022-10-24", "2022-10-17 – 23", "≤ 2022-10-25"."""
    first = None if start is None or pd.isna(start) else start
    last = None if end is None or pd.isna(end) else end
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        return f"≤ {last:%Y-%m-%d}" if last is not None else f"≥ {first:%Y-%m-%d}"
    if first == last:
        return f"{first:%Y-%m-%d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m-%d} – {last:%d}"
    return f"{first:%Y-%m-%d} – {last:%m-%d}" if first.year == last.year else f"{first:%Y-%m-%d} – {last:%Y-%m-%d}"


def who(row: pd.Series) -> str:
    """An actor with role and affiliation: "Amir Saeed Irwani, ambassador to the UN (Iran)"."""
    name, role, affiliation = (legible(row[column]) for column in (C.ACTOR, C.ROLE, C.AFFILIATION))
    name = name or "(unnamed)"
    words = f"{name}, {role}" if role else name
    return f"{words} ({affiliation})" if affiliation and affiliation != name else words


def one_line(row: pd.Series, longest: int = 160) -> str:
    """A statement in a line, for lists and screen readers: '24 October 2022: France demands: "for an impartial …"'."""
    act = ACT_WORDS.get(str(row[C.ACT]), str(row[C.ACT]))
    said = interval_words(row[C.SAID_START], row[C.SAID_END])
    return f"{said}: {who(row)} {act}: {shortened(str(row[C.CONTENT]), longest)}"


def legible(text: object) -> str:
    """A text without the marks that turn the direction of writing: they could make a name read as another."""
    return _DIRECTION.sub("", str(text))


def shortened(text: str, longest: int) -> str:
    """A text cut at a word, with an ellipsis, if it is longer."""
    text = " ".join(legible(text).split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,;:.") + "…"


def number_words(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 statement", "1,204 statements"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str], most: int = 4) -> str:
    """Names as one lists them: "Iran, Russia and 3 more"."""
    names = [legible(name) for name in names]
    if len(names) <= 1:
        return "".join(names)
    if len(names) <= most:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{', '.join(names[: most - 1])} and {len(names) - most + 1} more"
