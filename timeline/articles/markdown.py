"""Markdown → Reading: front matter as metadata, the rest as paragraphs of plain text."""

import re
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from timeline.articles.article import Reading
from timeline.articles.publication import parse_day
from timeline.articles.wrapping import column_width, goes_on
from timeline.errors import SourceError

_FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n((?:.*\n){0,200}?)(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z_ -]{1,30}):[^\S\n]+(\S.*)$", re.M)
_FIELDS = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publication_date", "published_at", "pubdate"),
    "publisher": ("publisher", "sitename", "site", "outlet", "publication", "newspaper"),
    "url": ("url", "link", "canonical", "source_url"),
    "author": ("author", "authors", "byline"),
}
_TAG = re.compile(r"<[^<>]{1,500}>")
# No article is longer; what is, is not worth the parser's minutes and stays as it is.
_MAX_CHARACTERS = 500_000


def read_markdown(text: str, name: str = "") -> Reading:
    """A Markdown file: its front matter (title, date, publisher, url, author) as metadata, the rest rendered to plain text.

    Raises SourceError where the front matter's date is none.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
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
    if len(text) > _MAX_CHARACTERS:
        rendered, heading = text, ""
    else:
        rendered, heading = render(text)
    title = values["title"] or heading
    if values["title"] and not heading:
        rendered = f"{values['title']}\n\n{rendered}"
    why = f"front matter: {values['date']!r}" if published else ""
    return Reading(rendered, title, published, why, values["publisher"], values["url"], values["author"])


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"')
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.split(r"\s#", value)[0].strip("[] ")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def render(text: str) -> tuple[str, str]:
    """Markdown as plain text, a paragraph a line with a blank line between, and its first heading if the text begins with it.

    Emphasis, addresses of links, images and comments are left out.
    """
    found: list[tuple[bool, list[str]]] = []  # is it a heading?, its lines
    in_heading = False
    for token in _parser().parse(text):
        in_heading = token.type == "heading_open" or (in_heading and token.type != "heading_close")
        if token.type == "inline":
            content = _inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            content = token.content
        elif token.type == "html_block" and not token.content.lstrip().startswith("<!--"):
            content = _TAG.sub("", token.content)
        else:
            continue
        if lines := [line for raw in content.split("\n") if (line := " ".join(raw.split()))]:
            found.append((in_heading, lines))
    width = column_width(lines for _, lines in found)
    paragraphs: list[str] = []
    for _, lines in found:
        paragraphs.append(lines[0])
        for last, line in pairwise(lines):
            # Markdown joins lines, but who saves an article as .md may have meant every line end.
            if goes_on(last, line, width):
                paragraphs[-1] += f" {line}"
            else:
                paragraphs.append(line)
    heading = " ".join(found[0][1]) if found and found[0][0] else ""
    return "\n\n".join(paragraphs), heading


def _inline(tokens: list[Token]) -> str:
    """The text of one paragraph with its line ends."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(breaks.get(token.type) or (token.content if token.type in ("text", "code_inline") else "") for token in tokens)
