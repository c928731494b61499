"""Feasts and named days: "Christmas Eve", "Thanksgiving", "Election Day"."""

import re
from datetime import date

from timeline.dates.absolute import YEARREL
from timeline.dates.periods import Period, easter
from timeline.dates.rules import Context, Match, Reading, Rule, dated
from timeline.dates.years import relative_year, with_year, year_of
from timeline.lexicon import entries


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
    period = relative_year(match, context, build) if year is None and not match.has("yearrel") else None
    if period is None:
        found = with_year(match, context, build, year)
        if found is None:
            return None
        period = found[0]
    if match.tokens("week") == ["weekend"]:
        near = period.first if period.first.isoweekday() != 1 else date.fromordinal(period.first.toordinal() - 1)
        return dated(Period.of("weekend", near), why=f"the weekend of {name.title()}")
    if match.has("week"):
        return dated(Period.of("week", period.first), why=f"the week of {name.title()}")
    return dated(period, explicit=year is not None, why=f"{name.title()} of that year")


def holiday_pattern() -> str:
    """The feasts' names as a pattern."""
    names = (
        row["name"].lower().replace("'s", " poss").replace("s'", "s apostrophe").replace(".", " stop") for row in entries("dates_holidays")
    )
    return "|".join(names)


def rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    return (
        Rule(
            "holiday",
            "{REL}? (?P<holiday>" + holiday_pattern() + ") (?P<week>week|weekend)? (comma? of? {YEAR}|of? " + YEARREL + ")?",
            _holiday,
            "Christmas Eve 2021",
        ),
    )
