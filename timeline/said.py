"""Attributions, DateMentions → Said: on which days each statement can have been made, and of which days it speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from timeline.attribution import Attribution
from timeline.dates import DateMention
from timeline.language import Parsed

Basis = Literal["explicit", "relative", "inherited", "publication"]


@dataclass(frozen=True, slots=True)
class Said:
    """First and last day on which it can have been said (inclusive, None = open), where that comes from, and of which days it speaks.

    `mention` is the expression that dates it (None for publication); an inherited one stands elsewhere in the article.
    `why` is one readable sentence.
    """

    start: date | None
    end: date | None
    basis: Basis
    mention: DateMention | None
    why: str
    about: DateMention | None = None


def date_statements(parsed: Parsed, attributions: Sequence[Attribution], dates: Sequence[DateMention]) -> list[Said]:
    """For each attribution when it was said."""
    raise NotImplementedError
