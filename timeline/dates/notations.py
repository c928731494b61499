"""Dates in figures and in other languages: "2022-10-24", "24/10/2022", "24-Oct-2022", "24. Oktober 2022"."""

import re
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match, Reading, Rule, dated
from timeline.lexicon import entries

_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/])")


def order_of_figures(text: str, url: str, publisher: str) -> bool | None:
    """Whether the day comes first in an article's dates in figures; None where nothing tells.

    An unambiguous date of the article ("24/10/2022") decides, else the top-level domain of its outlet.
    """
    orders = {int(m[1]) > 12 for m in _SLASHED.finditer(text) if (int(m[1]) > 12) != (int(m[3]) > 12)}
    if len(orders) == 1:
        return orders.pop()
    host = urlsplit(url).hostname or publisher
    domain = host.lower().rsplit(".", 1)[-1] if "." in host else ""
    first = next((row["first"] for row in entries("dates_orders") if row["domain"] == domain), "")
    return {"day": True, "month": False}.get(first)


def _iso(match: Match, context: Context) -> Reading | None:
    try:
        day = date.fromisoformat(match.text[:10].replace("/", "-").replace(".", "-"))
    except ValueError:
        return None
    if len(match.text) > 10:
        return Reading("TIME", match.text, None, (day, day), Period("day", day), explicit=True, why="written out")
    return dated(Period("day", day), explicit=True, why="written out")


def _slashed(match: Match, context: Context) -> Reading | None:
    first, second, year = (int(part) for part in re.split(r"[/.-]", match.text))
    if year < 100:
        year += 2000 if year <= 40 else 1900
    readings: list[tuple[date, bool]] = []
    for day, month, order in ((first, second, True), (second, first, False)):
        try:
            readings.append((date(year, month, day), order))
        except ValueError:
            continue
    if not readings:
        return None
    if len(readings) == 1 or readings[0][0] == readings[1][0]:
        return dated(Period("day", readings[0][0]), explicit=True, why="only one order of day and month is possible")
    day_first: bool | None = True if "." in match.text else context.day_first
    if day_first is not None:
        why = f"{'day before month' if day_first else 'month before day'}, as the article or its outlet's country has it"
        return dated(Period("day", next(d for d, order in readings if order == day_first)), explicit=True, why=why)
    # Nothing tells the order: the days are left between both readings, and no later expression builds on them.
    early, late = sorted(day for day, _ in readings)
    likely = late if late <= context.published else early
    why = f"either {early.day} {early:%B %Y} or {late.day} {late:%B %Y}: day and month can't be told apart"
    return Reading("DATE", likely.isoformat(), None, (early, late), None, explicit=True, why=why, confidence=0.4)


def _dashed(match: Match, context: Context) -> Reading | None:
    """ "24-Oct-2022"."""
    year = int(match.tokens("year")[0])
    year += 0 if year > 99 else 2000 if year <= 40 else 1900
    day = date(year, int(match.value("month", "MONTH", "MABBR")), int(match.tokens("day")[0]))
    return dated(Period("day", day), explicit=True, why="written out")


@cache
def _languages() -> dict[str, str]:
    return {row["word"]: row["language"] for row in entries("dates_foreign_months")}


def _foreign(match: Match, context: Context) -> Reading | None:
    """A day, a month in another language and a year: dateparser reads them."""
    language = _languages().get(match.tokens("month")[0])
    if language is None:
        return None
    import dateparser  # loaded only where a text has such a date: it takes a while

    found = dateparser.parse(match.text, languages=[language], settings={"STRICT_PARSING": True})
    return dated(Period("day", found.date()), explicit=True, why=f"written out ({language})") if found else None


def _nine_eleven(match: Match, context: Context) -> Reading | None:
    """ "9/11" is a name as much as a date."""
    if match.text != "9/11":
        return None
    return dated(Period("day", date(2001, 9, 11)), explicit=True, why="the attacks of 11 September 2001", focus=False)


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule("iso", "ISO", _iso, "2022-10-24"),
        Rule("slashed", "SLASHED", _slashed, "24/10/2022"),
        Rule("dashed", "(?P<day>DAY) hyphen (?P<month>MONTH|MABBR) hyphen (?P<year>YEAR|YY)", _dashed, "24-Oct-2022"),
        Rule("foreign", "DAY stop? (of|de|del)? (?P<month>FMONTH) (of|de|del)? YEAR", _foreign, "24 octobre 2022"),
        Rule("nine_eleven", "DAY slash DAY", _nine_eleven, "9/11"),
    )
