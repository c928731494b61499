"""How days, acts and people are worded on the page."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

import pandas as pd

from timeline.columns import Columns as C
from timeline.figure.lanes import UNNAMED
from timeline.figure.lettering import Days, figures
from timeline.figure.symbols import SYMBOLS

_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ACT_WORDS: Final[dict[str, str]] = {act: symbol.verb for act, symbol in SYMBOLS.items()}
BASIS_WORDS: Final = {
    "explicit": "calendar date in the text",
    "relative": "counted from publication",
    "inherited": "same occasion as a dated one",
    "publication": "no date: by publication",
}
CHECKED_WORDS: Final = {"no": "not checked yet", "yes": "checked by a person"}
DENIAL_WORDS: Final = {
    "categorical": "categorical denial", "partial": "partial denial", "conditional": "conditional denial", "non-denial": "non-denial",
    "counter-accusation": "counter-accusation", "walk-back": "walked back",
}  # fmt: skip


def day_words(day: "date | pd.Timestamp", days: Days = "words") -> str:
    """A day in full: 24 October 2022."""
    return f"{day.day} {day:%B %Y}" if days == "words" else _figures(day, day, days)


def _figures(first: "date | pd.Timestamp", last: "date | pd.Timestamp", days: Days) -> str:
    return figures(date(first.year, first.month, first.day), date(last.year, last.month, last.day), days)


def interval_words(start: "date | pd.Timestamp | None", end: "date | pd.Timestamp | None", days: Days = "words") -> str:
    """An interval of days as one says it: "24 October 2022", "17–23 October 2022", "on or before 25 October 2022", "undated"."""
    first = None if start is None or pd.isna(start) else start
    last = None if end is None or pd.isna(end) else end
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        words = day_words(last if first is None else first, days)  # type: ignore[arg-type]
        return f"on or before {words}" if last is not None else f"on or after {words}"
    if days != "words":
        return _figures(first, last, days)
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def short_interval(start: "date | pd.Timestamp | None", end: "date | pd.Timestamp | None", days: Days = "words") -> str:
    """An interval for a narrow column: "24 Oct 2022", "17–23 Oct 2022", "≤ 25 Oct 2022", or in figures: "2022-10-17 – 23"."""
    first = None if start is None or pd.isna(start) else start
    last = None if end is None or pd.isna(end) else end
    if first is None and last is None:
        return "undated"
    if first is None or last is None:
        day = last if first is None else first
        return f"{'≤' if last is not None else '≥'} {short_interval(day, day, days)}"
    if days == "german":
        return _figures(first, last, days)
    if days == "words":
        whole = f"{last.day} {last:%b %Y}"
        if first == last:
            return whole
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{whole}"
        return f"{first.day} {first:%b}{'' if first.year == last.year else f' {first.year}'} – {whole}"
    if first == last:
        return f"{first:%Y-%m-%d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m-%d} – {last:%d}"
    return f"{first:%Y-%m-%d} – {last:%m-%d}" if first.year == last.year else f"{first:%Y-%m-%d} – {last:%Y-%m-%d}"


def who(row: pd.Series) -> str:
    """An actor with role and affiliation: "Amir Saeed Irwani, ambassador to the UN (Iran)"."""
    name, role, affiliation = (legible(row[column]) for column in (C.ACTOR, C.ROLE, C.AFFILIATION))
    name = name or UNNAMED
    words = f"{name}, {role}" if role else name
    return f"{words} ({affiliation})" if affiliation and affiliation != name else words


def one_line(row: pd.Series, days: Days = "words", longest: int = 160) -> str:
    """A statement in a line, for lists and screen readers: '24 October 2022: France demands: "for an impartial …"'."""
    act = ACT_WORDS.get(str(row[C.ACT]), str(row[C.ACT]))
    said = interval_words(row[C.SAID_START], row[C.SAID_END], days)
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
