"""Dates counted from another one: "two years ago", "a month earlier", "three days later"."""

from datetime import date, timedelta

from timeline.dates.amounts import amount, length
from timeline.dates.periods import Kind, Period
from timeline.dates.rules import Context, Days, Match, Reading, Rule, dated, kind_of, unit_of

_COUNT = "{ABOUT} {N} ADJ? (?P<unit>UNIT|UNITS|WEEKEND) (?P<half>and A half)? (or so|or more)?"


def _measure(match: Match) -> tuple[Kind | None, float | None]:
    """Kind and number of the units counted: "a fortnight" is two weeks, "a year and a half" 1.5 years."""
    unit, count = unit_of(match.tokens("unit")[-1], match.vocabulary), amount(match)
    if count is not None and match.has("half"):
        count += 0.5
    return ("week", None if count is None else 2 * count) if unit == "2W" else (kind_of(unit), count)


def _ago(match: Match, context: Context) -> Reading | None:
    kind, count = _measure(match)
    published = context.published
    if kind is None:
        if count is None:
            return Reading("DATE", "PAST_REF", None, (None, published), why="no number is said")
        return Reading("DATE", published.isoformat(), None, (published, published), why="hours or less before publication", focus=False)
    if count is None:
        return Reading("DATE", "PAST_REF", None, (None, published - timedelta(days=1)), why="no number is said")
    if kind == "year" and count == 1 and context.reported and not match.has("about"):
        return dated(context.reported.move(-1), anchor=context.reported_text, why="-1 year", focus=False)
    return _counted(match, context, kind, -count, Period("day", published), "publication")


def _ago_day(match: Match, context: Context) -> Reading | None:
    """ "a year ago today", "a week ago Friday": to the day."""
    kind, count = _measure(match)
    word = match.tokens("day")[0]
    if kind is None or count is None or (word not in ("today", "yesterday") and kind != "week"):
        return None
    if word in ("today", "yesterday"):
        start = context.published - timedelta(days=word == "yesterday")
        return dated(Period("day", _exactly(start, kind, -count)), why=f"{-count:+g} {kind}")
    week = Period.of("week", context.published - timedelta(days=round(7 * count)))
    return dated(Period("day", week.first + timedelta(days=int(match.value("day", "WEEKDAY")) - 1)), why="the weekday of that week")


def _range_ago(match: Match, context: Context) -> Reading | None:
    """ "40 or 50 years ago": from the earlier to the later of both."""
    kind, near, far = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary)), amount(match), amount(match, "to")
    if kind is None or near is None or far is None or near > far:
        return None
    late, early = _step(Period("day", context.published), kind, -near), _step(Period("day", context.published), kind, -far)
    return Reading("DATE", late.value, "APPROX", (early.first, late.last), late, why=f"-{near:g} to -{far:g} {kind}s")


def _counted(match: Match, context: Context, kind: str, steps: float, base: Period, anchor: str) -> Reading | None:
    period = _step(base, kind, steps)
    about = " ".join(match.tokens("about")) + " " + match.before() + " " + match.before(2)
    loose = any(word in about for word in ("more than", "over"))
    days: Days = (None, _exactly(base.first, kind, steps)) if loose else (period.first, period.last)
    mod = "BEFORE" if loose else "APPROX" if match.has("about") or match.before() == "about" else None
    why = f"{steps:+g} {kind}{'s' if abs(steps) != 1 else ''}"
    return Reading("DATE", period.value, mod, days, period, anchor=anchor, why=why)


def _exactly(day: date, kind: str, steps: float) -> date:
    """The day that lies so many units from another one, counted to the day."""
    if kind in ("day", "week", "weekend"):
        return day + timedelta(days=round(steps * (1 if kind == "day" else 7)))
    moved = _step(Period("day", day), "month", steps * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[kind])
    return min(moved.first + timedelta(days=day.day - 1), moved.last)


