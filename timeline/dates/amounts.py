"""Lengths and repetitions: "three days", "the past 18 months", "two-year", "every Monday", "annual"."""

from datetime import timedelta

from timeline.dates.periods import Period
from timeline.dates.rules import Context, Days, Match, Reading, Rule, kind_of, unit_of

_AHEAD_STEPS = frozenset(("D", "W", "M", "Y"))
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "E": 3652.5, "C": 36525.0, "WE": 7.0}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def amount(match: Match, group: str = "n") -> float | None:
    """The number that a group says: "two" 2, "a couple of" 2, "5 1/2" 5.5; None for "a few", "several"."""
    tokens = [t for t in match.tokens(group) if t not in ("-", "–", "of", "and")]
    value = match.vocabulary.value
    if not tokens:
        return None
    half = 0.5 if "half" in tokens else 0.0
    if half:
        tokens = tokens[: tokens.index("half")]
        tokens = tokens[:-1] if tokens and tokens[-1] == "a" else tokens
        if not tokens:
            return 0.5
    if "/" in tokens:
        slash = tokens.index("/")
        numerator, denominator = tokens[slash - 1], tokens[slash + 1]
        if len(numerator) > 4 or len(denominator) > 4 or not int(denominator):
            return None
        half, tokens = int(numerator) / int(denominator), tokens[: slash - 1]
    total, current = 0.0, 0.0
    for token in tokens:
        if token[0].isdigit():
            if len(token) > 12:
                return None
            current = float(token.replace(",", ""))
        elif scale := value(token, "SCALE"):
            current = max(current, 1.0) * int(scale)
        elif number := value(token, "NUMWORD", "TENS", "COUPLE", "DOZEN"):
            current = (
                current * int(number)
                if value(token, "COUPLE", "DOZEN") and current > 1
                else (0 if current == 1 and token in ("couple", "dozen", "pair") else current) + int(number)
            )
        elif token in ("a", "an", "another", "one"):
            current = 1.0
        else:
            return None
    return total + current + half


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: P3D, PT90M, P2Y6M, PXW."""
    if unit == "2W":
        count, unit = (None if count is None else 2 * count), "W"
    if unit == "E" and count is None:
        return "PXY"
    if unit in ("E", "C", "L") and count is not None:
        count, unit = count * {"E": 10, "C": 100, "L": 1000}[unit], "Y"
    if unit == "WE":
        return "PXWE" if count is None else f"P{count:g}WE"
    clock = "T" if unit[0] == "T" else ""
    letter = unit[-1]
    if count is None:
        return f"P{clock}X{letter}"
    if count % 1 == 0.5 and unit in _HALVES:
        whole = f"{int(count)}{letter}" if count >= 1 else ""
        return f"P{clock}{whole}{_HALVES[unit]}"
    return f"P{clock}{count:.12g}{letter}"


def _duration(match: Match, context: Context) -> Reading | None:
    unit = unit_of(match.tokens("unit")[-1], match.vocabulary)
    count = amount(match)
    if match.tokens("n") in (["a"], ["an"]) and not match.has("about") and _is_rate(match):
        return Reading("SET", length(1, unit), why="so much in each")
    if unit == "M" and context.reported and count and count > 1:
        context.reported, context.focus = None, Period.of("year", context.focus.first) if context.focus else None
    if (
        match.before() == "in"
        and not match.has("rel")
        and count
        and unit in _AHEAD_STEPS
        and context.outlook(match.start) > 0
        and not match.has("about")
    ):
        # "will be sold in five years": a date that lies so far ahead.
        return step_ahead(context, unit, count)
    if match.has("half"):
        count = (count or 0) + 0.5
    return Reading("DURATION", length(count, unit), _about(match), _stretch(match, context, unit, count), why="a length of time")


def _stretch(match: Match, context: Context, unit: str, count: float | None) -> Days:
    """The days of "the past three weeks" and "the next six months": up to publication, from it on; elsewhere none."""
    rel, kind, published = set(match.tokens("rel")), kind_of(unit), context.published
    back, ahead = bool(rel & {"past", "last"}), bool(rel & {"next", "coming"})
    if kind is None or not (back or ahead):
        return None, None
    if count is None:
        return (None, published) if back else (published, None)
    days = timedelta(days=round(count * _DAYS[unit]))
    return (published - days, published) if back else (published, published + days)


def step_ahead(context: Context, unit: str, count: float) -> Reading | None:
    """The period some units after publication."""
    kind = kind_of(unit)
    if kind is None or count != int(count):
        return None
    period = Period.of(kind, context.published).shift(int(count))
    return Reading("DATE", period.value, None, (period.first, period.last), period, why=f"{count:+g} {kind}{'s' if count != 1 else ''}")


def _is_rate(match: Match) -> bool:
    """ "$500 million a year", "four flights a week", "15 a year"."""
    before = match.before()
    return (
        before[:1].isdigit()
        or before in ("%", "percent", "million", "billion", "cents", "times", "once", "twice")
        or (
            before.endswith("s")
            and len(before) > 3
            and before not in ("this", "lasts", "takes", "was", "has", "less", "perhaps", "yes", "is", "does")
            and match.before(2)[:1].isdigit()
        )
    )


def _about(match: Match) -> str | None:
    words = " ".join(match.tokens("about"))
    return {"more than": "MORE_THAN", "less than": "LESS_THAN", "at least": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS"}.get(
        words, "APPROX" if words else None
    )


def _bare(match: Match, context: Context) -> Reading | None:
    if match.has("over"):
        return Reading("DURATION", "PXY", why="a length of time without a number") if match.before() == "over" else None
    if match.has("ahead"):
        unit = unit_of(match.tokens("ahead")[0], match.vocabulary)
        return Reading("DURATION", length(None, unit), None, (context.published, None), why="from publication on")
    unit = unit_of(match.tokens("unit")[0], match.vocabulary)
    words = set(match.text.lower().split())
    days: Days = (None, None)
    if words & {"recent", "past", "last"} or (match.before() == "for" and context.outlook(match.start) <= 0):
        days = (None, context.published)
    elif words & {"coming", "next", "future"}:
        days = (context.published, None)
    if "future" in words or (unit == "Y" and words & {"past"} and "few" not in words):
        return Reading("DATE", "FUTURE_REF" if "future" in words else "PAST_REF", None, days, why="no number is said")
    return Reading("DURATION", length(None, unit), None, days, why="a length of time without a number")


def _long(match: Match, context: Context) -> Reading | None:
    word = match.tokens("unit")[0]
    single = bool(match.vocabulary.value(word, "UNIT"))
    return Reading("DURATION", length(1 if single else None, unit_of(word, match.vocabulary)), why="a length of time")


def _seasons(match: Match, context: Context) -> Reading | None:
    return Reading("SET", f"XXXX-{match.value('season', 'SEASONS')}", why="in each of these years")


def _while(match: Match, context: Context) -> Reading | None:
    return (
        Reading("DURATION", "PXX", why="a length of time without a number") if match.before() in ("for", "in", "after", "quite") else None
    )


def _every(match: Match, context: Context) -> Reading | None:
    if match.has("weekday"):
        part = match.value("part", "DAYPART", "DAYPARTS")
        value = f"XXXX-WXX-{match.value('weekday', 'WEEKDAY', 'WEEKDAYS')}" + (f"T{part}" if part else "")
    elif match.has("month"):
        value = f"XXXX-{int(match.value('month', 'MONTH', 'MABBR')):02}"
    elif match.has("season"):
        value = f"XXXX-{match.value('season', 'SEASON', 'SEASONS')}"
    elif match.has("part"):
        value = f"XXXX-XX-XXT{match.value('part', 'DAYPART', 'DAYPARTS')}"
    else:
        unit = unit_of(match.tokens("unit")[-1], match.vocabulary)
        count = amount(match) if match.has("n") else 2.0 if match.has("other") else 1.0
        value = length(count, unit)
    return Reading("SET", value, why="again and again")


def _often(match: Match, context: Context) -> Reading | None:
    return Reading("SET", match.value("often", "OFTEN"), why="again and again")


def rules() -> tuple[Rule, ...]:
    """The rules for lengths and repetitions."""
    pointed = "(?P<rel>the? (PAST|LAST|NEXT|COMING|PREV|FOLLOWING|first|final|latest)|the|these|those|another)"
    return (
        Rule(
            "duration",
            "({ABOUT}|over) {N} ADJ? (?P<unit>UNIT|UNITS|WEEKEND) (?P<half>and A half)? (or so|or more)?",
            _duration,
            "two and a half years",
        ),
        Rule("pointed_duration", "{ABOUT} " + pointed + " {N} ADJ? (?P<unit>UNIT|UNITS) (or so)?", _duration, "the past 18 months"),
        Rule("pointed_seasons", "(the? (PAST|LAST|NEXT)|{ABOUT}) {N} (?P<season>SEASONS)", _seasons, "the past three summers"),
        Rule("while", "a (long|little|short)? while(?! (?:hyphen))", _while, "a while"),
        Rule(
            "duration_range",
            "(?P<rel>the? (PAST|LAST|NEXT|COMING))? {N} (to|or|hyphen) (NUM|NUMWORD|TENS) (?P<unit>UNITS)",
            _duration,
            "two to three weeks",
        ),
        Rule("adjective", "{ABOUT} {N} hyphen (?P<unit>UNIT|UNITS) (?P<age>hyphen (old|olds|long))?", _duration, "two-year"),
        Rule("unit_long", "(?P<unit>UNIT|UNITS) hyphen long", _long, "day-long"),
        Rule("bare", "(?P<unit>UNITS) (or UNITS)?", _bare, "weeks"),
        Rule(
            "pointed_bare",
            "(the|these|those)? (recent|coming|past|PAST|LAST|early|COMING|NEXT|future|first) (few|several)? (?P<unit>UNITS)"
            "|the (?P<ahead>UNITS) ahead|(?P<over>the years)(?! (of|that|since|before|after|ahead|in))",
            _bare,
            "coming weeks",
        ),
        Rule("every", "EVERY (?P<other>other)? ({N} )? (?P<unit>UNIT|UNITS)", _every, "every two weeks"),
        Rule("every_weekday", "EVERY (?P<other>other)? {WEEKDAY} (?P<part>DAYPART)?", _every, "every Monday"),
        Rule("every_part", "EVERY (?P<part>DAYPART)", _every, "every morning"),
        Rule("every_month", "EVERY {MON}", _every, "each July"),
        Rule("every_season", "EVERY (?P<season>SEASON)", _every, "every summer"),
        Rule("weekdays", "(?P<weekday>WEEKDAYS)|(?P<weekday2>WEEKDAY) (?P<part>DAYPARTS)", _every, "Mondays"),
        Rule("often", "(?P<often>OFTEN)", _often, "annual"),
        Rule("times_a_unit", "(once|twice|times) (?P<each>a|an|per) (?P<unit>UNIT)", _every, "twice a week"),
    )
