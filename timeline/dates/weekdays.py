"""Days named from today: weekdays, "yesterday", and their parts ("last night", "that evening")."""

from datetime import date, timedelta

from timeline.dates.groups import group
from timeline.dates.outlook import SURE
from timeline.dates.periods import Period
from timeline.dates.rules import AFTER_WORDS, BEFORE_WORDS, Context, Match, Reading, Rule, calendar_mod, dated, lead_mod, whole_to
from timeline.dates.years import with_year, year_of


def _with_part(match: Match, day: date, mod: str | None, why: str, anchor: str = "publication") -> Reading:
    """A day, or the part of it that a group names."""
    part = match.value("part", "DAYPART") or match.value("part2", "DAYPART")
    clock = match.value("part", "CLOCKWORD")
    period = Period("day", day)
    days = whole_to(period, None, day)
    if part:
        return Reading("TIME", f"{day.isoformat()}T{part}", mod, days, period, anchor=anchor, why=why)
    if clock:
        return Reading("TIME", f"{day.isoformat()}T{clock}", mod, days, period, anchor=anchor, why=why)
    return Reading("DATE", day.isoformat(), mod, days, period, anchor=anchor, why=why)


def _weekday(match: Match, context: Context) -> Reading | None:
    number = int(match.value("weekday", "WEEKDAY", "DAYABBR", "WEEKDAYS"))
    published, rel = context.published, set(match.tokens("rel")) | set(match.tokens("weekrel"))
    monday = published - timedelta(days=published.weekday())
    here = monday + timedelta(days=number - 1)
    mod = calendar_mod(lead_mod(match))
    if match.has("weekrel"):
        steps = -1 if rel & BEFORE_WORDS else 1 if rel & AFTER_WORDS else 0
        return _with_part(match, here + timedelta(weeks=steps), mod, "the weekday of that week")
    latest = published - timedelta(days=(published.weekday() - number + 1) % 7)
    if rel & {"previous", "preceding", "prior"} and context.day:
        anchor = context.day.first
        day = anchor - timedelta(days=(anchor.weekday() - number + 1) % 7 or 7)
        return _with_part(match, day, mod, "the one before it", context.day_text)
    if rel & {"following", "subsequent", "ensuing"} and context.day:
        anchor = context.day.first
        day = anchor + timedelta(days=(number - 1 - anchor.weekday()) % 7 or 7)
        return _with_part(match, day, mod, "the one after it", context.day_text)
    if rel & BEFORE_WORDS:
        return _with_part(match, latest if latest < published else latest - timedelta(weeks=1), mod, "the latest before publication")
    if rel == {"next"}:
        return _with_part(match, here + timedelta(weeks=1), mod, "in the week after that of publication")
    if rel & AFTER_WORDS:
        return _with_part(match, _coming(published, number), mod, "the first after publication")
    outlook = context.outlook(match.start) if match.before() != "since" else -1
    if outlook == 0 and match.before() in ("until", "till", "by"):
        outlook = 1
    if "this" in rel:
        day = here if here >= published or outlook <= 0 else _coming(published, number)
        return _with_part(match, day, mod, "in the week of publication")
    if "that" in rel and context.focus:
        day = context.focus.first + timedelta(days=(number - 1 - context.focus.first.weekday()) % 7)
        return _with_part(match, day, mod, "the one last spoken of", context.focus_text)
    event = outlook == SURE and match.after(2) in group("event") | {"presidential", "national", "second", "first", "final"}
    if outlook > 0 and (match.after() not in ("'s", "’s") or event):
        day = latest if latest == published else _coming(published, number)
        return _with_part(match, day, mod, "the verb looks ahead")
    return _with_part(match, latest, mod, "the latest by publication")


def _week_on(match: Match, context: Context) -> Reading | None:
    """ "a week on Monday": a week after the coming one."""
    day = _coming(context.published, int(match.value("weekday", "WEEKDAY", "DAYABBR"))) + timedelta(weeks=1)
    return dated(Period("day", day), why="a week after the coming one")


def _nth_weekday(match: Match, context: Context) -> Reading | None:
    """ "the first Monday of October"."""
    month, number = int(match.value("month", "MONTH", "MABBR")), int(match.value("weekday", "WEEKDAY", "DAYABBR"))
    nth = -1 if match.tokens("nth") == ["last"] else int(match.value("nth", "ORD") or 0)

    def build(year: int) -> Period:
        whole = Period.month(year, month)
        days = [whole.first + timedelta(days=i) for i in range((whole.last - whole.first).days + 1)]
        return Period("day", [day for day in days if day.isoweekday() == number][nth - 1 if nth > 0 else nth])

    found = with_year(match, context, build, year_of(match))
    return dated(found[0], explicit=True, why=found[1]) if found and nth else None