def _step(base: Period, kind: str, steps: float) -> Period:
    """A period some units from another one: years give a year, months a month, weeks a week, days a day."""
    known = kind_of({"fortnight": "W"}.get(kind, ""))
    if kind == "decade":
        return Period.of("year", base.first).shift(round(10 * steps))
    if kind == "century":
        return Period.of("year", base.first).shift(round(100 * steps))
    if kind == "weekend":
        return Period.of("weekend", base.first).shift(round(steps))
    if kind == "year" and steps != int(steps):
        return Period.of("month", base.first).shift(round(12 * steps))
    if kind in ("week", "month") and steps != int(steps):
        # "a week and a half ago": the day, or the week, that lies so far back
        days = round(steps * (7 if kind == "week" else 30.44))
        return Period.of("day" if kind == "week" else "week", base.first + timedelta(days=days))
    return Period.of(known or kind, base.first).shift(round(steps))  # type: ignore[arg-type]


def _earlier_later(match: Match, context: Context) -> Reading | None:
    """ "a month earlier", "two days later": counted from the date last spoken of."""
    unit, sign = unit_of(match.tokens("unit")[-1], match.vocabulary), -1 if set(match.tokens("dir")) & {"earlier", "before", "prior"} else 1
    kind, count = _measure(match)
    if match.has("now"):
        return _counted(match, context, kind, count, Period("day", context.published), "publication") if kind and count else None
    if kind is None or count is None:
        return Reading("DURATION", length(count, unit), why="how long before or after, but no days are named")
    if kind == "year" and count == 1 and sign < 0 and (context.reported or (context.focus and context.focus.kind == "quarter")):
        base = context.reported or context.focus
        assert base is not None
        return dated(base.move(-1), anchor=context.reported_text, why="-1 year", focus=False)
    if kind in ("day", "week") and context.day:
        base, anchor = context.day, context.day_text
    elif context.focus:
        base, anchor = context.focus, context.focus_text
    else:
        base, anchor = Period("day", context.published), "publication"
    if kind == "year" and count == 1 and base.kind in ("quarter", "month", "half") and sign < 0:
        return dated(base.move(-1), anchor=anchor, why="-1 year", focus=False)
    if kind == "day" and base.kind != "day":
        return Reading(
            "DATE", base.value, None, (base.first, base.last), None, anchor=anchor, why="near the date last spoken of", confidence=0.5
        )
    reading = _counted(match, context, kind, sign * count, base, anchor)
    return (
        reading
        if sign > 0 or reading is None
        else Reading("DATE", reading.value, reading.mod, reading.days, reading.period, anchor=anchor, why=reading.why, focus=kind == "day")
    )


def _than_planned(match: Match, context: Context) -> Reading | None:
    """ "on November 11, three days later than planned": the date beside it, seen from the plan."""
    between = match.words.text[context.focus_end : match.start] if context.focus_end >= 0 else ""
    if context.day is None or between.strip(" ") not in (",", "–", "—", "("):
        unit, count = unit_of(match.tokens("unit")[-1], match.vocabulary), amount(match)
        return Reading("DURATION", length(count, unit), why="how long before or after the plan, but no days are named")
    return dated(context.day, anchor=context.day_text, why="the date beside it, seen from the plan", focus=False)


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule("ago", _COUNT + " ago", _ago, "two years ago"),
        Rule("range_ago", "{ABOUT} {N} (to|or|hyphen) (?P<to>NUM|NUMWORD|TENS) (?P<unit>UNITS) ago", _range_ago, "40 or 50 years ago"),
        Rule("ago_day", _COUNT + " ago (on)? (?P<day>TODAY|WEEKDAY)", _ago_day, "a year ago today"),
        Rule("units_ago", "{LEAD} (?P<unit>UNITS) ago", _ago, "months ago"),
        Rule(
            "earlier_later", _COUNT + " (?P<dir>EARLIER|LATER|prior|afterward|afterwards|hence)(?! than)", _earlier_later, "two days later"
        ),
        Rule(
            "than_planned",
            _COUNT + " (EARLIER|LATER) than (originally|initially|first)? (planned|scheduled|expected|foreseen|promised|announced)",
            _than_planned,
            "three days later than planned",
        ),
        Rule("from_now", _COUNT + " (?P<now>from now|from today)", _earlier_later, "two years from now"),
    )
