"""Quarters, and what reports compare them with: "the third quarter", "a year-earlier quarter", "the latest period"."""

from datetime import date, timedelta

from timeline.dates.absolute import YEARREL
from timeline.dates.amounts import amount, length
from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match, Reading, Rule, calendar_mod, dated, lead_mod, unit_of
from timeline.dates.years import day_of, nearest_year, with_year, year_of


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
    return dated(found[0], calendar_mod(lead_mod(match)), explicit=year is not None, why=found[1], focus=done)


def _the_quarter(match: Match, context: Context) -> Reading | None:
    """ "the quarter": the one that ends with the month behind it, the last spoken of, or the last full one."""
    if match.has("month"):
        month = Period.month(context.published.year, int(match.value("month", "MONTH", "MABBR")))
        month = month if month.first <= context.published else month.move(-1)
        return dated(Period.of("quarter", month.first), why="the quarter that ends with that month")
    if context.reported:
        return dated(context.reported, anchor=context.reported_text, why="the quarter last spoken of")
    return dated(Period.of("quarter", context.published).shift(-1), why="the last full quarter")


def _reported_year_ago(match: Match, context: Context) -> Reading | None:
    """ "the year-earlier quarter", "year-ago": the last quarter spoken of, a year back."""
    base = context.reported or Period.of("year", context.published)
    return dated(base.move(-1), anchor=context.reported_text if context.reported else "publication", why="-1 year", focus=False)


def _first_quarters(match: Match, context: Context) -> Reading | None:
    """ "the first two quarters of 2020": its first half."""
    year = year_of(match) or context.published.year
    if match.tokens("count") == ["two"]:
        return dated(Period("half", date(year, 1, 1)), explicit=match.has("year"), why="half the year")
    days = date(year, 1, 1), date(year, 9, 30)
    return Reading("DURATION", "P9M", None, days, explicit=match.has("year"), why="three quarters of the year")


def _year_ago_months(match: Match, context: Context) -> Reading | None:
    return Reading(
        "DURATION", length(amount(match), unit_of(match.tokens("unit")[-1], match.vocabulary)), why="a length of the year before"
    )


def _latest(match: Match, context: Context) -> Reading | None:
    word = match.tokens("unit")[-1]
    if word == "year":
        return dated(Period.of("year", context.published).shift(-1), why="the last full year")
    base = context.reported or Period.of("quarter", context.published).shift(-1)
    return dated(base, anchor=context.reported_text if context.reported else "publication", why="the last full quarter")


def _year_period(match: Match, context: Context) -> Reading | None:
    """ "the 1988 quarter", "the 1988 period"."""
    year = int(match.tokens("year")[0])
    if context.reported:
        return dated(
            context.reported.move(year - context.reported.first.year), explicit=True, why="the quarter last spoken of", focus=False
        )
    return dated(Period.year(year), explicit=True, why="written out")


def _year_ended(match: Match, context: Context) -> Reading | None:
    """ "the year (ended 30 June)": a length that the words behind it place."""
    if match.tokens("unit") == ["quarter"]:
        return _the_quarter(match, context)
    return Reading(
        "DURATION", "P1Y" if match.tokens("unit") == ["year"] else "P1W", why="a length of time that ends with the date behind it"
    )


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule(
            "quarter",
            "{LEAD} the? FISCAL? hyphen? (?P<day>ORD|LAST|latter) (?P<unit>quarter|half) (of? FISCAL? {YEAR}|(of|in)? " + YEARREL + ")?",
            _quarter,
            "the third quarter of 1990",
        ),
        Rule(
            "years_quarter",
            "(the? FISCAL? {YEAR} poss?|" + YEARREL + " poss) FISCAL? hyphen? (?P<day>ORD) hyphen? (?P<unit>quarter|half)",
            _quarter,
            "this year's third quarter",
        ),
        Rule(
            "quarters",
            "{ABOUT} the? first (?P<count>two|three) quarters of (FISCAL? {YEAR}|the year)",
            _first_quarters,
            "the first two quarters of 2020",
        ),
        Rule("quarter_adjective", "FISCAL? (?P<day>ORD) hyphen (?P<unit>quarter|half)", _quarter, "third-quarter"),
        Rule("q_number", "q (?P<day>DAY) (comma? of? {YEAR})?", _quarter, "Q3 2019"),
        Rule(
            "year_ago_quarter",
            "the? (?P<ago>year hyphen (ago|EARLIER)) FISCAL? (?P<day>ORD) hyphen? (?P<unit>quarter|half)",
            _quarter,
            "the year-ago third quarter",
        ),
        Rule("year_ago", "the? ALIKE? year hyphen (ago|EARLIER) FISCAL? (quarter|period)", _reported_year_ago, "the year-earlier quarter"),
        Rule("year_ago_months", "the? year hyphen (ago|EARLIER) {N} (?P<unit>UNITS)", _year_ago_months, "the year-earlier nine months"),
        Rule("year_ago_bare", "year hyphen (ago|EARLIER)", _reported_year_ago, "year-earlier"),
        Rule(
            "alike_period",
            "the ALIKE (period|quarter) (a year (ago|EARLIER)|(of|in)? the? LAST year)",
            _reported_year_ago,
            "the same period last year",
        ),
        Rule("quarter_year_ago", "the (period|quarter) (a year (ago|EARLIER))", _reported_year_ago, "the quarter a year ago"),
        Rule("latest", "the (latest|most? recent) FISCAL? (?P<unit>quarter|period|year)", _latest, "the latest quarter"),
        Rule("year_period", "the (?P<year>YEAR) (quarter|period)", _year_period, "the 1988 quarter"),
        Rule("the_quarter", "the (?P<unit>quarter)(?= ((ended|ending) {MON})?)", _the_quarter, "the quarter"),
        Rule("the_year_ended", "the FISCAL? (?P<unit>year|quarter|week|months)(?= (ended|ending))", _year_ended, "the year ended", 1),
    )
