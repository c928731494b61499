"""Calendar dates: "24 October", "Oct. 24, 2022", "early September", "the third quarter of 1990", "the 1980s"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from timeline.dates.periods import Period, easter
from timeline.dates.rules import Context, Match, Reading, Rule, dated, lead_mod
from timeline.dates.words import Vocabulary
from timeline.lexicon import entries

_NEAR_DAYS, _FAR_DAYS = 75, 255


def year_of(match: Match, group: str = "year") -> int | None:
    """The year that a group gives in figures, as '89, or in words."""
    tokens = [t for t in match.tokens(group) if t not in ("-", "–", "and", "'", "’", "‘", "`")]
    if not tokens:
        return None
    if tokens[0].isdecimal():
        number = int(tokens[0])
        if len(tokens[0]) == 4:
            return number
        return number + (2000 if number <= 40 else 1900)
    numbers = [int(match.vocabulary.value(t, "NUMWORD", "TENS") or 0) for t in tokens]
    if tokens[:2] == ["two", "thousand"]:
        return 2000 + sum(numbers[2:])
    century = int(match.vocabulary.value(tokens[0], "CENTWORD") or 0)
    return century * 100 + sum(numbers[1:])


def day_of(match: Match, group: str = "day") -> int:
    """The day of the month: "24", "24th", "third", "twenty-first"."""
    token = match.tokens(group)[0]
    digits = re.match(r"\d+", token)
    return int(digits[0]) if digits else int(match.vocabulary.value(token, "ORD") or 0)


def nearest_year(match: Match, context: Context, build: Callable[[int], Period]) -> tuple[Period, str]:
    """A period whose year isn't said: the latest that has begun by publication, the next one where the verb looks ahead.

    With no verb to go by, a date far back (nine months or more) gives way to one near ahead (two and a half months or less).
    """
    published = context.published
    options = [period for year in (published.year - 1, published.year, published.year + 1) if (period := _built(build, year)) is not None]
    past = [p for p in options if p.first <= published]
    ahead = [p for p in options if p.last >= published]
    if not past or not ahead:
        return options[0], "the only year with such a day"
    behind, coming = past[-1], ahead[0]
    if behind == coming:
        return behind, "the year of publication"
    outlook = context.outlook(match.start) if match.before() != "since" else -1
    since, till = (published - behind.last).days, (coming.first - published).days
    if outlook > 0 and not (till > _FAR_DAYS and since < _NEAR_DAYS) and (behind.kind != "quarter" or till <= 183):
        return coming, "the verb looks ahead"
    open_ended = match.before() in ("until", "till", "by", "through")
    if since >= _FAR_DAYS and till <= _NEAR_DAYS and outlook <= 0 and (outlook == 0 or behind.kind == "day" or open_ended):
        return coming, "nearest to publication"
    return behind, "the latest by publication"


def _built(build: Callable[[int], Period], year: int) -> Period | None:
    try:
        return build(year)
    except ValueError:
        return None


def with_year(match: Match, context: Context, build: Callable[[int], Period], year: int | None) -> tuple[Period, str] | None:
    """The period of the year given, of the one that "this/last/next year" gives, or of the likeliest one."""
    if year is None and match.has("yearrel"):
        year = context.published.year + {"last": -1, "next": 1, "this": 0, "that": 0}.get(match.tokens("yearrel")[0], 0)
        if match.tokens("yearrel")[0] == "that" and context.focus:
            year = context.focus.first.year
    if year is not None:
        period = _built(build, year)
        return (period, "written out") if period else None
    if _built(build, 2024) is None:
        return None
    return nearest_year(match, context, build)


def _relative_year(match: Match, context: Context, build: Callable[[int], Period]) -> Period | None:
    """The period that "last", "this" or "next" names: "last June", "next spring", "this September"."""
    rel = set(match.tokens("rel"))
    if not rel:
        return None
    published = context.published
    options = [build(year) for year in range(published.year - 2, published.year + 3)]
    if rel & {"last", "past", "previous", "preceding", "prior"}:
        return [p for p in options if p.last < published][-1]
    if rel & {"next", "coming", "following", "upcoming", "forthcoming"}:
        return next(p for p in options if p.first > published)
    if "that" in rel and context.focus:
        return build(context.focus.first.year)
    return build(published.year)


def _month_day(match: Match, context: Context) -> Reading | None:
    month, day, year = int(match.value("month", "MONTH", "MABBR")), day_of(match), year_of(match)
    if not 1 <= day <= 31:
        return None
    if year is None and match.has("to") and not 1 <= day_of(match, "to") <= 31:
        return None

    def build(y: int) -> Period:
        return Period("day", date(y, month, day))

    found = with_year(match, context, build, year)
    if found is None:
        return None
    period, why = found
    if match.has("weekday") and year is None:
        weekday = int(match.value("weekday", "WEEKDAY", "DAYABBR"))
        fitting = [
            p for y in range(period.first.year - 1, period.first.year + 2) if (p := _built(build, y)) and p.first.isoweekday() == weekday
        ]
        if fitting and period not in fitting:
            period, why = fitting[0], "the weekday fits that year"
    if match.has("to"):
        last = date(period.first.year, int(match.value("month2", "MONTH", "MABBR") or month), day_of(match, "to"))
        if last < period.first:
            return None
        return Reading("DATE", f"{period.value}/{last.isoformat()}", None, (period.first, last), period, explicit=True, why=why)
    return dated(period, explicit=True, why=why)


