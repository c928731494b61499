"""Dates that need another one: weekdays, "last week", "two years ago", "the next day", "now", "the latest quarter"."""

from datetime import date, timedelta

from timeline.dates.amounts import amount, length
from timeline.dates.periods import Period
from timeline.dates.rules import Context, Days, Match, Reading, Rule, dated, kind_of, lead_mod, unit_of, whole_to

_BEFORE_WORDS = {"last", "past", "previous", "preceding", "prior"}
# "will boycott Sunday's vote", but "will appeal Sunday's ruling".
_EVENTS = frozenset(
    "election elections vote votes ballot referendum poll primary runoff meeting summit talks hearing game match race debate session conference"
    " launch deadline inauguration ceremony rally march strike trial visit release event final speech address".split()
)
_AFTER_WORDS = {"next", "coming", "upcoming", "forthcoming", "following", "subsequent", "ensuing"}


def _with_part(match: Match, day: date, mod: str | None, why: str, anchor: str = "publication") -> Reading:
    """A day, or the part of it that a group names."""
    part = match.value("part", "DAYPART")
    clock = match.value("part", "CLOCKWORD")
    period = Period("day", day)
    days = whole_to(period, None, day)
    if part:
        return Reading("TIME", f"{day.isoformat()}T{part}", mod, days, period, anchor=anchor, why=why)
    if clock:
        return Reading("TIME", f"{day.isoformat()}T{clock}", mod, days, period, anchor=anchor, why=why)
    return Reading("DATE", day.isoformat(), mod, days, period, anchor=anchor, why=why)


def _clamped_mod(mod: str | None) -> str | None:
    return {"BEFORE": "START", "AFTER": "END"}.get(mod or "", mod)


def _weekday(match: Match, context: Context) -> Reading | None:
    number = int(match.value("weekday", "WEEKDAY", "DAYABBR", "WEEKDAYS"))
    published, rel = context.published, set(match.tokens("rel")) | set(match.tokens("weekrel"))
    monday = published - timedelta(days=published.weekday())
    here = monday + timedelta(days=number - 1)
    mod = _clamped_mod(lead_mod(match))
    if match.has("weekrel"):
        steps = -1 if rel & _BEFORE_WORDS else 1 if rel & _AFTER_WORDS else 0
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
    if rel & _BEFORE_WORDS:
        return _with_part(match, latest if latest < published else latest - timedelta(weeks=1), mod, "the latest before publication")
    if rel == {"next"}:
        return _with_part(match, here + timedelta(weeks=1), mod, "in the week after that of publication")
    if rel & _AFTER_WORDS:
        return _with_part(match, _coming(published, number), mod, "the first after publication")
    outlook = context.outlook(match.start)
    if outlook == 0 and match.before() in ("until", "till", "by"):
        outlook = 1
    if "this" in rel:
        day = here if here >= published or outlook <= 0 else _coming(published, number)
        return _with_part(match, day, mod, "in the week of publication")
    if "that" in rel and context.focus:
        day = context.focus.first + timedelta(days=(number - 1 - context.focus.first.weekday()) % 7)
        return _with_part(match, day, mod, "the one last spoken of", context.focus_text)
    if outlook > 0 and (match.after() not in ("'s", "’s") or match.after(2) in _EVENTS):
        day = latest if latest == published else _coming(published, number)
        return _with_part(match, day, mod, "the verb looks ahead")
    return _with_part(match, latest, mod, "the latest by publication")


def _coming(published: date, number: int) -> date:
    return published + timedelta(days=(number - 1 - published.weekday()) % 7 or 7)


def _today(match: Match, context: Context) -> Reading | None:
    steps = int(match.value("day", "TODAY", "TONIGHT"))
    day = context.published + timedelta(days=steps)
    if match.has("beyond"):
        day += timedelta(days=steps)
    if match.tokens("day")[0] in ("tonight", "overnight"):
        value = f"{day.isoformat()}TNI"
        return Reading("TIME", value, _clamped_mod(lead_mod(match)), (day, day), Period("day", day), why="the night of publication")
    return _with_part(match, day, _clamped_mod(lead_mod(match)), f"{steps:+d} day" if steps else "the day of publication")


def _this_part(match: Match, context: Context) -> Reading | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    rel, mod = set(match.tokens("rel")), _clamped_mod(lead_mod(match))
    if rel & {"that", "same"} or (rel == {"the"} and context.day):
        day = context.day.first if context.day else context.published
        return _with_part(match, day, mod, "the day last spoken of", context.day_text or "publication")
    if "last" in rel or ("previous" in rel and not context.day):
        return _with_part(match, context.published - timedelta(days=1), mod, "the one before publication")
    if rel & (_AFTER_WORDS | _BEFORE_WORDS):
        steps = 1 if rel & _AFTER_WORDS else -1
        anchor = context.day.first if context.day else context.published
        return _with_part(match, anchor + timedelta(days=steps), mod, f"{steps:+d} day", context.day_text or "publication")
    return _with_part(match, context.published, mod, "the day of publication")


