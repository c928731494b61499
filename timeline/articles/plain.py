"""Plain text: what its first lines say of title, author and publisher."""

import re
from dataclasses import dataclass

from timeline.articles.article import Reading
from timeline.articles.publication import written_dates

_BYLINE = re.compile(r"^\W*by\s+(?P<name>[^|•·–—,\d(]{2,80}?)\s*(?:\s-\s.*|[|•·–—,\d(].*)?$", re.I)
# "The Courier | 19 October 2022", "By Jane Doe - The Courier - 7 July 2023"
_OUTLET_AND_DATE = re.compile(
    r"^(?:\W*by\s[^|]{2,80}?\s[-–—|•·]\s+)?(?P<outlet>[^|\d]{3,60}?)\s+(?P<mark>[-–—|•·])\s+(?=[^|]*\d{1,2}[^|]*$)(?=[^|]{6,40}$)", re.I
)
# "TEHRAN, Oct. 23 (The Ledger) - …", "KYIV, Ukraine (AP) — …"
_AGENCY = re.compile(r"^[A-Z][A-Z .'’-]{2,30}(?:,\s[\w .]{2,30}){0,2}\s*\((?P<outlet>[A-Z][^)\d]{1,40})\)\s*[-–—:]")
# "WASHINGTON (AP) --" on a line of its own
_DATELINE = re.compile(r"^[A-Z][A-Z .'’-]{2,30}(?:,\s[\w .]{2,30}){0,2}\s*(?:\([^)]{2,40}\)\s*)?(?:--?|[–—])$")
_ENDS_LIKE_PROSE = re.compile(r"[.:;,…][\"'”’)\]]*$")
_SENTENCES = re.compile(r"[a-z)][.!?][\"”]?\s+[\"“]?[A-Z]|,[\"”]\s")
_LABEL_OR_BYLINE = re.compile(r"^\W*(?:(?:published|posted|updated|last\s+updated|date)\b\W*[:\d]|by\s+[A-Z])", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a text say about it; "" where they don't."""

    title: str = ""
    publisher: str = ""
    author: str = ""


def is_dateline(line: str) -> bool:
    """Whether a line is a dateline alone, without the paragraph that it opens."""
    return len(line) <= 120 and bool(_DATELINE.match(line))


def is_title(line: str) -> bool:
    """Whether a line can be a headline: short, not a sentence or several, no byline and no date."""
    words = len(line[:1000].split())
    if not 3 <= words <= 30 or _ENDS_LIKE_PROSE.search(line) or _SENTENCES.search(line):
        return False
    if line.rstrip("\"'”’)").endswith(("?", "!")) and words > 14:
        return False
    return not _LABEL_OR_BYLINE.match(line) and not is_dateline(line) and not written_dates(line)


def find_head(text: str) -> Head:
    """Title (a first line that is no sentence), publisher (a "Publisher | date" line, the agency in a dateline) and author ("By …")."""
    title = publisher = author = ""
    lines = [line.strip() for line in text[:4000].splitlines() if line.strip()][:8]
    for number, line in enumerate(lines):
        words = len(line.split())
        if not author and words <= 15 and (match := _BYLINE.match(line)):
            author = match["name"].strip()
        if not publisher and words <= 15 and (match := _OUTLET_AND_DATE.match(line)):
            is_byline = bool(re.match(r"\W*by\s", match["outlet"], re.I))
            # Between a name and a date, a hyphen may also set off a place or a desk: only a byline's second part is an outlet.
            if not is_byline and (match["mark"] == "|" or re.match(r"\W*by\s", line, re.I)):
                publisher = match["outlet"].strip()
        if not publisher and (match := _AGENCY.match(line)):
            publisher = match["outlet"].strip()
        if not title and number < 3 and is_title(line):
            title = line
    return Head(title, publisher, author)


def read_plain(text: str) -> Reading:
    """A plain text: its characters unchanged."""
    return Reading(text)
