"""Calendar dates: "24 October", "Oct. 24, 2022", "early September", "the 1980s", "last spring"."""

from datetime import date, timedelta

from timeline.dates.groups import group
from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match, Reading, Rule, calendar_mod, dated, lead_mod
from timeline.dates.years import built, day_of, nearest_year, relative_year, with_year, year_of

# Behind a day: what would make it a number of something.
_NO_COUNT = "(?! (UNIT|UNITS|SCALE|AMPM|percent|hyphen|MONTH|MABBR|slash))"
YEARREL = "(?P<yearrel>(this|LAST|NEXT|that) year)"


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
    if year is None and (month, day) == (9, 11) and match.after() in group("attack"):
        period, why = Period("day", date(2001, 9, 11)), "the attacks of 11 September 2001"
    if match.has("weekday") and year is None:
        weekday = int(match.value("weekday", "WEEKDAY", "DAYABBR"))
        fitting = [
            p for y in range(period.first.year - 1, period.first.year + 2) if (p := built(build, y)) and p.first.isoweekday() == weekday
        ]
        if fitting and period not in fitting:
            period, why = fitting[0], "the weekday fits that year"
    if match.has("link"):
        second = date(period.first.year, month, day_of(match, "to"))
        return dated(period, explicit=True, why=why, second=dated(Period("day", second), explicit=True, why=why))
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
        period = relative_year(match, context, build)
        why = f"'{' '.join(match.tokens('rel'))}' from publication"
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period, why = found
    return dated(period, calendar_mod(mod), explicit=True, why=why)


def _year(match: Match, context: Context) -> Reading | None:
    year = year_of(match)
    if year is None:
        return None
    period, mod, words = Period.year(year), calendar_mod(lead_mod(match)), match.tokens("lead")
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
    mod = calendar_mod(lead_mod(match)) or ("START" if "first" in words else "END" if "half" in words else None)
    return dated(Period.of("decade", date(year, 1, 1)), mod, explicit=True, why="written out")


def _century(match: Match, context: Context) -> Reading | None:
    number = day_of(match)
    if not 2 <= number <= 22:
        return None
    return dated(Period.of("century", date((number - 1) * 100, 1, 1)), calendar_mod(lead_mod(match)), explicit=True, why="written out")


def _season(match: Match, context: Context) -> Reading | None:
    code = match.value("season", "SEASON")
    year = year_of(match)

    def build(y: int) -> Period:
        return Period.season(y, code)

    period, why = None, "written out"
    if year is None and not match.has("yearrel"):
        period = relative_year(match, context, build)
        why = "counted from publication"
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period, why = found
    return dated(period, calendar_mod(lead_mod(match)), explicit=year is not None, why=why)


def _week_of(match: Match, context: Context) -> Reading | None:
    month, day, year = int(match.value("month", "MONTH", "MABBR")), day_of(match), year_of(match)

    def build(y: int) -> Period:
        return Period("day", date(y, month, day))

    base = build(year) if year else nearest_year(match, context, build)[0]
    return dated(Period.of("week", base.first), explicit=True, why=f"the week that holds {base.first:%d %B %Y}")


def _week_in(match: Match, context: Context) -> Reading | None:
    """ "the second week of March": its days 8 to 14."""
    month, year = int(match.value("month", "MONTH", "MABBR")), year_of(match)

    def build(y: int) -> Period:
        return Period.month(y, month)

    base = build(year) if year else nearest_year(match, context, build)[0]
    last = match.tokens("day")[0] == "last"
    number = int(match.value("day", "ORD") or 0)
    if match.tokens("unit") == ["day"]:
        day = base.last if last else base.first + timedelta(days=number - 1)
        return dated(Period("day", day), explicit=True, why=f"counted in {base.first:%B %Y}") if day <= base.last else None
    start = base.last - timedelta(days=6) if last else base.first + timedelta(days=7 * (number - 1))
    if start > base.last or not (last or number):
        return None
    week = Period.of("week", start + timedelta(days=3))
    days = start, min(start + timedelta(days=6), base.last)
    return Reading("DATE", week.value, None, days, week, explicit=True, why=f"counted in {base.first:%B %Y}")


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule(
            "month_day",
            "((this coming|this|LAST|NEXT)? {WEEKDAY} comma?)? {MON} the? {DAY} (comma? {YEAR}|of? " + YEARREL + ")?",
            _month_day,
            "Oct. 24, 2022",
            1,
        ),
        Rule(
            "day_month",
            "((this coming|this|LAST|NEXT)? {WEEKDAY} comma?)? (the(?= ORD))? {DAY} of? {MON} (comma? {YEAR}|of? " + YEARREL + ")?",
            _month_day,
            "24 October 2022",
        ),
        Rule("days", "{MON} {DAY} hyphen ((?P<month2>MONTH|MABBR stop?))? (?P<to>DAY) (comma? {YEAR})?", _month_day, "March 3-5, 2022"),
        Rule("days_month", "{DAY} hyphen (?P<to>DAY) {MON} (comma? {YEAR})?", _month_day, "3–5 March"),
        Rule("day_list", "{MON} {DAY} (?P<link>and|or|to|through) (?P<to>DAY)" + _NO_COUNT, _month_day, "March 3 and 5"),
        Rule(
            "list_month",
            "(the(?= ORD))? {DAY} (?P<link>and|or|to) the? (?P<to>DAY|ORDDAY) of? {MON} (comma? {YEAR})?",
            _month_day,
            "3 and 5 March",
        ),
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
        Rule("season", "{LEAD} ({REL}|the)? (?P<season>SEASON) (of? {YEAR}|of? " + YEARREL + ")?", _season, "last spring"),
        Rule("week_of", "the week (of|ending|ended|beginning) {MON} {DAY} (comma? {YEAR})?", _week_of, "the week of March 6"),
        Rule("week_in", "the (?P<day>ORD|LAST) (?P<unit>week|day) of {MON} (comma? {YEAR})?", _week_in, "the second week of March"),
    )
