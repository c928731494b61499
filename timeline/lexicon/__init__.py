"""The word lists: CSV files beside this one, a line an entry, `#` starts a comment; an analyst can edit them without Python."""

import csv
from functools import cache
from importlib import resources


@cache
def entries(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `timeline/lexicon/NAME.csv` as dictionaries, header names as keys, cells stripped.

    Raises FileNotFoundError where there is no such list.
    """
    text = (resources.files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    return tuple({key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(lines))


@cache
def country_of() -> dict[str, str]:
    """A country's names, adjectives and capitals in lower case → its name as the timeline shows it ("tehran" → "Iran")."""
    columns = ("name", "aliases", "adjectives", "capitals")
    return {word.lower(): row["name"] for row in entries("countries") for column in columns for word in row[column].split("|") if word}
