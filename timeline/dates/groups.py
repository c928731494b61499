"""Groups of words that the rules ask about (lexicon/dates_groups.csv)."""

from functools import cache

from timeline.lexicon import entries


@cache
def group(name: str) -> frozenset[str]:
    """The words of a group, in small letters."""
    return frozenset(row["word"] for row in entries("dates_groups") if row["group"] == name)
