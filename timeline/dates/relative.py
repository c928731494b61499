"""Weeks, months and years that need another date: "last week", "that year", "the end of the month"."""

from datetime import timedelta

from timeline.dates.amounts import length
from timeline.dates.periods import Period
from timeline.dates.rules import (
    AFTER_WORDS,
    BEFORE_WORDS,
    Context,
    Days,
    Match,
    Reader,
    Reading,
    Rule,
    calendar_mod,
    dated,
    kind_of,
    lead_mod,
    unit_of,
    whole_to,
)
from timeline.dates.years import day_of


def _financial(read: Reader) -> Reader:
    """The reading of a rule; a "financial year" is TIMEX3's FY2007, and which days it has isn't known."""

    def wrapped(match: Match, context: Context) -> Reading | None:
        reading = read(match, context)
        if reading and reading.period and reading.period.kind == "year" and "financial" in match.text.lower():
            return Reading("DATE", f"FY{reading.value}", reading.mod, why="a business year, whose days aren't known", focus=False)
        return reading

    return wrapped


def _unit(match: Match, context: Context) -> Reading | None:
    """ "last week", "this year", "the following month", "earlier this month", "the end of next year"."""
    rel, unit = set(match.tokens("rel")), unit_of(match.tokens("unit")[-1], match.vocabulary)
    kind = kind_of(unit)
    if kind is None:
        return None
    mod, published = lead_mod(match), context.published
    if rel & {"following", "subsequent", "ensuing", "preceding", "previous", "prior"} or ("next" in rel and kind == "day"):
        steps = 1 if rel & AFTER_WORDS else -1
        if kind == "day" and not context.day and not context.focus:
            return dated(Period("day", published + timedelta(days=steps)), why=f"{steps:+d} day")
        focus = context.day if kind == "day" and context.day else context.focus
        base = Period.of(kind, focus.first if focus else published)
        anchor = (context.day_text if kind == "day" and context.day else context.focus_text) or "publication"
        return _bounded(base.shift(steps), mod, context, f"{steps:+d} {kind}", anchor)
    if rel & {"that", "same"}:
        focus = (context.day if kind == "day" else None) or context.spoken.get(kind) or context.focus
        if focus is None:
            return Reading("DATE", "PAST_REF", why="no date was spoken of before")
        if focus.last - focus.first > Period.of(kind, focus.first).last - Period.of(kind, focus.first).first:
            return None  # "that day" after "in 1987": no day was spoken of
        return _bounded(Period.of(kind, focus.first), mod, context, "the one last spoken of", context.focus_text or "publication")
    if "past" in rel and kind in ("day", "week", "month", "decade", "century"):
        # "the past week": that long up to now, not the calendar's last one.
        length_in_days = {"day": 1, "week": 7, "month": 30, "decade": 3652, "century": 36524}[kind]
        return Reading(
            "DURATION", length(1, unit), None, (published - timedelta(days=length_in_days), published), why="that long up to publication"
        )
    steps = -1 if rel & BEFORE_WORDS else 1 if rel & AFTER_WORDS else 0
    return _bounded(Period.of(kind, published).shift(steps), mod, context, f"{steps:+d} {kind}" if steps else f"the {kind} of publication")


def _bounded(period: Period, mod: str | None, context: Context, why: str, anchor: str = "publication") -> Reading:
    days: Days = whole_to(period, mod, context.published)
    if mod == "AFTER" and period.kind == "year" and days[0] and days[0].month >= 10 and period.first <= context.published:
        period = Period.of("quarter", days[0])  # "later this year", said in November: in the last quarter
        return Reading("DATE", period.value, None, days, period, anchor=anchor, why=why)
    return Reading("DATE", period.value, calendar_mod(mod), days, period, anchor=anchor, why=why)


def _the_unit(match: Match, context: Context) -> Reading | None:
    """ "the end of the year", "earlier in the month", "the quarter", "the weekend"."""
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    if kind is None:
        return None
    mod = lead_mod(match)
    if kind == "weekend" and not match.has("lead"):
        period = Period.of("weekend", context.published)
        ahead = match.before() == "before" or (match.before() == "of" and match.before(2) == "ahead")
        if not ahead and period.first > context.published and context.outlook(match.start) <= 0:
            period = period.shift(-1)
        return dated(period, why="the weekend nearest by the verb")
    if kind == "quarter":
        if match.has("month"):
            month = int(match.value("month", "MONTH", "MABBR"))
            latest = Period.month(context.published.year, month)
            if latest.first > context.published:
                latest = latest.move(-1)
            return _bounded(Period.of("quarter", latest.first), None, context, "the quarter that ends with that month")
        period = context.reported or Period.of("quarter", context.published).shift(-1)
        return _bounded(period, mod, context, "the quarter last spoken of")
    return _bounded(Period.of(kind, context.published), mod, context, f"the {kind} of publication")


