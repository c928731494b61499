"""Web pages → Readings: the article's text and metadata by trafilatura, and links fetched."""

import http.client
import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from timeline.articles.article import Reading
from timeline.articles.publication import is_date_line
from timeline.errors import SourceError

_AGENT = "Mozilla/5.0 (compatible; statement-timeline/0.1)"
_TIMEOUT = 20  # seconds without a sign of life
_DEADLINE = 60  # seconds for the whole page
_FEW_WORDS = 8
_MANY_TABLES = 200
_HIDDEN = ("head", "script", "style", "noscript", "template", "nav", "footer", "aside")
_INLINE = frozenset("a abbr b bdi cite em font i mark q s small span strong sub sup time u".split())


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the bytes, their content type and charset, and the address after redirects."""

    data: bytes
    content_type: str
    charset: str
    url: str


def fetch(url: str, limit: int) -> Fetched:
    """Get a link. Raises SourceError where it isn't http(s), cannot be reached, is refused, or is larger than `limit` bytes."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise SourceError(f"{url[:100]} is not a link that can be read; it must begin with http:// or https://.")
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,application/pdf,text/plain;q=0.9,*/*;q=0.5"})
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            data = _read(answer, limit)
            headers = answer.headers
            fetched = Fetched(data, headers.get_content_type(), headers.get_content_charset() or "", answer.url)
    except urllib.error.HTTPError as error:
        raise SourceError(f"The server of {url} refused the page: {error.code} {error.reason}.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(f"{url} cannot be reached: {reason}.") from error
    if len(data) > limit:
        raise SourceError(f"{url} is larger than {limit // 1_000_000} MB.")
    return fetched


def _read(answer: http.client.HTTPResponse, limit: int) -> bytes:
    """All that a server sends, up to just over `limit`; TimeoutError where it takes its time."""
    deadline = time.monotonic() + _DEADLINE
    data = b""
    while len(data) <= limit and (piece := answer.read1(1 << 20)):
        data += piece
        if time.monotonic() > deadline:
            raise TimeoutError(f"it took more than {_DEADLINE} seconds")
    return data


def read_html(page: str, name: str, url: str = "") -> Reading:
    """The article of a web page: headline, then paragraphs parted by blank lines; menus, teasers and footers are left out.

    Raises SourceError where the page holds no article.
    """
    from trafilatura import baseline

    found = _extract(page, url)
    text = (found.text or "") if found else ""
    if len(text.split()) < _FEW_WORDS:
        # Some pages carry the article in their metadata alone, for search engines.
        text = str(baseline(page)[1])
    if not found or len(text.split()) < _FEW_WORDS:
        raise SourceError(f"{name} holds no article text (a page that scripts fill must be saved as text or PDF).")
    title = _line(found.title)
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    if title and _same(paragraphs[0]) != _same(title):
        standfirst = _standfirst(page, title)
        paragraphs[:0] = [title, standfirst] if standfirst and _same(standfirst) not in _same(text) else [title]
    return Reading(
        "\n\n".join(paragraphs),
        title,
        date.fromisoformat(found.date) if found.date else None,
        "page metadata" if found.date else "",
        _line(found.sitename) or _line(found.hostname),
        url or _line(found.url),
        _line(found.author),
    )


def _extract(page: str, url: str) -> Any:
    """trafilatura's Document, or None. It leaves out comments, and looks for dates where pages state them, not in running text."""
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    # Below this size trafilatura takes all the page's text for the article, in one piece; news in brief is shorter than its 250.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    found: Any = None
    for recall in (False, True):
        found = bare_extraction(
            _without_layout_tables(page),
            url=url or None,
            with_metadata=True,
            include_comments=False,
            favor_recall=recall,
            config=config,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        if found is not None and len((found.text or "").split()) >= 20:
            break
    return found


def _without_layout_tables(page: str) -> Any:
    """The page, with `div` for tables that hold paragraphs: old pages are laid out in them, they are no tables of figures."""
    from trafilatura import load_html

    if "<table" not in page.casefold() or (tree := load_html(page)) is None:
        return page
    tables = list(tree.iter("table"))
    for table in tables if len(tables) <= _MANY_TABLES else ():
        if table.tag == "table" and (table.find(".//p") is not None or table.find(".//table") is not None):
            for element in list(table.iter("table", "tbody", "tr", "td", "th")):
                element.tag = "div"
    return tree


def visible_lines(page: str) -> str:
    """All that the page shows, a line for each block: where a date line may stand outside the article."""
    from trafilatura import load_html

    tree = load_html(page)
    if tree is None:
        return ""
    for element in list(tree.iter(*_HIDDEN)):
        if element is not tree:
            element.drop_tree()
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _INLINE:
            element.text = "\n" + (element.text or "")
            element.tail = "\n" + (element.tail or "")
    return "\n".join(line for raw in str(tree.text_content()).split("\n") if (line := _line(raw)))


def _standfirst(page: str, title: str) -> str:
    """The line that the page shows right under the headline, if it has the length of a standfirst and gives no name or date."""
    lines = visible_lines(page).split("\n")
    under = next((below for above, below in pairwise(lines) if _same(above) == _same(title)), "")
    words = len(under.split())
    return under if 5 <= words <= 45 and not is_date_line(under) and not under.casefold().startswith("by ") else ""


def _line(value: object) -> str:
    return " ".join(str(value).split()) if value else ""


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
