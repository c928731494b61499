"""Find the expressions of a text and read them in its order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from timeline.dates import absolute, amounts, business, clock, counted, holidays, notations, relative, vague, weekdays
from timeline.dates.guards import in_dateline, near_miss
from timeline.dates.mention import DateMention
from timeline.dates.outlook import outlook
from timeline.dates.periods import period_edtf, spoken
from timeline.dates.ranges import join_ranges
from timeline.dates.rules import Context, Days, Match, Reading, Rule
from timeline.dates.words import Vocabulary, Words, vocabulary
from timeline.language import Parsed

_PREPOSITIONS = frozenset("since until till by before after from through during between in on to for within".split())


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule."""
    stages = (notations, absolute, holidays, business, weekdays, relative, counted, vague, amounts, clock)
    return tuple(rule for stage in stages for rule in stage.rules())


@cache
def compiled() -> tuple[Vocabulary, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    """The vocabulary that knows the rules' words, and each rule with its regex over class strings."""
    known = vocabulary(tuple(rule.expanded for rule in all_rules()))
    return known, tuple((rule, known.compile(rule.expanded)) for rule in all_rules())


def _matches(words: Words) -> Iterator[tuple[Rule, Match]]:
    """The longest matches that don't overlap, in the order of the text."""
    known, rules = compiled()
    found: list[tuple[int, int, int, int, Rule, Match]] = []
    for rule, pattern in rules:
        for hit in pattern.finditer(words.classes):
            start, end = hit.span()
            if start == end:
                continue
            found.append((start - end, -rule.rank, start, len(found), rule, Match(words, known, hit)))
    found.sort(key=lambda item: item[:4])
    taken = bytearray(len(words.starts))
    chosen = []
    for length, _, start, _, rule, match in found:
        end = start - length
        if any(taken[start:end]) or near_miss(rule.name, match):
            continue
        taken[start:end] = b"\1" * (end - start)
        chosen.append((start, rule, match))
    chosen.sort(key=lambda item: item[0])
    for _, rule, match in chosen:
        yield rule, match


def find_dates(text: str, published: date, parsed: Parsed | None = None) -> list[DateMention]:
    """The temporal expressions of a text in their order.

    `published` is the day that "today" means. `parsed` gives tags and tenses where it is there; without it cue words do.
    Spans are character offsets into `text`. An empty list where nothing is found.
    """
    known, _ = compiled()
    words = known.words(text)
    context = Context(published, outlook(words, parsed), _day_first(text, words, parsed))
    mentions: list[DateMention] = []
    clock_match: Match | None = None
    for rule, match in _matches(words):
        reading = _read(rule, match, context)
        if reading is None:
            clock_match = None
            continue
        start, end, before, name = (
            match.start,
            match.start + len(match.text),
            match.before(),
            "dateline" if in_dateline(match) else rule.name,
        )
        if clock_match and reading.period and reading.period.kind == "day" and _beside(words, clock_match, match):
            # "10 p.m. Wednesday": one expression.
            last = mentions.pop()
            start, before, name = last.span[0], last.preposition, last.rule
            reading = clock.at_day(replace(reading, value=last.value), reading.period)
        elif clock_match and reading.period and reading.period.kind == "day" and _near(words, clock_match, match):
            # "4 p.m. (1400 GMT) on Thursday": two expressions, one moment.
            last = mentions.pop()
            moved = clock.at_day(replace(reading, value=last.value), reading.period)
            mentions.append(_mention(text, last.span, last.rule, moved, last.preposition, published))
        clock_match = match if reading.type == "TIME" and reading.period is None else None
        if clock_match and context.day:
            reading = replace(clock.at_day(reading, context.day), anchor=context.day_text, why="the day last spoken of")
        context.note(reading, text[start:end], end)
        if reading.second:
            link = match.found.span("link")
            mentions.append(_mention(text, (start, words.ends[link[0] - 1]), name, reading, before, published))
            mentions.append(_mention(text, (words.starts[link[1]], end), name, reading.second, "", published))
        else:
            mentions.append(_mention(text, (start, end), name, reading, before, published))
    return join_ranges(text, mentions, published)


def _near(words: Words, first: Match, second: Match) -> bool:
    """Whether "on" stands between two matches, with nothing else but a time in brackets."""
    gap = [words.lower(i) for i in range(first.found.end(), second.found.start())][:8]
    return bool(gap) and gap[-1] == "on" and (len(gap) == 1 or (gap[0] == "(" and gap[-2] == ")"))


def _day_first(text: str, words: Words, parsed: Parsed | None) -> bool | None:
    """Whether the article writes the day first in figures; not looked at where it has no such date."""
    if not any(char in words.classes for char in compiled()[0].chars("SLASHED")):
        return None
    article = parsed.article if parsed else None
    return notations.order_of_figures(text, article.url if article else "", article.publisher if article else "")


def _read(rule: Rule, match: Match, context: Context) -> Reading | None:
    """A match's reading; None where the calendar has no such day (30 February, the year 12000)."""
    try:
        return rule.read(match, context)
    except (ValueError, OverflowError, IndexError):
        return None


def _beside(words: Words, first: Match, second: Match) -> bool:
    """Whether a match follows another one with nothing but a comma between."""
    gap = second.found.start() - first.found.end()
    return gap == 0 or (gap == 1 and words[first.found.end()] == ",")


def _mention(text: str, span: tuple[int, int], rule: str, reading: Reading, before: str, published: date) -> DateMention:
    preposition = before if before in _PREPOSITIONS else ""
    first, last = _bounded(reading.days, preposition, published) if reading.type == "DATE" else reading.days
    quoted = text[span[0] : span[1]]
    return DateMention(
        span,
        quoted,
        reading.type,
        reading.value,
        reading.mod,
        first,
        last,
        period_edtf(first, last) + ("~" if reading.mod == "APPROX" and first and last and "/" not in period_edtf(first, last) else ""),
        reading.explicit,
        reading.anchor,
        _reasoning(quoted, preposition, reading, first, last, published),
        rule,
        reading.confidence,
        preposition,
    )


def _bounded(days: Days, preposition: str, published: date) -> Days:
    """ "since" opens the end up to publication, "until" and "by" open the beginning, "before" ends the day before."""
    first, last = days
    if preposition == "since" and first and first <= published:
        return first, published
    if preposition in ("until", "till", "by") and last:
        return None, last
    if preposition == "before" and first and first > date.min:
        return None, first - timedelta(days=1)
    return days


def _reasoning(quoted: str, preposition: str, reading: Reading, first: date | None, last: date | None, published: date) -> str:
    expression = f"'{preposition} {quoted}'" if preposition in ("since", "until", "till", "by", "before") else f"'{quoted}'"
    if first is None and last is None:
        return f"{expression}: {reading.why}"
    base = ""
    if not reading.why.startswith("written out"):
        base = (
            f" + published {published:%a} {published.day} {published:%b %Y}"
            if reading.anchor == "publication"
            else f" + '{reading.anchor}'"
        )
    return f"{expression}{base} → {spoken(first, last)} ({reading.why})"
