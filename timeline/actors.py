"""Speakers → Actors: who "he", "the ambassador" and "Tehran" are, with role and affiliation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.attribution import Attribution
from timeline.language import Parsed

ActorKind = Literal["person", "organization", "country", "press", "unnamed"]


@dataclass(frozen=True, slots=True)
class Actor:
    """The one who says it. `name` is canonical in the article; empty where the text names no speaker at all (passives)."""

    name: str
    kind: ActorKind
    role: str = ""
    affiliation: str = ""
    rule: str = ""
    confidence: float = 1.0


def identify_actors(parsed: Parsed, attributions: Sequence[Attribution]) -> list[tuple[Actor, ...]]:
    """For each attribution its actors: one, or several for "France and Germany said"; always at least one."""
    raise NotImplementedError
