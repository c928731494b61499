"""Cue, dated cues of its sentence → its days, where the text tells the distance: "denied it on Tuesday, a day after Norland said …"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.dates import DateMention
from timeline.language import doc_text
from timeline.said.cues import Cue, Said
from timeline.said.own import starting_in

_AMOUNT = re.compile(r"P(\d{1,3})([DWMY])")
# The clause's own subject, at most: "after the ministry in Port Halen "
_SUBJECT = re.compile(r"\s+after\s+(?:that\s+)?(?:[^\s,;:“”\"]+\s+){1,9}$", re.I)


def by_distance(cue: Cue, cues: Sequence[Cue | None], own: Sequence[Said | None], dates: Sequence[DateMention]) -> Said | None:
    """The day, week, month or year so long before the one that dates another cue of the sentence."""
    if cue.tense not in ("past", "pluperfect"):
        return None
    sentence, start = cue.paragraph.span(cue.token.sent), cue.paragraph.start
    for mention in starting_in((sentence[0], cue.attribution.head), dates):
        if mention.type != "DURATION" or mention.span[1] > cue.attribution.head:
            continue
        amount = _AMOUNT.fullmatch(mention.value)
        between = doc_text(cue.paragraph.doc)[mention.span[1] - start : cue.attribution.head - start]
        words = cue.paragraph.doc.char_span(mention.span[1] - start, cue.attribution.head - start, alignment_mode="expand")
        if not amount or not _SUBJECT.match(between) or words is None or any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in words[:-1]):
            continue
        for other, said in zip(cues, own, strict=True):
            day = said.start if said and said.start == said.end else None
            if other and other is not cue and day and other.paragraph == cue.paragraph and other.token.sent == cue.token.sent:
                first, last = _before(day, int(amount[1]), amount[2])
                return Said(
                    first, last, "relative", mention, f"{mention.text} before “{other.token.text}” on {day:%a} {day.day} {day:%b %Y}"
                )
    return None


def _before(day: date, count: int, unit: str) -> tuple[date, date]:
    """The day, ISO week, month or year that lies `count` units before a day."""
    if unit == "D":
        return (day - timedelta(count),) * 2
    if unit == "W":
        monday = day - timedelta(7 * count + day.weekday())
        return monday, monday + timedelta(6)
    if unit == "Y":
        return date(day.year - count, 1, 1), date(day.year - count, 12, 31)
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, 1), following - timedelta(1)