def _month(match: Match, context: Context) -> Reading | None:
    month, year, mod = int(match.value("month", "MONTH", "MABBR")), year_of(match), lead_mod(match)

    def build(y: int) -> Period:
        return Period.month(y, month)

    period, why = None, "written out"
    if year is None and not match.has("yearrel"):
        period = _relative_year(match, context, build)
        why = f"'{' '.join(match.tokens('rel'))}' from publication"
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period, why = found
    return dated(period, _calendar_mod(mod), explicit=True, why=why)


def _calendar_mod(mod: str | None) -> str | None:
    return {"BEFORE": "START", "AFTER": "END"}.get(mod or "", mod)


def _year(match: Match, context: Context) -> Reading | None:
    year = year_of(match)
    if year is None:
        return None
    period, mod, words = Period.year(year), _calendar_mod(lead_mod(match)), match.tokens("lead")
    if "half" in words:
        period = Period("half", date(year, 1 if "first" in words else 7, 1))
    if match.has("to"):
        end = year_of(match, "to") or year
        end = end if len(match.tokens("to")[-1]) == 4 else year // 100 * 100 + end % 100
        if end <= year:
            return None
        days = date(year, 1, 1), date(end, 12, 31)
        return Reading("DATE", f"{year:04}/{end:04}", None, days, period, explicit=True, why="written out")
    return dated(period, mod, explicit=True, why="written out")


def _decade(match: Match, context: Context) -> Reading | None:
    token = match.tokens("decade")[-1]
    if token[0].isdigit():
        number = int(token[:-1])
        year = number if number >= 1000 else 1900 + number
    else:
        year = 1900 + int(match.value("decade", "DECADEWORD"))
    words = match.tokens("lead")
    mod = _calendar_mod(lead_mod(match)) or ("START" if "first" in words else "END" if "half" in words else None)
    return dated(Period.of("decade", date(year, 1, 1)), mod, explicit=True, why="written out")


def _century(match: Match, context: Context) -> Reading | None:
    number = day_of(match)
    if not 2 <= number <= 22:
        return None
    return dated(Period.of("century", date((number - 1) * 100, 1, 1)), _calendar_mod(lead_mod(match)), explicit=True, why="written out")


def _quarter(match: Match, context: Context) -> Reading | None:
    half = "half" in match.tokens("unit")
    number = 2 if match.tokens("day")[0] in ("last", "latter") else day_of(match)
    if not 1 <= number <= (2 if half else 4):
        return None

    def build(y: int) -> Period:
        return Period("half", date(y, 6 * number - 5, 1)) if half else Period.quarter(y, number)

    year = year_of(match)
    if year is None and match.has("ago"):
        period = nearest_year(match, context, build)[0].move(-1)
        return dated(period, why="a year before the last one", focus=False)
    found = with_year(match, context, build, year)
    if found is None:
        return None
    # Later comparisons ("a year earlier") are with a quarter that is over.
    done = found[0].last <= context.published + timedelta(days=10)
    return dated(found[0], _calendar_mod(lead_mod(match)), explicit=year is not None, why=found[1], focus=done)


def _season(match: Match, context: Context) -> Reading | None:
    code = match.value("season", "SEASON")
    year = year_of(match)

    def build(y: int) -> Period:
        return Period.season(y, code)

    period, why = None, "written out"
    if year is None and not match.has("yearrel"):
        period = _relative_year(match, context, build)
        why = "counted from publication"
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period, why = found
    return dated(period, _calendar_mod(lead_mod(match)), explicit=year is not None, why=why)


def holiday(rule: str, year: int) -> date:
    """The day of a feast in a year by its rule in lexicon/dates_holidays.csv."""
    if rule.startswith("easter"):
        return date.fromordinal(easter(year).toordinal() + int(rule[6:]))
    if rule == "election":
        return date.fromordinal(_nth(year, 11, 1, 1).toordinal() + 1)
    if rule.startswith("nth:"):
        month, weekday, number = re.split(r"-(?=\d)", rule[4:].replace("--", "-0-", 1))[:3]
        return _nth(year, int(month), int(weekday), -1 if "--" in rule else int(number))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    days = [date(year, month, d) for d in range(1, 32 if month in (1, 3, 5, 7, 8, 10, 12) else 31 if month != 2 else 29)]
    return [d for d in days if d.isoweekday() == weekday][number if number < 0 else number - 1]


