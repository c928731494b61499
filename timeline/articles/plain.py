"""Plain text and Markdown → Reading, and what a text's first lines say: title, author, publisher."""

import html
import re
from dataclasses import dataclass

from timeline.articles.article import Reading
from timeline.articles.publication import parse_day
from timeline.errors import SourceError

_FRONT_MATTER = re.compile(r"\A\s*---[^\S\n]*\r?\n(.*?)^(?:---|\.\.\.)[^\S\n]*$\r?\n?", re.S | re.M)
_FIELD = re.compile(r"^([A-Za-z_ -]{1,30}):[^\S\n]+(.+)$", re.M)
_FIELDS = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publication_date", "published_at", "pubdate"),
    "publisher": ("publisher", "sitename", "site", "outlet", "publication", "newspaper"),
    "url": ("url", "link", "canonical", "source_url"),
    "author": ("author", "authors", "byline"),
}

_BYLINE = re.compile(r"^\W*by\s+(?P<name>[^|•·–—,\d(]{2,80}?)\s*(?:\s-\s.*|[|•·–—,\d(].*)?$", re.I)
# "The Courier | 19 October 2022", "By Jane Doe - The Courier - 7 July 2023"
_OUTLET_AND_DATE = re.compile(
    r"^(?:\W*by\s[^|]{2,80}?\s[-–—|•·]\s+)?(?P<outlet>[^|\d]{3,60}?)\s+(?P<mark>[-–—|•·])\s+(?=[^|]*\d{1,2}[^|]*$)(?=[^|]{6,40}$)", re.I
)
_AGENCY = re.compile(r"^[^a-z(]{2,40}(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?\s*\((?P<outlet>[A-Z][^)\d]{1,40})\)\s*[-–—:]")
_ENDS_LIKE_PROSE = re.compile(r"[.:;,…][\"'”’)\]]*$")
_DATE_OR_LABEL = re.compile(r"^\W*(?:published|posted|updated|last\s+updated|date|by)\b|\b(?:19|20)\d\d\W*$|^\W*\d", re.I)


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
        is_title = 3 <= words <= 30 and not _ENDS_LIKE_PROSE.search(line) and not _DATE_OR_LABEL.search(line)
        if not title and number < 3 and is_title:
            title = line
    return Head(title, publisher, author)


def read_plain(text: str) -> Reading:
    """A plain text: its characters unchanged."""
    return Reading(text)


def read_markdown(text: str, name: str = "") -> Reading:
    """A Markdown file: its front matter as metadata, the rest rendered to paragraphs of plain text.

    Raises SourceError where the front matter's date is none.
    """
    fields: dict[str, str] = {}
    if match := _FRONT_MATTER.match(text):
        fields = {key.strip().casefold().replace(" ", "_"): _unquoted(value) for key, value in _FIELD.findall(match[1])}
        text = text[match.end() :]
    values = {field: next((fields[key] for key in keys if fields.get(key)), "") for field, keys in _FIELDS.items()}
    published = None
    if values["date"]:
        try:
            published = parse_day(values["date"])
        except SourceError as error:
            raise SourceError(f"{name}: {error}") from None
    rendered = render_markdown(text)
    heading = re.match(r"\s*(?:#[^\S\n]+(.+)|([^\n#>*-].*)\n=+[^\S\n]*$)", text, re.M)
    title = values["title"] or (render_markdown((heading[1] or heading[2]).rstrip(" #")) if heading else "")
    return Reading(
        rendered,
        title,
        published,
        f"front matter: {values['date']!r}" if published else "",
        values["publisher"],
        values["url"],
        values["author"],
    )


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
    return value


_FENCE = re.compile(r"^[^\S\n]*(?:```|~~~).*$", re.M)
_RULE = re.compile(r"^[^\S\n]*(?:[-*_=][^\S\n]*){3,}$", re.M)
_LINE_MARK = re.compile(r"^[^\S\n]*(?:>[^\S\n]?|#{1,6}[^\S\n]+|[-*+][^\S\n]+|\d{1,3}[.)][^\S\n]+(?=\S))+", re.M)
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,100}\])")
_LINK = re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])")
_LINK_TARGET = re.compile(r"^\[[^\]\n]{1,100}\]:\s+\S+.*$", re.M)
_TAG = re.compile(r"</?[a-z][^<>\n]{0,300}>|<!--[^>]{0,500}-->", re.I)
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\3(?![\w_])"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~-])")


def render_markdown(text: str) -> str:
    """Markdown as plain text: paragraphs on one line each, parted by a blank line; emphasis, links' targets and images left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern in (_FENCE, _LINK_TARGET, _RULE, _IMAGE):
        text = pattern.sub("", text)
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        mark = _LINE_MARK.match(line)
        if not line.strip() or (mark and not (mark[0].strip() == ">" and paragraphs[-1])):
            paragraphs.append([])
        paragraphs[-1].append(_LINE_MARK.sub("", line).strip())
        if (mark and mark[0].lstrip().startswith("#")) or line.endswith("  "):
            paragraphs.append([])
    rendered = "\n\n".join(" ".join(lines) for lines in paragraphs if any(lines))
    rendered = _TAG.sub("", _LINK.sub(r"\1", rendered))
    for _ in range(3):  # emphasis within emphasis
        rendered = _EMPHASIS.sub(lambda match: match[2] or match[4], rendered)
    return html.unescape(_ESCAPE.sub(r"\1", rendered.replace("`", ""))).strip()