def _unit(match: Match, context: Context) -> Reading | None:
    """ "last week", "this year", "the following month", "earlier this month", "the end of next year"."""
    rel, unit = set(match.tokens("rel")), unit_of(match.tokens("unit")[-1], match.vocabulary)
    kind = kind_of(unit)
    if kind is None:
        return None
    mod, published = lead_mod(match), context.published
    if rel & {"following", "subsequent", "ensuing", "preceding", "previous", "prior"} or ("next" in rel and kind == "day"):
        steps = 1 if rel & _AFTER_WORDS else -1
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
        return _bounded(Period.of(kind, focus.first), mod, context, "the one last spoken of", context.focus_text or "publication")
    if "past" in rel and kind in ("day", "week", "month", "decade", "century"):
        # "the past week": that long up to now, not the calendar's last one.
        days = {"day": 1, "week": 7, "month": 30, "decade": 3652, "century": 36524}[kind]
        return Reading("DURATION", length(1, unit), None, (published - timedelta(days=days), published), why="that long up to publication")
    steps = -1 if rel & _BEFORE_WORDS else 1 if rel & _AFTER_WORDS else 0
    return _bounded(Period.of(kind, published).shift(steps), mod, context, f"{steps:+d} {kind}" if steps else f"the {kind} of publication")


def _bounded(period: Period, mod: str | None, context: Context, why: str, anchor: str = "publication") -> Reading:
    days: Days = whole_to(period, mod, context.published)
    return Reading("DATE", period.value, _clamped_mod(mod), days, period, anchor=anchor, why=why)


def _the_unit(match: Match, context: Context) -> Reading | None:
    """ "the end of the year", "earlier in the month", "the quarter", "the weekend"."""
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    if kind is None:
        return None
    mod = lead_mod(match)
    if kind == "weekend" and not match.has("lead"):
        period = Period.of("weekend", context.published)
        if period.first > context.published and context.outlook(match.start) <= 0:
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
    """ "the year", "the full year", "the week": the one of publication."""
    kind = kind_of(unit_of(match.tokens("unit")[-1], match.vocabulary))
    return None if kind is None else dated(Period.of(kind, context.published), why=f"the {kind} of publication", focus=False)


def _year_ended(match: Match, context: Context) -> Reading | None:
    """ "the year (ended 30 June)": a length that the words behind it place."""
    if match.tokens("unit") == ["quarter"]:
        return _the_unit(match, context)
    return Reading(
        "DURATION", "P1Y" if match.tokens("unit") == ["year"] else "P1W", why="a length of time that ends with the date behind it"
    )


def _recent_units(match: Match, context: Context) -> Reading | None:
    unit = unit_of(match.tokens("unit")[-1], match.vocabulary)
    days: Days = (None, context.published)
    if unit == "Y":
        return Reading("DATE", "PAST_REF", None, days, why="up to publication, with no beginning")
    return Reading("DURATION", length(None, unit), None, days, why="up to publication, with no beginning")


def _year_end(match: Match, context: Context) -> Reading | None:
    year = Period.of("year", context.published)
    if "-" in match.text:
        return dated(Period("day", year.last), why="the last day of the year of publication")
    if match.before() in ("last", "previous"):
        year = year.shift(-1)
    return dated(year, "END", why="the year of publication")


def _ago(match: Match, context: Context) -> Reading | None:
    unit = unit_of(match.tokens("unit")[-1], match.vocabulary)
    kind, count = kind_of(unit), amount(match)
    published = context.published
    if kind is None:
        if count is None:
            return Reading("DATE", "PAST_REF", None, (None, published), why="no number is said")
        return Reading("DATE", published.isoformat(), None, (published, published), why="hours or less before publication", focus=False)
    if count is None:
        return Reading("DATE", "PAST_REF", None, (None, published - timedelta(days=1)), why="no number is said")
    if kind == "year" and count == 1 and context.reported and not match.has("about"):
        return dated(context.reported.move(-1), anchor="the quarter last spoken of", why="-1 year", focus=False)
    return _counted(match, context, kind, -count, Period("day", published), "publication")


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
    return Period.of(known or kind, base.first).shift(round(steps))  # type: ignore[arg-type]


