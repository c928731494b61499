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
_ENDS_LIKE_PROSE = re.compile(r"[.:;,…][\"'”’)\]]*$")
_LABEL_OR_BYLINE = re.compile(r"^\W*(?:(?:published|posted|updated|last\s+updated|date)\b\W*[:\d]|by\s+[A-Z])", re.I)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a text say about it; "" where they don't."""

    title: str = ""
    publisher: str = ""
    author: str = ""


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
        is_title = 3 <= words <= 30 and not _ENDS_LIKE_PROSE.search(line) and not _LABEL_OR_BYLINE.match(line) and not written_dates(line)
        if not title and number < 3 and is_title:
            title = line
    return Head(title, publisher, author)


def read_plain(text: str) -> Reading:
    """A plain text: its characters unchanged."""
    return Reading(text)
