"""A path → a Dossier, and a Dossier → its file: what a user opens, and what is kept between runs.

A dossier file is a zip archive that anybody can look into: `articles.jsonl`, `statements.parquet` (as parsed),
`corrections.jsonl` and `dossier.json` (title, pinned claims and format).
"""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from timeline.articles import Article, Batch, Failure
from timeline.dossier import Correction, Dossier, Renaming, Step
from timeline.errors import SourceError, TableError
from timeline.events import FORMATS, load_events, typed
from timeline.pipeline import Reader

ENDING = ".dossier"
CLAIMS = "claims.csv"
"""A file of this name in a folder of articles pins their claims."""
HEAD = "dossier.json"
_FORMAT = "timeline dossier 1"


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier, what could not be read of it, and what reads further articles into it."""

    dossier: Dossier
    reader: Reader
    failures: tuple[Failure, ...] = ()


def open_path(path: Path, published: date | None = None, progress: Callable[[Article], object] | None = None) -> Opened:
    """Open a dossier file, an event table (.csv, .parquet, .xlsx, .jsonl of rows), or articles: a file, folder or corpus (.jsonl).

    Raises SourceError where nothing is there, TableError for a damaged dossier or table.
    """
    if not path.exists():
        raise SourceError(f"'{path}' isn't there; give a dossier, a folder of articles, an event table or a corpus.")
    if is_dossier(path):
        dossier = load_dossier(path)
        return Opened(dossier, Reader(dossier.pinned))
    if path.suffix.lower() in FORMATS and not _is_corpus(path):
        return Opened(Dossier(path.stem, load_events(path)), Reader())
    claims = path / CLAIMS
    pinned: Mapping[str, tuple[str, ...]] = {}
    if path.is_dir() and claims.is_file():
        from timeline.claims import read_pins

        pinned = read_pins(claims)
    return read_dossier([str(path)], path.stem or "Dossier", published, progress, pinned)


def read_dossier(
    sources: list[str],
    title: str,
    published: date | None = None,
    progress: Callable[[Article], object] | None = None,
    pinned: Mapping[str, tuple[str, ...]] | None = None,
) -> Opened:
    """Read and parse sources into a new dossier; `pinned` are named claims (see `claims.read_pins`)."""
    batch = Batch(sources, published)
    articles = list(batch)
    reader = Reader(pinned or {})
    events = reader(articles, progress)
    dossier = Dossier(title, events, {article.source_id: article for article in articles}, pinned=pinned or {})
    return Opened(dossier, reader, tuple(batch.failures))


def is_dossier(path: Path) -> bool:
    """Whether a path names a dossier file: by its ending or, under another name, by what is in it."""
    if path.name.lower().endswith(ENDING):
        return True
    if not path.is_file() or not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return HEAD in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _is_corpus(path: Path) -> bool:
    """Whether a .jsonl file holds articles (with a text) rather than the rows of an event table."""
    if path.suffix.lower() != ".jsonl":
        return False
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.strip():
                try:
                    return "text" in json.loads(line)
                except (json.JSONDecodeError, TypeError):
                    return True  # the corpus reader says which line is wrong
    return True


def save_dossier(dossier: Dossier, path: Path) -> None:
    """Write the dossier file; the old one is replaced only once the new one is whole.

    Raises TableError where it can't be written.
    """
    table = io.BytesIO()
    dossier.parsed.to_parquet(table, index=False)
    articles = ({**asdict(article), "published": article.published.isoformat()} for article in dossier.articles.values())
    fresh = path.with_name(path.name + ".new")
    try:
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(HEAD, json.dumps({"format": _FORMAT, "title": dossier.title, "claims": dict(dossier.pinned)}))
            archive.writestr("articles.jsonl", "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles))
            archive.writestr("statements.parquet", table.getvalue())
            archive.writestr("corrections.jsonl", "".join(json.dumps(asdict(c), ensure_ascii=False) + "\n" for c in dossier.corrections))
        fresh.replace(path)
    except OSError as error:
        raise TableError(f"'{path}' can't be written ({error.strerror}); choose a folder that exists and that you may write to.") from None


def _step(entry: dict[str, Any]) -> Step:
    """A line of corrections.jsonl: a row's value, or a claim's new name."""
    if "statements" in entry:
        return Renaming(entry["claim"], entry["name"], tuple(entry["statements"]))
    return Correction(**entry)


def load_dossier(path: Path) -> Dossier:
    """Read a dossier file. Raises TableError where it is damaged or something else."""
    try:
        with zipfile.ZipFile(path) as archive:
            head = json.loads(archive.read(HEAD))
            if head.get("format") != _FORMAT:
                raise TableError(f"'{path.name}' is a dossier of another version ({head.get('format')}); this program reads '{_FORMAT}'.")
            articles = [json.loads(line) for line in archive.read("articles.jsonl").decode().split("\n") if line]
            steps = [_step(json.loads(line)) for line in archive.read("corrections.jsonl").decode().split("\n") if line]
            parsed = typed(pd.read_parquet(io.BytesIO(archive.read("statements.parquet"))))
    except FileNotFoundError:
        raise SourceError(f"'{path}' isn't there; give the path of a dossier.") from None
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError, TypeError, OSError, ValueError):
        raise TableError(f"'{path.name}' is damaged or no dossier; open the articles again and save a new one.") from None
    read = [Article(**{**article, "published": date.fromisoformat(article["published"])}) for article in articles]
    pinned = {claim: tuple(hints) for claim, hints in head.get("claims", {}).items()}
    return Dossier(head["title"], parsed, {article.source_id: article for article in read}, tuple(steps), pinned)
