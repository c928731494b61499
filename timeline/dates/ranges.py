"""Ranges: "from Monday to Wednesday", "between 3 and 5 March" give both ends the days of the whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.dates.mention import DateMention
from timeline.dates.periods import edtf, spoken

_LINKS = {"from": frozenset(("to", "until", "till", "through", "-", "–", "—")), "between": frozenset(("and",))}
_WEEK = timedelta(weeks=1)


def join_ranges(text: str, mentions: Sequence[DateMention], published: date) -> list[DateMention]:
    """The same mentions, neighbours that are the ends of one range with its first and last day."""
    joined = list(mentions)
    for i, (start, end) in enumerate(zip(mentions, mentions[1:], strict=False)):
        start = joined[i]
        link = text[start.span[1] : end.span[0]].strip().lower() if end.span[0] - start.span[1] < 12 else ""
        if link not in _LINKS.get(start.preposition, ()) or not (start.first and start.last and end.first and end.last):
            continue
        start, end = _in_order(start, end, published)
        if start.first is None or end.last is None or start.first > end.last:
            continue
        joined[i], joined[i + 1] = (
            replace(
                mention,
                first=start.first,
                last=end.last,
                edtf=edtf(start.first, end.last),
                reasoning=f"'{text[start.span[0] : end.span[1]]}' → {spoken(start.first, end.last)} (one end of a range)",
            )
            for mention in (start, end)
        )
    return joined


def _in_order(start: DateMention, end: DateMention, published: date) -> tuple[DateMention, DateMention]:
    """Two weekdays that were each read as the latest by publication: the range lies in one piece."""
    if not (start.first and end.last and end.last < start.first and start.rule.startswith("weekday") and end.rule.startswith("weekday")):
        return start, end
    return (_moved(start, -_WEEK), end) if start.first <= published else (start, _moved(end, _WEEK))


def _moved(mention: DateMention, by: timedelta) -> DateMention:
    if mention.first is None or mention.last is None:
        return mention
    first = mention.first + by
    return replace(mention, first=first, last=mention.last + by, value=first.isoformat() + mention.value[10:])