def _earlier_later(match: Match, context: Context) -> Reading | None:
    """ "a month earlier", "two days later": counted from the date last spoken of."""
    unit, sign = unit_of(match.tokens("unit")[-1], match.vocabulary), -1 if set(match.tokens("dir")) & {"earlier", "before", "prior"} else 1
    kind, count = kind_of(unit), amount(match)
    if match.has("now"):
        return _counted(match, context, kind, count, Period("day", context.published), "publication") if kind and count else None
    if kind is None or count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", why="no days are named")
    if kind == "year" and count == 1 and sign < 0 and (context.reported or (context.focus and context.focus.kind == "quarter")):
        base = context.reported or context.focus
        assert base is not None
        return dated(base.move(-1), anchor="the quarter last spoken of", why="-1 year", focus=False)
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


def _reported_year_ago(match: Match, context: Context) -> Reading | None:
    """ "the year-earlier quarter", "year-ago": the last quarter spoken of, a year back."""
    base = context.reported or Period.of("year", context.published)
    return dated(base.move(-1), anchor="the quarter last spoken of" if context.reported else "publication", why="-1 year", focus=False)


def _latest(match: Match, context: Context) -> Reading | None:
    word = match.tokens("unit")[-1]
    if word == "year":
        return dated(Period.of("year", context.published).shift(-1), why="the last full year")
    base = context.reported or Period.of("quarter", context.published).shift(-1)
    return dated(base, anchor="the quarter last spoken of" if context.reported else "publication", why="the last full quarter")


def _year_period(match: Match, context: Context) -> Reading | None:
    """ "the 1988 quarter", "the 1988 period"."""
    year = int(match.tokens("year")[0])
    if context.reported:
        return dated(
            context.reported.move(year - context.reported.first.year), explicit=True, why="the quarter last spoken of", focus=False
        )
    return dated(Period.year(year), explicit=True, why="written out")


def _week_of(match: Match, context: Context) -> Reading | None:
    from timeline.dates.absolute import day_of, nearest_year, year_of

    month, day, year = int(match.value("month", "MONTH", "MABBR")), day_of(match), year_of(match)

    def build(y: int) -> Period:
        return Period("day", date(y, month, day))

    base = build(year) if year else nearest_year(match, context, build)[0]
    return dated(Period.of("week", base.first), explicit=True, why=f"the week that holds {base.first:%d %B %Y}")


def _one_day(match: Match, context: Context) -> Reading | None:
    """ "will one day be": some time to come; elsewhere it is a length ("for one day")."""
    if match.before() in ("for", "in", "within", "than", "only", "just", "lasted", "every") or context.outlook(match.start) <= 0:
        return Reading("DURATION", "P1D", why="a length of time")
    return Reading("DATE", "FUTURE_REF", None, (context.published, None), why="some time after publication")


def _then(match: Match, context: Context) -> Reading | None:
    """ "until then", "since then", "by then": the date last spoken of."""
    if match.before() not in ("until", "till", "since", "by") or context.focus is None:
        return None
    return dated(context.focus, anchor=context.focus_text, why="the date last spoken of", focus=False)


def _week_in(match: Match, context: Context) -> Reading | None:
    """ "the second week of March": its days 8 to 14."""
    from timeline.dates.absolute import nearest_year, year_of

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


def _beyond_day(match: Match, context: Context) -> Reading | None:
    """ "the day before yesterday", "a week from Friday"."""
    steps = int(match.value("day", "TODAY"))
    if not steps:
        return None
    return dated(Period("day", context.published + timedelta(days=2 * steps)), why=f"{2 * steps:+d} days")


def _ref(value: str) -> "object":
    def read(match: Match, context: Context) -> Reading | None:
        published = context.published
        days: Days = {"PRESENT_REF": (published, published), "PAST_REF": (None, published), "FUTURE_REF": (published, None)}[value]
        return Reading(
            "DATE",
            value,
            None,
            days,
            why={"PRESENT_REF": "the time of publication", "PAST_REF": "some time before publication"}.get(
                value, "some time after publication"
            ),
        )

    return read


