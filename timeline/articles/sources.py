"""What the user names → Articles: the way from a path, link, folder, corpus, upload or standard input to read articles."""

import errno
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from timeline.articles.article import Article, Failure, Reading
from timeline.articles.corpus import read_corpus
from timeline.articles.decoding import decode
from timeline.articles.documents import read_docx, read_pdf
from timeline.articles.english import require_english
from timeline.articles.markdown import read_markdown
from timeline.articles.plain import find_head, read_plain
from timeline.articles.publication import PublicationDate, find_publication_date, parse_day
from timeline.articles.web import fetch, read_html, visible_lines
from timeline.errors import NoDateError, SourceError, TimelineError

MAX_BYTES = 20_000_000
_CORPUS = (".jsonl", ".ndjson")
_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")
SUFFIXES = (".txt", *_MARKDOWN, *_HTML, ".pdf", ".docx", *_CORPUS)


@dataclass(frozen=True, slots=True)
class _Given:
    """The publication date that the user gives, if any; `wins` over the one that an article states, else fills in for it."""

    day: date | None
    wins: bool


# Kinds of files that hold no article, or none that can be read, by their first bytes and by their endings.
_FOREIGN_BYTES = (
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx"),
    (b"{\\rtf", "an RTF file; save it as .docx or .txt"),
    (b"\x89PNG", "an image, not an article"),
    (b"\xff\xd8\xff", "an image, not an article"),
    (b"GIF8", "an image, not an article"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"PK\x03\x04", "a ZIP archive; unpack it first"),
)
_FOREIGN_ENDINGS = {
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xls", ".parquet"), "a table, not an article"),
    **dict.fromkeys((".odt", ".pages", ".epub", ".doc", ".rtf"), "a document of a kind that cannot be read; save it as .docx or .pdf"),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "a web archive; save the page as .html"),
    **dict.fromkeys((".xml", ".rss", ".json", ".yaml"), "a data file, not an article"),
}


def read_article(source: str | os.PathLike[str], published: date | str | None = None) -> Article:
    """Read one article.

    `source` is a file (.txt, .md, .html, .pdf, .docx, …), a link, "-" for standard input, or the article's text itself
    (a string of several lines). `published` is its publication date, in place of the one that the article states.

    Raises SourceError where it cannot be read or isn't one English article, NoDateError where no date is given or found.
    """
    found = list(read_sources([source], published))
    if isinstance(found[0], Failure):
        raise found[0].error
    if len(found) > 1:
        raise SourceError(f"{_shown(source)} holds {len(found)} articles; read_sources() reads them all.")
    return found[0]


def read_sources(sources: Iterable[str | os.PathLike[str]], published: date | str | None = None) -> Iterator[Article | Failure]:
    """Read many: whatever `read_article` takes, folders (searched through, in the order of their names) and corpora (.jsonl).

    Each source gives Articles, or Failures in the places of those that cannot be read; the rest goes on. `published` counts for
    a single file, link or text; in a folder, a corpus or a list of sources, only for the articles that state no date of their own.
    No two articles have the same `source_id`.

    Raises SourceError where `published` is no date.
    """
    day = parse_day(published) if published is not None else None
    taken: set[str] = set()
    named = list(sources)
    given = _Given(day, wins=len(named) == 1)
    for source in named:
        for item in _read_source(source, given):
            if isinstance(item, Failure):
                yield item
                continue
            unique = _unique(item.source_id, taken)
            yield item if unique == item.source_id else replace(item, source_id=unique)


def read_bytes(name: str, data: bytes, published: date | str | None = None) -> list[Article | Failure]:
    """Read an uploaded file: its name (for the kind of file) and its bytes. A corpus gives several articles, any other file one.

    `published` counts as in `read_sources` for a single source. What is wrong comes as a Failure.
    """
    try:
        given = _Given(parse_day(published) if published is not None else None, wins=True)
    except SourceError as error:
        return [Failure(name, error)]
    taken: set[str] = set()
    found: list[Article | Failure] = []
    for item in _read_bytes(PurePath(name).name, data, given):
        found.append(item if isinstance(item, Failure) else replace(item, source_id=_unique(item.source_id, taken)))
    return found


def _unique(wanted: str, taken: set[str]) -> str:
    unique, n = wanted, 1
    while unique in taken:
        n += 1
        unique = f"{wanted}-{n}"
    taken.add(unique)
    return unique


def _shown(source: str | os.PathLike[str]) -> str:
    """A source's name in a sentence."""
    text = os.fspath(source)
    if text == "-":
        return "Standard input"
    if "\n" in text or len(text) > 1000:
        return "The text"
    return text if "://" in text else PurePath(text).name or text