def _holiday(match: Match, context: Context) -> Reading | None:
    name = " ".join(match.tokens("holiday")).replace(" 's", "'s").replace(" ’s", "'s").replace(" .", ".").replace(" '", "'")
    rule = next((row["rule"] for row in entries("dates_holidays") if row["name"].lower() == name), None)
    if rule is None or not match.words[match.found.start("holiday")][0].isupper():
        return None

    def build(y: int) -> Period:
        return Period("day", holiday(rule, y))

    year = year_of(match)
    period = _relative_year(match, context, build) if year is None and not match.has("yearrel") else None
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period = found[0]
    if match.has("week"):
        return dated(Period.of("week", period.first), why=f"the week of {name.title()}")
    return dated(period, explicit=year is not None, why=f"{name.title()} of that year")


def holiday_pattern() -> str:
    """The feasts' names as a pattern."""
    names = (
        row["name"].lower().replace("'s", " poss").replace("s'", "s apostrophe").replace(".", " stop") for row in entries("dates_holidays")
    )
    return "|".join(names)


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


YEARREL = "(?P<yearrel>(this|LAST|NEXT|that) year)"


def rules(vocabulary: Vocabulary | None = None) -> tuple[Rule, ...]:
    """The rules for calendar dates."""
    return (
        Rule("iso", "ISO", _iso, "2022-10-24"),
        Rule("slashed", "SLASHED", _slashed, "24/10/2022"),
        Rule(
            "month_day",
            "((this coming|this|LAST|NEXT)? {WEEKDAY} comma?)? {MON} the? {DAY} (comma? {YEAR}|of? " + YEARREL + ")?",
            _month_day,
            "Oct. 24, 2022",
            1,
        ),
        Rule(
            "day_month",
            "((this coming|this|LAST|NEXT)? {WEEKDAY} comma?)? the? {DAY} of? {MON} (comma? {YEAR}|of? " + YEARREL + ")?",
            _month_day,
            "24 October 2022",
        ),
        Rule("days", "{MON} {DAY} hyphen ((?P<month2>MONTH|MABBR stop?))? (?P<to>DAY) (comma? {YEAR})?", _month_day, "March 3-5, 2022"),
        Rule("days_month", "{DAY} hyphen (?P<to>DAY) {MON} (comma? {YEAR})?", _month_day, "3–5 March"),
        Rule("month_year", "{LEAD} (REL)? {MON} (comma|of)? {YEAR}".replace("(REL)?", ""), _month, "early October 2022"),
        Rule("month", "{LEAD} {REL}? {MON} (of? " + YEARREL + ")?", _month, "early September"),
        Rule(
            "year",
            "{LEAD} ((the? FISCAL? year|FISCAL) )? {YEAR} (hyphen (?P<to>YEAR|YY)|or (LATER|EARLIER|so)|and beyond)?",
            _year,
            "the end of 2019",
        ),
        Rule("decade", "{LEAD} the? ((?:EARLY|MID|LATE) hyphen?)? (?P<decade>apostrophe? DECADE|DECADEWORD)", _decade, "the 1980s"),
        Rule(
            "decade_part", "the? (?P<lead>EARLY|MID|LATE) hyphen? (?P<decade>apostrophe? DECADE|DECADEWORD)", _decade, "the late 1970s", 1
        ),
        Rule("century", "{LEAD} the? (EARLY|MID|LATE)? hyphen? (?P<day>ORD) hyphen? century", _century, "the 20th century"),
        Rule(
            "quarter",
            "{LEAD} the? FISCAL? hyphen? (?P<day>ORD|LAST|latter) (?P<unit>quarter|half) (of? FISCAL? {YEAR}|(of|in)? " + YEARREL + ")?",
            _quarter,
            "the third quarter of 1990",
        ),
        Rule(
            "years_quarter",
            "(the? {YEAR} poss?|" + YEARREL + " poss) FISCAL? hyphen? (?P<day>ORD) hyphen? (?P<unit>quarter|half)",
            _quarter,
            "this year's third quarter",
        ),
        Rule("quarter_adjective", "FISCAL? (?P<day>ORD) hyphen (?P<unit>quarter|half)", _quarter, "third-quarter"),
        Rule("q_number", "q (?P<day>DAY) (comma? of? {YEAR})?", _quarter, "Q3 2019"),
        Rule(
            "year_ago_quarter",
            "the? (?P<ago>year hyphen (ago|EARLIER)) FISCAL? (?P<day>ORD) hyphen? (?P<unit>quarter|half)",
            _quarter,
            "the year-ago third quarter",
        ),
        Rule("season", "{LEAD} ({REL}|the)? (?P<season>SEASON) (of? {YEAR}|of? " + YEARREL + ")?", _season, "last spring"),
        Rule(
            "holiday",
            "{REL}? (?P<holiday>" + holiday_pattern() + ") (?P<week>week)? (comma? of? {YEAR}|of? " + YEARREL + ")?",
            _holiday,
            "Christmas Eve 2021",
        ),
    )
