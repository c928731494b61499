"""Which year, when it isn't said: from the tense, the publication date, or words such as "last"."""

import re
from collections.abc import Callable

from timeline.dates.groups import group
from timeline.dates.periods import Period
from timeline.dates.rules import Context, Match

_NEAR_DAYS, _FAR_DAYS = 95, 255


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
    options = [period for year in (published.year - 1, published.year, published.year + 1) if (period := built(build, year)) is not None]
    past = [p for p in options if p.first <= published]
    ahead = [p for p in options if p.last >= published]
    if not past or not ahead:
        return options[0], "the only year with such a day"
    behind, coming = past[-1], ahead[0]
    if behind == coming:
        return behind, "the year of publication"
    beside = context.focus is not None and context.focus_year_said and 0 <= match.start - context.focus_end < 12
    if beside and context.focus and match.before() in ("and", "or", "to", "through", "until", "-", "–"):
        # "Nov 1, 2021 and Nov 2"
        same = built(build, context.focus.first.year)
        if same and same.first >= context.focus.first:
            return same, "the year of the date beside it"
    if match.before() == "since":
        return behind, "the latest by publication"
    outlook = context.outlook(match.start)
    since, till = (published - behind.last).days, (coming.first - published).days
    if outlook > 0 and not (till > _FAR_DAYS and since < _NEAR_DAYS) and (behind.kind != "quarter" or till <= 183):
        return coming, "the verb looks ahead"
    open_ended = match.before() in ("until", "till", "by", "through")
    may_be_ahead = outlook == 0 or open_ended or (behind.kind == "day" and not _happened_then(match))
    if since >= _FAR_DAYS and till <= _NEAR_DAYS and outlook <= 0 and may_be_ahead:
        return coming, "nearest to publication"
    return behind, "the latest by publication"


def _happened_then(match: Match) -> bool:
    """A past verb right before: "resigned on Dec. 12" looks back for sure, "extended its offer to Dec. 12" doesn't."""
    verb = match.before(2)
    past = verb in group("past_verb") or (len(verb) > 4 and verb.endswith("ed"))
    return match.before() == "on" and past and not any(verb in group(name) for name in ("ahead", "intending", "granting"))


def built(build: Callable[[int], Period], year: int) -> Period | None:
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
        period = built(build, year)
        return (period, "written out") if period else None
    if built(build, 2024) is None:
        return None
    return nearest_year(match, context, build)


def relative_year(match: Match, context: Context, build: Callable[[int], Period]) -> Period | None:
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
    # "this winter", said in February, began last year.
    return next((p for p in options if p.first <= published <= p.last), build(published.year))
