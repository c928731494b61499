"""Ranges: "from Monday to Wednesday", "between 3 and 5 March" give both ends the days of the whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.dates.mention import DateMention
from timeline.dates.periods import Kind, Period, period_edtf, spoken

_LINKS = {"from": frozenset(("to", "until", "till", "through", "-", "–", "—")), "between": frozenset(("and",))}
_WEEK = timedelta(weeks=1)
_FARTHEST = 12
# Rules that may choose the year; the kinds of period by the length of their values.
_YEARLESS = frozenset(("month", "month_day", "day_month"))
_YEARLESS_KINDS: dict[int, Kind] = {10: "day", 7: "month"}


def join_ranges(text: str, mentions: Sequence[DateMention], published: date) -> list[DateMention]:
    """The same mentions, neighbours that are the ends of one range with its first and last day."""
    joined = list(mentions)
    for i in range(len(joined) - 1):
        before, after = joined[i], joined[i + 1]
        near = after.span[0] - before.span[1] < _FARTHEST
        link = text[before.span[1] : after.span[0]].strip().lower() if near else ""
        if link in _LINKS.get(before.preposition, ()) and before.first and after.last:
            start, end = _in_order(before, after, published)
            if start.first and end.last and start.first <= end.last:
                words = text[start.span[0] : end.span[1]]
                joined[i], joined[i + 1] = (_whole(mention, words, start.first, end.last) for mention in (start, end))
    return joined


def _whole(mention: DateMention, words: str, first: date, last: date) -> DateMention:
    reasoning = f"'{words}' → {spoken(first, last)} (one end of a range)"
    return replace(mention, first=first, last=last, edtf=period_edtf(first, last), reasoning=reasoning)


def _in_order(start: DateMention, end: DateMention, published: date) -> tuple[DateMention, DateMention]:
    """A range lies in one piece: where its beginning was read as later than its end, one of them moves."""
    if not (start.first and start.last and end.last and end.last < start.first) or _too_near_the_end_of_time(start, end):
        return start, end
    if start.rule.startswith("weekday") and end.rule.startswith("weekday"):
        return (_moved(start, -_WEEK), end) if start.first <= published else (start, _moved(end, _WEEK))
    if start.rule in _YEARLESS and (kind := _YEARLESS_KINDS.get(len(start.value))):
        # "between January 1 and September 26", said in September
        period = Period.of(kind, start.first).move(-1)
        return replace(start, value=period.value, first=period.first, last=period.last), end
    return start, end


def _too_near_the_end_of_time(start: DateMention, end: DateMention) -> bool:
    return any(day is None or day.year in (date.min.year, date.max.year) for day in (start.first, end.last))


def _moved(mention: DateMention, by: timedelta) -> DateMention:
    if mention.first is None or mention.last is None:
        return mention
    first = mention.first + by
    return replace(mention, first=first, last=mention.last + by, value=first.isoformat() + mention.value[10:])