def _nth_weekday_set(match: Match, context: Context) -> Reading | None:
    return Reading("SET", f"XXXX-WXX-{match.value('weekday', 'WEEKDAY', 'DAYABBR')}", why="once a month")


def _coming(published: date, number: int) -> date:
    return published + timedelta(days=(number - 1 - published.weekday()) % 7 or 7)


def _today(match: Match, context: Context) -> Reading | None:
    steps = int(match.value("day", "TODAY", "TONIGHT"))
    day = context.published + timedelta(days=steps)
    if match.has("beyond"):
        day += timedelta(days=steps)
    if match.tokens("day")[0] in ("tonight", "overnight"):
        # "overnight" may be the night that has just ended
        first = day - timedelta(days=match.tokens("day")[0] == "overnight")
        value = f"{day.isoformat()}TNI"
        return Reading("TIME", value, calendar_mod(lead_mod(match)), (first, day), Period("day", day), why="the night of publication")
    return _with_part(match, day, calendar_mod(lead_mod(match)), f"{steps:+d} day" if steps else "the day of publication")


def _this_part(match: Match, context: Context) -> Reading | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    rel, mod = set(match.tokens("rel")), calendar_mod(lead_mod(match))
    if rel == {"the"} and not context.day:
        return None
    if rel & {"that", "same", "the"} - (AFTER_WORDS | BEFORE_WORDS) and not rel & (AFTER_WORDS | BEFORE_WORDS):
        day = context.day.first if context.day else context.published
        return _with_part(match, day, mod, "the day last spoken of", context.day_text or "publication")
    if "last" in rel or ("previous" in rel and not context.day):
        return _with_part(match, context.published - timedelta(days=1), mod, "the one before publication")
    if rel & (AFTER_WORDS | BEFORE_WORDS):
        steps = 1 if rel & AFTER_WORDS else -1
        anchor = context.day.first if context.day else context.published
        return _with_part(match, anchor + timedelta(days=steps), mod, f"{steps:+d} day", context.day_text or "publication")
    return _with_part(match, context.published, mod, "the day of publication")


def _beyond_day(match: Match, context: Context) -> Reading | None:
    """ "the day before yesterday", "a week from Friday"."""
    steps = int(match.value("day", "TODAY"))
    if not steps:
        return None
    return dated(Period("day", context.published + timedelta(days=2 * steps)), why=f"{2 * steps:+d} days")


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule("weekday", "{LEAD} {REL}? {WEEKDAY} (comma? at? (?P<part>DAYPART|CLOCKWORD))?", _weekday, "last Friday"),
        Rule("weekday_plain", "{LEAD} {REL}? {WEEKDAY}", _weekday, "Friday"),
        Rule(
            "weekday_of_week",
            "{WEEKDAY} (?P<part>DAYPART)? (of|in)? (?P<weekrel>this|LAST|NEXT|the? (PREV|FOLLOWING)) week",
            _weekday,
            "Friday of last week",
        ),
        Rule("week_on", "A week (on|from) {WEEKDAY}", _week_on, "a week on Monday"),
        Rule("nth_weekday", "the (?P<nth>ORD|LAST) {WEEKDAY} (of|in) {MON} (comma? {YEAR})?", _nth_weekday, "the first Monday of October"),
        Rule(
            "nth_weekday_set",
            "the (?P<nth>ORD|LAST) {WEEKDAY} (of|in) (EVERY|the) month",
            _nth_weekday_set,
            "the first Monday of each month",
        ),
        Rule(
            "weekday_part_first",
            "{LEAD} ((?P<part>CLOCKWORD) (on|of)?|the? (?P<part2>DAYPART) of) {REL}? {WEEKDAY}",
            _weekday,
            "noon Thursday",
        ),
        Rule("today", "{LEAD} (?P<day>TODAY|TONIGHT) (?P<part>DAYPART)?", _today, "late yesterday"),
        Rule("part_today", "{LEAD} (?P<part>DAYPART|CLOCKWORD) (?P<day>TODAY)", _today, "mid-afternoon yesterday"),
        Rule("beyond", "the? day (before|after) (?P<day>TODAY)", _beyond_day, "the day before yesterday"),
        Rule(
            "this_part",
            "{LEAD} (?P<rel>this|that (same|very)?|LAST|the (NEXT|PREV|FOLLOWING|same)?) (?P<part>DAYPART)",
            _this_part,
            "this morning",
        ),
        Rule("mid_part", "(?P<lead>MID|EARLY|LATE) hyphen? (?P<part>DAYPART)", _this_part, "mid-afternoon"),
    )
