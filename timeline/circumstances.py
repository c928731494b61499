"""Attributions → Circumstances: to whom, by which medium, and through whom it was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.attribution import Attribution
from timeline.language import Parsed


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`addressee` ("António Guterres"), `medium` (a word of lexicon/media.csv: letter, phone call, interview, …), `via` ("Tasnim")."""

    addressee: str = ""
    medium: str = ""
    via: str = ""


def find_circumstances(parsed: Parsed, attributions: Sequence[Attribution]) -> list[Circumstances]:
    """For each attribution its circumstances, empty strings where the text gives none."""
    return [Circumstances() for _ in attributions]
