"""Corpora: JSON Lines with an article a line, under the keys that trafilatura and news-please write."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.articles.article import Failure, Reading
from timeline.articles.publication import parse_day
from timeline.errors import SourceError

_KEYS = {
    "text": ("text", "maintext"),
    "title": ("title",),
    "date": ("date", "date_publish"),
    "publisher": ("sitename", "publisher", "source-hostname", "hostname", "source_domain"),
    "url": ("url", "source"),
    "author": ("author", "authors"),
    "id": ("id",),
}


def read_corpus(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Reading] | Failure]:
    """Id ("" where it has none) and Reading of each line, or what is wrong with it; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield _read_line(line.removeprefix(b"\xef\xbb\xbf"), where)
        except SourceError as error:
            yield Failure(where, error)


def _read_line(line: bytes, where: str) -> tuple[str, Reading]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise SourceError(f"{where} is not JSON; a corpus has one article, as a JSON object, on each line.") from None
    if not isinstance(record, dict):
        raise SourceError(f"{where} is not a JSON object with the article's text under the key 'text'.")
    values = {field: _value(record, keys) for field, keys in _KEYS.items()}
    if not isinstance(next((record[key] for key in _KEYS["text"] if key in record), None), str):
        raise SourceError(f"{where} has no text under the key 'text'.")
    published = None
    if values["date"]:
        try:
            published = parse_day(values["date"])
        except SourceError as error:
            raise SourceError(f"{where}: {error}") from None
    why = f"corpus: {values['date']!r}" if published else ""
    # JSON can hold halves of surrogate pairs, which no encoding can write.
    text = record[next(key for key in _KEYS["text"] if key in record)].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return values["id"], Reading(text, values["title"], published, why, values["publisher"], values["url"], values["author"])


def _value(record: dict[str, Any], keys: tuple[str, ...]) -> str:
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value)
        if value not in (None, ""):
            return str(value).strip()
    return ""
