"""Event table → whom each statement is directed at: the first actor or affiliation that it names, other than its own side."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

import pandas as pd

from timeline.columns import Columns
from timeline.lexicon import country_of, entries

_WORD = re.compile(r"[^\W\d_][\w.]*(?:[’'-][^\W\d_]+)*")
_LONGEST_NAME = 5

# Words of a name, casefolded → the side that it stands for.
Names: TypeAlias = dict[tuple[str, ...], str]


@cache
def _countries() -> Names:
    """Words of a country's names, adjectives and capitals → its name as an affiliation."""
    return {_key(word): name for word, name in country_of().items()}


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.casefold().rstrip(".") for word in _WORD.findall(name))


def known_names(events: pd.DataFrame) -> Names:
    """Words of every name that the table's actors and affiliations go by → the side that it stands for.

    The side is the affiliation where there is one, else the actor; persons also go by their last name.
    """
    people = events[[Columns.ACTOR, Columns.ACTOR_KIND, Columns.AFFILIATION]].astype(str).drop_duplicates()
    found: Names = {}
    for actor, kind, affiliation in people.itertuples(index=False):
        if not actor or kind == "unnamed":
            continue
        side = affiliation or actor
        words = _key(actor)
        found.setdefault(words, side)
        if kind == "person" and len(words) > 1:
            found.setdefault(words[-1:], side)
    for affiliation in people[Columns.AFFILIATION].unique():
        if affiliation:
            found[_key(affiliation)] = affiliation
    found.update({words: name for words, name in _countries().items() if words not in found})
    found.pop((), None)
    return found


def named_sides(text: str, names: Names) -> list[str]:
    """The sides that a text names, in the order in which it names them; the longest name at a place wins."""
    words = [(word.casefold().rstrip("."), word[:1].isupper()) for word in _WORD.findall(text)]
    # "Iran’s" is the name and an ending
    words = [(re.sub(r"[’']s$", "", word), upper) for word, upper in words]
    found: dict[str, None] = {}
    at = 0
    while at < len(words):
        step = 1
        if words[at][1]:
            for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                if side := names.get(tuple(word for word, _ in words[at : at + length])):
                    found.setdefault(side)
                    step = length
                    break
        at += step
    return list(found)


@cache
def _pointing() -> re.Pattern[str]:
    """A noun for what somebody said: "claims", "the allegations of"."""
    nouns = "|".join(sorted((re.escape(row["word"]) for row in entries("anaphora")), key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})(?:s|es)?\b(\s+(?:of|by|from|made by)\b)?", re.I)


def speakers_answered(text: str) -> str:
    """The parts of a content that can name whom it answers, joined: "Ukraine's latest claims", "the allegations of the US and France".

    Empty where it speaks of nobody's words.
    """
    parts = []
    for found in _pointing().finditer(text):
        before = text[max(0, found.start() - 40) : found.start()].rpartition(",")[2].split()[-3:]
        after = re.split(r"[,.;:]|\b(?:that|about|against|over|as|to)\b", text[found.end() :], maxsplit=1)[0] if found.group(1) else ""
        parts.append(" ".join([*before, after]))
    return " … ".join(parts)


def sides_named(texts: Iterable[str], names: Names) -> list[list[str]]:
    """`named_sides` of many texts; each different text is read once."""
    read: dict[str, list[str]] = {}
    return [read[text] if text in read else read.setdefault(text, named_sides(text, names)) for text in texts]


def sides(events: pd.DataFrame) -> pd.Series:
    """For whom each row's actor speaks: the affiliation, else the actor."""
    affiliation = events[Columns.AFFILIATION].astype(str)
    return affiliation.where(affiliation != "", events[Columns.ACTOR].astype(str))
