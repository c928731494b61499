"""The publication date as a text states it: in a byline, a date line, a labelled line or a dateline with a year.

Dates in running prose are dates of what happened and never taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.articles.wrapping import column_width, goes_on
from timeline.errors import NoDateError, SourceError

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)(?![\d/])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_START = r"(?<![\w/.-])(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_FORMS = tuple(
    re.compile(_START + form, re.I)
    for form in (
        rf"(?:the\s+)?{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]+{_YEAR}",  # Tuesday, 25th of October 2022; 25-Oct-2022
        rf"{_MONTH}\s+{_DAY}[\s,]+{_YEAR}",  # October 25, 2022; Tue Oct. 25 2022
        r"(?P<year>1[89]\d\d|20\d\d)(?P<mark>[/.-])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)(?:T\d\d:?\d\d\S*)?",  # 2022-10-25
        rf"(?P<first>\d{{1,2}})(?P<mark>[/.-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",  # 25/10/2022
    )
)

# "Published: …", "First published on …", "Posted …", "Date: …", "Last updated …"
_LABEL = re.compile(
    r"^\W*(?P<label>(?:first\s+|originally\s+)?publish(?:ed|ing)(?:\s+date)?|publication\s+date|(?:pub)?date|load-date|posted|issued|filed"
    r"|(?:last\s+)?(?:updated|modified)|created)\b\s*(?:on|at)?\b\s*[:|–—-]?\s*(?:by\s[^|:]{0,40}[|:])?\s*$",
    re.I,
)
_UPDATED = re.compile(r"updated|modified", re.I)
# What may stand after a date on its line: a weekday, a time with its zone, "updated …", a reading time, a separator and words.
_AFTER = re.compile(
    r"^\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b\W*)?(?:at\b\W*)?(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\W*(?:[ap]\.?m\b\.?)?|\d{1,2}\W?[ap]\.?m\b\.?)?"
    r"\W*(?:\(?[A-Z]{2,5}(?:[+-]\d{1,2})?\)?)?\W*(?:$|[|•·(–—-].*$|(?:last\s+)?updated\b.*$|\d+\s+min(?:ute)?s?\b.*$)",
    re.I | re.S,
)
# ", The Balkan Examiner" behind a date
_OUTLET_BEHIND = re.compile(r"^,\s+(?:[Tt]he\s+)?(?:[A-Z][\w.'’&-]*|[A-Z]{2,})(?:\s+(?:of|the|and|de|del|della|[A-Z][\w.'’&-]*)){0,5}\s*$")
_SMALL_WORDS = frozenset(
    "by and the of de la le du van von der den bin al el in at for from with a an staff reporter reporters writer writers correspondent"
    " correspondents editor editors desk agencies agency news special to contributor".split()
)
_PICTURE = re.compile(r"\b(?:photo|file|image|picture|getty|video)\b", re.I)
# "TEHRAN, Iran, Oct. 23, 2022 (Reuters) - …", "KYIV — October 23, 2022 — …"
_PLACE = re.compile(r"^(?:[A-Z][\w.'’-]+[ ,/]+|[-–—(]\s*){1,8}$")
_AFTER_DATELINE = re.compile(r"^\)?\s*(?:\([^)]{2,40}\)\s*)?[-–—:/]")
_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0\d|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)/(0?\d|1[0-2])/([0-2]?\d|3[01])(?=/|$)|/((?:19|20)\d\d)-(0\d|1[0-2])-([0-2]\d|3[01])(?=[/_-]|$)")
_HEAD_LINES = 15
_PROSE_WORDS = 30


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """A day, and where the text states it."""

    day: date
    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # 0 is the best
    written: str
    day: date | None  # None: no day of the calendar
    why: str
    alone: bool = False  # the line holds nothing else


def _day_of(match: re.Match[str]) -> date | None:
    """The day that a written date names; None where there is no such day, ValueError where day and month could change places."""
    found = match.groupdict()
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        if found["mark"] != "." and first != second and first <= 12 and second <= 12:
            raise ValueError(match[0])
        day, month = (first, second) if found["mark"] == "." or second <= 12 else (second, first)
    elif "number" in found:
        day, month = int(found["day"]), int(found["number"])
    else:
        day = int(found["day"])
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()[:3]))
    try:
        return date(int(found["year"]), month, day)
    except ValueError:
        return None


def written_dates(line: str) -> list[re.Match[str]]:
    """Full dates (day, month and year) in a line, in their order."""
    return sorted((match for form in _FORMS for match in form.finditer(line)), key=re.Match.start)


def parse_day(text: str | date) -> date:
    """The day that a user or a metadata field gives: "2022-10-25", "2022-10-25T09:15:00Z", "25 October 2022", "Oct. 25, 2022".

    Raises SourceError for anything else, for days that don't exist and for days after tomorrow.
    """
    day = text.date() if isinstance(text, datetime) else text if isinstance(text, date) else _written_day(text)
    if in_future(day):
        raise SourceError(f"The publication date {day} lies in the future.")
    return day


def _written_day(text: str) -> date:
    match = next((match for match in written_dates(text.strip()[:80]) if match.start() == 0), None)
    if not match:
        raise SourceError(f"{text[:40]!r} is not a date; write it as YYYY-MM-DD.")
    try:
        day = _day_of(match)
    except ValueError:
        raise SourceError(f"{match[0]!r} could be two different days; write the date as YYYY-MM-DD.") from None
    if day is None:
        raise SourceError(f"{match[0]!r} is not a day of the calendar.")
    return day


def in_future(day: date) -> bool:
    """Whether a day is after tomorrow: somewhere it is tomorrow already."""
    return day > date.today() + timedelta(days=1)


def find_publication_date(text: str, name: str = "", url: str = "") -> PublicationDate:
    """The publication date that a text states about itself, else the one in its name (of its file, say) or address.

    Looked for in this order: a labelled line ("Published: …"), a byline or date line in the head, a dateline with a year,
    a labelled line at the very end, `name` and `url`. Raises NoDateError where there is none, or none that is possible.
    """
    candidates = sorted([*_head(text), *_tail(text)], key=lambda candidate: candidate.rank)
    if _is_chronicle(text):
        candidates = [candidate for candidate in candidates if not candidate.alone]
    for candidate in candidates:
        if candidate.day and not in_future(candidate.day):
            return PublicationDate(candidate.day, candidate.why)
    for pattern, place, where in ((_FILE_NAME, name, "name"), (_URL_DAY, url, "address")):
        if match := pattern.search(place):
            try:
                day = date(*(int(part) for part in match.groups() if part))
            except ValueError:
                continue
            if not in_future(day):
                return PublicationDate(day, f"{where}: {match[0].strip('/')!r}")
    if candidates:
        candidate = candidates[0]
        trouble = "lies in the future" if candidate.day else "is not a day of the calendar"
        raise NoDateError(f"has the publication date {candidate.written!r}, which {trouble}; give it with --published YYYY-MM-DD.")
    raise NoDateError("states no publication date; give it with --published YYYY-MM-DD.")


def _head(text: str) -> Iterator[_Candidate]:
    """Dates in the lines before the first two paragraphs of prose."""
    prose = 0
    for number, (line, in_paragraph) in enumerate(_lines(text)):
        if number >= _HEAD_LINES or prose >= 2:
            return
        words = len(line.split())
        if words <= _PROSE_WORDS:
            yield from _of_line(line, strict=in_paragraph or prose > 0)
        if (number and not prose) or words > 12:
            yield from _of_dateline(line)
        if words >= _PROSE_WORDS or in_paragraph:
            prose += 1


def _tail(text: str) -> Iterator[_Candidate]:
    """Labelled dates at the very end; one that stands alone there may be a correction's."""
    for line in text[-1000:].splitlines()[1:][-4:]:
        if len(line.split()) <= 12:
            for candidate in _of_line(line.strip(), strict=True):
                if not candidate.alone:
                    yield replace(candidate, rank=candidate.rank + 5)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The first lines that hold anything, each with whether it is a piece of a paragraph whose lines were broken to a width."""
    chunks: list[list[str]] = [[]]
    for line in text[:6000].splitlines():
        if line.strip():
            chunks[-1].append(line.strip())
        elif chunks[-1]:
            chunks.append([])
    width = column_width(chunks)
    for chunk in chunks:
        for line, before, after in zip(chunk, ["", *chunk], [*chunk[1:], ""], strict=False):
            yield line, bool(before and goes_on(before, line, width)) or bool(after and goes_on(line, after, width))


def is_date_line(line: str) -> bool:
    """Whether a line is there to give the publication date: "March 1, 2008", "The Courier | 25 October 2022"."""
    return len(line) <= 200 and any(_of_line(line, strict=False))


def _is_chronicle(text: str) -> bool:
    """Whether dates stand as headings over several parts of a text."""
    short = (line for line in text.splitlines() if 8 <= len(line.strip()) <= 40)
    return len({line.strip() for line in short if any(found.alone for found in _of_line(line.strip(), strict=True))}) >= 3


def _candidate(rank: int, match: re.Match[str], why: str, alone: bool = False) -> _Candidate | None:
    try:
        return _Candidate(rank, match[0], _day_of(match), f"{why}: {match[0]!r}", alone)
    except ValueError:  # 03/04/2022 is two days
        return None


def _of_line(line: str, strict: bool) -> Iterator[_Candidate]:
    """The date of a line that is there to give it. `strict`: only labelled lines and lines that hold nothing else."""
    for match in written_dates(line):
        before, after = line[: match.start()], line[match.end() :]
        label = _LABEL.match(before) or _LABEL.match(re.split(r"[|•·]", before)[-1])
        found: _Candidate | None = None
        if label and len(after.split()) <= 14:
            found = _candidate(3 if _UPDATED.search(label["label"]) else 0, match, "labelled line")
        elif _AFTER.match(after):
            if not re.search(r"\w", before):
                found = _candidate(1, match, "date line", alone=True)
            elif re.match(r"^\W*by\s", before, re.I) and len(before.split()) <= 15 and not _PICTURE.search(before):
                found = _candidate(1, match, "byline")
            elif not strict and _is_signature(before):
                found = _candidate(2, match, "date line")
        elif not strict and not re.search(r"\w", before) and _OUTLET_BEHIND.match(after):
            found = _candidate(2, match, "date line")
        if found:
            yield found
            return


def _is_signature(before: str) -> bool:
    """Whether the words before a date are a name, a place or an outlet set off from it: "Lena Marsh, ", "The Courier | "."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", before)
    names = all(word[0].isupper() or word.casefold() in _SMALL_WORDS for word in words)
    return bool(names and len(words) <= 8 and re.search(r"[|,•·:–—)/-]\s*$", before) and not _PICTURE.search(before))


def _of_dateline(line: str) -> Iterator[_Candidate]:
    match = next(iter(written_dates(line[:120])), None)
    if match and _PLACE.match(line[: match.start()]) and _AFTER_DATELINE.match(line[match.end() :]):
        found = _candidate(4, match, "dateline")
        if found:
            yield found