def rules() -> tuple[Rule, ...]:
    """The rules for dates that need another one."""
    present, past, future = _ref("PRESENT_REF"), _ref("PAST_REF"), _ref("FUTURE_REF")
    count = "{ABOUT} {N} ADJ? (?P<unit>UNIT|UNITS|WEEKEND) (or so|or more)?"
    return (
        Rule("weekday", "{LEAD} {REL}? {WEEKDAY} (comma? at? (?P<part>DAYPART|CLOCKWORD))?", _weekday, "last Friday"),
        Rule("weekday_plain", "{LEAD} {REL}? {WEEKDAY}", _weekday, "Friday"),
        Rule("weekday_of_week", "{WEEKDAY} (?P<part>DAYPART)? (of|in)? (?P<weekrel>this|LAST|NEXT|the? (PREV|FOLLOWING)) week", _weekday, "Friday of last week"),
        Rule("weekday_part_first", "{LEAD} (?P<part>CLOCKWORD|DAYPART) (on|of)? {REL}? {WEEKDAY}", _weekday, "noon Thursday"),
        Rule("today", "{LEAD} (?P<day>TODAY|TONIGHT) (?P<part>DAYPART)?", _today, "late yesterday"),
        Rule("part_today", "{LEAD} (?P<part>DAYPART|CLOCKWORD) (?P<day>TODAY)", _today, "mid-afternoon yesterday"),
        Rule("beyond", "the? day (before|after) (?P<day>TODAY)", _beyond_day, "the day before yesterday"),
        Rule("this_part", "{LEAD} (?P<rel>this|that (same|very)?|LAST|the (NEXT|PREV|FOLLOWING|same)?) (?P<part>DAYPART)", _this_part, "this morning"),
        Rule("unit", "{LEAD} (?P<rel>this (past|coming)?|the? (LAST|NEXT|COMING|PREV|FOLLOWING|CURRENT|same|PAST)|that (same|very)?) (FISCAL|business|school|trading)? (?P<unit>CALUNIT|WEEKEND)", _unit, "last week"),
        Rule("the_unit", "(?P<lead>the? very? (BOUND|(EARLY|LATER|LATE|latter) part|(EARLIER|LATER|EARLY|LATE) (in|on)?|rest|remainder|course|balance) (of|in)?) the FISCAL? (?P<unit>week|month|quarter|year|decade|century)", _the_unit, "the end of the year"),
        Rule("the_quarter", "the (?P<unit>quarter)(?= ((ended|ending) {MON})?)", _the_unit, "the quarter"),
        Rule("the_year", "the (full|FISCAL)? (?P<unit>year|week)(?! hyphen|UNIT)", _the_year, "the fiscal year"),
        Rule("the_year_ended", "the FISCAL? (?P<unit>year|quarter|week|months)(?= (ended|ending))", _year_ended, "the year", 1),
        Rule("recent_units", "(the? very? )? recent (?P<unit>UNITS)", _recent_units, "recent weeks"),
        Rule("the_weekend", "the (?P<unit>WEEKEND)", _the_unit, "the weekend"),
        Rule("year_end", "year (poss|hyphen)? end", _year_end, "year-end"),
        Rule("ago", count + " ago", _ago, "two years ago"),
        Rule("units_ago", "{LEAD} (?P<unit>UNITS) ago", _ago, "months ago"),
        Rule("earlier_later", count + " (?P<dir>EARLIER|LATER|prior|afterward|afterwards|hence)", _earlier_later, "two days later"),
        Rule("from_now", count + " (?P<now>from now|from today)", _earlier_later, "two years from now"),
        Rule("year_ago", "the? ALIKE? year hyphen (ago|EARLIER) FISCAL? (quarter|period)", _reported_year_ago, "the year-earlier quarter"),
        Rule("year_ago_bare", "year hyphen (ago|EARLIER)", _reported_year_ago, "year-earlier"),
        Rule("alike_period", "the ALIKE (period|quarter) (a year (ago|EARLIER)|(of|in)? the? LAST year)", _reported_year_ago, "the same period last year"),
        Rule("quarter_year_ago", "the (period|quarter) (a year (ago|EARLIER))", _reported_year_ago, "the quarter a year ago"),
        Rule("latest", "the (latest|most? recent) FISCAL? (?P<unit>quarter|period|year)", _latest, "the latest quarter"),
        Rule("year_period", "the (?P<year>YEAR) (quarter|period)", _year_period, "the 1988 quarter"),
        Rule("week_of", "the week (of|ending|ended|beginning) {MON} {DAY} (comma? {YEAR})?", _week_of, "the week of March 6"),
        Rule("now", "NOW(?! hyphen)|(the|this) present time|this moment|these days", present, "currently"),
        Rule("recent", "(more|most)? RECENT|the past(?! ({N}|CALUNIT|UNITS|SEASON|SEASONS|MONTH|WEEKDAY|PERIOD|ORD|FEW))", past, "recently"),
        Rule("one_day", "one day(?! before|after|EARLIER|LATER|ago|in|of|only|stop|comma|A|hyphen)", _one_day, "one day"),
        Rule("then", "then", _then, "then"),
        Rule("mid_part", "(?P<lead>MID) hyphen? (?P<part>DAYPART)", _this_part, "mid-afternoon"),
        Rule("week_in", "the (?P<day>ORD|LAST) (?P<unit>week|day) of {MON} (comma? {YEAR})?", _week_in, "the second week of March"),
        Rule("soon", "SOON(?! as|after|before|hyphen)|the near? future(?! of)|the (near|short|long) term", future, "the future"),
    )  # fmt: skip
