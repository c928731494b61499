"""Dates in figures and in other languages: "2022-10-24", "24/10/2022", "24. Oktober 2022"."""

import re
from datetime import date

from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match, Reading, Rule, dated


def _iso(match: Match, context: Context) -> Reading | None:
    try:
        day = date.fromisoformat(match.text[:10])
    except ValueError:
        return None
    if len(match.text) > 10:
        return Reading("TIME", match.text, None, (day, day), Period("day", day), explicit=True, why="written out")
    return dated(Period("day", day), explicit=True, why="written out")


def _slashed(match: Match, context: Context) -> Reading | None:
    first, second, year = (int(part) for part in re.split(r"[/.-]", match.text))
    if year < 100:
        year += 2000 if year <= 40 else 1900
    dots = "." in match.text
    readings = []
    for day, month, day_first in ((first, second, True), (second, first, False)):
        try:
            readings.append((date(year, month, day), day_first))
        except ValueError:
            continue
    if not readings:
        return None
    if len(readings) == 1 or readings[0][0] == readings[1][0]:
        return dated(Period("day", readings[0][0]), explicit=True, why="only one order of day and month is possible")
    day_first = True if dots else context.day_first
    if day_first is not None:
        why = "day before month, as elsewhere in the article" if day_first else "month before day, as elsewhere in the article"
        return dated(Period("day", next(d for d, order in readings if order == day_first)), explicit=True, why=why)
    # Nothing tells the order: both readings stand, and the later ones of an article can't build on it.
    early, late = sorted(day for day, _ in readings)
    likely = late if late <= context.published else early
    why = f"either {early:%d %B %Y} or {late:%d %B %Y}: day and month can't be told apart"
    return Reading("DATE", likely.isoformat(), None, (early, late), None, explicit=True, why=why, confidence=0.4)


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule("iso", "ISO", _iso, "2022-10-24"),
        Rule("slashed", "SLASHED", _slashed, "24/10/2022"),
    )