def _is_link(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://"))


def _read_source(source: str | os.PathLike[str], given: _Given) -> Iterator[Article | Failure]:
    shown = _shown(source)
    try:
        text = os.fspath(source)
        if not text.strip():
            raise SourceError("A source has no name; give a file, a folder, a link or - for standard input.")
        if text == "-":
            yield from _read_bytes("Standard input", _standard_input(), given, source_id="stdin")
        elif _is_link(text):
            yield _read_link(text, given)
        elif isinstance(source, str) and ("\n" in source or len(source) > 1000):
            source_id = f"text-{hashlib.sha256(source.encode('utf-8', 'replace')).hexdigest()[:8]}"
            yield _article(read_plain(source), source_id, shown, given)
        elif "://" in text:
            raise SourceError(f"{text} is a link of a kind that cannot be opened; give an http:// or https:// one.")
        elif os.path.isdir(text):  # noqa: PTH112 - pathlib's raises on names that are too long
            yield from _read_folder(Path(text), replace(given, wins=False))
        else:
            yield from _read_file(Path(text), given)
    except TimelineError as error:
        yield Failure(shown, error)


def _standard_input() -> bytes:
    # None where the program was started without one, as from a desktop or a scheduler.
    return sys.stdin.buffer.read() if sys.stdin else b""


def _read_folder(folder: Path, given: _Given) -> Iterator[Article | Failure]:
    """All articles in a folder and its subfolders; hidden files and README files are none."""
    found = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", "~$")) and path.stem.lower() != "readme":
                found = True
                yield from _read_file(path, given)
    if not found:
        yield Failure(folder.name, SourceError(f"The folder {folder} holds no articles ({', '.join(SUFFIXES)})."))


def _read_file(path: Path, given: _Given) -> Iterator[Article | Failure]:
    name = path.name
    try:
        if path.suffix.lower() in _CORPUS:
            with path.open("rb") as lines:
                yield from _read_corpus_lines(lines, name, path.stem, given)
            return
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        yield Failure(name, SourceError(f"There is no file or folder named {path}."))
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            error.strerror = "the name is too long"
        yield Failure(name, SourceError(f"{str(path)[:200]} cannot be opened: {error.strerror or error}."))
    except ValueError:  # a NUL in the name
        yield Failure(name, SourceError(f"{str(path)[:100]!r} is not the name of a file."))
    else:
        yield from _read_bytes(name, data, given)


def _read_corpus_lines(lines: Iterable[bytes], name: str, stem: str, given: _Given) -> Iterator[Article | Failure]:
    empty = True
    for number, item in enumerate(read_corpus(lines, name), 1):
        empty = False
        if isinstance(item, Failure):
            yield item
            continue
        source_id, reading = item
        shown = f"{name}, article {source_id or number}"
        try:
            yield _article(reading, source_id or f"{stem}-{number}", shown, replace(given, wins=False), hint=source_id)
        except TimelineError as error:
            yield Failure(shown, error)
    if empty:
        yield Failure(name, SourceError(f"{name} is empty."))


def _read_link(url: str, given: _Given) -> Article:
    fetched = fetch(url, MAX_BYTES)
    suffix = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}.get(fetched.content_type, "")
    name = PurePath(urlsplit(fetched.url).path).name
    reading, lines = _read_one(
        url,
        suffix or (PurePath(name).suffix if fetched.content_type == "application/octet-stream" else ".html"),
        fetched.data,
        fetched.charset,
        fetched.url,
    )
    return _article(reading, url, url, given, lines)


def _read_bytes(name: str, data: bytes, given: _Given, source_id: str = "") -> Iterator[Article | Failure]:
    suffix = PurePath(name).suffix.lower()
    if suffix in _CORPUS or (not suffix and data.lstrip()[:1] == b"{" and b'"text"' in data[:1_000_000]):
        yield from _read_corpus_lines(data.splitlines(), name, source_id or PurePath(name).stem, given)
        return
    try:
        reading, lines = _read_one(name, suffix, data)
        yield _article(reading, source_id or PurePath(name).stem, name, given, lines, PurePath(name).stem)
    except TimelineError as error:
        yield Failure(name, error)


def _read_one(name: str, suffix: str, data: bytes, charset: str = "", url: str = "") -> tuple[Reading, str]:
    """The Reading of one file's bytes, and the lines in which its date line may stand."""
    if not data.strip():
        raise SourceError(f"{name} is empty.")
    if len(data) > MAX_BYTES:
        raise SourceError(f"{name} is larger than {MAX_BYTES // 1_000_000} MB, too large for one article.")
    if data.startswith(b"%PDF") or suffix == ".pdf":
        return _with_lines(read_pdf(data, name))
    if suffix == ".docx" or (data.startswith(b"PK\x03\x04") and b"word/document.xml" in data):
        return _with_lines(read_docx(data, name))
    what = _FOREIGN_ENDINGS.get(suffix) or next((what for magic, what in _FOREIGN_BYTES if data.startswith(magic)), "")
    if what:
        raise SourceError(f"{name} is {what}.")
    text = decode(data, name, charset)
    if not text.strip():
        raise SourceError(f"{name} is empty.")
    if suffix in _HTML or text.lstrip("\ufeff \t\r\n")[:15].casefold().startswith(("<!doctype html", "<html")):
        return read_html(text, name, url), visible_lines(text)
    if suffix in _MARKDOWN:
        return _with_lines(read_markdown(text, name))
    return _with_lines(read_plain(text))


def _with_lines(reading: Reading) -> tuple[Reading, str]:
    return reading, reading.text


def _article(reading: Reading, source_id: str, name: str, given: _Given, lines: str = "", hint: str = "") -> Article:
    """A Reading made whole: its language checked, its date found, title and publisher read off its first lines where it names none.

    `lines` are those in which its date may stand (its text, if empty); `hint` is a name of its own that may hold a date.
    """
    if not any(character.isalnum() for character in reading.text):
        raise SourceError(f"{name} has no text in it.")
    require_english(reading.text, name)
    stated: PublicationDate | None = None
    if given.day is None or not given.wins:
        try:
            stated = _stated_date(reading, lines, hint)
        except NoDateError as error:
            if given.day is None:
                raise NoDateError(f"{name} {error}") from None
    dated = stated or PublicationDate(given.day or date.min, "given")
    head = find_head(reading.text)
    return Article(
        source_id,
        reading.text,
        reading.title or head.title,
        dated.day,
        reading.publisher or head.publisher,
        reading.url,
        reading.author or head.author,
        dated.why,
    )


def _stated_date(reading: Reading, lines: str, hint: str) -> PublicationDate:
    """The date in an article's metadata, else in its text, file name or address. Raises NoDateError."""
    if reading.published:
        return PublicationDate(reading.published, reading.published_why)
    return find_publication_date(lines or reading.text, hint, reading.url)