def _the_year(match: Match, context: Context) -> Reading | None:
    """ "the year", "the full year": the one of publication; which one "the week" is the words don't tell."""
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    if kind is None:
        return None
    if kind == "week":
        # Said on a Monday it is rather the last one: the words don't tell.
        return Reading("DATE", f"{context.published.year:04}-WXX", None, (None, None), why="which week isn't said")
    return dated(Period.of(kind, context.published), why=f"the {kind} of publication", focus=False)


def _year_end(match: Match, context: Context) -> Reading | None:
    year = Period.of("year", context.published)
    if "-" in match.text:
        return dated(Period("day", year.last), why="the last day of the year of publication")
    if match.before() in ("last", "previous"):
        year = year.shift(-1)
    return dated(year, "END", why="the year of publication")


def _day_beside(match: Match, context: Context) -> Reading | None:
    """ "She had left the day before.": one day from the day last spoken of."""
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    focus, anchor = (context.day, context.day_text) if kind == "day" else (context.focus, context.focus_text)
    if focus is None or kind is None:
        return None
    steps = 1 if match.tokens("rel") == ["after"] else -1
    return dated(Period.of(kind, focus.first).shift(steps), anchor=anchor, why=f"{steps:+d} {kind}")


def _on_the_day(match: Match, context: Context) -> Reading | None:
    """ "on the 24th": of the month last spoken of, else the latest by publication."""
    number = day_of(match)
    if match.before() != "on":
        return None
    if context.focus and context.focus.kind in ("day", "month"):
        day = context.focus.first.replace(day=number)
        return dated(Period("day", day), explicit=True, anchor=context.focus_text, why="in the month last spoken of")
    month = Period.of("month", context.published)
    if number > context.published.day and context.outlook(match.start) <= 0:
        month = month.shift(-1)
    return dated(Period("day", month.first.replace(day=number)), explicit=True, why="the latest by publication or in its month")


def _before_last(match: Match, context: Context) -> Reading | None:
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    return dated(Period.of(kind, context.published).shift(-2), why=f"-2 {kind}s") if kind else None


def _new_year(match: Match, context: Context) -> Reading | None:
    """ "the new year": the one that has just begun, or the next."""
    year = Period.of("year", context.published)
    return dated(year if context.published.month <= 2 else year.shift(1), "START", why="the year that begins")


def _then(match: Match, context: Context) -> Reading | None:
    """ "until then", "since then", "by then": the date last spoken of."""
    if match.before() not in ("until", "till", "since", "by") or context.focus is None:
        return None
    return dated(context.focus, anchor=context.focus_text, why="the date last spoken of", focus=False)


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule(
            "unit",
            "{LEAD} (?P<rel>this (past|coming)?|the? (LAST|NEXT|COMING|PREV|FOLLOWING|CURRENT|same|PAST)|that (same|very)?)"
            " (FISCAL|business|school|trading)? (?P<unit>CALUNIT|WEEKEND)",
            _financial(_unit),
            "last week",
        ),
        Rule(
            "the_unit",
            "(?P<lead>the? very? (BOUND|(EARLY|LATER|LATE|latter) part|(EARLIER|LATER|EARLY|LATE) (in|on)?"
            "|rest|remainder|course|balance) (of|in)?) the FISCAL? (?P<unit>day|week|month|quarter|year|decade|century)",
            _financial(_the_unit),
            "the end of the year",
        ),
        Rule("end_of_unit", "(?P<lead>BOUND of) (?P<unit>week|month|quarter|year|day)", _financial(_the_unit), "end of month"),
        Rule(
            "day_beside",
            "the (?P<unit>day|week|month|year) (?P<rel>before|after)(?= (stop|comma|and|but|close_paren)|$)",
            _day_beside,
            "the day before.",
        ),
        Rule("on_the_day", "the (?P<day>ORDDAY)(?= (stop|comma|and|but|close_paren)|$)", _on_the_day, "the 24th."),
        Rule("before_last", "the (?P<unit>CALUNIT|WEEKEND) before LAST", _before_last, "the week before last"),
        Rule("new_year", "(?P<lead>(EARLY|LATER) in)? the new year(?! poss)", _new_year, "early in the new year"),
        Rule("the_year", "the (full|FISCAL)? (?P<unit>year|week)(?! hyphen|UNIT|before|after)", _financial(_the_year), "the fiscal year"),
        Rule("the_weekend", "the (?P<unit>WEEKEND)", _financial(_the_unit), "the weekend"),
        Rule("year_end", "year (poss|hyphen)? end", _year_end, "year-end"),
        Rule("then", "then", _then, "then"),
    )
