"""Times of the day: "10:35 a.m.", "5 p.m. EST", "18:00 UTC", "noon"."""

from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match, Reading, Rule

# The value has the day of publication, as TIMEX3 wants one; which day's midnight it was the words don't say.
_ANY_DAY = "a time of day without a day beside it"


def _clock(match: Match, context: Context) -> Reading | None:
    token = match.tokens("time")[0]
    hour, _, rest = token.replace(".", ":").partition(":")
    if len(hour) > 2 or not hour.isdecimal():
        hour = match.vocabulary.value(token, "NUMWORD")
        if not hour:
            return None
    number, minute = int(hour), rest[:2] or "00"
    if len(minute) < 2:
        return None  # "1.5 am" is no time
    if int(minute) > 59 or number > 24:
        return None
    half = match.tokens("half")
    part = match.value("part", "DAYPART")
    if half or part:
        if number > 12:
            return None
        afternoon = (half and half[0][0] == "p") or part in ("AF", "EV") or (part == "NI" and number >= 6)
        number = number % 12 + (12 if afternoon else 0)
    zone = match.tokens("zone")
    day = context.published
    value = f"{day.isoformat()}T{number:02}:{minute}" + ("Z" if zone and zone[0] in ("utc", "gmt") else "")
    return Reading("TIME", value, why=_ANY_DAY)


def _named(match: Match, context: Context) -> Reading | None:
    day = context.published
    clock = match.value("time", "CLOCKWORD")
    return Reading("TIME", f"{day.isoformat()}T{clock}", why=_ANY_DAY)


def rules() -> tuple[Rule, ...]:
    """The rules for times of the day."""
    zone = "((?P<zone>ZONE|local time|eastern time|pacific time)|paren ZONE (other NUM)? close_paren)?"
    return (
        Rule("clock", "around? (?P<time>CLOCK|DECIMAL(?= AMPM)) (?P<half>AMPM)? " + zone, _clock, "10:35 a.m. EST"),
        Rule("hour", "around? (?P<time>HOUR|NUMWORD) (?P<half>AMPM) " + zone, _clock, "5 p.m. EST"),
        Rule("hour_part", "around? (?P<time>HOUR|NUMWORD|CLOCK) in the (?P<part>DAYPART)", _clock, "4 in the morning"),
        Rule("oclock", "around? (?P<time>HOUR|NUMWORD) o apostrophe clock (in the (?P<part>DAYPART))?", _clock, "seven o'clock"),
        Rule("noon", "around? (?P<time>CLOCKWORD)", _named, "noon"),
    )


def at_day(reading: Reading, day: Period) -> Reading:
    """The same time on another day: "10 p.m. Wednesday"."""
    value = day.value + reading.value[len("YYYY-MM-DD") :]
    return Reading("TIME", value, reading.mod, (day.first, day.last), day, why="the day that stands beside it")
